/** People check in, ask who is on duty, and change the roster. */
import { HOUR_MS } from '../calendar/zone.ts';
import type { ShiftDefinition } from '../campaign/definition.ts';
import { answer, type Outcome, refuse } from '../decision.ts';
import * as say from '../replies/duty.ts';
import { noUnit } from '../replies/roles.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import { absentNames, shortUnits } from './slots.ts';

/** People come early. */
const checkInAheadMs = HOUR_MS;

export function checkIn({ state, directory, nowMs }: Situation, speaker: Speaker): Outcome {
  const { unit, id, name } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const shifts = state.definition.duty?.shifts ?? [];
  const open = shifts.filter((shift) => nowMs >= shift.startMs - checkInAheadMs && nowMs < shift.endMs);
  const first = open[0];
  if (!first) return answer(say.noShiftNow(nextShift(shifts, nowMs)));
  const mine = open.find((shift) => state.duty.shifts.get(shift.id)?.has(unit));
  if (!mine) return refuse('not_on_duty', say.notOnDuty(directory.short(unit), first.title));
  const before = state.duty.shifts.get(mine.id)?.get(unit)?.arrived.get(id);
  if (before) return answer(say.checkedInAlready(name, before.atMs));
  const event = { type: 'CheckedIn', shift: mine.id, unit, person: id, source: sourceOf(speaker, nowMs) } as const;
  return answer(say.checkedIn(directory.short(unit), name, mine.title, nowMs), [event]);
}

function nextShift(shifts: readonly ShiftDefinition[], nowMs: number): ShiftDefinition | null {
  return shifts.filter((shift) => shift.startMs > nowMs).sort((a, b) => a.startMs - b.startMs)[0] ?? null;
}

export function tellDuty(situation: Situation): Outcome {
  const text = dutyText(situation);
  return answer(text ?? say.noDuty);
}

/** Now and next in two or three lines; null where the campaign has no duty. */
export function dutyText(situation: Situation): string | null {
  const { state, nowMs, directory } = situation;
  const shifts = state.definition.duty?.shifts ?? [];
  if (shifts.length === 0) return null;
  const lines: string[] = [];
  for (const shift of shifts.filter(({ startMs, endMs }) => startMs <= nowMs && nowMs < endMs)) {
    const short = shortUnits(situation, shift);
    const posts = state.duty.shifts.get(shift.id)?.size ?? 0;
    lines.push(say.shiftNow(shift, posts - short.length, posts, absentNames(situation, shift, short)));
  }
  const next = nextShift(shifts, nowMs);
  if (lines.length === 0 && next) lines.push(say.nobodyOnNow);
  if (next) {
    const posts = [...(state.duty.shifts.get(next.id)?.values() ?? [])];
    const unnamed = posts.filter((post) => post.people.length === 0).map((post) => directory.short(post.unit));
    lines.push(say.shiftNext(next, posts.length - unnamed.length, posts.length, unnamed.join('、')));
  }
  if (lines.length === 0) lines.push(...shifts.map((shift) => pastLine(situation, shift)));
  return lines.join('\n');
}

function pastLine(situation: Situation, shift: ShiftDefinition): string {
  const posts = situation.state.duty.shifts.get(shift.id)?.size ?? 0;
  return say.shiftPast(shift, posts - shortUnits(situation, shift).length, posts);
}
