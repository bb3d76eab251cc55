import { clausesOf } from './clauses.ts';
import { type Element, type Label, rowsOf } from './elements.ts';

/** What 除了… and …除外 take out of 都没有 and 其余为0. */
export interface Exceptions {
  /** Whether anything is taken out in so many words: then the rest is meant although no word says so. */
  readonly any: boolean;
  /** Positions of the rows taken out, and of those only named: these are not zero, whether or not their figure was said. */
  readonly rows: ReadonlySet<number>;
  /** The words that take them out. */
  readonly elements: ReadonlySet<Element>;
}

const nothing: Exceptions = { any: false, rows: new Set(), elements: new Set() };

export function exceptionsIn(elements: readonly Element[]): Exceptions {
  if (!elements.some(speaksOfRest)) return nothing;
  const clauses = clausesOf(elements);
  const stretches = clauses.flatMap((clause) => [behindOpening(clause) ?? beforeClosing(clause) ?? []]);
  const out = stretches.flat();
  return { any: out.length > 0, rows: new Set([...rowsOf(out), ...onlyNamed(clauses)]), elements: new Set(out) };
}

function speaksOfRest(element: Element): boolean {
  return element.type === 'word' && /^(?:rest|all|both|only|except)$/.test(element.kind);
}

/** 除公益广告外. */
function behindOpening(clause: readonly Element[]): readonly Element[] | null {
  const from = clause.findIndex((element, at) => opensException(element, clause[at - 1]));
  if (from < 0) return null;
  const length = clause.slice(from).findIndex(closesException);
  return clause.slice(from, length < 0 ? clause.length : from + length);
}

/** But not the end of 消除, 拆除. */
function opensException(element: Element, before: Element | undefined): boolean {
  if (element.type !== 'word' || element.kind !== 'only' || !element.text.startsWith('除')) return false;
  return element.text !== '除' || before?.type !== 'unknown' || before.end !== element.start;
}

function closesException(element: Element): boolean {
  return element.type === 'word' && (/外$/.test(element.text) || isRestWord(element));
}

/** 公益广告除外, 其余为零（第2项除外）, 公益广告外都是0: from what was last said. */
function beforeClosing(clause: readonly Element[]): readonly Element[] | null {
  const end = clause.findIndex((element, at) => isExcept(element, clause[at + 1]));
  if (end < 0) return null;
  const begin = clause.slice(0, end).findLastIndex((element) => element.type === 'figure' || isRestWord(element));
  return clause.slice(begin + 1, end + 1);
}

function isExcept(element: Element, next: Element | undefined): boolean {
  if (element.type !== 'word') return false;
  return element.kind === 'except' || (element.text === '外' && next !== undefined && isRestWord(next));
}

function isRestWord(element: Element): boolean {
  return element.type === 'word' && /^(?:rest|all|both|allZero)$/.test(element.kind);
}

/** 公益广告另报，其余为0: what is named in a clause of its own is not among the rest, though no figure is said. */
function onlyNamed(clauses: readonly (readonly Element[])[]): readonly number[] {
  const apart = clauses.filter((clause) => !clause.some((element) => element.type === 'figure' || isRestWord(element)));
  return apart.flat().flatMap((element) => (element.type === 'label' && namesRow(element) ? element.rows : []));
}

function namesRow({ by, rows, certain, exact }: Label): boolean {
  return by !== 'group' && rows.length === 1 && (certain || exact);
}
