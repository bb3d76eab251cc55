/** What speaks for a figure being the one of a row: each ground by the name of its rule, with its weight. */
import { type Element, isPlace, type Label } from './elements.ts';
import type { Evidence, Support } from './evidence.ts';
import { type Fit, fitOf, type Measure } from './measure.ts';
import { isContent, type Region, type Spot, says } from './regions.ts';
import type { Scope } from './scope.ts';

export interface Ground {
  readonly rule: GroundRule;
  readonly weight: number;
}

export type GroundRule =
  | 'lead' // words in front of the figure
  | 'trail' // words behind it
  | 'stem' // words of the figure before: 培训3场60人次
  | 'context' // words of the figure before, beside its own: 查出一般隐患18条整改16条
  | 'measure'
  | 'next' // the row after that of the figure directly before it: 宣讲6场430人次
  | 'asked' // the row that was asked for
  | 'changed'; // the row last set, where the figure is a correction

/** A row that a figure may be of. */
export interface Option {
  readonly row: number;
  readonly score: number;
  readonly grounds: readonly Ground[];
  /** More than colourless verbs and thin words speaks for it. */
  readonly full: boolean;
}

/** Weights as they were found to hold on the corpus; what counts is their order, not their last digit. */
const WEIGHTS = {
  /** Words say at most so much. */
  most: 4,
  exact: 1,
  /** A label found by its sound or an abbreviation. */
  heard: 2.2,
  unsure: 0.8,
  item: 6,
  trail: 0.9,
  farTrail: 0.3,
  stem: 0.9,
  context: 0.25,
  perClause: 0.8,
  strange: 0.3,
  mostStrange: 3,
  /** A stem in front of words of the figure's own: 头盔佩戴率目标95%，目前实测89.7%. */
  farStem: 0.6,
  /** Few characters of what is said are the row's. */
  scattered: 0.5,
  /** All that is said is the row's. */
  allSaid: 2,
  /** 商业广告: another word before a part of a label. */
  gluedBefore: 2,
  /** 警示牌 where the row has 警示标志. */
  gluedBehind: 1,
  /** 咨询台 where the row has 咨询. */
  another: 2.4,
  /** No other row counts in the figure's measure. */
  only: 0.5,
  /** 平方米 for 亩: the same kind, another name. */
  converted: 0.4,
  /** A row of 其他 that nobody calls so. */
  other: 0.3,
  /** One of the rows of a group that is named. */
  group: 0.4,
  asked: 1.6,
  /** Where the person names something himself. */
  askedBeside: 0.1,
  changed: 0.8,
} as const;

/** Words that say something. */
const SAID = 0.5;
/** What is left of words that hardly say anything. */
const LEAST = 0.05;

const MEASURE: Readonly<Record<Exclude<Fit, 'foreign'>, number>> = { same: 1, alike: 0.4, loose: -0.8 };

/** The rows that a figure may be of, likeliest first. */
export function optionsOf(spot: Spot, evidence: Evidence, scope: Scope, only: (row: number) => boolean): Option[] {
  const options: Option[] = [];
  for (const row of rowsFor(spot, evidence, scope)) {
    if (!only(row)) continue;
    const grounds = groundsOf(spot, row, evidence, scope);
    if (grounds === null || (grounds.every(({ rule }) => rule === 'measure') && !spot.follows)) continue;
    const score = grounds.reduce((sum, { weight }) => sum + weight, 0);
    if (score > 0) options.push({ row, score, grounds, full: isFull(spot, row, evidence) });
  }
  return options.length < 2 ? options : options.sort((one, other) => other.score - one.score || one.row - other.row);
}

/** Those for which a word speaks, or the prompt; directly behind another figure, all. */
function rowsFor(spot: Spot, evidence: Evidence, { index, focus }: Scope): Iterable<number> {
  if (spot.follows) return index.rows.keys();
  const rows = new Set<number>(focus === null ? [] : [focus]);
  for (const region of regionsOf(spot)) {
    for (const row of evidence.rowsIn(region)) rows.add(row);
    for (const element of region.elements) if (element.type === 'label') for (const row of element.rows) rows.add(row);
  }
  return rows;
}

