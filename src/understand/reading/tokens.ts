import type { Exact } from './exact.ts';
import type { Measure } from './measure.ts';
import type { WordKind } from './vocabulary.ts';

/** What the scanner makes of normalised text; offsets are those of the normalised text. */
export type Token =
  | GroupToken
  | NumberToken
  | FragmentToken
  | WordToken
  | BreakToken
  | ItemToken
  | DecoyToken
  | UnknownToken;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface NumberToken extends Stretch {
  readonly type: 'number';
  readonly value: Exact;
  readonly measure: Measure | null;
  /** Not one definite figure: to be asked about. */
  readonly loose: boolean;
  readonly negative: boolean;
  readonly carriesWan: boolean;
  /** Digits without 十百千万: may be an item number. */
  readonly plain: boolean;
  readonly hasPoint: boolean;
  /** Where the numeral itself ends, before its measure. */
  readonly numeralEnd: number;
  readonly percent: boolean;
}

/** Part of the labels of some rows. `rows` are positions in the index, `exactly` those that it names in full. */
export interface FragmentToken extends Stretch {
  readonly type: 'fragment';
  readonly rows: readonly number[];
  readonly exactly: readonly number[];
  readonly weight: number;
  /** Heard rather than read: matched by sound or by abbreviation. */
  readonly guessed: boolean;
}

/** A group heading such as 维权会议, by the positions of its rows. */
export interface GroupToken extends Stretch {
  readonly type: 'group';
  readonly rows: readonly number[];
}

export interface WordToken extends Stretch {
  readonly type: 'word';
  readonly kind: WordKind;
  readonly text: string;
}

export interface BreakToken extends Stretch {
  readonly type: 'break';
  readonly char: string;
}

/** An enumerator: ①, 第三项, or `3、` once a list was recognised. */
export interface ItemToken extends Stretch {
  readonly type: 'item';
  readonly number: number;
  /** 第三项 and ③ are certain; `3、` is only an enumerator inside a list. */
  readonly certain: boolean;
}

/** A number that is no figure: date, time, hotline, document number. */
export interface DecoyToken extends Stretch {
  readonly type: 'decoy';
}

export interface UnknownToken extends Stretch {
  readonly type: 'unknown';
}
