/** A month of each campaign while store and platform fail and the office is started anew; `npm run soak -- --minutes 60` for more. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { soakCampaigns } from '../scripts/soak/campaigns.ts';
import { type Rates, type SoakFiles, soak } from '../scripts/soak/soak.ts';

/** Outages of three seconds are left to long runs. */
const rates: Rates = { store: 0.003, channel: 0.08, repeats: 0.05, restarts: 0.02, outages: 0 };

let folder: string;
let campaigns: readonly SoakFiles[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-soak-test-'));
  campaigns = await soakCampaigns(folder);
});
afterAll(() => rm(folder, { recursive: true }));

it.each([0, 1, 2])(
  'campaign %d loses nothing, doubles nothing, reminds nobody needlessly and adds up',
  {
    timeout: 120_000,
  },
  async (index) => {
    const { wrong, met } = await soak(campaigns[index] as SoakFiles, 3, rates);
    expect(wrong).toEqual([]);
    for (const kind of ['restart', 'said twice']) expect(met[kind]).toBeGreaterThan(0);
  },
);
