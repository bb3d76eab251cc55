/** `npm run soak -- [--seed 1] [--minutes 10]`: seed after seed until the time is over, each a month of three campaigns. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { soakCampaigns } from './campaigns.ts';
import { type Rates, type Soaked, soak } from './soak.ts';

const rates: Rates = { store: 0.005, channel: 0.05, repeats: 0.05, restarts: 0.02, outages: 0.001 };

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, minutes: { type: 'string', default: '0' } },
});
const endsAtMs = performance.now() + Number(values.minutes) * 60_000;
const folder = await mkdtemp(join(tmpdir(), 'duban-soak-'));
try {
  const campaigns = await soakCampaigns(folder);
  let seed = Number(values.seed);
  do {
    for (const files of campaigns) tell(await soak(files, seed, rates));
    seed += 1;
  } while (performance.now() < endsAtMs);
} finally {
  await rm(folder, { recursive: true });
}

function tell({ campaign, seed, messages, met, wrong }: Soaked): void {
  const faults = Object.entries(met).map(([kind, count]) => `${kind} ${count}`);
  console.log(`${wrong.length === 0 ? '✓' : '✗'} ${campaign} seed ${seed}: ${messages} messages; ${faults.join(', ')}`);
  for (const one of wrong) console.log(`    ${one}`);
  if (wrong.length > 0) process.exitCode = 1;
}
