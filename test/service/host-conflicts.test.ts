import { describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../src/domain/ledger.ts';
import type { LedgerStore } from '../../src/ports.ts';
import { verifyChain } from '../../src/service/seal.ts';
import { openMemory } from '../../src/store/memory.ts';
import { hurried } from '../support/hurried.ts';
import { add, allEntries, evolveTally, openCounting, type Tally } from './counting.ts';

it('shares a stream with another process: no gap, none twice, one chain, one state', async () => {
  const store = openMemory();
  const [one, two] = [await openCounting(store), await openCounting(store)];
  const work: Promise<unknown>[] = [];
  for (let number = 1; number <= 200; number += 1) {
    work.push(add(one, number), add(two, 1000 + number));
    // Some in one turn, some on their own, so that both find the other first.
    if (number % 7 === 0) await work.at(-1);
  }
  await Promise.all(work);
  const entries = await allEntries(store);
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 400 }, (_, index) => index + 1));
  expect(new Set(entries.map(({ cause }) => cause)).size).toBe(400);
  expect(verifyChain(entries)).toBeNull();
  await one.sync();
  await two.sync();
  expect(one.state()).toEqual(two.state());
  expect(one.state().seen).toEqual(entries.flatMap(({ events }) => events));
});

it('decides anew on what the other process did', async () => {
  const store = openMemory();
  const [one, two] = [await openCounting(store), await openCounting(store)];
  await add(one, 5);
  const entry = await add(two, 1);
  expect(entry?.replies[0]?.text).toBe('5');
  expect(two.state().seen).toEqual([5, 1]);
});

it('stores a message once that two processes got', async () => {
  const store = openMemory();
  const [one, two] = [await openCounting(store), await openCounting(store)];
  const [a, b] = await Promise.all([add(one, 3, 'message/x'), add(two, 3, 'message/x')]);
  expect(b).toEqual(a);
  expect(await allEntries(store)).toHaveLength(1);
});

it('reads what other processes appended on sync', async () => {
  const store = openMemory();
  const [one, two] = [await openCounting(store), await openCounting(store)];
  await add(one, 5);
  expect(two.state().sum).toBe(0);
  await two.sync();
  expect(two.state().sum).toBe(5);
});

