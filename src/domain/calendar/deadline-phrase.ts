/** Reads the deadlines that notices and organisers write: `3月22日前`, `3月22日中午前`, `本周五下班前`, `3月22日17:00前`. */
import type { Due } from '../campaign/definition.ts';
import type { EpochMs } from '../model.ts';
import { readNamedDay } from './named-day.ts';
import { dayAfter, type Span } from './span.ts';
import type { WorkingCalendar } from './working-days.ts';
import {
  type Day,
  dayOf,
  daysBetween,
  endOf,
  formatEnd,
  HOUR_MS,
  instantOf,
  isTimeOfDay,
  MINUTE_MS,
  type TimeOfDay,
} from './zone.ts';

export interface DeadlineReading {
  /** When the phrase was said: the notice's date, or now. Relative days and missing years are counted from here. */
  readonly referenceMs: EpochMs;
  /** 下班 */
  readonly closingTime: TimeOfDay;
  readonly calendar: WorkingCalendar;
}

const DAY_MS = 24 * HOUR_MS;

/** A campaign lasts weeks: a day further off than this is a slip in the year. */
const FAR_DAYS = 730;

/** Words around a deadline that do not change it. */
const LEAD = /^(?:请|务必|必须|应|须|截止|截至|最迟|最晚|定于|改[到为至]|延[期长]?[到至]|于|在|到|至)+/;
const BEFORE = /(?:之前|以前|前)$/;
const UNTIL = /(?:为止|止)$/;

/**
 * Null where the words name no day and hour that can be relied on (活动结束后, xx日前, 3点前 without 上午/下午, a year far off).
 *
 * `X日前` leaves open whether day X counts: reminders aim at close of work on the last working day before X, and only after
 * 24:00 of X is a return late. `X日` counts X: close of work on X (or the last working day before), late after its 24:00.
 * An hour, 中午 and 下班 are both at once.
 */
export function readDeadlinePhrase(phrase: string, reading: DeadlineReading): Due | null {
  const words = normalise(phrase);
  const today = dayOf(reading.referenceMs);
  const named = readNamedDay(words.replace(LEAD, ''), today);
  if (named === null || Math.abs(daysBetween(today, named.day)) > FAR_DAYS) return null;
  const before = BEFORE.test(named.rest);
  const timeWords = named.rest.replace(BEFORE, '').replace(UNTIL, '');
  const kept = phrase.trim();
  if (timeWords === '') return { phrase: kept, ...wholeDay(named.day, before, reading) };
  const time = readTime(timeWords, reading.closingTime);
  if (time === null) return null;
  const instant = instantOf(named.day, time);
  return { phrase: kept, dueAtMs: instant, lateAfterMs: instant };
}

/** A deadline so much later: the same hour, or the same manner of naming its day (`3月22日前` becomes `3月25日前`). */
export function putOff(due: Due, span: Span, reading: DeadlineReading): Due {
  const { dueAtMs, lateAfterMs } = due;
  const day = dayOf(lateAfterMs - MINUTE_MS);
  const later = dayAfter(day, span, reading.calendar);
  if (dueAtMs !== lateAfterMs) {
    const before = BEFORE.test(due.phrase);
    return { phrase: dayPhrase(later, before), ...wholeDay(later, before, reading) };
  }
  const instant = lateAfterMs + daysBetween(day, later) * DAY_MS;
  return { phrase: instantPhrase(later, instant), dueAtMs: instant, lateAfterMs: instant };
}

/** With its date where it was said by a day that is another one tomorrow: 后天前, 下周五. */
export function dated(due: Due): Due {
  if (/\d月\d{1,2}[日号]?|\d[./-]\d/.test(normalise(due.phrase))) return due;
  const day = dayOf(due.lateAfterMs - MINUTE_MS);
  const isInstant = due.dueAtMs === due.lateAfterMs;
  return {
    ...due,
    phrase: isInstant ? instantPhrase(day, due.lateAfterMs) : dayPhrase(day, BEFORE.test(due.phrase.trim())),
  };
}

