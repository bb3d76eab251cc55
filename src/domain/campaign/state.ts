/** A campaign as folded from its ledger. Rooms own their slices; nothing here is the truth, the entries are. */
import type { DeliveryState } from '../delivery/state.ts';
import type { EpochMs, PersonId, UnitId } from '../model.ts';
import type { CampaignDefinition } from './definition.ts';
import type { RoomOrder, Slices } from './slices.ts';

/** An order that waits for a yes. */
export interface Proposed {
  readonly order: RoomOrder;
  readonly text: string;
  readonly atMs: EpochMs;
}

interface Core {
  definition: CampaignDefinition;
  fileHash: string | null;
  openedAtMs: EpochMs | null;
  /** Newest instant decided per series of slots: what is not after it never fires again. */
  readonly fired: Map<string, EpochMs>;
  readonly delivery: DeliveryState;
  readonly proposed: Map<PersonId, Proposed>;
  /** What waits for a yes, as it was put, and was followed by other business. */
  readonly passedOver: Map<PersonId, string>;
  /** Units that joined or left by an organiser's word: kept over revisions of the file. */
  readonly amended: Map<UnitId, 'joined' | 'left'>;
  /** Who took over from whom: what was open has been handed over. */
  readonly succeeded: Map<PersonId, PersonId>;
}

export type CampaignState = Core & Slices;

export const campaignVersion = 'campaign-8';
