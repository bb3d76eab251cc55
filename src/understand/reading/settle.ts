import { isRate } from '../../domain/form.ts';
import type { Choice, Doubt, ReadingContext, ReadValue } from '../../domain/reading.ts';
import { doubtOf, type Question } from './doubts.ts';
import { add, type Exact, fromNumber, negate, shift, toNumber } from './exact.ts';
import type { Claim, Findings } from './findings.ts';
import type { IndexedRow, LabelIndex } from './label-index.ts';
import { convert, countsInWan, fitOf, isAbsurd, wanToRow } from './measure.ts';
import { evidenceOf, type Plain } from './plain.ts';
import { unusual } from './plausible.ts';
import { isRepeated, repeatChoices } from './repeat.ts';
import type { Settled } from './settled.ts';
import { fillRest, withoutSpared } from './spared.ts';

interface Candidate {
  readonly claim: Claim;
  readonly row: number;
  readonly value: number;
}

/** Every claim through every check; what passes is recorded, what does not is asked about or refused. */
export function settle(findings: Findings, plain: Plain, index: LabelIndex, context: ReadingContext): Settled {
  const settled: Settled = { values: [], doubts: [], refusals: [], leftOut: [] };
  const candidates: Candidate[] = [];
  const doubted = new Set<number>();
  for (const trouble of findings.troubles) {
    settled.doubts.push(doubtOf(trouble, plain, index));
    for (const row of trouble.rows) doubted.add(row);
  }
  const single = findings.claims.filter(({ certain, rows }) => certain && rows.length === 1);
  const named = new Set(single.map(({ rows }) => rows[0]));
  const claims = withoutSpared(findings.claims, index, context, settled);
  for (const claim of claims) {
    // 检查组3个 beside 检查企业20家 speaks of something else
    if (claim.besides && claim.rows.every((row) => named.has(row))) continue;
    const candidate = settleClaim(claim, plain, index, context, settled);
    if (candidate === null) for (const row of claim.rows) doubted.add(row);
    else candidates.push(candidate);
  }
  for (const [row, group] of groupByRow(candidates)) recordRow(row, group, plain, index, context, settled, doubted);
  const passed = new Set([...doubted, ...findings.postponed]);
  for (const rest of findings.rests) fillRest(rest, plain, index, context, settled, passed);
  settled.values.sort((left, right) => left.row - right.row);
  return settled;
}

function settleClaim(
  claim: Claim,
  plain: Plain,
  index: LabelIndex,
  context: ReadingContext,
  settled: Settled,
): Candidate | null {
  const [position] = claim.rows;
  const row = position === undefined ? undefined : index.rows[position];
  const doubt = (kind: Doubt['kind'], asked: Claim = claim) => {
    settled.doubts.push(doubtOf({ kind: kind as 'row', ...asked }, plain, index));
    return null;
  };
  if (position === undefined || row === undefined || claim.rows.length > 1) return doubt('row');
  if (!claim.certain && claim.exactly !== true) return doubt('approximate');
  // 案件涉案金额12万: its own words say that it is not the row's
  if (!claim.certain) {
    const offers = claim.besides === true ? { offers: [] } : {};
    settled.doubts.push(doubtOf({ kind: 'row', ...claim, ...offers }, plain, index));
    return null;
  }
  if (inOtherForm(claim)) return doubt('form');
  if (fitOf(claim.measure, row.measures) === 'foreign') return doubt('measure');
  const exact = inRowMeasure(claim, row);
  if (exact === null) return doubt('measure');
  const figure = applied(claim, exact, context.draft[row.row.no]);
  if (figure === null) return doubt('correction');
  return checked(claim, position, figure, row, plain, index, context, settled);
}

/** A figure in the row's own measure: asked about, refused, or good. */
function checked(
  claim: Claim,
  position: number,
  figure: Exact,
  row: IndexedRow,
  plain: Plain,
  index: LabelIndex,
  context: ReadingContext,
  settled: Settled,
): Candidate | null {
  const candidate = { claim, row: position, value: toNumber(figure) };
  const question = questionAbout(candidate, row, plain, context);
  if (question === null) return isRefused(candidate, row, plain, settled) ? null : candidate;
  // 再加1200 beside 12 asks about 1212, 6000万 in a row of 万元 about 6000; only 元 or 万元 about what was said
  const asIs = question.kind === 'measure' && claim.change === 'set';
  const asked = asIs ? claim : { ...claim, value: figure, measure: null };
  settled.doubts.push(doubtOf({ ...question, ...asked }, plain, index));
  return null;
}

/** Set by the reader of the whole message, which knows the other forms. */
function inOtherForm(claim: Claim & { readonly elsewhere?: boolean }): boolean {
  return claim.elsewhere === true;
}

function inRowMeasure(claim: Claim, row: IndexedRow): Exact | null {
  if (claim.measure !== null) return convert(claim.value, claim.measure, row.measures);
  return claim.carriesWan && countsInWan(row.measures) ? wanToRow(claim.value, row.measures) : claim.value;
}

function applied(claim: Claim, value: Exact, recorded: number | undefined): Exact | null {
  if (claim.change === 'set') return value;
  if (recorded === undefined) return claim.change === 'more' || claim.change === 'and' ? value : null;
  if (claim.change === 'and') return null;
  return add(fromNumber(recorded), claim.change === 'less' ? negate(value) : value);
}

