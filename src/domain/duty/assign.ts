/** "安排值班 黄浦区局 王丽、张强 晚会": the roster changed by chat; everyone whose shift moved is told. */
import { may } from '../access.ts';
import type { ShiftDefinition } from '../campaign/definition.ts';
import type { CampaignEvent } from '../campaign/slices.ts';
import type { Person, Unit } from '../directory/model.ts';
import { exampleOf } from '../examples.ts';
import { type Send, tell } from '../ledger.ts';
import type { PersonId } from '../model.ts';
import { shiftsIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as coming from '../replies/coming.ts';
import * as say from '../replies/duty.ts';
import type { Situation, Speaker } from '../situation.ts';
import { gapNews } from './away.ts';
import { namesOf } from './check-in.ts';

export interface Assignment {
  readonly unit: Unit;
  readonly people: readonly Person[];
  readonly shifts: readonly ShiftDefinition[];
}

/** Who would be replaced by whom; null where nobody is taken off. */
export function previewAssign(situation: Situation, speaker: Speaker, words: string): string | null {
  const read = readAssignment(situation, speaker, words);
  if (typeof read === 'string' || !mayAssign(speaker, read.unit)) return null;
  const { unit, people, shifts } = read;
  const off = [...movedPeople(situation, read).left.keys()];
  if (off.length === 0) return null;
  return say.aboutToAssign({
    unit: unit.shortName,
    off: namesOf(situation, off),
    on: people.map(({ name }) => name).join('、'),
    shifts: shifts.map(({ title }) => title).join('、'),
  });
}

export function assignDuty(situation: Situation, speaker: Speaker, words: string): Outcome {
  if (!situation.state.definition.duty) return answer(say.noDuty);
  const read = readAssignment(situation, speaker, words);
  if (typeof read === 'string') return refuse('assignment_unclear', read);
  if (!mayAssign(speaker, read.unit)) return refuse('not_your_unit', say.assignOwnUnit);
  if (read.shifts.length === 0) return answer(say.shiftsOver);
  return assign(situation, { by: speaker.person.id, speaker: speaker.person.id }, read);
}

interface Assigner {
  readonly by: PersonId;
  /** Who is answered, and so is told nothing besides. */
  readonly speaker: PersonId;
}

export function assign(situation: Situation, { by, speaker }: Assigner, assignment: Assignment): Outcome {
  const { unit, people, shifts } = assignment;
  const names = people.map((person) => person.name).join('、');
  const moved = movedPeople(situation, assignment);
  if (moved.joined.size + moved.left.size === 0) return answer(say.assignedAlready(unit.shortName, names));
  const titles = shifts.map((shift) => shift.title).join('、');
  // Before the plan is out nobody is told anything.
  const published = situation.state.broadcast.publishedAtMs !== null;
  const unheard = [...moved.joined.keys(), ...moved.left.keys()].filter((id) => situation.reach(id) === 'nowhere');
  const notices = movedNotices(moved, unit).filter(({ to }) => to.kind === 'person' && isTold(to.person));
  const told = published ? { any: notices.length > 0, unheard: namesOf(situation, [...new Set(unheard)]) } : null;
  return answer(say.assigned(unit.shortName, names, titles, told), {
    events: assignedEvents(assignment, by),
    sends: published ? [...notices, ...gapsFilled(situation, moved, assignment, [by, speaker])] : [],
  });

  function isTold(person: PersonId): boolean {
    return person !== speaker && !unheard.includes(person);
  }
}

/** Those who were told to find somebody for a shift hear that there is one, unless it was their own doing. */
function gapsFilled(
  situation: Situation,
  { joined, left }: Moved,
  { unit, people }: Assignment,
  known: readonly PersonId[],
): Send[] {
  const { state, directory } = situation;
  return [...left].flatMap(([person, all]) => {
    const shifts = all.filter(({ id }) => state.duty.shifts.get(id)?.get(unit.id)?.away.get(person)?.kind === 'absent');
    if (shifts.length === 0) return [];
    const text = coming.gapFilled(
      unit.shortName,
      directory.name(person),
      people.map(({ name }) => name).join('、'),
      shifts,
    );
    const { sends } = gapNews(situation, { unit: unit.id, person, shifts }, text);
    return sends.filter(({ to }) => to.kind === 'person' && !known.includes(to.person) && !joined.has(to.person));
  });
}

function assignedEvents({ unit, people, shifts }: Assignment, by: string): CampaignEvent[] {
  const ids = people.map((person) => person.id);
  return shifts.map((shift) => ({ type: 'ShiftAssigned', shift: shift.id, unit: unit.id, people: ids, by }) as const);
}

function mayAssign({ person }: Speaker, unit: Unit): boolean {
  return unit.id === person.unit || may(person, 'organiser');
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
    const [shift] = shiftsIn(shifts, token);
    if (named) unit = named;
    else if (shift) chosen.push(shift);
    else names.push(token);
  }
  if (!unit || names.length === 0) return say.assignHow(exampleOf({ state, directory }));
  const people: Person[] = [];
  for (const name of names) {
    const person = directory.personNamed(name, unit.id);
    if (!person) return say.personUnknown(name, unit.shortName);
    people.push(person);
  }
  return { unit, people, shifts: chosen.length > 0 ? chosen : shifts };
}

interface Moved {
  readonly joined: ReadonlyMap<string, ShiftDefinition[]>;
  readonly left: ReadonlyMap<string, ShiftDefinition[]>;
}

function movedPeople({ state }: Situation, { unit, people, shifts }: Assignment): Moved {
  const joined = new Map<string, ShiftDefinition[]>();
  const left = new Map<string, ShiftDefinition[]>();
  for (const shift of shifts) {
    const before = state.duty.shifts.get(shift.id)?.get(unit.id)?.people ?? [];
    const after = people.map((person) => person.id);
    for (const id of after) if (!before.includes(id)) joined.set(id, [...(joined.get(id) ?? []), shift]);
    for (const id of before) if (!after.includes(id)) left.set(id, [...(left.get(id) ?? []), shift]);
  }
  return { joined, left };
}

function movedNotices({ joined, left }: Moved, { shortName }: Unit): Send[] {
  return [
    ...[...joined].map(([person, shifts]) => tell(person, say.shiftMovedTo(shortName, say.shiftList(shifts)))),
    ...[...left].map(([person, shifts]) => tell(person, say.shiftMovedAway(shortName, say.shiftList(shifts)))),
  ];
}
