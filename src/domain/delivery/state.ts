/** Sends that are not settled yet, those that failed, and counts of what went where. */

import { HOUR_MS } from '../calendar/zone.ts';
import type { Entry, Send } from '../ledger.ts';
import { sendKey } from '../ledger.ts';
import type { ChatId, EpochMs, PersonId } from '../model.ts';
import { overlayMap } from '../overlay.ts';
import type { Folds } from '../room.ts';

/** `sent` · `dropped` no longer needed when its turn came · `refused` by the platform · `given-up` after many tries. */
export type SendOutcome = 'sent' | 'dropped' | 'refused' | 'given-up';

export interface SendSettled {
  readonly type: 'SendSettled';
  readonly key: string;
  readonly outcome: SendOutcome;
  /** Why, for the organiser; null where it arrived. */
  readonly reason: string | null;
}

export type DeliveryOrder = { readonly name: 'send-again' } | { readonly name: 'unsent' };

export type DeliveryEvent =
  | SendSettled
  /** What failed goes out once more, as sends of this entry. */
  | { readonly type: 'SendsRepeated'; readonly keys: readonly string[]; readonly by: PersonId }
  /** This organiser has heard of all that failed so far. */
  | { readonly type: 'FailuresTold'; readonly person: PersonId };

export interface OpenSend {
  readonly key: string;
  readonly seq: number;
  readonly atMs: EpochMs;
  readonly send: Send;
}

/** A message that did not arrive, or of which nobody knows whether it did. */
export interface FailedSend extends OpenSend {
  readonly reason: string;
  readonly failedAtMs: EpochMs;
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
  /** Refused or given up, oldest first, until they are sent again or something newer stands for them. */
  readonly failed: Map<string, FailedSend>;
  /** Up to which instant each organiser knows of failures. */
  readonly toldAtMs: Map<PersonId, EpochMs>;
  readonly outcomes: Record<SendOutcome, number>;
}

export interface DeliveryShape {
  readonly order: DeliveryOrder;
  readonly event: DeliveryEvent;
  readonly slice: DeliveryState;
  readonly section: object;
  /** Tells an organiser what did not arrive. */
  readonly purpose: { readonly kind: 'undelivered' };
}

export function initialDelivery(): DeliveryState {
  return {
    meter: emptyMeter(0),
    open: new Map(),
    failed: new Map(),
    toldAtMs: new Map(),
    outcomes: { sent: 0, dropped: 0, refused: 0, 'given-up': 0 },
  };
}

export function lendDelivery(state: DeliveryState): DeliveryState {
  const { open, failed, toldAtMs, outcomes, meter } = state;
  return {
    open: overlayMap(open),
    failed: overlayMap(failed),
    toldAtMs: overlayMap(toldAtMs),
    outcomes: { ...outcomes },
    meter: { ...meter, groups: overlayMap(meter.groups), people: overlayMap(meter.people) },
  };
}

export const deliveryFolds: Folds<DeliveryShape> = {
  SendSettled: (state, event, { atMs }) => settleSend(state, event, atMs),
  SendsRepeated(state, { keys }) {
    for (const key of keys) state.failed.delete(key);
  },
  FailuresTold(state, { person }, { atMs }) {
    state.toldAtMs.set(person, atMs);
  },
};

export function openSends(state: DeliveryState, entry: Entry): void {
  for (const { group } of entry.replies) if (group !== undefined) add(meterOf(state, entry.atMs).groups, group);
  for (const [index, send] of entry.sends.entries()) {
    const key = sendKey(entry.stream, entry.seq, index);
    overtake(state, send);
    state.open.set(key, { key, seq: entry.seq, atMs: entry.atMs, send });
  }
}

/** The newer news of one thing stands for the older that is still on its way, or did not arrive. */
function overtake({ open, failed, outcomes }: DeliveryState, send: Send): void {
  if (send.about === undefined) return;
  for (const [key, older] of open)
    if (isSameNews(older.send, send)) {
      open.delete(key);
      outcomes.dropped += 1;
    }
  for (const [key, older] of failed) if (isSameNews(older.send, send)) failed.delete(key);
}

function isSameNews(one: Send, other: Send): boolean {
  return one.about === other.about && JSON.stringify(one.to) === JSON.stringify(other.to);
}

/** Of more than that nobody reads the list; the counts go on. */
const failuresKept = 100;

export function settleSend(state: DeliveryState, { key, outcome, reason }: SendSettled, atMs: EpochMs): void {
  const open = state.open.get(key);
  if (!open) return;
  state.open.delete(key);
  state.outcomes[outcome] += 1;
  if (outcome === 'sent') arrived(state, open.send, atMs);
  // Who cannot be told of failures hears of them in the next answer.
  else if (isFailure(outcome) && open.send.purpose.kind !== 'undelivered') {
    state.failed.set(key, { ...open, reason: reason ?? '', failedAtMs: atMs });
    if (state.failed.size > failuresKept) state.failed.delete(state.failed.keys().next().value as string);
  }
}

export function isFailure(outcome: SendOutcome): boolean {
  return outcome === 'refused' || outcome === 'given-up';
}

function arrived(state: DeliveryState, { to, purpose }: Send, atMs: EpochMs): void {
  const { groups, people } = meterOf(state, atMs);
  if (to.kind === 'chat') add(groups, to.chat);
  else add(people, to.person);
  if (purpose.kind === 'undelivered' && to.kind === 'person') state.toldAtMs.set(to.person, atMs);
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
