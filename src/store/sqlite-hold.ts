/** Who has a SQLite file, and which ledger stood in it: one process at a time, and never a new ledger where one was known. */
import { hostname } from 'node:os';
import Database from 'libsql';
import { StoreError } from './error.ts';
import { textOf } from './sqlite-file.ts';
import { faultOfPlace, makePrivate } from './sqlite-owner.ts';

/** The ledger that last stood there, and how many entries it had at least. */
export interface Known {
  readonly ledger: string;
  readonly entries: number;
}

export interface Hold {
  readonly known: Known | null;
  /** Remembers what stands there. */
  note(known: Known): void;
  /** Whatever is put there next is taken as it is. */
  forget(): void;
  /** Idempotent. */
  release(): void;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL, host TEXT NOT NULL, since TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS known (ledger TEXT NOT NULL, entries INTEGER NOT NULL) STRICT;
`;

/** The file beside a database's own that is locked in its stead, so that the database itself can be read and copied meanwhile. */
export function holdPath(path: string): string {
  return `${path}.lock`;
}

/**
 * Takes the file or throws a StoreError that names who has it. What holds is an open transaction, that is a lock of the operating
 * system: it ends with the process, however that ends, and every system has it.
 */
export function holdFile(path: string): Hold {
  const db = openLock(path);
  let held = true;
  const select = (sql: string) => db.prepare(sql).raw(true).all() as unknown[][];

  function begin(): void {
    try {
      db.exec('BEGIN IMMEDIATE');
    } catch (error) {
      const holder = holderOf(db);
      db.close();
      if (!/locked|busy/i.test(String(error))) throw unusable(holdPath(path), error);
      throw new StoreError('held', `数据库文件正由另一个程序使用：${path}${holder}。请先停下它`, error);
    }
  }

  /** Between the two transactions another process may come first: then it has the file and this one says so. */
  function write(change: () => void): void {
    change();
    db.exec('COMMIT');
    begin();
  }

  begin();
  write(() => {
    db.exec(TABLES);
    db.exec('DELETE FROM holder');
    db.prepare('INSERT INTO holder VALUES (?, ?, ?)').run(process.pid, hostname(), new Date().toISOString());
  });
  const [row] = select('SELECT CAST(ledger AS BLOB), CAST(entries AS INTEGER) FROM known');

  return {
    known: row ? { ledger: textOf(row[0]), entries: row[1] as number } : null,
    note({ ledger, entries }) {
      if (!held) return;
      write(() => {
        db.exec('DELETE FROM known');
        db.prepare('INSERT INTO known VALUES (?, ?)').run(ledger, entries);
      });
    },
    forget: () => write(() => db.exec('DELETE FROM known')),
    release() {
      if (!held) return;
      held = false;
      // Closing alone would keep the lock until the statements are collected.
      db.exec('ROLLBACK');
      db.close();
    },
  };
}

function openLock(path: string): Database.Database {
  const file = holdPath(path);
  const fault = faultOfPlace(file);
  if (fault !== null) throw new StoreError('unusable', fault);
  try {
    makePrivate(file);
    const db = new Database(file);
    // Long enough for somebody who reads the holder's name, too short to wait for the holder.
    db.exec('PRAGMA busy_timeout = 500');
    db.prepare('SELECT count(*) FROM sqlite_master').raw(true).all();
    return db;
  } catch (error) {
    throw unusable(file, error);
  }
}

function unusable(file: string, error: unknown): StoreError {
  return new StoreError(
    'unusable',
    `锁文件打不开：${file}（${(error as Error).message}）。请检查磁盘空间；确认没有程序在用这个数据库后，可以删去它`,
    error,
  );
}

function holderOf(db: Database.Database): string {
  try {
    const rows = db.prepare('SELECT pid, CAST(host AS BLOB), CAST(since AS BLOB) FROM holder').raw(true).all();
    const [[pid, host, since] = []] = rows as unknown[][];
    return pid === undefined ? '' : `（进程号 ${pid}，主机 ${textOf(host)}，自 ${textOf(since)} 起）`;
  } catch {
    // Just being taken: it will have a name soon.
    return '';
  }
}
