import type { CampaignEvent } from '../campaign/slices.ts';
import type { EpochMs, PersonId, RowNo } from '../model.ts';
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
  /** The rows whose totals were told; absent where all were, and in older entries. */
  readonly rows?: readonly RowRef[];
}

/** A row of one return. */
export interface RowRef {
  readonly returnId: string;
  readonly row: RowNo;
}

export type ProgressEvent = TotalsTold;

export interface ProgressState {
  /** When the totals of all rows were last told to a person. */
  readonly toldAtMs: Map<PersonId, EpochMs>;
  /** When those of single rows were, by `rowKey`. */
  readonly toldRows: Map<PersonId, ReadonlyMap<string, EpochMs>>;
}

function rowKey({ returnId, row }: RowRef): string {
  return `${returnId}/${row}`;
}

/** Who was told the total of a row since an instant. */
export function toldSince({ toldAtMs, toldRows }: ProgressState, of: RowRef, fromMs: EpochMs): PersonId[] {
  const key = rowKey(of);
  const lastMs = (person: PersonId) => Math.max(toldAtMs.get(person) ?? 0, toldRows.get(person)?.get(key) ?? 0);
  return [...new Set([...toldAtMs.keys(), ...toldRows.keys()])].filter((person) => lastMs(person) >= fromMs);
}

export interface ProgressShape {
  readonly order: ProgressOrder;
  readonly event: ProgressEvent;
  readonly slice: ProgressState;
  readonly section: object;
  readonly purpose: never;
}

export const progressFolds: Folds<ProgressShape> = {
  TotalsTold(state, { person, rows }, { atMs }) {
    if (rows === undefined) state.toldAtMs.set(person, atMs);
    else
      state.toldRows.set(
        person,
        new Map([...(state.toldRows.get(person) ?? []), ...rows.map((row) => [rowKey(row), atMs] as const)]),
      );
  },
};

export function lendProgress({ toldAtMs, toldRows }: ProgressState, _events: readonly CampaignEvent[]): ProgressState {
  return { toldAtMs: overlayMap(toldAtMs), toldRows: overlayMap(toldRows) };
}
