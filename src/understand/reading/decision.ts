/** What is recorded, asked and left alone of what the figures were taken for: by margins, never by a score alone. */
import { claimOfFigure } from './claim.ts';
import { type Element, type Figure, isPlace, type Label } from './elements.ts';
import { toNumber, ZERO } from './exact.ts';
import type { Claim, Findings } from './findings.ts';
import type { Ground, Option } from './grounds.ts';
import { fitOf } from './measure.ts';
import { isContent, labelsOf, type Region, type Spot, tellsApart } from './regions.ts';
import type { Scope } from './scope.ts';
import { isOwnThing, type Outcome } from './together.ts';
import { exceededIn } from './totals.ts';

/** Below this nothing is recorded, however far the next reading is. */
const FLOOR = 1.4;
const MARGIN = 0.5;
/** Of all words together, or nothing but a measure speaks for the row. */
const WORDS = 1;
/** The same for thin words of one row alone, where the measure is the row's: 企业31家. */
const THIN_WORDS = 0.6;
const FAR = 1;
/** How much better another row may fit that a figure said of it too has taken. */
const DRIVEN = 0.3;
/** The same where the measure is the row's. */
const FEW_WORDS = 0.35;
/** Less than this speaks for no row. */
const SOME = 0.5;
/** Beside a thing of its own, less than this is not worth a question. */
const LITTLE = 0.9;
/** A zero is written only of a row that is named. */
const NAMED = 1.4;
/** What counts otherwise than the row is the row's only where it is named in full. */
const STRONG = 3;

/** Words, and not the measure or the prompt alone, speak for some row. */
export function saysRow(outcome: Outcome): boolean {
  const { option } = outcome;
  return option !== null && isSure(outcome) && option.grounds.some(({ rule }) => rule === 'lead' || rule === 'trail');
}

/** What the outcomes come to: claims, questions, and figures that are nobody's. */
export function settleTogether(
  outcomes: readonly Outcome[],
  elements: readonly Element[],
  scope: Scope,
  findings: Findings,
): void {
  const pairs = outcomes.flatMap(({ spot, option }) => (option ? [{ figure: spot.figure, rows: [option.row] }] : []));
  const exceeded = new Set(exceededIn(elements, pairs, findings));
  const sure = outcomes.filter((outcome) => isSure(outcome) && !isDenied(outcome, outcomes));
  for (const outcome of [...sure, ...outcomes.filter((other) => !sure.includes(other))])
    if (!exceeded.has(outcome.spot.figure))
      settleOne(outcome, { sure, others: outcomes.filter((other) => other !== outcome) }, scope, findings);
}

interface Around {
  readonly sure: readonly Outcome[];
  readonly others: readonly Outcome[];
}

function settleOne(outcome: Outcome, around: Around, scope: Scope, findings: Findings): void {
  const { spot, option, options } = outcome;
  const [best] = options;
  if (option !== null && around.sure.includes(outcome)) findings.claims.push(claimFor(spot, option));
  else if (spot.figure.number === null) return;
  // 第12项, where there are nine
  else if (labelsOf(spot).some(({ by, rows }) => by === 'item' && rows.length === 0)) ask(spot, [], findings);
  else if (best === undefined || wordsOf(best) < SOME) askForeign(spot, around.sure.length > 0, scope, findings);
  else settleDoubtful(outcome, best, around, findings);
}