describe('a store that fails', () => {
  type Use = 'append' | 'findCauses' | 'read';

  /** The store as it was again. */
  function failing(store: LedgerStore, use: Use, times = Number.POSITIVE_INFINITY): () => void {
    const works = store[use].bind(store);
    let failed = 0;
    Object.assign(store, {
      [use]: (...args: never[]) => {
        failed += 1;
        if (failed > times) return (works as (...given: never[]) => unknown)(...args);
        return Promise.reject(new Error('database is locked'));
      },
    });
    return () => Object.assign(store, { [use]: works });
  }

  it.each<Use>(['append', 'findCauses'])('for a moment only delays what is asked for: %s', async (use) => {
    const store = openMemory();
    const host = await openCounting(store);
    await add(host, 1);
    failing(store, use, 5);
    const { result, tookMs } = await hurried(() => Promise.all([add(host, 2), add(host, 3)]));
    expect(result.map((entry) => entry?.replies[0]?.text)).toEqual(['1', '3']);
    expect(tookMs).toBeLessThan(2_000);
    expect(host.state().seen).toEqual([1, 2, 3]);
    expect(verifyChain(await allEntries(store))).toBeNull();
  });

  it.each<Use>(['append', 'findCauses'])('for long is told of before a platform stops waiting: %s', async (use) => {
    const store = openMemory();
    const host = await openCounting(store);
    await add(host, 1);
    const mend = failing(store, use);
    const meanwhile: Promise<unknown>[] = [];
    const { result, tookMs } = await hurried(() => {
      setTimeout(() => meanwhile.push(expect(add(host, 5)).rejects.toThrow('database is locked')), 2_000);
      return Promise.allSettled([add(host, 2), add(host, 3)]);
    });
    expect(result.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(tookMs).toBeLessThan(4_000);
    // Nor do those wait longer who came later.
    expect(await Promise.all(meanwhile)).toHaveLength(1);
    mend();
    expect((await add(host, 4))?.replies[0]?.text).toBe('1');
    expect(host.state().seen).toEqual([1, 4]);
    expect(await add(host, 2)).toMatchObject({ seq: 3 });
  });

  it('while its state is read anew is waited for as well', async () => {
    const store = openMemory();
    const host = await openCounting(store);
    await add(host, 1);
    const mend = failing(store, 'append');
    await hurried(() => expect(add(host, 2)).rejects.toThrow('locked'));
    mend();
    failing(store, 'read', 3);
    const { result } = await hurried(() => add(host, 3));
    expect(result).toMatchObject({ seq: 2, replies: [{ text: '1' }] });
    expect(host.state().seen).toEqual([1, 3]);
  });

  it('once it has stored an entry gives that entry, once', async () => {
    const store = openMemory();
    const host = await openCounting(store);
    await add(host, 1);
    const append = store.append.bind(store);
    store.append = async (entries) => {
      store.append = append;
      await append(entries.slice(0, 1));
      throw new Error('connection lost');
    };
    const { result } = await hurried(() => Promise.all([add(host, 2), add(host, 3)]));
    expect(result.map((entry) => entry?.seq)).toEqual([2, 3]);
    expect(host.state().seen).toEqual([1, 2, 3]);
    expect(verifyChain(await allEntries(store))).toBeNull();
  });

  it('keeps no stop waiting', async () => {
    const store = openMemory();
    const host = await openCounting(store);
    failing(store, 'append');
    const { tookMs } = await hurried(async () => {
      const asked = add(host, 1);
      asked.catch(() => undefined);
      await new Promise<void>((resolve) => setImmediate(resolve));
      await host.stop();
      await expect(asked).rejects.toThrow('locked');
    });
    expect(tookMs).toBeLessThan(1_000);
  });
});

it('keeps the stored part of a batch and decides the rest again', async () => {
  const store = openMemory();
  const [one, two] = [await openCounting(store), await openCounting(store)];
  const append = store.append.bind(store);
  store.append = async (entries) => {
    store.append = append;
    const half = await append(entries.slice(0, 2));
    await add(two, 100);
    return half.stored === 2 ? append(entries.slice(2)).then(({ refused }) => ({ stored: 2, refused })) : half;
  };
  const entries = await Promise.all([1, 2, 3, 4].map((number) => add(one, number)));
  expect(entries.map((entry) => entry?.seq)).toEqual([1, 2, 4, 5]);
  expect(one.state().seen).toEqual([1, 2, 100, 3, 4]);
  expect(verifyChain(await allEntries(store))).toBeNull();
});

it('shows the old state until the new one is read, never an empty one', async () => {
  const store = openMemory();
  const host = await openCounting(store);
  await add(host, 1);
  const append = store.append.bind(store);
  store.append = () => Promise.reject(new Error('database is locked'));
  await hurried(() => expect(add(host, 2)).rejects.toThrow('locked'));
  store.append = append;
  const seen: [number, number][] = [];
  const read = store.read.bind(store);
  store.read = async (...range) => {
    seen.push([host.durableSeq(), host.state().seen[0] ?? 0]);
    return read(...range);
  };
  await add(host, 3);
  expect(seen).toEqual([[1, 1]]);
  expect(host.state().seen).toEqual([1, 3]);
});

it('decides a refusal again that was made on a batch another process came before', async () => {
  const store = openMemory();
  const [one, two] = [await openCounting(store), await openCounting(store)];
  await add(two, 100);
  const refused: number[] = [];
  const small = one.record('message/small', (state) => {
    refused.push(state.sum);
    return state.sum >= 100 ? { events: [5], replies: [], sends: [] } : null;
  });
  const [, entry] = await Promise.all([add(one, 1), small]);
  expect(refused[0]).toBeLessThan(100);
  expect(entry?.events).toEqual([5]);
  expect(one.state().sum).toBe(106);
});

it('reads only the tail after a conflict on a shared store, whatever stood in the refused batch', async () => {
  const store = { ...openMemory(), shared: true };
  const load = vi.spyOn(store, 'loadSnapshot');
  const lend = (state: Tally, entry: Entry<number>): Tally => {
    const lent = { sum: state.sum, seen: [...state.seen] };
    evolveTally(lent, entry);
    return lent;
  };
  const [one, two] = [await openCounting(store, { lend }), await openCounting(store, { lend })];
  const loads = load.mock.calls.length;
  await add(two, 100);
  await Promise.all([1, 2, 3, 4].map((number) => add(one, number)));
  expect(one.state()).toEqual({ sum: 110, seen: [100, 1, 2, 3, 4] });
  expect(load.mock.calls.length).toBe(loads);
  expect(verifyChain(await allEntries(store))).toBeNull();
});

it('reads what another process appended before it decides, for a while after a conflict', async () => {
  const store = openMemory();
  const [one, two] = [await openCounting(store), await openCounting(store)];
  await add(two, 100);
  await add(one, 1);
  await add(two, 2);
  const append = vi.spyOn(store, 'append');
  expect((await add(one, 3))?.replies[0]?.text).toBe('103');
  expect(append).toHaveBeenCalledTimes(1);
});

it('looks up the causes of a batch in one query', async () => {
  const store = openMemory();
  const host = await openCounting(store);
  const find = vi.spyOn(store, 'findCauses');
  await Promise.all([1, 2, 3, 4, 5].map((number) => add(host, number)));
  expect(find.mock.calls.map(([, causes]) => causes.length)).toEqual([5]);
});
