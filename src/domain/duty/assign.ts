/** "安排值班 黄浦区局 王丽、张强 晚会": the roster changed by chat; everyone whose shift moved is told. */
import { mayDo } from '../access.ts';
import type { ShiftDefinition } from '../campaign/definition.ts';
import { answer, type Outcome, refuse } from '../decision.ts';
import type { Person, Unit } from '../directory/model.ts';
import type { Send } from '../ledger.ts';
import * as say from '../replies/duty.ts';
import type { Situation, Speaker } from '../situation.ts';

interface Assignment {
  readonly unit: Unit;
  readonly people: readonly Person[];
  readonly shifts: readonly ShiftDefinition[];
}

export function assignDuty(situation: Situation, speaker: Speaker, words: string): Outcome {
  const { state, directory } = situation;
  if (!state.definition.duty) return answer(say.noDuty);
  const read = readAssignment(situation, speaker, words);
  if (typeof read === 'string') return refuse('assignment_unclear', read);
  const { unit, people, shifts } = read;
  if (unit.id !== speaker.person.unit && !mayDo(speaker.person, 'organiser'))
    return refuse('not_your_unit', say.assignOwnUnit);
  if (shifts.length === 0) return answer(say.shiftsOver);
  const ids = people.map((person) => person.id);
  const titles = shifts.map((shift) => shift.title).join('、');
  const events = shifts.map(
    (shift) => ({ type: 'ShiftAssigned', shift: shift.id, unit: unit.id, people: ids, by: speaker.person.id }) as const,
  );
  const names = people.map((person) => person.name).join('、');
  const notices = movedNotices(situation, read, directory.short(unit.id));
  if (notices.length === 0) return answer(say.assignedAlready(unit.shortName, names));
  return answer(say.assigned(unit.shortName, names, titles), events, notices);
}

/** What the words assign, or what to write instead. */
function readAssignment({ state, directory, nowMs }: Situation, speaker: Speaker, words: string): Assignment | string {
  const tokens = words.split(/[\s，,、；;：:]+/).filter((token) => token !== '');
  const shifts = (state.definition.duty?.shifts ?? []).filter((shift) => shift.endMs > nowMs);
  let unit = speaker.person.unit === null ? undefined : directory.unit(speaker.person.unit);
  const chosen: ShiftDefinition[] = [];
  const names: string[] = [];
  for (const token of tokens) {
    const named = directory.unitsNamed(token)[0];
    const shift = shifts.find(({ title }) => token.length >= 2 && title.includes(token));
    if (named) unit = named;
    else if (shift) chosen.push(shift);
    else names.push(token);
  }
  if (!unit || names.length === 0) return say.assignHow;
  const people: Person[] = [];
  for (const name of names) {
    const person = directory.personNamed(name, unit.id);
    if (!person) return say.personUnknown(name, unit.shortName);
    people.push(person);
  }
  return { unit, people, shifts: chosen.length > 0 ? chosen : shifts };
}

function movedNotices({ state }: Situation, { unit, people, shifts }: Assignment, short: string): Send[] {
  const joined = new Map<string, ShiftDefinition[]>();
  const left = new Map<string, ShiftDefinition[]>();
  for (const shift of shifts) {
    const before = state.duty.shifts.get(shift.id)?.get(unit.id)?.people ?? [];
    const after = people.map((person) => person.id);
    for (const id of after) if (!before.includes(id)) joined.set(id, [...(joined.get(id) ?? []), shift]);
    for (const id of before) if (!after.includes(id)) left.set(id, [...(left.get(id) ?? []), shift]);
  }
  const list = (moved: readonly ShiftDefinition[]) =>
    moved.map((shift) => `${shift.title}（${say.shiftTime(shift)}）`).join('、');
  const tell = (person: string, text: string): Send => ({
    to: { kind: 'person', person },
    text,
    mentions: [],
    purpose: { kind: 'notice' },
  });
  return [
    ...[...joined].map(([person, moved]) => tell(person, say.shiftMovedTo(short, list(moved)))),
    ...[...left].map(([person, moved]) => tell(person, say.shiftMovedAway(short, list(moved)))),
  ];
}
