import type { Doubt, Reading, ReadingContext, ReadingIntent, Talk } from '../../domain/reading.ts';
import { readAnswer, withFigureAsked } from './answer.ts';
import { clausesOf, sift } from './clauses.ts';
import { denialEnd } from './dismissal.ts';
import { doubtOf } from './doubts.ts';
import { type Element, reports } from './elements.ts';
import { markItems, unpoint } from './enumerated.ts';
import { type Findings, noFindings } from './findings.ts';
import { ownFormNamed } from './form-named.ts';
import { resolveItems } from './items.ts';
import { indexOf, type LabelIndex } from './label-index.ts';
import { elementsOf } from './mention.ts';
import { askOpen, uncountedRows } from './open-rows.ts';
import { fitsOtherForm } from './other-forms.ts';
import { blank, evidenceOf, normalise, type Plain } from './plain.ts';
import { promptIn, unmention, unquote, unquoteCells } from './quote.ts';
import { readShare } from './rates.ts';
import { type RemarkStretch, takeRemarks } from './remark.ts';
import { placeRemarks } from './remark-rows.ts';
import { withoutRowCounts } from './row-counts.ts';
import { readRunning } from './running.ts';
import { readSameAgain } from './same-again.ts';
import { scan } from './scan.ts';
import { type Scope, type Trace, yearIn } from './scope.ts';
import { settle } from './settle.ts';
import type { Settled } from './settled.ts';
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
export function read(
  text: string,
  context: ReadingContext,
  replyTo: string | null = null,
  trace: Trace | null = null,
): Reading {
  const index = indexOf(context.form);
  const answer = readAnswer(text, context, index) ?? readWithdrawal(text, context, index);
  if (answer !== null) return answer;
  const completed = withFigureAsked(text, context, index);
  if (completed !== null)
    return asAnswer(read(completed, { ...context, question: null }, replyTo, trace), context.question);
  const whole = unquoteCells(normalise(text.slice(0, LONGEST)));
  const { plain: unquoted, quoted } = unquote(whole, context.botNames);
  const prompt = replyTo === null ? quoted : promptIn(replyTo, context.botNames);
  const { plain, remarks } = takeRemarks(unmention(unquoted, context.botNames));
  const focus =
    (prompt === null ? null : rowNamedIn(prompt, index)) ?? (context.expecting === null ? null : context.expecting - 1);
  const scope: Scope = {
    index,
    context,
    focus: focus !== null && index.rows[focus] !== undefined ? focus : null,
    year: context.year ?? yearIn(index.form.title),
    trace,
  };
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

function readPlain(whole: Plain, scope: Scope, stretches: readonly RemarkStretch[]): Reading {
  const { index, context } = scope;
  const findings = noFindings();
  const own = ownFormNamed(whole.text, index.form, context.otherForms);
  const plain = own === 0 ? whole : blank(whole, 0, own);
  const table = readTable(plain, scope, findings);
  const text = unpoint(table.text);
  const heard = withoutRowCounts(elementsOf(markItems(scan(text, index), text), index, text), text);
  const elements = resolveItems(heard, index);
  const sifted = sift(elements, text, { ...context, year: scope.year });
  const { elements: unasked, rests: askedRests } = withoutAskedZeros(text, sifted);
  const { elements: stated, withdrawn, named, undoes } = withoutWithdrawn(unasked, text);
  const command = isReset(stated) ? 'reset' : undoes ? 'undo' : null;
  readRunning(command === 'reset' ? afresh(stated, findings) : stated, text, scope, findings);
  findings.withdrawn.push(...withdrawn);
  askOpen(sifted, named, scope, findings);
  readLettered(plain.text, elements, findings);
  if (sifted.aside.length === 0) readOtherwise(text, stated, scope, findings);
  if (own === 0) markElsewhere(findings, plain, context);
  const settled = settle(findings, plain, index, command === 'reset' ? { ...context, draft: {} } : context);
  const remarks = placeRemarks(stretches, table.remarks, { plain, scope, elements, settled });
  const intent = intentOf(command, settled, remarks.length > 0);
  const talked = leavesNothing(findings, scope) ? ACKNOWLEDGED : talkOf(plain.text, sifted, elements, index);
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

const ACKNOWLEDGED = { kind: 'acknowledgement' } as const;

/** 其余为0 where nothing is left. */
function leavesNothing({ rests }: Findings, { index, context }: Scope): boolean {
  return rests.length > 0 && index.rows.every(({ row }) => context.draft[row.no] !== undefined);
}

/** 完成了2/3, 跟去年的一样: what is said instead of a figure. */
function readOtherwise(text: string, elements: readonly Element[], scope: Scope, findings: Findings): void {
  if (findings.claims.length + findings.troubles.length > 0) return;
  readShare(text, elements, scope, findings);
  readSameAgain(text, elements, scope, findings);
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
