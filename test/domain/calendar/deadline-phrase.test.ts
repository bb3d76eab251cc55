import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeadlinePhrase } from '../../../src/domain/calendar/deadline-phrase.ts';
import { createWorkingCalendar } from '../../../src/domain/calendar/working-days.ts';
import { formatEnd, instantOf } from '../../../src/domain/calendar/zone.ts';

function read(phrase: string, day = '2023-03-12', time = '09:00') {
  const due = readDeadlinePhrase(phrase, {
    referenceMs: instantOf(day, time),
    closingTime: '17:30',
    calendar: createWorkingCalendar(),
  });
  return due === null ? null : `${formatEnd(due.dueAtMs)} / ${formatEnd(due.lateAfterMs)}`;
}

const before22 = '3月21日（周二）17:30 / 3月22日（周三）24:00';
const on24 = '3月24日（周五）17:30 / 3月24日（周五）24:00';

describe('deadline phrases', () => {
  it.each([
    ['2023年3月22日前', before22],
    ['2023年3月22日之前', before22],
    ['２０２３年３月２２日前', before22],
    ['于2023年3月22日前', before22],
    ['3月22日前', before22],
    ['3月22日（周三）前', before22],
    ['三月二十二日前', before22],
    ['3.22前', before22],
    ['2023-03-22前', before22],
    ['22号前', before22],
    ['截止改到3月22日前。', before22],
    ['3月24日', on24],
    ['3月24日止', on24],
    ['24号', on24],
    ['3月22日中午前', '3月22日（周三）12:00 / 3月22日（周三）12:00'],
    ['3月22日下班前', '3月22日（周三）17:30 / 3月22日（周三）17:30'],
    ['3月22日17:00前', '3月22日（周三）17:00 / 3月22日（周三）17:00'],
    ['3月22日 17：00 前', '3月22日（周三）17:00 / 3月22日（周三）17:00'],
    ['3月22日（周三）17:30', '3月22日（周三）17:30 / 3月22日（周三）17:30'],
    ['3月22日下午3点前', '3月22日（周三）15:00 / 3月22日（周三）15:00'],
    ['3月22日下午三点半前', '3月22日（周三）15:30 / 3月22日（周三）15:30'],
    ['3月22日16时30分前', '3月22日（周三）16:30 / 3月22日（周三）16:30'],
    ['3月22日24:00前', '3月22日（周三）24:00 / 3月22日（周三）24:00'],
    ['3月22日晚上12点前', '3月22日（周三）24:00 / 3月22日（周三）24:00'],
    ['3月22日上午前', '3月22日（周三）12:00 / 3月22日（周三）12:00'],
  ])('%s → %s', (phrase, expected) => {
    expect(read(phrase)).toBe(expected);
  });

  it.each([
    ['今天下班前', '3月15日（周三）17:30 / 3月15日（周三）17:30'],
    ['今晚8点前', '3月15日（周三）20:00 / 3月15日（周三）20:00'],
    ['明天中午前', '3月16日（周四）12:00 / 3月16日（周四）12:00'],
    ['后天下午5点', '3月17日（周五）17:00 / 3月17日（周五）17:00'],
    ['本周五下班前', '3月17日（周五）17:30 / 3月17日（周五）17:30'],
    ['周五下班前', '3月17日（周五）17:30 / 3月17日（周五）17:30'],
    ['周一下班前', '3月20日（周一）17:30 / 3月20日（周一）17:30'],
    ['下周一中午前', '3月20日（周一）12:00 / 3月20日（周一）12:00'],
    ['下星期三前', '3月21日（周二）17:30 / 3月22日（周三）24:00'],
    ['14日前', '4月13日（周四）17:30 / 4月14日（周五）24:00'],
  ])('said on Wednesday 15 March: %s → %s', (phrase, expected) => {
    expect(read(phrase, '2023-03-15')).toBe(expected);
  });

  it('aims at the last working day before the day named', () => {
    expect(read('3月20日前')).toBe('3月17日（周五）17:30 / 3月20日（周一）24:00');
    expect(read('4月24日前')).toBe('4月23日（周日）17:30 / 4月24日（周一）24:00');
    expect(read('3月19日')).toBe('3月17日（周五）17:30 / 3月19日（周日）24:00');
  });

  it('never aims before the words were said', () => {
    expect(read('3月13日前')).toBe('3月13日（周一）17:30 / 3月13日（周一）24:00');
    expect(read('明天前', '2023-03-15', '18:00')).toBe('3月16日（周四）17:30 / 3月16日（周四）24:00');
  });

  it('takes a date without a year as next year’s only when it lies far back', () => {
    expect(read('1月5日前', '2022-12-20')).toContain('1月5日（周四）24:00');
    expect(read('3月22日前', '2023-03-24')).toBe('3月22日（周三）24:00 / 3月22日（周三）24:00');
    expect(read('10月9日下班前', '2023-03-01')).toContain('10月9日（周一）17:30');
  });

  it.each([
    '活动结束后',
    'xx月xx日前',
    '尽快',
    '及时',
    '',
    '前',
    '下班前',
    '3月32日前',
    '2023年2月29日前',
    '13月1日前',
    '3月22日（周四）前',
    '3月22日前后',
    '3月22日3点前',
    '3月22日25:00前',
    '3月20日至22日',
    '3月22日左右',
    '2032年3月22日前',
    '9999年12月31日前',
    '3月',
  ])('does not guess at %j', (phrase) => {
    expect(read(phrase)).toBeNull();
  });

  it('meets any words with a deadline or null', () => {
    const piece = fc.constantFrom(
      ...'年月日号前周五今明天下上午班点时半三十二0123456789:.（）xx'.split(''),
      '3月',
      '22日',
      '下班',
    );
    const phrase = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(phrase, (text) => read(text) !== ''),
      { numRuns: 2000 },
    );
  });

  it('keeps the words as they were', () => {
    const due = readDeadlinePhrase(' 2023年3月22日前 ', {
      referenceMs: instantOf('2023-03-12', '00:00'),
      closingTime: '17:30',
      calendar: createWorkingCalendar(),
    });
    expect(due?.phrase).toBe('2023年3月22日前');
  });
});
