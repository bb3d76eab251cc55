/** Whose a new file is: people's words and names stand in it, and root makes it for somebody else. */
import { accessSync, chmodSync, chownSync, closeSync, constants, existsSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** An empty file that its owner alone reads and writes, if there is none; SQLite takes it for a new database. */
export function makePrivate(path: string): void {
  if (existsSync(path)) return;
  closeSync(openSync(path, 'a', 0o600));
  handOver(path);
}

/** A copy of a file that anybody could read, or nobody write to. */
export function claimCopy(path: string): void {
  chmodSync(path, 0o600);
  handOver(path);
}

/** What root makes belongs to whoever has the folder: the program runs as him, and could not write to it. */
function handOver(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  if (uid !== 0) chownSync(path, uid, gid);
}

/** Why nothing can be written to the file or beside it, and what to do; null where it can. */
export function faultOfPlace(path: string): string | null {
  const folder = dirname(path);
  const shut = ['', '-wal', '-shm'].map((end) => path + end).find((file) => existsSync(file) && !isWritable(file));
  if (shut !== undefined) return `没有权限写这个文件：${shut}。请把它交给运行程序的用户（例如 chown duban ${shut}）`;
  if (existsSync(folder) && !isWritable(folder))
    return `没有权限在这个文件夹里写：${folder}，台账和锁文件都建不了。请把它交给运行程序的用户（例如 chown duban ${folder}）`;
  return null;
}

export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
