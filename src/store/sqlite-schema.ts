import { randomUUID } from 'node:crypto';
import type Database from 'libsql';
import { StoreError } from './error.ts';
import { identitySql, textOf } from './sqlite-file.ts';

/** Of `entries` and `tries`; a file with another number was written by another version of the program. */
const SCHEMA_VERSION = 1;

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
    PRIMARY KEY (key, number)
  ) STRICT, WITHOUT ROWID;
`;

/** Beside what the first version made: a file of that version gets these when it is opened. Its `snapshots` are left alone. */
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

/**
 * Makes the tables in a new file and refuses a file that is not ours or of another version. Runs inside a transaction and
 * tells whose ledger the file holds: a name it got when it was made, which its copies share.
 */
export function createSchema(db: Database.Database, path: string): string {
  const number = (sql: string) => (db.prepare(sql).raw(true).all() as [number][])[0]?.[0] ?? 0;
  const version = number('PRAGMA user_version');
  if (version === 0 && number('SELECT count(*) FROM sqlite_master') === 0) {
    db.exec(TABLES);
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  } else if (version !== SCHEMA_VERSION)
    throw new StoreError(
      'unusable',
      `数据库文件不是本版本写的：${path}（表结构版本 ${version}，本程序需要 ${SCHEMA_VERSION}）。请用对应版本的程序打开，或在 DATABASE_URL 里换一个文件`,
    );
  db.exec(LATER_TABLES);
  const [known] = db.prepare(identitySql).raw(true).all() as [Buffer][];
  if (known) return textOf(known[0]);
  const ledger = randomUUID();
  db.prepare("INSERT INTO identity (ledger, nonce, beat) VALUES (?, '', 0)").run(ledger);
  return ledger;
}
