/** An office that is started anew again and again, behind the one room that the simulated people know. */
import { type App, openApp } from '../../src/app.ts';
import type { Chance } from '../../src/cli/rehearsal/chance.ts';
import type { Config } from '../../src/config.ts';
import { notRecorded } from '../../src/domain/replies/roles.ts';
import type { Console } from '../../src/platform/console/console.ts';
import type { Log } from '../../src/ports.ts';
import type { Faults } from './faults.ts';

export interface SoakOffice {
  readonly room: Console;
  readonly app: () => App;
  /** What was answered to each message that was taken, by its id. */
  readonly answered: ReadonlyMap<string, string>;
  /** Messages that were refused with a sentence: they make no entry. */
  readonly refused: ReadonlySet<string>;
  /** What must not be, in words. */
  readonly wrong: string[];
  stop(): Promise<void>;
}

export interface SoakRates {
  /** Of what people say: said twice, as a platform does that heard no answer. */
  readonly repeats: number;
  /** Of what happens: the office is stopped and started before it. */
  readonly restarts: number;
  /** Of what people say: the store is down until they are told so. Costs three seconds each. */
  readonly outages: number;
}

type Post = Parameters<Console['post']>[0];

const mostTries = 20;

export async function openSoakOffice(
  config: Config,
  { chance, faults, rates }: { readonly chance: Chance; readonly faults: Faults; readonly rates: SoakRates },
): Promise<SoakOffice> {
  const answered = new Map<string, string>();
  const refused = new Set<string>();
  const wrong: string[] = [];
  const quiet = () => undefined;
  const log: Log = {
    debug: quiet,
    warn: quiet,
    error: quiet,
    info(fields, message) {
      const { messageId, code } = fields as { messageId?: string; code?: string };
      if (message === 'message refused' && code !== 'not_recorded') refused.add(messageId ?? '');
    },
  };
  let sentAgain: number | undefined;
  let app = await start();

  async function start(): Promise<App> {
    const opened = await persist(() => openApp(config, log, faults));
    await persist(() => opened.start());
    return opened;
  }

  async function perhapsRestart(): Promise<void> {
    if (!chance.happens(rates.restarts)) return;
    faults.met['restart'] = (faults.met['restart'] ?? 0) + 1;
    await app.stop();
    app = await start();
  }

  function current(): Console {
    if (!app.rehearsal) throw new Error('the rehearsal profile has no console');
    return app.rehearsal.room;
  }

  /** As whoever meets a fault does: once more. */
  async function persist<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        if (tries === mostTries) throw error;
      }
    }
  }

  /** Nothing is taken while the store is down, not even the message itself: whoever wrote hears nothing, and says it again. */
  async function inOutage(message: Post): Promise<void> {
    const end = faults.outage();
    const taken = await current()
      .post(message)
      .then(
        ({ replies }) => replies.map(({ text }) => text).join(),
        () => null,
      );
    if (taken !== null) wrong.push(`台账写不进去时答了“${taken}”`);
    end();
  }

  /** What was refused for good goes out when the organiser says so, as he is told to. */
  async function sendAgain(): Promise<void> {
    const [organiser] = app.rehearsal?.view().organisers() ?? [];
    if (!organiser || faults.met['push refused'] === sentAgain) return;
    sentAgain = faults.met['push refused'];
    const messageId = `soak-${sentAgain}`;
    await take({
      chat: `single:${organiser.id}`,
      from: organiser.id,
      text: '补发',
      mention: true,
      messageId,
      file: null,
    });
  }

  async function take(message: Post): Promise<{ readonly heard: boolean; readonly said: string }> {
    const { heard, replies } = await persist(() => current().post(message));
    const texts = replies.map(({ text }) => text);
    if (texts.includes(notRecorded)) wrong.push(`“${message.text}”没有记上`);
    return { heard, said: JSON.stringify(texts) };
  }

  const room: Console = {
    ...current(),
    chats: () => current().chats(),
    people: () => current().people(),
    messages: (chat, after) => current().messages(chat, after),
    now: () => current().now(),
    async post(message) {
      await perhapsRestart();
      if (chance.happens(rates.outages)) await inOutage(message);
      const { heard, said } = await take(message);
      if (chance.happens(rates.repeats)) await repeat(message, said);
      if (heard) answered.set(message.messageId ?? '', said);
      const answer = await persist(() => current().post(message));
      await sendAgain();
      return answer;
    },
    async moveClock(toMs) {
      await perhapsRestart();
      const now = await persist(() => current().moveClock(Math.max(toMs, current().now())));
      await sendAgain();
      return now;
    },
  };

  async function repeat(message: Post, said: string): Promise<void> {
    faults.met['said twice'] = (faults.met['said twice'] ?? 0) + 1;
    const { said: again } = await take(message);
    if (again !== said) wrong.push(`同一条消息“${message.text}”先答${said}，再答${again}`);
  }

  return { room, app: () => app, answered, refused, wrong, stop: () => app.stop() };
}
