/** What is open in a return once a message has been taken: said once, at the end of the answer, from the state it leaves. */
import { rowOf } from '../form.ts';
import type { Closing } from '../outcome.ts';
import * as papers from '../replies/materials.ts';
import { owedText } from '../replies/reminders.ts';
import * as say from '../replies/submission.ts';
import type { Situation, Speaker } from '../situation.ts';
import { missingRows } from './counting.ts';
import { type Desk, hasTable, layDesk, type TableDesk } from './desk.ts';
import { dueFor } from './due.ts';
import { owedBy, owesNothing } from './owed.ts';
import { awaitedRows, concerns, doubtedRows, openQuestion, put, sameQuestion } from './questions.ts';
import { counts, type ReturnState, type Submission } from './state.ts';

export interface StandingOptions {
  /** The table was not shown yet, and a full one is worth a look. */
  readonly table?: boolean;
  /** Somebody wants to go on: a question that stands is put once more. */
  readonly insist?: boolean;
  /** Materials came, no figures: all that is owed is told together. */
  readonly handed?: boolean;
  /** How to go on, after what is asked. */
  readonly help?: readonly string[];
}

export function standing(returned: ReturnState, options: StandingOptions = {}): Closing {
  const { id } = returned.definition;
  return {
    key: `return/${id}`,
    tell(before, after, speaker) {
      const now = after.state.submission.returns.get(id);
      if (!now) return [];
      const desk = layDesk(after, speaker, now);
      return [...linesOf(before, desk, options), ...(options.help ?? [])];
    },
  };
}

/** A question is the same for whichever table it ends the answer of. */
function linesOf(before: Situation, desk: Desk, options: StandingOptions): string[] {
  if (!hasTable(desk)) return restOf(desk, options);
  const missing = missingRows(desk.form, desk.submission);
  const question = questionToPut(before, desk, missing, options.insist ?? false);
  return question === null ? tableStanding(desk, missing, options).map(titled(before, desk)) : [question];
}

/** Where one message wrote into several tables, each line says of which it speaks. */
function titled(before: Situation, { situation, unit, form }: TableDesk): (line: string) => string {
  const written = [...situation.state.submission.returns].filter(
    ([id, { submissions }]) =>
      !sameCells(before.state.submission.returns.get(id)?.submissions.get(unit), submissions.get(unit)),
  );
  const title = `《${form.title}》`;
  return (line) => (written.length > 1 && !line.startsWith(title) ? `${title}${line}` : line);
}

function sameCells(before: Submission | undefined, after: Submission | undefined): boolean {
  if (before === after) return true;
  const cells = [...(after?.cells ?? [])];
  return cells.length === (before?.cells.size ?? 0) && cells.every(([row, cell]) => before?.cells.get(row) === cell);
}

function tableStanding(
  desk: TableDesk,
  missing: readonly number[],
  { table = false, insist = false, handed = false }: StandingOptions,
): string[] {
  const { submission } = desk;
  if (counts(submission)) return restOf(desk, { handed });
  if (missing.length > 0)
    return handed && !desk.dialogue.filling ? restOf(desk, { handed }) : [stillToFill(desk, missing, insist)];
  const awaited = awaitedRows(desk);
  return awaited.length > 0 ? awaited.map(say.uncounted) : readyToConfirm(desk, table);
}

/** A new question is put; one that stood already only where nothing but it is left, for it holds the table up. */
function questionToPut(before: Situation, desk: TableDesk, missing: readonly number[], insist: boolean): string | null {
  const { dialogue, situation, speaker, returned, unit } = desk;
  const [question] = dialogue.questions;
  const { id } = returned.definition;
  if (question) {
    const known = before.state.submission.dialogues.get(speaker.person.id)?.questions[0];
    const held = doubtedRows(situation.state.submission, situation.directory.membersEverOf(unit), id);
    const alone = concerns(question, id) && missing.every((row) => held.includes(row));
    const fresh = question.kind !== 'uncounted' && !sameQuestion(known, question);
    if (fresh || alone || insist) return put(situation.state.submission.returns, question);
  }
  return null;
}

function stillToFill(
  { form, dialogue, submission, situation, unit, returned }: TableDesk,
  missing: readonly number[],
  insist: boolean,
): string {
  const row = dialogue.expecting === null ? undefined : rowOf(form, dialogue.expecting);
  if (row && dialogue.filling) return `还缺${missing.length}项。${say.askRow(row, submission.cells.get(row.no))}`;
  const held = doubtedRows(situation.state.submission, situation.directory.membersEverOf(unit), returned.definition.id);
  const hint = insist ? say.zeroHint : say.continueHint;
  return say.stillMissing(form, missing) + (held.length === 0 ? hint : '');
}

function readyToConfirm(desk: TableDesk, table: boolean): string[] {
  const { form, submission, returned, unit } = desk;
  const { materials } = owedBy(returned, unit);
  const ask = table ? say.tableReady(titleAmong(desk, hasForm), form, submission) : say.confirmHint;
  return [ask, papers.materialsMissing(materials)].filter((line) => line !== '');
}

/** What is left where the table is in, or there is none; and what other rooms have to say of it. */
function restOf(desk: Desk, { handed = false }: StandingOptions): string[] {
  const { returned, unit, situation } = desk;
  return [leftOf(desk, handed), ...situation.house.standing(situation, unit, returned.definition.id)];
}

/** And of the unit's other returns where this one is done. */
function leftOf(desk: Desk, handed: boolean): string {
  const { returned, unit, situation, submission } = desk;
  const owed = owedBy(returned, unit);
  if (!owesNothing(owed)) return say.stillOwed(owedText(owed));
  const others = [...situation.state.submission.returns.values()].filter(
    (one) => one !== returned && one.owing.has(unit) && one.closedAtMs === null,
  );
  return say.allIn(
    titleAmong(desk, () => true),
    others.map(titleOf),
    // Of a table that comes late its own line says so.
    handed && (submission.completedAtMs ?? 0) >= dueFor(returned, unit).lateAfterMs,
  );
}

/** The return's title where the unit has several like it; null where it needs no name. */
function titleAmong(
  { situation, returned, unit }: Desk,
  like: (definition: ReturnState['definition']) => boolean,
): string | null {
  const all = [...situation.state.submission.returns.values()];
  const own = all.filter(({ definition, assigned }) => assigned.has(unit) && like(definition));
  return own.length > 1 ? titleOf(returned) : null;
}

function hasForm({ form }: ReturnState['definition']): boolean {
  return form !== null;
}

function titleOf({ definition }: ReturnState): string {
  return definition.form?.title ?? definition.title;
}

/** All the questions open for a person, for one who asks what is open. */
export function openQuestionText(situation: Situation, { person }: Speaker): string | null {
  const question = openQuestion(situation, person);
  return question ? put(situation.state.submission.returns, question) : null;
}
