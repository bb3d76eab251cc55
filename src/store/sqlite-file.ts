/** One SQLite file as libsql can be trusted with it: opened anew after every failure, never taken for another file. */
import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import Database from 'libsql';
import { StoreError } from './error.ts';

/** A row as values; texts have to be asked for as `CAST(… AS BLOB)`, see `textOf`. */
type Row = readonly unknown[];

export interface SqliteFile {
  /** The ledger's own name: its copies share it. */
  readonly ledger: string;
  /** All rows of a question. Only `.all` is used: libsql's `.get` after `.all` answers with the row of the arguments before. */
  rows(sql: string, ...args: unknown[]): Row[];
  /** How many rows a change touched. Only inside `write`. */
  change(sql: string, ...args: unknown[]): number;
  /** One immediate transaction, on disk when it returns; taken back whole if `work` throws. */
  write<T>(work: () => T): T;
  /** When the newest write succeeded, if nothing has failed since, on the process's own clock. */
  wroteAtMs(): number;
  /** Idempotent; leaves one whole file behind. */
  close(): void;
}

interface FileOptions {
  readonly busyTimeoutMs: number;
  /** Changes nothing, not even how the file keeps its journal. */
  readonly readOnly: boolean;
  /** Makes or checks the tables, in a transaction, when the file is first opened. Tells whose file it is. */
  readonly prepare: (db: Database.Database) => string;
}

/** Bytes as text. libsql ends the whole process on a text that is no UTF-8, as one flipped bit makes it; bytes it hands out as they are. */
export function textOf(bytes: unknown): string {
  return (bytes as Buffer).toString('utf8');
}

/** The row in which a file says whose it is; `nonce` proves that two connections have the same file before them. */
export const identitySql = 'SELECT CAST(ledger AS BLOB), CAST(nonce AS BLOB) FROM identity';

export function openSqliteFile(path: string, { busyTimeoutMs, readOnly, prepare }: FileOptions): SqliteFile {
  let db: Database.Database | null = connect();
  let closed = false;
  let inside = false;
  let wroteAtMs = Number.NEGATIVE_INFINITY;
  const ledger = identify(db);
  let places = placesOf(path);
  const statements = new Map<string, Database.Statement>();

  function connect(): Database.Database {
    const fresh = new Database(path);
    try {
      // Set at every open: these belong to the connection, not to the file.
      fresh.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
      if (readOnly) fresh.exec('PRAGMA query_only = 1');
      else {
        fresh.prepare('PRAGMA journal_mode = WAL').raw(true).all();
        fresh.exec('PRAGMA synchronous = FULL');
      }
      return fresh;
    } catch (error) {
      fresh.close();
      throw error;
    }
  }

  function identify(fresh: Database.Database): string {
    try {
      return readOnly ? prepare(fresh) : inTransaction(fresh, () => prepare(fresh));
    } catch (error) {
      fresh.close();
      throw error;
    }
  }

  function prepared(sql: string): Database.Statement {
    const known = statements.get(sql) ?? connection().prepare(sql);
    statements.set(sql, known);
    return known;
  }

  function connection(): Database.Database {
    if (db) return db;
    const fresh = connect();
    if (ledgerOf(fresh) !== ledger) {
      fresh.close();
      throw replaced(path);
    }
    db = fresh;
    places = placesOf(path);
    return db;
  }

  /**
   * A failed statement of libsql stays in progress, and no commit of its connection succeeds any more: the next use opens
   * anew. What one connection has left undone cannot be in the way of the next.
   */
  function drop(): void {
    const failed = db;
    wroteAtMs = Number.NEGATIVE_INFINITY;
    db = null;
    statements.clear();
    try {
      if (failed?.inTransaction) failed.exec('ROLLBACK');
      failed?.close();
    } catch {
      // It failed already, which is why it goes.
    }
  }

  function guarded<T>(use: () => T): T {
    // Within a transaction the connection is the transaction's.
    if (inside) return use();
    if (closed) throw new StoreError('closed', `数据库已关闭：${path}`);
    assertInPlace();
    try {
      return use();
    } catch (error) {
      drop();
      throw error;
    }
  }

  function transact<T>(work: () => T): T {
    const result = inTransaction(connection(), () => {
      inside = true;
      try {
        return work();
      } finally {
        inside = false;
      }
    });
    wroteAtMs = performance.now();
    return result;
  }

  /** What is written to a file that was taken away is lost when the last process lets go of it. */
  function assertInPlace(): void {
    const now = placesOf(path);
    if (now.file === null) throw replaced(path);
    if (now.file !== places.file && !isSameFile()) throw replaced(path);
    if (db && now.log !== places.log) {
      // The write-ahead log alone was taken away: what stands in it goes into the file, and a new one begins.
      checkpoint(db);
      drop();
    }
    places = { ...places, file: now.file };
  }

  /**
   * Some file systems number their files anew: what one connection writes, another one at that path has to see. In the file
   * itself, for the write-ahead log beside it is ours, whatever file stands there.
   */
  function isSameFile(): boolean {
    const nonce = randomUUID();
    let other: Database.Database | null = null;
    try {
      const own = connection();
      inTransaction(own, () => own.prepare('UPDATE identity SET nonce = ?').run(nonce));
      checkpoint(own);
      other = new Database(path);
      const [row] = other.prepare(identitySql).raw(true).all() as Row[];
      return row !== undefined && textOf(row[1]) === nonce;
    } catch {
      drop();
      return false;
    } finally {
      other?.close();
    }
  }

  return {
    ledger,
    rows: (sql, ...args) =>
      guarded(
        () =>
          prepared(sql)
            .raw(true)
            .all(...args) as Row[],
      ),
    change: (sql, ...args) => prepared(sql).run(...args).changes,
    write: (work) => guarded(() => transact(work)),
    wroteAtMs: () => wroteAtMs,
    close() {
      if (closed) return;
      closed = true;
      if (db && !readOnly) checkpoint(db);
      statements.clear();
      db?.close();
    },
  };
}

interface Places {
  readonly file: string | null;
  readonly log: string | null;
}

/** Where a file and its write-ahead log stand on the disk, in the disk's own numbers. */
function placesOf(path: string): Places {
  const place = (name: string) => {
    const found = statSync(name, { bigint: true, throwIfNoEntry: false });
    return found ? `${found.dev}/${found.ino}` : null;
  };
  return { file: place(path), log: place(`${path}-wal`) };
}

function ledgerOf(db: Database.Database): string | null {
  const [row] = db.prepare(identitySql).raw(true).all() as Row[];
  return row ? textOf(row[0]) : null;
}

function replaced(path: string): StoreError {
  const what = existsSync(path) ? '已经不是启动时的那个文件' : '不见了';
  return new StoreError(
    'replaced',
    `数据库文件${what}：${path}。现在起不再记录。把原来的文件放回去就会恢复；要换成备份，请先停下程序，再用 npm run restore`,
  );
}

/** Empties the write-ahead log into the file; statements would otherwise keep it until they are collected. */
function checkpoint(db: Database.Database): void {
  db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw(true).all();
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
