import { add, type Exact, exact, exactOf, shift, ZERO } from './exact.ts';
import { chineseDigit, isAsciiDigit, isLetter, unitPower } from './numeral-chars.ts';

/** A number as written: 12, 1,200, 三十二, 35万6, 2w, 三点五. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: Exact;
  /** Not one definite figure: 十几, 三五, 上百. */
  readonly loose: boolean;
  /** Said with 万 or 亿: for a row in 万元 it is a sum in 元. */
  readonly carriesWan: boolean;
  /** Digits only, without 十百千万: what may also be an item number or a hotline. */
  readonly plain: boolean;
  readonly hasPoint: boolean;
}

interface Progress {
  readonly text: string;
  at: number;
  total: Exact;
  section: Exact;
  pending: Exact | null;
  pendingDigits: number;
  lastPower: number;
  afterZero: boolean;
  loose: boolean;
  carriesWan: boolean;
  plain: boolean;
  hasPoint: boolean;
}

const LOOSE = /(?:(?:好几|上|近|过|逾|数|几)[十百千万]+|十[几余]|[百千万][几余多把]|[二两三四五六七八九]?十几|百八十)/y;
const DIGITS = /\d{1,3}(?:,\d{3})+(?![\d,]|\.\d+\.)(?:\.\d+)?|\d+(?:\.\d+)?/y;
const LOOSE_TAIL = /几/y;

/** Reads the numeral that begins at `start`, or null. Works on normalised text. */
export function scanNumeral(text: string, start: number): Numeral | null {
  LOOSE.lastIndex = start;
  if (LOOSE.test(text)) return looseNumeral(text, start, LOOSE.lastIndex);
  const progress = begin(text, start);
  while (step(progress)) {
    // each step consumes one literal or one unit
  }
  const value = finish(progress);
  if (value === null) return null;
  LOOSE_TAIL.lastIndex = progress.at;
  const looseTail = progress.lastPower === 1 && progress.pending === null && LOOSE_TAIL.test(text);
  return {
    start,
    end: looseTail ? progress.at + 1 : progress.at,
    value,
    loose: progress.loose || looseTail,
    carriesWan: progress.carriesWan,
    plain: progress.plain,
    hasPoint: progress.hasPoint,
  };
}

function looseNumeral(text: string, start: number, end: number): Numeral | null {
  if (text[end] === '方') return null;
  return { start, end, value: ZERO, loose: true, carriesWan: false, plain: false, hasPoint: false };
}

function begin(text: string, at: number): Progress {
  return {
    text,
    at,
    total: ZERO,
    section: ZERO,
    pending: null,
    pendingDigits: 0,
    lastPower: 0,
    afterZero: false,
    loose: false,
    carriesWan: false,
    plain: true,
    hasPoint: false,
  };
}

function step(progress: Progress): boolean {
  const code = progress.text.charCodeAt(progress.at);
  if (Number.isNaN(code)) return false;
  if (isAsciiDigit(code)) return progress.pending === null && takeDigits(progress);
  if (chineseDigit(code) !== undefined) return progress.pending === null && takeChineseDigits(progress);
  if (progress.text[progress.at] === '廿' || progress.text[progress.at] === '卅') return takeTwenty(progress);
  if (progress.text[progress.at] === '半') return takeHalf(progress);
  if (progress.text[progress.at] === '点') return takePoint(progress);
  return takeUnit(progress, code);
}

function takeDigits(progress: Progress): boolean {
  DIGITS.lastIndex = progress.at;
  const match = DIGITS.exec(progress.text)?.[0];
  if (match === undefined) return false;
  const digits = match.replaceAll(',', '');
  progress.pending = exactOf(digits);
  progress.pendingDigits = digits.length;
  progress.hasPoint ||= digits.includes('.');
  progress.at += match.length;
  return true;
}

function takeChineseDigits(progress: Progress): boolean {
  const { text } = progress;
  let end = progress.at;
  let value = 0;
  let zeros = 0;
  for (; end < text.length; end++) {
    const digit = chineseDigit(text.charCodeAt(end)) ?? (end > progress.at ? zeroDigit(text, end) : undefined);
    if (digit === undefined) break;
    if (digit === 0) zeros++;
    value = value * 10 + digit;
  }
  const length = end - progress.at;
  const leadingZero = chineseDigit(text.charCodeAt(progress.at)) === 0;
  if (progress.lastPower > 0 && leadingZero) {
    progress.afterZero = true;
    progress.at += 1;
    return length > 1 || unitPower(text.charCodeAt(end)) !== undefined || isAsciiDigit(text.charCodeAt(end));
  }
  progress.pending = exact(value);
  progress.pendingDigits = length;
  progress.at = end;
  const unitAround = progress.lastPower > 0 || unitPower(text.charCodeAt(end)) !== undefined;
  // 三五 and 七八十 are guesses, 二〇〇 is a figure
  progress.loose ||= length > 1 && (unitAround || (length === 2 && zeros === 0));
  return true;
}

/** The 0 of 二0二3; other ASCII digits begin a number of their own. */
function zeroDigit(text: string, at: number): number | undefined {
  return text[at] === '0' && !isAsciiDigit(text.charCodeAt(at + 1)) ? 0 : undefined;
}

