/** Who is not at the post, in words for the group and for leaders. */
import type { ShiftDefinition } from '../campaign/definition.ts';
import type { Person } from '../directory/model.ts';
import type { Send } from '../ledger.ts';
import type { PersonId, UnitId } from '../model.ts';
import * as say from '../replies/duty.ts';
import type { Situation } from '../situation.ts';
import { absentFrom, isShort, type Post } from './post.ts';

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
      return toMention(situation, unit, post ? absentFrom(post) : []);
    }),
    purpose: { kind: 'duty-absence', shiftId: shift.id, units, minutes },
    urgency: 'now',
  };
}

/** These people of a unit; where nobody of them is there any more, its contacts: somebody has to hear it. */
export function toMention({ directory }: Situation, unit: UnitId, people: readonly PersonId[]): readonly PersonId[] {
  const known = people.filter((person) => directory.person(person));
  return known.length > 0 ? known : directory.contactsOf([unit]);
}

interface Told {
  readonly person: Person;
  readonly units: UnitId[];
}

/** Each leader hears of the own unit, in one message; who cannot be reached alone is told in the group. */
export function leaderMessages(situation: Situation, shift: ShiftDefinition, units: readonly UnitId[]): Send[] {
  const told = whoHears(situation, shift, units);
  const alone = told.filter(({ person }) => situation.reach(person.id) === 'alone');
  const inGroup = told.filter(({ person }) => situation.reach(person.id) !== 'alone');
  const sends = alone.map(({ person, units: own }) =>
    leaderMessage(situation, shift, { kind: 'person', person: person.id }, [], own),
  );
  if (inGroup.length === 0) return sends;
  const missing = [...new Set(inGroup.flatMap(({ units: own }) => own))];
  const people = inGroup.map(({ person }) => person.id);
  return [
    ...sends,
    ...situation.groups.map((group) =>
      leaderMessage(situation, shift, { kind: 'chat', chat: group.id }, people, missing),
    ),
  ];
}

/** The unit's leaders; the organisers where there is none, or where it is the leader who is missing. */
function whoHears({ state, directory }: Situation, shift: ShiftDefinition, units: readonly UnitId[]): Told[] {
  const told = new Map<PersonId, Told>();
  for (const unit of units) {
    const post = state.duty.shifts.get(shift.id)?.get(unit);
    const absent = post ? absentFrom(post) : [];
    const leaders = directory.peopleOf(unit, 'leader').filter(({ id }) => !absent.includes(id));
    for (const person of leaders.length > 0 ? leaders : directory.organisers())
      told.set(person.id, { person, units: [...(told.get(person.id)?.units ?? []), unit] });
  }
  return [...told.values()];
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
    text: say.absenceToLeader(shift, absentNames(situation, shift, units), toldElsewhere(situation, shift, to, units)),
    mentions,
    purpose: {
      kind: 'duty-absence',
      shiftId: shift.id,
      units,
      minutes: situation.state.definition.duty?.escalateAfterMinutes ?? 0,
    },
    urgency: 'now',
  };
}

/** To an organiser: who is missing besides, of whom the unit's own leaders hear; else the list would seem to be all. */
function toldElsewhere(situation: Situation, shift: ShiftDefinition, to: Send['to'], units: readonly UnitId[]): string {
  const organises = to.kind === 'person' && situation.directory.organisers().some(({ id }) => id === to.person);
  const others = organises ? shortUnits(situation, shift).filter((unit) => !units.includes(unit)) : [];
  return others.length === 0 ? '' : absentNames(situation, shift, others);
}

/** What fits into one message of a group robot beside the words around it. */
const postsShown = 30;

export function absentNames(situation: Situation, shift: ShiftDefinition, units: readonly UnitId[]): string {
  const { state, directory } = situation;
  const names = units.slice(0, postsShown).map((unit) => {
    const post = state.duty.shifts.get(shift.id)?.get(unit);
    return say.absentPost(directory.short(unit), post ? missingPeople(situation, post) : []);
  });
  return names.join('；') + (units.length > postsShown ? `等${units.length}家` : '');
}

/** With what they said of it: `王丽（请假）`. */
function missingPeople({ directory }: Situation, post: Post): string[] {
  return absentFrom(post).map((person) => {
    const away = post.away.get(person);
    return say.missingPerson(directory.name(person), away?.kind ?? null);
  });
}
