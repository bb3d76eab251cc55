import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type Database from 'libsql';
import { StoreError } from './error.ts';
import { identitySql, textOf } from './sqlite-file.ts';

/** Of the tables below; a file with another number was written by another version of the program. */
const SCHEMA_VERSION = 3;

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
  CREATE TABLE tries (
    key TEXT NOT NULL,
    number INTEGER NOT NULL,
    owner TEXT NOT NULL,
    ends_at_ms INTEGER NOT NULL,
    unsure INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (key, number)
  ) STRICT, WITHOUT ROWID;
`;

/** A copy may be of a file of any version: what clears it makes these first. */
export const LATER_TABLES = `
  CREATE TABLE IF NOT EXISTS identity (ledger TEXT NOT NULL, nonce TEXT NOT NULL, beat INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS snapshot_heads (
    id INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    version TEXT NOT NULL,
    write TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS snapshot_parts (
    write TEXT NOT NULL,
    part INTEGER NOT NULL,
    stream TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (write, part)
  ) STRICT;
`;

/** What brings a file of an older version to the next one, by the version it has. Its old snapshots are a cache that nobody reads any more. */
const UPGRADES: Readonly<Record<number, string>> = {
  1: 'ALTER TABLE tries ADD COLUMN unsure INTEGER NOT NULL DEFAULT 0',
  2: `${LATER_TABLES} DROP TABLE IF EXISTS snapshots`,
};

/**
 * Makes the tables in a new file, brings an older one up to date, and refuses a file that is not ours or of another version. Runs inside
 * a transaction and tells whose ledger the file holds: a name it got when it was made, which its copies share.
 */
export function createSchema(db: Database.Database, path: string): string {
  const number = (sql: string) => (db.prepare(sql).raw(true).all() as [number][])[0]?.[0] ?? 0;
  const version = number('PRAGMA user_version');
  if (version !== SCHEMA_VERSION) {
    if (version in UPGRADES) for (let at = version; at < SCHEMA_VERSION; at += 1) db.exec(UPGRADES[at] as string);
    else if (version === 0 && number('SELECT count(*) FROM sqlite_master') === 0) db.exec(TABLES + LATER_TABLES);
    else throw foreign(path, version);
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  }
  const [known] = db.prepare(identitySql).raw(true).all() as [Buffer][];
  if (known) return textOf(known[0]);
  const ledger = randomUUID();
  db.prepare("INSERT INTO identity (ledger, nonce, beat) VALUES (?, '', 0)").run(ledger);
  return ledger;
}

/** By its header, which any file has: whether it has the tables of this version. */
export function isCurrent(path: string): boolean {
  const header = Buffer.alloc(64);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
    return header.readUInt32BE(60) === SCHEMA_VERSION;
  } finally {
    closeSync(file);
  }
}

function foreign(path: string, version: number): StoreError {
  return new StoreError(
    'unusable',
    `数据库文件不是本版本写的：${path}（表结构版本 ${version}，本程序需要 ${SCHEMA_VERSION}）。请用对应版本的程序打开，或在 DATABASE_URL 里换一个文件`,
  );
}
