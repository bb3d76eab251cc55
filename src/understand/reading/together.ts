/**
 * Figures in running words, read together: every figure against every row, and a figure worth recording by how much the best reading
 * of the whole is better than the best one in which it is not this row's.
 */
import { type Assigned, assign, type Candidate, NO_ROW } from './assignment.ts';
import { type Element, type Figure, isCountable } from './elements.ts';
import { evidenceIn } from './evidence.ts';
import { toNumber } from './exact.ts';
import type { Findings } from './findings.ts';
import { type Option, optionsOf } from './grounds.ts';
import { namesRow, type Spot, spotsIn } from './regions.ts';
import type { Scope } from './scope.ts';
import { splitFor } from './splits.ts';
import { readSums } from './sums.ts';

/** What was found for one figure. */
export interface Outcome extends Assigned {
  readonly spot: Spot;
  readonly options: readonly Option[];
}

/** What the figures come to, and the words that tell parts apart: they say nothing of the whole. */
export interface Together {
  readonly outcomes: readonly Outcome[];
  readonly aside: ReadonlySet<Element>;
}

/** What it is worth to be no row's where it is said to be left over, or of a thing of its own: 其余8处限期整改, 28名包村干部. */
const OTHER = 3;

/** `used` are spoken for, as are the rows in `taken`. */
export function readTogether(
  elements: readonly Element[],
  used: ReadonlySet<Element>,
  taken: ReadonlySet<number>,
  text: string,
  scope: Scope,
  findings: Findings,
): Together {
  const evidence = evidenceIn(text, scope.index, elements);
  const free = (figure: Figure) => isCountable(figure) && !used.has(figure);
  const only = (row: number) => !taken.has(row);
  const options = (spot: Spot) => optionsOf(spot, evidence, scope, only);
  const found = spotsIn(elements, splitFor(evidence, scope)).filter(({ figure }) => free(figure));
  const { parts, nobody } = readSums(found, scope.index, findings);
  for (const part of parts.keys()) part.role = 'subset';
  for (const figure of nobody) figure.role = 'decoy';
  passOnChanges(found);
  const spots = found
    .filter(({ figure }) => !parts.has(figure) && !nobody.has(figure))
    .map((spot) => asWhole(spot, parts, found));
  const all = onceEach(
    spots.map((spot) => ({ spot, ...candidate(spot, options(spot)) })),
    text,
  );
  const outcomes = assign(all).map((assigned, at) => ({
    ...assigned,
    spot: all[at]?.spot as Spot,
    options: all[at]?.options ?? [],
  }));
  scope.trace?.({ text, elements, outcomes });
  const aside = new Set(
    found
      .filter(({ figure }) => parts.has(figure))
      .flatMap(({ lead }) => lead.flatMap(({ elements: before }) => before)),
  );
  return { outcomes, aside };
}

function candidate(spot: Spot, options: readonly Option[]): Candidate {
  return { none: isOwnThing(spot) ? OTHER : NO_ROW, options, follows: spot.follows };
}

/** 走访再加3户5人: both are added. */
function passOnChanges(spots: readonly Spot[]): void {
  for (const [at, { figure, follows }] of spots.entries()) {
    const before = spots[at - 1]?.figure;
    if (follows && before && figure.change === 'none') figure.change = before.change;
  }
}

/** 公益广告3条，公益广告3条: said twice of the same row, it is one figure. */
function onceEach<T extends Candidate & { readonly spot: Spot }>(all: readonly T[], text: string): T[] {
  const said = new Set<string>();
  return all.filter(({ spot: { figure, lead }, options: [best] }) => {
    if (!best || figure.number === null) return true;
    // 公益广告：商圈2条，车站2条 are two, and so are 手册400册、折页400份
    const words = lead.map(({ start, end }) => text.slice(start, end).replace(/[\s,、;:]/g, '')).join('');
    const key = `${best.row} ${toNumber(figure.number.value)} ${figure.change} ${words}`;
    const again = said.has(key);
    said.add(key);
    return !again;
  });
}

/** The sum of parts is of what the first of them was said of. */
function asWhole(whole: Spot, parts: ReadonlyMap<Figure, Spot>, spots: readonly Spot[]): Spot {
  const first = spots.find(({ figure }) => parts.get(figure)?.figure === whole.figure);
  if (!first || whole.lead.some(namesRow)) return whole;
  const named = first.lead.find(namesRow) ?? first.stem;
  // what tells the parts apart says nothing of the whole
  const stem = named && { ...named, elements: named.elements.filter(({ type }) => type !== 'unknown') };
  return { ...whole, stem, stemGap: 0 };
}

/** 还有1件在办. */
const UNDONE: ReadonlySet<string> = new Set(['在', '正在', '还在', '还', '待', '尚']);

/** 其余8处限期整改, 还有2处在施工: what is left of something, and no row's. */
export function isOwnThing({ figure, lead, trail }: Spot): boolean {
  if (figure.number === null) return false;
  const before = lead[0]?.elements.at(-1);
  const left =
    before?.type === 'word' && before.end === figure.start && (before.kind === 'rest' || before.kind === 'and');
  const aside = trail.elements.some(({ type }) => type === 'unknown') && !namesRow(trail);
  const first = trail.elements[0];
  const undone = first?.type === 'word' && UNDONE.has(first.text);
  return left && (aside || undone || before.kind === 'rest');
}
