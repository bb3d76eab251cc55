import fc from 'fast-check';
import { expect, it } from 'vitest';
import { initialDirectory } from '../../../src/domain/directory/state.ts';
import { viewDirectory } from '../../../src/domain/directory/view.ts';
import { figure, percent, spokenMeasure, unitList } from '../../../src/domain/replies/wording.ts';

const row = (measure: string) => ({
  no: 1,
  seq: null,
  label: '',
  measure,
  kind: 'integer' as const,
  group: null,
  aliases: [],
});

it.each([
  [0, 27, '0%'],
  [1, 27, '3.7%'],
  [26, 27, '96.3%'],
  [27, 27, '100%'],
  [99_999, 100_000, '99.9%'],
  [1, 100_000, '0%'],
  [0, 0, '—'],
])('says %d of %d as %s', (part, whole, said) => expect(percent(part, whole)).toBe(said));

it('never says 100% while one is missing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (whole, some) => {
      const part = some % whole;
      expect(percent(part, whole)).not.toBe('100%');
      expect(percent(whole, whole)).toBe('100%');
    }),
  );
});

it('says a printed double measure by its first half', () => {
  expect(spokenMeasure(row('册（份）'))).toBe('册');
  expect(figure(row('册（份）'), 300)).toBe('300册');
  expect(figure(row(''), 3)).toBe('3');
});

it('lists forty names and counts the rest', () => {
  const view = viewDirectory(initialDirectory());
  const units = Array.from({ length: 45 }, (_, index) => `u${index + 1}`);
  expect(unitList(view, ['a', 'b'], 2)).toBe('a、b');
  expect(unitList(view, units, units.length)).toMatch(/^u1、.*、u40等45家$/);
  expect(unitList(view, [], 0)).toBe('');
});
