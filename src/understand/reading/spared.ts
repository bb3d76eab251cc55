import type { RowNo } from '../../domain/model.ts';
import { type ReadingContext, rowsInDoubt } from '../../domain/reading.ts';
import { doubtOf } from './doubts.ts';
import { toNumber } from './exact.ts';
import type { Claim, Rest } from './findings.ts';
import type { LabelIndex } from './label-index.ts';
import { evidenceOf, type Plain } from './plain.ts';
import type { Settled } from './settled.ts';

/** Claims of zero that spare what is in doubt or recorded are taken out; rows spared among many are noted. */
export function withoutSpared(
  claims: readonly Claim[],
  index: LabelIndex,
  context: ReadingContext,
  settled: Settled,
): Claim[] {
  return claims.filter((claim) => {
    const no = index.rows[claim.rows[0] ?? -1]?.row.no;
    return no === undefined || !(isLeftOut(claim, no, claims, context, settled) || saysNothing(claim, no, context));
  });
}

/**
 * 没有了 in the middle of a question, or while a row is in doubt, says nothing of what holds a figure or is in doubt; but of the row
 * asked for it is an answer.
 */
function saysNothing({ manner, named, byItem }: Claim, row: RowNo, context: ReadingContext): boolean {
  if (manner !== 'none' || named !== null || byItem) return false;
  const unsure = doubtedRows(context);
  if (context.question === null && (unsure.size === 0 || context.expecting === row)) return false;
  return unsure.has(row) || (context.draft[row] ?? 0) !== 0;
}

/** 1—5项都没有, 宣传教育、维权会议都没有: many rows at once are zeroed like the rest is, without those in doubt. */
function isLeftOut(
  claim: Claim,
  no: RowNo,
  claims: readonly Claim[],
  context: ReadingContext,
  settled: Settled,
): boolean {
  if (claim.named !== null || toNumber(claim.value) !== 0 || !claim.certain) return false;
  const together = claims.filter(({ named, start }) => named === null && start === claim.start).length;
  if (together < (claim.byItem ? 3 : 2)) return false;
  if (!doubtedRows(context).has(no)) return !claim.byItem && (context.draft[no] ?? 0) !== 0;
  leaveOut(no, settled);
  return true;
}

/** Rows in doubt before this message. */
function doubtedRows({ form, doubted, question }: ReadingContext): Set<RowNo> {
  return new Set([...doubted, ...rowsInDoubt(form, question === null ? [] : [question])]);
}

/** Zero for every row of the rest that is neither recorded, said, nor in doubt. */
export function fillRest(
  rest: Rest,
  plain: Plain,
  index: LabelIndex,
  context: ReadingContext,
  settled: Settled,
  doubted: ReadonlySet<number>,
): void {
  const evidence = evidenceOf(plain, rest.start, rest.end);
  const kept = rest.rows.filter((row) => (context.draft[index.rows[row]?.row.no ?? 0] ?? 0) !== 0);
  if (rest.all && (Object.keys(context.draft).length > 0 || settled.values.length > 0)) {
    settled.doubts.push(doubtOf({ kind: 'overwrite', rows: kept, start: rest.start, end: rest.end }, plain, index));
    return;
  }
  const unsure = new Set([...doubtedRows(context), ...rowsInDoubt(context.form, settled.doubts)]);
  for (const row of rest.rows) {
    const no = index.rows[row]?.row.no;
    if (no === undefined || context.draft[no] !== undefined || settled.values.some((value) => value.row === no))
      continue;
    if (doubted.has(row) || unsure.has(no) || settled.refusals.some((refusal) => refusal.row === no))
      leaveOut(no, settled);
    else settled.values.push({ row: no, value: 0, manner: 'rest', evidence });
  }
}

function leaveOut(no: RowNo, { leftOut }: Settled): void {
  if (!leftOut.includes(no)) leftOut.push(no);
}
