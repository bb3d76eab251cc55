/** The console's own ledger stream: who said what in which chat, what the bot answered and pushed, and how late it is. */
import type { Entry } from '../../domain/ledger.ts';
import type { ChatId, EpochMs, PersonId } from '../../domain/model.ts';

export interface ConsoleFile {
  readonly name: string;
  readonly kind: 'file' | 'image';
}

export interface Said {
  readonly type: 'Said';
  readonly messageId: string;
  readonly chat: ChatId;
  readonly from: PersonId;
  readonly text: string;
  /** Whether the bot heard it: fixed when it is said, whatever the bot is called later. */
  readonly heard: boolean;
  readonly file: ConsoleFile | null;
}

export type ConsoleEvent =
  | Said
  | { readonly type: 'Answered'; readonly messageId: string; readonly chat: ChatId; readonly texts: readonly string[] }
  | {
      readonly type: 'Pushed';
      readonly key: string;
      readonly chat: ChatId;
      readonly text: string;
      readonly mentions: readonly string[];
    }
  | { readonly type: 'ClockMoved'; readonly toMs: EpochMs };

export interface ConsoleMessage {
  /** 1, 2, 3 … in its chat. */
  readonly n: number;
  readonly atMs: EpochMs;
  /** A person's id or `bot`. */
  readonly from: string;
  readonly text: string;
  /** People's ids or `all`. */
  readonly mentions: readonly string[];
  readonly file: ConsoleFile | null;
  /** Number of the message this one answers. */
  readonly replyTo: number | null;
}

/** A message the console has taken in; `answers` are the numbers of the replies, null while there is no answer. */
export interface Taken {
  readonly chat: ChatId;
  readonly from: PersonId;
  readonly n: number;
  readonly heard: boolean;
  answers: readonly number[] | null;
}

export interface ConsoleState {
  /** Null until the clock was first moved. */
  clockMs: EpochMs | null;
  readonly chats: Map<ChatId, ConsoleMessage[]>;
  /** By message id, in the order of saying. */
  readonly taken: Map<string, Taken>;
}

export const consoleVersion = 'console-1';

export function initialConsole(): ConsoleState {
  return { clockMs: null, chats: new Map(), taken: new Map() };
}

/** Folds one entry in place; the journal owns the state. */
export function evolveConsole(state: ConsoleState, entry: Entry<ConsoleEvent>): void {
  for (const event of entry.events) apply(state, event, entry.atMs);
}

function apply(state: ConsoleState, event: ConsoleEvent, atMs: EpochMs): void {
  switch (event.type) {
    case 'Said': {
      const { messageId, chat, from, text, heard, file } = event;
      const n = append(state, chat, { atMs, from, text, mentions: [], file, replyTo: null });
      state.taken.set(messageId, { chat, from, n, heard, answers: heard ? null : [] });
      return;
    }
    case 'Answered': {
      const taken = state.taken.get(event.messageId);
      if (!taken) return;
      const { chat, n: replyTo } = taken;
      taken.answers = event.texts.map((text) =>
        append(state, chat, { atMs, from: 'bot', text, mentions: [], file: null, replyTo }),
      );
      return;
    }
    case 'Pushed':
      append(state, event.chat, {
        atMs,
        from: 'bot',
        text: event.text,
        mentions: event.mentions,
        file: null,
        replyTo: null,
      });
      return;
    case 'ClockMoved':
      state.clockMs = event.toMs;
      return;
    default:
      event satisfies never;
  }
}

function append(state: ConsoleState, chat: ChatId, message: Omit<ConsoleMessage, 'n'>): number {
  const messages = state.chats.get(chat) ?? [];
  const n = messages.length + 1;
  messages.push({ n, ...message });
  state.chats.set(chat, messages);
  return n;
}
