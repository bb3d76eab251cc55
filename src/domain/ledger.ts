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
  /** A further part of the message before it in the entry: goes after it, and not at all where that did not go. */
  readonly follows?: true;
  /** What it brings news of, where newer news stands for older: only the newest goes out. */
  readonly about?: string;
  /** Who set it off, where that is no organiser: one person's doings do not crowd out the others'. */
  readonly by?: PersonId;
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

/** Key of the send before it in its entry; null for the first. */
export function predecessorOf(key: string): string | null {
  const at = key.lastIndexOf('/');
  const index = Number(key.slice(at + 1));
  return index > 0 ? `${key.slice(0, at)}/${index - 1}` : null;
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

/** One text to a group in as many messages as the platform needs: the first mentions, the others follow it. */
export function postInParts(
  chat: ChatId,
  parts: readonly string[],
  mentions: readonly Mention[],
  purpose: Purpose = { kind: 'notice' },
): Send[] {
  const to = { kind: 'chat', chat } as const;
  return parts.map((text, index) =>
    index === 0 ? { to, text, mentions, purpose } : { to, text, mentions: [], purpose, follows: true },
  );
}

/** A message to a group. */
export function post(chat: ChatId, text: string, mentions: readonly Mention[] = []): Send {
  return { to: { kind: 'chat', chat }, text, mentions, purpose: { kind: 'notice' } };
}
