import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet } from '../../../src/domain/calendar/quiet-hours.ts';
import { createWorkingCalendar } from '../../../src/domain/calendar/working-days.ts';
import { addDays, dayOf, formatIso, instantOf, MINUTE_MS } from '../../../src/domain/calendar/zone.ts';
import type { Due } from '../../../src/domain/campaign/definition.ts';
import {
  escalationInstant,
  leastApartMs,
  nextStep,
  receiptInstant,
  stepsUntilDue,
} from '../../../src/domain/reminders/ladder.ts';
import { DEFAULT_REMINDERS } from '../../../src/domain/reminders/rules.ts';

const calendar = createWorkingCalendar();
const due = (day: string, time = '17:30', late = instantOf(addDays(day, 1), '24:00')): Due => ({
  phrase: '',
  dueAtMs: instantOf(day, time),
  lateAfterMs: late,
});
const steps = (one: Due, rules = DEFAULT_REMINDERS) =>
  stepsUntilDue(one, rules, calendar).map((ms) => formatIso(ms).slice(5, 16).replace('T', ' '));

describe('steps until the deadline', () => {
  it.each([
    [
      'a Tuesday',
      due('2023-03-21'),
      ['03-14 10:00', '03-17 10:00', '03-20 10:00', '03-21 10:00', '03-21 14:00'], // 15:30 comes too soon after it
    ],
    ['a Monday', due('2023-03-20'), ['03-13 10:00', '03-17 10:00', '03-20 10:00', '03-20 14:00']],
    ['after a holiday', due('2023-10-08'), ['09-28 10:00', '10-07 10:00', '10-08 10:00', '10-08 14:00']],
    ['noon', due('2023-03-17', '12:00'), ['03-10 10:00', '03-14 10:00', '03-16 10:00', '03-17 10:00']],
    [
      'midnight',
      due('2023-03-21', '24:00'),
      ['03-14 10:00', '03-17 10:00', '03-20 10:00', '03-21 10:00', '03-21 14:00', '03-21 19:59'],
    ],
    ['early morning', due('2023-03-21', '08:30'), ['03-14 10:00', '03-17 10:00', '03-20 10:00', '03-20 19:59']],
  ])('at %s', (_name, one, expected) => expect(steps(one)).toEqual(expected));

  it('name an instant once, though two rules lead to it', () => {
    expect(steps(due('2023-03-21', '12:00'), { ...DEFAULT_REMINDERS, daysBefore: [1, 2, 3] })).toEqual([
      '03-17 10:00',
      '03-20 10:00',
      '03-21 10:00',
    ]);
  });
});

const anyDue = fc
  .tuple(fc.integer({ min: 0, max: 700 }), fc.constantFrom('09:00', '12:00', '17:30', '24:00'))
  .map(([days, time]) => due(addDays('2023-01-01', days), time));

const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const anyRules = fc.record({
  daysBefore: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }),
  onTheDay: fc.array(anyTime, { maxLength: 6 }),
  hoursBefore: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 4 }),
});

it('comes in order, two hours apart, outside quiet hours and before the deadline, whatever the rules', () => {
  fc.assert(
    fc.property(anyDue, anyRules, (one, some) => {
      const instants = stepsUntilDue(one, { ...DEFAULT_REMINDERS, ...some }, calendar);
      for (const [index, ms] of instants.entries())
        if (index > 0) expect(ms - (instants[index - 1] ?? 0)).toBeGreaterThanOrEqual(leastApartMs);
      expect(instants).toEqual([...new Set(instants)].toSorted((a, b) => a - b));
      for (const ms of instants) {
        expect(ms).toBeLessThan(one.dueAtMs);
        expect(isQuiet(ms, DEFAULT_REMINDERS.quiet)).toBe(false);
      }
    }),
  );
});

it('goes on after the deadline on every working day and on no other, without end', () => {
  fc.assert(
    fc.property(anyDue, (one) => {
      let atMs = one.dueAtMs;
      for (let count = 0; count < 30; count += 1) {
        const next = nextStep(one, DEFAULT_REMINDERS, calendar, atMs);
        expect(next).toBeGreaterThan(atMs);
        expect(formatIso(next).slice(11, 16)).toBe('10:00');
        expect(calendar.isWorkingDay(dayOf(next))).toBe(true);
        if (count > 0) expect(dayOf(next)).toBe(calendar.next(dayOf(atMs)));
        atMs = next;
      }
    }),
    { numRuns: 50 },
  );
});

it('finds the same next step from any instant in between', () => {
  const one = due('2023-03-21');
  const planned = stepsUntilDue(one, DEFAULT_REMINDERS, calendar);
  for (const [index, ms] of planned.entries()) {
    expect(nextStep(one, DEFAULT_REMINDERS, calendar, ms - MINUTE_MS)).toBe(ms);
    expect(nextStep(one, DEFAULT_REMINDERS, calendar, ms)).toBe(planned[index + 1] ?? instantOf('2023-03-22', '10:00'));
  }
});

it.each([
  ['2023-03-21', '03-24 10:00'], // late after the 22nd: Thursday, Friday
  ['2023-03-23', '03-28 10:00'], // late after Friday the 24th: Monday, Tuesday
  ['2023-09-27', '10-08 10:00'], // late after the 28th: the holidays of October lie between
])('tells leaders on the second working day after the return is late (due %s)', (day, expected) => {
  const ms = escalationInstant(due(day), DEFAULT_REMINDERS, calendar, 0);
  expect(formatIso(ms).slice(5, 16).replace('T', ' ')).toBe(expected);
});

it.each([
  ['2023-03-12', '09:00', '03-13 10:00'],
  ['2023-03-13', '00:00', '03-14 10:00'],
  ['2023-03-10', '18:00', '03-13 10:00'],
  ['2023-09-28', '15:00', '10-07 10:00'],
])('asks for receipts on the next working day after %s %s', (day, time, expected) => {
  const ms = receiptInstant(instantOf(day, time), DEFAULT_REMINDERS, calendar);
  expect(formatIso(ms).slice(5, 16).replace('T', ' ')).toBe(expected);
});
