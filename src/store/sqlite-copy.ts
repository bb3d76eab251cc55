/** A SQLite file as a whole: copied while it is written to, put in another's place. */
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'libsql';
import { StoreError } from './error.ts';
import { holdFile } from './sqlite-hold.ts';
import { claimCopy, makePrivate } from './sqlite-owner.ts';
import { LATER_TABLES } from './sqlite-schema.ts';

/** Copies what is committed at this moment, without keeping anyone from writing. The target must not be there. */
export function copySqlite(path: string, target: string): void {
  if (!existsSync(path)) throw new StoreError('unusable', `没有这个数据库文件：${path}`);
  makePrivate(target);
  const db = new Database(path);
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    db.prepare('VACUUM INTO ?').run(target);
  } finally {
    db.close();
  }
  dropSnapshots(target);
}

/**
 * A copy is to be read from its beginning: what is only a cache is not copied, in whatever state it is. Without prepared statements,
 * which would keep the file open until they are collected, and Windows renames no open file.
 */
function dropSnapshots(path: string): void {
  const db = new Database(path);
  try {
    db.exec(LATER_TABLES);
    db.exec('DELETE FROM snapshot_heads; DELETE FROM snapshot_parts;');
  } finally {
    db.close();
  }
}

/** On disk when it resolves: SQLite does not see to that for a copy. */
export async function syncFile(path: string): Promise<void> {
  // Windows syncs only what may be written to.
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Puts a copy of `backup` where `path` is and tells where what stood there is now, if anything did. Rejects while a process has the
 * file. A kill in between leaves the old file, or none beside the one set aside; never half of one.
 */
export async function replaceSqlite(path: string, backup: string, suffix: string): Promise<string | null> {
  mkdirSync(dirname(path), { recursive: true });
  const hold = holdFile(path);
  try {
    const fresh = `${path}.restoring`;
    // With its write-ahead log: what stands there alone was read when the backup was checked.
    copyWhole(backup, fresh);
    dropSnapshots(fresh);
    await syncFile(fresh);
    const aside = await setAside(path, `${path}.${suffix}`);
    await rename(fresh, path);
    hold.forget();
    return aside;
  } finally {
    hold.release();
  }
}

/** Of a file that nobody writes to. */
export function copyWhole(path: string, target: string): void {
  for (const end of ['', '-wal']) {
    rmSync(target + end, { force: true });
    // An empty log may be another's, and says nothing.
    if ((statSync(path + end, { throwIfNoEntry: false })?.size ?? 0) === 0) continue;
    copyFileSync(path + end, target + end);
    claimCopy(target + end);
  }
}

/**
 * With its write-ahead log, which may hold what the file does not, and which SQLite would take for the new file's, also where the
 * file itself is gone.
 */
async function setAside(path: string, aside: string): Promise<string | null> {
  const ends = ['', '-wal', '-shm'].filter((end) => existsSync(path + end));
  for (const end of ends) await rename(path + end, aside + end);
  return ends.length > 0 ? aside : null;
}
