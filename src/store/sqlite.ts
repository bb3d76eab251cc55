import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { textToStore } from '../domain/entry-text.ts';
import type { Entry } from '../domain/ledger.ts';
import type { Appended, SendTry, Store } from '../ports.ts';
import { assertBatch, entryFrom, fromColumn, toColumn } from './column.ts';
import { StoreError } from './error.ts';
import { openSqliteFile, type SqliteFile, textOf } from './sqlite-file.ts';
import { type Hold, holdFile, holdPath, type Known } from './sqlite-hold.ts';
import { faultOfPlace, makePrivate } from './sqlite-owner.ts';
import { openToRead } from './sqlite-read.ts';
import { createSchema } from './sqlite-schema.ts';
import { createSnapshots } from './sqlite-snapshots.ts';

export interface SqliteOptions {
  /** How long one process waits while another one writes to the same file; nothing else happens meanwhile. Short where it is `sole`. */
  readonly busyTimeoutMs?: number;
  /** Refuses a missing file, where making a new one would hide a mistyped path. */
  readonly mustExist?: boolean;
  /** Changes nothing: a backup stays what it was to the byte, and may stand where nobody may write. */
  readonly readOnly?: boolean;
  /** Refuses a file that another process has, or in whose place another ledger stood; keeps others from having it. */
  readonly sole?: boolean;
  /** Where a known ledger is missing, a new one may begin: a rehearsal's. */
  readonly mayBeginAnew?: boolean;
}

const ENTRY = 'CAST(seq AS INTEGER), CAST(body AS BLOB)';
const TRY = `CAST(key AS BLOB), CAST(number AS INTEGER), CAST(owner AS BLOB), CAST(ends_at_ms AS INTEGER),
  CAST(unsure AS INTEGER)`;
const INSERT_TRY =
  'INSERT INTO tries (key, number, owner, ends_at_ms, unsure) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING';
/** Changes a row for ever the same: that it goes through shows that writes do. */
const BEAT = 'UPDATE identity SET beat = beat + 1';
/** Each number of rows is a statement of its own, which is kept. */
const rowsAtOnce = 32;
/** A write this recent shows that writes are taken. */
const FRESH_MS = 1_000;

/** The ledger in one SQLite file. Every commit is on disk (`synchronous=FULL`) before its promise resolves. */
export function openSqlite(path: string, options: SqliteOptions = {}): Store {
  const { file, hold } = options.readOnly ? { file: toRead(path), hold: null } : openFile(path, options);
  const snapshots = createSnapshots(file);

  const triesIn = (where: string, ...args: unknown[]) =>
    file.rows(`SELECT ${TRY} FROM tries ${where}`, ...args).map(tryFrom);

  const change = (sql: string, ...args: unknown[]) => file.write(() => file.change(sql, ...args));

  return {
    describe: `sqlite ${path}`,
    shared: false,

    async append(entries) {
      assertBatch(entries);
      return file.write(() => appendAll(file, entries));
    },

    async read(stream, afterSeq, limit) {
      return file
        .rows(
          `SELECT ${ENTRY} FROM entries WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?`,
          toColumn(stream),
          afterSeq,
          limit,
        )
        .map(([seq, body]) => entryFrom(stream, seq as number, textOf(body)));
    },

    async findCauses(stream, causes) {
      if (causes.length === 0) return [];
      return file
        .rows(
          `SELECT ${ENTRY} FROM entries WHERE stream = ? AND cause IN (SELECT value FROM json_each(?))`,
          toColumn(stream),
          JSON.stringify(causes.map(toColumn)),
        )
        .map(([seq, body]) => entryFrom(stream, seq as number, textOf(body)));
    },

    async lastSeq(stream) {
      return lastOf(file, 'SELECT CAST(max(seq) AS INTEGER) FROM entries WHERE stream = ?', toColumn(stream));
    },

    async streams() {
      return file
        .rows('SELECT DISTINCT CAST(stream AS BLOB) FROM entries')
        .map(([stream]) => fromColumn(textOf(stream)))
        .sort();
    },

    saveSnapshot: snapshots.save,
    loadSnapshot: snapshots.load,

    async lastTry(key) {
      return triesIn('WHERE key = ? ORDER BY number DESC LIMIT 1', toColumn(key))[0] ?? null;
    },

    async tryOf(key, number) {
      return triesIn('WHERE key = ? AND number = ?', toColumn(key), number)[0] ?? null;
    },

    async claim({ key, number, owner, endsAtMs, unsure }) {
      return change(INSERT_TRY, toColumn(key), number, toColumn(owner), endsAtMs, unsure) === 1;
    },

    async endTry({ key, number, owner, endsAtMs, unsure }) {
      const update = 'UPDATE tries SET ends_at_ms = ?, unsure = ? WHERE key = ? AND number = ? AND owner = ?';
      change(update, endsAtMs, unsure, toColumn(key), number, toColumn(owner));
    },

    async forget(key, upTo = Number.MAX_SAFE_INTEGER) {
      change('DELETE FROM tries WHERE key = ? AND number <= ?', toColumn(key), upTo);
    },

    async tries() {
      return triesIn('');
    },

    async ping() {
      file.rows('SELECT 1');
      if (performance.now() - file.wroteAtMs() > FRESH_MS) change(BEAT);
    },

    async close() {
      try {
        if (hold) hold.note(standing(file));
      } catch {
        // The file was taken away: what stood there is known from before.
      }
      file.close();
      hold?.release();
    },
  };
}

