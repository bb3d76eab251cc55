/** Working days with 调休 (weekends worked to make up for holidays). */
import chineseDays from 'chinese-days';
import { addDays, type Day, weekdayOf } from './zone.ts';

/** What the State Council or the office itself decided beyond the built-in data. Wins over it. */
export interface CalendarOverrides {
  readonly holidays: readonly Day[];
  readonly workdays: readonly Day[];
}

export interface WorkingCalendar {
  isWorkingDay(day: Day): boolean;
  /** The first working day strictly after. */
  next(day: Day): Day;
  /** The last working day strictly before. */
  previous(day: Day): Day;
  /** The day itself if it is a working day, else the last one before. */
  onOrBefore(day: Day): Day;
  /** The n-th working day strictly after; 1 is `next`. */
  nthAfter(day: Day, n: number): Day;
  /** How many working days lie in `(from, to]`; 0 if `to` is not later. */
  countBetween(from: Day, to: Day): number;
  /** Whether the holidays of the day's year are known; if not, Monday to Friday is assumed. */
  isKnown(day: Day): boolean;
}

export const NO_OVERRIDES: CalendarOverrides = { holidays: [], workdays: [] };

export function createWorkingCalendar(overrides: CalendarOverrides = NO_OVERRIDES): WorkingCalendar {
  const holidays = new Set(overrides.holidays);
  const workdays = new Set(overrides.workdays);
  const toldYears = new Set(overrides.holidays.map(yearOf));

  function isKnown(day: Day): boolean {
    return toldYears.has(yearOf(day)) || isPublished(yearOf(day));
  }

  /** Asked for the same few days again and again, and chinese-days is slow to answer. */
  const answers = new Map<Day, boolean>();

  function isWorkingDay(day: Day): boolean {
    const known = answers.get(day);
    if (known !== undefined) return known;
    const answer = decide(day);
    answers.set(day, answer);
    return answer;
  }

  function decide(day: Day): boolean {
    if (holidays.has(day)) return false;
    if (workdays.has(day)) return true;
    return listed(day)?.work ?? weekdayOf(day) <= 5;
  }

  function walk(day: Day, step: 1 | -1): Day {
    const candidate = addDays(day, step);
    return isWorkingDay(candidate) ? candidate : walk(candidate, step);
  }

  function nthAfter(day: Day, n: number): Day {
    let reached = day;
    for (let left = n; left > 0; left -= 1) reached = walk(reached, 1);
    return reached;
  }

  function countBetween(from: Day, to: Day): number {
    let count = 0;
    for (let day = walk(from, 1); day <= to; day = walk(day, 1)) count += 1;
    return count;
  }

  return {
    isWorkingDay,
    isKnown,
    nthAfter,
    countBetween,
    next: (day) => walk(day, 1),
    previous: (day) => walk(day, -1),
    onOrBefore: (day) => (isWorkingDay(day) ? day : walk(day, -1)),
  };
}

function yearOf(day: Day): string {
  return day.slice(0, 4);
}

/**
 * Past its last year chinese-days calls every Monday to Friday a workday without a word. 1 October is a holiday in every
 * year, so a year whose 1 October it does not list is one whose holidays it does not know.
 */
function isPublished(year: string): boolean {
  return listed(`${year}-10-01`) !== undefined;
}

/**
 * What chinese-days lists for a day (`National Day,国庆节,3`); undefined for a day that is only a weekday to it. Its own
 * weekdays and dates are a day off where the process's zone is west of Greenwich: its table is built and asked by bare dates
 * read as UTC, so those agree with each other, and the weekday is ours to know.
 */
function listed(day: Day): { readonly work: boolean } | undefined {
  const detail = chineseDays.getDayDetail(day);
  return detail.name.includes(',') ? detail : undefined;
}
