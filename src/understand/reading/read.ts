import type { RowNo } from '../../domain/model.ts';
import type { Doubt, Reading, ReadingContext, ReadingIntent, Talk } from '../../domain/reading.ts';
import { readAnswer, withFigureAsked } from './answer.ts';
import { clausesOf, type Sifted, sift } from './clauses.ts';
import { type Denial, isRest } from './denial.ts';
import { denialEnd } from './dismissal.ts';
import { doubtOf } from './doubts.ts';
import { type Element, isClauseBreak, reports, rowsOf } from './elements.ts';
import { markItems, unpoint } from './enumerated.ts';
import { type Findings, noFindings } from './findings.ts';
import { resolveItems } from './items.ts';
import { indexOf, type LabelIndex } from './label-index.ts';
import { elementsOf } from './mention.ts';
import { fitsOtherForm } from './other-forms.ts';
import { blank, evidenceOf, normalise, type Plain } from './plain.ts';
import { promptIn, unmention, unquote, unquoteCells } from './quote.ts';
import { type RemarkStretch, takeRemarks } from './remark.ts';
import { placeRemarks } from './remark-rows.ts';
import { readRunning } from './running.ts';
import { scan } from './scan.ts';
import type { Scope } from './scope.ts';
import { settle } from './settle.ts';
import type { Settled } from './settled.ts';
import { dropSharedVerbs } from './shared-verbs.ts';
import { readTable } from './table.ts';
import { withoutWithdrawn } from './taken-back.ts';
import { talkOf, withoutAskedZeros } from './talk.ts';
import { readLettered } from './unread.ts';
import { mayWithdraw, withdrawalIn } from './withdrawal.ts';

/** Longer messages are documents, not replies; what lies behind is not read. */
const LONGEST = 3000;

/**
 * Reads one message about one form as a careful secretary would. Pure: the same words in the same context read the same.
 * `replyTo` is what the platform says the message quotes: it may tell which row is meant, and no figure in it is the sender's.
 */
export function read(text: string, context: ReadingContext, replyTo: string | null = null): Reading {
  const index = indexOf(context.form);
  const answer = readAnswer(text, context, index) ?? readWithdrawal(text, context, index);
  if (answer !== null) return answer;
  const completed = withFigureAsked(text, context, index);
  if (completed !== null) return asAnswer(read(completed, { ...context, question: null }, replyTo), context.question);
  const whole = unquoteCells(normalise(text.slice(0, LONGEST)));
  const { plain: unquoted, quoted } = unquote(whole, context.botNames);
  const prompt = replyTo === null ? quoted : promptIn(replyTo, context.botNames);
  const { plain, remarks } = takeRemarks(unmention(unquoted, context.botNames));
  const focus =
    (prompt === null ? null : rowNamedIn(prompt, index)) ?? (context.expecting === null ? null : context.expecting - 1);
  const scope: Scope = { index, context, focus: focus !== null && index.rows[focus] !== undefined ? focus : null };
  const denied = context.question === null ? 0 : denialEnd(plain.text);
  if (denied === 0) return readPlain(plain, scope, remarks);
  return asAnswer(readPlain(blank(plain, 0, denied), scope, remarks), context.question);
}

/** 刚才的200不算: taken back where it is all that was said last, let go where it is in question, else asked about. */
function readWithdrawal(text: string, context: ReadingContext, index: LabelIndex): Reading | null {
  if (!mayWithdraw.test(text)) return null;
  const plain = unmention(unquote(normalise(text.slice(0, LONGEST)), context.botNames).plain, context.botNames);
  const withdrawal = withdrawalIn(plain.text, context);
  if (withdrawal === null) return null;
  const { value, start, end, rows, isLast } = withdrawal;
  const nothing: Reading = {
    intent: 'undo',
    values: [],
    doubts: [],
    refusals: [],
    remarks: [],
    leftOut: [],
    talk: null,
  };
  if (context.question?.evidence.text.includes(String(value))) return { ...nothing, intent: 'dismiss' };
  if (isLast) return nothing;
  const positions = rows.length === 1 ? rows.map((no) => no - 1) : [];
  const asked = { kind: 'correction', rows: positions, start, end, recorded: value } as const;
  return { ...nothing, intent: 'clarify', doubts: [doubtOf(asked, plain, index)] };
}

/** 都不是，是专题报道3次: what is said instead answers the question; of another row than the one in doubt it does not. */
function asAnswer(reading: Reading, question: Doubt | null): Reading {
  const ofAnyRow = question?.kind === 'row' || question?.kind === 'form';
  const values = reading.values.map((value) =>
    ofAnyRow || question?.rows.includes(value.row) ? { ...value, manner: 'chosen' as const } : value,
  );
  return { ...reading, values };
}

