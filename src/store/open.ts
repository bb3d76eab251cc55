import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Store } from '../ports.ts';
import { StoreError } from './error.ts';
import { openMemory } from './memory.ts';
import type { SqliteOptions } from './sqlite.ts';

const EXAMPLES =
  'file:./data/duban.db（单机文件）、mongodb://主机:27017/duban（MongoDB）或 memory:（只在内存，重启即失）';

/**
 * Opens the store that `DATABASE_URL` names: `file:…`, `mongodb://…`, `mongodb+srv://…` or `memory:`.
 * The options are about files: what they keep from happening cannot happen to the others.
 */
export async function openStore(url: string, options: Omit<SqliteOptions, 'busyTimeoutMs'> = {}): Promise<Store> {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase();
  // Each driver is loaded only where it is used: mongoose alone is 20 MB of memory.
  switch (scheme) {
    case 'memory:':
      return openMemory();
    case 'file:':
      return (await import('./sqlite.ts')).openSqlite(filePath(url), options);
    case 'mongodb:':
    case 'mongodb+srv:':
      return (await import('./mongo.ts')).openMongo(url);
    default:
      // The rest of the address is not repeated: it may hold a password.
      throw new StoreError(
        'bad-url',
        `DATABASE_URL ${scheme ? `不认识 ${scheme}` : '缺少开头的类型'}。请写成 ${EXAMPLES}`,
      );
  }
}

/** The file of a `file:` address; null for every other kind. */
export function sqlitePath(url: string): string | null {
  return /^file:/i.test(url) ? filePath(url) : null;
}

/** `file:data/x.db` and `file:./data/x.db` are relative to where the program runs, `file:/x.db` and `file:///x.db` absolute. */
function filePath(url: string): string {
  const path = url.startsWith('file://') ? absoluteFile(url) : url.slice('file:'.length);
  if (path === '' || path.endsWith('/'))
    throw new StoreError('bad-url', 'DATABASE_URL 的 file: 后面要写文件名，例如 file:./data/duban.db');
  return resolve(path);
}

function absoluteFile(url: string): string {
  try {
    return fileURLToPath(url);
  } catch (error) {
    throw new StoreError(
      'bad-url',
      'DATABASE_URL 的 file:// 后面要写绝对路径，例如 file:///var/lib/duban/duban.db',
      error,
    );
  }
}
