/** Rows whose figure is left open by what was said: put off, taken back, doubted, or only perhaps none. */
import type { RowNo } from '../../domain/model.ts';
import type { Sifted } from './clauses.ts';
import { type Denial, isRest } from './denial.ts';
import { type Element, isClauseBreak, reports, rowsOf } from './elements.ts';
import type { Findings } from './findings.ts';
import type { Scope } from './scope.ts';
import type { Settled } from './settled.ts';

/** What stands open after all figures were read; `named` are the clauses that take a row's figure back and say no other. */
export function askOpen(
  sifted: Sifted,
  named: readonly (readonly Element[])[],
  scope: Scope,
  findings: Findings,
): void {
  findings.postponed.push(...putOffRows(sifted, scope));
  for (const clause of named) askWithdrawn(clause, findings);
  for (const clause of sifted.doubted) askDoubted(clause, findings);
  askDenied(sifted.denials, scope, findings);
}

/** The rows named; 还没统计好 alone is said of the row that was asked for. */
export function uncountedRows(sifted: Sifted, elements: readonly Element[], scope: Scope, settled: Settled): RowNo[] {
  if (sifted.asked || (!sifted.postponed && sifted.forbiddenRows.length === 0)) return [];
  const named = elements.some((element) => element.type === 'label' || element.type === 'figure' || isRest(element));
  const rows = named || !sifted.postponed || scope.focus === null ? putOffRows(sifted, scope) : [scope.focus];
  const said = new Set([...settled.values, ...settled.refusals].map(({ row }) => row));
  const doubted = new Set(settled.doubts.flatMap((doubt) => doubt.rows));
  return [...new Set(rows)]
    .flatMap((row) => scope.index.rows[row]?.row.no ?? [])
    .filter((no) => !said.has(no) && !doubted.has(no));
}

/** What stands already goes on standing where a change of it is forbidden. */
function putOffRows({ postponedRows, forbiddenRows }: Sifted, { index, context }: Scope): readonly number[] {
  const empty = forbiddenRows.filter((row) => context.draft[index.rows[row]?.row.no ?? 0] === undefined);
  return [...postponedRows, ...empty];
}

/** 案件没有新增 with no figure recorded: perhaps there is none at all. */
function askDenied(denials: readonly Denial[], { index, context }: Scope, findings: Findings): void {
  for (const { label, start, end } of denials) {
    const [row, ...others] = label?.certain ? label.rows : [];
    const no = row === undefined ? undefined : index.rows[row]?.row.no;
    if (row === undefined || no === undefined || others.length > 0 || context.draft[no] !== undefined) continue;
    if (findings.claims.every(({ rows }) => !rows.includes(row)))
      findings.troubles.push({ kind: 'number', rows: [row], start, end });
  }
}

/** 撤回抖音的5条: what shall the row hold instead? */
function askWithdrawn(clause: readonly Element[], { troubles }: Findings): void {
  const said = clause.filter(reports);
  const [first, last] = [said[0], said.at(-1)];
  if (first && last) troubles.push({ kind: 'correction', rows: rowsOf(said), start: first.start, end: last.end });
}

/** 这个数有问题, after many: which one, and what is it? */
function askDoubted(clause: readonly Element[], { troubles }: Findings): void {
  const said = clause.filter((element) => !isClauseBreak(element));
  const [first, last] = [said[0], said.at(-1)];
  const rows = rowsOf(said);
  if (first && last)
    troubles.push({ kind: 'correction', rows: rows.length === 1 ? rows : [], start: first.start, end: last.end });
}
