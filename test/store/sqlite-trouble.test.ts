/** What happens to a file while the program runs: locked, taken away, replaced, damaged, no room left. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, copyFile, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { entriesOf, entryOf, readAll, tryOf } from './fixtures.ts';
import { createRandom } from './random.ts';

const READER = new URL('reader.ts', import.meta.url).pathname;
const FILLER = new URL('filler.ts', import.meta.url).pathname;
const STREAM = 'directory';

let directory: string;
let path: string;
const opened: Store[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'duban-trouble-'));
  path = join(directory, 'duban.db');
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close().catch(() => undefined);
  await rm(directory, { recursive: true });
});

function open(options: Parameters<typeof openSqlite>[1] = {}): Store {
  const store = openSqlite(path, options);
  opened.push(store);
  return store;
}

describe('a file that another program holds locked', () => {
  const uses: readonly (readonly [string, (store: Store) => Promise<unknown>])[] = [
    ['an entry', (store) => store.append([entryOf(STREAM, 2, 'late')])],
    ['a claim', (store) => store.claim(tryOf('k', 1, 'p1'))],
    ['the end of a try', (store) => store.endTry(tryOf('k', 1, 'p1'))],
    ['a snapshot', (store) => store.saveSnapshot({ stream: STREAM, seq: 1, hash: 'h', version: '1', parts: ['{}'] })],
  ];

  it.each(uses)('is written to again once it is free, whichever write it was that failed: %s', async (_what, use) => {
    const store = open({ busyTimeoutMs: 20 });
    await store.append(entriesOf(STREAM, 1, 1));
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(use(store)).rejects.toThrow(/locked/);
    await expect(store.ping()).rejects.toThrow(/locked/);
    other.exec('ROLLBACK');
    other.close();
    await store.ping();
    expect(await store.append([entryOf(STREAM, 2, 'message/2')])).toEqual({ stored: 1, refused: null });
    await store.close();
    expect(await readAll(open(), STREAM)).toEqual([...entriesOf(STREAM, 1, 1), entryOf(STREAM, 2, 'message/2')]);
  });
});

describe.skipIf(process.getuid?.() !== 0)('a place in which the program’s user may not write', () => {
  /** What a start as that user says. */
  function startAs(uid: number): string {
    const code = `
      import { openSqlite } from ${JSON.stringify(new URL('../../src/store/sqlite.ts', import.meta.url).pathname)};
      try { await openSqlite(${JSON.stringify(path)}, { sole: true }).close(); console.log('opened'); }
      catch (error) { console.log(error.message); }`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', code];
    return execFileSync(process.execPath, args, { uid, gid: uid, encoding: 'utf8' });
  }

  it('is named with what to do, and is not taken for a file in use or one to be deleted', async () => {
    expect(startAs(65_534)).toContain(`没有权限在这个文件夹里写：${directory}，台账和锁文件都建不了`);
  });

  it('is refused at the start, not with the first message', async () => {
    await open().close();
    await chmod(directory, 0o777);
    expect(startAs(65_534)).toContain(`没有权限写这个文件：${path}。请把它交给运行程序的用户`);
    for (const name of await readdir(directory)) await chown(join(directory, name), 65_534, 65_534);
    expect(startAs(65_534)).toContain('opened');
  });

  it('is named by its lock where that is another’s', async () => {
    await open({ sole: true }).close();
    await chmod(directory, 0o777);
    for (const name of await readdir(directory)) await chown(join(directory, name), 65_534, 65_534);
    await chown(`${path}.lock`, 0, 0);
    expect(startAs(65_534)).toContain(`没有权限写这个文件：${path}.lock`);
  });
});

describe('a file that is taken away', () => {
  const away = () => join(directory, 'away.db');

  it('is missed by the next write, read and ping, and none makes a new one', async () => {
    const store = open();
    await store.append(entriesOf(STREAM, 1, 3));
    await rename(path, away());
    for (const use of [
      () => store.append([entryOf(STREAM, 4, 'x')]),
      () => store.read(STREAM, 0, 9),
      () => store.ping(),
    ])
      await expect(use()).rejects.toMatchObject({ code: 'replaced', message: expect.stringContaining('不见了') });
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });

  it('goes on when it is put back', async () => {
    const store = open();
    await store.append(entriesOf(STREAM, 1, 3));
    await rename(path, away());
    await expect(store.ping()).rejects.toMatchObject({ code: 'replaced' });
    await rename(away(), path);
    await store.ping();
    expect(await store.append(entriesOf(STREAM, 4, 4))).toEqual({ stored: 1, refused: null });
  });

  it.each(['a copy of it', 'an empty file', 'something else'])(
    'is not taken for what stands in its place: %s',
    async (what) => {
      const store = open();
      await store.append(entriesOf(STREAM, 1, 3));
      await rename(path, away());
      if (what === 'a copy of it') await copyFile(away(), path);
      else await writeFile(path, what === 'an empty file' ? '' : '统计表'.repeat(2_000));
      await expect(store.append([entryOf(STREAM, 4, 'x')])).rejects.toMatchObject({
        code: 'replaced',
        message: expect.stringMatching(/已经不是启动时的那个文件.*不再记录/),
      });
      await expect(store.ping()).rejects.toMatchObject({ code: 'replaced' });
    },
  );

  it('loses nothing where only its write-ahead log was taken', async () => {
    const store = open();
    await store.append(entriesOf(STREAM, 1, 3));
    await rm(`${path}-wal`);
    expect(await store.append(entriesOf(STREAM, 4, 4))).toEqual({ stored: 1, refused: null });
    // As another process sees it, which knows only what has a name on the disk.
    expect(await readAll(open(), STREAM)).toEqual(entriesOf(STREAM, 1, 4));
  });
});

