import { expect, it } from 'vitest';
import { openMemory } from '../../src/store/memory.ts';
import { storeContract } from './contract.ts';

/** One memory, however often it is opened. */
storeContract('memory', async () => {
  const store = openMemory();
  return { open: async () => store, remove: async () => {} };
});

it('is a place of its own each time it is opened', async () => {
  const [one, two] = [openMemory(), openMemory()];
  await one.claim({ key: 'k', number: 1, owner: 'a', endsAtMs: 0, unsure: 1 });
  expect(await two.lastTry('k')).toBeNull();
});
