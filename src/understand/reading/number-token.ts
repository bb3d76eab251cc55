import { add, type Exact, exact, negate, shift } from './exact.ts';
import type { LabelIndex } from './label-index.ts';
import { pieceAt } from './label-scan.ts';
import { isPhysical, type Measure, measureAt, parseMeasure } from './measure.ts';
import { type Numeral, scanNumeral } from './numeral.ts';
import type { NumberToken } from './tokens.ts';

const HALF = exact(5, -1);
const RANGE = /\s*(?:-|~|—{1,2}|至|到|或|、或)\s*/y;
const LOOSE_TAIL = /[多余]|\+(?!\s*\d|[\u4e00-\u9fff]{2,6}\d)|来(?=[^\d\s])/y;

/** The token of a numeral with its measure, its range and the words that make it unsure. */
export function numberToken(
  text: string,
  start: number,
  numeral: Numeral,
  negative: boolean,
  index: LabelIndex,
): NumberToken {
  LOOSE_TAIL.lastIndex = numeral.end;
  const halved = halfAt(text, numeral, index);
  if (halved !== null) return tokenOf(start, numeral, negative, halved);
  const looseTail = LOOSE_TAIL.test(text) && !/^多[了报算填写打加]/.test(text.slice(numeral.end, numeral.end + 2));
  const measureFrom = looseTail ? numeral.end + 1 : numeral.end;
  const measured = measureAfter(text, measureFrom, index);
  const rangeEnd = endOfRange(text, measured?.end ?? measureFrom, index);
  const end = rangeEnd ?? measured?.end ?? measureFrom;
  const loose =
    numeral.loose ||
    looseTail ||
    isThousandsPoint(text, numeral) ||
    rangeEnd !== null ||
    isHotlineAlone(text, start, numeral.end);
  const percent = isShare(text, numeral.end);
  return {
    type: 'number',
    start,
    end: percent ? Math.max(end, numeral.end + 1) : end,
    value: negative ? negate(numeral.value) : numeral.value,
    measure: measured?.value ?? (text[start - 1] === '¥' ? parseMeasure('元') : null),
    loose,
    negative,
    carriesWan: numeral.carriesWan,
    plain: numeral.plain && !numeral.hasPoint && !negative,
    hasPoint: numeral.hasPoint,
    numeralEnd: numeral.end,
    percent,
  };
}

const SHARES: readonly (readonly [said: string, measure: string])[] = [
  ['百分之', '%'],
  ['千分之', '‰'],
];

/** 百分之九十八点五 as 98.5%, where some row holds rates. */
export function shareToken(text: string, start: number, index: LabelIndex): NumberToken | null {
  const tenths = index.holdsRates ? tenthsToken(text, start) : null;
  if (tenths !== null) return tenths;
  const share = index.holdsRates ? SHARES.find(([said]) => text.startsWith(said, start)) : undefined;
  const numeral = share === undefined ? null : scanNumeral(text, start + share[0].length);
  if (share === undefined || numeral === null) return null;
  const token = numberToken(text, start, numeral, false, index);
  return { ...token, measure: parseMeasure(share[1]), plain: false, percent: true };
}

const TENTHS = /([一二三四五六七八九1-9])成([一二三四五六七八九半1-9]?)(?![功果立])/y;
const DIGITS = '零一二三四五六七八九';

/** 九成三 is 93 %, 八成半 85 %. */
function tenthsToken(text: string, start: number): NumberToken | null {
  TENTHS.lastIndex = start;
  const match = TENTHS.exec(text);
  if (match === null) return null;
  const digit = (char = '') => (char === '半' ? 5 : /\d/.test(char) ? Number(char) : Math.max(0, DIGITS.indexOf(char)));
  const end = start + match[0].length;
  const value = exact(digit(match[1]) * 10 + digit(match[2]), 0);
  const measure = parseMeasure('%');
  return {
    type: 'number',
    start,
    end,
    value,
    measure,
    loose: false,
    negative: false,
    carriesWan: false,
    plain: false,
    hasPoint: false,
    numeralEnd: end,
    percent: true,
  };
}

/** A figure whose measure stands inside it. */
interface Split {
  readonly value: Exact;
  readonly measure: Measure;
  readonly end: number;
}

const TAIL = /半|[一二三四五六七八九1-9](?![\d零〇一二两三四五六七八九十百千万点.斤两分厘])/y;