function takeTwenty(progress: Progress): boolean {
  if (progress.pending !== null || progress.lastPower > 0) return false;
  progress.section = exact(progress.text[progress.at] === '廿' ? 20 : 30);
  progress.lastPower = 1;
  progress.plain = false;
  progress.at += 1;
  return true;
}

/** 两万半; a 半 at the beginning is 0.5 and is read by `finish`. */
function takeHalf(progress: Progress): boolean {
  if (progress.pending !== null || progress.hasPoint) return false;
  progress.loose ||= progress.lastPower === 0 && unitPower(progress.text.charCodeAt(progress.at + 1)) !== undefined;
  progress.pending = exact(5, progress.lastPower > 0 ? progress.lastPower - 1 : -1);
  progress.section = add(progress.section, progress.pending);
  progress.pending = null;
  progress.hasPoint ||= progress.lastPower === 0;
  progress.plain = false;
  progress.lastPower = Math.max(progress.lastPower, 1);
  progress.at += 1;
  return false;
}

function takePoint(progress: Progress): boolean {
  const { text } = progress;
  if (progress.pending === null && progress.lastPower !== 1) return false;
  if (progress.hasPoint) return false;
  if (isAsciiDigit(text.charCodeAt(progress.at - 1))) return takeSpokenPoint(progress);
  let digits = '';
  let end = progress.at + 1;
  for (; end < text.length; end++) {
    const digit = chineseDigit(text.charCodeAt(end));
    if (digit === undefined) break;
    digits += digit;
  }
  // 三点五十 is a time of day
  if (digits === '' || unitPower(text.charCodeAt(end)) === 1 || text[end] === '分') return false;
  const whole = add(progress.section, progress.pending ?? ZERO);
  progress.pending = add(whole, exact(Number(digits), -digits.length));
  progress.section = ZERO;
  progress.lastPower = 0;
  progress.hasPoint = true;
  progress.plain = false;
  progress.at = end;
  return true;
}

/** 3点5: one digit behind the word; more are minutes. */
function takeSpokenPoint(progress: Progress): boolean {
  const { text, at } = progress;
  if (progress.pending === null || !isAsciiDigit(text.charCodeAt(at + 1)) || isAsciiDigit(text.charCodeAt(at + 2)))
    return false;
  if (text[at + 2] === '分' || text[at + 2] === '.') return false;
  progress.pending = add(progress.pending, exact(Number(text[at + 1]), -1));
  progress.hasPoint = true;
  progress.at += 2;
  return true;
}

function takeUnit(progress: Progress, code: number): boolean {
  const power = unitPower(code) ?? letterPower(progress);
  if (power === undefined || isMeasureHead(progress, code)) return false;
  if (power >= 4) return takeBigUnit(progress, power);
  if (progress.pending === null) {
    const bareTen = power === 1 && (progress.lastPower === 0 || progress.afterZero || progress.lastPower >= 2);
    if (!bareTen) return false;
    progress.pending = exact(1);
  }
  if (progress.lastPower > 0 && progress.lastPower <= power) return false;
  progress.section = add(progress.section, shift(progress.pending, power));
  accept(progress, power);
  return true;
}

/** 千克, 千米 and 千瓦 are measures, not thousands. */
function isMeasureHead(progress: Progress, code: number): boolean {
  const next = progress.text[progress.at + 1];
  return unitPower(code) === 3 && (next === '克' || next === '米' || next === '瓦');
}

function letterPower(progress: Progress): number | undefined {
  const letter = progress.text[progress.at];
  if (letter !== 'w' && letter !== 'k') return undefined;
  const before = progress.text.charCodeAt(progress.at - 1);
  if (!isAsciiDigit(before) || isLetter(progress.text.charCodeAt(progress.at + 1))) return undefined;
  return letter === 'w' ? 4 : 3;
}

function takeBigUnit(progress: Progress, power: number): boolean {
  const section = add(progress.section, progress.pending ?? ZERO);
  const scaled = power === 8 ? add(progress.total, section) : section;
  if (scaled.coef === 0) return false;
  progress.total = power === 8 ? shift(scaled, 8) : add(progress.total, shift(scaled, 4));
  progress.section = ZERO;
  progress.carriesWan = true;
  accept(progress, power);
  return true;
}

function accept(progress: Progress, power: number): void {
  progress.pending = null;
  progress.lastPower = power;
  progress.afterZero = false;
  progress.plain = false;
  progress.at += 1;
}

function finish(progress: Progress): Exact | null {
  const { pending, lastPower } = progress;
  const base = add(progress.total, progress.section);
  if (pending === null) return lastPower > 0 ? base : null;
  if (lastPower === 0) return add(base, pending);
  const shorthand = !progress.afterZero && progress.pendingDigits === 1 && lastPower > 1;
  // 35万65 could be 350065 or 356500: not for us to choose
  if (!progress.afterZero && progress.pendingDigits > 1 && progress.pendingDigits < lastPower - 1)
    progress.loose = true;
  if (pending.exp < 0) progress.loose = true;
  return add(base, shorthand ? shift(pending, lastPower - 1) : pending);
}
