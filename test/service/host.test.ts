import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LedgerStore, Snapshot } from '../../src/ports.ts';
import { genesisHash, seal, verifyChain } from '../../src/service/seal.ts';
import { openMemory } from '../../src/store/memory.ts';
import { createRecordingLog } from '../support/recording-log.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { add, allEntries, openCounting } from './counting.ts';

function headOf({ parts: _, ...head }: Snapshot) {
  return head;
}

describe('group commit', () => {
  it('writes what arrives in one turn at once, each decided on the one before', async () => {
    const store = openMemory();
    const append = vi.spyOn(store, 'append');
    const host = await openCounting(store);
    const entries = await Promise.all([1, 2, 3, 4, 5].map((number) => add(host, number)));
    expect(append).toHaveBeenCalledTimes(1);
    expect(entries.map((entry) => entry?.seq)).toEqual([1, 2, 3, 4, 5]);
    expect(entries.map((entry) => entry?.replies[0]?.text)).toEqual(['0', '1', '3', '6', '10']);
    expect(host.state().sum).toBe(15);
    expect(verifyChain(await allEntries(store))).toBeNull();
  });

  it('splits a flood into several writes so that the first are not kept waiting', async () => {
    const store = openMemory();
    const append = vi.spyOn(store, 'append');
    const host = await openCounting(store);
    await Promise.all(Array.from({ length: 600 }, (_, index) => add(host, index + 1)));
    expect(append.mock.calls.map(([entries]) => entries.length)).toEqual([256, 256, 88]);
  });

  it('answers nobody before the write is done', async () => {
    const store = openMemory();
    const host = await openCounting(store);
    const order: string[] = [];
    const append = store.append.bind(store);
    store.append = async (entries) => {
      const appended = await append(entries);
      order.push('stored');
      return appended;
    };
    await Promise.all([add(host, 1).then(() => order.push('one')), add(host, 2).then(() => order.push('two'))]);
    expect(order).toEqual(['stored', 'one', 'two']);
  });
});

describe('causes', () => {
  it('yields the first entry to a cause repeated in the same turn, later, and by another process', async () => {
    const store = openMemory();
    const host = await openCounting(store);
    const [first, second] = await Promise.all([add(host, 7, 'message/a'), add(host, 7, 'message/a')]);
    expect(second).toEqual(first);
    expect(await add(host, 9, 'message/a')).toEqual(first);
    const other = await openCounting(store);
    expect(await add(other, 9, 'message/a')).toEqual(first);
    expect([host.state().sum, other.state().sum]).toEqual([7, 7]);
  });

  it('stores nothing where nothing happened', async () => {
    const store = openMemory();
    const host = await openCounting(store);
    expect(await host.record('tick', () => null)).toBeNull();
    expect(await allEntries(store)).toEqual([]);
    expect(host.durableSeq()).toBe(0);
  });

  it('lets a decision that throws fail alone', async () => {
    const store = openMemory();
    const host = await openCounting(store);
    const results = await Promise.allSettled([
      add(host, 1),
      host.record('bad', () => {
        throw new Error('no rule for this');
      }),
      add(host, 2),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await allEntries(store)).map(({ cause }) => cause)).toEqual(['message/1', 'message/2']);
    expect(host.state().seen).toEqual([1, 2]);
  });
});

describe('opening', () => {
  it('refuses a ledger with a changed entry, naming it and what to do', async () => {
    const store = openMemory();
    const host = await openCounting(store);
    for (const number of [1, 2, 3]) await add(host, number);
    const read = store.read.bind(store);
    store.read = async (...args) =>
      (await read(...args)).map((entry) => (entry.seq === 2 ? { ...entry, events: [200] } : entry));
    await expect(openCounting(store)).rejects.toThrow('台账 numbers 第 2 条与其校验值不符，请从备份恢复后再启动');
  });

  it('refuses a ledger with a gap', async () => {
    const store = openMemory();
    const host = await openCounting(store);
    for (const number of [1, 2, 3]) await add(host, number);
    const read = store.read.bind(store);
    store.read = async (...args) => (await read(...args)).filter(({ seq }) => seq !== 2);
    await expect(openCounting(store)).rejects.toThrow('台账 numbers 第 2 条缺失，请从备份恢复后再启动');
  });

  it('does not take a re-sealed entry either, for the next one does not follow it', async () => {
    const store = openMemory();
    const host = await openCounting(store);
    for (const number of [1, 2]) await add(host, number);
    const [first] = await allEntries(store);
    const read = store.read.bind(store);
    const forged = seal(genesisHash, { ...(first as never as Parameters<typeof seal>[1]), events: [100] });
    store.read = async (...args) => (await read(...args)).map((entry) => (entry.seq === 1 ? forged : entry));
    await expect(openCounting(store)).rejects.toThrow('第 2 条与其校验值不符');
  });
});

