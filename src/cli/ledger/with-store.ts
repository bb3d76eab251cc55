import type { Store } from '../../ports.ts';
import { openStore } from '../../store/open.ts';

/** Opens the store for one piece of work and closes it whatever comes of that. */
export async function withStore<T>(
  url: string,
  options: Parameters<typeof openStore>[1],
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore(url, options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
