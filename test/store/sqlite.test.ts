import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textToStore } from '../../src/domain/entry-text.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { copySqlite } from '../../src/store/sqlite-copy.ts';
import { storeContract } from './contract.ts';
import { durableContract } from './contract-durable.ts';
import { AT_MS, entriesOf, entryOf, readAll, snapshotIn, tryOf } from './fixtures.ts';

/** As the program once wrote it: files of it are still about. */
const TABLES_OF_VERSION_1 = `
  CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL,
    cause TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (stream, seq),
    UNIQUE (stream, cause)
  ) STRICT;
  CREATE TABLE snapshots (
    stream TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    version TEXT NOT NULL,
    state TEXT NOT NULL
  ) STRICT;
  CREATE TABLE tries (
    key TEXT NOT NULL,
    number INTEGER NOT NULL,
    owner TEXT NOT NULL,
    ends_at_ms INTEGER NOT NULL,
    PRIMARY KEY (key, number)
  ) STRICT, WITHOUT ROWID;
`;

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

  describe.each([1, 2])('a file of version %i', (version) => {
    const unsure = version === 1 ? 0 : 2;
    beforeEach(() => {
      const db = new Database(path);
      db.exec(TABLES_OF_VERSION_1);
      if (version === 2) db.exec('ALTER TABLE tries ADD COLUMN unsure INTEGER NOT NULL DEFAULT 0');
      db.exec(`PRAGMA user_version = ${version}`);
      for (const entry of entriesOf('directory', 1, 3))
        db.prepare('INSERT INTO entries (stream, seq, cause, body) VALUES (?, ?, ?, ?)').run(
          entry.stream,
          entry.seq,
          entry.cause,
          textToStore(entry),
        );
      db.prepare('INSERT INTO tries (key, number, owner, ends_at_ms) VALUES (?, ?, ?, ?)').run('k', 3, 'p1', AT_MS);
      if (version === 2) db.exec(`UPDATE tries SET unsure = ${unsure}`);
      db.exec("INSERT INTO snapshots VALUES ('directory', 3, 'h', '1', '{}')");
      db.close();
    });

    it('is opened with all it holds, and goes on', async () => {
      const store = openSqlite(path, { sole: true });
      expect(await readAll(store, 'directory')).toEqual(entriesOf('directory', 1, 3));
      expect(await store.tries()).toEqual([tryOf('k', 3, 'p1', AT_MS, unsure)]);
      expect(await snapshotIn(store, 'directory')).toBeNull();
      expect(await store.claim(tryOf('k', 4, 'p2', AT_MS, unsure + 1))).toBe(true);
      expect(await store.append(entriesOf('directory', 4, 4))).toEqual({ stored: 1, refused: null });
      await store.saveSnapshot({ stream: 'directory', seq: 4, hash: 'h', version: '1', parts: ['{}'] });
      await store.close();
      const again = openSqlite(path, { sole: true });
      expect(await readAll(again, 'directory')).toEqual(entriesOf('directory', 1, 4));
      expect(await again.lastTry('k')).toEqual(tryOf('k', 4, 'p2', AT_MS, unsure + 1));
      expect((await snapshotIn(again, 'directory'))?.seq).toBe(4);
      await again.close();
    });

    it('is copied as it is, and the copy is opened', async () => {
      const copy = join(directory, 'copy.db');
      copySqlite(path, copy);
      const store = openSqlite(copy);
      expect(await readAll(store, 'directory')).toEqual(entriesOf('directory', 1, 3));
      expect(await store.tries()).toEqual([tryOf('k', 3, 'p1', AT_MS, unsure)]);
      await store.close();
    });
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
