/**
 * Instants and days in Asia/Shanghai. The zone has been UTC+8 without daylight saving since 1992, so a fixed offset is exact
 * for every campaign; dayjs's timezone plugin asks Intl for each conversion and is a hundred times slower. Only dayjs.utc is
 * used, so the process's own zone never shows.
 */
import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import type { EpochMs } from '../model.ts';

dayjs.extend(utc);

/** A calendar day in Shanghai, `2023-03-22`. */
export type Day = string;
/** A time of day, `17:30`; `24:00` is the end of the day. */
export type TimeOfDay = string;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const OFFSET_MS = 8 * HOUR_MS;

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Shanghai's wall clock, held in a dayjs that believes it is UTC. */
function wallClock(ms: EpochMs): Dayjs {
  return dayjs.utc(ms + OFFSET_MS);
}

function midnight(day: Day): Dayjs {
  if (!isDay(day)) throw new RangeError(`not a day (YYYY-MM-DD): ${day}`);
  return dayjs.utc(day);
}

/** Whether the text is a day that exists: `2023-02-30` is none. */
export function isDay(text: string): boolean {
  return DAY.test(text) && dayjs.utc(text).format('YYYY-MM-DD') === text;
}

export function isTimeOfDay(text: string): boolean {
  return TIME.test(text);
}

/** Minutes since midnight. */
export function minutesOf(time: TimeOfDay): number {
  if (!isTimeOfDay(time)) throw new RangeError(`not a time of day (HH:MM): ${time}`);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The instant at which Shanghai's clocks show this day and time. */
export function instantOf(day: Day, time: TimeOfDay): EpochMs {
  return midnight(day).valueOf() - OFFSET_MS + minutesOf(time) * MINUTE_MS;
}

/** The last instant of a day as notices mean it: 24:00. */
export function endOf(day: Day): EpochMs {
  return instantOf(day, '24:00');
}

export function dayOf(ms: EpochMs): Day {
  return wallClock(ms).format('YYYY-MM-DD');
}

export function timeOf(ms: EpochMs): TimeOfDay {
  return wallClock(ms).format('HH:mm');
}

export function addDays(day: Day, days: number): Day {
  return midnight(day).add(days, 'day').format('YYYY-MM-DD');
}

/** Days from one to the other; negative if `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (midnight(to).valueOf() - midnight(from).valueOf()) / DAY_MS;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return midnight(day).day() || 7;
}

/** `3月22日（周三）` */
export function formatDay(at: EpochMs | Day): string {
  const clock = typeof at === 'number' ? wallClock(at) : midnight(at);
  return `${clock.month() + 1}月${clock.date()}日（周${WEEKDAYS[clock.day()]}）`;
}

/** `3月22日（周三）17:30` */
export function formatInstant(ms: EpochMs): string {
  return formatDay(ms) + timeOf(ms);
}

/** As `formatInstant`, but midnight closes the day it ends: `3月22日（周三）24:00`. For ends of periods. */
export function formatEnd(ms: EpochMs): string {
  return timeOf(ms) === '00:00' ? `${formatDay(ms - MINUTE_MS)}24:00` : formatInstant(ms);
}

/** `2023-03-22T17:30:00+08:00`, with milliseconds only where there are any. */
export function formatIso(ms: EpochMs): string {
  const clock = wallClock(ms);
  return clock.format(clock.millisecond() === 0 ? 'YYYY-MM-DDTHH:mm:ss' : 'YYYY-MM-DDTHH:mm:ss.SSS').concat('+08:00');
}
