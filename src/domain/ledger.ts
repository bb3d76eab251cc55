/** The ledger (台账): an append-only chain of entries per stream. Everything else is derived from it. */
import type { RoomPurpose } from './campaign/slices.ts';
import type { ChatId, EpochMs, PersonId } from './model.ts';

/** `directory`, `console` or `campaign/<id>`. */
export type StreamId = string;

/** The answer to the very message that made an entry; given inside the platform's response, and again if it repeats. */
export interface Reply {
  readonly text: string;
  /** The group it was said in; absent in a single chat. */
  readonly group?: ChatId;
}

export type Mention = PersonId | 'all';

/** Where a message goes: a group, or a person wherever the bot can reach them alone (else their campaign's group). */
export type Destination =
  | { readonly kind: 'chat'; readonly chat: ChatId }
  | { readonly kind: 'person'; readonly person: PersonId };

/**
 * Why a message goes out, where that can cease to be true before it does: its room is asked again just before sending, so that a
 * unit which delivered in the same minute is not reminded.
 */
export type Purpose =
  | { readonly kind: 'notice' }
  /** Several messages in one, each with its own reason. */
  | { readonly kind: 'bundle'; readonly parts: readonly Send[] }
  | RoomPurpose;

/** `now` goes before all else to the same destination: a station stands empty. */
export type Urgency = 'now' | 'normal';

/** A message that goes out on its own, saved with the entry that decided it. */
export interface Send {
  readonly to: Destination;
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly purpose: Purpose;
  /** Waits for the morning if its turn comes at night; what an order of that night set going does not wait. */
  readonly waits?: boolean;
  readonly urgency?: Urgency;
}

/** What a decision produces: what happened, what is answered, what goes out. */
export interface Decision<E> {
  readonly events: readonly E[];
  readonly replies: readonly Reply[];
  readonly sends: readonly Send[];
}

export interface Entry<E = unknown> extends Decision<E> {
  readonly stream: StreamId;
  /** 1, 2, 3 … without a gap; unique in its stream. */
  readonly seq: number;
  readonly atMs: EpochMs;
  /** What made it: `platform/messageId`, `slot name@instant`, `send/<key>`, an operator's command. Unique in its stream. */
  readonly cause: string;
  /** Lower-case hex SHA-256 over the entry and the hash before it. */
  readonly hash: string;
}

/** Key of a send: `stream/seq/index`. */
export function sendKey(stream: StreamId, seq: number, index: number): string {
  return `${stream}/${seq}/${index}`;
}

/** Which message a figure came from: enough to find the words again. */
export interface Source {
  readonly person: PersonId;
  readonly cause: string;
  readonly atMs: EpochMs;
  readonly words: string;
}

/** A message to one person, wherever the bot can reach them. */
export function tell(person: PersonId, text: string): Send {
  return { to: { kind: 'person', person }, text, mentions: [], purpose: { kind: 'notice' } };
}

/** A message to a group. */
export function post(chat: ChatId, text: string, mentions: readonly Mention[] = []): Send {
  return { to: { kind: 'chat', chat }, text, mentions, purpose: { kind: 'notice' } };
}
