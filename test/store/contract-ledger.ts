import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports.ts';
import { entriesOf, entryOf, findCause, readAll } from './fixtures.ts';

const A = 'campaign/shanghai-2023';
const B = 'directory';

/** Texts that databases and encodings like to change. */
const AWKWARD = [
  'O\'Brien "引号" `反引号` \\ % _ $where {"$gt":""}',
  '控制符\u0000\u0001\u001f\u007f\u2028\u2029\r\n\t尾',
  '𠮷野家😀👨‍👩‍👧‍👦é\u0301ﷺ',
  '半个代理\ud83d与\udc00',
  ' 前后空格 ',
];

export function ledgerContract(store: () => Store): void {
  describe('append', () => {
    it('stores a batch and reads it back in order, as it was given', async () => {
      const batch = entriesOf(A, 1, 5);
      expect(await store().append(batch)).toEqual({ stored: 5, refused: null });
      expect(await store().read(A, 0, 10)).toEqual(batch);
    });

    it('stores nothing of an empty batch', async () => {
      expect(await store().append([])).toEqual({ stored: 0, refused: null });
      expect(await store().streams()).toEqual([]);
    });

    it('refuses a seq that is taken and leaves the first entry as it was', async () => {
      await store().append(entriesOf(A, 1, 2));
      expect(await store().append([entryOf(A, 2, 'other')])).toEqual({ stored: 0, refused: 'seq' });
      expect(await readAll(store(), A)).toEqual(entriesOf(A, 1, 2));
      expect(await findCause(store(), A, 'other')).toBeNull();
    });

    it('refuses a cause that is in the stream', async () => {
      await store().append(entriesOf(A, 1, 2));
      expect(await store().append([entryOf(A, 3, 'message/1')])).toEqual({ stored: 0, refused: 'cause' });
      expect(await readAll(store(), A)).toHaveLength(2);
    });

    it('says cause where both are taken: the very same input is what the caller must know of', async () => {
      await store().append(entriesOf(A, 1, 2));
      expect(await store().append(entriesOf(A, 2, 2))).toEqual({ stored: 0, refused: 'cause' });
    });

    it('keeps what stands before a taken cause in the middle of a batch, and nothing after it', async () => {
      await store().append(entriesOf(A, 1, 2));
      const batch = [entryOf(A, 3, 'x'), entryOf(A, 4, 'y'), entryOf(A, 5, 'message/2'), entryOf(A, 6, 'z')];
      expect(await store().append(batch)).toEqual({ stored: 2, refused: 'cause' });
      expect((await readAll(store(), A)).map((entry) => entry.cause)).toEqual(['message/1', 'message/2', 'x', 'y']);
      expect(await store().append([entryOf(A, 5, 'z')])).toEqual({ stored: 1, refused: null });
    });

    it('keeps the first of two equal causes within one batch', async () => {
      const batch = [entryOf(A, 1, 'once', 'first'), entryOf(A, 2, 'once', 'second'), entryOf(A, 3, 'after')];
      expect(await store().append(batch)).toEqual({ stored: 1, refused: 'cause' });
      expect(await readAll(store(), A)).toEqual([batch[0]]);
    });

    it('lets the same batch be asked again after an answer was lost', async () => {
      const batch = entriesOf(A, 1, 3);
      await store().append(batch);
      expect(await store().append(batch)).toEqual({ stored: 0, refused: 'cause' });
      expect(await readAll(store(), A)).toEqual(batch);
    });

    it('knows seq and cause per stream, not across', async () => {
      await store().append(entriesOf(A, 1, 2));
      expect(await store().append(entriesOf(B, 1, 2))).toEqual({ stored: 2, refused: null });
      expect((await findCause(store(), B, 'message/2'))?.stream).toBe(B);
    });

    it.each([
      ['two streams', [entryOf(A, 1, 'a'), entryOf(B, 2, 'b')]],
      ['a gap', [entryOf(A, 1, 'a'), entryOf(A, 3, 'b')]],
      ['seq 0', [entryOf(A, 0, 'a')]],
    ])('refuses a batch with %s as misuse', async (_what, batch) => {
      await expect(store().append(batch)).rejects.toMatchObject({ code: 'misuse' });
      expect(await store().streams()).toEqual([]);
    });
  });

  describe('read', () => {
    it('gives the tail after a seq, as much as asked for', async () => {
      await store().append(entriesOf(A, 1, 25));
      const seqs = async (after: number, limit: number) => (await store().read(A, after, limit)).map(({ seq }) => seq);
      expect(await seqs(0, 3)).toEqual([1, 2, 3]);
      expect(await seqs(10, 2)).toEqual([11, 12]);
      expect(await seqs(23, 100)).toEqual([24, 25]);
      expect(await seqs(25, 100)).toEqual([]);
      expect(await seqs(0, 0)).toEqual([]);
      expect(await store().read('campaign/none', 0, 10)).toEqual([]);
    });

    it('orders by number, not by text', async () => {
      await store().append(entriesOf(A, 1, 120));
      expect((await readAll(store(), A, 7)).map(({ seq }) => seq)).toEqual(
        Array.from({ length: 120 }, (_, n) => n + 1),
      );
    });

    it('finds an entry by its cause', async () => {
      await store().append(entriesOf(A, 1, 9));
      expect(await findCause(store(), A, 'message/7')).toEqual(entryOf(A, 7, 'message/7'));
      expect(await findCause(store(), A, 'message/10')).toBeNull();
      expect(await findCause(store(), B, 'message/7')).toBeNull();
    });

    it('finds the entries of many causes at once, and none for those that made none', async () => {
      await store().append(entriesOf(A, 1, 300));
      const causes = [7, 299, 1, 301].map((number) => `message/${number}`);
      const found = await store().findCauses(A, causes);
      expect(found.map(({ seq }) => seq).sort((one, other) => one - other)).toEqual([1, 7, 299]);
      expect(await store().findCauses(A, [])).toEqual([]);
      expect(await store().findCauses(B, causes)).toEqual([]);
    });

    it('knows how far a stream goes', async () => {
      expect(await store().lastSeq(A)).toBe(0);
      await store().append(entriesOf(A, 1, 12));
      await store().append(entriesOf(B, 1, 2));
      expect(await store().lastSeq(A)).toBe(12);
    });

    it('lists the streams that hold entries, sorted', async () => {
      for (const stream of ['directory', 'campaign/b', 'console', 'campaign/a'])
        await store().append(entriesOf(stream, 1, 2));
      await store().saveSnapshot({
        stream: 'campaign/only-a-snapshot',
        seq: 1,
        hash: '0',
        version: '1',
        parts: ['{}'],
      });
      expect(await store().streams()).toEqual(['campaign/a', 'campaign/b', 'console', 'directory']);
    });

    it('gives entries that nobody else holds', async () => {
      const given = entryOf(A, 1, 'message/1');
      await store().append([given]);
      (given.replies as { text: string }[])[0]!.text = '改了';
      const read = await store().read(A, 0, 1);
      (read[0]!.replies as { text: string }[])[0]!.text = '也改了';
      expect(await store().read(A, 0, 1)).toEqual([entryOf(A, 1, 'message/1')]);
    });
  });

  describe('texts', () => {
    it.each(AWKWARD)('keeps %j in words, causes and stream names', async (text) => {
      const entry = entryOf(`campaign/${text}`, 1, text, text);
      await store().append([entry]);
      expect(await store().read(entry.stream, 0, 1)).toEqual([entry]);
      expect(await findCause(store(), entry.stream, text)).toEqual(entry);
      expect(await store().streams()).toEqual([entry.stream]);
    });

    it('tells apart causes that differ only after NUL, in case, or in a lone surrogate', async () => {
      const causes = [
        'a\0b',
        'a\0c',
        'a',
        'A',
        'a ',
        'é',
        'e\u0301',
        '\ud800',
        '\udfff',
        '\ufffd',
        '\\u0000',
        '\u0000',
      ];
      const batch = causes.map((cause, index) => entryOf(A, index + 1, cause));
      expect(await store().append(batch)).toEqual({ stored: causes.length, refused: null });
      for (const entry of batch) expect(await findCause(store(), A, entry.cause)).toEqual(entry);
    });

    it('keeps any text (property)', async () => {
      let seq = 0;
      const anyText = fc.string({
        unit: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom(...AWKWARD)),
      });
      await fc.assert(
        fc.asyncProperty(anyText, async (text) => {
          seq += 1;
          const entry = entryOf(B, seq, `${seq}/${text}`, text);
          await store().append([entry]);
          expect(await findCause(store(), B, entry.cause)).toEqual(entry);
        }),
        { seed: 20230312, numRuns: 60 },
      );
    });

    it('keeps an entry of several megabytes', async () => {
      const entry = entryOf(A, 1, 'large', '消费者权益😀'.repeat(200_000));
      await store().append([entry]);
      expect(await store().read(A, 0, 1)).toEqual([entry]);
    });
  });
}