function readPlain(plain: Plain, scope: Scope, stretches: readonly RemarkStretch[]): Reading {
  const { index, context } = scope;
  const findings = noFindings();
  const table = readTable(plain, scope, findings);
  const text = unpoint(table.text);
  const heard = elementsOf(markItems(scan(text, index), text), index, text);
  const elements = resolveItems(dropSharedVerbs(heard, index, text, scope.focus), index);
  const sifted = sift(elements, text, context);
  const { elements: unasked, rests: askedRests } = withoutAskedZeros(text, sifted);
  const { elements: stated, withdrawn, named, undoes } = withoutWithdrawn(unasked, text);
  const command = isReset(stated) ? 'reset' : undoes ? 'undo' : null;
  readRunning(command === 'reset' ? afresh(stated, findings) : stated, scope, findings);
  findings.postponed.push(...putOffRows(sifted, scope));
  findings.withdrawn.push(...withdrawn);
  for (const clause of named) askWithdrawn(clause, findings);
  for (const clause of sifted.doubted) askDoubted(clause, findings);
  askDenied(sifted.denials, scope, findings);
  readLettered(plain.text, elements, findings);
  markElsewhere(findings, plain, context);
  const settled = settle(findings, plain, index, command === 'reset' ? { ...context, draft: {} } : context);
  const remarks = placeRemarks(stretches, table.remarks, { plain, scope, elements, settled });
  const intent = intentOf(command, settled, remarks.length > 0);
  // 其余为0 where nothing is left
  const nothingLeft = findings.rests.length > 0 && index.rows.every(({ row }) => context.draft[row.no] !== undefined);
  const talked = nothingLeft ? ({ kind: 'acknowledgement' } as const) : talkOf(plain.text, sifted, elements, index);
  const uncounted = uncountedRows(sifted, elements, scope, settled);
  const asked = settled.values.length > 0 ? askedRests : [];
  const aside = [...sifted.aside, ...findings.withdrawn, ...asked].map(({ why, start, end }) => ({
    why,
    evidence: evidenceOf(plain, start, end),
  }));
  const found = { remarks, ...settled };
  const more = { ...(uncounted.length > 0 && { uncounted }), ...(aside.length > 0 && { aside }) };
  const said: Omit<Reading, 'intent' | 'talk'> = uncounted.length + aside.length > 0 ? { ...found, ...more } : found;
  if (intent !== 'none') return { intent, talk: null, ...said };
  return { intent: putsOff(talked, elements, context) ? 'dismiss' : 'none', talk: talked, ...said };
}

/** The rows named; 还没统计好 alone is said of the row that was asked for. */
function uncountedRows(sifted: Sifted, elements: readonly Element[], scope: Scope, settled: Settled): RowNo[] {
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

/** 还没核好，明天报 to an open question lets it go; said of a row by name it is about that row. */
function putsOff(talk: Talk, elements: readonly Element[], { question }: ReadingContext): boolean {
  return talk.kind === 'later' && question !== null && !elements.some((element) => element.type === 'label');
}

/** 抖音5条，重新填，公益广告4条: of what stands before only that is left that nothing is said instead of. */
function afresh(elements: readonly Element[], { withdrawn }: Findings): Element[] {
  const clauses = clausesOf(elements);
  const at = clauses.findIndex(resets);
  const before = clauses.slice(0, at).flat().filter(reports);
  const again = clauses.slice(at).flat();
  if (before.length === 0 || !again.some(({ type }) => type === 'figure')) return withoutReset(elements);
  withdrawn.push({ why: 'withdrawn', start: before[0]?.start ?? 0, end: before.at(-1)?.end ?? 0 });
  return withoutReset(again);
}

function withoutReset(elements: readonly Element[]): Element[] {
  return elements.filter(
    (element) => element.type !== 'word' || !['reset', 'wrong', 'undo', 'drop', 'all'].includes(element.kind),
  );
}

/** The single row that a quoted prompt is about. */
function rowNamedIn(quoted: string, index: LabelIndex): number | null {
  const elements = elementsOf(scan(quoted, index), index, quoted);
  const named = new Set(
    elements.flatMap((element) =>
      element.type === 'label' && element.by === 'name' && element.rows.length === 1 && element.certain
        ? [...element.rows]
        : [],
    ),
  );
  if (named.size === 1) return [...named][0] ?? null;
  const items = resolveItems(elements, index).flatMap((element) =>
    element.type === 'label' && element.rows.length === 1 ? [...element.rows] : [],
  );
  return named.size === 0 && items.length === 1 ? (items[0] ?? null) : null;
}

/** Two forms open and both have the row: ask which. An answer to the row just asked is not in doubt. */
function markElsewhere(findings: Findings, plain: Plain, context: ReadingContext): void {
  if (context.otherForms.length === 0) return;
  findings.claims.forEach((claim, at) => {
    const bareItem = claim.named === null && claim.byItem;
    const elsewhere =
      bareItem ||
      (claim.named !== null &&
        fitsOtherForm(plain.text.slice(claim.named.start, claim.named.end), claim, context.otherForms));
    if (elsewhere) findings.claims[at] = { ...claim, elsewhere: true } as typeof claim;
  });
}

function intentOf(command: 'undo' | 'reset' | null, settled: Settled, hasRemarks: boolean): ReadingIntent {
  if (command !== null) return command;
  if (settled.doubts.length > 0) return 'clarify';
  if (settled.refusals.length > 0) return 'reject';
  return settled.values.length > 0 || hasRemarks ? 'fill' : 'none';
}

/** 抖音重新填 is about one row, 重新填 about the form. */
function isReset(elements: readonly Element[]): boolean {
  return clausesOf(elements).some(resets);
}

function resets(clause: readonly Element[]): boolean {
  const at = clause.findIndex((element) => element.type === 'word' && element.kind === 'reset');
  return at >= 0 && !clause.slice(0, at).some((element) => element.type === 'label' && element.by !== 'group');
}
