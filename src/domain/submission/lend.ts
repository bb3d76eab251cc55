/** The slice lent for one decision: what events touch is copied, the rest is read through. */
import type { CampaignEvent } from '../campaign/slices.ts';
import { isStructural } from '../campaign/structural.ts';
import type { UnitId } from '../model.ts';
import { overlayMap, overlaySet } from '../overlay.ts';
import { counts, type ReturnState, type Submission, type SubmissionState } from './state.ts';

export function lendSubmissions(state: SubmissionState, events: readonly CampaignEvent[]): SubmissionState {
  const dialogues = overlayMap(state.dialogues);
  if (events.some(isStructural)) return { returns: lendAll(state.returns, unitsOf(events)), dialogues };
  const returns = new Map(state.returns);
  for (const [id, returned] of state.returns) {
    const own = events.filter((event) => 'returnId' in event && event.returnId === id);
    if (own.length > 0) returns.set(id, lendReturn(returned, own));
  }
  return { returns, dialogues };
}

function unitsOf(events: readonly CampaignEvent[]): UnitId[] {
  return events.filter((event) => 'unit' in event).map(({ unit }) => unit);
}

/** Whole returns: a unit that comes back is given what was set aside. */
function lendAll(returns: SubmissionState['returns'], units: readonly UnitId[]): SubmissionState['returns'] {
  return new Map(
    [...returns].map(([id, returned]) => [
      id,
      {
        ...returned,
        submissions: lendTouched(returned.submissions, units),
        setAside: lendTouched(returned.setAside, units),
        assigned: overlaySet(returned.assigned),
        owing: overlaySet(returned.owing),
        stages: lendStages(returned),
        extensions: overlayMap(returned.extensions),
        tallies: lendTallies(returned),
      },
    ]),
  );
}

function lendTouched(all: ReadonlyMap<UnitId, Submission>, units: readonly UnitId[]): Map<UnitId, Submission> {
  const lent = overlayMap(all);
  for (const unit of units) {
    const submission = all.get(unit);
    if (submission) lent.set(unit, lendSubmission(submission));
  }
  return lent;
}

/** Copied as far as the events reach: most only fill a draft. */
function lendReturn(returned: ReturnState, events: readonly CampaignEvent[]): ReturnState {
  const units = unitsOf(events);
  const counted =
    events.some(({ type }) => statusEvents.has(type)) ||
    units.some((unit) => {
      const submission = returned.submissions.get(unit);
      return submission !== undefined && counts(submission);
    });
  return {
    ...returned,
    submissions: lendTouched(returned.submissions, units),
    owing: overlaySet(returned.owing),
    stages: lendStages(returned),
    extensions: overlayMap(returned.extensions),
    ...(counted ? { tallies: lendTallies(returned) } : {}),
  };
}

const statusEvents = new Set<CampaignEvent['type']>([
  'SubmissionConfirmed',
  'SubmissionReopened',
  'SubmissionReturned',
  'SubmissionAccepted',
  'SendingBackUndone',
  'AcceptanceUndone',
]);

function lendStages({ stages: { waiting, accepted, returned } }: ReturnState): ReturnState['stages'] {
  return { waiting: overlaySet(waiting), accepted: overlaySet(accepted), returned: overlaySet(returned) };
}

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
