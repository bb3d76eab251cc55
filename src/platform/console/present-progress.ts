/** The campaign's state as the page's side panel shows it. */

import { formatIso } from '../../domain/calendar/zone.ts';
import type { ShiftDefinition } from '../../domain/campaign/definition.ts';
import { absentFrom } from '../../domain/duty/post.ts';
import type { UnitId } from '../../domain/model.ts';
import { rowTotal } from '../../domain/progress/summary.ts';
import type { Situation } from '../../domain/situation.ts';
import { isCorrecting } from '../../domain/submission/counting.ts';
import { dueFor } from '../../domain/submission/due.ts';
import { owedBy } from '../../domain/submission/owed.ts';
import type { ReturnState } from '../../domain/submission/state.ts';
import type { DutyProgress, ProgressView, ReturnProgress, UnitProgress, UnitProgressState } from './progress-view.ts';

const nextShown = 4;

export function presentProgress(
  situation: Situation,
  upcoming: readonly { readonly atMs: number; readonly title: string }[],
): ProgressView {
  const { state, nowMs } = situation;
  const { receipts, silent, publishedAtMs } = state.broadcast;
  return {
    campaign: state.definition.id,
    title: state.definition.title,
    now: formatIso(nowMs),
    published: publishedAtMs !== null,
    receipts: { in: receipts.size, total: receipts.size + silent.size },
    returns: [...state.submission.returns.values()].map((returned) => presentReturn(situation, returned)),
    duty: presentDuty(situation),
    next: upcoming.slice(0, nextShown).map(({ atMs, title }) => ({ at: formatIso(atMs), title })),
  };
}

function presentReturn(situation: Situation, returned: ReturnState): ReturnProgress {
  const { definition, due, assigned, complete, onTime, tallies } = returned;
  const share = (count: number) => (assigned.size === 0 ? 0 : Math.floor((count / assigned.size) * 1000) / 10);
  return {
    id: definition.id,
    title: definition.title,
    duePhrase: due.phrase,
    dueAt: formatIso(due.dueAtMs),
    lateAfter: formatIso(due.lateAfterMs),
    completenessPercent: share(complete),
    timelinessPercent: complete === 0 && situation.nowMs < due.lateAfterMs ? null : share(onTime),
    units: [...assigned].map((unit) => presentUnit(situation, returned, unit)),
    totals: (definition.form?.rows ?? []).map((row) => ({
      no: row.no,
      title: row.label,
      measure: row.measure,
      total: rowTotal(returned, row)?.toLocaleString('en-US', { maximumFractionDigits: 6 }) ?? '—',
      units: tallies.get(row.no)?.units ?? 0,
    })),
  };
}

function presentUnit(situation: Situation, returned: ReturnState, unit: UnitId): UnitProgress {
  const submission = returned.submissions.get(unit);
  return {
    unit: situation.directory.short(unit),
    state: stateOf(situation, returned, unit),
    filled: submission?.cells.size ?? 0,
    rows: returned.definition.form?.rows.length ?? 0,
    missingMaterials: owedBy(returned, unit).materials.map((material) => material.title),
  };
}

function stateOf({ state, nowMs }: Situation, returned: ReturnState, unit: UnitId): UnitProgressState {
  if (!returned.owing.has(unit)) return 'submitted';
  if (nowMs >= dueFor(returned, unit).lateAfterMs && !isCorrecting(returned, unit)) return 'overdue';
  if (returned.submissions.has(unit)) return 'drafting';
  return state.broadcast.receipts.has(unit) ? 'signed' : 'unsigned';
}

function presentDuty(situation: Situation): DutyProgress | null {
  const { state, nowMs } = situation;
  const shifts = [...(state.definition.duty?.shifts ?? [])].sort((a, b) => a.startMs - b.startMs);
  const shift = shifts.find(({ endMs }) => endMs > nowMs);
  return shift ? presentShift(situation, shift) : null;
}

function presentShift({ state, directory, nowMs }: Situation, shift: ShiftDefinition): DutyProgress {
  const posts = [...(state.duty.shifts.get(shift.id)?.values() ?? [])];
  return {
    title: shift.title,
    startsAt: formatIso(shift.startMs),
    endsAt: formatIso(shift.endMs),
    running: shift.startMs <= nowMs,
    posts: posts.map((post) => ({
      unit: directory.short(post.unit),
      people: post.people.map((person) => directory.name(person)),
      checkedIn: post.arrived.size > 0 && absentFrom(post).length === 0,
    })),
  };
}