function tryFrom([key, number, owner, endsAtMs, unsure]: readonly unknown[]): SendTry {
  return {
    key: fromColumn(textOf(key)),
    number: number as number,
    owner: fromColumn(textOf(owner)),
    endsAtMs: endsAtMs as number,
    unsure: unsure as number,
  };
}

/** Within a transaction. */
function appendAll(file: SqliteFile, entries: readonly Entry[]): Appended {
  if (entries.length > 1 && insertTogether(file, entries)) return { stored: entries.length, refused: null };
  for (const [stored, entry] of entries.entries()) {
    if (insert(file, [entry]) === 1) continue;
    const [stream, cause] = [toColumn(entry.stream), toColumn(entry.cause)];
    const taken = file.rows('SELECT 1 FROM entries WHERE stream = ? AND cause = ?', stream, cause).length > 0;
    return { stored, refused: taken ? 'cause' : 'seq' };
  }
  return { stored: entries.length, refused: null };
}

/** In few statements, each of which costs as much as a row; none of the rows stays where one of them is refused. */
function insertTogether(file: SqliteFile, entries: readonly Entry[]): boolean {
  file.change('SAVEPOINT together');
  for (let from = 0; from < entries.length; from += rowsAtOnce) {
    const rows = entries.slice(from, from + rowsAtOnce);
    if (insert(file, rows) === rows.length) continue;
    file.change('ROLLBACK TO together');
    return false;
  }
  file.change('RELEASE together');
  return true;
}

/** How many of the rows were taken. */
function insert(file: SqliteFile, entries: readonly Entry[]): number {
  const values = entries.map(() => '(?, ?, ?, ?)').join(', ');
  return file.change(
    `INSERT INTO entries (stream, seq, cause, body) VALUES ${values} ON CONFLICT DO NOTHING`,
    ...entries.flatMap((entry) => [toColumn(entry.stream), entry.seq, toColumn(entry.cause), textToStore(entry)]),
  );
}

function lastOf(file: SqliteFile, sql: string, ...args: unknown[]): number {
  return (file.rows(sql, ...args)[0]?.[0] as number | null) ?? 0;
}

/** Entries are never removed: the newest's number in the table counts them all. */
function standing(file: SqliteFile): Known {
  return { ledger: file.ledger, entries: lastOf(file, 'SELECT max(id) FROM entries') };
}

function openToWrite(path: string, { busyTimeoutMs, sole }: { busyTimeoutMs: number; sole: boolean }): SqliteFile {
  const fault = faultOfPlace(path);
  if (fault !== null) throw new StoreError('unusable', fault);
  makePrivate(path);
  const file = openSqliteFile(path, { busyTimeoutMs, readOnly: false, prepare: (db) => createSchema(db, path) });
  // A start on a file that takes no write would answer everybody that nothing can be entered.
  if (sole) file.write(() => file.change(BEAT));
  return file;
}

function openFile(path: string, options: SqliteOptions): { readonly file: SqliteFile; readonly hold: Hold | null } {
  const { mustExist = false, sole = false, mayBeginAnew = false } = options;
  // Whoever has a file alone meets other programs' locks only; to wait for them would keep everyone waiting.
  const { busyTimeoutMs = sole ? 250 : 5_000 } = options;
  if (mustExist && !existsSync(path)) throw new StoreError('unusable', `没有这个数据库文件：${path}`);
  let hold: Hold | null = null;
  try {
    mkdirSync(dirname(path), { recursive: true });
    hold = sole ? holdFile(path) : null;
    const known = mayBeginAnew && !existsSync(path) ? null : (hold?.known ?? null);
    if (known && !existsSync(path)) throw missing(path);
    const file = openToWrite(path, { busyTimeoutMs, sole });
    const stands = standing(file);
    if (known && (known.ledger !== stands.ledger || known.entries > stands.entries)) {
      file.close();
      throw another(path, known, stands);
    }
    hold?.note(stands);
    return { file, hold };
  } catch (error) {
    hold?.release();
    throw error instanceof StoreError ? error : unusable(path, error);
  }
}

function toRead(path: string): SqliteFile {
  if (!existsSync(path)) throw new StoreError('unusable', `没有这个数据库文件：${path}`);
  try {
    return openToRead(path);
  } catch (error) {
    throw error instanceof StoreError ? error : unusable(path, error);
  }
}

const ON_PURPOSE = (path: string) =>
  `请把原来的文件放回去，或用 npm run restore 恢复备份；确要就这样开始，请删去 ${holdPath(path)} 再启动`;

function missing(path: string): StoreError {
  return new StoreError('replaced', `这里原有的台账不见了：${path}。${ON_PURPOSE(path)}`);
}

function another(path: string, known: Known, stands: Known): StoreError {
  const what =
    known.ledger === stands.ledger
      ? `比上次少：上次至少有 ${known.entries} 条，现在 ${stands.entries} 条`
      : '不是原来的那一份';
  return new StoreError('replaced', `${path} 里的台账${what}。${ON_PURPOSE(path)}`);
}

function unusable(path: string, error: unknown): StoreError {
  const hint = '请检查目录权限和磁盘空间，确认它是本程序的数据库；若已损坏，请恢复备份，或在 DATABASE_URL 里换一个文件';
  return new StoreError('unusable', `数据库文件打不开：${path}（${(error as Error).message}）。${hint}`, error);
}
