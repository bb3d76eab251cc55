/** backup, restore and move, as an operator has them. */
import { spawn } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backup } from '../../src/cli/backup.ts';
import { move } from '../../src/cli/move.ts';
import { restore } from '../../src/cli/restore.ts';
import type { Entry } from '../../src/domain/ledger.ts';
import { genesisHash, seal } from '../../src/service/seal.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { AT_MS, entriesOf, entryOf, readAll, tryOf } from '../store/fixtures.ts';

const WRITER = new URL('chain-writer.ts', import.meta.url).pathname;
const STREAM = 'campaign/a';

let folder: string;
let path: string;
let url: string;
const lines: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-backup-'));
  path = join(folder, 'duban.db');
  url = `file:${path}`;
  lines.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const said = () => lines.join('\n');
const at = (name: string) => join(folder, name);

function chainOf(stream: string, length: number): Entry[] {
  let hash = genesisHash;
  return entriesOf(stream, 1, length).map((entry) => {
    const sealed = seal(hash, entry);
    hash = sealed.hash;
    return sealed;
  });
}

async function fill(length = 1_200, file = path) {
  const store = openSqlite(file, { sole: true });
  for (const stream of [STREAM, 'directory']) await store.append(chainOf(stream, length));
  await store.claim(tryOf('campaign/a/7/0', 3, 'p1'));
  await store.saveSnapshot({ stream: STREAM, seq: 9, hash: 'h', version: '1', parts: ['{}'] });
  await store.close();
}

async function entriesIn(file: string, stream = STREAM): Promise<Entry[]> {
  const store = openSqlite(file, { mustExist: true });
  const all = await readAll(store, stream);
  await store.close();
  return all;
}

describe('backup', () => {
  it('makes one whole file, checked, and never writes over another', async () => {
    await fill();
    expect(await backup([at('copies/one.db'), url])).toBe(0);
    expect(said()).toContain('✓ campaign/a：完整，1200 条');
    expect(await readdir(at('copies'))).toEqual(['one.db']);
    expect(await entriesIn(at('copies/one.db'))).toEqual(chainOf(STREAM, 1_200));
    await expect(backup([at('copies/one.db'), url])).rejects.toThrow('已经有这个文件，没有动它');
  });

  it('of a ledger that is damaged is refused and not kept', async () => {
    await fill(20);
    const db = new Database(path);
    db.exec("UPDATE entries SET body = replace(body, '收到', '没收到') WHERE stream = 'directory' AND seq = 7");
    db.close();
    expect(await backup([at('one.db'), url])).toBe(1);
    expect(said()).toContain('✗ directory：第 7 条与其校验值不符');
    expect(await readdir(folder)).not.toContain('one.db');
  });

  it('is whole under load, and the writer goes on', { timeout: 60_000 }, async () => {
    const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, path]);
    const answered: number[] = [];
    let copied: number | null = null;
    for await (const line of createInterface({ input: writer.stdout })) {
      answered.push(Number(line));
      if (answered.length !== 30) continue;
      copied = await backup([at('one.db'), url]);
      writer.kill('SIGKILL');
    }
    expect(copied).toBe(0);
    const seqs = (await entriesIn(at('one.db'))).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => index + 1));
    expect(seqs.length).toBeGreaterThanOrEqual(answered[29] as number);
    // The kill may come between an entry and the word of it.
    const [told, stored] = [answered.at(-1) as number, (await entriesIn(path)).length];
    expect([told, told + 1]).toContain(stored);
  });
});

describe('what is written in the wrong place', () => {
  it.each([
    ['an address for the name of a backup', () => backup([url]), '第一项要写备份文件的名字，不带“file:”'],
    ['an address for the name of a backup to restore', () => restore([url]), '第一项要写备份文件的名字'],
    ['the ledger itself for a backup of it', () => restore([path, url]), '这就是数据库自己的文件，不是备份'],
    ['the same ledger twice', () => move([url, `file://${path}`]), '两个地址是同一个数据库'],
  ])('is %s: refused, nothing is touched', async (_what, run, sentence) => {
    await fill(20);
    const before = await readdir(folder);
    await expect(run()).rejects.toThrow(sentence);
    expect(await readdir(folder)).toEqual(before);
    expect(await entriesIn(path)).toHaveLength(20);
  });
});

