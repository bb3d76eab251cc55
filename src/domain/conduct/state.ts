import type { EpochMs, PersonId } from '../model.ts';
import type { Folds } from '../room.ts';

export type ConductOrder =
  | { readonly name: 'join-units'; readonly words: string }
  | { readonly name: 'release-units'; readonly words: string }
  | { readonly name: 'postpone'; readonly note: string }
  | { readonly name: 'cancel'; readonly note: string }
  | { readonly name: 'resume' }
  | { readonly name: 'amendments' };

/** `note` is until when or why, in the organiser's words; empty where nothing was said. */
export type ConductEvent =
  | {
      readonly type: 'CampaignPostponed';
      readonly by: PersonId;
      readonly note: string;
      /** When it goes on by itself; absent where only a word brings it back. */
      readonly untilMs?: EpochMs;
    }
  | { readonly type: 'CampaignCancelled'; readonly by: PersonId; readonly note: string }
  | { readonly type: 'CampaignResumed'; readonly by: PersonId };

interface Stopped {
  readonly atMs: EpochMs;
  readonly by: PersonId;
  readonly note: string;
}

export type Standing =
  | { readonly kind: 'running' }
  /** Nothing goes out by itself; what units report is taken. */
  | ({ readonly kind: 'postponed'; readonly untilMs: EpochMs | null } & Stopped)
  /** Nothing goes out and nothing is taken; it can be read. */
  | ({ readonly kind: 'cancelled' } & Stopped);

export interface ConductState {
  standing: Standing;
  /** What was planned before this instant was passed over. */
  resumedAtMs: EpochMs;
}

export interface ConductShape {
  readonly order: ConductOrder;
  readonly event: ConductEvent;
  readonly slice: ConductState;
  readonly section: object;
  readonly purpose: never;
}

export function initialConduct(): ConductState {
  return { standing: { kind: 'running' }, resumedAtMs: 0 };
}

export const conductFolds: Folds<ConductShape> = {
  CampaignPostponed(state, { by, note, untilMs = null }, { atMs }) {
    state.standing = { kind: 'postponed', atMs, by, note, untilMs };
  },
  CampaignCancelled(state, { by, note }, { atMs }) {
    state.standing = { kind: 'cancelled', atMs, by, note };
  },
  CampaignResumed(state, _event, { atMs }) {
    state.standing = { kind: 'running' };
    state.resumedAtMs = atMs;
  },
};
