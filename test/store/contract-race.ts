import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports.ts';
import { type Bench, entriesOf, entryOf, readAll, tryOf } from './fixtures.ts';

const STREAM = 'campaign/race';

/** What processes compete for. Each competitor has a connection of its own. */
export function raceContract(bench: Bench): void {
  const connections = (count: number) => Promise.all(Array.from({ length: count }, () => bench.open()));

  /** Appends `count` entries as a host does: one more than the last it knows, reading the tail when another was first. */
  const write = async (store: Store, writer: number, count: number): Promise<void> => {
    let seq = 0;
    for (let done = 0; done < count; ) {
      const { stored } = await store.append([entryOf(STREAM, seq + 1, `writer ${writer}/${done}`)]);
      done += stored;
      seq = stored ? seq + 1 : ((await store.read(STREAM, seq, 1_000)).at(-1)?.seq ?? seq);
    }
  };

  describe('between processes', () => {
    it('gives each seq to exactly one of 40 writers', async () => {
      const stores = await connections(4);
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, writer) => stores[writer % 4]!.append([entryOf(STREAM, 1, `writer/${writer}`)])),
      );
      expect(answers.filter(({ stored }) => stored === 1)).toHaveLength(1);
      expect(answers.filter(({ refused }) => refused === 'seq')).toHaveLength(39);
      expect(await readAll(stores[0]!, STREAM)).toHaveLength(1);
    });

    it('stores one cause once, whoever brings it', async () => {
      const stores = await connections(4);
      const answers = await Promise.all(
        Array.from({ length: 24 }, (_, writer) => stores[writer % 4]!.append([entryOf(STREAM, 1, 'the same message')])),
      );
      expect(answers.filter(({ stored }) => stored === 1)).toHaveLength(1);
      expect(answers.filter(({ refused }) => refused === 'cause')).toHaveLength(23);
    });

    it('loses and doubles nothing of 6 writers with 20 entries each', async () => {
      const stores = await connections(6);
      await Promise.all(stores.map((store, writer) => write(store, writer, 20)));
      const all = await readAll(stores[0]!, STREAM);
      expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
      expect(new Set(all.map(({ cause }) => cause)).size).toBe(120);
    });

    it('lets one of two overlapping batches through and none of the other behind it', async () => {
      const [one, two] = (await connections(2)) as [Store, Store];
      const batch = (writer: number) =>
        Array.from({ length: 50 }, (_, index) => entryOf(STREAM, index + 1, `${writer}/${index}`));
      const answers = await Promise.all([one.append(batch(1)), two.append(batch(2))]);
      const all = await readAll(one, STREAM);
      expect(all.length).toBe(answers[0].stored + answers[1].stored);
      expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    });

    it('gives each of 50 sends to exactly one of 8 claimers, for each number', async () => {
      const stores = await connections(8);
      for (const number of [1, 2]) {
        const won = await Promise.all(
          stores.map(async (store, claimer) => {
            const wins: string[] = [];
            for (let send = 0; send < 50; send += 1) {
              const key = `${STREAM}/${(send + claimer * 7) % 50}/0`;
              if (await store.claim(tryOf(key, number, `claimer ${claimer}`))) wins.push(key);
            }
            return wins;
          }),
        );
        expect(won.flat()).toHaveLength(50);
        expect(new Set(won.flat()).size).toBe(50);
      }
    });

    it('shows one connection what another one stored', async () => {
      const [one, two] = (await connections(2)) as [Store, Store];
      await one.append(entriesOf(STREAM, 1, 3));
      await one.claim(tryOf('k', 1, 'one'));
      await one.saveSnapshot({ stream: STREAM, seq: 3, hash: 'h', version: '1', parts: ['{}'] });
      expect(await two.read(STREAM, 0, 10)).toEqual(entriesOf(STREAM, 1, 3));
      expect((await two.lastTry('k'))?.owner).toBe('one');
      expect((await two.loadSnapshot(STREAM))?.seq).toBe(3);
    });

    it('answers a ping and closes twice', async () => {
      const store = await bench.open();
      await store.ping();
      await store.close();
      await store.close();
    });
  });
}
