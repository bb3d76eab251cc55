/** A campaign as folded from its ledger. Rooms own their slices; nothing here is the truth, the entries are. */
import type { BroadcastState } from '../broadcast/state.ts';
import type { DeliveryState } from '../delivery/state.ts';
import type { DutyState } from '../duty/state.ts';
import type { EpochMs } from '../model.ts';
import type { Dialogue, ReturnState } from '../submission/state.ts';
import type { CampaignDefinition } from './definition.ts';

export interface CampaignState {
  definition: CampaignDefinition;
  fileHash: string | null;
  openedAtMs: EpochMs | null;
  readonly broadcast: BroadcastState;
  readonly returns: Map<string, ReturnState>;
  /** Who is in the middle of what, by person. */
  readonly dialogues: Map<string, Dialogue>;
  /** When somebody was last passed on to the organisers, by person. */
  readonly organiserAsked: Map<string, EpochMs>;
  readonly duty: DutyState;
  readonly delivery: DeliveryState;
  /** Newest instant decided per series of slots: what is not after it never fires again. */
  readonly fired: Map<string, EpochMs>;
  chasedAtMs: EpochMs | null;
}

/** What a campaign's opening or a revised file says. */
export interface CampaignOpened {
  readonly type: 'CampaignOpened';
  readonly definition: CampaignDefinition;
  readonly fileHash: string;
}

/** A planned instant was decided; `missed` are earlier ones of the series that it stands for. */
export interface SlotFired {
  readonly type: 'SlotFired';
  readonly series: string;
  readonly atMs: EpochMs;
  readonly missed: number;
}

export const campaignVersion = 'campaign-3';
