import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../src/domain/ledger.ts';
import { verifyChain } from '../src/service/seal.ts';
import { openStore } from '../src/store/open.ts';
import { type BuiltApp, buildApp, type RunningApp } from './kill/app-process.ts';
import { findSeats, type Message, post, type Seat } from './kill/console-client.ts';
import { readAll } from './store/fixtures.ts';
import { createRandom } from './store/random.ts';

const SEED = 20_230_315;
const KILLS = 16;
/** Every so many rounds it is killed once more, while it starts. */
const START_KILL_EVERY = 4;
const FRESH_PER_ROUND = 30;
const AT_ONCE = 16;

const random = createRandom(SEED);
const pick = <T>(items: readonly T[]): T => items[random.below(items.length)] as T;

/** What people say to a bot all day: they write, correct, ask and are not understood. */
const WORDS = [
  () => '收到',
  () => '填报',
  () => `公益广告${random.below(50)}条，抖音${random.below(50)}条`,
  () => `第${1 + random.below(9)}项改成${random.below(200)}`,
  () => `${random.below(90)}`,
  () => '进度',
  () => '我的任务',
  () => '汇总进度',
  () => `今天天气${random.below(9)}度`,
];

const messageIn = (seats: readonly Seat[], round: number, index: number): Message => ({
  messageId: `kill-${round}-${index}`,
  ...pick(seats),
  text: pick(WORDS)(),
  mention: random.below(8) > 0,
});

/** What the senders know: what was answered with which words. */
type Answers = Map<string, string>;

async function say(app: RunningApp, message: Message, answers: Answers): Promise<boolean> {
  const answer = await post(app.address, message);
  if (answer === null) return false;
  // A repeat is answered with the same words, also after a restart.
  expect(answer).toBe(answers.get(message.messageId) ?? answer);
  answers.set(message.messageId, answer);
  return true;
}

/** Sends `AT_ONCE` messages at a time and kills the program after `enough` answers, the rest in flight. Gives what is unanswered. */
async function sendAndKill(app: RunningApp, messages: readonly Message[], enough: number, answers: Answers) {
  const queue = [...messages];
  const unanswered: Message[] = [];
  let answered = 0;
  let killed: Promise<void> | null = null;
  const sender = async () => {
    for (let message = queue.shift(); message; message = queue.shift()) {
      if (killed === null && (await say(app, message, answers))) answered += 1;
      else unanswered.push(message);
      if (answered >= enough) killed ??= app.kill();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  await (killed ?? app.kill());
  return unanswered;
}

async function readEntries(databaseUrl: string): Promise<Entry[]> {
  const store = await openStore(databaseUrl, { mustExist: true });
  const entries: Entry[] = [];
  for (const stream of await store.streams()) {
    const all = await readAll(store, stream);
    expect(verifyChain(all), `the chain of ${stream}`).toBeNull();
    entries.push(...all);
  }
  await store.close();
  return entries;
}

describe('a program that is killed', () => {
  let built: BuiltApp;
  beforeAll(async () => {
    built = await buildApp();
  }, 120_000);
  afterAll(() => built.remove());

  it(`keeps every answered message, once, over ${KILLS} kills under load and ${KILLS / START_KILL_EVERY} more at its start`, {
    timeout: 300_000,
  }, async () => {
    const answers: Answers = new Map();
    const sent: Message[] = [];
    let unanswered: Message[] = [];
    let cutOff = 0;

    for (let round = 0; round < KILLS; round += 1) {
      if (round % START_KILL_EVERY === 1) await built.startAndKill();
      const app = await built.start();
      const seats = await findSeats(app.address);
      const fresh = Array.from({ length: FRESH_PER_ROUND }, (_, index) => messageIn(seats, round, index));
      const again = sent.filter(({ messageId }) => answers.has(messageId) && random.below(20) === 0);
      const enough = 1 + random.below(FRESH_PER_ROUND);
      sent.push(...fresh);
      unanswered = await sendAndKill(app, [...unanswered, ...again, ...fresh], enough, answers);
      cutOff += unanswered.length;
    }
    // Otherwise nothing was in flight when it was killed, and this proves little.
    expect(cutOff).toBeGreaterThan(KILLS * 5);

    const app = await built.start();
    const last = await Promise.all(sent.map((message) => say(app, message, answers)));
    expect(last.every((answered) => answered)).toBe(true);
    expect(await app.stop()).toBe(0);

    const causes = (await readEntries(built.databaseUrl)).map(({ cause }) => cause);
    const said = causes.filter((cause) => cause.startsWith('said/'));
    expect(said.sort()).toEqual(sent.map(({ messageId }) => `said/${messageId}`).sort());
    const answered = causes.filter((cause) => cause.startsWith('answered/'));
    expect(new Set(answered).size).toBe(answered.length);
    const heard = sent.filter(({ messageId }) => JSON.parse(answers.get(messageId) ?? '{}').heard);
    expect(answered.sort()).toEqual(heard.map(({ messageId }) => `answered/${messageId}`).sort());
    const decided = causes.filter((cause) => cause.startsWith('console/'));
    expect(new Set(decided).size).toBe(decided.length);
    expect(decided.length).toBeGreaterThan(heard.length / 2);
  });
});
