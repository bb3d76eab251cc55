/** Totals are kept as cells change; after any history they equal a recount from nothing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evolveCampaign, initialCampaign } from '../../../src/domain/campaign/evolve.ts';
import type { CampaignEvent } from '../../../src/domain/campaign/slices.ts';
import type { CampaignState } from '../../../src/domain/campaign/state.ts';
import { toMicro } from '../../../src/domain/form.ts';
import { summarise } from '../../../src/domain/progress/summary.ts';
import { counts, type ReturnState, type Submission } from '../../../src/domain/submission/state.ts';
import { campaignFile, returnId } from '../../service/office-room.ts';
import { throughSnapshot } from '../../support/snapshot.ts';

const { definition } = campaignFile;
const [first] = definition.returns;
if (!first) throw new Error('no return');
const units = first.from.units.slice(0, 3);
const startMs = first.due.lateAfterMs - 500;

const unit = fc.constantFrom(...units);
const source = { person: 'p', cause: 'c', atMs: 0, words: '' };
const about = (of: string) => ({ returnId, unit: of, source });
const cell = fc.record({
  row: fc.integer({ min: 1, max: 9 }),
  value: fc.oneof(fc.nat({ max: 5 }), fc.constantFrom(0.1, 0.2, 35.6)),
});

const step: fc.Arbitrary<CampaignEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(unit, fc.array(cell, { minLength: 1, maxLength: 9 })).map(reported) },
  { weight: 2, arbitrary: unit.map((of) => ({ type: 'SubmissionConfirmed', ...about(of) }) as const) },
  { weight: 1, arbitrary: unit.map((of) => ({ type: 'SubmissionReopened', ...about(of) }) as const) },
  { weight: 2, arbitrary: unit.map((of) => ({ type: 'StepUndone', ...about(of) }) as const) },
  { weight: 1, arbitrary: unit.map((of) => ({ type: 'DraftCleared', ...about(of) }) as const) },
  { weight: 3, arbitrary: fc.tuple(unit, fc.constantFrom('report', 'pictures')).map(handedIn) },
  { weight: 1, arbitrary: fc.integer({ min: -200, max: 200 }).map(moved) },
  { weight: 1, arbitrary: fc.tuple(unit, fc.integer({ min: -200, max: 200 })).map(extended) },
  { weight: 1, arbitrary: unit.map((of) => ({ type: 'SubmissionAccepted', ...about(of) }) as const) },
  { weight: 2, arbitrary: fc.tuple(unit, fc.subarray([1, 4]), fc.subarray(['report', 'pictures'])).map(sentBack) },
  { weight: 1, arbitrary: unit.map((of) => ({ type: 'UnitLeft', unit: of, by: 'o' }) as const) },
  { weight: 1, arbitrary: unit.map((of) => ({ type: 'UnitJoined', unit: of, by: 'o' }) as const) },
);

function reported([of, cells]: [string, { row: number; value: number }[]]): CampaignEvent {
  return {
    type: 'CellsReported',
    ...about(of),
    cells: cells.map((one) => ({ ...one, manner: 'stated' as const, words: '' })),
  };
}

function handedIn([of, material]: [string, string]): CampaignEvent {
  return { type: 'MaterialHandedIn', ...about(of), material, how: 'file', name: 'f' };
}

const dueIn = (byMs: number) => ({ phrase: '', dueAtMs: startMs + 500 + byMs, lateAfterMs: startMs + 500 + byMs });

function moved(byMs: number): CampaignEvent {
  return { type: 'DeadlineMoved', returnId, due: dueIn(byMs), by: 'o' };
}

function extended([of, byMs]: [string, number]): CampaignEvent {
  return { type: 'DeadlineExtended', returnId, unit: of, due: dueIn(byMs), by: 'o' };
}

function sentBack([of, rows, materials]: [string, number[], string[]]): CampaignEvent {
  return { type: 'SubmissionReturned', ...about(of), reason: 'r', rows, materials };
}

function fold(events: readonly CampaignEvent[]): CampaignState {
  const state = initialCampaign(definition);
  const all: CampaignEvent[] = [{ type: 'CampaignOpened', definition, fileHash: 'h' }, ...events];
  for (const [index, event] of all.entries())
    evolveCampaign(state, {
      stream: 'campaign/x',
      seq: index + 1,
      atMs: startMs + index * 20,
      cause: `${index}`,
      events: [event],
      replies: [],
      sends: [],
      hash: '',
    });
  return state;
}

function returnOf(state: CampaignState): ReturnState {
  return state.submission.returns.get(returnId) as ReturnState;
}

function isComplete(submission: Submission): boolean {
  const { materials } = submission;
  return counts(submission) && materials.has('report') && materials.has('pictures');
}

/** What the tallies should be, counted unit by unit. */
function recount({ submissions, definition: { form }, due, extensions }: ReturnState) {
  const confirmed = [...submissions.values()].filter((submission) => counts(submission));
  const complete = [...submissions].filter(([, submission]) => isComplete(submission));
  const rows = (form?.rows ?? []).map(({ no }) => {
    const values = confirmed.flatMap((submission) => submission.cells.get(no)?.value ?? []);
    return [
      no,
      {
        sumMicro: values.reduce((sum, value) => sum + toMicro(value), 0),
        units: values.length,
        zeros: values.filter((value) => value === 0).length,
      },
    ] as const;
  });
  const onTime = complete.filter(
    ([of, { completedAtMs }]) => (completedAtMs ?? 0) < (extensions.get(of) ?? due).lateAfterMs,
  );
  return { tallies: new Map(rows), complete: complete.length, onTime: onTime.length };
}

it('equal a recount after any sequence of reports, undos, submissions, returns, moved deadlines, units that come and go', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (events) => {
      const returned = returnOf(fold(events));
      const { tallies, complete, onTime } = returned;
      expect({ tallies, complete, onTime }).toEqual(recount(returned));
      const owing = [...returned.assigned].filter((of) => {
        const submission = returned.submissions.get(of);
        return !submission || !isComplete(submission);
      });
      expect([...returned.owing].toSorted()).toEqual(owing.toSorted());
    }),
    { numRuns: 300 },
  );
});

it('add up to all units, with nobody in time who is not in', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (events) => {
      const summary = summarise(returnOf(fold(events)), startMs + 10_000);
      expect(summary.complete + summary.started + summary.untouched).toBe(summary.assigned);
      expect(summary.onTime).toBeLessThanOrEqual(summary.complete);
      expect(summary.untouched).toBeGreaterThanOrEqual(0);
      expect(summary.overdue).toBe(summary.assigned - summary.complete);
    }),
  );
});

it('are the same after a revised file was taken over', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (events) => {
      const once = returnOf(fold(events));
      const again = returnOf(fold([...events, { type: 'CampaignOpened', definition, fileHash: 'new' }]));
      expect(again.tallies).toEqual(once.tallies);
      expect([again.complete, again.onTime]).toEqual([once.complete, once.onTime]);
      expect([...again.owing].toSorted()).toEqual([...once.owing].toSorted());
      expect(again.due).toEqual(once.due);
    }),
  );
});

it('survive a snapshot', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (events) => {
      const state = fold(events);
      expect(await throughSnapshot(state)).toEqual(state);
    }),
    { numRuns: 50 },
  );
});
