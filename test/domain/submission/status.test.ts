/** Where a submission stands, and what of it counted when. */
import { describe, expect, it } from 'vitest';
import type { CampaignEvent } from '../../../src/domain/campaign/slices.ts';
import { fromMicro } from '../../../src/domain/form.ts';
import { counts, type ReturnState, type Submission, submittedBy } from '../../../src/domain/submission/state.ts';
import { campaignFile, returnId } from '../../service/office-room.ts';
import { stateAfter } from '../../support/situation.ts';

const { definition } = campaignFile;
const source = { person: 'xuhui-liaison', cause: 'c', atMs: 0, words: '' };
const of = { returnId, unit: 'xuhui', source };
const byOrganiser = { ...of, source: { ...source, person: 'organiser' } };
const rows = definition.returns[0]?.form?.rows.map(({ no }) => no) ?? [];
const MINUTE = 60_000;

const reported = (value: number, some: readonly number[] = rows): CampaignEvent => ({
  type: 'CellsReported',
  ...of,
  cells: some.map((row) => ({ row, value, manner: 'stated', words: '' })),
});
const confirmed: CampaignEvent = { type: 'SubmissionConfirmed', ...of };
const reopened: CampaignEvent = { type: 'SubmissionReopened', ...of };
const accepted: CampaignEvent = { type: 'SubmissionAccepted', ...byOrganiser };
const handed = (material: string): CampaignEvent => ({
  type: 'MaterialHandedIn',
  ...of,
  material,
  how: 'file',
  name: 'f',
});
const sentBack = (some: readonly number[] = [], materials: readonly string[] = []): CampaignEvent => ({
  type: 'SubmissionReturned',
  ...byOrganiser,
  reason: '与现场不符',
  rows: some,
  materials,
});

function standing(events: readonly CampaignEvent[], from = definition): { returned: ReturnState; own: Submission } {
  const returned = stateAfter(events, { definition: from }).submission.returns.get(returnId) as ReturnState;
  return { returned, own: returned.submissions.get('xuhui') as Submission };
}

const total = ({ tallies }: ReturnState, row: number) => fromMicro(tallies.get(row)?.sumMicro ?? 0);

describe('the status', () => {
  it.each([
    ['draft', [reported(1)]],
    ['draft', [reported(1, [1, 2]), confirmed]], // a table with a gap is never submitted
    ['submitted', [reported(1), confirmed]],
    ['draft', [reported(1), confirmed, reopened]],
    ['accepted', [reported(1), confirmed, accepted]],
    ['draft', [reported(1), accepted]], // nobody stands by it: there is nothing to accept
    ['returned', [reported(1), confirmed, sentBack()]],
    ['returned', [reported(1), confirmed, sentBack(), accepted]],
    ['returned', [reported(1), confirmed, accepted, sentBack([2])]],
    ['submitted', [reported(1), confirmed, sentBack([2]), reported(2, [2]), confirmed]],
    ['submitted', [reported(1), confirmed, sentBack([], ['report'])]], // only a material came back
  ] as const)('is %s', (kind, events) => {
    const { own, returned } = standing(events);
    expect(own.status.kind).toBe(kind);
    expect(counts(own)).toBe(kind === 'submitted' || kind === 'accepted');
    expect(total(returned, 1)).toBe(counts(own) ? 1 : 0);
  });

  it('says who stands by the figures, also once they are accepted', () => {
    const { own } = standing([reported(1), confirmed, accepted]);
    expect(submittedBy(own)).toMatchObject({ atMs: 2 * MINUTE, person: 'xuhui-liaison' });
    expect(own.status).toMatchObject({ atMs: 3 * MINUTE, by: 'organiser' });
    expect(submittedBy(standing([reported(1), confirmed, sentBack()]).own)).toBeNull();
  });

  it('keeps why it was sent back, by whom and what of it', () => {
    expect(standing([reported(1), confirmed, sentBack([2])]).own.status).toMatchObject({
      kind: 'returned',
      atMs: 3 * MINUTE,
      by: 'organiser',
      reason: '与现场不符',
      rows: [2],
    });
  });
});

