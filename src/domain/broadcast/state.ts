import type { Audience, Task } from '../campaign/definition.ts';
import type { CampaignEvent } from '../campaign/slices.ts';
import type { Source } from '../ledger.ts';
import type { EpochMs, PersonId, UnitId } from '../model.ts';
import { overlayMap, overlaySet } from '../overlay.ts';
import type { ReceiptAsked } from '../receipts.ts';
import type { Folds } from '../room.ts';
import type { Told } from '../running-line.ts';

export type BroadcastOrder =
  | { readonly name: 'publish' }
  | { readonly name: 'resend-plan' }
  | { readonly name: 'plan' }
  /** 我们没有收到文件 */
  | { readonly name: 'plan-missing' }
  /** 收到了吗 */
  | { readonly name: 'receipt-status' }
  | { readonly name: 'receipt' }
  | { readonly name: 'my-tasks' }
  | { readonly name: 'task'; readonly no: string }
  | { readonly name: 'who-not-received' }
  /** `words`: whom, in words; none where it is everyone. */
  | { readonly name: 'chase-receipts'; readonly words?: string };

export type BroadcastEvent =
  | { readonly type: 'PlanPublished'; readonly by: PersonId }
  | { readonly type: 'PlanResent'; readonly by: PersonId }
  | { readonly type: 'ReceiptGiven'; readonly unit: UnitId; readonly source: Source }
  | { readonly type: 'ReceiptsTold'; readonly received: number }
  /** Without `units`, as older entries have it, everyone. */
  | { readonly type: 'ReceiptsChased'; readonly by: PersonId; readonly units?: readonly UnitId[] };

export interface BroadcastSection {
  /** Units the notice is addressed to: they owe a receipt. */
  readonly addressees: Audience;
  readonly tasks: readonly Task[];
}

/** A message that asks these units for their receipt. */
export interface ReceiptPurpose {
  readonly kind: 'remind-receipt';
  readonly units: readonly UnitId[];
  /** What each is asked for; absent in older entries, which ask for the plan's alone. */
  readonly asked?: readonly ReceiptAsked[];
}

/** The plan itself, as it was published; older entries call it a notice. */
export interface PlanPurpose {
  readonly kind: 'plan';
}

export interface BroadcastShape {
  readonly order: BroadcastOrder;
  readonly event: BroadcastEvent;
  readonly slice: BroadcastState;
  readonly section: BroadcastSection;
  readonly purpose: ReceiptPurpose | PlanPurpose;
}

export interface BroadcastState {
  publishedAtMs: EpochMs | null;
  /** First receipt of each unit. */
  readonly receipts: Map<UnitId, Source>;
  /** Addressees without a receipt, in the notice's order. */
  readonly silent: Set<UnitId>;
  /** Receipts of units that left: kept, and counted nowhere. */
  readonly setAside: Map<UnitId, Source>;
  /** When the group last heard how many have signed. */
  told: Told | null;
  /** When the organiser last had those without a receipt reminded. */
  chasedAtMs: EpochMs | null;
  /** When a unit was last reminded so by name. */
  readonly chasedUnits: Map<UnitId, EpochMs>;
}

export function initialBroadcast(): BroadcastState {
  return {
    publishedAtMs: null,
    receipts: new Map(),
    silent: new Set(),
    setAside: new Map(),
    told: null,
    chasedAtMs: null,
    chasedUnits: new Map(),
  };
}

export function lendBroadcast(state: BroadcastState, _events: readonly CampaignEvent[]): BroadcastState {
  return {
    ...state,
    receipts: overlayMap(state.receipts),
    silent: overlaySet(state.silent),
    setAside: overlayMap(state.setAside),
    chasedUnits: overlayMap(state.chasedUnits),
  };
}

/** Addressees may grow when the file is revised; receipts given stay. */
export function addressUnits(state: BroadcastState, units: readonly UnitId[]): void {
  state.silent.clear();
  for (const unit of units) if (!state.receipts.has(unit)) state.silent.add(unit);
}

export const broadcastFolds: Folds<BroadcastShape> = {
  PlanPublished(state, _event, { atMs }) {
    state.publishedAtMs = atMs;
  },
  PlanResent: () => undefined,
  ReceiptGiven(state, { unit, source }) {
    if (!state.receipts.has(unit)) state.receipts.set(unit, source);
    state.silent.delete(unit);
  },
  ReceiptsTold(state, { received }, { atMs }) {
    state.told = { atMs, count: received };
  },
  ReceiptsChased(state, { units }, { atMs }) {
    if (units === undefined) state.chasedAtMs = atMs;
    for (const unit of units ?? []) state.chasedUnits.set(unit, atMs);
  },
};
