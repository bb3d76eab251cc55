import { afterEach, describe, expect, it } from 'vitest';
import { createBench, entriesOf, type MakePlace, readAll, snapshotIn, tryOf } from './fixtures.ts';

const A = 'campaign/a';

/** What stores that outlive the process promise beyond the contract. */
export function durableContract(kind: string, makePlace: MakePlace): void {
  describe(`${kind} outlives the process`, () => {
    const bench = createBench(makePlace);
    afterEach(() => bench.clear());

    it('has everything again when it is opened again', async () => {
      const before = await bench.open();
      const snapshot = { stream: A, seq: 30, hash: 'h', version: '1', parts: ['{"字":"😀"}', '[]'] };
      await before.append(entriesOf(A, 1, 40));
      await before.saveSnapshot(snapshot);
      await before.claim(tryOf('k', 2, 'p1'));
      await before.close();

      const after = await bench.open();
      expect(await readAll(after, A)).toEqual(entriesOf(A, 1, 40));
      expect(await snapshotIn(after, A)).toEqual(snapshot);
      expect(await after.lastTry('k')).toEqual(tryOf('k', 2, 'p1'));
      expect(await after.append(entriesOf(A, 40, 40))).toEqual({ stored: 0, refused: 'cause' });
      expect(await after.append(entriesOf(A, 41, 41))).toEqual({ stored: 1, refused: null });
    });

    it('closes twice and says that it is closed when it is used after', async () => {
      const store = await bench.open();
      await store.close();
      await store.close();
      await expect(store.ping()).rejects.toMatchObject({ code: 'closed' });
      await expect(store.append(entriesOf(A, 1, 1))).rejects.toThrow();
      await expect(store.read(A, 0, 1)).rejects.toThrow();
    });
  });
}
