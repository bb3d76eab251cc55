/** A shift's instants: the check-in is posted, absentees are named, their leaders told. */
import { MINUTE_MS } from '../calendar/zone.ts';
import type { DutyDefinition, ShiftDefinition } from '../campaign/definition.ts';
import type { Send } from '../ledger.ts';
import type { UnitId } from '../model.ts';
import type { Series } from '../reminders/slots.ts';
import * as say from '../replies/duty.ts';
import type { Situation } from '../situation.ts';
import { absentFrom, isShort } from './state.ts';

export function dutySeries(situation: Situation): Series[] {
  const { definition } = situation.state;
  const duty = definition.duty;
  if (!duty) return [];
  return duty.shifts.flatMap((shift) => [callSeries(situation, shift), ...absenceSeries(situation, duty, shift)]);
}

function callSeries(situation: Situation, shift: ShiftDefinition): Series {
  const { state, groups, botName, nowMs, directory } = situation;
  return {
    name: `duty/${shift.id}/call`,
    title: `${shift.title}签到`,
    quiet: null,
    fromMs: state.openedAtMs ?? nowMs,
    next: (afterMs) => (shift.startMs > afterMs ? shift.startMs : null),
    fire() {
      if (nowMs >= shift.endMs)
        return {
          events: [],
          sends: directory
            .organisers()
            .map((person) => notice({ kind: 'person', person: person.id }, say.shiftMissed(shift), [])),
        };
      const posts = [...(state.duty.shifts.get(shift.id)?.values() ?? [])];
      const people = posts.flatMap((post) => post.people);
      const text = say.shiftCall(shift, posts.length, botName);
      return {
        events: [{ type: 'ShiftCalled', shift: shift.id }],
        sends: groups.map((group) => ({
          to: { kind: 'chat', chat: group.id },
          text,
          mentions: people,
          purpose: { kind: 'duty-call', shiftId: shift.id },
        })),
      };
    },
  };
}

function notice(to: Send['to'], text: string, mentions: readonly string[]): Send {
  return { to, text, mentions, purpose: { kind: 'notice' } };
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

export function shortUnits({ state }: Situation, shift: ShiftDefinition): UnitId[] {
  return [...(state.duty.shifts.get(shift.id)?.values() ?? [])].filter(isShort).map((post) => post.unit);
}

export function absenceMessage(
  situation: Situation,
  shift: ShiftDefinition,
  chat: string,
  units: readonly UnitId[],
  minutes: number,
): Send {
  return {
    to: { kind: 'chat', chat },
    text: say.absence(shift, minutes, absentNames(situation, shift, units), situation.botName),
    mentions: units.flatMap((unit) => {
      const post = situation.state.duty.shifts.get(shift.id)?.get(unit);
      return post && post.people.length > 0 ? absentFrom(post) : situation.directory.contactsOf([unit]);
    }),
    purpose: { kind: 'duty-absence', shiftId: shift.id, units, minutes },
  };
}

/** Each leader hears of the own unit; units without a leader, or whose leader cannot be reached alone, go to the group. */
function leaderMessages(situation: Situation, shift: ShiftDefinition, units: readonly UnitId[]): Send[] {
  const { directory, groups } = situation;
  const leaders = units.flatMap((unit) => {
    const own = directory.peopleOf(unit, 'leader');
    return (own.length > 0 ? own : directory.organisers()).map((person) => ({ person, unit }));
  });
  const sends = leaders
    .filter(({ person }) => situation.reaches(person))
    .map(({ person, unit }) => leaderMessage(situation, shift, { kind: 'person', person: person.id }, [], [unit]));
  const inGroup = leaders.filter(({ person }) => !situation.reaches(person));
  if (inGroup.length === 0) return sends;
  const told = [...new Set(inGroup.map(({ unit }) => unit))];
  const people = inGroup.map(({ person }) => person.id);
  return [
    ...sends,
    ...groups.map((group) => leaderMessage(situation, shift, { kind: 'chat', chat: group.id }, people, told)),
  ];
}

export function leaderMessage(
  situation: Situation,
  shift: ShiftDefinition,
  to: Send['to'],
  mentions: readonly string[],
  units: readonly UnitId[],
): Send {
  return {
    to,
    text: say.absenceToLeader(shift, absentNames(situation, shift, units)),
    mentions,
    purpose: {
      kind: 'duty-absence',
      shiftId: shift.id,
      units,
      minutes: situation.state.definition.duty?.escalateAfterMinutes ?? 0,
    },
  };
}

/** What fits into one message of a group robot beside the words around it. */
const postsShown = 30;

export function absentNames({ state, directory }: Situation, shift: ShiftDefinition, units: readonly UnitId[]): string {
  const names = units.slice(0, postsShown).map((unit) => {
    const post = state.duty.shifts.get(shift.id)?.get(unit);
    const people = post ? absentFrom(post).map((person) => directory.person(person)?.name ?? person) : [];
    return say.absentPost(directory.short(unit), people);
  });
  return names.join('；') + (units.length > postsShown ? `等${units.length}家` : '');
}
