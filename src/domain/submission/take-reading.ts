/** What was read from a message becomes cells, questions and an answer that shows both. */

import type { CampaignEvent } from '../campaign/evolve.ts';
import { answer, type Outcome, refuse } from '../decision.ts';
import { type FormRow, rowOf } from '../form.ts';
import type { RowNo } from '../model.ts';
import type { Reading, ReadValue } from '../reading.ts';
import { askDoubt } from '../replies/doubts.ts';
import * as say from '../replies/submission.ts';
import { sourceOf } from '../situation.ts';
import { colleaguesAnswered } from './colleagues.ts';
import { confirmSubmission } from './confirm.ts';
import { type Desk, helpAfterFailures } from './desk.ts';
import { dialogueAfter, openQuestions, sameDialogue, withoutQuestions } from './dialogue.ts';
import { missingRows, submissionAfter } from './evolve.ts';
import { foreignUnit, labelsOf } from './foreign-unit.ts';
import { owedBy } from './owed.ts';
import { organiserNames } from './people.ts';
import type { Dialogue, Step, Submission, SubmissionEvent } from './state.ts';
import { lastStepOf, stepOver } from './steps.ts';
import { answerTalk, dropQuestion } from './talk.ts';

export function takeReading(desk: Desk, reading: Reading): Outcome {
  const changes = reading.values.length > 0 || reading.intent === 'undo' || reading.intent === 'reset';
  if (changes && desk.returned.closedAtMs !== null)
    return refuse('return_closed', say.returnClosed(organiserNames(desk.situation)));
  const { speaker, unit, situation, returned } = desk;
  const reports = changes || reading.doubts.length > 0 || reading.refusals.length > 0 || reading.remarks.length > 0;
  const labels = labelsOf(returned.definition);
  const other = reports ? foreignUnit(speaker.words, unit, situation.directory, labels) : null;
  if (other)
    return refuse('not_your_unit', say.ownUnitOnly(desk.situation.directory.short(desk.unit), other.shortName));
  switch (reading.intent) {
    case 'none':
      return reading.values.length > 0 || reading.remarks.length > 0
        ? recordValues(desk, reading)
        : answerTalk(desk, reading.talk);
    case 'dismiss':
      return dropQuestion(desk);
    case 'undo':
      return undo(desk);
    case 'reset':
      return reset(desk, reading);
    case 'fill':
    case 'clarify':
    case 'reject':
      return recordValues(desk, reading);
    default:
      return reading.intent satisfies never;
  }
}

/** "公益广告3条，其余为0，确认提交": recorded and confirmed in one go, unless something has to be asked first. */
export function recordAndConfirm(desk: Desk, reading: Reading): Outcome {
  const recorded = takeReading(desk, reading);
  if (recorded.kind === 'refused' || reading.doubts.length > 0 || reading.refusals.length > 0) return recorded;
  if (reading.intent === 'undo' || reading.intent === 'reset') return confirmLater(desk, recorded);
  const { submission, dialogue } = desk;
  const changed = reading.values.filter((value) => submission.cells.get(value.row)?.value !== value.value);
  const after = standing(desk, recorded.events);
  const settled = new Set(reading.values.map((value) => value.row));
  const questions = openQuestions(dialogue.questions, settled);
  const confirmed = confirmSubmission({ ...desk, submission: after, dialogue: { ...dialogue, questions } }, settled);
  if (confirmed.kind === 'refused') return confirmed;
  const text = [...understood(desk, reading, changed), ...confirmed.replies.map((reply) => reply.text)].join('\n');
  return answer(text, [...recorded.events, ...confirmed.events]);
}

/** What was taken back or emptied is looked at before it counts. */
function confirmLater(desk: Desk, recorded: Extract<Outcome, { kind: 'decided' }>): Outcome {
  const after = standing(desk, recorded.events);
  const table = say.tableText(desk.form, after);
  const ask = missingRows(desk.form, after).length > 0 ? say.confirmAfterFilling : say.confirmAfterLook;
  const shown = recorded.replies.map((reply) => reply.text).join('\n');
  return answer([shown, ...(shown.includes(table) ? [] : [table]), ask].join('\n'), recorded.events);
}

/** The submission as these events leave it. */
function standing({ submission, speaker, situation }: Desk, events: readonly CampaignEvent[]): Submission {
  return submissionAfter(submission, events.filter(isOfUnit), { cause: speaker.cause, atMs: situation.nowMs });
}

function isOfUnit(event: CampaignEvent): event is Extract<SubmissionEvent, { returnId: string; unit: string }> {
  return 'returnId' in event && 'unit' in event;
}