describe('whose files they are', () => {
  const mode = async (name: string) => ((await stat(at(name))).mode & 0o777).toString(8);

  it('is their owner’s alone', async () => {
    await fill(20);
    await backup([at('one.db'), url]);
    for (const name of ['duban.db', 'duban.db.lock', 'one.db']) expect(await mode(name)).toBe('600');
    await chmod(at('one.db'), 0o444);
    await restore([at('one.db'), url]);
    expect(await mode('duban.db')).toBe('600');
  });

  it.skipIf(process.getuid?.() !== 0)('is that of the folder’s owner, where root makes them', async () => {
    await fill(20);
    await backup([at('one.db'), url]);
    await chown(folder, 65_534, 65_534);
    for (const end of ['', '.lock']) await rm(path + end);
    await restore([at('one.db'), url]);
    for (const end of ['', '.lock']) expect((await stat(path + end)).uid).toBe(65_534);
  });
});

describe('restore', () => {
  it('puts the backup in place, keeps what was there, and the program starts on it', async () => {
    await fill(20);
    await backup([at('one.db'), url]);
    for (const end of ['', '-wal', '-shm', '.lock']) await rm(path + end, { force: true });
    await fill(30);
    expect(await restore([at('one.db'), url])).toBe(0);
    const [aside = ''] = (await readdir(folder)).filter((name) => name.includes('before-restore'));
    expect(said()).toContain(`原来的文件留在：${at(aside)}`);
    expect(await entriesIn(at(aside))).toHaveLength(30);
    const store = openSqlite(path, { sole: true });
    expect(await store.lastSeq(STREAM)).toBe(20);
    await store.close();
  });

  it('works where the file is gone', async () => {
    await fill(20);
    await backup([at('one.db'), url]);
    await rm(path);
    expect(await restore([at('one.db'), url])).toBe(0);
    expect(await entriesIn(path)).toHaveLength(20);
  });

  it('is refused while a process has the file', async () => {
    await fill(20);
    await backup([at('one.db'), url]);
    const store = openSqlite(path, { sole: true });
    await expect(restore([at('one.db'), url])).rejects.toThrow('正由另一个程序使用');
    await store.close();
  });

  it.each([
    ['a file that is no database', () => writeFile(at('one.db'), '统计表'.repeat(2_000))],
    [
      'a backup with a hole',
      async () => {
        const db = new Database(at('one.db'));
        db.exec('DELETE FROM entries WHERE seq = 7');
        db.close();
      },
    ],
    [
      'an empty database',
      async () => {
        await rm(at('one.db'));
        await openSqlite(at('one.db')).close();
      },
    ],
  ])('of %s changes nothing', async (_what, spoil) => {
    await fill(20);
    await backup([at('one.db'), url]);
    await spoil();
    const before = await readFile(path);
    const outcome = await restore([at('one.db'), url]).catch(() => 2);
    expect(outcome).toBeGreaterThan(0);
    expect((await readFile(path)).equals(before)).toBe(true);
  });
});

describe('move', () => {
  it('brings chain and tries to another place, with what may have arrived and what the rate counts', async () => {
    await fill();
    const tries = [
      tryOf('campaign/a/7/0', 3, 'p1'),
      tryOf('campaign/a/9/0', 2, 'p1', AT_MS, 2),
      ...[1, 2, 3].map((number) => tryOf('rate/work-group', number, 'p1', AT_MS + number)),
    ];
    const from = openSqlite(path);
    for (const attempt of tries) await from.claim(attempt);
    await from.close();
    expect(await move([url, `file:${at('new.db')}`])).toBe(0);
    expect(said()).toContain('搬完并核对无误');
    expect(await entriesIn(at('new.db'))).toEqual(chainOf(STREAM, 1_200));
    const store = openSqlite(at('new.db'));
    expect(await store.tries()).toEqual(tries);
    await store.close();
  });

  it('leaves a place that holds a ledger as it is', async () => {
    await fill(20);
    await fill(30, at('new.db'));
    await expect(move([url, `file:${at('new.db')}`])).rejects.toThrow('目标里已经有台账，没有动它');
    expect(await entriesIn(at('new.db'))).toHaveLength(30);
  });

  it('does not spread a damaged ledger', async () => {
    const store = openSqlite(path);
    await store.append([entryOf(STREAM, 1, 'unsealed')]);
    await store.close();
    expect(await move([url, `file:${at('new.db')}`])).toBe(1);
    expect(said()).toContain('没有搬成：✗ campaign/a：第 1 条与其校验值不符');
  });

  it('waits for nobody who has the ledger', async () => {
    await fill(20);
    const store = openSqlite(path, { sole: true });
    await expect(move([url, `file:${at('new.db')}`])).rejects.toThrow('正由另一个程序使用');
    await store.close();
  });
});

it('the words after a command are checked', async () => {
  await expect(backup([])).rejects.toThrow(/少写.*用法/s);
  await expect(move([url, url, url])).rejects.toThrow('多余');
  await expect(restore(['--from', 'x'])).rejects.toThrow('没有参数“--from”');
  await expect(restore([at('none.db'), url])).rejects.toThrow('没有这个备份文件');
});
