import { describe, expect, it, vi } from 'vitest';
import { genesisHash, seal, verifyChain } from '../../src/service/seal.ts';
import { openMemory } from '../../src/store/memory.ts';
import { add, allEntries, openCounting } from './counting.ts';

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
  it('are taken every so many entries and on stop, and a start reads only what came after', async () => {
    const store = openMemory();
    const host = await openCounting(store, { snapshotEvery: 10 });
    for (let number = 1; number <= 25; number += 1) await add(host, number);
    expect((await store.loadSnapshot('numbers'))?.seq).toBe(20);
    const read = vi.spyOn(store, 'read');
    const again = await openCounting(store);
    expect(read.mock.calls.map(([, afterSeq]) => afterSeq)).toEqual([20]);
    expect(again.state()).toEqual(host.state());
    await again.stop();
    expect((await store.loadSnapshot('numbers'))?.seq).toBe(25);
  });

  it('of another version are not used', async () => {
    const store = openMemory();
    const host = await openCounting(store);
    for (const number of [1, 2, 3]) await add(host, number);
    await host.stop();
    await store.saveSnapshot({
      ...((await store.loadSnapshot('numbers')) as never as Parameters<typeof store.saveSnapshot>[0]),
      version: 'numbers-0',
      state: '{"sum":999,"seen":[]}',
    });
    expect((await openCounting(store)).state().sum).toBe(6);
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
