/** 撤回 and 重新填: what was said is taken back, by the one who said it. */
import type { CampaignEvent } from '../campaign/slices.ts';
import { type FormRow, rowOf } from '../form.ts';
import type { PersonId, RowNo } from '../model.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import type { Reading } from '../reading.ts';
import * as papers from '../replies/materials.ts';
import * as say from '../replies/submission.ts';
import { sourceOf } from '../situation.ts';
import { type Desk, fillsSeveral, hasTable, layDesk, returnsOf, type TableDesk } from './desk.ts';
import { withQuestions } from './dialogue.ts';
import { refuseClosed } from './people.ts';
import { concerns } from './questions.ts';
import { moved, recordValues } from './record.ts';
import { standing } from './standing.ts';
import { counts, type Question, type Step, type Submission, submittedBy } from './state.ts';
import { lastStepOf, stepOver } from './steps.ts';

/**
 * Takes back what the speaker said last, of whichever return, not what a colleague did: a question if it came last, a submission,
 * or all that one message wrote. `only`: of the return that lies on the desk, whose figure the words name.
 */
export function undo(desk: Desk, only: boolean): Outcome {
  const { situation, speaker } = desk;
  const mine = returnsOf(situation.state.submission, speaker.person).map((one) => layDesk(situation, speaker, one));
  const desks = only ? [desk] : mine;
  const last = lastStepAt(desks, speaker.person.id);
  const asked = questionsOfLast(desk, last);
  if (asked) return asked;
  const confirmed = confirmedLast(desks, last);
  if (confirmed) return reopened(confirmed);
  if (!last) return answer(desks.some(hasSteps) ? say.noneOfYoursToUndo : say.noneToUndo);
  return undoSteps(stepsOf(desks, last));
}

interface StepAt {
  readonly desk: Desk;
  readonly step: Step;
}

function hasSteps({ submission }: Desk): boolean {
  return submission.steps.length > 0;
}

function lastStepAt(desks: readonly Desk[], person: PersonId): Step | null {
  const last = desks.flatMap(({ submission }) => lastStepOf(submission, person) ?? []);
  return last.reduce<Step | null>((newest, step) => (newest && newest.no > step.no ? newest : step), null);
}

/** What one message wrote, in each of the returns. */
function stepsOf(desks: readonly Desk[], { cause, person }: Step): StepAt[] {
  return desks.flatMap((desk) => {
    const step = lastStepOf(desk.submission, person);
    return step?.cause === cause ? [{ desk, step }] : [];
  });
}

/** The table that the speaker submitted after the last thing they said: it is what is taken back first. */
function confirmedLast(desks: readonly Desk[], last: Step | null): Desk | null {
  const own = desks.flatMap((desk) => {
    const confirmed = hasTable(desk) ? submittedBy(desk.submission) : null;
    return confirmed?.person === desk.speaker.person.id ? [{ desk, confirmed }] : [];
  });
  const since = own.filter(({ confirmed: { after } }) => !last || stepNo(desks, after) >= last.no);
  return since.sort((one, other) => other.confirmed.atMs - one.confirmed.atMs)[0]?.desk ?? null;
}

function stepNo(desks: readonly Desk[], cause: string | undefined): number {
  const all = desks.flatMap(({ submission }) => submission.steps);
  return Math.max(0, ...all.filter((step) => step.cause === cause).map(({ no }) => no));
}

function reopened(desk: Desk): Outcome {
  const { situation, speaker, returned, unit } = desk;
  if (returned.closedAtMs !== null) return refuseClosed(situation, speaker.person);
  const about = { returnId: returned.definition.id, unit, source: sourceOf(speaker, situation.nowMs) };
  return answer(say.submissionTakenBack, { events: [{ type: 'SubmissionReopened', ...about }] });
}

function undoSteps(all: readonly StepAt[]): Outcome {
  const refusal = all.map(whyNotUndone).find((why) => why !== null);
  if (refusal) return refusal;
  return answer(say.undone(all.flatMap(undoneLines)), {
    events: all.flatMap(({ desk, step }) => [
      {
        type: 'StepUndone',
        returnId: desk.returned.definition.id,
        unit: desk.unit,
        source: sourceOf(desk.speaker, desk.situation.nowMs),
        step: step.cause,
      } as const,
      ...(desk.dialogue.askedBy === step.cause ? withoutQuestions(desk) : []),
    ]),
    closings: all.map(({ desk }) => standing(desk.returned)),
  });
}

function whyNotUndone({ desk, step }: StepAt): Outcome | null {
  const { situation, speaker, returned, submission } = desk;
  if (returned.closedAtMs !== null) return refuseClosed(situation, speaker.person);
  const over = stepOver(submission, step);
  if (over) return refuse('changed_since', say.changedSince(situation.directory.name(over.person)));
  // Figures that count are taken back only after the submission that counts them.
  return counts(submission) && step.cells.length > 0 ? reopened(desk) : null;
}

/** What was said last was not recorded but asked about: that is what is let go. */
function questionsOfLast(desk: Desk, last: Step | null): Outcome | null {
  const { situation, speaker } = desk;
  const known = situation.state.submission.dialogues.get(speaker.person.id);
  const [question] = known?.questions ?? [];
  if (!question || known?.askedBy === undefined || last?.cause === known.askedBy) return null;
  // What was said and recorded after it is the last.
  if (last && known.askedAfter !== undefined && last.no > known.askedAfter) return null;
  const about = situation.state.submission.returns.get('returnId' in question ? question.returnId : known.returnId);
  const asked = about ? layDesk(situation, speaker, about) : desk;
  const { id } = asked.returned.definition;
  const left = known.questions.filter((one) => one !== question && !concerns(one, id));
  return answer(say.questionLetGo, {
    events: moved(asked, withQuestions(known, left)),
    closings: [standing(asked.returned)],
  });
}

/** Where the unit fills several tables, the first line says of which it speaks. */
function undoneLines({ desk, step }: StepAt): string[] {
  const { form } = desk;
  const lines = linesFor(desk, step);
  const of = form && step.cells.length > 0 && fillsSeveral(desk) ? `《${form.title}》` : '';
  return lines.map((line, at) => (at === 0 ? of + line : line));
}

function linesFor({ returned, form }: Desk, step: Step): string[] {
  const row = <T>([no, before]: readonly [RowNo, T], told: (row: FormRow, before: T) => string) => {
    const found = form ? rowOf(form, no) : undefined;
    return found ? [told(found, before)] : [];
  };
  return [
    ...step.cells.flatMap((cell) => row(cell, say.restored)),
    ...step.remarks.flatMap((remark) => row(remark, say.remarkRestored)),
    ...step.materials.flatMap(([id, before]) => {
      const material = returned.definition.materials.find((one) => one.id === id);
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
