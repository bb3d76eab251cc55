import { expect, it } from 'vitest';
import { runningLine, type Told } from '../../src/domain/running-line.ts';

/** The counts at which the group hears a line, as people say it one after another. */
function linesAt(total: number): number[] {
  let told: Told | null = null;
  const lines: number[] = [];
  for (let count = 1; count <= total; count++)
    if (runningLine(told, { count, total }) !== null) {
      told = { atMs: 0, count };
      lines.push(count);
    }
  return lines;
}

it.each([
  [28, [1, 14, 28]],
  [21, [1, 11, 21]],
  [2000, [1, 1000, 2000]],
  [3, [1, 2, 3]],
  [2, [1, 2]],
  [1, [1]],
])('tells of %i units at %j', (total, lines) => {
  expect(linesAt(total)).toEqual(lines);
});

it('tells once where several come between', () => {
  expect(runningLine({ atMs: 0, count: 3 }, { count: 20, total: 28 })).toBe('so-far');
  expect(runningLine({ atMs: 0, count: 20 }, { count: 21, total: 28 })).toBeNull();
  expect(runningLine({ atMs: 0, count: 28 }, { count: 28, total: 28 })).toBeNull();
});
