/** The slice lent for one decision: what events touch is copied, the rest is read through. */
import type { CampaignEvent } from '../campaign/slices.ts';
import { overlayMap, overlaySet } from '../overlay.ts';
import { counts, type ReturnState, type Submission, type SubmissionState } from './state.ts';

export function lendSubmissions(state: SubmissionState, events: readonly CampaignEvent[]): SubmissionState {
  const dialogues = overlayMap(state.dialogues);
  if (events.some(({ type }) => structural.has(type))) return { returns: lendAll(state.returns), dialogues };
  const returns = new Map(state.returns);
  for (const [id, returned] of state.returns) {
    const own = events.filter((event) => 'returnId' in event && event.returnId === id);
    if (own.length > 0) returns.set(id, lendReturn(returned, own));
  }
  return { returns, dialogues };
}

const structural = new Set<CampaignEvent['type']>(['CampaignOpened', 'UnitJoined', 'UnitLeft', 'PersonSucceeded']);

function lendAll(returns: SubmissionState['returns']): SubmissionState['returns'] {
  return new Map(
    [...returns].map(([id, returned]) => [
      id,
      {
        ...lendReturn(returned, []),
        assigned: overlaySet(returned.assigned),
        setAside: overlayMap(returned.setAside),
        tallies: lendTallies(returned),
      },
    ]),
  );
}

/** Copied as far as the events reach: most only fill a draft. */
function lendReturn(returned: ReturnState, events: readonly CampaignEvent[]): ReturnState {
  const submissions = overlayMap(returned.submissions);
  let counted = false;
  for (const event of events) {
    const submission = 'unit' in event ? returned.submissions.get(event.unit) : undefined;
    counted ||= statusEvents.has(event.type) || (submission !== undefined && counts(submission));
    if ('unit' in event && submission) submissions.set(event.unit, lendSubmission(submission));
  }
  return {
    ...returned,
    submissions,
    owing: overlaySet(returned.owing),
    extensions: overlayMap(returned.extensions),
    ...(counted ? { tallies: lendTallies(returned) } : {}),
  };
}

const statusEvents = new Set<CampaignEvent['type']>([
  'SubmissionConfirmed',
  'SubmissionReopened',
  'SubmissionReturned',
  'SubmissionAccepted',
]);

function lendTallies({ tallies }: ReturnState): ReturnState['tallies'] {
  return new Map([...tallies].map(([row, tally]) => [row, { ...tally }]));
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
