/** What a person was asked back and has not answered: which rows it holds up, what closes it, how it is put. */
import type { Person } from '../directory/model.ts';
import { type FormRow, rowOf } from '../form.ts';
import type { RowNo } from '../model.ts';
import { type Doubt, type Reading, type ReadValue, rowsInDoubt } from '../reading.ts';
import { askDoubt } from '../replies/doubts.ts';
import * as papers from '../replies/materials.ts';
import { whichReturn } from '../replies/reminders.ts';
import * as say from '../replies/submission.ts';
import type { Situation } from '../situation.ts';
import type { Desk } from './desk.ts';
import type { OfReturn, Question, ReturnState, SubmissionState } from './state.ts';

type WhichReturn = Extract<Question, { readonly kind: 'which-return' }>;
type WhichTable = Extract<Question, { readonly kind: 'which-table' }>;

/** The question that waits for an answer. */
export function asked(questions: readonly Question[] = []): Question | null {
  const [first] = questions;
  return first === undefined || first.kind === 'uncounted' ? null : first;
}

/** Rows of a return that a question holds up; a question about the whole table holds up none by name. */
export function rowsHeld(question: Question, returnId: string): readonly RowNo[] {
  if (question.kind === 'which-table') return rowsFiguredIn(readingFor(question, returnId));
  if (question.kind === 'uncounted') return question.returnId === returnId ? [question.row] : [];
  if (question.kind === 'refused') return question.returnId === returnId ? [question.refusal.row] : [];
  return question.kind === 'doubt' && question.returnId === returnId && question.doubt.kind !== 'overwrite'
    ? question.doubt.rows
    : [];
}

/** What the words would come to in this return. */
function readingFor(question: WhichTable, returnId: string): Reading | null {
  return question.options.find((option) => option.returnId === returnId)?.reading ?? null;
}

function rowsFiguredIn(reading: Reading | null): RowNo[] {
  if (!reading) return [];
  const figures = reading.values.filter(({ manner }) => manner !== 'rest');
  return [...figures, ...reading.refusals].map(({ row }) => row).concat(reading.doubts.flatMap(({ rows }) => rows));
}

/** Whether a question is about this return: it is not submitted over. 其余为0 of this table or another holds none up. */
export function concerns(question: Question, returnId: string): boolean {
  if (question.kind !== 'which-table') return 'returnId' in question && question.returnId === returnId;
  return rowsHeld(question, returnId).length > 0 || doubtsOf(question, returnId).length > 0;
}

function doubtsOf(question: Question, returnId: string): readonly Doubt[] {
  if (question.kind === 'which-table') return readingFor(question, returnId)?.doubts ?? [];
  return question.kind === 'doubt' ? [question.doubt] : [];
}

/** Rows of a return that the open questions of these people leave in doubt. */
export function doubtedRows(
  { dialogues, returns }: SubmissionState,
  people: readonly Person[],
  returnId: string,
): readonly RowNo[] {
  const form = returns.get(returnId)?.definition.form;
  if (!form) return [];
  const questions: Question[] = [];
  for (const { id } of people) questions.push(...(dialogues.get(id)?.questions ?? []));
  const own = questions.filter((question) => concerns(question, returnId));
  if (own.length === 0) return [];
  const doubts = own.flatMap((question) => doubtsOf(question, returnId));
  const held = own.flatMap((question) => rowsHeld(question, returnId));
  return [...new Set([...rowsInDoubt(form, doubts), ...held])].sort((a, b) => a - b);
}

/** Rows that hold a figure and wait for another one all the same: the table is not submitted over them. */
export function awaitedRows({ situation, unit, returned }: Pick<Desk, 'situation' | 'unit' | 'returned'>): FormRow[] {
  const { form, id } = returned.definition;
  const { dialogues } = situation.state.submission;
  const people = situation.directory.membersEverOf(unit);
  const questions = people.flatMap((person) => dialogues.get(person.id)?.questions ?? []);
  const rows = questions.flatMap((one) => (one.kind === 'uncounted' && one.returnId === id ? [one.row] : []));
  return form ? form.rows.filter(({ no }) => rows.includes(no)) : [];
}

/**
 * Questions still open once these rows of a return are settled; one that names no row is overtaken by any figure. `said`: the
 * figures said of them: one for a row of several closes the question only if it is the figure in question.
 */
export function stillOpen(
  questions: readonly Question[],
  returnId: string,
  settled: ReadonlySet<RowNo>,
  said: readonly Pick<ReadValue, 'row' | 'value'>[] = [],
): Question[] {
  return questions.flatMap((question) => {
    if (question.kind === 'which-table' && saidOfTable(question, returnId, settled)) return [];
    if (!concerns(question, returnId)) return [question];
    if (question.kind === 'which-table') return overtaken(question, returnId, settled);
    if (question.kind === 'doubt' && isOfWhichRow(question.doubt) && said.length > 0)
      return narrowed(question, settled, said);
    const rows = rowsHeld(question, returnId);
    const open = rows.length === 0 ? settled.size === 0 : !rows.some((row) => settled.has(row));
    return open ? [question] : [];
  });
}

/** 其余为0, asked of which table, and every row that it would zero in this one is settled. */
function saidOfTable(question: WhichTable, returnId: string, settled: ReadonlySet<RowNo>): boolean {
  const reading = readingFor(question, returnId);
  if (!reading || reading.values.length === 0 || concerns(question, returnId)) return false;
  return reading.values.every(({ row }) => settled.has(row));
}

