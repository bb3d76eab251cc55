/** A state lent on, entry by entry, as a store that others write to needs it: over all that an office once did. */
import { expect, it } from 'vitest';
import { campaignAfter } from '../../src/domain/afterwards.ts';
import { evolveCampaign } from '../../src/domain/campaign/evolve.ts';
import type { CampaignEvent } from '../../src/domain/campaign/slices.ts';
import type { Entry } from '../../src/domain/ledger.ts';
import { campaignStream, entriesOf, foldCampaign } from './before-rooms.ts';

const together = 25;

/** Maps and sets, lent or not, as what stands in them. */
function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  const kind = Object.prototype.toString.call(value);
  if (Array.isArray(value) || kind === '[object Map]' || kind === '[object Set]')
    return [...(value as Iterable<unknown>)].map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

it('is what folding makes of it, and leaves what it rests on as it was', () => {
  const entries = entriesOf(campaignStream) as Entry<CampaignEvent>[];
  const state = foldCampaign(entries.slice(0, 1));
  for (let from = 1; from < entries.length; from += together) {
    const batch = entries.slice(from, from + together);
    const before = plain(state);
    const lent = plain(batch.reduce(campaignAfter, state));
    expect(plain(state)).toEqual(before);
    for (const entry of batch) evolveCampaign(state, entry);
    expect(lent).toEqual(plain(state));
  }
});
