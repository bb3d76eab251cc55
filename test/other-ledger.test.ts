/** What was played in a rehearsal never counts as reported, and nothing is played into what was reported. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { entriesOf } from './store/fixtures.ts';
import { createRecordingLog } from './support/recording-log.ts';

let folder: string;
let url: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-other-'));
  url = `file:${join(folder, 'duban.db')}`;
});
afterEach(() => rm(folder, { recursive: true }));

const rehearsal = () => readConfig({ DATABASE_URL: url });
const open = (config: ReturnType<typeof rehearsal>) => openApp(config, createRecordingLog());
const production = (keepsRehearsal: boolean) => ({
  ...rehearsal(),
  profile: 'production' as const,
  console: false,
  clock: { kind: 'real' as const, trusted: true },
  keepsRehearsal,
});

it('opens a rehearsal again in which nobody has said anything', async () => {
  for (let time = 0; time < 2; time += 1) {
    const app = await open(rehearsal());
    await app.start();
    await app.stop();
  }
});

it('refuses a rehearsal on a ledger that an office has used', async () => {
  const store = openSqlite(join(folder, 'duban.db'));
  await store.append(entriesOf('campaign/shanghai-2023', 1, 2));
  await store.close();
  await expect(open(rehearsal())).rejects.toThrow('这是正式运行的台账，不能用来演练');
});

it('refuses an office on a ledger that was rehearsed in, unless told to keep it', async () => {
  const store = openSqlite(join(folder, 'duban.db'));
  await store.append(entriesOf('console', 1, 1));
  await store.close();
  await expect(open(production(false))).rejects.toThrow('这是演练用过的台账');
  const app = await open(production(true));
  await app.stop();
});
