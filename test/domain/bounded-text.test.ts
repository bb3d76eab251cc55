import { expect, it } from 'vitest';
import { withBoundedRuns } from '../../src/domain/bounded-text.ts';

it('cuts runs of spaces and signs, and leaves what people write', () => {
  expect(withBoundedRuns(`绑定${'，'.repeat(2990)}x`)).toBe(`绑定${'，'.repeat(60)}x`);
  expect(withBoundedRuns(`甲${' ,。\n'.repeat(100)}乙${'—'.repeat(60)}丙`)).toBe(
    `甲${' ,。\n'.repeat(15)}乙${'—'.repeat(60)}丙`,
  );
  const words = '各单位：\n一、公益广告3条……\n二、专题报道2次——已发。'.repeat(20);
  expect(withBoundedRuns(words)).toBe(words);
});
