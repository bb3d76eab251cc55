/** Two whole programs on one MongoDB behind one platform: messages go to either, and either is killed now and then. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { verifyChain } from '../src/service/seal.ts';
import { openStore } from '../src/store/open.ts';
import { type BuiltApp, buildApp, type RunningApp } from './kill/app-process.ts';
import { readAll } from './store/fixtures.ts';
import { createRandom } from './store/random.ts';
import { type FakeWecom, startFakeWecom, testCredentials } from './support/fake-wecom.ts';

const server = process.env['MONGODB_TEST_URL'] ?? '';
/** More by hand: MESSAGES=10000. Each is a figure said to one program and a question put to the other. */
const MESSAGES = Number(process.env['MESSAGES'] ?? 300);
const AT_ONCE = 12;
const KILL_EVERY = 50;

const random = createRandom(315);

/** An office in production: its files, its platform, and the programs that run now. */
interface World {
  readonly databaseUrl: string;
  readonly wecom: FakeWecom;
  /** A reporter of each unit, by account. */
  readonly reporters: readonly string[];
  readonly programs: RunningApp[];
  start(): Promise<RunningApp>;
  remove(): Promise<void>;
}

async function openWorld(built: BuiltApp): Promise<World> {
  const url = new URL(server);
  url.pathname = `/duban-programs-${randomUUID()}`;
  const wecom = await startFakeWecom({ clock: { nowMs: Date.now }, groups: { 'work-group': 'key-of-work-group' } });
  const folder = await mkdtemp(join(tmpdir(), 'duban-programs-'));
  const config = (name: string) => new URL(`../config/${name}`, import.meta.url).pathname;
  const directory = (await readFile(config('directory.yaml'), 'utf8'))
    .replace(/^ {2}- \{id: shanghai-315, .*$/m, '')
    .replace(/^ {2}# - (\{id: shanghai-315-wecom, .*)$/m, '  - $1');
  await writeFile(join(folder, 'directory.yaml'), directory);
  await writeFile(
    join(folder, 'production.yaml'),
    `
server: {host: 127.0.0.1}
database: ${url.href}
campaigns: ["${config('campaigns/shanghai-2023.yaml')}"]
directory: directory.yaml
wecom:
  aibot: {token: "\${TOKEN}", encodingAESKey: "\${AES_KEY}"}
  apiBase: ${wecom.apiBase}
  webhooks: {work-group: "\${WEBHOOK}"}
`,
  );
  const env = {
    DUBAN_CONFIG: join(folder, 'production.yaml'),
    TOKEN: testCredentials.token,
    AES_KEY: testCredentials.encodingAESKey,
    WEBHOOK: 'key-of-work-group',
  };
  const { people } = parse(directory) as {
    people: { unit: string; roles?: string[]; accounts: { wecom: string } }[];
  };
  const reporters = new Map(
    people
      .filter(({ unit, roles = [] }) => unit !== 'drug' && roles.join() === 'reporter')
      .map(({ unit, accounts }) => [unit, accounts.wecom]),
  );
  return {
    databaseUrl: url.href,
    wecom,
    reporters: [...reporters.values()],
    programs: [],
    start: () => built.start(env),
    async remove() {
      await wecom.stop();
      const connection = await createConnection(url.href).asPromise();
      await connection.dropDatabase();
      await connection.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Says it to the programs in turn, the same message again and again, until one answers: as the platform would. */
async function say({ wecom, programs }: World, first: number, from: string, text: string): Promise<string> {
  const msgid = randomUUID();
  for (let turn = first; turn < first + 200; turn += 1) {
    const program = programs[turn % programs.length];
    const answer = program
      ? await wecom
          .people(`${program.address}/callbacks/wecom/aibot`)
          .say({ from, text, msgid })
          .catch(() => null)
      : null;
    if (answer?.status === 200 && answer.text !== null && !answer.text.includes('系统故障')) return answer.text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nobody answered “${text}”`);
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
    timeout: 120_000 + MESSAGES * 200,
  }, async () => {
    await say(world, 0, 'Organiser', '确认发布方案');
    const figures = new Map<string, number>();
    const idle = [...world.reporters];
    let said = 0;
    let kills = 0;

    async function report(): Promise<void> {
      const person = idle.splice(random.below(idle.length), 1)[0] as string;
      // Always another figure, and never one that would be asked about.
      const figure = 20 + (((figures.get(person) ?? 0) + 1 + random.below(8)) % 10);
      const turn = random.below(2);
      const taken = await say(world, turn, person, `公益广告${figure}条`);
      expect(taken).toContain(`${figure}条`);
      figures.set(person, figure);
      const told = await say(world, turn + 1, person, '看表');
      expect(told).toContain(`播放公益广告 ${figure}条`);
      idle.push(person);
    }

    async function sender(): Promise<void> {
      while (said < MESSAGES) {
        said += 1;
        if (said % KILL_EVERY === 0) await killOne();
        else await report();
      }
    }

    async function killOne(): Promise<void> {
      const at = random.below(2);
      kills += 1;
      await world.programs[at]?.kill();
      world.programs[at] = await world.start();
    }

    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    expect(kills).toBeGreaterThan(3);

    const store = await openStore(world.databaseUrl, { mustExist: true });
    for (const stream of await store.streams()) {
      const entries = await readAll(store, stream);
      expect(verifyChain(entries)).toBeNull();
      const causes = entries.map(({ cause }) => cause);
      expect(new Set(causes).size).toBe(causes.length);
    }
    await store.close();
    for (const [person, figure] of figures)
      expect(await say(world, 0, person, '看表')).toContain(`播放公益广告 ${figure}条`);
  });

  it('send the plan once, and go on sending when the one that led is dead', { timeout: 120_000 }, async () => {
    const { wecom, programs } = world;
    const seen = (words: string) => wecom.seen('work-group').filter(({ content }) => content.includes(words)).length;
    expect(seen('沪市监消保〔2023〕105号')).toBe(1);
    for (const dead of [0, 1]) {
      await programs[dead]?.kill();
      const words = `第${dead}次提醒大家带好材料`;
      await say(world, 1 - dead, 'Organiser', `确认通知大家：${words}`);
      await expect.poll(() => seen(words), { timeout: 50_000, interval: 500 }).toBe(1);
      programs[dead] = await world.start();
    }
  });
});
