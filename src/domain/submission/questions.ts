/** What a person was asked back and has not answered: which rows it holds up, what closes it, how it is put. */
import type { Person } from '../directory/model.ts';
import { rowOf } from '../form.ts';
import type { RowNo } from '../model.ts';
import { type Doubt, rowsInDoubt } from '../reading.ts';
import { askDoubt } from '../replies/doubts.ts';
import * as say from '../replies/submission.ts';
import type { Question, ReturnState, SubmissionState } from './state.ts';

/** The question that waits for an answer. */
export function asked(questions: readonly Question[] = []): Question | null {
  const [first] = questions;
  return first === undefined || first.kind === 'uncounted' ? null : first;
}

/** Rows of a return that a question holds up; a question about the whole table holds up none by name. */
export function rowsHeld(question: Question, returnId: string): readonly RowNo[] {
  if (question.kind === 'uncounted') return question.returnId === returnId ? [question.row] : [];
  if (question.kind === 'refused') return question.returnId === returnId ? [question.refusal.row] : [];
  return question.kind === 'doubt' && question.returnId === returnId && question.doubt.kind !== 'overwrite'
    ? question.doubt.rows
    : [];
}

/** Whether a question is about this return: it is not submitted over. */
export function concerns(question: Question, returnId: string): boolean {
  return 'returnId' in question && question.returnId === returnId;
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
  const doubts = own.flatMap((question) => (question.kind === 'doubt' ? [question.doubt] : []));
  const others = own.flatMap((question) => (question.kind === 'doubt' ? [] : rowsHeld(question, returnId)));
  return [...new Set([...rowsInDoubt(form, doubts), ...others])].sort((a, b) => a - b);
}

/** Questions still open once these rows of a return are settled; one that names no row is overtaken by any figure. */
export function stillOpen(questions: readonly Question[], returnId: string, settled: ReadonlySet<RowNo>): Question[] {
  return questions.filter((question) => {
    if (!concerns(question, returnId)) return true;
    const rows = rowsHeld(question, returnId);
    return rows.length === 0 ? settled.size === 0 : !rows.some((row) => settled.has(row));
  });
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
      return say.whichMaterial(question, materialTitles(returns, question));
    default:
      return question satisfies never;
  }
}

/** What a question offers to choose from; none where it offers nothing. */
export function optionLabels(returns: SubmissionState['returns'], question: Question): string[] {
  if (question.kind === 'which-table') return question.options.map(({ returnId }) => titleOf(returns.get(returnId)));
  return question.kind === 'which-material' ? materialTitles(returns, question) : [];
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
