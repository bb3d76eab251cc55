/** A shift's instants: the check-in is posted, absentees are named, their leaders told. */
import { MINUTE_MS } from '../calendar/zone.ts';
import type { DutyDefinition, ShiftDefinition } from '../campaign/definition.ts';
import { type Send, tell } from '../ledger.ts';
import type { UnitId } from '../model.ts';
import * as say from '../replies/duty.ts';
import type { Renewals } from '../room.ts';
import type { Series } from '../series.ts';
import type { Situation } from '../situation.ts';
import { stillFor } from '../still-for.ts';
import { absenceMessage, leaderMessage, leaderMessages, shortUnits, toMention } from './absence.ts';
import type { DutyShape } from './state.ts';

export function dutySeries(situation: Situation): Series[] {
  const { definition } = situation.state;
  const duty = definition.duty;
  if (!duty) return [];
  return duty.shifts.flatMap((shift) => [callSeries(situation, shift), ...absenceSeries(situation, duty, shift)]);
}

function callSeries(situation: Situation, shift: ShiftDefinition): Series {
  const { state, nowMs } = situation;
  return {
    name: `duty/${shift.id}/call`,
    title: `${shift.title}签到`,
    quiet: null,
    // A shift that began before the plan was out is nobody's fault.
    fromMs: Math.max(state.openedAtMs ?? nowMs, state.broadcast.publishedAtMs ?? nowMs),
    next: (afterMs) => (shift.startMs > afterMs ? shift.startMs : null),
    fire: () => (nowMs >= shift.endMs ? { events: [], sends: missed(situation, shift) } : call(situation, shift)),
  };
}

function call(situation: Situation, shift: ShiftDefinition): ReturnType<Series['fire']> {
  const { state, groups, botName } = situation;
  const posts = [...(state.duty.shifts.get(shift.id)?.values() ?? [])];
  const text = say.shiftCall(shift, posts.length, botName);
  return {
    events: [{ type: 'ShiftCalled', shift: shift.id }],
    sends: groups.map((group) => ({
      to: { kind: 'chat', chat: group.id },
      text,
      mentions: posts.flatMap((post) => toMention(situation, post.unit, post.people)),
      purpose: { kind: 'duty-call', shiftId: shift.id },
      urgency: 'now',
    })),
  };
}

function missed({ directory }: Situation, shift: ShiftDefinition): Send[] {
  return directory.organisers().map((person) => tell(person.id, say.shiftMissed(shift)));
}

function absenceSeries(situation: Situation, duty: DutyDefinition, shift: ShiftDefinition): Series[] {
  const calledAtMs = situation.state.duty.calledAtMs.get(shift.id);
  if (calledAtMs === undefined || shortUnits(situation, shift).length === 0) return [];
  const at = (minutes: number) => calledAtMs + minutes * MINUTE_MS;
  const once = (name: string, title: string, atMs: number, sends: (units: readonly UnitId[]) => Send[]): Series => ({
    name: `duty/${shift.id}/${name}`,
    title,
    quiet: null,
    fromMs: calledAtMs,
    next: (afterMs) => (atMs > afterMs && atMs < shift.endMs ? atMs : null),
    fire: () => ({ events: [], sends: sends(shortUnits(situation, shift)) }),
  });
  return [
    once('absent', '未到岗点名', at(duty.absentAfterMinutes), (units) =>
      situation.groups.map((group) => absenceMessage(situation, shift, group.id, units, duty.absentAfterMinutes)),
    ),
    once('leader', '未到岗告知领导', at(duty.escalateAfterMinutes), (units) => leaderMessages(situation, shift, units)),
  ];
}

export const dutyRenew: Renewals<DutyShape> = {
  'duty-call': (situation, send, { shiftId }) => (shiftNotOver(situation, shiftId) ? send : null),
  'duty-absence'(situation, send, { shiftId, units, minutes }) {
    const shift = shiftNotOver(situation, shiftId);
    if (!shift) return null;
    const toGroup = send.to.kind === 'chat' && minutes !== situation.state.definition.duty?.escalateAfterMinutes;
    return stillFor(send, units, new Set(shortUnits(situation, shift)), (left, chat) =>
      toGroup
        ? absenceMessage(situation, shift, chat, left, minutes)
        : leaderMessage(situation, shift, send.to, send.mentions, left),
    );
  },
};

function shiftNotOver({ state, nowMs }: Situation, shiftId: string): ShiftDefinition | undefined {
  return state.definition.duty?.shifts.find(({ id, endMs }) => id === shiftId && nowMs < endMs);
}
