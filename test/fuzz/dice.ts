/** Draws that are the same for the same seed. */
import { createRandom } from '../store/random.ts';

export type Dice = ReturnType<typeof createDice>;

export function createDice(seed: number) {
  const { below } = createRandom(seed);
  return {
    below,
    /** True once in so many. */
    one: (inSoMany: number): boolean => below(inSoMany) === 0,
    pick: <T>(items: readonly T[]): T => items[below(items.length)] as T,
    /** Does one of several things, each as often as its weight says. */
    weighted<T>(choices: readonly (readonly [number, () => T])[]): T {
      let left = below(choices.reduce((sum, [weight]) => sum + weight, 0));
      for (const [weight, choose] of choices) {
        if (left < weight) return choose();
        left -= weight;
      }
      throw new Error('nothing to choose from');
    },
  };
}
