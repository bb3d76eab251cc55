/** The console: a chat platform of our own for rehearsals, with people, chats, messages and a movable clock, all durable. */
import type { ChatId, EpochMs } from '../../domain/model.ts';
import type { Channel, Clock, Journal, Log, Receive } from '../../ports.ts';
import { createConsoleChannel } from './channel.ts';
import { createClockMover } from './clock.ts';
import type { ConsoleEvent, ConsoleMessage, ConsoleState } from './log.ts';
import { createMentionReader } from './mention.ts';
import {
  type ConsoleChat,
  type ConsoleDirectory,
  type ConsolePerson,
  findChat,
  listChats,
  listPeople,
} from './people.ts';
import { refuse } from './refuse.ts';
import { createTalk, type Talk } from './talk.ts';

export interface ConsoleOptions {
  readonly journal: Journal<ConsoleState, ConsoleEvent>;
  readonly receive: Receive;
  readonly directory: () => ConsoleDirectory;
  /** Decides, stores and sends all that falls due until `toMs`, slot by slot, and leaves the clock there. */
  readonly advance: (toMs: EpochMs) => Promise<void>;
  /** Sends what an answer set going, so that a rehearsal has no moment in between. */
  readonly afterAnswer?: () => Promise<unknown>;
  readonly clock: Clock;
  readonly log: Log;
  /** What people call the bot; the first is its name. */
  readonly botNames?: readonly string[];
}

export interface Console extends Talk {
  readonly channel: Channel;
  readonly botName: string;
  people(): ConsolePerson[];
  chats(): ConsoleChat[];
  /** Messages with a number above `after`, in order. */
  messages(chat: ChatId, after: number): readonly ConsoleMessage[];
  now(): EpochMs;
  /** Forward only; resolves with the new now once everything due until then is done. */
  moveClock(toMs: EpochMs): Promise<EpochMs>;
}

export function createConsole(options: ConsoleOptions): Console {
  const {
    journal,
    receive,
    directory,
    advance,
    clock,
    log,
    afterAnswer = () => Promise.resolve(),
    botNames = [],
  } = options;
  const [botName = '督办助手', ...otherNames] = botNames;
  const mentions = createMentionReader([botName, ...otherNames]);
  return {
    ...createTalk({ journal, receive, directory, botName, mentions, log, afterAnswer }),
    channel: createConsoleChannel({ journal, directory, botName }),
    botName,
    people: () => listPeople(directory()),
    chats: () => listChats(directory(), botName),
    messages(chat, after) {
      if (!findChat(directory(), botName, chat))
        throw refuse(404, 'unknown_chat', '没有这个会话，请从会话列表中选择。');
      return (journal.state().chats.get(chat) ?? []).slice(after);
    },
    now: () => clock.nowMs(),
    moveClock: createClockMover(clock, advance),
  };
}
