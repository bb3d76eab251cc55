/** The situation as events will leave it: what the next step of a message is decided on. */
import { applyEvent } from './campaign/evolve.ts';
import type { CampaignEvent } from './campaign/slices.ts';
import type { CampaignState } from './campaign/state.ts';
import type { Send } from './ledger.ts';
import { overlayMap } from './overlay.ts';
import type { Head } from './room.ts';
import { lendSlices, reactionsTo } from './rooms.ts';
import type { Situation } from './situation.ts';

/** The situation given stays as it is. */
export function afterwards(situation: Situation, events: readonly CampaignEvent[], head: Head): Situation {
  if (events.length === 0) return situation;
  const { state } = situation;
  const lent: CampaignState = {
    ...state,
    fired: overlayMap(state.fired),
    proposed: overlayMap(state.proposed),
    passedOver: overlayMap(state.passedOver),
    amended: overlayMap(state.amended),
    succeeded: overlayMap(state.succeeded),
  };
  Object.assign(lent, lendSlices(state, events));
  for (const event of events) applyEvent(lent, event, head);
  return { ...situation, state: lent };
}

/** The messages that follow in any room from what a decision does. */
export function consequences(situation: Situation, events: readonly CampaignEvent[], head: Head): Send[] {
  return reactionsTo(situation, afterwards(situation, events, head), events);
}