function dayPhrase(day: Day, before: boolean): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日${before ? '前' : ''}`;
}

function instantPhrase(day: Day, instant: EpochMs): string {
  return `${dayPhrase(day, false)}${formatEnd(instant).replace(/^.*）/, '')}前`;
}

function wholeDay(day: Day, before: boolean, reading: DeadlineReading): Omit<Due, 'phrase'> {
  const { calendar, closingTime, referenceMs } = reading;
  const aim = before ? calendar.previous(day) : calendar.onOrBefore(day);
  const dueAtMs = instantOf(aim, closingTime);
  // Nobody can be asked to deliver before the words were said: then day X itself is all that is left, and what remains of it.
  const candidates = [dueAtMs, instantOf(day, closingTime)];
  return { dueAtMs: candidates.find((ms) => ms > referenceMs) ?? endOf(day), lateAfterMs: endOf(day) };
}

const CLOCK = /^(凌晨|早上|上午|中午|下午|傍晚|晚上|晚)?(\d{1,2})(?::(\d{2})|[点时](半|整|(\d{1,2})分?)?)$/;

function readTime(words: string, closingTime: TimeOfDay): TimeOfDay | null {
  if (/^(?:上午|中午|午)$/.test(words)) return '12:00';
  if (/^(?:下午)?下班$/.test(words)) return closingTime;
  const match = CLOCK.exec(words);
  if (match === null) return null;
  const [, part, hourText, colonMinutes, tail, saidMinutes] = match;
  const hour = hourOfDay(Number(hourText), part, colonMinutes !== undefined);
  if (hour === null) return null;
  const minutes = tail === '半' ? 30 : Number(colonMinutes ?? saidMinutes ?? 0);
  const time = `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  return isTimeOfDay(time) ? time : null;
}

/** Which hours may follow a part of the day, and what is added to those of the twelve-hour clock. */
const PARTS: readonly { readonly words: RegExp; readonly hours: readonly number[]; readonly add: number }[] = [
  { words: /^凌晨$/, hours: [0, 1, 2, 3, 4, 5, 6], add: 0 },
  { words: /^(?:早上|上午)$/, hours: [6, 7, 8, 9, 10, 11, 12], add: 0 },
  { words: /^(?:中午|下午)$/, hours: [12], add: 0 },
  { words: /^(?:中午|下午|傍晚)$/, hours: [1, 2, 3, 4, 5, 6, 7], add: 12 },
  { words: /^晚上?$/, hours: [5, 6, 7, 8, 9, 10, 11, 12], add: 12 },
  { words: /^(?:下午|傍晚|晚上?)$/, hours: [13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24], add: 0 },
];

/** Null for `3点` alone: three at night or in the afternoon is for the person to say. `3:00` is a clock's. */
function hourOfDay(hour: number, part: string | undefined, isClock: boolean): number | null {
  if (part === undefined) return isClock || hour === 0 || hour >= 8 ? hour : null;
  const fitting = PARTS.find(({ words, hours }) => words.test(part) && hours.includes(hour));
  return fitting === undefined ? null : hour + fitting.add;
}

const DIGITS = '零一二三四五六七八九';

/** Full-width forms folded, blanks dropped, 二十二 as 22 before 年月日号点时分. */
function normalise(phrase: string): string {
  return phrase
    .normalize('NFKC')
    .replace(/\s+|[。,;!]+$/g, '')
    .replace(
      /([一二三四五六七八九]?十[一二三四五六七八九]?|[两一二三四五六七八九])(?=[月日号点时分])/g,
      (numeral, _, at, all) => (/[周期拜]$/.test(all.slice(0, at)) ? numeral : String(numberOf(numeral))),
    );
}

/** 1 to 99. */
function numberOf(numeral: string): number {
  if (numeral === '两') return 2;
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['零', numeral];
  return (tens === '' ? 1 : DIGITS.indexOf(tens ?? '零')) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones ?? '零'));
}