function isFull(spot: Spot, row: number, evidence: Evidence): boolean {
  return regionsOf(spot).some((region) => evidence.support(row, region).full);
}

function regionsOf({ lead, trail, stem }: Spot): readonly Region[] {
  return stem ? [...lead, trail, stem] : [...lead, trail];
}

/** Null where the measure shuts the row out. */
function groundsOf(spot: Spot, row: number, evidence: Evidence, scope: Scope): Ground[] | null {
  const { lead, trail } = spot;
  const fit = fitFor(spot, row, scope);
  if (fit === 'foreign') return null;
  const front = Math.max(0, ...lead.map((region, far) => wordsFor(row, region, evidence) * WEIGHTS.perClause ** far));
  const grounds: Ground[] = [
    { rule: 'lead', weight: front },
    { rule: 'trail', weight: trailFor(spot, row, evidence) },
    { rule: 'stem', weight: says(trail) ? 0 : stemFor(spot, row, front, evidence) },
    { rule: 'context', weight: contextFor(spot, row, front, evidence) },
    { rule: 'measure', weight: measureFor(spot, row, fit, scope) },
    { rule: 'asked', weight: scope.focus === row ? (lead.some(says) ? WEIGHTS.askedBeside : WEIGHTS.asked) : 0 },
    { rule: 'changed', weight: isLastChanged(spot, row, scope) ? WEIGHTS.changed : 0 },
  ];
  return grounds.filter(({ weight }) => weight !== 0);
}

/** 到502领材料: of a number without a measure, words further behind say little. */
function trailFor({ figure: { number }, trail }: Spot, row: number, evidence: Evidence): number {
  const near = number === null || number.measure !== null || trail.elements[0]?.type === 'label';
  return (near ? WEIGHTS.trail : WEIGHTS.farTrail) * wordsFor(row, trail, evidence);
}

function fitFor({ figure: { number } }: Spot, row: number, { index }: Scope): Fit {
  const measures = index.rows[row]?.measures ?? [];
  const measure = number?.measure ?? null;
  // 1.5万人次 for a row that counts in 万人次
  const inTenThousands = number?.carriesWan && measures.some(({ name }) => name === `万${measure?.name}`);
  return inTenThousands ? 'same' : fitOf(measure, measures);
}

function measureFor({ figure }: Spot, row: number, fit: Exclude<Fit, 'foreign'>, scope: Scope): number {
  const measure = figure.number?.measure ?? null;
  const measures = scope.index.rows[row]?.measures ?? [];
  if (measure === null || measures.length === 0) return 0;
  if (fit !== 'same') return MEASURE[fit];
  const inTenThousands = figure.number?.carriesWan && measures.some(({ name }) => name === `万${measure.name}`);
  if (inTenThousands) return MEASURE[fit] + WEIGHTS.only;
  const converted = measures.some(({ name }) => name === measure.name) ? 0 : WEIGHTS.converted;
  return MEASURE[fit] - converted + (isOnly(measure, row, scope) ? WEIGHTS.only : 0);
}

/** What the figure before was said of; less where words of another thing stand in front of this one. */
function stemFor({ figure, lead, stem, stemGap }: Spot, row: number, front: number, evidence: Evidence): number {
  if (!stem) return 0;
  const own = lead.some((region) => says(region) || namesOther(region, row, evidence));
  // 挽回1.5万: without a measure another deed is another thing
  const deed = figure.number?.measure === null && lead[0]?.elements.some(isVerb);
  const far = (own || deed) && front <= LEAST ? WEIGHTS.farStem : 1;
  return far * WEIGHTS.stem * WEIGHTS.perClause ** stemGap * wordsFor(row, stem, evidence);
}

function isVerb(element: Element): boolean {
  return element.type === 'word' && element.kind === 'verb';
}

/** 案件7发布0: a verb that another row has. */
function namesOther(region: Region, row: number, evidence: Evidence): boolean {
  return [...evidence.rowsIn(region)].some((other) => other !== row && wordsFor(other, region, evidence) >= SAID);
}

