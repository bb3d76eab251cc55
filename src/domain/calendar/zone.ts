/**
 * Instants and days in Asia/Shanghai. The zone has been UTC+8 without daylight saving since 1992, so a fixed offset is exact
 * for every campaign, and whole-number arithmetic is all that dates need: dayjs took ten times as long, its timezone plugin
 * more still. The process's own zone never shows.
 */
import type { EpochMs } from '../model.ts';
import { type CivilDate, civilDateOf, dayNumberOf } from './civil.ts';

/** A calendar day in Shanghai, `2023-03-22`. */
export type Day = string;
/** A time of day, `17:30`; `24:00` is the end of the day. */
export type TimeOfDay = string;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const OFFSET_MS = 8 * HOUR_MS;

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Null unless the text is a day that exists. */
function parse(text: string): CivilDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const written = { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), date: Number(text.slice(8)) };
  if (written.month < 1 || written.month > 12) return null;
  return format(dayNumberOf(written)) === text ? written : null;
}

function numberOf(day: Day): number {
  const parsed = parse(day);
  if (parsed === null) throw new RangeError(`not a day (YYYY-MM-DD): ${day}`);
  return dayNumberOf(parsed);
}

function format(dayNumber: number): Day {
  const { year, month, date } = civilDateOf(dayNumber);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** The day number in Shanghai, and the milliseconds since its midnight. */
function split(ms: EpochMs): { readonly dayNumber: number; readonly sinceMidnightMs: number } {
  const dayNumber = Math.floor((ms + OFFSET_MS) / DAY_MS);
  return { dayNumber, sinceMidnightMs: ms + OFFSET_MS - dayNumber * DAY_MS };
}

/** Whether the text is a day that exists: `2023-02-30` is none. */
export function isDay(text: string): boolean {
  return parse(text) !== null;
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
  return numberOf(day) * DAY_MS - OFFSET_MS + minutesOf(time) * MINUTE_MS;
}

/** The last instant of a day as notices mean it: 24:00. */
export function endOf(day: Day): EpochMs {
  return instantOf(day, '24:00');
}

export function dayOf(ms: EpochMs): Day {
  return format(split(ms).dayNumber);
}

export function timeOf(ms: EpochMs): TimeOfDay {
  const minutes = Math.floor(split(ms).sinceMidnightMs / MINUTE_MS);
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

export function addDays(day: Day, days: number): Day {
  return format(numberOf(day) + days);
}

/** Days from one to the other; negative if `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return weekday(numberOf(day));
}

/** 1970-01-01 was a Thursday. */
function weekday(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

/** `3月22日（周三）` */
export function formatDay(at: EpochMs | Day): string {
  const dayNumber = typeof at === 'number' ? split(at).dayNumber : numberOf(at);
  const { month, date } = civilDateOf(dayNumber);
  return `${month}月${date}日（周${WEEKDAYS[weekday(dayNumber) - 1]}）`;
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
  const withinMinuteMs = split(ms).sinceMidnightMs % MINUTE_MS;
  const thousandths = withinMinuteMs % 1000;
  const fraction = thousandths === 0 ? '' : `.${String(thousandths).padStart(3, '0')}`;
  return `${dayOf(ms)}T${timeOf(ms)}:${twoDigits(Math.floor(withinMinuteMs / 1000))}${fraction}+08:00`;
}
