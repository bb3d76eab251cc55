/** What the inside needs from the outside. Adapters (stores, platforms, the clock) implement these. */
import type { Decision, Entry, Reply, StreamId } from './domain/ledger.ts';
import type { ChatId, EpochMs } from './domain/model.ts';

export interface Clock {
  nowMs(): EpochMs;
}

/** Structured log; fields never hold secrets or people's words. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** How much of a batch was stored, and why the first entry after that was refused. */
export interface Appended {
  readonly stored: number;
  /** `seq`: another process appended first. `cause`: this very input is in the ledger already. */
  readonly refused: 'seq' | 'cause' | null;
}

/**
 * A fold saved so that a start reads few entries: a cache, believed by nobody who has not checked it. `hash` is that of the entry
 * `seq`, `version` that of the fold, and `parts` are texts in JSON's alphabet, made and read one after another: the whole may be
 * longer than any text.
 */
export interface Snapshot {
  readonly stream: StreamId;
  readonly seq: number;
  readonly hash: string;
  readonly version: string;
  readonly parts: Iterable<string> | AsyncIterable<string>;
}

/**
 * The ledger's store. All it needs of a database is unique keys: `(stream, seq)` and `(stream, cause)`.
 * Instants and texts come back as they were given; entries are never changed or removed.
 */
export interface LedgerStore {
  /** Whether other processes may write to it at the same time. */
  readonly shared: boolean;
  /**
   * Appends consecutive entries of one stream, durably (on disk when it resolves). Stores the longest prefix whose keys are
   * free and says why it stopped. Throws only when the store itself fails; then each entry is stored or not, and asking again is safe.
   */
  append(entries: readonly Entry[]): Promise<Appended>;
  /** Entries with `seq > afterSeq` in order, `limit` at most. */
  read(stream: StreamId, afterSeq: number, limit: number): Promise<Entry[]>;
  /** The entries that these causes made, as far as there are any; in no order. */
  findCauses(stream: StreamId, causes: readonly string[]): Promise<Entry[]>;
  /** The number of the newest entry; 0 where there is none. */
  lastSeq(stream: StreamId): Promise<number>;
  /** All stream ids that hold entries, sorted. */
  streams(): Promise<StreamId[]>;
  /** Keeps the newest snapshot of a stream; an older one never replaces it. If `parts` throws, all is as before. */
  saveSnapshot(snapshot: Snapshot): Promise<void>;
  loadSnapshot(stream: StreamId): Promise<Snapshot | null>;
}

/** One attempt at a send. Until `endsAtMs` nobody else may try; after it the next number is free to be claimed. */
export interface SendTry {
  readonly key: string;
  /** 1, 2, 3 … */
  readonly number: number;
  readonly owner: string;
  readonly endsAtMs: EpochMs;
  /** How many tries up to this one may have arrived without our knowing: taken for so until the platform says otherwise. */
  readonly unsure: number;
}

/** Claims on sends. A claim is the unique insert of the next try's `(key, number)`, nothing else. */
export interface Outbox {
  lastTry(key: string): Promise<SendTry | null>;
  tryOf(key: string, number: number): Promise<SendTry | null>;
  /** True if this process now holds the try; false if that number was taken. */
  claim(attempt: SendTry): Promise<boolean>;
  /** Moves the end of a try of ours, and says whether it may have arrived. A try that is not `owner`'s is left alone. */
  endTry(attempt: SendTry): Promise<void>;
  /** Forgets the tries of a send that is settled in the ledger: all of them, or those up to a number. */
  forget(key: string, upTo?: number): Promise<void>;
  /** All that is not forgotten, for whoever moves to another store. */
  tries(): Promise<SendTry[]>;
}

/** A store as opened: both ports over one database. */
export interface Store extends LedgerStore, Outbox {
  /** Where it is, without credentials, for logs: `sqlite data/duban.db`. */
  readonly describe: string;
  /** Resolves if the database takes a write: nothing is answered that it would not keep. */
  ping(): Promise<void>;
  /** Idempotent. */
  close(): Promise<void>;
}

/** One stream's current state and the only way to add to it. Implemented by the service's host. */
export interface Journal<S, E> {
  /** The fold of all entries so far; owned by the journal, not to be changed or kept across awaits. */
  state(): S;
  /**
   * Decides and appends once per `cause`: a repeated cause yields the first entry again. `decide` may run more than once.
   * Returning null means nothing happened: nothing is stored and the result is null.
   */
  record(cause: string, decide: (state: S, nowMs: EpochMs) => Decision<E> | null): Promise<Entry<E> | null>;
}

export type PlatformName = 'console' | 'wecom' | 'dingtalk';

/** A verified message as the inside sees it; vendor names stop at the platform. */
export interface Inbound {
  readonly platform: PlatformName;
  /** Unique per message; the same id again is the same message. */
  readonly messageId: string;
  readonly chat: { readonly kind: 'group' | 'single'; readonly account: string };
  /** The sender's account on the platform. */
  readonly sender: string;
  /** With the bot's mention taken out. */
  readonly text: string;
  /** The text of a quoted message, if any. */
  readonly quoted: string | null;
  readonly attachments: readonly { readonly kind: 'file' | 'image'; readonly name: string }[];
}

/**
 * Takes a verified message in; resolves with the answer once both are durable, or with a sentence that says they may not be. The same
 * message again gets the same answer once there is one.
 */
export type Receive = (message: Inbound) => Promise<readonly Reply[]>;

/** A message on its way out, with people and chats as the platform knows them. */
export interface Push {
  readonly key: string;
  /** The chat's `push` name in the directory (a webhook of the configuration), or a person's account. */
  readonly to:
    | { readonly kind: 'chat'; readonly chat: ChatId; readonly push: string }
    | { readonly kind: 'person'; readonly account: string };
  readonly text: string;
  /** Accounts on this platform, or `all`. */
  readonly mentions: readonly string[];
}

/** What the platform said. `retry`: not now, ask again after so long. `refused`: never, an operator must act. */
export type PushOutcome =
  | { readonly kind: 'sent' }
  /** `unsure`: it may have arrived all the same, nobody said. */
  | { readonly kind: 'retry'; readonly afterMs: number; readonly reason: string; readonly unsure?: boolean }
  | { readonly kind: 'refused'; readonly reason: string };

/** What a platform's pushes may look like; texts are split at sentence ends to fit. */
export interface ChannelLimits {
  /** UTF-8 bytes of one push. */
  readonly pushBytes: number;
  /** UTF-8 bytes of one reply inside a response. */
  readonly replyBytes: number;
  /** Pushes per minute and destination. */
  readonly pushesPerMinute: number;
  /** Whether the bot can write to a person alone. */
  readonly reachesPeople: boolean;
}

/** A platform's outgoing side. Never throws for what the platform answers; a thrown error counts as `retry`. */
export interface Channel {
  readonly platform: PlatformName;
  readonly limits: ChannelLimits;
  push(message: Push): Promise<PushOutcome>;
}

export interface CallbackRequest {
  readonly method: 'GET' | 'POST';
  /** Decoded query parameters. */
  readonly query: ReadonlyMap<string, string>;
  /** The bytes received, before anything read them. */
  readonly body: Buffer;
}

export interface CallbackResponse {
  readonly status: number;
  readonly type: 'text/plain' | 'application/json';
  readonly body: string;
}

/** A platform's incoming side: the path the vendor calls and what answers it. */
export interface Callback {
  readonly path: string;
  handle(request: CallbackRequest): Promise<CallbackResponse>;
}
