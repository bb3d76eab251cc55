import type { Element, Figure, Label } from './elements.ts';
import { toNumber } from './exact.ts';
import type { Findings } from './findings.ts';
import type { LabelIndex } from './label-index.ts';
import { isCountable, type Pair } from './pairing.ts';
import { alike, isPartName, partNames, pushSum, saidIn, settleListed, sumOf } from './parts.ts';

/**
 * A stated total counts, its parts do not. Before pairing: 普法县城4场乡镇6场共10场 leaves only the 10. A total of rows
 * that are each named is nobody's figure.
 */
export function settleTotals(elements: readonly Element[], index: LabelIndex, findings: Findings): readonly Element[] {
  if (elements.filter((element) => element.type === 'figure').length < 2) return elements;
  const dropped = new Set<Element>();
  for (const sentence of sentencesOf(elements)) {
    settleListed(sentence, index, dropped, findings);
    const figures = sentence.filter(
      (element): element is Figure => element.type === 'figure' && isCountable(element) && element.number !== null,
    );
    settleSentence(sentence, figures, index, dropped, findings);
  }
  return dropped.size === 0 ? elements : elements.filter((element) => !dropped.has(element));
}

function settleSentence(
  sentence: readonly Element[],
  figures: readonly Figure[],
  index: LabelIndex,
  dropped: Set<Element>,
  findings: Findings,
): void {
  const total = figures.findLast((figure) => figure.total);
  if (total === undefined || figures.length < 2) return;
  const before = figures.filter((figure) => figure.start < total.start);
  if (before.length === 0) return;
  const names = before.length > 1 ? partNames(sentence, index) : NOTHING;
  const rest = sentence.filter((element) => !names.has(element));
  if (!settle(rest, before, total, findings)) return;
  for (const element of sentence) if (element.start < total.start && isPartName(element, names)) dropped.add(element);
}

const NOTHING: ReadonlySet<Element> = new Set();

/** Whether the figures before were found to be the parts of the total. */
function settle(sentence: readonly Element[], before: readonly Figure[], total: Figure, findings: Findings): boolean {
  const labels = sentence.filter(
    (element): element is Label => element.type === 'label' && element.start < total.start,
  );
  const ownLabel = labels.findLast((label) => label.start > (before.at(-1)?.end ?? 0));
  const scopeStart =
    ownLabel === undefined ? (labels.findLast((label) => label.start < (before[0]?.start ?? 0))?.start ?? 0) : 0;
  const named = labels.filter((label) => label.start > (before[0]?.start ?? 0) && label !== ownLabel);
  if (named.length > 0 && ownLabel === undefined && !areOneRow(labels)) {
    settleAcross(labels, before, total, findings);
    return false;
  }
  if (ownLabel !== undefined && named.length + (scopeLabelled(labels, before, ownLabel) ? 1 : 0) > 0) return false;
  const parts = before.filter((figure) => figure.start >= scopeStart && alike(figure, total));
  if (parts.length === 0) return false;
  const sum = sumOf(parts);
  const onlyRepeats = parts.length === 1 && toNumber(sum) === saidIn(total);
  for (const part of parts) part.role = 'subset';
  if (toNumber(sum) === saidIn(total) || onlyRepeats) return true;
  total.role = 'subset';
  pushSum(findings, ownLabel?.rows ?? labels.at(-1)?.rows ?? [], parts[0] ?? total, total, sum);
  return true;
}

/** 一组播种30亩，二组播种50亩，共80亩. */
function areOneRow(labels: readonly Label[]): boolean {
  const rows = new Set(labels.flatMap((label) => [...label.rows]));
  return rows.size === 1 && labels.every((label) => label.certain);
}

/** Whether the first figures have a label of their own in front. */
function scopeLabelled(labels: readonly Label[], before: readonly Figure[], own: Label): boolean {
  return labels.some((label) => label !== own && label.start < (before[0]?.start ?? 0));
}

/** 咨询52件、投诉8件，共60件: the total is of several rows. */
function settleAcross(labels: readonly Label[], before: readonly Figure[], total: Figure, findings: Findings): void {
  const sum = sumOf(before.filter((figure) => alike(figure, total)));
  const own = before.at(-1);
  total.role = 'decoy';
  if (toNumber(sum) === saidIn(total) || (own !== undefined && saidIn(own) === saidIn(total))) return;
  for (const figure of before) figure.role = 'subset';
  pushSum(
    findings,
    labels.flatMap((label) => label.rows),
    before[0] ?? total,
    total,
    sum,
  );
}

/** After pairing: figures that follow a whole exceed it neither one by one nor together; parts of a stated total must make it up. */
export function checkSubsets(elements: readonly Element[], pairs: readonly Pair[], findings: Findings): Pair[] {
  return pairs.filter((pair) => {
    const following = subsetsAfter(elements, pair.figure);
    const parts = following.filter((part) => alike(part, pair.figure));
    const last = parts.at(-1);
    const sum = toNumber(sumOf(parts));
    if (last === undefined || sum <= saidIn(pair.figure)) return true;
    findings.troubles.push({
      kind: 'sum',
      rows: pair.label.rows,
      start: pair.figure.start,
      end: last.end,
      stated: saidIn(pair.figure),
      partsTotal: sum,
    });
    return false;
  });
}

function subsetsAfter(elements: readonly Element[], whole: Figure): Figure[] {
  const parts: Figure[] = [];
  for (const element of elements.slice(elements.indexOf(whole) + 1)) {
    if (element.type === 'break' && /[。;\n]/.test(element.char)) break;
    if (element.type !== 'figure') continue;
    if (element.role === 'subset') parts.push(element);
    else if (isCountable(element)) break;
  }
  return parts;
}

function sentencesOf(elements: readonly Element[]): Element[][] {
  const sentences: Element[][] = [[]];
  for (const element of elements) {
    if (element.type === 'break' && /[。;!\n]/.test(element.char)) sentences.push([]);
    else sentences.at(-1)?.push(element);
  }
  return sentences;
}
