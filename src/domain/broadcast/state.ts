import type { Entry, Source } from '../ledger.ts';
import type { EpochMs, PersonId, UnitId } from '../model.ts';

export type BroadcastEvent =
  | { readonly type: 'PlanPublished'; readonly by: PersonId }
  | { readonly type: 'ReceiptGiven'; readonly unit: UnitId; readonly source: Source }
  | { readonly type: 'ReceiptsChased'; readonly by: PersonId };

export interface BroadcastState {
  publishedAtMs: EpochMs | null;
  /** First receipt of each unit. */
  readonly receipts: Map<UnitId, Source>;
  /** Addressees without a receipt, in the notice's order. */
  readonly silent: Set<UnitId>;
}

export function initialBroadcast(): BroadcastState {
  return { publishedAtMs: null, receipts: new Map(), silent: new Set() };
}

/** Addressees may grow when the file is revised; receipts given stay. */
export function addressUnits(state: BroadcastState, units: readonly UnitId[]): void {
  state.silent.clear();
  for (const unit of units) if (!state.receipts.has(unit)) state.silent.add(unit);
}

export function evolveBroadcast(state: BroadcastState, event: BroadcastEvent, entry: Entry): void {
  switch (event.type) {
    case 'PlanPublished':
      state.publishedAtMs = entry.atMs;
      return;
    case 'ReceiptGiven':
      if (!state.receipts.has(event.unit)) state.receipts.set(event.unit, event.source);
      state.silent.delete(event.unit);
      return;
    case 'ReceiptsChased':
      return;
    default:
      event satisfies never;
  }
}