describe('snapshots', () => {
  const seqOf = async (store: LedgerStore) => (await store.loadSnapshot('numbers'))?.seq;
  /** The ledger of three entries and a snapshot of it, changed by somebody. */
  async function withSnapshot(change: (snapshot: Snapshot) => Snapshot) {
    const store = openMemory();
    const host = await openCounting(store);
    for (const number of [1, 2, 3]) await add(host, number);
    await host.stop();
    await store.saveSnapshot(change((await store.loadSnapshot('numbers')) as Snapshot));
    const log = createRecordingLog();
    const again = await openCounting(store, { log });
    return {
      sum: again.state().sum,
      passedOver: log.lines.filter(({ message }) => message === 'snapshot passed over'),
    };
  }
  const partsOf = (snapshot: Snapshot) => [...(snapshot.parts as readonly string[])];

  it('are taken in a quiet moment after so many entries and on stop, and a start reads only what came after', async () => {
    const store = openMemory();
    const host = await openCounting(store, { snapshotEvery: 10 });
    for (let number = 1; number <= 12; number += 1) await add(host, number);
    await vi.waitFor(async () => expect(await seqOf(store)).toBe(12));
    for (let number = 13; number <= 15; number += 1) await add(host, number);
    const read = vi.spyOn(store, 'read');
    const again = await openCounting(store);
    // The entry it is bound to, and the tail.
    expect(read.mock.calls.map(([, afterSeq]) => afterSeq)).toEqual([11, 12]);
    expect(again.state()).toEqual(host.state());
    await again.stop();
    expect(await seqOf(store)).toBe(15);
  });

  it('are used where nothing is in doubt', async () => {
    expect(await withSnapshot((snapshot) => snapshot)).toEqual({ sum: 6, passedOver: [] });
  });

  it.each<[string, (snapshot: Snapshot) => Snapshot]>([
    [
      'of another version',
      (snapshot) => snapshotOf({ sum: 999, seen: [] }, { ...headOf(snapshot), version: 'numbers-0' }),
    ],
    ['of another entry', (snapshot) => snapshotOf({ sum: 999, seen: [] }, { ...headOf(snapshot), hash: 'another' })],
    [
      'of an entry that is not there',
      (snapshot) => snapshotOf({ sum: 999, seen: [] }, { ...headOf(snapshot), seq: 4 }),
    ],
    [
      'with a changed total',
      (snapshot) => ({ ...snapshot, parts: partsOf(snapshot).map((part) => part.replace('"sum":6', '"sum":7')) }),
    ],
    ['that is no JSON', (snapshot) => ({ ...snapshot, parts: ['统计表'] })],
    ['that lacks its end', (snapshot) => ({ ...snapshot, parts: partsOf(snapshot).slice(0, 1) })],
    ['of nothing', (snapshot) => ({ ...snapshot, parts: [] })],
  ])('%s are passed over with a line in the log, and the ledger is read', async (_what, change) => {
    const { sum, passedOver } = await withSnapshot(change);
    expect(sum).toBe(6);
    expect(passedOver).toHaveLength(1);
  });

  it('wait while there is something to decide, and never keep anyone waiting', async () => {
    const store = openMemory();
    const host = await openCounting(store, { snapshotEvery: 10, log: createRecordingLog() });
    const save = vi.spyOn(store, 'saveSnapshot');
    let [answered, next] = [0, 0];
    const one = async (): Promise<void> => {
      next += 1;
      await add(host, next);
      answered += 1;
      if (next < 100) await one();
    };
    await one();
    expect(answered).toBe(100);
    await vi.waitFor(async () => expect(await seqOf(store)).toBe(100));
    expect(save.mock.calls.map(([{ seq }]) => seq)).toEqual([100]);
  });

  it('are given up as soon as something is to be decided', async () => {
    const store = openMemory();
    const log = createRecordingLog();
    const host = await openCounting(store, { snapshotEvery: 1, log });
    const save = store.saveSnapshot.bind(store);
    let between = () => add(host, 2);
    store.saveSnapshot = (snapshot) => {
      const parts = (async function* () {
        for await (const part of snapshot.parts) {
          yield part;
          await between();
        }
      })();
      return save({ ...snapshot, parts });
    };
    await add(host, 1);
    await vi.waitFor(() => expect(log.lines.map(({ message }) => message)).toContain('snapshot put off'));
    expect(await seqOf(store)).toBeUndefined();
    between = () => Promise.resolve(null);
    await host.stop();
    expect(await seqOf(store)).toBe(2);
  });

  it('that fail are tried again after a while, not with every message', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const store = openMemory();
    const save = vi.spyOn(store, 'saveSnapshot').mockRejectedValue(new Error('disk full'));
    const host = await openCounting(store, { snapshotEvery: 1 });
    await add(host, 1);
    await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(1));
    for (let number = 2; number <= 20; number += 1) await add(host, number);
    expect(save).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(save).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(save).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(save).toHaveBeenCalledTimes(3);
    await host.stop();
  });

  it('that cannot be saved cost nothing but a longer start', async () => {
    const store = openMemory();
    store.saveSnapshot = () => Promise.reject(new Error('disk full'));
    const host = await openCounting(store, { snapshotEvery: 1 });
    await add(host, 4);
    await host.stop();
    expect((await openCounting(store)).state().sum).toBe(4);
  });
});

it('takes nothing more once it stops, and stops twice without harm', async () => {
  const host = await openCounting(openMemory());
  const last = add(host, 1);
  const stopped = host.stop();
  await expect(add(host, 2)).rejects.toThrow('stopping');
  await stopped;
  await host.stop();
  expect((await last)?.seq).toBe(1);
});
