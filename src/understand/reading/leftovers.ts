import { readBare, speaksOfOther } from './bare.ts';
import { claimOfFigure } from './claim.ts';
import type { Element, Figure, Label } from './elements.ts';
import { toNumber } from './exact.ts';
import type { Findings } from './findings.ts';
import { fitOf } from './measure.ts';
import { isCountable } from './pairing.ts';
import type { Scope } from './scope.ts';

/** Figures that no label claimed: the answer to the prompt, bare numbers, statistics without a row. */
export function readLeftovers(
  elements: readonly Element[],
  paired: ReadonlySet<Element>,
  scope: Scope,
  findings: Findings,
): void {
  const lonely = elements.filter(
    (element): element is Figure => element.type === 'figure' && isCountable(element) && !paired.has(element),
  );
  if (lonely.length === 0) return;
  const labelled = paired.size > 0 || elements.some((element) => element.type === 'label');
  const asked = findings.troubles.some((trouble) => trouble.kind === 'sum');
  if (!labelled && asked) return;
  if (!labelled) {
    readBare(lonely, elements, scope, findings);
    return;
  }
  const [first] = lonely;
  if (first !== undefined && answersPrompt(first, elements, scope, findings)) {
    findings.claims.push({ ...claimOfFigure(first), rows: [scope.focus ?? 0], named: null, byItem: false });
    lonely.shift();
  }
  const before = namedBefore(elements, new Set(lonely));
  for (const figure of lonely) readLonely(figure, before.get(figure) ?? nothingBefore, paired, scope, findings);
}

/** What was named in front of a figure, in its clause and in its sentence. */
interface NamedBefore {
  readonly inClause: Label | undefined;
  readonly inSentence: Label | undefined;
  /** A thing of its own stands in the clause. */
  readonly noun: boolean;
}

const nothingBefore: NamedBefore = { inClause: undefined, inSentence: undefined, noun: false };

/** For every figure in one walk: looking back from each takes too long where there are a thousand. */
function namedBefore(elements: readonly Element[], figures: ReadonlySet<Element>): Map<Element, NamedBefore> {
  const found = new Map<Element, NamedBefore>();
  let now = nothingBefore;
  for (const element of elements) {
    if (figures.has(element)) found.set(element, now);
    if (element.type === 'label') now = { ...now, inClause: element, inSentence: element };
    else if (element.type !== 'break') now = isNoun(element) ? { ...now, noun: true } : now;
    else if (/[。;!\n]/.test(element.char)) now = nothingBefore;
    else if (element.char === ',') now = { ...nothingBefore, inSentence: now.inSentence };
  }
  return found;
}

/** Beside labelled figures a further one is a part, a second value of the same row, or of no row at all. */
function readLonely(
  figure: Figure,
  before: NamedBefore,
  paired: ReadonlySet<Element>,
  scope: Scope,
  findings: Findings,
): void {
  // 占比60%, 完成80%: shares of things of their own
  if (figure.described || figure.number === null || figure.number.measure?.dimension === 'share') return;
  if (before.inClause === undefined && before.noun) return;
  pushLonely(figure, before.inClause ?? continued(figure, before.inSentence, paired, scope), paired, scope, findings);
}

function pushLonely(
  figure: Figure,
  label: Label | undefined,
  paired: ReadonlySet<Element>,
  scope: Scope,
  findings: Findings,
): void {
  if (figure.number === null) return;
  const { value, measure } = figure.number;
  const { start, end } = figure;
  // 10条，其中12条: it is asked about already.
  if (findings.troubles.some((trouble) => trouble.kind === 'sum' && trouble.start <= start && end <= trouble.end))
    return;
  if (label !== undefined && !paired.has(label)) {
    if (!label.certain || isClaimed(label, findings)) return;
    findings.troubles.push({ kind: 'measure', rows: label.rows, start, end, value, measure });
    return;
  }
  if (label !== undefined && repeats(figure, label, findings)) return;
  const rows = label === undefined || isForeign(label, figure, scope) ? rowsMeasured(figure, scope) : label.rows;
  findings.troubles.push({ kind: 'row', rows: label === undefined ? [] : rows, start, end, value, measure });
}

