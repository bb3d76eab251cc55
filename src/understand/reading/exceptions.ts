import { clausesOf } from './clauses.ts';
import type { Element } from './elements.ts';

/** What 除了… and …除外 take out of 都没有 and 其余为0. */
export interface Exceptions {
  /** Whether anything is taken out at all: then the rest is meant although no word says so. */
  readonly any: boolean;
  /** Positions of the rows named there: these are not zero, whether or not their figure was said. */
  readonly rows: ReadonlySet<number>;
  /** The words from 除 to 外. */
  readonly elements: ReadonlySet<Element>;
}

const nothing: Exceptions = { any: false, rows: new Set(), elements: new Set() };

export function exceptionsIn(elements: readonly Element[]): Exceptions {
  if (!elements.some((element, at) => opensException(element, elements[at - 1]) || endsException(element)))
    return nothing;
  const stretches = clausesOf(elements).flatMap((clause) => {
    const from = clause.findIndex((element, at) => opensException(element, clause[at - 1]));
    const last = clause.findIndex(endsException);
    if (from < 0) return last < 0 ? [] : [clause.slice(0, last + 1)];
    const length = clause.slice(from).findIndex(closesException);
    return [clause.slice(from, length < 0 ? clause.length : from + length)];
  });
  const named = stretches.flat().flatMap((element) => (element.type === 'label' ? [...element.rows] : []));
  return { any: stretches.length > 0, rows: new Set(named), elements: new Set(stretches.flat()) };
}

/** 公益广告除外: nothing opens it, and what stands before it is taken out. */
function endsException(element: Element): boolean {
  return element.type === 'word' && element.kind === 'only' && /^(?:除外|[以之]外)$/.test(element.text);
}

/** 除公益广告外; but not the end of 消除, 拆除. */
function opensException(element: Element, before: Element | undefined): boolean {
  if (element.type !== 'word' || element.kind !== 'only' || !/^除了?$/.test(element.text)) return false;
  return element.text !== '除' || before?.type !== 'unknown' || before.end !== element.start;
}

function closesException(element: Element): boolean {
  return element.type === 'word' && (/外$/.test(element.text) || /^(?:rest|all|both|allZero)$/.test(element.kind));
}
