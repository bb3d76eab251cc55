/** The situation as events will leave it: what the next step of a message is decided on. */
import { applyEvent, evolveCampaign } from './campaign/evolve.ts';
import type { CampaignEvent } from './campaign/slices.ts';
import type { CampaignState } from './campaign/state.ts';
import { lendDelivery } from './delivery/state.ts';
import type { Entry, Send } from './ledger.ts';
import { overlayMap } from './overlay.ts';
import type { Head } from './room.ts';
import { lendSlices, reactionsTo } from './rooms.ts';
import type { Situation } from './situation.ts';

/** The situation given stays as it is. */
export function afterwards(situation: Situation, events: readonly CampaignEvent[], head: Head): Situation {
  if (events.length === 0) return situation;
  const { state } = situation;
  const lent = lendState(state, events);
  for (const event of events) applyEvent(lent, event, head);
  return { ...situation, state: lent };
}

/** The state as a whole entry will leave it; the state given stays as it is. */
export function campaignAfter(state: CampaignState, entry: Entry<CampaignEvent>): CampaignState {
  // What an entry sends and says is counted there, whatever happened.
  const lent = lendState({ ...state, delivery: lendDelivery(state.delivery) }, entry.events);
  evolveCampaign(lent, entry);
  return lent;
}

function lendState(state: CampaignState, events: readonly CampaignEvent[]): CampaignState {
  const lent: CampaignState = {
    ...state,
    fired: overlayMap(state.fired),
    proposed: overlayMap(state.proposed),
    passedOver: overlayMap(state.passedOver),
    amended: overlayMap(state.amended),
    succeeded: overlayMap(state.succeeded),
  };
  return Object.assign(lent, lendSlices(state, events));
}

/** The messages that follow in any room from what a decision does. */
export function consequences(situation: Situation, events: readonly CampaignEvent[], head: Head): Send[] {
  return reactionsTo(situation, afterwards(situation, events, head), events);
}