/** Takes back what the speaker said last, not what a colleague did. */
function undo(desk: Desk): Outcome {
  const { submission, returned, unit, speaker, situation } = desk;
  const step = lastStepOf(submission, speaker.person.id);
  if (!step) return answer(submission.steps.length > 0 ? say.noneOfYoursToUndo : say.noneToUndo);
  const over = stepOver(submission, step);
  if (over) return refuse('changed_since', say.changedSince(situation.directory.person(over.person)?.name ?? ''));
  const about = { returnId: returned.definition.id, unit, source: sourceOf(speaker, situation.nowMs) };
  // The confirmation came after the figures: it is what is taken back first.
  if (submission.confirmed && step.cells.length > 0)
    return answer(say.submissionTakenBack, [{ type: 'SubmissionReopened', ...about }]);
  const events: CampaignEvent[] = [{ type: 'StepUndone', ...about, step: step.cause }];
  const text = [say.undone(undoneLines(desk, step)), ...afterUndo(desk, step, standing(desk, events))];
  return answer(text.join('\n'), [...events, ...questionsDropped(desk)]);
}

function undoneLines({ form, returned }: Desk, step: Step): string[] {
  const row = <T>([no, before]: readonly [RowNo, T], tell: (row: FormRow, before: T) => string) => {
    const found = rowOf(form, no);
    return found ? [tell(found, before)] : [];
  };
  return [
    ...step.cells.flatMap((cell) => row(cell, say.restored)),
    ...step.remarks.flatMap((remark) => row(remark, say.remarkRestored)),
    ...step.materials.flatMap(([id, before]) => {
      const material = returned.definition.materials.find((one) => one.id === id);
      return material ? [say.materialRestored(material, before)] : [];
    }),
  ];
}

function afterUndo({ form, returned }: Desk, step: Step, after: Submission): string[] {
  const { materials } = returned.definition;
  const owed = step.materials.length > 0 ? materials.filter(({ id }) => !after.materials.has(id)) : [];
  const lines = owed.length > 0 ? [say.materialsMissing(owed)] : [];
  if (step.cells.length === 0) return lines;
  const missing = missingRows(form, after);
  return [missing.length === 0 ? say.confirmHint : say.stillMissing(form, missing), ...lines];
}

/** What was asked about figures that are gone needs no answer. */
function questionsDropped({ dialogue, speaker }: Desk): CampaignEvent[] {
  if (dialogue.questions.length === 0) return [];
  return [{ type: 'DialogueMoved', person: speaker.person.id, dialogue: withoutQuestions(dialogue) }];
}

function reset(desk: Desk, reading: Reading): Outcome {
  const { submission, returned, unit, speaker, situation } = desk;
  const about = { returnId: returned.definition.id, unit, source: sourceOf(speaker, situation.nowMs) };
  const before: CampaignEvent[] = [
    ...(submission.confirmed ? [{ type: 'SubmissionReopened', ...about } as const] : []),
    { type: 'DraftCleared', ...about },
  ];
  const emptied: Submission = { ...submission, cells: new Map(), confirmed: null };
  if (reading.values.length === 0 && reading.doubts.length === 0)
    return answer(say.cleared(submission.cells.size), [...before, ...questionsDropped(desk)]);
  const after = recordValues({ ...desk, submission: emptied, dialogue: withoutQuestions(desk.dialogue) }, reading);
  return after.kind === 'refused' ? after : { ...after, events: [...before, ...after.events] };
}

function recordValues(desk: Desk, reading: Reading): Outcome {
  const { submission, returned, unit, speaker, situation, form } = desk;
  const source = sourceOf(speaker, situation.nowMs);
  const about = { returnId: returned.definition.id, unit, source };
  const changed = reading.values.filter((value) => submission.cells.get(value.row)?.value !== value.value);
  const reopens = submission.confirmed !== null && changed.length > 0;
  const events: CampaignEvent[] = [];
  if (reopens) events.push({ type: 'SubmissionReopened', ...about });
  if (changed.length > 0) events.push({ type: 'CellsReported', ...about, cells: changed.map(cellOf) });
  for (const { row, text } of reading.remarks)
    if (row !== null) events.push({ type: 'RemarkMade', ...about, row, text });

  const filled = new Set([...submission.cells.keys(), ...reading.values.map((value) => value.row)]);
  const dialogue = dialogueAfter(desk, reading, filled);
  if (!sameDialogue(dialogue, situation.state.dialogues.get(speaker.person.id) ?? null))
    events.push({ type: 'DialogueMoved', person: speaker.person.id, dialogue });
  events.push(...colleaguesAnswered(desk, new Set(reading.values.map((value) => value.row))));
  const lines = [
    ...understood(
      desk,
      reading,
      changed,
      changed.length > 3 && filled.size === form.rows.length && !dialogue?.questions[0],
    ),
    ...(reopens ? [say.reopenedHint] : []),
    ...whatNext(desk, reading, dialogue, filled),
    ...helpAfterFailures(dialogue, form),
  ];
  return answer(lines.join('\n'), events);
}

