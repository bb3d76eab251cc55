import type { NumberToken, WordToken } from './tokens.ts';

/** What a message is made of once labels are found: the atoms that the reading rules work on. */
export type Element = Heading | Label | Figure | Word | Break | Unknown | Decoy;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch that names rows: by their words, by number, or a whole group. `rows` are positions in the index. */
export interface Label extends Stretch {
  readonly type: 'label';
  readonly by: 'name' | 'item' | 'group';
  readonly rows: readonly number[];
  /** Named in full, or by enough of its own words. */
  readonly certain: boolean;
  readonly exact: boolean;
  readonly item: number | null;
  /** An unknown word stands directly before a part of the label: 商业广告. */
  readonly leading: boolean;
  /** An unknown word stands directly behind the label: 咨询台, 宣传车. */
  readonly trailing: boolean;
}

export type Role = 'value' | 'decoy' | 'subset' | 'old' | 'cumulative' | 'today';

export interface Figure extends Stretch {
  readonly type: 'figure';
  /** Null for 没有 and the like. */
  readonly number: NumberToken | null;
  role: Role;
  loose: boolean;
  /** 共: this figure is a stated total. */
  total: boolean;
  /** Said as a change of what is recorded. */
  change: 'none' | 'corrected' | 'add' | 'less' | 'more' | 'and';
  /** Directly behind it stands a noun of its own that no row has: 30张海报. */
  described: boolean;
}

/** A group heading in front of its own rows. */
export interface Heading extends Stretch {
  readonly type: 'heading';
  readonly rows: readonly number[];
}

export interface Word extends Stretch {
  readonly type: 'word';
  readonly kind: WordToken['kind'];
  readonly text: string;
}

export interface Break extends Stretch {
  readonly type: 'break';
  readonly char: string;
}

export interface Unknown extends Stretch {
  readonly type: 'unknown';
}

export interface Decoy extends Stretch {
  readonly type: 'decoy';
}

export function isClauseBreak(element: Element): element is Break {
  return element.type === 'break' && /[,;。!?\n…]/.test(element.char);
}

/** The rows that labels among these name, as positions in the form. */
export function rowsOf(elements: readonly Element[]): readonly number[] {
  return elements.flatMap((element) => (element.type === 'label' ? element.rows : []));
}

/** A figure with a number; 没有 has none. */
export function isNumber(element: Element): element is Figure & { readonly number: NumberToken } {
  return element.type === 'figure' && element.number !== null;
}

/** What a report is made of: rows and figures. */
export function reports({ type }: Element): boolean {
  return type === 'label' || type === 'figure';
}

/** The words of a clause, without the marks that end it. */
export function wordsOf(clause: readonly Element[], text: string): string {
  const words = clause.filter((element) => !isClauseBreak(element));
  return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0).trim();
}

/** May be the figure of a row. */
export function isCountable({ role }: Figure): boolean {
  return role === 'value' || role === 'today' || role === 'cumulative';
}

/** A place, or a thing that no form counts. */
export function isPlace(element: Element): boolean {
  return element.type === 'word' && element.kind === 'place';
}
