/** The fold of a campaign's ledger: each room folds its own events. */
import { openSends } from '../delivery/state.ts';
import type { Entry } from '../ledger.ts';
import type { UnitId } from '../model.ts';
import { foldProposal } from '../proposal.ts';
import type { Head } from '../room.ts';
import { absentSections, eachRoom, foldInRoom, initialSlices } from '../rooms.ts';
import type { CampaignDefinition } from './definition.ts';
import type { CampaignEvent, CampaignOpened, CoreEvent } from './slices.ts';
import type { CampaignState } from './state.ts';

/** The state before the first entry; `definition` stands in until `CampaignOpened`. */
export function initialCampaign(definition: CampaignDefinition): CampaignState {
  return {
    definition,
    fileHash: null,
    openedAtMs: null,
    fired: new Map(),
    proposed: new Map(),
    passedOver: new Map(),
    amended: new Map(),
    succeeded: new Map(),
    ...initialSlices(),
  };
}

/** Folds one entry in place; the journal owns the state. */
export function evolveCampaign(state: CampaignState, entry: Entry<CampaignEvent>): void {
  for (const event of entry.events) applyEvent(state, event, entry);
  openSends(state.delivery, entry);
}

export function applyEvent(state: CampaignState, event: CampaignEvent, head: Head): void {
  if (!foldInRoom(state, event, head)) applyCore(state, event as CoreEvent, head);
}

function applyCore(state: CampaignState, event: CoreEvent, head: Head): void {
  switch (event.type) {
    case 'CampaignOpened':
      state.openedAtMs ??= head.atMs;
      open(state, event, head);
      return;
    case 'SlotFired':
      state.fired.set(event.series, event.atMs);
      return;
    case 'OrderProposed':
    case 'OrderSettled':
    case 'QuestionPassedOver':
    case 'QuestionPutAgain':
      foldProposal(state, event, head);
      return;
    case 'UnitJoined':
      amend(state, event.unit, 'joined', head);
      return;
    case 'UnitLeft':
      amend(state, event.unit, 'left', head);
      return;
    case 'PersonSucceeded':
      state.succeeded.set(event.from, { to: event.to, removal: event.removal ?? null, atMs: head.atMs });
      // Who takes over is here again: handed over by this person once, it may be again.
      state.succeeded.delete(event.to);
      eachRoom((name, room) => room.succeeds?.(state[name], event.from, event.to, head));
      return;
    default:
      event satisfies never;
  }
}

function open(state: CampaignState, event: CampaignOpened, head: Head): void {
  const definition = { ...absentSections(), ...event.definition };
  state.definition = definition;
  state.fileHash = event.fileHash;
  eachRoom((name, room) => room.section.open(state[name], definition, head));
  // The file is the base; what was amended in chat holds on top of it.
  for (const [unit, change] of state.amended) tellRooms(state, unit, change, head);
}

function amend(state: CampaignState, unit: UnitId, change: 'joined' | 'left', head: Head): void {
  state.amended.set(unit, change);
  tellRooms(state, unit, change, head);
}

function tellRooms(state: CampaignState, unit: UnitId, change: 'joined' | 'left', head: Head): void {
  eachRoom((name, room) => {
    if (change === 'joined') room.joins?.(state[name], unit, head);
    else room.leaves?.(state[name], unit, head);
  });
}
