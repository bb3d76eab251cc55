/** Sends that are not settled yet, and counts of what went where. */

import { HOUR_MS } from '../calendar/zone.ts';
import type { Entry, Send } from '../ledger.ts';
import { sendKey } from '../ledger.ts';
import type { ChatId, EpochMs, PersonId } from '../model.ts';
import { overlayMap } from '../overlay.ts';

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

/** How many messages of the bot a day brought: what floods a group is seen before people mute it. */
export interface Meter {
  /** Days since 1970 in Asia/Shanghai. */
  readonly day: number;
  /** Answers and pushes in each group. */
  readonly groups: Map<ChatId, number>;
  /** Pushes to each person alone. */
  readonly people: Map<PersonId, number>;
}

export interface DeliveryState {
  /** Of the newest day. */
  meter: Meter;
  /** In the order they were decided. */
  readonly open: Map<string, OpenSend>;
  readonly outcomes: Record<SendOutcome, number>;
}

export function initialDelivery(): DeliveryState {
  return { meter: emptyMeter(0), open: new Map(), outcomes: { sent: 0, dropped: 0, refused: 0, 'given-up': 0 } };
}

export function lendDelivery({ open, outcomes, meter }: DeliveryState): DeliveryState {
  return {
    open: overlayMap(open),
    outcomes: { ...outcomes },
    meter: { ...meter, groups: overlayMap(meter.groups), people: overlayMap(meter.people) },
  };
}

export function openSends(state: DeliveryState, entry: Entry): void {
  for (const { group } of entry.replies) if (group !== undefined) add(meterOf(state, entry.atMs).groups, group);
  for (const [index, send] of entry.sends.entries()) {
    const key = sendKey(entry.stream, entry.seq, index);
    state.open.set(key, { key, seq: entry.seq, atMs: entry.atMs, send });
  }
}

export function settleSend(state: DeliveryState, event: SendSettled, atMs: EpochMs): void {
  const open = state.open.get(event.key);
  if (!open) return;
  state.open.delete(event.key);
  state.outcomes[event.outcome] += 1;
  if (event.outcome === 'sent') count(meterOf(state, atMs), open.send);
}

function count(meter: Meter, { to }: Send): void {
  if (to.kind === 'chat') add(meter.groups, to.chat);
  else add(meter.people, to.person);
}

const dayMs = 24 * HOUR_MS;

function dayNumber(atMs: EpochMs): number {
  return Math.floor((atMs + 8 * HOUR_MS) / dayMs);
}

function meterOf(state: DeliveryState, atMs: EpochMs): Meter {
  const day = dayNumber(atMs);
  if (state.meter.day !== day) state.meter = emptyMeter(day);
  return state.meter;
}

function emptyMeter(day: number): Meter {
  return { day, groups: new Map(), people: new Map() };
}

/** Today's messages: none where the newest counted are of an earlier day. */
export function messagesToday({ meter }: DeliveryState, nowMs: EpochMs): Meter {
  return meter.day === dayNumber(nowMs) ? meter : emptyMeter(dayNumber(nowMs));
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
