import { expect, it } from 'vitest';
import type { Source } from '../../src/domain/ledger.ts';
import { snapshotOf, throughSnapshot } from '../support/snapshot.ts';

function sourceOf(unit: number, length: number): Source {
  return { person: `p${unit}`, cause: `wecom/${unit}`, atMs: unit, words: '字'.repeat(length) };
}

function partsOf(state: unknown): readonly string[] {
  return [...(snapshotOf(state).parts as Iterable<string>)];
}

it('has small parts however long the messages were that its figures stand on', async () => {
  const cells = new Map(
    Array.from({ length: 1_000 }, (_, unit) => [`u${unit}`, { value: unit, source: sourceOf(unit, 3_000) }]),
  );
  const parts = partsOf({ cells });
  expect(parts.length).toBeGreaterThan(20);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(80_000);
  expect(await throughSnapshot({ cells })).toEqual({ cells });
});

it('has small parts wherever in what there is little of a long list stands', async () => {
  const units = Array.from({ length: 100_000 }, (_, index) => `u${index}`);
  const state = {
    definition: { addressees: { units }, returns: [{ id: 'table', from: { printed: ['各街道'], units } }] },
    chats: [{ id: 'work', members: units }],
    returns: new Map([['table', { definition: { from: { units } } }]]),
  };
  const parts = partsOf(state);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(80_000);
  expect(await throughSnapshot(state)).toEqual(state);
});

it('writes the source of several figures once', async () => {
  const source = sourceOf(1, 500);
  const state = { cells: new Map([['1', source]]), trail: [source, { ...source }] };
  expect(partsOf(state).join('').split(source.words)).toHaveLength(2);
  expect(await throughSnapshot(state)).toEqual(state);
});
