import type { Store } from '../ports.ts';
import { faultOfAddress, fileOf, schemeOf } from './address.ts';
import { StoreError } from './error.ts';
import { openMemory } from './memory.ts';

/**
 * Opens the store that `DATABASE_URL` names: `file:…`, `mongodb://…`, `mongodb+srv://…` or `memory:`.
 * With `mustExist`, a file that is not there is refused rather than made.
 */
export async function openStore(url: string, options: { readonly mustExist?: boolean } = {}): Promise<Store> {
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
