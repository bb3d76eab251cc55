/** The slice lent for one decision: what events touch is copied, the rest is read through. */
import type { CampaignEvent } from '../campaign/slices.ts';
import type { UnitId } from '../model.ts';
import { overlayMap, overlaySet } from '../overlay.ts';
import type { ReturnState, Submission, SubmissionState } from './state.ts';

export function lendSubmissions(state: SubmissionState, events: readonly CampaignEvent[]): SubmissionState {
  const returns = new Map(state.returns);
  const all = events.some(({ type }) => type === 'UnitJoined' || type === 'UnitLeft');
  for (const [id, returned] of state.returns) {
    const units = unitsTouched(id, events);
    if (all || units !== null) returns.set(id, lendReturn(returned, units ?? []));
  }
  return { returns, dialogues: overlayMap(state.dialogues) };
}

/** Units whose submissions the events touch; null if they do not touch the return at all. */
function unitsTouched(returnId: string, events: readonly CampaignEvent[]): UnitId[] | null {
  const own = events.filter((event) => 'returnId' in event && event.returnId === returnId);
  return own.length === 0 ? null : own.flatMap((event) => ('unit' in event ? [event.unit] : []));
}

function lendReturn(returned: ReturnState, units: readonly UnitId[]): ReturnState {
  const submissions = overlayMap(returned.submissions);
  for (const unit of units) {
    const submission = returned.submissions.get(unit);
    if (submission) submissions.set(unit, lendSubmission(submission));
  }
  return {
    ...returned,
    submissions,
    assigned: overlaySet(returned.assigned),
    owing: overlaySet(returned.owing),
    extensions: overlayMap(returned.extensions),
    setAside: overlayMap(returned.setAside),
    tallies: new Map([...returned.tallies].map(([row, tally]) => [row, { ...tally }])),
  };
}

function lendSubmission(submission: Submission): Submission {
  return {
    ...submission,
    cells: new Map(submission.cells),
    remarks: new Map(submission.remarks),
    materials: new Map(submission.materials),
    refused: new Map(submission.refused),
    trail: [...submission.trail],
  };
}
