import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports.ts';
import { AT_MS, tryOf } from './fixtures.ts';

const KEY = 'campaign/shanghai-2023/12/0';

export function outboxContract(store: () => Store): void {
  describe('outbox', () => {
    it('knows no try of a send that nobody claimed', async () => {
      expect(await store().lastTry(KEY)).toBeNull();
    });

    it('gives a try to the first who claims its number', async () => {
      expect(await store().claim(tryOf(KEY, 1, 'p1', AT_MS + 30_000))).toBe(true);
      expect(await store().claim(tryOf(KEY, 1, 'p2', AT_MS + 99_000))).toBe(false);
      expect(await store().claim(tryOf(KEY, 1, 'p1', AT_MS + 99_000))).toBe(false);
      expect(await store().lastTry(KEY)).toEqual(tryOf(KEY, 1, 'p1', AT_MS + 30_000));
    });

    it('knows the last try by number, not by text or age', async () => {
      for (const number of [1, 2, 10, 9]) await store().claim(tryOf(KEY, number, `p${number}`));
      expect(await store().lastTry(KEY)).toEqual(tryOf(KEY, 10, 'p10'));
    });

    it('keeps keys apart', async () => {
      await store().claim(tryOf(`${KEY}1`, 1, 'p1'));
      expect(await store().lastTry(KEY)).toBeNull();
      expect(await store().claim(tryOf(KEY, 1, 'p2'))).toBe(true);
    });

    it('moves the end of a try for its owner only', async () => {
      await store().claim(tryOf(KEY, 1, 'p1', AT_MS + 30_000));
      await store().endTry(tryOf(KEY, 1, 'p2', AT_MS + 1));
      expect((await store().lastTry(KEY))?.endsAtMs).toBe(AT_MS + 30_000);
      await store().endTry(tryOf(KEY, 1, 'p1', AT_MS + 5_000));
      expect(await store().lastTry(KEY)).toEqual(tryOf(KEY, 1, 'p1', AT_MS + 5_000));
    });

    it('ends no try that was never claimed', async () => {
      await store().endTry(tryOf(KEY, 1, 'p1'));
      expect(await store().lastTry(KEY)).toBeNull();
    });

    it('leaves a later try alone when the owner of an earlier one ends it', async () => {
      await store().claim(tryOf(KEY, 1, 'slow', AT_MS));
      await store().claim(tryOf(KEY, 2, 'next', AT_MS + 60_000));
      await store().endTry(tryOf(KEY, 1, 'slow', AT_MS + 90_000));
      expect(await store().lastTry(KEY)).toEqual(tryOf(KEY, 2, 'next', AT_MS + 60_000));
    });

    it('finds a try by its number, with how many may have arrived', async () => {
      await store().claim(tryOf(KEY, 1, 'p1', AT_MS, 1));
      await store().claim(tryOf(KEY, 2, 'p1', AT_MS, 2));
      await store().endTry(tryOf(KEY, 2, 'p1', AT_MS, 1));
      expect(await store().tryOf(KEY, 1)).toEqual(tryOf(KEY, 1, 'p1', AT_MS, 1));
      expect(await store().lastTry(KEY)).toEqual(tryOf(KEY, 2, 'p1', AT_MS, 1));
      expect(await store().tryOf(KEY, 3)).toBeNull();
    });

    it('forgets tries up to a number', async () => {
      for (const number of [1, 2, 3]) await store().claim(tryOf(KEY, number, 'p1'));
      await store().forget(KEY, 2);
      expect(await store().tryOf(KEY, 2)).toBeNull();
      expect(await store().lastTry(KEY)).toEqual(tryOf(KEY, 3, 'p1'));
    });

    it('forgets all tries of a send and of no other', async () => {
      for (const number of [1, 2, 3]) await store().claim(tryOf(KEY, number, 'p1'));
      await store().claim(tryOf('directory/1/0', 1, 'p1'));
      await store().forget(KEY);
      await store().forget(KEY);
      expect(await store().lastTry(KEY)).toBeNull();
      expect(await store().lastTry('directory/1/0')).not.toBeNull();
    });

    it('lists all that is not forgotten, for whoever moves to another store', async () => {
      expect(await store().tries()).toEqual([]);
      for (const number of [1, 2, 10]) await store().claim(tryOf(KEY, number, `p${number}`, AT_MS, 1));
      await store().claim(tryOf('rate/work-group', 1, 'p1'));
      await store().forget(KEY, 1);
      const tries = await store().tries();
      const kept = [tryOf(KEY, 2, 'p2', AT_MS, 1), tryOf(KEY, 10, 'p10', AT_MS, 1), tryOf('rate/work-group', 1, 'p1')];
      expect(tries).toHaveLength(kept.length);
      expect(tries).toEqual(expect.arrayContaining(kept));
    });

    it('keeps awkward keys and owners', async () => {
      const attempt = tryOf('campaign/"引号"\0😀/1/0', 1, "主机's\u0000进程/1");
      expect(await store().claim(attempt)).toBe(true);
      expect(await store().lastTry(attempt.key)).toEqual(attempt);
    });
  });
}
