/** A lent map or set behaves as a copy would, and what it rests on stays as it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlayMap, overlaySet } from '../../src/domain/overlay.ts';

const key = fc.integer({ min: 0, max: 6 });

/** One thing done to a map or a set: what it answers must be the same for both. */
type Step<T> = (target: T) => unknown;

const mapStep: fc.Arbitrary<Step<Map<number, string>>> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(key, fc.string()).map(
      ([at, value]) =>
        (map: Map<number, string>) =>
          map.set(at, value).size,
    ),
  },
  { weight: 4, arbitrary: key.map((at) => (map: Map<number, string>) => [map.delete(at), map.size]) },
  { weight: 2, arbitrary: key.map((at) => (map: Map<number, string>) => [map.has(at), map.get(at)]) },
  {
    weight: 1,
    arbitrary: fc.constant((map: Map<number, string>) => {
      map.clear();
      return map.size;
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant((map: Map<number, string>) => {
      const seen: [number, string][] = [];
      for (const [at, value] of map) {
        seen.push([at, value]);
        if (at % 2 === 0) map.delete(at);
      }
      return seen;
    }),
  },
);

const setStep: fc.Arbitrary<Step<Set<number>>> = fc.oneof(
  { weight: 4, arbitrary: key.map((at) => (set: Set<number>) => set.add(at).size) },
  { weight: 4, arbitrary: key.map((at) => (set: Set<number>) => [set.delete(at), set.size]) },
  { weight: 2, arbitrary: key.map((at) => (set: Set<number>) => set.has(at)) },
  {
    weight: 1,
    arbitrary: fc.constant((set: Set<number>) => {
      set.clear();
      return set.size;
    }),
  },
);

function seenInMap(map: Map<number, string>) {
  const visited: [number, string][] = [];
  map.forEach((value, at) => {
    visited.push([at, value]);
  });
  return { all: [...map], entries: [...map.entries()], keys: [...map.keys()], values: [...map.values()], visited };
}

function seenInSet(set: Set<number>) {
  const visited: number[] = [];
  set.forEach((value) => {
    visited.push(value);
  });
  return { all: [...set], entries: [...set.entries()], keys: [...set.keys()], values: [...set.values()], visited };
}

describe('a map lent', () => {
  it('answers as a copy does, whatever is done to it, and leaves the other as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.string())), fc.array(mapStep, { maxLength: 40 }), (pairs, steps) => {
        const base = new Map(pairs);
        const copy = new Map(pairs);
        const lent = overlayMap(base);
        for (const step of steps) {
          expect(step(lent)).toEqual(step(copy));
          expect(new Map(lent)).toEqual(copy);
          expect(lent.size).toBe(copy.size);
        }
        expect([...base]).toEqual([...new Map(pairs)]);
      }),
      { numRuns: 500 },
    );
  });

  it('is read in every way alike', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.string())), fc.array(mapStep, { maxLength: 20 }), (pairs, steps) => {
        const lent = overlayMap(new Map(pairs));
        for (const step of steps) step(lent);
        const { all, ...ways } = seenInMap(lent);
        expect(ways.entries).toEqual(all);
        expect(ways.visited).toEqual(all);
        expect(ways.keys).toEqual(all.map(([at]) => at));
        expect(ways.values).toEqual(all.map(([, value]) => value));
      }),
    );
  });

  it('keeps the order of a copy: what was there first, new keys last', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.string())), fc.array(mapStep, { maxLength: 40 }), (pairs, steps) => {
        const [lent, copy] = [overlayMap(new Map(pairs)), new Map(pairs)];
        for (const step of steps) step(lent);
        for (const step of steps) step(copy);
        expect([...lent]).toEqual([...copy]);
      }),
      { numRuns: 500 },
    );
  });

  it('may be lent again', () => {
    const base = new Map([[1, 'a']]);
    const once = overlayMap(base);
    once.set(2, 'b');
    const twice = overlayMap(once);
    twice.delete(1);
    twice.set(3, 'c');
    expect([[...base], [...once], [...twice]]).toEqual([
      [[1, 'a']],
      [
        [1, 'a'],
        [2, 'b'],
      ],
      [
        [2, 'b'],
        [3, 'c'],
      ],
    ]);
  });

  it('holds a value that is undefined', () => {
    const lent = overlayMap(new Map<number, string | undefined>([[1, 'a']]));
    lent.set(1, undefined);
    expect([lent.has(1), lent.get(1), lent.size]).toEqual([true, undefined, 1]);
  });
});

describe('a set lent', () => {
  it('answers as a copy does, in its order, and leaves the other as it was', () => {
    fc.assert(
      fc.property(fc.array(key), fc.array(setStep, { maxLength: 40 }), (values, steps) => {
        const base = new Set(values);
        const copy = new Set(values);
        const lent = overlaySet(base);
        for (const step of steps) {
          expect(step(lent)).toEqual(step(copy));
          expect([...lent]).toEqual([...copy]);
        }
        expect(seenInSet(lent)).toEqual(seenInSet(copy));
        expect([...base]).toEqual([...new Set(values)]);
      }),
      { numRuns: 500 },
    );
  });
});
