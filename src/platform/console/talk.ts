/** A message in and its answer out: said durably, heard by the inside, answered durably, each once. */
import { randomUUID } from 'node:crypto';
import type { Decision } from '../../domain/ledger.ts';
import type { Inbound, Journal, Log, Receive } from '../../ports.ts';
import type { NewMessage } from './input.ts';
import type { ConsoleEvent, ConsoleMessage, ConsoleState, Said, Taken } from './log.ts';
import type { MentionReader } from './mention.ts';
import { accountOf, type ConsoleChat, type ConsoleDirectory, findChat, findPerson } from './people.ts';
import { refuse } from './refuse.ts';

interface Answer {
  readonly messageId: string;
  readonly heard: boolean;
  readonly replies: readonly { readonly text: string }[];
}

export interface Talk {
  /** Resolves when message and answer are durable; the same message id again gives the same answer. */
  post(message: NewMessage): Promise<Answer>;
  /** Answers what was heard and not answered when the process ended; one that fails stays for the next time. */
  resume(): Promise<void>;
}

export interface TalkOptions {
  readonly journal: Journal<ConsoleState, ConsoleEvent>;
  readonly receive: Receive;
  readonly directory: () => ConsoleDirectory;
  readonly botName: string;
  readonly mentions: MentionReader;
  readonly log: Log;
  /** Sends what the answer set going; runs once the answer stands in the chat, before it is returned. */
  readonly afterAnswer: () => Promise<unknown>;
}

export function createTalk(options: TalkOptions): Talk {
  const { journal, receive, directory, botName, mentions, log, afterAnswer } = options;
  /** Answers being made, so that the same message posted twice at once reaches the inside once. */
  const underWay = new Map<string, Promise<Answer>>();

  function admit(message: NewMessage): ConsoleChat {
    if (!findPerson(directory(), message.from)) throw refuse(404, 'unknown_person', '没有这个人，请从人员列表中选择。');
    const chat = findChat(directory(), botName, message.chat);
    if (!chat) throw refuse(404, 'unknown_chat', '没有这个会话，请从会话列表中选择。');
    if (!chat.members.includes(message.from))
      throw refuse(403, 'not_a_member', `您不在“${chat.name}”中，不能在这里发言。`);
    return chat;
  }

  async function post(message: NewMessage): Promise<Answer> {
    const chat = admit(message);
    const { from, text, file } = message;
    const messageId = message.messageId ?? randomUUID();
    const heard = chat.kind === 'single' || message.mention || mentions.mentions(text);
    const said: Said = { type: 'Said', messageId, chat: chat.id, from, text, heard, file };
    await journal.record(`said/${messageId}`, () => only(said));
    const taken = takenAs(messageId);
    if (taken.from !== from || taken.chat !== chat.id)
      throw refuse(409, 'message_id_taken', '这个 messageId 已用于另一人或另一会话的消息，请换一个。');
    return answer(messageId);
  }

  function answer(messageId: string): Promise<Answer> {
    const making = underWay.get(messageId) ?? complete(messageId).finally(() => underWay.delete(messageId));
    underWay.set(messageId, making);
    return making;
  }

  async function complete(messageId: string): Promise<Answer> {
    const { chat, n, answers } = takenAs(messageId);
    if (answers === null) {
      const replies = await receive(inbound(messageId, takenAs(messageId), messageAt(chat, n)));
      const texts = replies.map((reply) => reply.text);
      await journal.record(`answered/${messageId}`, () => only({ type: 'Answered', messageId, chat, texts }));
      await afterAnswer();
    }
    const done = takenAs(messageId);
    const replies = (done.answers ?? []).map((number) => ({ text: messageAt(chat, number).text }));
    return { messageId, heard: done.heard, replies };
  }

  function inbound(messageId: string, { chat: id, from }: Taken, { text, file }: ConsoleMessage): Inbound {
    const chat = findChat(directory(), botName, id);
    const person = findPerson(directory(), from);
    return {
      platform: 'console',
      messageId,
      chat: { kind: chat?.kind ?? 'group', account: chat?.account ?? id },
      sender: (person && accountOf(person)) ?? from,
      text: mentions.strip(text),
      quoted: null,
      attachments: file ? [{ kind: file.kind, name: file.name }] : [],
    };
  }

  function takenAs(messageId: string): Taken {
    const taken = journal.state().taken.get(messageId);
    if (!taken) throw new Error(`console message ${messageId} was recorded but is not in the state`);
    return taken;
  }

  function messageAt(chat: string, n: number): ConsoleMessage {
    const message = journal.state().chats.get(chat)?.[n - 1];
    if (!message) throw new Error(`console chat ${chat} has no message ${n}`);
    return message;
  }

  async function resume(): Promise<void> {
    const open = [...journal.state().taken]
      .filter(([, taken]) => taken.answers === null)
      .map(([messageId]) => messageId);
    for (const messageId of open) {
      try {
        await answer(messageId);
      } catch (error) {
        log.error({ messageId, err: error }, 'console message not answered, will be tried at the next start');
      }
    }
  }

  return { post, resume };
}

function only(event: ConsoleEvent): Decision<ConsoleEvent> {
  return { events: [event], replies: [], sends: [] };
}
