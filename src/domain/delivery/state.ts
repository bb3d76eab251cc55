/** Sends that are not settled yet, and counts of what went where. */
import type { Entry, Send } from '../ledger.ts';
import { sendKey } from '../ledger.ts';
import type { EpochMs } from '../model.ts';

/** `sent` · `dropped` no longer needed when its turn came · `refused` by the platform · `given-up` after many tries. */
export type SendOutcome = 'sent' | 'dropped' | 'refused' | 'given-up';

export interface SendSettled {
  readonly type: 'SendSettled';
  readonly key: string;
  readonly outcome: SendOutcome;
  readonly reason: string | null;
}

export interface OpenSend {
  readonly key: string;
  readonly seq: number;
  readonly atMs: EpochMs;
  readonly send: Send;
}

export interface DeliveryState {
  /** In the order they were decided. */
  readonly open: Map<string, OpenSend>;
  readonly outcomes: Record<SendOutcome, number>;
}

export function initialDelivery(): DeliveryState {
  return { open: new Map(), outcomes: { sent: 0, dropped: 0, refused: 0, 'given-up': 0 } };
}

export function openSends(state: DeliveryState, entry: Entry): void {
  for (const [index, send] of entry.sends.entries()) {
    const key = sendKey(entry.stream, entry.seq, index);
    state.open.set(key, { key, seq: entry.seq, atMs: entry.atMs, send });
  }
}

export function settleSend(state: DeliveryState, event: SendSettled): void {
  if (state.open.delete(event.key)) state.outcomes[event.outcome] += 1;
}
