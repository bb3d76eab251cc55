/** Who hears of something that concerns single units: a message to each of their people, and a line that says so. */
import type { DirectoryView } from './directory/view.ts';
import { type Send, tell } from './ledger.ts';
import type { PersonId, UnitId } from './model.ts';
import { nobodyToMention, toldUnits, toTell, unitList } from './replies/wording.ts';
import type { Situation } from './situation.ts';

interface Told {
  readonly sends: readonly Send[];
  /** Who was told, and whom the organiser has to tell. */
  readonly line: string;
}

type PeopleOf = (situation: Situation, unit: UnitId) => readonly PersonId[];

const contactsOf: PeopleOf = ({ directory }, unit) => directory.contactsOf([unit]);

/** Units whose leaders are called for want of a reporter: they have it done. */
export function unitsWithoutReporter(directory: DirectoryView, units: readonly UnitId[]): readonly UnitId[] {
  return units.filter(
    (unit) => directory.peopleOf(unit, 'reporter').length === 0 && directory.peopleOf(unit, 'leader').length > 0,
  );
}

/** Of units that are called in the group: those that have nobody to be called, for the organiser to tell. */
export function unmentionedLine(directory: DirectoryView, units: readonly UnitId[]): string {
  const silent = units.filter((unit) => directory.contactsOf([unit]).length === 0);
  return nobodyToMention(unitList(directory, silent, silent.length));
}

/** The people of these units whom a message reaches: their reporters, their leaders where they have none. */
export function contactsReached(situation: Situation, units: readonly UnitId[]): readonly PersonId[] {
  return reached(situation, units, contactsOf);
}

function reached(situation: Situation, units: readonly UnitId[], peopleOf: PeopleOf): readonly PersonId[] {
  const people = new Set(units.flatMap((unit) => peopleOf(situation, unit)));
  return [...people].filter((person) => situation.reach(person) !== 'nowhere');
}

/** Nobody is written to before the plan is out. `peopleOf`: whom it concerns, where that is more than the contacts. */
export function tellUnits(
  situation: Situation,
  texts: readonly (readonly [UnitId, string])[],
  peopleOf: PeopleOf = contactsOf,
): Told {
  const line = unitsTold(
    situation,
    texts.map(([unit]) => unit),
    peopleOf,
  );
  if (situation.state.broadcast.publishedAtMs === null) return { sends: [], line };
  const sends = texts.flatMap(([unit, text]) =>
    reached(situation, [unit], peopleOf).map((person) => tell(person, text)),
  );
  return { sends, line };
}

/** Who of these units is told, and whom the organiser has to tell. */
export function unitsTold(situation: Situation, units: readonly UnitId[], peopleOf: PeopleOf = contactsOf): string {
  const { directory, state } = situation;
  if (state.broadcast.publishedAtMs === null) return toldUnits(null, []);
  const heard = units.map((unit) => ({ unit, people: reached(situation, [unit], peopleOf) }));
  const unheard = heard.filter(({ people }) => people.length === 0).map(({ unit }) => directory.short(unit));
  const names = heard.flatMap(({ people }) => people.map((person) => directory.name(person)));
  return toldUnits(names, unheard);
}

/** The same, before it is done. */
export function aboutToTell(situation: Situation, units: readonly UnitId[], peopleOf: PeopleOf = contactsOf): string {
  if (situation.state.broadcast.publishedAtMs === null) return toTell(null);
  return toTell(reached(situation, units, peopleOf).map((person) => situation.directory.name(person)));
}
