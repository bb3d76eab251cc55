/** Folds what happened to returns and submissions into the slice. */
import type { UnitId } from '../model.ts';
import type { Folds, Head } from '../room.ts';
import { change, recountOnTime } from './counting.ts';
import { keptExtensions } from './due.ts';
import type { DialogueEntered, SubmissionShape, UnitEvent } from './shape.ts';
import {
  type Change,
  counts,
  type Dialogue,
  type ReturnState,
  type Submission,
  type SubmissionState,
  submittedBy,
} from './state.ts';
import { keepStep, newestStepOf, type StepHead, stepToUndo, undoStep } from './steps.ts';

type Apply<T extends UnitEvent['type']> = (
  submission: Submission,
  event: Extract<UnitEvent, { readonly type: T }>,
  head: UnitHead,
) => void;

type UnitHead = Head & StepHead;

export const submissionFolds: Folds<SubmissionShape> = {
  CellsReported: ofUnit<'CellsReported'>((submission, event, head) => {
    keepStep(submission, head, event.source.person, { cells: event.cells.map((cell) => cell.row) });
    const { source } = event;
    for (const { row, value, manner, words, convertedFrom } of event.cells) {
      const cell = { source, value, manner, words };
      submission.cells.set(row, convertedFrom === undefined ? cell : { ...cell, convertedFrom });
      follow(submission, { row, value, words, source });
    }
  }),
  RemarkMade: ofUnit<'RemarkMade'>((submission, event, head) => {
    keepStep(submission, head, event.source.person, { remarks: [event.row] });
    submission.remarks.set(event.row, event.text);
  }),
  StepUndone: ofUnit<'StepUndone'>((submission, event) => {
    const step = stepToUndo(submission, event.step);
    if (!step) return;
    undoStep(submission, step);
    for (const [row, before] of step.cells)
      follow(submission, { row, value: before?.value ?? null, words: event.source.words, source: event.source });
  }),
  DraftCleared: ofUnit<'DraftCleared'>((submission, event, head) => {
    const { cells } = submission;
    keepStep(submission, head, event.source.person, { cells: [...cells.keys()] });
    for (const row of cells.keys())
      follow(submission, { row, value: null, words: event.source.words, source: event.source });
    cells.clear();
  }),
  MaterialHandedIn: ofUnit<'MaterialHandedIn'>((submission, { material, how, name, source }, head) => {
    keepStep(submission, head, source.person, { materials: [material] });
    const count = (submission.materials.get(material)?.count ?? 0) + 1;
    // Newest last: it is the one that completed the return.
    submission.materials.delete(material);
    submission.materials.set(material, { how, name, count, source });
    submission.refused.delete(material);
    resubmitMaterials(submission);
  }),
  MaterialTakenBack: ofUnit<'MaterialTakenBack'>((submission, { material, source }, head) => {
    keepStep(submission, head, source.person, { materials: [material] });
    submission.materials.delete(material);
  }),
  SubmissionConfirmed: ofUnit<'SubmissionConfirmed'>((submission, event, { atMs, newest }) => {
    archive(submission, atMs);
    const after = newest?.cause;
    submission.status = { kind: 'submitted', atMs, person: event.source.person, ...(after !== undefined && { after }) };
  }),
  SubmissionReopened: ofUnit<'SubmissionReopened'>((submission, _event, { atMs }) => {
    archive(submission, atMs);
    submission.status = { kind: 'draft' };
  }),
  SubmissionReturned: ofUnit<'SubmissionReturned'>((submission, { reason, rows, materials, source }, { atMs }) => {
    const after = submission.steps.at(-1)?.cause;
    const back = { atMs, by: source.person, reason, rows, ...(after !== undefined && { after }) };
    for (const id of materials) {
      submission.refused.set(id, { ...back, handed: submission.materials.get(id) ?? null });
      submission.materials.delete(id);
    }
    if (materials.length > 0 && rows.length === 0) return;
    archive(submission, atMs);
    submission.status = { kind: 'returned', ...back, before: submission.status };
  }),
  SubmissionAccepted: ofUnit<'SubmissionAccepted'>((submission, { source }, { atMs }) => {
    const submitted = submittedBy(submission);
    if (submitted) submission.status = { kind: 'accepted', atMs, by: source.person, submitted };
  }),
  SendingBackUndone: ofUnit<'SendingBackUndone'>(undoSendingBack),
  AcceptanceUndone: ofUnit<'AcceptanceUndone'>((submission) => {
    const { status } = submission;
    if (status.kind === 'accepted') submission.status = { kind: 'submitted', ...status.submitted };
  }),
  DeadlineMoved: ofReturn((returned, { due }: { due: ReturnState['due'] }, { atMs }) => {
    returned.due = due;
    const kept = new Set(keptExtensions(returned, due));
    for (const unit of [...returned.extensions.keys()]) if (!kept.has(unit)) returned.extensions.delete(unit);
    returned.moves += 1;
    returned.remindFromMs = atMs;
    recountOnTime(returned);
  }),
  DeadlineExtended: ofReturn((returned, { unit, due }: { unit: UnitId; due: ReturnState['due'] }) => {
    returned.extensions.set(unit, due);
    recountOnTime(returned);
  }),
  ReturnClosed: ofReturn((returned, _event, { atMs }) => {
    returned.closedAtMs = atMs;
  }),
  ReturnOpened: ofReturn((returned, _event, { atMs }) => {
    returned.closedAtMs = null;
    returned.remindFromMs = atMs;
  }),
  DialogueMoved(state, { person, dialogue }) {
    if (dialogue === null) state.dialogues.delete(person);
    else state.dialogues.set(person, asNow(dialogue));
  },
};