/** Why a figure that the row could hold is asked about first. */
function questionAbout(
  { claim, value }: Candidate,
  row: IndexedRow,
  plain: Plain,
  context: ReadingContext,
): Pick<Question, 'kind' | 'recorded' | 'choices'> | null {
  const recorded = context.draft[row.row.no];
  if (isFraction(value, row) || value < 0) return null;
  if (isAbsurd(value, row.measures, claim.measure !== null || claim.carriesWan))
    return { kind: claim.measure === null && row.row.kind === 'decimal' && !isRate(row.row) ? 'measure' : 'absurd' };
  if (claim.explained === true) return null;
  if (isFractionOfOne(claim, value, row)) return { kind: 'measure', choices: sharesOf(value, row) };
  const odd = unusual(value, evidenceOf(plain, claim.start, claim.end).text, row, context);
  if (odd !== null) return { kind: 'unusual', ...odd };
  if (claim.change === 'set' || recorded === undefined || !isRepeated(plain.original, context.justSaid)) return null;
  return { kind: 'repeat', recorded, choices: repeatChoices(row, value, claim.change === 'less') };
}

/** 合格率0.98 in a row of %: 98% or 0.98%? */
function isFractionOfOne({ measure, change }: Claim, value: number, { row }: IndexedRow): boolean {
  return (
    isRate(row) && /^[%％]/.test(row.measure.trim()) && measure === null && change === 'set' && value > 0 && value < 1
  );
}

function sharesOf(value: number, { row }: IndexedRow): Choice[] {
  const hundredfold = toNumber(shift(fromNumber(value), 2));
  return [hundredfold, value].map((share) => ({
    label: `${share}${row.measure}`,
    values: [{ row: row.no, value: share }],
  }));
}

function isRefused({ claim, value }: Candidate, row: IndexedRow, plain: Plain, { refusals }: Settled): boolean {
  const kind = value < 0 ? 'negative' : isFraction(value, row) ? 'fractional' : null;
  if (kind === null) return false;
  refusals.push({ kind, row: row.row.no, value, evidence: evidenceOf(plain, claim.start, claim.end) });
  return true;
}

/** Of a thing that is counted; rates have fractions whatever the form says. */
function isFraction(value: number, { row }: IndexedRow): boolean {
  return row.kind === 'integer' && !isRate(row) && Number.isFinite(value) && !Number.isInteger(value);
}

function groupByRow(candidates: readonly Candidate[]): Map<number, Candidate[]> {
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) groups.set(candidate.row, [...(groups.get(candidate.row) ?? []), candidate]);
  return groups;
}

function recordRow(
  row: number,
  group: readonly Candidate[],
  plain: Plain,
  index: LabelIndex,
  _context: ReadingContext,
  settled: Settled,
  doubted: Set<number>,
): void {
  if (doubted.has(row)) return;
  const corrected = group.filter(({ claim }) => claim.manner === 'corrected');
  const effective = corrected.length > 0 ? corrected : group;
  const [first] = effective;
  if (first === undefined) return;
  const areParts = effective.length > 1 && (effective.some(({ claim }) => claim.part) || areTold(effective, plain));
  if (areParts || effective.some(({ value }) => value !== first.value)) {
    doubted.add(row);
    settled.doubts.push(
      doubtOf({ kind: 'conflict', values: valuesOffered(effective, plain, index), ...first.claim }, plain, index),
    );
    return;
  }
  settled.values.push(recorded(first, plain, index));
}

/** 手册400册、折页400份: each by a name of its own. */
function areTold(group: readonly Candidate[], plain: Plain): boolean {
  const stated = group.filter(({ claim }) => claim.manner === 'stated' && claim.change === 'set' && claim.named);
  const names = stated.map(({ claim: { named } }) => plain.text.slice(named?.start ?? 0, named?.end ?? 0));
  return stated.length === group.length && new Set(names).size === names.length;
}

/** 咨询12场，科普3场 of one row: together, then each; the same words twice are no parts. */
function valuesOffered(group: readonly Candidate[], plain: Plain, index: LabelIndex): number[] {
  const values = group.map(({ value }) => value);
  const names = group.map(({ claim }) => claim.named && plain.text.slice(claim.named.start, claim.named.end));
  const parts = group.every(
    ({ claim }, at) => claim.manner === 'stated' && claim.change === 'set' && names[at] != null,
  );
  if (!parts || !(group.some(({ claim }) => claim.part) || areTold(group, plain))) return [...new Set(values)];
  const [first] = group;
  if (first !== undefined && isRate((index.rows[first.row] as IndexedRow).row)) return [...new Set(values)];
  const sum = group.reduce((total, { value }) => add(total, fromNumber(value)), fromNumber(0));
  return [...new Set([toNumber(sum), ...values])];
}

function recorded({ claim, row, value }: Candidate, plain: Plain, index: LabelIndex): ReadValue {
  const evidence = evidenceOf(plain, claim.start, claim.end);
  const no = index.rows[row]?.row.no ?? row + 1;
  const manner = claim.change === 'set' ? claim.manner : 'adjusted';
  const said = claim.measure !== null || claim.carriesWan ? toNumber(claim.value) : value;
  // 39.2万元 stands in the words as the row has it: nothing was converted.
  const own = evidence.text.includes(`${value}${index.rows[row]?.row.measure ?? ''}`);
  const converted = said !== value && claim.change === 'set' && !own;
  return {
    row: no,
    value,
    manner,
    evidence,
    ...(converted ? { convertedFrom: `${said}${claim.measure?.name ?? '元'}` } : {}),
  };
}