/** Words speak for a row, and not enough, or for another figure too. */
function settleDoubtful(outcome: Outcome, best: Option, { sure, others }: Around, findings: Findings): void {
  const { spot, options } = outcome;
  const claimed = (row: number) => sure.find((other) => other.option?.row === row);
  const rival = claimed(best.row) ?? others.find(({ options: [other] }) => other?.row === best.row);
  if (rival && isAnotherOf(rival, outcome, best)) {
    const isStem = best.grounds.every(({ rule }) => rule === 'stem' || rule === 'measure');
    const part = (isStem && spot.lead.some(tellsApart)) || spot.lead.some(isDated);
    findings.claims.push({ ...claimFor(spot, best), ...(part && { part }) });
    return;
  }
  if (rival && sure.includes(rival) && isNoRival(rival, spot, best)) return;
  if (isOwnThing(spot) || (sure.length > 0 && wordsOf(best) < LITTLE && isOfOther(spot))) return;
  const rows = options.filter(({ row, score }) => score > best.score - MARGIN && !claimed(row)).map(({ row }) => row);
  ask(spot, rows.length > 0 || saysAnything(spot) ? rows : [best.row], findings);
}

/** 宣传册500本、折页300张; 公益广告：商圈2条，车站3条: both are said of the row, and perhaps they are parts of it. */
function isAnotherOf({ spot: { figure } }: Outcome, { spot }: Outcome, best: Option): boolean {
  if (isOwnThing(spot) || spot.figure.described || isDeed(spot)) return false;
  if (countsOtherwise(best)) return false;
  const own = labelsOf({ ...spot, stem: null }).some(
    ({ certain, leading, trailing, rows }) => certain && !leading && !trailing && rows.includes(best.row),
  );
  return (
    own ||
    (wordsOf(best) >= NAMED &&
      alikeCounted(figure, spot.figure) &&
      (spot.figure.number?.measure != null || !saysAnything(spot)))
  );
}

/** 13日公益广告2条，14日公益广告2条. */
function isDated({ elements }: Region): boolean {
  return elements.some(({ type }) => type === 'decoy');
}

/** The row has its figure, and this one is hardly of it. */
function isNoRival({ spot: { figure: other } }: Outcome, spot: Spot, best: Option): boolean {
  const { figure } = spot;
  if (figure.number && other.number && toNumber(other.number.value) === toNumber(figure.number.value)) return true;
  return countsOtherwise(best) || figure.described || wordsOf(best) < FLOOR || isFarStem(spot, best);
}

/** 投诉接了8件办结了6件: another thing done. */
function isDeed({ lead }: Spot): boolean {
  return lead.some(({ elements }) => {
    const last = elements.at(-1);
    return last?.type === 'word' && /^[了过]$/.test(last.text) && elements.at(-2)?.type === 'unknown';
  });
}

function alikeCounted(one: Figure, other: Figure): boolean {
  const [left, right] = [one.number?.measure?.name, other.number?.measure?.name];
  return left === undefined || right === undefined || left === right;
}

/** 挽回1.5万: without a measure, any word may make another thing of it. */
function saysAnything({ lead, trail }: Spot): boolean {
  const near = [...(lead[0]?.elements ?? []), ...trail.elements];
  return near.some(
    (element) => isContent(element) || (element.type === 'word' && /^(?:verb|place)$/.test(element.kind)),
  );
}

/** 展板5块 behind 公益广告3条: of that row only because nothing else is named. */
function isFarStem(spot: Spot, { grounds }: Option): boolean {
  return isOfOther(spot) && grounds.every(({ rule }) => rule === 'stem' || rule === 'measure');
}

/** What the words say for the row, apart from the measure. */
export function wordsOf({ grounds }: Option): number {
  return grounds.reduce((sum, { rule, weight }) => sum + (rule === 'measure' || rule === 'context' ? 0 : weight), 0);
}

/** 未整改隐患3处 is not a figure of 整改隐患: the none glued to the label is nobody else's. */
function isDenied({ spot, option }: Outcome, outcomes: readonly Outcome[]): boolean {
  const label = labelsOf(spot).find(({ rows }) => option !== null && rows.includes(option.row));
  if (!label || spot.figure.number === null || spot.figure.start < label.start) return false;
  return outcomes.some(({ spot: { figure }, option: other }) => !other && !figure.number && figure.end === label.start);
}

