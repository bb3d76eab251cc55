import { describe, expect, it } from 'vitest';
import { afterQuiet, beforeQuiet, isQuiet } from '../../../src/domain/calendar/quiet-hours.ts';
import { formatIso, instantOf } from '../../../src/domain/calendar/zone.ts';

const night = { from: '20:00', to: '08:00' };
const noon = { from: '12:00', to: '13:30' };
const never = { from: '08:00', to: '08:00' };

describe('quiet hours', () => {
  it.each([
    ['2023-03-15', '19:59', false],
    ['2023-03-15', '20:00', true],
    ['2023-03-16', '00:00', true],
    ['2023-03-16', '07:59', true],
    ['2023-03-16', '08:00', false],
  ])('over midnight: %s %s is quiet: %s', (day, time, quiet) => {
    expect(isQuiet(instantOf(day, time), night)).toBe(quiet);
  });

  it.each([
    [night, '2023-03-15 22:30', '2023-03-16 08:00', '2023-03-15 19:59'],
    [night, '2023-03-16 03:00', '2023-03-16 08:00', '2023-03-15 19:59'],
    [night, '2023-03-16 10:00', '2023-03-16 10:00', '2023-03-16 10:00'],
    [noon, '2023-03-16 12:00', '2023-03-16 13:30', '2023-03-16 11:59'],
    [never, '2023-03-16 08:00', '2023-03-16 08:00', '2023-03-16 08:00'],
  ])('%j at %s: not before %s, not after %s', (hours, at, after, before) => {
    const [day = '', time = ''] = at.split(' ');
    const ms = instantOf(day, time);
    const shown = (value: number) => formatIso(value).slice(0, 16).replace('T', ' ');
    expect(shown(afterQuiet(ms, hours))).toBe(after);
    expect(shown(beforeQuiet(ms, hours))).toBe(before);
  });
});
