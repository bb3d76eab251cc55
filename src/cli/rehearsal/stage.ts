/** The chat as the simulated people see it: they speak, the clock moves, and everything said is written down. */
import { formatInstant } from '../../domain/calendar/zone.ts';
import type { DirectoryView } from '../../domain/directory/view.ts';
import type { EpochMs, PersonId } from '../../domain/model.ts';
import type { Console } from '../../platform/console/console.ts';
import type { ConsoleMessage } from '../../platform/console/log.ts';

export interface Heard {
  readonly chat: string;
  readonly message: ConsoleMessage;
}

export interface Words {
  /** Said in the group with a mention, or alone with the bot. */
  readonly where: 'group' | 'alone';
  readonly text: string;
  readonly file?: { readonly name: string; readonly kind: 'file' | 'image' };
  /** Said among people, not to the bot. */
  readonly aside?: boolean;
}

export interface Stage {
  readonly group: string;
  /** The bot's answer; empty if it did not hear. */
  say(person: PersonId, words: Words): Promise<string>;
  /** Moves the clock; what the bot said of its own accord meanwhile is among what was spoken. */
  moveTo(toMs: EpochMs): Promise<void>;
  /** Everything said so far, a line or more each, in order. */
  readonly transcript: readonly string[];
  /** Every message of the bot: answers and pushes. */
  readonly spoken: readonly Heard[];
}

export interface StageOptions {
  readonly room: Console;
  readonly view: DirectoryView;
  readonly botName: string;
}

export function openStage({ room, view, botName }: StageOptions): Stage {
  const chats = room.chats();
  const group = chats.find((chat) => chat.kind === 'group')?.id ?? '';
  const names = new Map(chats.map((chat) => [chat.id, chat.kind === 'group' ? chat.name : '单聊']));
  const seen = new Map<string, number>();
  const transcript: string[] = [];
  const spoken: Heard[] = [];
  let count = 0;

  /** What is new in all chats, in order of time. */
  function news(): void {
    const heard: Heard[] = [];
    for (const { id } of chats) {
      const messages = room.messages(id, seen.get(id) ?? 0);
      seen.set(id, (seen.get(id) ?? 0) + messages.length);
      for (const message of messages) heard.push({ chat: id, message });
    }
    heard.sort((a, b) => a.message.atMs - b.message.atMs);
    for (const one of heard) {
      transcript.push(written(one));
      if (one.message.from === 'bot') spoken.push(one);
    }
  }

  function written({ chat, message }: Heard): string {
    const place = chat === group ? names.get(chat) : `单聊 ${nameOf(chat.replace('single:', ''))}`;
    const mentions = message.mentions.map((person) => (person === 'all' ? '@所有人' : `@${nameOf(person)}`));
    const file = message.file ? `〔${message.file.name}〕` : '';
    const text = [...mentions, message.text + file].join(' ').replaceAll('\n', '\n    ');
    return `${formatInstant(message.atMs)} ［${place}］${message.from === 'bot' ? botName : nameOf(message.from)}：${text}`;
  }

  function nameOf(person: string): string {
    const known = view.person(person);
    return known ? `${known.unit === null ? '' : view.short(known.unit)}${known.name}` : person;
  }

  return {
    group,
    transcript,
    spoken,
    async say(person, { where, text, file, aside }) {
      const heard = !(aside ?? false);
      count += 1;
      const answer = await room.post({
        chat: where === 'group' ? group : `single:${person}`,
        from: person,
        text: where === 'group' && heard ? `@${botName} ${text}` : text,
        mention: heard,
        messageId: `rehearsal-${count}`,
        file: file ?? null,
      });
      news();
      return answer.replies.map((reply) => reply.text).join('\n');
    },
    async moveTo(toMs) {
      await room.moveClock(toMs);
      news();
    },
  };
}
