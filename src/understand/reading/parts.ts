import type { Element, Figure, Label } from './elements.ts';
import { add, type Exact, toNumber, ZERO } from './exact.ts';
import type { Findings } from './findings.ts';
import type { LabelIndex } from './label-index.ts';
import { fitOf } from './measure.ts';

/** Labels that only name a part: uncertain ones, and those whose rows cannot hold the figure behind them. */
export function partNames(sentence: readonly Element[], index: LabelIndex): ReadonlySet<Element> {
  const names = new Set<Element>();
  sentence.forEach((element, at) => {
    if (element.type !== 'label' || element.by !== 'name') return;
    const figure = sentence.slice(at + 1).find((other): other is Figure => other.type === 'figure');
    const measure = figure?.number?.measure ?? null;
    const foreign = element.rows.every((row) => fitOf(measure, index.rows[row]?.measures ?? []) === 'foreign');
    if (!element.certain || foreign || isRepeated(element, sentence.slice(0, at))) names.add(element);
  });
  return names;
}

/** 资料3000份：海报500、折页2500: another word for the row already named. */
function isRepeated(label: Label, before: readonly Element[]): boolean {
  const [row] = label.rows;
  return before.some(
    (other) => other.type === 'label' && other.certain && other.rows.length === 1 && other.rows[0] === row,
  );
}

/** What stands before parts to tell them apart: 县里, 社区, 一中队. */
export function isPartName(element: Element, names: ReadonlySet<Element>): boolean {
  if (names.has(element)) return true;
  return (
    element.type === 'unknown' || element.type === 'decoy' || (element.type === 'word' && element.kind === 'place')
  );
}

/** 共18条，微信10条，微博8条; 3000份：海报500、折页2500: parts listed behind their whole. */
export function settleListed(
  sentence: readonly Element[],
  index: LabelIndex,
  dropped: Set<Element>,
  findings: Findings,
): void {
  const whole = sentence.find(
    (element): element is Figure => element.type === 'figure' && element.role === 'value' && element.number !== null,
  );
  if (whole === undefined || whole.loose || whole.change !== 'none') return;
  if (!whole.total && sentence.some((element) => element.type === 'figure' && element.total)) return;
  const names = partNames(sentence, index);
  const stretch = stretchBehind(sentence, whole, names);
  const parts = stretch.filter((element): element is Figure => element.type === 'figure' && isPart(element, whole));
  const others = stretch.some(
    (element) => element.type === 'figure' && element.role !== 'decoy' && !isPart(element, whole),
  );
  if (parts.length < 2 || others || !stretch.some((element) => isPartName(element, names) || isFiller(element))) return;
  const sum = sumOf(parts);
  const addsUp = toNumber(sum) === saidIn(whole);
  if (!addsUp && !whole.total) return;
  for (const part of parts) part.role = 'subset';
  for (const element of stretch) if (isPartName(element, names)) dropped.add(element);
  if (addsUp) return;
  whole.role = 'subset';
  const label = sentence.findLast(
    (element): element is Label => element.type === 'label' && element.start < whole.start && !names.has(element),
  );
  pushSum(findings, label?.rows ?? [], whole, whole, sum);
}

/** The elements behind the whole as far as no other row is named and nothing says 其中. */
function stretchBehind(sentence: readonly Element[], whole: Figure, names: ReadonlySet<Element>): Element[] {
  const behind = sentence.slice(sentence.indexOf(whole) + 1);
  const end = behind.findIndex(
    (element) =>
      (element.type === 'label' && !names.has(element)) ||
      (element.type === 'figure' && element.total) ||
      (element.type === 'word' && ENDS.has(element.kind)),
  );
  return end < 0 ? behind : behind.slice(0, end);
}

const ENDS = new Set([
  'part',
  'rest',
  'fix',
  'not',
  'add',
  'more',
  'less',
  'and',
  'past',
  'aim',
  'today',
  'cumulative',
]);

function isFiller(element: Element): boolean {
  return element.type === 'word' && element.kind === 'filler';
}

function isPart(figure: Figure, whole: Figure): boolean {
  return (
    (figure.role === 'value' || figure.role === 'subset') &&
    figure.number !== null &&
    !figure.loose &&
    alike(figure, whole)
  );
}

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