describe('who has the file', () => {
  const sole = { sole: true } as const;

  it('is one at a time, named to the second, and free again after a close', async () => {
    const first = open(sole);
    expect(() => open(sole)).toThrow(new RegExp(`正由另一个程序使用.*进程号 ${process.pid}，主机`));
    // Looking on is allowed: a check, a backup.
    await open().streams();
    await first.close();
    await open(sole).close();
  });

  it('is nobody after a kill', { timeout: 30_000 }, async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', FILLER, path, '0']);
    await once(createInterface({ input: child.stdout }), 'line');
    expect(() => open(sole)).toThrow(`进程号 ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await open(sole).lastSeq('campaign/full')).toBeGreaterThan(0);
  });

  it('is not fooled by a file that is gone, another or older: a known ledger is not begun anew', async () => {
    const store = open(sole);
    await store.append(entriesOf(STREAM, 1, 3));
    await store.close();
    const backup = join(directory, 'backup.db');
    await copyFile(path, backup);
    const more = open(sole);
    await more.append(entriesOf(STREAM, 4, 9));
    await more.close();

    await rm(path);
    expect(() => open(sole)).toThrow(/原有的台账不见了.*npm run restore.*删去 .*duban\.db\.lock/);
    await expect(readFile(path)).rejects.toThrow('ENOENT');
    await copyFile(backup, path);
    expect(() => open(sole)).toThrow(/上次至少有 9 条，现在 3 条/);
    await rm(path);
    await openSqlite(path).close();
    expect(() => open(sole)).toThrow('不是原来的那一份');

    await rm(`${path}.lock`);
    expect(await open(sole).lastSeq(STREAM)).toBe(0);
  });

  it('lets a rehearsal begin anew when its file is deleted', async () => {
    const rehearsal = { sole: true, mayBeginAnew: true };
    const store = open(rehearsal);
    await store.append(entriesOf(STREAM, 1, 3));
    await store.close();
    await rm(path);
    expect(await open(rehearsal).lastSeq(STREAM)).toBe(0);
  });
});

/** libsql ends a process on a text that is no UTF-8: 9 of 60 flips did before texts were read as bytes. */
it('a flipped bit anywhere in the file ends no process', { timeout: 240_000 }, async () => {
  const store = open();
  for (let at = 1; at <= 400; at += 50) await store.append(entriesOf('campaign/a', at, at + 49));
  for (let seq = 1; seq <= 3; seq += 1) await store.claim(tryOf(`k${seq}`, 1, '主机'));
  await store.saveSnapshot({ stream: 'campaign/a', seq: 9, hash: 'h', version: '1', parts: ['"统计表"'] });
  await store.close();
  const bytes = await readFile(path);
  const random = createRandom(20_230_315);
  const flips = Array.from({ length: 300 }, (_, index) => [
    // Every third in the first page, where the schema stands.
    random.below(index % 3 === 0 ? 4_096 : bytes.length),
    random.below(8),
  ]);
  const { stdout } = await run(process.execPath, ['--import', 'tsx', READER, path, JSON.stringify(flips)]);
  const outcomes = JSON.parse(stdout) as string[];
  expect(outcomes).toHaveLength(flips.length);
  expect(new Set(outcomes.map((outcome) => outcome.split(' ')[0]))).toEqual(new Set(['fine', 'refused']));
});

async function run(command: string, args: readonly string[]) {
  const child = spawn(command, [...args]);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (code !== 0) throw new Error(`ended with ${code ?? signal}: ${stderr.slice(0, 400)}`);
  return { stdout };
}

it('a disk without room is told by append and ping, and written to again once there is some, without a restart', {
  timeout: 60_000,
}, async () => {
  const child = spawn('bash', [
    '-c',
    'ulimit -S -f 400; exec "$0" --import tsx "$@"',
    process.execPath,
    FILLER,
    path,
    '1',
  ]);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line.startsWith('ping failed') && lines.filter((one) => one.startsWith('ping failed')).length === 1)
      execFileSync('prlimit', [`--pid=${child.pid}`, '--fsize=unlimited:unlimited']);
    if (line.startsWith('stored again') && lines.some((one) => one.startsWith('ping failed'))) child.kill('SIGTERM');
  }
  expect(lines.filter((line) => line.startsWith('failed'))[0]).toMatch(/disk|full|I\/O/i);
  expect(lines.findIndex((line) => line.startsWith('ping failed'))).toBeGreaterThan(0);
  expect(lines.at(-1)).toMatch(/^stored again/);
});
