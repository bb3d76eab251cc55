/** The console's outgoing side: a push is one message in a chat, once per key. */
import type { Channel, ChannelLimits, Journal, Push } from '../../ports.ts';
import type { ConsoleEvent, ConsoleState } from './log.ts';
import { type ConsoleDirectory, findChat, findPerson, holderOf, singleChatId } from './people.ts';

/** A WeCom group robot's sizes, so that a rehearsal shows the messages the group will see; a page needs no rate. */
const limits: ChannelLimits = {
  pushBytes: 2048,
  replyBytes: 20_480,
  pushesPerMinute: Number.POSITIVE_INFINITY,
  reachesPeople: true,
};

export interface ChannelOptions {
  readonly journal: Journal<ConsoleState, ConsoleEvent>;
  readonly directory: () => ConsoleDirectory;
  readonly botName: string;
}

export function createConsoleChannel({ journal, directory, botName }: ChannelOptions): Channel {
  function target(to: Push['to']): string | null {
    if (to.kind === 'chat') return findChat(directory(), botName, to.chat)?.id ?? null;
    const person = holderOf(directory(), to.account);
    return person === null ? null : singleChatId(person.id);
  }

  function personOf(account: string): string | null {
    const person = directory().personByAccount('console', account);
    return person && findPerson(directory(), person.id) ? person.id : null;
  }

  return {
    platform: 'console',
    limits,
    async push({ key, to, text, mentions }) {
      const chat = target(to);
      if (chat === null) return { kind: 'refused', reason: `控制台没有这个${to.kind === 'chat' ? '会话' : '账号'}` };
      const people = mentions.flatMap((account) => (account === 'all' ? 'all' : (personOf(account) ?? [])));
      await journal.record(`push/${key}`, () => ({
        events: [{ type: 'Pushed', key, chat, text, mentions: people }],
        replies: [],
        sends: [],
      }));
      return { kind: 'sent' };
    },
  };
}
