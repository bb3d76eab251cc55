import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import type { Entry } from '../domain/ledger.ts';
import type { Appended, SendTry, Store } from '../ports.ts';
import { assertBatch, fromBody, fromColumn, toBody, toColumn } from './column.ts';
import { StoreError } from './error.ts';
import { createSchema } from './sqlite-schema.ts';

interface SqliteOptions {
  /** How long one process waits while another one writes to the same file; nothing else happens meanwhile. */
  readonly busyTimeoutMs?: number;
  /** Refuses a missing file, where making a new one would hide a mistyped path. */
  readonly mustExist?: boolean;
}

/** The ledger in one SQLite file. Every commit is on disk (`synchronous=FULL`) before its promise resolves. */
export function openSqlite(path: string, options: SqliteOptions = {}): Store {
  const db = openDatabase(path, options);
  let open = true;
  /** Rows as arrays. Only `.all` is used: libsql's `.get` after `.all` answers with the row of the arguments before. */
  const select = (sql: string) => {
    const statement = db.prepare(sql).raw(true);
    return (...args: unknown[]) => guarded(() => statement.all(...args) as unknown[][]);
  };
  const change = (sql: string) => {
    const statement = db.prepare(sql);
    return (...args: unknown[]) => guarded(() => statement.run(...args).changes);
  };
  const guarded = <T>(use: () => T): T => {
    if (!open) throw new StoreError('closed', `数据库已关闭：${path}`);
    return use();
  };

  const insertEntry = change(
    'INSERT INTO entries (stream, seq, cause, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const selectTail = select('SELECT body FROM entries WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?');
  const selectCause = select('SELECT body FROM entries WHERE stream = ? AND cause = ?');
  const selectStreams = select('SELECT DISTINCT stream FROM entries');
  const upsertSnapshot = change(
    `INSERT INTO snapshots (stream, seq, hash, version, state) VALUES (?, ?, ?, ?, ?) ON CONFLICT (stream) DO UPDATE
     SET seq = excluded.seq, hash = excluded.hash, version = excluded.version, state = excluded.state WHERE excluded.seq >= seq`,
  );
  const selectSnapshot = select('SELECT seq, hash, version, state FROM snapshots WHERE stream = ?');
  const selectLastTry = select(
    'SELECT number, owner, ends_at_ms, unsure FROM tries WHERE key = ? ORDER BY number DESC LIMIT 1',
  );
  const selectTry = select('SELECT number, owner, ends_at_ms, unsure FROM tries WHERE key = ? AND number = ?');
  const insertTry = change(
    'INSERT INTO tries (key, number, owner, ends_at_ms, unsure) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const updateTry = change('UPDATE tries SET ends_at_ms = ?, unsure = ? WHERE key = ? AND number = ? AND owner = ?');
  const deleteTries = change('DELETE FROM tries WHERE key = ? AND number <= ?');
  const selectOne = select('SELECT 1');

  const appendAll = (entries: readonly Entry[]): Appended => {
    for (const [stored, entry] of entries.entries()) {
      const [stream, cause] = [toColumn(entry.stream), toColumn(entry.cause)];
      if (insertEntry(stream, entry.seq, cause, toBody(entry)) === 0) {
        return { stored, refused: selectCause(stream, cause).length > 0 ? 'cause' : 'seq' };
      }
    }
    return { stored: entries.length, refused: null };
  };

  return {
    describe: `sqlite ${path}`,

    async append(entries) {
      assertBatch(entries);
      return guarded(() => inTransaction(db, () => appendAll(entries)));
    },

    async read(stream, afterSeq, limit) {
      return selectTail(toColumn(stream), afterSeq, limit).map(([body]) => fromBody(body as string));
    },

    async findCause(stream, cause) {
      const [row] = selectCause(toColumn(stream), toColumn(cause));
      return row ? fromBody(row[0] as string) : null;
    },

    async streams() {
      return selectStreams()
        .map(([stream]) => fromColumn(stream as string))
        .sort();
    },

    async saveSnapshot(snapshot) {
      upsertSnapshot(toColumn(snapshot.stream), snapshot.seq, snapshot.hash, snapshot.version, snapshot.state);
    },

    async loadSnapshot(stream) {
      const [row] = selectSnapshot(toColumn(stream));
      if (!row) return null;
      const [seq, hash, version, state] = row as [number, string, string, string];
      return { stream, seq, hash, version, state };
    },

    async lastTry(key) {
      return tryIn(key, selectLastTry(toColumn(key)));
    },

    async tryOf(key, number) {
      return tryIn(key, selectTry(toColumn(key), number));
    },

    async claim(attempt) {
      const { key, number, owner, endsAtMs, unsure } = attempt;
      return insertTry(toColumn(key), number, toColumn(owner), endsAtMs, unsure) === 1;
    },

    async endTry(attempt) {
      const { key, number, owner, endsAtMs, unsure } = attempt;
      updateTry(endsAtMs, unsure, toColumn(key), number, toColumn(owner));
    },

    async forget(key, upTo = Number.MAX_SAFE_INTEGER) {
      deleteTries(toColumn(key), upTo);
    },

    async ping() {
      selectOne();
    },

    async close() {
      if (!open) return;
      // Leaves one whole file behind to copy; statements would otherwise keep the write-ahead log until they are collected.
      db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw(true).all();
      open = false;
      db.close();
    },
  };
}

function tryIn(key: string, [row]: readonly unknown[][]): SendTry | null {
  if (!row) return null;
  const [number, owner, endsAtMs, unsure] = row as [number, string, number, number];
  return { key, number, owner: fromColumn(owner), endsAtMs, unsure };
}

function openDatabase(path: string, { busyTimeoutMs = 5_000, mustExist = false }: SqliteOptions): Database.Database {
  if (mustExist && !existsSync(path)) throw new StoreError('unusable', `没有这个数据库文件：${path}`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const db = new Database(path);
    // Set at every open: these two belong to the connection, not to the file.
    db.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
    db.prepare('PRAGMA journal_mode = WAL').raw(true).all();
    db.exec('PRAGMA synchronous = FULL');
    inTransaction(db, () => createSchema(db, path));
    return db;
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const hint =
      '请检查目录权限和磁盘空间，确认它是本程序的数据库；若已损坏，请恢复备份，或在 DATABASE_URL 里换一个文件';
    throw new StoreError('unusable', `数据库文件打不开：${path}（${(error as Error).message}）。${hint}`, error);
  }
}

/** One immediate transaction, so that what is read inside it is still so when it commits. */
function inTransaction<T>(db: Database.Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk has ended the transaction already; rolling back then would hide the reason.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
