import { toNumber } from './exact.ts';
import { scanNumeral } from './numeral.ts';
import type { ItemToken } from './tokens.ts';

const N = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const NOUN = '(?:项|行|栏|个指标|条|题|个|类)';
const SINGLE = new RegExp(`第(${N})(?:${NOUN})`, 'y');
const LISTED = new RegExp(`(?:第(${N}(?:[、,和及]第?${N})+)|(${N}(?:[、和及]${N})+))(?:项|行|栏)`, 'y');
const RANGE = new RegExp(`(第)?(${N})(?:项|行|栏)?(?:-|—{1,2}|~|至|到)第?(${N})(?:(项|行|栏)|(条)|(?=[都均全]))`, 'y');

const JOINS = /[项行栏、和及~—至到-]/;
const OPENERS = new Set([...'第前后最序编0123456789一二三四五六七八九十']);

/** 第三项, 第1、2、3项, 1—5项: the rows that a person names by number. */
export function itemReferenceAt(text: string, start: number, rows: number): ItemToken[] | null {
  const first = text[start] ?? '';
  if (!OPENERS.has(first)) return null;
  if (first === '前') return leadingAt(text, start);
  if (first === '后' || first === '最') return trailingAt(text, start, rows);
  if (first === '序' || first === '编') return numberedAt(text, start);
  return (first === '十' ? unmarkedAt(text, start) : null) ?? countedAt(text, start, first);
}

function countedAt(text: string, start: number, first: string): ItemToken[] | null {
  if (first !== '第' && !/[\d一二三四五六七八九十]/.test(first)) return null;
  if (start > 0 && first !== '第' && /[\d.一二三四五六七八九十百千万]/.test(text[start - 1] ?? '')) return null;
  if (first !== '第' && !JOINS.test(text.slice(start + 1, start + 6))) return null;
  return rangeAt(text, start) ?? listAt(text, start) ?? singleAt(text, start);
}

function rangeAt(text: string, start: number): ItemToken[] | null {
  RANGE.lastIndex = start;
  const match = RANGE.exec(text);
  if (match === null) return null;
  const [whole, ordinal, from = '', to = '', , strip] = match;
  // 3-5条 is a range of figures, 第3-5条 one of rows
  if (strip !== undefined && ordinal === undefined) return null;
  const low = countIn(from);
  const high = countIn(to);
  if (low < 1 || high <= low || high - low > 60) return null;
  const numbers = Array.from({ length: high - low + 1 }, (_, offset) => low + offset);
  return numbers.map((number) => item(start, start + whole.length, number));
}

function listAt(text: string, start: number): ItemToken[] | null {
  LISTED.lastIndex = start;
  const match = LISTED.exec(text);
  if (match === null) return null;
  const numbers = (match[1] ?? match[2] ?? '').split(/[、,和及]第?/).map(countIn);
  return numbers.map((number) => item(start, start + match[0].length, number));
}

function singleAt(text: string, start: number): ItemToken[] | null {
  if (text[start] !== '第') return null;
  SINGLE.lastIndex = start;
  const match = SINGLE.exec(text);
  return match === null ? null : [item(start, start + match[0].length, countIn(match[1] ?? ''))];
}

function countIn(numeral: string): number {
  const scanned = scanNumeral(numeral, 0);
  return scanned === null ? 0 : toNumber(scanned.value);
}

function item(start: number, end: number, number: number): ItemToken {
  return { type: 'item', start, end, number, certain: true };
}

const TRAILING = new RegExp(`(?:最后|后面?)(?:的)?(${N}|两)(?:项|行|栏)`, 'y');

/** 后三项, where the rows are printed as they are counted. */
function trailingAt(text: string, start: number, rows: number): ItemToken[] | null {
  TRAILING.lastIndex = start;
  const match = TRAILING.exec(text);
  const count = countIn(match?.[1] ?? '');
  if (match === null || count < 1 || count > rows) return null;
  return Array.from({ length: count }, (_, offset) => item(start, start + match[0].length, rows - count + offset + 1));
}

const NUMBERED = /[序编]号\s?(\d{1,2})(?![\d.、-])(?:填写?|报)?/y;

/** 序号1填2. */
function numberedAt(text: string, start: number): ItemToken[] | null {
  NUMBERED.lastIndex = start;
  const match = NUMBERED.exec(text);
  return match === null ? null : [item(start, start + match[0].length, Number(match[1]))];
}

const UNMARKED = /(十[一二三四五六七八九]?)项(?=[\d一二两三四五六七八九十没无是为:填])/y;

/** 第九项2期 十项5篇. */
function unmarkedAt(text: string, start: number): ItemToken[] | null {
  if (text.lastIndexOf('第', start) < 0) return null;
  UNMARKED.lastIndex = start;
  const match = UNMARKED.exec(text);
  return match === null ? null : [item(start, start + match[0].length, countIn(match[1] ?? ''))];
}

const LEADING = new RegExp(`前(${N}|两)(?:项|行|栏)`, 'y');

/** 前三项. */
function leadingAt(text: string, start: number): ItemToken[] | null {
  LEADING.lastIndex = start;
  const match = LEADING.exec(text);
  const last = countIn(match?.[1] ?? '');
  if (match === null || last < 1 || last > 60) return null;
  return Array.from({ length: last }, (_, offset) => item(start, start + match[0].length, offset + 1));
}
