import type { Exact } from './exact.ts';
import type { Measure } from './measure.ts';
import type { Stretch } from './set-aside.ts';

/** What the readers hand to the checks: who may have said what about which row. */
export interface Claim {
  /** Positions of the rows that it may be about; more than one is to be asked about. */
  readonly rows: readonly number[];
  readonly certain: boolean;
  /** The figure itself is sure; where the claim is not certain, the row is in doubt. */
  readonly exactly?: boolean;
  readonly value: Exact;
  readonly measure: Measure | null;
  readonly carriesWan: boolean;
  readonly manner: 'stated' | 'none' | 'corrected' | 'adjusted';
  /** Added to what is recorded, or taken from it. */
  readonly change: 'set' | 'add' | 'less' | 'more' | 'and';
  readonly start: number;
  readonly end: number;
  /** The words that name the row, to look it up in other forms; null where none were said. */
  readonly named: { readonly start: number; readonly end: number } | null;
  readonly byItem: boolean;
  /** The words say themselves why the figure changes so much: 少打一个0, 对调. */
  readonly explained?: boolean;
  /** Said of the row of the figure before, with words of its own: 商圈2条，车站2条 are parts. */
  readonly part?: boolean;
  /** Another noun follows the label: perhaps the figure is of that. */
  readonly besides?: boolean;
}

export type Trouble = {
  readonly kind: 'approximate' | 'row' | 'sum' | 'measure' | 'number' | 'correction' | 'reference' | 'overwrite';
  readonly rows: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly value?: Exact;
  readonly measure?: Measure | null;
  readonly stated?: number;
  readonly partsTotal?: number;
  /** What to choose from, where it is not the value in each of the rows. */
  readonly offers?: readonly Offer[];
};

/** A figure for the row at a position. */
export interface Offer {
  readonly row: number;
  readonly value: number;
}

/** Rows to be set to zero because they were not mentioned. */
export interface Rest {
  readonly rows: readonly number[];
  readonly all: boolean;
  readonly start: number;
  readonly end: number;
}

export interface Findings {
  readonly claims: Claim[];
  readonly troubles: Trouble[];
  readonly rests: Rest[];
  /** Positions of rows that are said to be counted later: the rest does not reach them. */
  readonly postponed: number[];
  /** Figures said in this message and taken back in it. */
  readonly withdrawn: Stretch[];
}

export function noFindings(): Findings {
  return { claims: [], troubles: [], rests: [], postponed: [], withdrawn: [] };
}
