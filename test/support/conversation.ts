/**
 * The whole bot as a chat: the real composition in its rehearsal profile, over a store of its own, on the movable clock.
 *
 *     const talk = await openConversation();
 *     await talk.say('organiser', '发布方案');            // in the work group, the bot mentioned; the answer
 *     await talk.alone('xuhui-liaison', '填报');          // in the single chat with the bot
 *     await talk.until('2023-03-14 10:00');              // the clock moves on, slot by slot
 *     talk.group();                                      // what the bot pushed to the group since last asked
 *
 * People are the ids of `config/directory.yaml`; times are Asia/Shanghai.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { dayOf, instantOf, timeOf } from '../../src/domain/calendar/zone.ts';
import type { Console } from '../../src/platform/console/console.ts';
import {
  type ConsoleEvent,
  type ConsoleState,
  consoleVersion,
  evolveConsole,
  initialConsole,
} from '../../src/platform/console/log.ts';
import type { ConsolePerson } from '../../src/platform/console/people.ts';
import type { Log } from '../../src/ports.ts';
import { hide } from '../../src/secret.ts';
import { openHost } from '../../src/service/host.ts';
import { openStore } from '../../src/store/open.ts';

const workGroup = 'shanghai-315';
const quiet = () => undefined;
const silentLog: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** A message that the bot sent on its own. */
export interface Pushed {
  /** `03-14 10:00` */
  readonly at: string;
  readonly text: string;
  readonly mentions: readonly string[];
}

export interface Conversation {
  /** In the work group, with the bot mentioned. */
  say(from: string, text: string, more?: { readonly messageId?: string }): Promise<string>;
  /** In the single chat with the bot. */
  alone(from: string, text: string, more?: { readonly messageId?: string }): Promise<string>;
  /** A file or picture in the single chat, with words or without. */
  send(from: string, file: { readonly name: string; readonly kind: 'file' | 'image' }, text?: string): Promise<string>;
  /** Pushes to the work group since this was last asked. */
  group(): readonly Pushed[];
  /** Pushes to one person alone since this was last asked for that person. */
  told(person: string): readonly Pushed[];
  people(): readonly ConsolePerson[];
  /** One reporter of each unit that owes the return. */
  reporters(): readonly string[];
  /** Moves the clock to `2023-03-14 10:00`. */
  until(time: string): Promise<void>;
  /** `2023-03-14 10:00` */
  now(): string;
  /** Ends the process and starts another on the same store, at once or when it is `2023-03-14 10:00`. */
  restart(upAt?: string): Promise<void>;
}

export interface ConversationOptions {
  readonly config?: Partial<Config>;
  readonly log?: Log;
  /** On disk, so that `restart` finds it again. */
  readonly durable?: boolean;
}

export async function openConversation(options: ConversationOptions = {}): Promise<Conversation> {
  const { log = silentLog } = options;
  const folder = options.durable ? await mkdtemp(join(tmpdir(), 'conversation-')) : null;
  const database = hide(folder === null ? 'memory:' : `file:${join(folder, 'ledger.db')}`);
  const config: Config = { ...readConfig({}), database, ...options.config };
  let app = await start();
  const read = new Map<string, number>();

  onTestFinished(async () => {
    await app.stop();
    if (folder !== null) await rm(folder, { recursive: true });
  });

  async function start(): Promise<App> {
    const opened = await openApp(config, log);
    await opened.start();
    return opened;
  }

  const room = () => app.rehearsal?.room as Console;

  async function post(chat: string, from: string, text: string, more: object): Promise<string> {
    const message = { chat, from, text, mention: chat === workGroup, messageId: randomUUID(), file: null, ...more };
    const { replies } = await room().post(message);
    return replies.map((reply) => reply.text).join('\n');
  }

  function pushed(chat: string): Pushed[] {
    const after = read.get(chat) ?? 0;
    const messages = room().messages(chat, after);
    read.set(chat, after + messages.length);
    return messages
      .filter(({ from, replyTo }) => from === 'bot' && replyTo === null)
      .map(({ atMs, text, mentions }) => ({ at: `${dayOf(atMs).slice(5)} ${timeOf(atMs)}`, text, mentions }));
  }

  return {
    say: (from, text, more = {}) => post(workGroup, from, text, more),
    alone: (from, text, more = {}) => post(`single:${from}`, from, text, more),
    send: (from, file, text = '') => post(`single:${from}`, from, text, { file }),
    group: () => pushed(workGroup),
    told: (person) => pushed(`single:${person}`),
    people: () => room().people(),
    reporters() {
      const owing = room()
        .people()
        .filter(({ id, roles }) => roles.includes('reporter') && !/^(?:organiser|drug-|.*-2$)/.test(id));
      return owing.map(({ id }) => id);
    },
    async until(time) {
      await room().moveClock(instant(time));
    },
    now: () => `${dayOf(room().now())} ${timeOf(room().now())}`,
    async restart(upAt) {
      if (folder === null) throw new Error('only a durable conversation can be restarted');
      await app.stop();
      if (upAt !== undefined) await passTime(database.reveal(), instant(upAt));
      app = await start();
    },
  };
}

function instant(time: string): number {
  const [day = '', clock = ''] = time.split(' ');
  return instantOf(day, clock);
}

/** The clock goes on while no process runs. */
async function passTime(database: string, toMs: number): Promise<void> {
  const store = await openStore(database);
  const journal = await openHost<ConsoleState, ConsoleEvent>({
    stream: 'console',
    store,
    clock: { nowMs: () => toMs },
    log: silentLog,
    initial: initialConsole,
    evolve: evolveConsole,
    version: consoleVersion,
  });
  await journal.record(`clock/${toMs}`, () => ({ events: [{ type: 'ClockMoved', toMs }], replies: [], sends: [] }));
  await journal.stop();
  await store.close();
}

/** What reaches everyone or cannot be undone is shown first and waits for a yes: both said, the answer to the yes. */
export async function confirmed(talk: Conversation, from: string, order: string): Promise<string> {
  await talk.say(from, order);
  return talk.say(from, '是');
}

/** A conversation in which the plan is out and the group's messages about it have been read. */
export async function openPublished(options: ConversationOptions = {}): Promise<Conversation> {
  const talk = await openConversation(options);
  await confirmed(talk, 'organiser', '发布方案');
  talk.group();
  return talk;
}

/** One person hands in the whole return of their unit. */
export async function reportAll(talk: Conversation, person: string): Promise<void> {
  await talk.alone(person, '总结、图片已报送OA');
  await talk.alone(person, '公益广告3条，抖音12条，其余为0，确认提交');
}