describe('what counted until it was changed', () => {
  it('is kept as a version, with who submitted it and until when it counted', () => {
    const { own, returned } = standing([reported(1), confirmed, reopened, reported(5, [2]), confirmed]);
    expect(own.versions).toEqual([
      {
        submitted: { kind: 'submitted', atMs: 2 * MINUTE, person: 'xuhui-liaison', after: '2' },
        untilMs: 3 * MINUTE,
        figures: new Map(rows.map((row) => [row, 1])),
      },
    ]);
    expect([total(returned, 1), total(returned, 2)]).toEqual([1, 5]);
  });

  it('is a version each time, oldest first', () => {
    const again = [reopened, reported(2), confirmed, reopened, reported(3), confirmed];
    const { own } = standing([reported(1), confirmed, ...again]);
    expect(own.versions.map(({ figures }) => figures.get(1))).toEqual([1, 2]);
  });

  it('is a version where it is sent back, and where the submission is confirmed once more', () => {
    expect(standing([reported(1), confirmed, sentBack()]).own.versions).toHaveLength(1);
    expect(standing([reported(1), confirmed, accepted, sentBack()]).own.versions).toHaveLength(1);
    expect(standing([reported(1), confirmed, confirmed]).own.versions).toHaveLength(1);
  });

  it('is none while it was a draft', () => {
    expect(standing([reported(1), reported(2), reopened]).own.versions).toEqual([]);
  });

  it('is at most twenty', () => {
    const rounds = Array.from({ length: 30 }, (_, index) => [reported(index), confirmed, reopened]).flat();
    const { own } = standing(rounds);
    expect(own.versions.map(({ figures }) => figures.get(1))).toEqual(Array.from({ length: 20 }, (_, at) => at + 10));
  });
});

describe('a return with materials only', () => {
  const only = {
    ...definition,
    returns: definition.returns.map((one) => ({ ...one, form: null })),
  };

  it('is submitted by its last material, and a draft again without one', () => {
    expect(standing([handed('report')], only).own.status.kind).toBe('draft');
    const { own, returned } = standing([handed('report'), handed('pictures')], only);
    expect(own.status).toMatchObject({ kind: 'submitted', atMs: 2 * MINUTE, person: 'xuhui-liaison' });
    expect([returned.complete, returned.onTime, returned.owing.has('xuhui')]).toEqual([1, 1, false]);
  });

  it('sent back is owed again until it is handed in anew', () => {
    const back = [handed('report'), handed('pictures'), sentBack([], ['report'])];
    const { own, returned } = standing(back, only);
    expect([own.materials.has('report'), own.refused.get('report')?.reason]).toEqual([false, '与现场不符']);
    expect(returned.owing.has('xuhui')).toBe(true);
    const anew = standing([...back, handed('report')], only);
    expect(anew.own.refused.size).toBe(0);
    expect(anew.own.status.kind).toBe('submitted');
    expect(anew.returned.owing.has('xuhui')).toBe(false);
  });
});

describe('timeliness', () => {
  const due = (atMs: number): CampaignEvent => ({
    type: 'DeadlineMoved',
    returnId,
    due: { phrase: '', dueAtMs: atMs, lateAfterMs: atMs },
    by: 'organiser',
  });
  const whole = [handed('report'), handed('pictures'), reported(1), confirmed];

  it('is judged by when all was first in, not by a correction afterwards', () => {
    const { returned } = standing([due(6 * MINUTE), ...whole, reopened, reported(2), confirmed]);
    expect([returned.complete, returned.onTime]).toEqual([1, 1]);
  });

  it('is judged by the unit’s own deadline where it has one', () => {
    const extended: CampaignEvent = {
      type: 'DeadlineExtended',
      returnId,
      unit: 'xuhui',
      due: { phrase: '', dueAtMs: 9 * MINUTE, lateAfterMs: 9 * MINUTE },
      by: 'organiser',
    };
    expect(standing([due(2 * MINUTE), ...whole]).returned.onTime).toBe(0);
    expect(standing([due(2 * MINUTE), extended, ...whole]).returned.onTime).toBe(1);
    expect(standing([due(2 * MINUTE), extended, ...whole, due(2 * MINUTE)]).returned.onTime).toBe(1);
  });
});
