/** The fold of a campaign's ledger: each room folds its own events. */
import { addressUnits, type BroadcastEvent, evolveBroadcast, initialBroadcast } from '../broadcast/state.ts';
import { initialDelivery, openSends, type SendSettled, settleSend } from '../delivery/state.ts';
import { type DutyEvent, evolveDuty, initialDuty, layOutShifts } from '../duty/state.ts';
import type { Entry } from '../ledger.ts';
import type { EpochMs } from '../model.ts';
import type { ReturnsChased } from '../reminders/state.ts';
import { evolveSubmission, initialReturn, reviseReturn } from '../submission/evolve.ts';
import type { SubmissionEvent } from '../submission/state.ts';
import type { CampaignDefinition } from './definition.ts';
import type { CampaignOpened, CampaignState, SlotFired } from './state.ts';

/** Every event a campaign's ledger can hold. */
export type CampaignEvent =
  | CampaignOpened
  | SlotFired
  | BroadcastEvent
  | SubmissionEvent
  | ReturnsChased
  | DutyEvent
  | SendSettled;

/** The state before the first entry; `definition` stands in until `CampaignOpened`. */
export function initialCampaign(definition: CampaignDefinition): CampaignState {
  return {
    definition,
    fileHash: null,
    openedAtMs: null,
    broadcast: initialBroadcast(),
    returns: new Map(),
    dialogues: new Map(),
    organiserAsked: new Map(),
    duty: initialDuty(),
    delivery: initialDelivery(),
    fired: new Map(),
    chasedAtMs: null,
  };
}

/** Folds one entry in place; the journal owns the state. */
export function evolveCampaign(state: CampaignState, entry: Entry<CampaignEvent>): void {
  for (const event of entry.events) apply(state, event, entry);
  openSends(state.delivery, entry);
}

function apply(state: CampaignState, event: CampaignEvent, entry: Entry): void {
  switch (event.type) {
    case 'CampaignOpened':
      state.openedAtMs ??= entry.atMs;
      open(state, event, entry.atMs);
      return;
    case 'SlotFired':
      state.fired.set(event.series, event.atMs);
      return;
    case 'SendSettled':
      settleSend(state.delivery, event);
      return;
    case 'PlanPublished':
    case 'ReceiptGiven':
    case 'ReceiptsChased':
      evolveBroadcast(state.broadcast, event, entry);
      return;
    case 'ReturnsChased':
      state.chasedAtMs = entry.atMs;
      return;
    case 'ShiftCalled':
    case 'ShiftAssigned':
    case 'CheckedIn':
      evolveDuty(state.duty, event, entry);
      return;
    default:
      evolveSubmission(state, event, entry);
  }
}

function open(state: CampaignState, event: CampaignOpened, atMs: EpochMs): void {
  const { definition } = event;
  state.definition = definition;
  state.fileHash = event.fileHash;
  addressUnits(state.broadcast, definition.addressees.units);
  const returns = definition.returns.map((returned) => {
    const known = state.returns.get(returned.id);
    return [returned.id, known ? reviseReturn(known, returned, atMs) : initialReturn(returned)] as const;
  });
  // A return that the file has no more is owed no more.
  state.returns.clear();
  for (const [id, returned] of returns) state.returns.set(id, returned);
  layOutShifts(state.duty, definition.duty);
}