function ofUnit<T extends UnitEvent['type']>(apply: Apply<T>) {
  return (state: SubmissionState, event: Extract<UnitEvent, { readonly type: T }>, head: Head): void => {
    const returned = state.returns.get(event.returnId);
    if (returned?.assigned.has(event.unit) || returned?.submissions.has(event.unit))
      change(returned, event.unit, head, (submission) =>
        apply(submission, event, { ...head, newest: newestStepOf(state.returns.values(), event.unit) }),
      );
  };
}

function ofReturn<E>(apply: (returned: ReturnState, event: E, head: Head) => void) {
  return (state: SubmissionState, event: E & { readonly returnId: string }, head: Head): void => {
    const returned = state.returns.get(event.returnId);
    if (returned) apply(returned, event, head);
  };
}

function undoSendingBack(
  submission: Submission,
  { table = true, materials: undone }: Extract<UnitEvent, { readonly type: 'SendingBackUndone' }>,
): void {
  const { status, refused, materials } = submission;
  for (const id of undone ?? [...refused.keys()]) {
    const handed = refused.get(id)?.handed;
    if (handed) materials.set(id, handed);
    refused.delete(id);
  }
  if (!table || status.kind !== 'returned') return;
  // What counts again stands in the cells, and not among what counted once.
  if (submission.versions.at(-1)?.untilMs === status.atMs) submission.versions = submission.versions.slice(0, -1);
  submission.status = status.before;
}

/** Questions of older entries are bare doubts about the dialogue's return. */
function asNow({ lastWords: _said, questions, ...dialogue }: DialogueEntered): Dialogue {
  return {
    ...dialogue,
    questions: questions.map((question) =>
      'evidence' in question ? { kind: 'doubt', returnId: dialogue.returnId, doubt: question } : question,
    ),
  };
}

/** A roster sent back is submitted again by handing it in again. */
function resubmitMaterials(submission: Submission): void {
  if (submission.status.kind === 'returned' && submission.cells.size === 0) submission.status = { kind: 'draft' };
}

const versionsKept = 20;

/** Keeps the figures that counted until now. */
function archive(submission: Submission, atMs: number): void {
  const submitted = submittedBy(submission);
  if (!submitted || !counts(submission) || submission.cells.size === 0) return;
  const figures = new Map([...submission.cells].map(([row, { value }]) => [row, value] as const));
  submission.versions = [...submission.versions.slice(1 - versionsKept), { submitted, untilMs: atMs, figures }];
}

/** The newest changes are kept at hand; all of them stand in the ledger. */
const changesKept = 200;

function follow({ trail }: Submission, step: Change): void {
  if (trail.length >= changesKept) trail.shift();
  trail.push(step);
}
