/** A campaign as folded from its ledger. Rooms own their slices; nothing here is the truth, the entries are. */
import type { EpochMs, PersonId, UnitId } from '../model.ts';
import type { Shown } from '../proposal.ts';
import type { CampaignDefinition } from './definition.ts';
import type { RoomOrder, Slices } from './slices.ts';

/** Who took over, by which removal (null in older entries) and when. */
export interface Succeeded {
  readonly to: PersonId;
  readonly removal: number | null;
  readonly atMs: EpochMs;
}

interface Core extends Shown<RoomOrder> {
  definition: CampaignDefinition;
  fileHash: string | null;
  openedAtMs: EpochMs | null;
  /** Newest instant decided per series of slots: what is not after it never fires again. */
  readonly fired: Map<string, EpochMs>;
  /** Units that joined or left by an organiser's word: kept over revisions of the file. */
  readonly amended: Map<UnitId, 'joined' | 'left'>;
  /** Who took over from whom: what was open has been handed over. */
  readonly succeeded: Map<PersonId, Succeeded>;
}

export type CampaignState = Core & Slices;

export const campaignVersion = 'campaign-13';
