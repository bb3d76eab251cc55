/** Figures of which one is the sum of others: 东线12吨、西线9.5吨，计21.5吨. The parts are nobody's figures. */
import type { Element, Figure, Label } from './elements.ts';
import { type Exact, toNumber } from './exact.ts';
import type { Findings } from './findings.ts';
import type { LabelIndex } from './label-index.ts';
import { fitOf } from './measure.ts';
import { alike, pushSum, saidIn, sumOf } from './parts.ts';
import { labelsOf, type Spot, says } from './regions.ts';

/** What sums make of the figures of a message. */
export interface Sums {
  /** Parts, each with the whole that it belongs to. */
  readonly parts: ReadonlyMap<Figure, Spot>;
  /** Sums over rows that each have a figure, and what does not add up. */
  readonly nobody: ReadonlySet<Figure>;
}

/** What does not add up is asked about. */
export function readSums(spots: readonly Spot[], index: LabelIndex, findings: Findings): Sums {
  const parts = new Map<Figure, Spot>();
  const nobody = new Set<Figure>();
  const wholes = new Set<Spot>();
  const around = (whole: Spot, place: number) => {
    const near = spots
      .slice(Math.max(0, place - NEAR), place + NEAR + 1)
      .filter((spot) => spot.sentence === whole.sentence && alikeNumber(spot, whole) && !parts.has(spot.figure));
    const at = near.indexOf(whole);
    return { before: near.slice(0, at).reverse(), behind: near.slice(at + 1) };
  };
  const isWhole = ({ figure }: Spot) => figure.number !== null && !figure.loose && !parts.has(figure);
  for (const [place, whole] of spots.entries()) {
    if (!isWhole(whole)) continue;
    const { before, behind } = around(whole, place);
    const found =
      [before, behind]
        .map((some) => summing(some, whole, index))
        .find((some) => some && (whole.figure.total || some.some(isSaidOf))) ?? null;
    if (found) wholes.add(whole);
    for (const { figure } of found ?? []) parts.set(figure, whole);
  }
  for (const [place, whole] of spots.entries()) {
    if (!whole.figure.total || !isWhole(whole) || wholes.has(whole)) continue;
    const { before, behind } = around(whole, place);
    readStated(whole, before, behind, { parts, nobody, index, findings });
  }
  return { parts, nobody };
}

/** Parts stand near their whole. */
const NEAR = 16;

interface Progress {
  readonly parts: Map<Figure, Spot>;
  readonly nobody: Set<Figure>;
  readonly index: LabelIndex;
  readonly findings: Findings;
}

/** 共60件 behind figures of rows of their own, or behind parts that do not add up to it. */
function readStated(whole: Spot, before: readonly Spot[], behind: readonly Spot[], progress: Progress): void {
  const { nobody, index } = progress;
  const others = before.length > 0 ? before : behind.length > 1 ? behind : [];
  const rows = new Set(others.flatMap((other) => ownRow(other, index)));
  const own = ownRow(whole, index);
  const [only] = own;
  if (others.length === 0 || (only !== undefined && rows.size > 0 && !rows.has(only))) return;
  // 咨询投诉一共60件 names both
  if (rows.size > 1 && own.length !== 1) nobody.add(whole.figure);
  const sum = sumOf(others.map(({ figure }) => figure));
  if (toNumber(sum) !== saidIn(whole.figure))
    settleSum(whole, others, sum, new Set([...rows, ...own.slice(0, 1)]), progress);
}

/** Parts of which each is said to be so many count nothing beside the whole; others have to add up. */
function settleSum(
  whole: Spot,
  others: readonly Spot[],
  sum: Exact,
  rows: ReadonlySet<number>,
  { parts, nobody, findings }: Progress,
): void {
  if (others.some(isPerEach)) {
    for (const { figure } of others) parts.set(figure, whole);
    return;
  }
  const all = [whole, ...others].map(({ figure }) => figure);
  const start = Math.min(...all.map((figure) => figure.start));
  pushSum(findings, [...rows], { ...whole.figure, start }, whole.figure, sum);
  for (const figure of all) nobody.add(figure);
}

/** Bare numbers one after the other add up by chance. */
function isSaidOf({ lead, stem }: Spot): boolean {
  return stem !== null || lead.some(says);
}

/** 五个村各300株. */
function isPerEach({ lead }: Spot): boolean {
  return lead.some(({ elements }) => elements.some(isEach));
}

function isEach(element: Element): boolean {
  return element.type === 'word' && element.kind === 'each';
}

function alikeNumber({ figure }: Spot, whole: Spot): boolean {
  if (figure === whole.figure) return true;
  return (
    figure.number !== null && !figure.loose && /^(?:none|add|and)$/.test(figure.change) && alike(figure, whole.figure)
  );
}

/** The nearest two or more that make up the whole; null where they are of rows of their own. */
function summing(others: readonly Spot[], whole: Spot, index: LabelIndex): readonly Spot[] | null {
  for (let count = 2; count <= others.length; count += 1) {
    const some = others.slice(0, count);
    const sum = toNumber(sumOf(some.map(({ figure }) => figure)));
    if (sum > saidIn(whole.figure)) return null;
    if (sum === saidIn(whole.figure)) return areOfOneThing(some, whole, index) ? some : null;
  }
  return null;
}

/** No two of the parts name rows of their own, and the whole does not name another. */
function areOfOneThing(parts: readonly Spot[], whole: Spot, index: LabelIndex): boolean {
  const rows = new Set(parts.flatMap((part) => ownRow(part, index)));
  const [own] = ownRow(whole, index);
  return rows.size === 0 || (rows.size === 1 && (own === undefined || rows.has(own)));
}

/** The row that a figure's own words name, if it counts in such a measure. */
function ownRow(spot: Spot, index: LabelIndex): number[] {
  const own = labelsOf({ ...spot, stem: null }).filter(isSureName);
  const measure = spot.figure.number?.measure ?? null;
  return own
    .flatMap(({ rows }) => rows)
    .filter((row) => /same|alike/.test(measure === null ? 'same' : fitOf(measure, index.rows[row]?.measures ?? [])));
}

function isSureName({ by, certain, rows }: Label): boolean {
  return by !== 'group' && certain && rows.length === 1;
}
