/** What each message changed, kept for a while so that the person who sent it can take it back. */
import type { PersonId, RowNo, UnitId } from '../model.ts';
import type { ReturnState, Step, Submission } from './state.ts';

const stepsKept = 10;

interface Touched {
  readonly cells?: readonly RowNo[];
  readonly remarks?: readonly RowNo[];
  readonly materials?: readonly string[];
}

/** What makes a step, and what was the unit's newest before it. */
export interface StepHead {
  readonly cause: string;
  readonly newest: Step | null;
}

/** Notes what is about to change; changes of one message are one step. */
export function keepStep(
  submission: Submission,
  { cause, newest: before }: StepHead,
  person: PersonId,
  touched: Touched,
): void {
  const newest = submission.steps.at(-1);
  const same = newest?.cause === cause && newest.person === person ? newest : null;
  const step: Step = {
    cause,
    no: same?.no ?? (before?.no ?? 0) + 1,
    person,
    cells: noted(same?.cells, touched.cells, submission.cells),
    remarks: noted(same?.remarks, touched.remarks, submission.remarks),
    materials: noted(same?.materials, touched.materials, submission.materials),
  };
  submission.steps = same
    ? [...submission.steps.slice(0, -1), step]
    : submission.steps.slice(1 - stepsKept).concat(step);
}

type Before<K, V> = readonly (readonly [K, V | null])[];

/** What was noted first stands: it is what the message found. */
function noted<K, V>(known: Before<K, V> = [], keys: readonly K[] = [], now: ReadonlyMap<K, V>): Before<K, V> {
  if (keys.length === 0) return known;
  const fresh = keys.filter((key) => !known.some(([noted]) => noted === key));
  return [...known, ...fresh.map((key) => [key, now.get(key) ?? null] as const)];
}

export function stepToUndo({ steps }: Submission, cause: string | undefined): Step | null {
  const found = steps.findLast((step) => (cause === undefined ? step.cells.length > 0 : step.cause === cause));
  return found ?? null;
}

export function undoStep(submission: Submission, step: Step): void {
  putBack(submission.cells, step.cells);
  putBack(submission.remarks, step.remarks);
  putBack(submission.materials, step.materials);
  submission.steps = submission.steps.filter((kept) => kept !== step);
}

function putBack<K, V>(map: Map<K, V>, before: Before<K, V>): void {
  for (const [key, value] of before)
    if (value === null) map.delete(key);
    else map.set(key, value);
}

/** The unit's newest step in any of the returns. */
export function newestStepOf(returns: Iterable<ReturnState>, unit: UnitId): Step | null {
  let newest: Step | null = null;
  for (const { submissions } of returns) {
    const step = submissions.get(unit)?.steps.at(-1);
    if (step && step.no > (newest?.no ?? 0)) newest = step;
  }
  return newest;
}

/** The newest step of this person. */
export function lastStepOf({ steps }: Submission, person: PersonId): Step | null {
  return steps.findLast((step) => step.person === person) ?? null;
}

/** A later step that changed something of this one once more. */
export function stepOver({ steps }: Submission, step: Step): Step | null {
  return steps.slice(steps.indexOf(step) + 1).find((later) => overlap(step, later)) ?? null;
}

function overlap(step: Step, later: Step): boolean {
  return (
    sharesKey(step.cells, later.cells) ||
    sharesKey(step.remarks, later.remarks) ||
    sharesKey(step.materials, later.materials)
  );
}

function sharesKey<K>(left: Before<K, unknown>, right: Before<K, unknown>): boolean {
  return left.some(([key]) => right.some(([other]) => other === key));
}
