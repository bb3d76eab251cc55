/** Chance that repeats: the same seed gives the same draws in the same order. */

export interface Chance {
  /** In [0, 1). */
  draw(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
  /** True with the given probability. */
  happens(probability: number): boolean;
}

/** mulberry32: 32 bits of state, good enough for playing people. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  function draw(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const between = (from: number, to: number) => from + Math.floor(draw() * (to - from + 1));
  return {
    draw,
    between,
    pick: (items) => items[between(0, items.length - 1)] as (typeof items)[number],
    happens: (probability) => draw() < probability,
  };
}
