/** Two whole programs on one MongoDB behind one platform: messages go to either; either is killed, and the server goes away. */
import { randomUUID } from 'node:crypto';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../src/service/seal.ts';
import { openStore } from '../src/store/open.ts';
import { type BuiltApp, buildApp, type RunningApp } from './kill/app-process.ts';
import { readAll } from './store/fixtures.ts';
import { createRandom } from './store/random.ts';
import { type BreakableLine, openLine } from './support/breakable-line.ts';
import { type FakeWecom, startFakeWecom } from './support/fake-wecom.ts';
import { workGroup, writeProductionFiles } from './support/production-files.ts';

const server = process.env['MONGODB_TEST_URL'] ?? '';
/** More by hand: MESSAGES=10000. Each is a figure said to one program and a question put to the other. */
const MESSAGES = Number(process.env['MESSAGES'] ?? 200);
const AT_ONCE = 12;
const KILL_EVERY = 50;
/** Longer than anybody is kept waiting for the ledger. */
const AWAY_MS = 3_500;

const random = createRandom(315);

/** An office in production: its files, its platform, and the programs that run now. */
interface World {
  readonly databaseUrl: string;
  readonly wecom: FakeWecom;
  /** Between the programs and the server. */
  readonly line: BreakableLine;
  /** A reporter of each unit, by account. */
  readonly reporters: readonly string[];
  readonly programs: RunningApp[];
  start(): Promise<RunningApp>;
  remove(): Promise<void>;
}

async function openWorld(built: BuiltApp): Promise<World> {
  const url = new URL(server);
  url.pathname = `/duban-programs-${randomUUID()}`;
  const wecom = await startFakeWecom({ clock: { nowMs: Date.now }, groups: { [workGroup.push]: workGroup.key } });
  const line = await openLine({ host: url.hostname, port: Number(url.port || 27_017) });
  const database = new URL(url);
  database.port = String(line.port);
  database.hostname = '127.0.0.1';
  // A replica set would tell its members' own addresses, past the line.
  database.searchParams.set('directConnection', 'true');
  const files = await writeProductionFiles({ apiBase: wecom.apiBase, database: database.href });
  const reporters = new Map(
    files.people
      .filter(({ unit, roles = [] }) => unit !== 'drug' && roles.join() === 'reporter')
      .map(({ unit, accounts }) => [unit, accounts.wecom]),
  );
  return {
    databaseUrl: url.href,
    wecom,
    line,
    reporters: [...reporters.values()],
    programs: [],
    start: () => built.start(files.env),
    async remove() {
      await wecom.stop();
      await line.close();
      const connection = await createConnection(url.href).asPromise();
      await connection.dropDatabase();
      await connection.close();
      await files.remove();
    },
  };
}

/** What was answered: how long it waited for that, repeats and restarts included. */
const answered = new Map<string, number>();
/** How often somebody was told that it could not be recorded, and how often nothing at all within five seconds. */
const notAnswered = { told: 0, late: 0 };

function figures(): string {
  const sorted = [...answered.values()].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return `${sorted.length} answers: median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; ${JSON.stringify(notAnswered)}`;
}

/** Says it to the programs in turn, the same message again and again, until one answers: as the platform would. */
async function say(world: World, first: number, from: string, text: string): Promise<string> {
  const msgid = randomUUID();
  const beganMs = performance.now();
  for (let turn = first; turn < first + 200; turn += 1) {
    const answer = await sayOnce(world, turn, { from, text, msgid });
    if (answer !== null) {
      answered.set(msgid, performance.now() - beganMs);
      return answer;
    }
    await pause(50);
  }
  throw new Error(`nobody answered “${text}”`);
}