/** Of the rows that its own words name, one may be of the same thing as the figure before. */
function contextFor({ stem, before }: Spot, row: number, front: number, evidence: Evidence): number {
  if (stem || !before || front < SAID) return 0;
  const words = wordsFor(row, before, evidence);
  // the row of the figure before has its figure
  const best = Math.max(0, ...[...evidence.rowsIn(before)].map((other) => wordsFor(other, before, evidence)));
  return words >= best ? 0 : WEIGHTS.context * words;
}

function isLastChanged({ figure }: Spot, row: number, { context: { last } }: Scope): boolean {
  return figure.change === 'corrected' && last.length === 1 && last[0] === row + 1;
}

/** How much the words of a region say for a row. */
function wordsFor(row: number, region: Region, evidence: Evidence): number {
  const support = evidence.support(row, region);
  const { exact, first } = support;
  const labels = region.elements.filter(
    (element): element is Label => element.type === 'label' && element.rows.includes(row),
  );
  const unsaid = evidence.isUnsaidOther(row, region);
  const words = (Math.min(WEIGHTS.most, support.weight) + (exact ? WEIGHTS.exact : 0)) * (unsaid ? WEIGHTS.other : 1);
  const named = labels.reduce((worth, label) => namedBy(label, worth), words);
  if (named === 0) return 0;
  const worth = named < 1 ? named * shareOf(region, support, unsaid) : named;
  const glued = Math.max(0, ...labels.map((label) => gluedTo(label, region.elements, exact)));
  const strange =
    exact && glued === 0 ? 0 : Math.min(WEIGHTS.mostStrange, strangeIn(region.elements, first)) * WEIGHTS.strange;
  return Math.max(LEAST, worth - strange - glued);
}

/** Little is said for the row: whether it is part of much, or all that is said (牛450头). */
function shareOf({ elements }: Region, { covered, full }: Support, unsaid: boolean): number {
  const content = contentIn(elements);
  if (covered * 2 < content) return WEIGHTS.scattered;
  return full && !unsaid && content > 0 && covered >= content ? WEIGHTS.allSaid : 1;
}

function namedBy(label: Label, worth: number): number {
  return label.by === 'group' ? worth + WEIGHTS.group : Math.max(worth, labelFor(label));
}

function labelFor({ by, rows, certain }: Label): number {
  const few = Math.sqrt(rows.length);
  if (by === 'item') return WEIGHTS.item / few;
  return (certain ? WEIGHTS.heard : WEIGHTS.unsure) / few;
}

/** Characters of words that may name something. */
function contentIn(elements: readonly Element[]): number {
  return elements.reduce(
    (sum, element) => sum + (isContent(element) || isPlace(element) ? element.end - element.start : 0),
    0,
  );
}

/** Characters behind the row's first word that neither a label nor an office knows: the figure may be of those. */
function strangeIn(elements: readonly Element[], from: number): number {
  return elements.reduce(
    (sum, { type, start, end }) => sum + (type === 'unknown' && start >= from ? end - start : 0),
    0,
  );
}

/** What a word of its own directly before or behind a label takes from it. */
function gluedTo({ start, end, leading, trailing }: Label, elements: readonly Element[], exact: boolean): number {
  const modifier = elements.find((other) => other.end === start && other.type === 'unknown');
  // 种乔木: one character is a verb
  if (leading && modifier && modifier.end - modifier.start > 1) return WEIGHTS.gluedBefore;
  const next = elements.findIndex((other) => other.start >= end && other.type !== 'break');
  const [joint, noun] = [elements[next], elements[next + 1]];
  // 咨询和投诉71件: one figure for two things
  if (joint?.type === 'word' && /^(?:和|与|及|以及|跟)$/.test(joint.text) && noun?.type === 'unknown')
    return WEIGHTS.another;
  if (!trailing || !elements.some((other) => other.start === end && other.type !== 'break')) return 0;
  return exact ? WEIGHTS.another : WEIGHTS.gluedBehind;
}

function isOnly(measure: Measure, row: number, { index }: Scope): boolean {
  return index.rows.every((other, position) => position === row || !/same|alike/.test(fitOf(measure, other.measures)));
}
