/** Wholes and the parts that are said behind them. */
import type { Pair } from './claim.ts';
import { type Element, type Figure, isCountable } from './elements.ts';
import { toNumber } from './exact.ts';
import type { Findings } from './findings.ts';
import { alike, saidIn, sumOf } from './parts.ts';

/** After pairing: figures that follow a whole exceed it neither one by one nor together; parts of a stated total must make it up. */
export function checkSubsets(elements: readonly Element[], pairs: readonly Pair[], findings: Findings): Pair[] {
  const exceeded = exceededIn(
    elements,
    pairs.map(({ label, figure }) => ({ figure, rows: label.rows })),
    findings,
  );
  return pairs.filter(({ figure }) => !exceeded.includes(figure));
}

/**
 * Wholes that are smaller than the parts behind them, or other than the parts that are listed in brackets without 其中, or of which
 * another whole of the same sentence shows that they are listed in full: they are asked about.
 */
export function exceededIn(
  elements: readonly Element[],
  wholes: readonly { readonly figure: Figure; readonly rows: readonly number[] }[],
  findings: Findings,
): Figure[] {
  const all = wholes.map(({ figure, rows }) => {
    const parts = subsetsAfter(elements, figure).filter((part) => alike(part, figure));
    return { figure, rows, parts, sum: toNumber(sumOf(parts)) };
  });
  const inFull = all.some(({ figure, parts, sum }) => parts.length > 1 && sum === saidIn(figure));
  return all.flatMap(({ figure, rows, parts, sum }) => {
    const last = parts.at(-1);
    const complete = parts.length > 1 && (inFull || areBracketed(elements, figure, parts));
    const agrees = complete ? sum === saidIn(figure) : sum <= saidIn(figure);
    if (last === undefined || agrees) return [];
    const { start } = figure;
    findings.troubles.push({ kind: 'sum', rows, start, end: last.end, stated: saidIn(figure), partsTotal: sum });
    return [figure];
  });
}

/** 18台次（东片7台次、中片6台次、西片3台次）. */
function areBracketed(elements: readonly Element[], whole: Figure, parts: readonly Figure[]): boolean {
  const at = elements.indexOf(whole);
  const next = elements[at + 1];
  const between = elements.slice(at + 1, elements.indexOf(parts.at(-1) as Figure));
  return (
    next?.type === 'break' && next.char === '(' && !between.some((one) => one.type === 'word' && one.kind === 'part')
  );
}

function subsetsAfter(elements: readonly Element[], whole: Figure): Figure[] {
  const parts: Figure[] = [];
  for (const element of elements.slice(elements.indexOf(whole) + 1)) {
    if (element.type === 'break' && /[。;\n]/.test(element.char)) break;
    if (element.type !== 'figure') continue;
    if (element.role === 'subset') parts.push(element);
    // 7批次24人次，其中…: of another measure the whole's parts may still follow
    else if (isCountable(element) && alike(element, whole)) break;
  }
  return parts;
}
