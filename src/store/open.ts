import type { Store } from '../ports.ts';
import { faultOfAddress, fileOf, schemeOf } from './address.ts';
import { StoreError } from './error.ts';
import { openMemory } from './memory.ts';
import type { SqliteOptions } from './sqlite.ts';

/** The file of a `file:` address; null for every other kind. */
export function sqlitePath(url: string): string | null {
  const fault = faultOfAddress(url);
  if (fault !== null) throw new StoreError('bad-url', fault);
  return schemeOf(url) === 'file:' ? fileOf(url) : null;
}

/**
 * Opens the store that `DATABASE_URL` names: `file:…`, `mongodb://…`, `mongodb+srv://…` or `memory:`.
 * The options are about files: what they keep from happening cannot happen to the others.
 */
export async function openStore(url: string, options: Omit<SqliteOptions, 'busyTimeoutMs'> = {}): Promise<Store> {
  const fault = faultOfAddress(url);
  if (fault !== null) throw new StoreError('bad-url', fault);
  // Each driver is loaded only where it is used: mongoose alone is 20 MB of memory.
  switch (schemeOf(url)) {
    case 'file:':
      return (await import('./sqlite.ts')).openSqlite(fileOf(url), options);
    case 'mongodb:':
    case 'mongodb+srv:':
      return (await import('./mongo.ts')).openMongo(url);
    default:
      return openMemory();
  }
}
