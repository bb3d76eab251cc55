/** The campaign of three returns, its plan out: what people say to the bot, and what it says. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { instantOf } from '../../src/domain/calendar/zone.ts';
import { hide } from '../../src/secret.ts';

const file = (name: string) => fileURLToPath(new URL(`campaigns/${name}`, import.meta.url));

export const threeReturns = { campaign: file('three-returns.yaml'), directory: file('three-returns-directory.yaml') };

const group = 'flood-group';

export interface ThreeReturns {
  /** In the group, with the bot mentioned; the answer. */
  say(from: string, text: string): Promise<string>;
  alone(from: string, text: string, file?: { readonly name: string; readonly kind: 'file' | 'image' }): Promise<string>;
  /** Moves the clock to `2024-05-23 10:00`; the result is what was sent to the group meanwhile. */
  until(time: string): Promise<readonly string[]>;
  /** What publishing sent to the group. */
  readonly plan: string;
}

/** Published at 09:05 on Monday, 20 May 2024. */
export async function openThreeReturns(): Promise<ThreeReturns> {
  const quiet = () => undefined;
  const app = await openApp(
    {
      ...readConfig({}),
      database: hide('memory:'),
      campaigns: [threeReturns.campaign],
      directory: threeReturns.directory,
      clock: { kind: 'movable', startMs: instantOf('2024-05-20', '09:05') },
    },
    { debug: quiet, info: quiet, warn: quiet, error: quiet },
  );
  onTestFinished(() => app.stop());
  await app.start();
  const room = app.rehearsal?.room;
  if (!room) throw new Error('the rehearsal profile has no console');
  let read = 0;

  async function post(chat: string, from: string, text: string, sent: Parameters<ThreeReturns['alone']>[2]) {
    const message = { chat, from, text, mention: chat === group, messageId: randomUUID(), file: sent ?? null };
    const { replies } = await (room as NonNullable<typeof room>).post(message);
    return replies.map((reply) => reply.text).join('\n');
  }
  function pushed(): string[] {
    const messages = (room as NonNullable<typeof room>).messages(group, read);
    read += messages.length;
    return messages.filter(({ from, replyTo }) => from === 'bot' && replyTo === null).map(({ text }) => text);
  }

  await post(group, 'organiser', '确认发布方案', undefined);
  const plan = pushed().join('\n');
  return {
    plan,
    say: (from, text) => post(group, from, text, undefined),
    alone: (from, text, sent) => post(`single:${from}`, from, text, sent),
    async until(time) {
      const [day = '', clock = ''] = time.split(' ');
      await room.moveClock(instantOf(day, clock));
      return pushed();
    },
  };
}
