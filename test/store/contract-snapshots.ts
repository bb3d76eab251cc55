import { describe, expect, it } from 'vitest';
import type { Snapshot, Store } from '../../src/ports.ts';
import { snapshotIn } from './fixtures.ts';

const snapshotOf = (seq: number, parts: Snapshot['parts'] = [`{"seq":${seq}}`, '[]'], version = '1'): Snapshot => ({
  stream: 'campaign/a',
  seq,
  hash: `hash-${seq}`,
  version,
  parts,
});

export function snapshotContract(store: () => Store): void {
  describe('snapshots', () => {
    it('has none at first', async () => {
      expect(await snapshotIn(store(), 'campaign/a')).toBeNull();
    });

    it('keeps the newest of each stream', async () => {
      await store().saveSnapshot(snapshotOf(3));
      await store().saveSnapshot({ ...snapshotOf(9), stream: 'directory' });
      await store().saveSnapshot(snapshotOf(7));
      expect(await snapshotIn(store(), 'campaign/a')).toEqual(snapshotOf(7));
      expect((await snapshotIn(store(), 'directory'))?.seq).toBe(9);
    });

    it('never lets an older one replace a newer', async () => {
      await store().saveSnapshot(snapshotOf(10));
      await store().saveSnapshot(snapshotOf(9));
      expect(await snapshotIn(store(), 'campaign/a')).toEqual(snapshotOf(10));
    });

    it('lets one of the same seq replace it, so that a new version of the fold need not wait for an entry', async () => {
      await store().saveSnapshot(snapshotOf(10, ['{"old":1}'], '1'));
      await store().saveSnapshot(snapshotOf(10, ['{"new":1}'], '2'));
      expect(await snapshotIn(store(), 'campaign/a')).toEqual(snapshotOf(10, ['{"new":1}'], '2'));
    });

    it('keeps the newest of many saved at once', async () => {
      const seqs = [4, 9, 1, 7, 12, 3, 11, 2, 10, 5];
      await Promise.all(seqs.map((seq) => store().saveSnapshot(snapshotOf(seq))));
      expect(await snapshotIn(store(), 'campaign/a')).toEqual(snapshotOf(12));
    });

    it('keeps unicode, quotes and escapes', async () => {
      const state = JSON.stringify({ name: '市局消保处 "😀𠮷"\u0000\u2028\\', half: '\ud83d' });
      await store().saveSnapshot(snapshotOf(1, [state]));
      expect(await snapshotIn(store(), 'campaign/a')).toEqual(snapshotOf(1, [state]));
    });

    it('keeps 40 MB in parts, more than one document or packet holds', { timeout: 120_000 }, async () => {
      const parts = Array.from({ length: 600 }, (_, index) => `["${index}${'€😀字a'.repeat(6_000)}"]`);
      expect(Buffer.byteLength(parts.join(''))).toBeGreaterThan(38_000_000);
      await store().saveSnapshot(snapshotOf(5, parts));
      expect((await snapshotIn(store(), 'campaign/a'))?.parts).toEqual(parts);
      await store().saveSnapshot(snapshotOf(6));
      expect(await snapshotIn(store(), 'campaign/a')).toEqual(snapshotOf(6));
    });

    it('leaves all as it was when one is given up halfway', async () => {
      async function* broken() {
        yield '[1]';
        await Promise.resolve();
        throw new Error('a message came');
      }
      await store().saveSnapshot(snapshotOf(3));
      await expect(store().saveSnapshot(snapshotOf(7, broken()))).rejects.toThrow('a message came');
      expect(await snapshotIn(store(), 'campaign/a')).toEqual(snapshotOf(3));
      await store().saveSnapshot(snapshotOf(7));
      expect(await snapshotIn(store(), 'campaign/a')).toEqual(snapshotOf(7));
    });
  });
}