/** A thing of its own: 办结, 海报. */
function isNoun(element: Element): boolean {
  return (
    element.type === 'unknown' || (element.type === 'word' && /^(?:海报|横幅|标语|展板|照片|图片)$/.test(element.text))
  );
}

/** 火点没有，是0: the same said again. */
function repeats(figure: Figure, label: Label, findings: Findings): boolean {
  const said = figure.number;
  if (said === null || figure.loose) return false;
  return findings.claims.some(
    (claim) =>
      claim.change === 'set' &&
      claim.rows.some((row) => label.rows.includes(row)) &&
      toNumber(claim.value) === toNumber(said.value) &&
      (said.measure === null || claim.measure?.name === said.measure.name),
  );
}

function isForeign(label: Label, figure: Figure, { index }: Scope): boolean {
  const measure = figure.number?.measure ?? null;
  return label.rows.every((row) => fitOf(measure, index.rows[row]?.measures ?? []) === 'foreign');
}

/** The rows that count in just this measure. */
function rowsMeasured(figure: Figure, { index }: Scope): number[] {
  const measure = figure.number?.measure ?? null;
  return index.rows.flatMap((row, position) => (fitOf(measure, row.measures) === 'same' ? [position] : []));
}

/** 资料印了2000份，发了1500份: a second figure in the row's own measure is of the row named before. */
function continued(
  figure: Figure,
  label: Label | undefined,
  paired: ReadonlySet<Element>,
  scope: Scope,
): Label | undefined {
  if (label === undefined || !paired.has(label)) return undefined;
  const measure = figure.number?.measure ?? null;
  return label.rows.some((row) => fitOf(measure, scope.index.rows[row]?.measures ?? []) !== 'foreign')
    ? label
    : undefined;
}

const VAGUE =
  /^(?:若干|好几|很多|许多|不少|大量|多[次场件条份]|一些|有些|[有好]?几[个次场条件份篇期项户家]|好多次?|好些|无数|数[次场件条]|一批|一?部分|少量|少许|没多少)$/;

/** 若干次, 好多份: a figure was meant but none was said. */
export function readVague(
  elements: readonly Element[],
  paired: ReadonlySet<Element>,
  scope: Scope,
  findings: Findings,
): void {
  elements.forEach((element, at) => {
    if (element.type !== 'word' || element.kind !== 'about' || !VAGUE.test(element.text)) return;
    const beside = [elements[at - 1], elements[at - 2], elements[at + 1], elements[at + 2]];
    const label = beside.find((other): other is Label => other?.type === 'label' && !paired.has(other));
    const alone = scope.focus !== null && !speaksOfOther(elements) && !elements.some((other) => other.type === 'label');
    if (label === undefined && !alone) return;
    const rows = label?.rows ?? (scope.focus === null ? [] : [scope.focus]);
    findings.troubles.push({ kind: 'approximate', rows, start: element.start, end: element.end });
  });
}

/** 行政指导10次，指导企业25家: the row has its figure, the other one is of something else. */
function isClaimed(label: Label, findings: Findings): boolean {
  return label.rows.every((row) =>
    findings.claims.some((claim) => claim.certain && claim.rows.length === 1 && claim.rows[0] === row),
  );
}

/** 2000，抖音写错了应该是21: what comes before any label answers the prompt. */
function answersPrompt(figure: Figure, elements: readonly Element[], scope: Scope, findings: Findings): boolean {
  const { focus } = scope;
  if (focus === null || figure.change !== 'none' || figure.loose) return false;
  const end = elements.findIndex((element) => element.type === 'break' && /[,;。!\n]/.test(element.char));
  const first = end < 0 ? elements : elements.slice(0, end);
  const plain =
    first.includes(figure) && first.every((element) => element.type !== 'label' && element.type !== 'unknown');
  if (figure.number === null) return plain && first.length < elements.length && !isClaimedRow(focus, findings);
  const fit = fitOf(figure.number.measure, scope.index.rows[focus]?.measures ?? []);
  return (
    plain && fit !== 'foreign' && (fit !== 'loose' || figure.number.measure === null) && !isClaimedRow(focus, findings)
  );
}

function isClaimedRow(row: number, findings: Findings): boolean {
  return findings.claims.some((claim) => claim.rows.includes(row));
}