type DoubtAsked = Extract<Question, { readonly kind: 'doubt' }>;

/** 30: the row of a figure that is sure; no row where any may be meant. */
function isOfWhichRow({ kind, rows }: Doubt): boolean {
  return kind === 'row' && rows.length !== 1;
}

/** 30, then 抖音12条: the 30 is of another row. */
function narrowed(
  question: DoubtAsked,
  settled: ReadonlySet<RowNo>,
  said: readonly Pick<ReadValue, 'row' | 'value'>[],
): Question[] {
  const { doubt } = question;
  const figure = doubt.figures?.['said'];
  const isAny = doubt.rows.length === 0;
  const isIt = said.some(({ row, value }) => (isAny || doubt.rows.includes(row)) && value === figure);
  const rows = doubt.rows.filter((row) => !settled.has(row));
  if (isIt || figure === undefined || (!isAny && rows.length === 0)) return [];
  const choices = doubt.choices.filter(({ values }) => values.every(({ row }) => !settled.has(row)));
  return [{ ...question, doubt: { ...doubt, rows, choices } }];
}

/** What was said of a row since stands: the question is about the other figures, as long as there are some. */
function overtaken(question: WhichTable, returnId: string, settled: ReadonlySet<RowNo>): Question[] {
  if (!rowsHeld(question, returnId).some((row) => settled.has(row))) return [question];
  const isOpen = ({ row }: { readonly row: RowNo }) => !settled.has(row);
  const options = question.options.map((option) => {
    if (option.returnId !== returnId) return option;
    const { values, refusals, doubts } = option.reading;
    const left = doubts.filter(({ rows }) => !rows.some((row) => settled.has(row)));
    const reading = {
      ...option.reading,
      values: values.filter(isOpen),
      refusals: refusals.filter(isOpen),
      doubts: left,
    };
    return { ...option, reading };
  });
  const narrowed = { ...question, options };
  return concerns(narrowed, returnId) ? [narrowed] : [];
}

/** Puts a question. */
export function put(returns: SubmissionState['returns'], question: Question): string {
  switch (question.kind) {
    case 'doubt':
      return withForm(returns.get(question.returnId), (form) => askDoubt(form, question.doubt));
    case 'refused':
      return withForm(returns.get(question.returnId), (form) => {
        const row = rowOf(form, question.refusal.row);
        return row ? say.refused(row, question.refusal) : '';
      });
    case 'uncounted':
      return withForm(returns.get(question.returnId), (form) => {
        const row = rowOf(form, question.row);
        return row ? say.uncounted(row) : '';
      });
    case 'which-table':
      return say.whichTable(
        question.words,
        question.options.map(({ returnId }) => titleOf(returns.get(returnId))),
      );
    case 'which-material':
      return papers.whichMaterial(question, materialTitles(returns, question));
    case 'which-return':
      return whichReturn(optionLabels(returns, question));
    default:
      return question satisfies never;
  }
}

/** What a question offers to choose from; none where it offers nothing. */
export function optionLabels(returns: SubmissionState['returns'], question: Question): string[] {
  if (question.kind === 'which-table') return question.options.map(({ returnId }) => titleOf(returns.get(returnId)));
  if (question.kind === 'which-return') return question.options.map((id) => returns.get(id)?.definition.title ?? '');
  return question.kind === 'which-material' ? materialTitles(returns, question) : [];
}

/** As long as an order that was shown: later a number is hardly meant for it. */
const heldMs = 10 * 60_000;

/** The question that stands open for a person, the first of several. */
export function openQuestion({ state, nowMs }: Situation, { id }: Pick<Person, 'id'>): Question | null {
  const questions = state.submission.dialogues.get(id)?.questions ?? [];
  return asked(questions.filter((question) => question.kind !== 'which-return' || nowMs - question.atMs < heldMs));
}

/** The order as it would have been said of the option chosen. */
export function orderChosen({ order, options }: WhichReturn, option: number, title: string): OfReturn {
  if (order.name === 'take-back-materials')
    return { ...order, materials: order.materials.filter(({ returnId }) => returnId === options[option]) };
  return order.name === 'move-deadline' ? { ...order, phrase: `${title} ${order.phrase}` } : { ...order, words: title };
}

function withForm(
  returned: ReturnState | undefined,
  tell: (form: NonNullable<ReturnState['definition']['form']>) => string,
): string {
  return returned?.definition.form ? tell(returned.definition.form) : '';
}

function titleOf(returned: ReturnState | undefined): string {
  return returned?.definition.form?.title ?? returned?.definition.title ?? '';
}

/** Where several returns want a material of one name, each is named with its return. */
function materialTitles(
  returns: SubmissionState['returns'],
  { options }: Extract<Question, { readonly kind: 'which-material' }>,
): string[] {
  const named = options.map(({ returnId, material }) => {
    const definition = returns.get(returnId)?.definition;
    return {
      title: definition?.materials.find(({ id }) => id === material)?.title ?? material,
      of: definition?.title ?? '',
    };
  });
  const several = new Set(named.map(({ of }) => of)).size > 1;
  return named.map(({ title, of }) => (several ? `《${of}》的${title}` : title));
}

export function asQuestion(returnId: string, doubt: Doubt): Question {
  return { kind: 'doubt', returnId, doubt };
}

export function sameQuestion(a: Question | undefined, b: Question | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
