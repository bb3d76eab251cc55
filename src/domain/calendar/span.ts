/** Reads how long something is put off: `3天`, `两个工作日`, `一周`. */
import type { WorkingCalendar } from './working-days.ts';
import { addDays, type Day } from './zone.ts';

/** Calendar days, unless working days were said. */
export interface Span {
  readonly days: number;
  readonly working: boolean;
}

const digits = '零一二三四五六七八九';
const numeral = '(?:\\d{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])';

/** As part of a frame: a number of days, working days or weeks. */
export const spanPattern = `${numeral}\\s*(?:个)?(?:天|日|工作日|周|星期|礼拜)`;

const span = new RegExp(`^(${numeral})\\s*(?:个)?(天|日|工作日|周|星期|礼拜)$`);

export function readSpan(words: string): Span | null {
  const [, number, measure = ''] = span.exec(words.trim()) ?? [];
  if (number === undefined) return null;
  const count = numberOf(number);
  const days = /周|星期|礼拜/.test(measure) ? count * 7 : count;
  return days === 0 ? null : { days, working: measure === '工作日' };
}

export function dayAfter(day: Day, { days, working }: Span, calendar: WorkingCalendar): Day {
  return working ? calendar.nthAfter(day, days) : addDays(day, days);
}

function numberOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const text = words.replace('两', '二');
  if (!text.includes('十')) return digits.indexOf(text);
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones));
}
