/** 汇总进度 with 100,000 units × 12 rows, against counting every cell anew. */
import { createWorkingCalendar } from '../../src/domain/calendar/working-days.ts';
import { evolveCampaign, initialCampaign } from '../../src/domain/campaign/evolve.ts';
import type { CampaignEvent } from '../../src/domain/campaign/slices.ts';
import type { CampaignState } from '../../src/domain/campaign/state.ts';
import { initialDirectory } from '../../src/domain/directory/state.ts';
import { viewDirectory } from '../../src/domain/directory/view.ts';
import { house } from '../../src/domain/house.ts';
import type { Entry } from '../../src/domain/ledger.ts';
import { counts } from '../../src/domain/submission/state.ts';
import { cityCampaign, cityForm, cityStartMs, unitIds } from './city.ts';
import { median, percentile } from './figures.ts';

const unitCount = 100_000;
const asked = 500;

export function benchProgress() {
  const state = filledCity();
  const situation = {
    house,
    state,
    nowMs: cityStartMs,
    directory: viewDirectory(initialDirectory()),
    calendar: createWorkingCalendar(),
    closingTime: '17:30',
    groups: [],
    pushBytes: () => 2048,
    reach: () => 'alone' as const,
    botName: '督办助手',
  };
  const answers = times(asked, () => house.progress(situation, leader));
  const recounts = times(5, () => recount(state));
  return {
    units: unitCount,
    rows: cityForm.rows.length,
    ms: median(answers),
    p99Ms: percentile(answers, 0.99),
    recountMs: median(recounts),
    /** How many times faster than counting anew. */
    ratio: median(recounts) / median(answers),
  };
}

const leader = {
  person: { id: 'leader', name: '陈静', unit: null, roles: ['leader'], accounts: {} },
  chat: { kind: 'single' },
  cause: 'bench',
  words: '汇总进度',
} as const;

/** Four of five units have confirmed, one of ten is in the middle of it. */
function filledCity(): CampaignState {
  const definition = cityCampaign(unitCount);
  const state = initialCampaign(definition);
  let seq = 0;
  const add = (...events: CampaignEvent[]) => {
    seq += 1;
    evolveCampaign(state, {
      stream: 'campaign/city',
      seq,
      atMs: cityStartMs,
      cause: String(seq),
      events,
      replies: [],
      sends: [],
      hash: '',
    } satisfies Entry<CampaignEvent>);
  };
  add({ type: 'CampaignOpened', definition, fileHash: 'bench' }, { type: 'PlanPublished', by: 'leader' });
  for (const [index, unit] of unitIds(unitCount).entries()) {
    if (index % 10 === 9) continue;
    const source = { person: `p${index}`, cause: `c${index}`, atMs: cityStartMs, words: '' };
    const about = { returnId: 'table', unit, source };
    const cells = cityForm.rows.map(({ no }) => ({
      row: no,
      value: (index + no) % 40,
      manner: 'stated' as const,
      words: '',
    }));
    add({ type: 'ReceiptGiven', unit, source }, { type: 'CellsReported', ...about, cells });
    if (index % 10 !== 8) add({ type: 'SubmissionConfirmed', ...about });
  }
  return state;
}

function recount({ submission: { returns } }: CampaignState): number {
  let sum = 0;
  for (const { submissions } of returns.values())
    for (const submission of submissions.values())
      if (counts(submission)) for (const { value } of submission.cells.values()) sum += value;
  return sum;
}

function times(count: number, work: () => unknown): number[] {
  return Array.from({ length: count }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
}
