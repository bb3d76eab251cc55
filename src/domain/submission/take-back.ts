/** 撤回 and 重新填: what was said is taken back, by the one who said it. */
import type { CampaignEvent } from '../campaign/slices.ts';
import { type FormRow, rowOf } from '../form.ts';
import type { RowNo } from '../model.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import type { Reading } from '../reading.ts';
import * as papers from '../replies/materials.ts';
import * as say from '../replies/submission.ts';
import { sourceOf } from '../situation.ts';
import type { Desk, TableDesk } from './desk.ts';
import { withQuestions } from './dialogue.ts';
import { concerns } from './questions.ts';
import { moved, recordValues } from './record.ts';
import { standing } from './standing.ts';
import { counts, type Question, type Step, type Submission, submittedBy } from './state.ts';
import { lastStepOf, stepOver } from './steps.ts';

/** Takes back what the speaker said last, not what a colleague did: a question first, if it came last. */
export function undo(desk: Desk): Outcome {
  const { submission, returned, unit, speaker, situation } = desk;
  const asked = questionsOfLast(desk);
  if (asked) return asked;
  const step = lastStepOf(submission, speaker.person.id);
  const about = { returnId: returned.definition.id, unit, source: sourceOf(speaker, situation.nowMs) };
  if (confirmedLast(desk, step))
    return answer(say.submissionTakenBack, { events: [{ type: 'SubmissionReopened', ...about }] });
  if (!step) return answer(submission.steps.length > 0 ? say.noneOfYoursToUndo : say.noneToUndo);
  const over = stepOver(submission, step);
  if (over) return refuse('changed_since', say.changedSince(situation.directory.name(over.person)));
  // Figures that count are taken back only after the submission that counts them.
  if (counts(submission) && step.cells.length > 0)
    return answer(say.submissionTakenBack, { events: [{ type: 'SubmissionReopened', ...about }] });
  return answer(say.undone(undoneLines(desk, step)), {
    events: [{ type: 'StepUndone', ...about, step: step.cause }, ...withoutQuestions(desk)],
    closings: [standing(returned)],
  });
}

/** Whether the speaker submitted the table after the last thing they said: it is what is taken back first. */
function confirmedLast({ submission, returned, speaker }: Desk, step: Step | null): boolean {
  const confirmed = submittedBy(submission);
  if (returned.definition.form === null || confirmed?.person !== speaker.person.id) return false;
  const { steps } = submission;
  return step === null || steps.indexOf(step) <= steps.findIndex(({ cause }) => cause === confirmed.after);
}

/** What was said last was not recorded but asked about: that is what is let go. */
function questionsOfLast(desk: Desk): Outcome | null {
  const { dialogue, returned, submission, speaker } = desk;
  const [question] = dialogue.questions;
  if (!question || dialogue.askedBy === undefined) return null;
  const step = lastStepOf(submission, speaker.person.id);
  if (step?.cause === dialogue.askedBy) return null;
  if (!concerns(question, returned.definition.id)) return null;
  return answer(say.questionLetGo, { events: withoutQuestions(desk), closings: [standing(returned)] });
}

function undoneLines(desk: Desk, step: Step): string[] {
  const form = desk.returned.definition.form;
  const row = <T>([no, before]: readonly [RowNo, T], told: (row: FormRow, before: T) => string) => {
    const found = form ? rowOf(form, no) : undefined;
    return found ? [told(found, before)] : [];
  };
  return [
    ...step.cells.flatMap((cell) => row(cell, say.restored)),
    ...step.remarks.flatMap((remark) => row(remark, say.remarkRestored)),
    ...step.materials.flatMap(([id, before]) => {
      const material = desk.returned.definition.materials.find((one) => one.id === id);
      return material ? [papers.materialRestored(material, before)] : [];
    }),
  ];
}

/** What was asked about figures of this return that are gone needs no answer. */
function withoutQuestions(desk: Desk): CampaignEvent[] {
  const { dialogue, returned } = desk;
  const left = dialogue.questions.filter((question: Question) => !concerns(question, returned.definition.id));
  return left.length === dialogue.questions.length ? [] : moved(desk, withQuestions(dialogue, left));
}

export function reset(desk: TableDesk, reading: Reading): Outcome {
  const { submission, returned, unit, speaker, situation } = desk;
  const about = { returnId: returned.definition.id, unit, source: sourceOf(speaker, situation.nowMs) };
  const before: CampaignEvent[] = [
    ...(counts(submission) ? [{ type: 'SubmissionReopened', ...about } as const] : []),
    { type: 'DraftCleared', ...about },
  ];
  if (reading.values.length === 0 && reading.doubts.length === 0)
    return answer(say.cleared(submission.cells.size), { events: [...before, ...withoutQuestions(desk)] });
  const emptied: Submission = { ...submission, cells: new Map(), status: { kind: 'draft' } };
  const after = recordValues({ ...desk, submission: emptied, dialogue: withQuestions(desk.dialogue, []) }, reading);
  return after.kind === 'refused' ? after : { ...after, events: [...before, ...after.events] };
}
