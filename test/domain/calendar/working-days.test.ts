import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../src/domain/calendar/working-days.ts';

const calendar = createWorkingCalendar();

describe('working days', () => {
  it.each([
    ['2023-03-15', true, 'an ordinary Wednesday'],
    ['2023-03-18', false, 'an ordinary Saturday'],
    ['2023-03-12', false, 'an ordinary Sunday'],
    ['2023-04-05', false, '清明节, a Wednesday'],
    ['2023-04-23', true, 'a Sunday worked for 劳动节'],
    ['2023-10-07', true, 'a Saturday worked for 国庆节'],
    ['2020-01-27', false, '春节'],
    ['2026-02-14', true, 'a Saturday worked for 春节, last year of the data'],
  ])('%s: %s (%s)', (day, expected) => {
    expect(calendar.isWorkingDay(day)).toBe(expected);
    expect(calendar.isKnown(day)).toBe(true);
  });

  it('does not claim to know holidays past its data, and falls back to Monday to Friday', () => {
    expect(calendar.isKnown('2027-10-01')).toBe(false);
    expect(calendar.isWorkingDay('2027-10-01')).toBe(true);
    expect(calendar.isWorkingDay('2027-10-02')).toBe(false);
    expect(calendar.isKnown('2003-05-01')).toBe(false);
  });

  it('lets the office overrule the data and fill unknown years', () => {
    const own = createWorkingCalendar({
      holidays: ['2027-10-01', '2023-03-15'],
      workdays: ['2027-10-09', '2023-03-18'],
    });
    expect(own.isKnown('2027-05-04')).toBe(true);
    expect(own.isWorkingDay('2027-10-01')).toBe(false);
    expect(own.isWorkingDay('2027-10-09')).toBe(true);
    expect(own.isWorkingDay('2023-03-15')).toBe(false);
    expect(own.isWorkingDay('2023-03-18')).toBe(true);
  });

  it('steps over weekends, holidays and made-up weekends', () => {
    expect(calendar.next('2023-03-12')).toBe('2023-03-13');
    expect(calendar.next('2023-03-17')).toBe('2023-03-20');
    expect(calendar.previous('2023-03-13')).toBe('2023-03-10');
    expect(calendar.next('2023-04-28')).toBe('2023-05-04');
    expect(calendar.previous('2023-04-24')).toBe('2023-04-23');
    expect(calendar.onOrBefore('2023-03-19')).toBe('2023-03-17');
    expect(calendar.onOrBefore('2023-03-17')).toBe('2023-03-17');
    expect(calendar.nthAfter('2023-03-22', 2)).toBe('2023-03-24');
    expect(calendar.nthAfter('2023-03-23', 2)).toBe('2023-03-27');
    expect(calendar.countBetween('2023-03-17', '2023-03-22')).toBe(3);
    expect(calendar.countBetween('2023-03-22', '2023-03-22')).toBe(0);
  });
});
