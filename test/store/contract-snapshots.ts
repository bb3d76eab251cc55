import { describe, expect, it } from 'vitest';
import type { Snapshot, Store } from '../../src/ports.ts';

const snapshotOf = (seq: number, state = `{"seq":${seq}}`, version = '1'): Snapshot => ({
  stream: 'campaign/a',
  seq,
  hash: `hash-${seq}`,
  version,
  state,
});

export function snapshotContract(store: () => Store): void {
  describe('snapshots', () => {
    it('has none at first', async () => {
      expect(await store().loadSnapshot('campaign/a')).toBeNull();
    });

    it('keeps the newest of each stream', async () => {
      await store().saveSnapshot(snapshotOf(3));
      await store().saveSnapshot({ ...snapshotOf(9), stream: 'directory' });
      await store().saveSnapshot(snapshotOf(7));
      expect(await store().loadSnapshot('campaign/a')).toEqual(snapshotOf(7));
      expect((await store().loadSnapshot('directory'))?.seq).toBe(9);
    });

    it('never lets an older one replace a newer', async () => {
      await store().saveSnapshot(snapshotOf(10));
      await store().saveSnapshot(snapshotOf(9));
      expect(await store().loadSnapshot('campaign/a')).toEqual(snapshotOf(10));
    });

    it('lets one of the same seq replace it, so that a new version of the fold need not wait for an entry', async () => {
      await store().saveSnapshot(snapshotOf(10, '{"old":1}', '1'));
      await store().saveSnapshot(snapshotOf(10, '{"new":1}', '2'));
      expect(await store().loadSnapshot('campaign/a')).toEqual(snapshotOf(10, '{"new":1}', '2'));
    });

    it('keeps the newest of many saved at once', async () => {
      const seqs = [4, 9, 1, 7, 12, 3, 11, 2, 10, 5];
      await Promise.all(seqs.map((seq) => store().saveSnapshot(snapshotOf(seq))));
      expect(await store().loadSnapshot('campaign/a')).toEqual(snapshotOf(12));
    });

    it('keeps unicode, quotes and escapes', async () => {
      const state = JSON.stringify({ name: '市局消保处 "😀𠮷"\u0000\u2028\\', half: '\ud83d' });
      await store().saveSnapshot(snapshotOf(1, state));
      expect(await store().loadSnapshot('campaign/a')).toEqual(snapshotOf(1, state));
    });

    it('keeps 40 MB, more than one document or packet holds', { timeout: 120_000 }, async () => {
      // Four bytes a character from an odd start: a split at a round number of bytes falls inside one.
      const state = `"${'€😀字a'.repeat(3_500_000)}"`;
      expect(Buffer.byteLength(state)).toBeGreaterThan(38_000_000);
      await store().saveSnapshot(snapshotOf(5, state));
      const loaded = await store().loadSnapshot('campaign/a');
      expect(loaded?.state.length).toBe(state.length);
      expect(loaded?.state === state).toBe(true);
      await store().saveSnapshot(snapshotOf(6));
      expect(await store().loadSnapshot('campaign/a')).toEqual(snapshotOf(6));
    });
  });
}
