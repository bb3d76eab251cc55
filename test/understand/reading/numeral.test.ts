import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toNumber } from '../../../src/understand/reading/exact.ts';
import { scanNumeral } from '../../../src/understand/reading/numeral.ts';

const exactly = (text: string) => {
  const numeral = scanNumeral(text, 0);
  return numeral !== null && numeral.end === text.length && !numeral.loose ? toNumber(numeral.value) : null;
};

describe('numerals', () => {
  it.each([
    ['12', 12],
    ['1,200', 1200],
    ['12,345,678', 12345678],
    ['0.35', 0.35],
    ['三十二', 32],
    ['两千三百', 2300],
    ['一千二', 1200],
    ['一万二', 12000],
    ['1.2万', 12000],
    ['3千', 3000],
    ['2w', 20000],
    ['2k', 2000],
    ['廿', 20],
    ['廿五', 25],
    ['卅', 30],
    ['二〇〇', 200],
    ['壹佰', 100],
    ['壹佰贰拾叁', 123],
    ['三点五', 3.5],
    ['一点二万', 12000],
    ['35万6千', 356000],
    ['35万6', 356000],
    ['两千零五', 2005],
    ['一百零二', 102],
    ['一千五百二', 1520],
    ['一百八', 180],
    ['两万八', 28000],
    ['一万零三百', 10300],
    ['3亿5千万', 350000000],
    ['一百二十万', 1200000],
    ['十', 10],
    ['一百一十', 110],
    ['零', 0],
    ['5万8千3', 58300],
    ['1万2000', 12000],
    ['两万半', 25000],
    ['俩', 2],
    ['二十', 20],
    ['八百六', 860],
  ])('%s is %d', (text, value) => {
    expect(exactly(text)).toBe(value);
  });

  it.each([
    '十几',
    '几十',
    '三五',
    '三四十',
    '十七八',
    '上百',
    '二十几',
    '百八十',
    '数百',
    '千把',
    '35万65',
    '一二',
    '好几百',
  ])('%s is no definite figure', (text) => {
    expect(scanNumeral(text, 0)?.loose).toBe(true);
  });

  it.each(['千份', '万', '份', '点五'])('%s is none', (text) => {
    expect(scanNumeral(text, 0)).toBeNull();
  });

  it('leaves measures alone', () => {
    expect(scanNumeral('3千克', 0)?.end).toBe(1);
    expect(scanNumeral('3km', 0)?.end).toBe(1);
  });
});

const DIGITS = '零一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';

/** Written independently of the reader: 0–99,999,999 as textbooks write it. */
function render(value: number, digits = DIGITS, units = ['', '十', '百', '千']): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const tail = rest === 0 ? '' : `${rest < 1000 ? digits[0] : ''}${render(rest, digits, units)}`;
    return `${render(Math.floor(value / 10_000), digits, units)}万${tail}`;
  }
  if (value === 0) return digits[0] ?? '';
  let text = '';
  for (let power = 3, gap = false; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? digits[0] : ''}${digits[digit]}${units[power]}`;
      gap = false;
    }
  }
  return text;
}

/** All the ways in which people write one number. */
function renderings(value: number): string[] {
  const plain = render(value);
  const list = [String(value), value.toLocaleString('en-US'), plain, render(value, FORMAL, ['', '拾', '佰', '仟'])];
  list.push(
    plain.replace(/^一十/, '十'),
    plain.replaceAll('二千', '两千').replace(/^二百/, '两百').replaceAll('二万', '两万'),
  );
  if (value % 1000 === 0 && value > 0) list.push(`${value / 1000}千`, `${value / 1000}k`);
  if (value % 100 === 0 && value > 0) list.push(`${value / 10_000}万`, `${value / 10_000}w`);
  if (value >= 100 && value < 1000 && value % 10 === 0 && value % 100 !== 0) list.push(plain.replace(/十$/, ''));
  if (value >= 1000 && value < 10_000 && value % 100 === 0 && value % 1000 !== 0) list.push(plain.replace(/百$/, ''));
  return list;
}

describe('numerals against an independent renderer', () => {
  it('every rendering reads back as the number', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 0, max: 9999 }),
          fc.integer({ min: 0, max: 99_999_999 }),
          fc.integer({ min: 1, max: 9999 }).map((n) => n * 1000),
        ),
        (value) => {
          for (const text of renderings(value)) expect([text, exactly(text)]).toEqual([text, value]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('decimals keep their digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 9999 }), (whole, fraction) => {
        const text = `${whole}.${String(fraction).padStart(4, '0')}`;
        expect(exactly(text)).toBe(Number(text));
        expect(exactly(`${text}万`)).toBe(Number(`${whole}${String(fraction).padStart(4, '0')}`));
      }),
    );
  });
});