async function sayOnce(
  { wecom, programs }: World,
  turn: number,
  message: { readonly from: string; readonly text: string; readonly msgid: string },
): Promise<string | null> {
  const program = programs[turn % programs.length];
  if (!program) return null;
  try {
    const answer = await wecom.people(`${program.address}/callbacks/wecom/aibot`).say(message);
    if (answer?.status !== 200 || answer.text === null) return null;
    if (!answer.text.includes('系统故障')) return answer.text;
    notAnswered.told += 1;
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') notAnswered.late += 1;
  }
  return null;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A figure for each reporter, said to one program and asked for at the other; what was answered last is kept. */
function createReporting(world: World) {
  const figureOf = new Map<string, number>();
  const idle = [...world.reporters];
  return {
    async report(): Promise<void> {
      const person = idle.splice(random.below(idle.length), 1)[0] as string;
      // Always another figure, and never one that would be asked about.
      const figure = 20 + (((figureOf.get(person) ?? 0) + 1 + random.below(8)) % 10);
      const turn = random.below(2);
      expect(await say(world, turn, person, `公益广告${figure}条`)).toContain(`${figure}条`);
      figureOf.set(person, figure);
      expect(await say(world, turn + 1, person, '看表')).toContain(`播放公益广告 ${figure}条`);
      idle.push(person);
    },
    async check(): Promise<void> {
      for (const [person, figure] of figureOf)
        expect(await say(world, 0, person, '看表')).toContain(`播放公益广告 ${figure}条`);
    },
  };
}

/** The ledger by itself: whole, nothing in it twice, and all in it that was answered. */
async function checkLedger({ databaseUrl }: World): Promise<void> {
  const store = await openStore(databaseUrl, { mustExist: true });
  const times = new Map<string, number>();
  for (const stream of await store.streams()) {
    const entries = await readAll(store, stream);
    expect(verifyChain(entries)).toBeNull();
    const causes = entries.map(({ cause }) => cause);
    expect(new Set(causes).size).toBe(causes.length);
    for (const cause of causes) times.set(cause, (times.get(cause) ?? 0) + 1);
  }
  await store.close();
  expect([...answered.keys()].filter((msgid) => times.get(`wecom/${msgid}`) !== 1)).toEqual([]);
}

describe.skipIf(server === '')('two programs on the server of MONGODB_TEST_URL', () => {
  let built: BuiltApp;
  let world: World;
  beforeAll(async () => {
    built = await buildApp();
    world = await openWorld(built);
    world.programs.push(await world.start(), await world.start());
  }, 120_000);
  afterAll(async () => {
    await Promise.all(world.programs.map((program) => program.kill()));
    await world.remove();
    await built.remove();
  });

  it(`lose nothing, double nothing and answer nothing stale over ${MESSAGES} figures and kills`, {
    timeout: 120_000 + MESSAGES * 300,
  }, async ({ annotate }) => {
    const beganMs = performance.now();
    await say(world, 0, 'Organiser', '确认发布方案');
    const reporting = createReporting(world);
    let said = 0;
    let kills = 0;

    async function sender(): Promise<void> {
      while (said < MESSAGES) {
        said += 1;
        if (said % KILL_EVERY === 0) await killOne();
        else await reporting.report();
      }
    }

    /** One after another: two that start in one's place would leave one running for ever. */
    let restarts = Promise.resolve();
    function killOne(): Promise<void> {
      restarts = restarts.then(async () => {
        const at = random.below(2);
        kills += 1;
        await world.programs[at]?.kill();
        world.programs[at] = await world.start();
      });
      return restarts;
    }

    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    expect(kills).toBeGreaterThan(3);
    await annotate(`${kills} kills, ${Math.round(performance.now() - beganMs)} ms; ${figures()}`);
    await checkLedger(world);
    await reporting.check();
  });

  it('lose nothing and double nothing while the server goes away and comes back', { timeout: 120_000 }, async ({
    annotate,
  }) => {
    const { line, programs } = world;
    const reporting = createReporting(world);
    answered.clear();
    Object.assign(notAnswered, { told: 0, late: 0 });
    let over = false;
    const ready = () => Promise.all(programs.map(async ({ address }) => (await fetch(`${address}/readyz`)).status));
    const sender = async () => {
      while (!over) await reporting.report();
    };
    const senders = Promise.all(Array.from({ length: AT_ONCE }, sender));
    const faults = async () => {
      for (const fault of ['cut', 'silence', 'cut'] as const) {
        await pause(1_000);
        line[fault]();
        await expect.poll(ready, { timeout: 10_000 }).toEqual([503, 503]);
        await pause(AWAY_MS);
        expect(await ready()).toEqual([503, 503]);
        line.mend();
        await expect.poll(ready, { timeout: 20_000 }).toEqual([200, 200]);
      }
    };
    await faults().finally(() => {
      over = true;
    });
    await senders;
    await annotate(figures());
    expect(notAnswered.told).toBeGreaterThan(0);
    await checkLedger(world);
    await reporting.check();
  });

  it('send the plan once, and go on sending when the one that led is dead', { timeout: 120_000 }, async () => {
    const { wecom, programs } = world;
    const seen = (words: string) => wecom.seen('work-group').filter(({ content }) => content.includes(words)).length;
    expect(seen('沪市监消保〔2023〕105号')).toBe(1);
    const leads = async ({ address }: RunningApp) =>
      /^duban_leads 1$/m.test(await (await fetch(`${address}/metrics`)).text());
    const leader = async () => (await Promise.all(programs.map(leads))).indexOf(true);
    await expect.poll(leader, { timeout: 50_000, interval: 500 }).toBeGreaterThanOrEqual(0);
    const dead = await leader();
    await programs[dead]?.kill();
    await say(world, 1 - dead, 'Organiser', '确认通知大家：请带好材料');
    await expect.poll(() => seen('请带好材料'), { timeout: 50_000, interval: 500 }).toBe(1);
  });
});
