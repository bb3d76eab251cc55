/** Figures that are added up. */
import type { Element, Figure } from './elements.ts';
import { add, type Exact, toNumber, ZERO } from './exact.ts';
import type { Findings } from './findings.ts';

export function pushSum(findings: Findings, rows: readonly number[], from: Element, total: Figure, sum: Exact): void {
  const measure = total.number?.measure ?? null;
  findings.troubles.push({
    kind: 'sum',
    rows,
    start: from.start,
    end: total.end,
    stated: saidIn(total),
    partsTotal: toNumber(sum),
    value: total.number?.value ?? ZERO,
    measure,
  });
}

export function sumOf(figures: readonly Figure[]): Exact {
  return figures.reduce<Exact>((sum, figure) => add(sum, figure.number?.value ?? ZERO), ZERO);
}

export function saidIn(figure: Figure): number {
  return figure.number === null ? 0 : toNumber(figure.number.value);
}

export function alike(one: Figure, other: Figure): boolean {
  const left = one.number?.measure?.name;
  const right = other.number?.measure?.name;
  return left === undefined || right === undefined || left === right || `${left}次` === right || left === `${right}次`;
}
