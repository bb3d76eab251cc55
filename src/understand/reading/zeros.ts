/** Figures that say none, and zeros said for all that is left. */
import type { Element, Figure } from './elements.ts';
import { toNumber } from './exact.ts';
import type { Stretch } from './set-aside.ts';

export function isZero(figure: Figure): boolean {
  if (figure.role === 'decoy') return false;
  return figure.number === null || (toNumber(figure.number.value) === 0 && !figure.loose && !figure.number.loose);
}

/** 其余为0 in a clause that only asks; null where no such zero, or another figure, stands in it. */
export function askedRestIn(clause: readonly Element[]): Stretch | null {
  const rest = clause.find((element) => element.type === 'word' && /^(?:rest|all|both|allZero)$/.test(element.kind));
  const figures = clause.filter((element) => element.type === 'figure');
  if (!rest || !figures.every(isZero)) return null;
  const last = figures.at(-1);
  return { why: 'asked', start: rest.start, end: Math.max(rest.end, last?.end ?? rest.end) };
}
