/** Reads the day a phrase names: `3月22日`, `24日`, `明天`, `本周五`. Part of reading deadlines. */
import { addDays, type Day, daysBetween, isDay, weekdayOf } from './zone.ts';

interface NamedDay {
  readonly day: Day;
  /** The words after the day. */
  readonly rest: string;
}

/** A date without a year that lies further back than this means next year's. Nearer ones are kept: the caller refuses them as past. */
const LOOK_BACK_DAYS = 60;

const RELATIVE: Readonly<Record<string, number>> = { 今: 0, 明: 1, 后: 2, 大后: 3 };
const WEEKDAYS = '一二三四五六日';

type Reader = readonly [pattern: RegExp, read: (match: RegExpExecArray, today: Day) => Day | null];

const READERS: readonly Reader[] = [
  [/^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})[日号]?/, ([, year, month, date]) => dayFrom(year, month, date)],
  [/^(\d{1,2})(?:月|[-./])(\d{1,2})[日号]?/, ([, month, date], today) => inNearestYear(month, date, today)],
  [/^(\d{1,2})[日号]/, ([, date], today) => inNearestMonth(date, today)],
  [/^(大后|今|明|后)(?:[天日]|(?=晚))/, ([, word], today) => addDays(today, RELATIVE[word ?? ''] ?? 0)],
  [/^(本|这个?|下个?)(?:周|星期|礼拜)([一二三四五六日天])/, ([, week, name], today) => inWeek(week, name, today)],
  [/^(?:周|星期|礼拜)([一二三四五六日天])/, ([, name], today) => nextNamed(name, today)],
];

/** A weekday in brackets must be the day's own: "3月22日（周四）" is a slip to be asked about, not read. */
const WEEKDAY_GLOSS = /^\((?:周|星期)([一二三四五六日天])\)/;

/** Null where no day is named, or one that does not exist, or whose weekday in brackets is another. */
export function readNamedDay(text: string, today: Day): NamedDay | null {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const day = read(match, today);
    return day === null ? null : withoutGloss(day, text.slice(match[0].length));
  }
  return null;
}

function withoutGloss(day: Day, after: string): NamedDay | null {
  const gloss = WEEKDAY_GLOSS.exec(after);
  if (gloss !== null && weekdayNumber(gloss[1]) !== weekdayOf(day)) return null;
  return { day, rest: after.slice(gloss?.[0].length ?? 0).replace(/^(?:当[天日]|的)/, '') };
}

function dayFrom(year?: string | number, month?: string | number, date?: string | number): Day | null {
  const day = [String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
  return isDay(day) ? day : null;
}

function inNearestYear(month: string | undefined, date: string | undefined, today: Day): Day | null {
  const year = Number(today.slice(0, 4));
  const thisYear = dayFrom(year, month, date);
  // 2月29日 in a year without one is a slip, not the next leap year's.
  if (thisYear === null || daysBetween(thisYear, today) <= LOOK_BACK_DAYS) return thisYear;
  return dayFrom(year + 1, month, date);
}

/** This month's, or next month's where this month's has passed or does not exist. */
function inNearestMonth(date: string | undefined, today: Day): Day | null {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const thisMonth = dayFrom(year, month, date);
  if (thisMonth !== null && thisMonth >= today) return thisMonth;
  return month === 12 ? dayFrom(year + 1, 1, date) : dayFrom(year, month + 1, date);
}

function inWeek(week: string | undefined, name: string | undefined, today: Day): Day {
  const monday = addDays(today, 1 - weekdayOf(today));
  return addDays(monday, weekdayNumber(name) - 1 + (week?.startsWith('下') ? 7 : 0));
}

function nextNamed(name: string | undefined, today: Day): Day {
  return addDays(today, (weekdayNumber(name) - weekdayOf(today) + 7) % 7);
}

function weekdayNumber(name: string | undefined): number {
  return WEEKDAYS.indexOf(name === '天' ? '日' : (name ?? '')) + 1;
}
