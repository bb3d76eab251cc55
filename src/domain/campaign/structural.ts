import type { CampaignEvent } from './slices.ts';

/** What reaches every part of every slice: a file taken over, a unit that joins or leaves, a person who takes over. */
const structural: ReadonlySet<CampaignEvent['type']> = new Set([
  'CampaignOpened',
  'UnitJoined',
  'UnitLeft',
  'PersonSucceeded',
]);

export function isStructural({ type }: CampaignEvent): boolean {
  return structural.has(type);
}