function cellOf({ row, value, manner, evidence, convertedFrom }: ReadValue) {
  return { row, value, manner, words: evidence.text, ...(convertedFrom === undefined ? {} : { convertedFrom }) };
}

/** What was recorded, refused or noted. */
function understood(
  { form, submission, dialogue }: Desk,
  reading: Reading,
  changed: readonly ReadValue[],
  // Many figures at once and the table in full below them: nobody reads the list twice.
  tableFollows = false,
): string[] {
  const everyRow = reading.values.length === form.rows.length && reading.values.every(({ value }) => value === 0);
  const isRest = ({ manner }: ReadValue) => manner === 'rest' || (manner === 'chosen' && everyRow);
  const rest = changed.filter(isRest).flatMap((value) => rowOf(form, value.row) ?? []);
  const said = reading.values
    .filter((value) => !isRest(value) && !(tableFollows && saysNoMore(value, submission)))
    .flatMap((value) => {
      const row = rowOf(form, value.row);
      return row
        ? [say.recordedLine(row, value, submission.cells.get(value.row), showsWords(row, value, dialogue))]
        : [];
    });
  const lines = said.length > 0 ? [say.recorded(said)] : [];
  if (rest.length > 0) lines.push(say.zeroed(rest));
  if (reading.values.length > 0 && changed.length === 0) lines.push(say.sameAsRecorded);
  for (const refusal of reading.refusals) {
    const row = rowOf(form, refusal.row);
    if (row) lines.push(say.refused(row, refusal));
  }
  for (const remark of reading.remarks) {
    const row = remark.row === null ? undefined : rowOf(form, remark.row);
    lines.push(row ? say.remarked(row, remark.text) : say.remarkUnplaced(remark.text));
  }
  return lines;
}

/** Plainly said, for the first time, in the row's own measure: the table shows it as well as a line of its own. */
function saysNoMore({ row, value, convertedFrom }: ReadValue, submission: Submission): boolean {
  return convertedFrom === undefined && (submission.cells.get(row)?.value ?? value) === value;
}

/** The words are shown where they do not name the row plainly, so that a misreading meets the eye. */
function showsWords(row: FormRow, value: ReadValue, dialogue: Dialogue): boolean {
  const words = value.evidence.text.trim();
  return (
    dialogue.expecting !== value.row && words.length <= 24 && !words.includes(row.label) && value.manner !== 'chosen'
  );
}

/** The question, the next row, or what is missing: one of them. */
function whatNext(
  { form, submission, returned, unit }: Desk,
  reading: Reading,
  dialogue: Dialogue | null,
  filled: ReadonlySet<RowNo>,
): string[] {
  const question = dialogue?.questions[0];
  if (question) return [askDoubt(form, question)];
  const missing = form.rows.map((row) => row.no).filter((no) => !filled.has(no));
  if (missing.length === 0) {
    const { materials } = owedBy(returned, unit);
    return submission.confirmed &&
      reading.values.every((value) => submission.cells.get(value.row)?.value === value.value)
      ? []
      : [say.tableReady(form, withValues(submission, reading)), say.materialsMissing(materials)].filter(
          (line) => line !== '',
        );
  }
  const row = dialogue?.expecting ? rowOf(form, dialogue.expecting) : undefined;
  if (row && dialogue?.filling) return [`还缺${missing.length}项。${say.askRow(row, submission.cells.get(row.no))}`];
  return [say.stillMissing(form, missing) + (row ? '' : say.continueHint)];
}

/** The table as it will stand, for showing it in the same answer. */
function withValues(submission: Submission, reading: Reading): Submission {
  const cells = new Map(submission.cells);
  for (const value of reading.values) {
    const source = { person: '', cause: '', atMs: 0, words: value.evidence.text };
    cells.set(value.row, { value: value.value, manner: value.manner, words: value.evidence.text, source });
  }
  const remarks = new Map(submission.remarks);
  for (const { row, text } of reading.remarks) if (row !== null) remarks.set(row, text);
  return { ...submission, cells, remarks };
}
