import type { CampaignEvent } from '../campaign/slices.ts';
import type { EpochMs, PersonId } from '../model.ts';
import { overlayMap } from '../overlay.ts';
import type { Folds } from '../room.ts';

export type ProgressOrder =
  | { readonly name: 'progress' }
  /** `words`: the return or what is handed in with it, where one is named. */
  | { readonly name: 'not-reported'; readonly words?: string }
  | { readonly name: 'export' }
  | { readonly name: 'unit-page'; readonly words: string }
  | { readonly name: 'row-total'; readonly words: string }
  | { readonly name: 'history'; readonly words: string }
  | { readonly name: 'findings' };

/** Somebody was told totals: a later correction of them reaches this person. */
export interface TotalsTold {
  readonly type: 'TotalsTold';
  readonly person: PersonId;
}

export type ProgressEvent = TotalsTold;

export interface ProgressState {
  /** When totals were last told to a person. */
  readonly toldAtMs: Map<PersonId, EpochMs>;
}

export interface ProgressShape {
  readonly order: ProgressOrder;
  readonly event: ProgressEvent;
  readonly slice: ProgressState;
  readonly section: object;
  readonly purpose: never;
}

export const progressFolds: Folds<ProgressShape> = {
  TotalsTold(state, { person }, { atMs }) {
    state.toldAtMs.set(person, atMs);
  },
};

export function lendProgress(state: ProgressState, _events: readonly CampaignEvent[]): ProgressState {
  return { toldAtMs: overlayMap(state.toldAtMs) };
}
