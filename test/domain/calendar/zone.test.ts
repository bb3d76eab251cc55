import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  endOf,
  formatDay,
  formatEnd,
  formatInstant,
  formatIso,
  instantOf,
  isDay,
  isTimeOfDay,
  timeOf,
  weekdayOf,
} from '../../../src/domain/calendar/zone.ts';

describe('Shanghai days and instants', () => {
  it('places a wall-clock time eight hours before the same time in UTC', () => {
    expect(instantOf('2023-03-22', '17:30')).toBe(Date.UTC(2023, 2, 22, 9, 30));
    expect(instantOf('2023-03-12', '00:00')).toBe(Date.UTC(2023, 2, 11, 16));
    expect(endOf('2023-03-22')).toBe(Date.UTC(2023, 2, 22, 16));
  });

  it.each([
    '2023-02-30',
    '2023-02-29',
    '2100-02-29',
    '2023-00-10',
    '2023-01-00',
    '2023-13-01',
    '2023-2-3',
    '20230222',
    '',
    'xx',
  ])('refuses %j as a day', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => instantOf(text, '09:00')).toThrow(RangeError);
  });

  it.each(['24:01', '9:00', '25:00', '12:60', '', '12'])('refuses %j as a time of day', (text) => {
    expect(isTimeOfDay(text)).toBe(false);
    expect(() => instantOf('2023-03-22', text)).toThrow(RangeError);
  });

  it('gives the day and time back that an instant was made of', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 366 * 40 }).map((n) => Date.UTC(1992, 0, 1) + n * 60_000);
    fc.assert(fc.property(minute, (ms) => instantOf(dayOf(ms), timeOf(ms)) === ms));
  });

  it('agrees with the platform’s own calendar on every date and weekday', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1600, 0, 1), max: Date.UTC(2400, 0, 1) }), (utcMs) => {
        const iso = new Date(utcMs).toISOString();
        const shanghaiMs = utcMs - 8 * 3_600_000;
        expect(formatIso(shanghaiMs).replace('+08:00', '')).toBe(iso.replace(/(\.000)?Z$/, ''));
        expect(weekdayOf(dayOf(shanghaiMs))).toBe(new Date(utcMs).getUTCDay() || 7);
      }),
      { numRuns: 2000 },
    );
  });

  it('counts days over month ends, leap days and years', () => {
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31');
    expect(daysBetween('2023-03-12', '2023-03-22')).toBe(10);
    expect(daysBetween('2023-03-22', '2023-03-12')).toBe(-10);
  });

  it('writes days and instants as people do', () => {
    const at = instantOf('2023-03-22', '17:30');
    expect(weekdayOf('2023-03-22')).toBe(3);
    expect(weekdayOf('2023-03-12')).toBe(7);
    expect(formatDay(at)).toBe('3月22日（周三）');
    expect(formatDay('2023-03-12')).toBe('3月12日（周日）');
    expect(formatInstant(at)).toBe('3月22日（周三）17:30');
    expect(formatEnd(endOf('2023-03-22'))).toBe('3月22日（周三）24:00');
    expect(formatEnd(at)).toBe('3月22日（周三）17:30');
    expect(formatIso(at)).toBe('2023-03-22T17:30:00+08:00');
    expect(formatIso(at + 7)).toBe('2023-03-22T17:30:00.007+08:00');
  });
});
