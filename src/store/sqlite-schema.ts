import type Database from 'libsql';
import { StoreError } from './error.ts';

/** Of the tables below; a file with another number was written by another version of the program. */
const SCHEMA_VERSION = 2;

const TABLES = `
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
    unsure INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (key, number)
  ) STRICT, WITHOUT ROWID;
`;

/** What brings a file of an older version to the next one, by the version it has. */
const UPGRADES: Readonly<Record<number, string>> = {
  1: 'ALTER TABLE tries ADD COLUMN unsure INTEGER NOT NULL DEFAULT 0',
};

/** Makes the tables in a new file, brings an older one up to date, and refuses a file that is not ours or of another version. Runs inside a transaction. */
export function createSchema(db: Database.Database, path: string): void {
  const [[version = 0] = []] = db.prepare('PRAGMA user_version').raw(true).all() as [number][];
  if (version === SCHEMA_VERSION) return;
  if (version in UPGRADES) {
    for (let at = version; at < SCHEMA_VERSION; at += 1) db.exec(UPGRADES[at] as string);
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    return;
  }
  const [[tables] = []] = db.prepare('SELECT count(*) FROM sqlite_master').raw(true).all() as [number][];
  if (version !== 0 || tables !== 0) {
    throw new StoreError(
      'unusable',
      `数据库文件不是本版本写的：${path}（表结构版本 ${version}，本程序需要 ${SCHEMA_VERSION}）。请用对应版本的程序打开，或在 DATABASE_URL 里换一个文件`,
    );
  }
  db.exec(TABLES);
  db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
}