function isSure({ option, options, margin, spot }: Outcome): boolean {
  if (option === null || option.score < FLOOR || margin < MARGIN) return false;
  // 检查企业20家，企业22家: driven from the row that it names
  const [best] = options;
  if (best && best.score - option.score > DRIVEN && best.grounds.some(isOwnWord)) return false;
  // 招聘会现场人山人海，照片一共9张: no 场
  if (countsOtherwise(option) && wordsOf(option) < STRONG) return false;
  if (spot.figure.number === null) return wordsOf(option) >= NAMED;
  const measured = option.grounds.some(({ rule, weight }) => rule === 'measure' && weight >= 1);
  if (measured && option.full) return wordsOf(option) >= FEW_WORDS;
  return wordsOf(option) >= (measured && margin >= FAR ? THIN_WORDS : WORDS);
}

/** The figure was said in another measure than the row's. */
function countsOtherwise({ grounds }: Option): boolean {
  return grounds.some(({ rule, weight }) => rule === 'measure' && weight < 0);
}

function isOwnWord({ rule, weight }: Ground): boolean {
  return (rule === 'lead' || rule === 'trail') && weight >= SOME;
}

function claimFor(spot: Spot, option: Option): Claim {
  const labels = labelsOf(spot).filter(({ by, rows }) => by !== 'group' && rows.includes(option.row));
  const label = labels.find(({ by }) => by === 'name');
  const [first] = labels;
  const { figure } = spot;
  const claim = claimOfFigure(figure);
  return {
    ...claim,
    rows: [option.row],
    named: label ? { start: label.start, end: label.end } : null,
    byItem: labels.some(({ by }) => by === 'item'),
    exactly: !figure.loose,
    start: Math.min(figure.start, first?.start ?? figure.start),
    end: Math.max(figure.end, first?.end ?? figure.end),
  };
}

/** No row counts in such a measure, or no word speaks for any. */
function askForeign(spot: Spot, anySure: boolean, scope: Scope, findings: Findings): void {
  const { figure } = spot;
  if (figure.number === null) return;
  const { value, measure } = figure.number;
  const label = labelsOf(spot).find(({ by, certain }) => by !== 'group' && certain) as Label | undefined;
  if (figure.described || measure?.dimension === 'share') return;
  if (
    label &&
    measure &&
    label.rows.every((row) => fitOf(measure, scope.index.rows[row]?.measures ?? []) === 'foreign')
  ) {
    const rows = label.rows.filter((row) => !findings.claims.some(({ rows: [claimed] }) => claimed === row));
    if (rows.length === 0 || rows.length > 2) return;
    findings.troubles.push({ kind: 'measure', rows, start: figure.start, end: figure.end, value, measure });
    return;
  }
  if (anySure && isOfOther(spot)) return;
  const counted = scope.index.rows.some((row) => fitOf(measure, row.measures) !== 'foreign');
  if (!counted) return;
  const claimed = new Set(findings.claims.flatMap(({ rows }) => rows));
  const rows = scope.index.rows.flatMap((row, position) =>
    fitOf(measure, row.measures) === 'same' && !claimed.has(position) ? [position] : [],
  );
  ask(spot, rows, findings);
}

/** A thing of its own stands beside the figure. */
function isOfOther({ figure, lead, trail }: Spot): boolean {
  const near = [...(lead[0]?.elements ?? []), ...trail.elements];
  return figure.described || near.some((element) => element.type === 'unknown' || isPlace(element));
}

function ask(spot: Spot, fitting: readonly number[], { troubles }: Findings): void {
  const { figure } = spot;
  const [label] = labelsOf(spot);
  const start = Math.min(figure.start, label?.start ?? figure.start);
  const { value = ZERO, measure = null, carriesWan = false } = figure.number ?? {};
  // 涉案金额12万 is no number of cases
  const rows = carriesWan && measure === null && value.exp >= 4 ? [] : fitting;
  troubles.push({ kind: figure.loose ? 'approximate' : 'row', rows, start, end: figure.end, value, measure });
}