/** 一个半小时, 两吨半, 两吨三: one half or some tenths behind the measure. */
function halfAt(text: string, numeral: Numeral, index: LabelIndex): Split | null {
  if (numeral.loose || numeral.hasPoint) return null;
  if (text.startsWith('个半', numeral.end)) {
    const hit = measureAt(index.measures, text, numeral.end + 2);
    return hit === null ? null : { value: add(numeral.value, HALF), measure: hit.value, end: hit.end };
  }
  const hit = measureAfter(text, numeral.end, index);
  if (hit === null || hit.value.power < 0 || text[hit.end - 1] === ' ') return null;
  TAIL.lastIndex = hit.end;
  if (!TAIL.test(text)) return null;
  if (text[hit.end] === '半') return { value: add(numeral.value, HALF), measure: hit.value, end: hit.end + 1 };
  if (!isPhysical(hit.value) || measureAt(index.measures, text, hit.end + 1) !== null) return null;
  if (!endsThere(text, hit.end + 1)) return null;
  const tenths = scanNumeral(text[hit.end] ?? '', 0);
  if (tenths === null) return null;
  return { value: add(numeral.value, shift(tenths.value, -1)), measure: hit.value, end: hit.end + 1 };
}

function endsThere(text: string, at: number): boolean {
  return at >= text.length || /[\s,;。、!)]/.test(text[at] ?? '');
}

function tokenOf(start: number, numeral: Numeral, negative: boolean, { value, measure, end }: Split): NumberToken {
  return {
    type: 'number',
    start,
    end,
    value: negative ? negate(value) : value,
    measure,
    loose: false,
    negative,
    carriesWan: numeral.carriesWan,
    plain: false,
    hasPoint: true,
    numeralEnd: numeral.end,
    percent: false,
  };
}

/** The measure after a numeral, also behind one space; a label that begins there is a label, as in 12案件. */
function measureAfter(text: string, numeralEnd: number, index: LabelIndex): { value: Measure; end: number } | null {
  const at = text[numeralEnd] === ' ' ? numeralEnd + 1 : numeralEnd;
  const hit = longerMeasureAt(text, at, index) ?? measureAt(index.measures, text, at);
  if (hit === null) return null;
  const piece = pieceAt(index, text, at);
  if (piece !== null && piece.end > hit.end) return null;
  if (/[a-z0-9]/.test(text[hit.end - 1] ?? '') && /[a-z0-9]/.test(text[hit.end] ?? '')) return null;
  return { value: hit.value, end: skipAlternative(text, hit.end, index) };
}

/** 三百二十个工日, where a row counts in 工日. */
function longerMeasureAt(text: string, at: number, index: LabelIndex): { value: Measure; end: number } | null {
  if (text[at] !== '个') return null;
  const hit = measureAt(index.measures, text, at + 1);
  const isRows =
    hit !== null &&
    hit.end - at > 2 &&
    index.rows.some(({ measures }) => measures.some(({ name }) => name === hit.value.name));
  return isRows ? hit : null;
}

/** 册（份） and 场/次: a second measure that belongs to the first. */
function skipAlternative(text: string, end: number, index: LabelIndex): number {
  const opener = text[end];
  if (opener !== '(' && opener !== '/') return end;
  const inner = measureAt(index.measures, text, end + 1);
  if (inner === null) return end;
  if (opener === '/') return inner.end;
  return text[inner.end] === ')' ? inner.end + 1 : end;
}

/** 3-5次, 3次或4次: the end of the upper figure with its measure. */
function endOfRange(text: string, end: number, index: LabelIndex): number | null {
  RANGE.lastIndex = end;
  if (!RANGE.test(text)) return null;
  const upper = scanNumeral(text, RANGE.lastIndex);
  return upper === null ? null : (measureAfter(text, upper.end, index)?.end ?? upper.end);
}

/** A hotline's number alone may be a figure or a joke: ask. */
function isHotlineAlone(text: string, start: number, end: number): boolean {
  return end - start === 5 && /^(?:12315|12345|12358)$/.test(text.slice(start, end)) && text.trim().length === 5;
}

/** 1.000份: a point for a comma, or one? */
function isThousandsPoint(text: string, numeral: Numeral): boolean {
  return numeral.hasPoint && /^\d{1,3}\.000$/.test(text.slice(numeral.start, numeral.end));
}

/** 80%, 三成, 2倍. */
function isShare(text: string, at: number): boolean {
  return /^(?:%|‰|成(?![功果立])|倍)/.test(text.slice(at, at + 2));
}
