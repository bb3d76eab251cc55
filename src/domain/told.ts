/** Who hears of something that concerns single units: a message to each of their people, and a line that says so. */
import { type Send, tell } from './ledger.ts';
import type { PersonId, UnitId } from './model.ts';
import { toldUnits, toTell } from './replies/wording.ts';
import type { Situation } from './situation.ts';

interface Told {
  readonly sends: readonly Send[];
  /** Who was told, and whom the organiser has to tell. */
  readonly line: string;
}

/** The people of these units whom a message reaches: their reporters, their leaders where they have none. */
export function contactsReached({ directory, reach }: Situation, units: readonly UnitId[]): readonly PersonId[] {
  return directory.contactsOf(units).filter((person) => reach(person) !== 'nowhere');
}

/** Nobody is written to before the plan is out. */
export function tellUnits(situation: Situation, texts: readonly (readonly [UnitId, string])[]): Told {
  const line = unitsTold(
    situation,
    texts.map(([unit]) => unit),
  );
  if (situation.state.broadcast.publishedAtMs === null) return { sends: [], line };
  const sends = texts.flatMap(([unit, text]) => contactsReached(situation, [unit]).map((person) => tell(person, text)));
  return { sends, line };
}

/** Who of these units is told, and whom the organiser has to tell. */
export function unitsTold(situation: Situation, units: readonly UnitId[]): string {
  const { directory, state } = situation;
  if (state.broadcast.publishedAtMs === null) return toldUnits(null, []);
  const heard = units.map((unit) => ({ unit, people: contactsReached(situation, [unit]) }));
  const unheard = heard.filter(({ people }) => people.length === 0).map(({ unit }) => directory.short(unit));
  const names = heard.flatMap(({ people }) => people.map((person) => directory.name(person)));
  return toldUnits(names, unheard);
}

/** The same, before it is done. */
export function aboutToTell(situation: Situation, units: readonly UnitId[]): string {
  if (situation.state.broadcast.publishedAtMs === null) return toTell(null);
  return toTell(contactsReached(situation, units).map((person) => situation.directory.name(person)));
}
