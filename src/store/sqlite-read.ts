/** A SQLite file that is only to be read: as it stands, or a copy of it where it could not be opened without a change. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyWhole } from './sqlite-copy.ts';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';
import { isWritable } from './sqlite-owner.ts';
import { createSchema, isCurrent } from './sqlite-schema.ts';

/** SQLite itself writes beside what it reads, and libsql heeds no wish not to; of a file that nobody may write to a copy is read. */
export function openToRead(path: string): SqliteFile {
  const asIs = isCurrent(path) && isWritable(path) && isWritable(dirname(path));
  return asIs ? openedToRead(path, path) : fromCopy(path);
}

function openedToRead(at: string, path: string): SqliteFile {
  return openSqliteFile(at, { busyTimeoutMs: 5_000, readOnly: at === path, prepare: (db) => createSchema(db, path) });
}

function fromCopy(path: string): SqliteFile {
  const folder = mkdtempSync(join(tmpdir(), 'duban-read-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    copyWhole(path, join(folder, 'copy.db'));
    const file = openedToRead(join(folder, 'copy.db'), path);
    return {
      ...file,
      close() {
        file.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
