import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.ts';
import { storeContract } from './contract.ts';
import { durableContract } from './contract-durable.ts';
import { entriesOf, entryOf } from './fixtures.ts';

const newDirectory = () => mkdtemp(join(tmpdir(), 'duban-sqlite-'));

async function makePlace() {
  const directory = await newDirectory();
  return {
    open: async () => openSqlite(join(directory, 'data/duban.db')),
    remove: () => rm(directory, { recursive: true }),
  };
}

storeContract('sqlite', makePlace);
durableContract('sqlite', makePlace);

describe('sqlite', () => {
  let directory: string;
  let path: string;
  beforeEach(async () => {
    directory = await newDirectory();
    path = join(directory, 'duban.db');
  });
  afterEach(() => rm(directory, { recursive: true }));

  const edit = (sql: string) => {
    const db = new Database(path);
    db.exec(sql);
    db.close();
  };

  it('leaves one whole file behind when it is closed', async () => {
    const store = openSqlite(path);
    await store.append(entriesOf('directory', 1, 3));
    await store.close();
    // Another program's eyes: nothing of the write-ahead log is needed.
    for (const file of await readdir(directory)) if (file !== 'duban.db') await rm(join(directory, file));
    const again = openSqlite(path);
    expect(await again.read('directory', 0, 9)).toEqual(entriesOf('directory', 1, 3));
    await again.close();
  });

  it.each([
    ['a table of somebody else', 'CREATE TABLE accounts (id INTEGER)'],
    ['a later version', 'PRAGMA user_version = 99'],
  ])('refuses a file with %s and leaves it as it was', async (_what, sql) => {
    edit(sql);
    const tables = () => new Database(path).prepare('SELECT name FROM sqlite_master').raw(true).all();
    const before = tables();
    expect(() => openSqlite(path)).toThrow(/不是本版本写的.*DATABASE_URL/);
    expect(tables()).toEqual(before);
  });

  it('says that another process holds the file rather than waiting for ever', async () => {
    const store = openSqlite(path, { busyTimeoutMs: 20 });
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.append(entriesOf('directory', 1, 1))).rejects.toThrow(/locked/);
    other.exec('ROLLBACK');
    expect(await store.append(entriesOf('directory', 1, 1))).toEqual({ stored: 1, refused: null });
    await store.close();
  });

  it('takes a batch back whole when a write in it fails, says why, and goes on afterwards', async () => {
    await openSqlite(path).close();
    edit(
      "CREATE TRIGGER break BEFORE INSERT ON entries WHEN NEW.cause = 'bad' BEGIN SELECT RAISE(ABORT, 'bad sector'); END",
    );
    const store = openSqlite(path);
    const batch = [entryOf('directory', 1, 'good'), entryOf('directory', 2, 'bad')];
    await expect(store.append(batch)).rejects.toThrow('bad sector');
    expect(await store.read('directory', 0, 9)).toEqual([]);
    expect(await store.append(entriesOf('directory', 1, 2))).toEqual({ stored: 2, refused: null });
    await store.close();
  });
});
