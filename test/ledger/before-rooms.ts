/** A ledger as the version before rooms wrote it: an office's campaign from its first message to 23 March, 18:00. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CampaignDefinition } from '../../src/domain/campaign/definition.ts';
import { evolveCampaign, initialCampaign } from '../../src/domain/campaign/evolve.ts';
import type { CampaignEvent } from '../../src/domain/campaign/slices.ts';
import type { CampaignState } from '../../src/domain/campaign/state.ts';
import type { Entry } from '../../src/domain/ledger.ts';

const lines = gunzipSync(readFileSync(new URL('./before-rooms.jsonl.gz', import.meta.url)))
  .toString('utf8')
  .split('\n')
  .filter((line) => line !== '');

export const campaignStream = 'campaign/shanghai-2023';
export const streams = ['directory', campaignStream, 'console'] as const;
const all = lines.map((line) => JSON.parse(line) as Entry);

/** The entries of a stream that come before a point in the ledger. */
export function entriesOf(stream: string, before = (_entry: Entry) => true): Entry[] {
  const own = all.filter((entry) => entry.stream === stream).sort((a, b) => a.seq - b.seq);
  const end = own.findIndex((entry) => !before(entry));
  return end < 0 ? own : own.slice(0, end);
}

/** The campaign's state after these entries. */
export function foldCampaign(entries: readonly Entry[]): CampaignState {
  // What stands in until the first entry opens the campaign: nothing of it may be left.
  const state = initialCampaign({} as CampaignDefinition);
  for (const entry of entries) evolveCampaign(state, entry as Entry<CampaignEvent>);
  return state;
}
