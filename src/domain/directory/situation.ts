/** What decisions about people are made from, and how they are named in them. */
import type { ShiftDefinition } from '../campaign/definition.ts';
import type { EpochMs, PersonId } from '../model.ts';
import { peopleIn, unitsIn } from '../naming.ts';
import type { Reach } from '../situation.ts';
import type { Unit } from './model.ts';
import type { DirectoryState } from './state.ts';
import type { DirectoryView } from './view.ts';

export interface DirectorySituation {
  readonly state: DirectoryState;
  readonly view: DirectoryView;
  readonly nowMs: EpochMs;
  readonly reach: (person: PersonId) => Reach;
  /** Shifts to come that this person stands, in whatever campaign. */
  readonly shiftsOf: (person: PersonId) => readonly ShiftDefinition[];
}

/** `黄浦区局 王丽`: a unit, and the name of the person where it follows. */
export function unitAndName(view: DirectoryView, words: string): { unit: Unit | undefined; name: string } {
  const { found, rest } = unitsIn(view, words.trim());
  const [named] = peopleIn(view, rest).found;
  return { unit: found[0], name: named?.name ?? rest.replace(/(?:同志|联络员|为|是)$/, '').trim() };
}
