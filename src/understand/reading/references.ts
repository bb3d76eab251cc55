import { toNumber } from './exact.ts';
import { scanNumeral } from './numeral.ts';
import type { ItemToken } from './tokens.ts';

const N = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const NOUN = '(?:项|行|栏|个指标|条|题|个|类)';
/** 项 as it is misheard or mistyped, and what is said of a row right behind its number. */
const SLIP = '[项向像相巷象橡享]';
const CHANGED = '(?:改|更正|更改|更新|修改|修正|修订|调整|变更|纠正|订正|换成|写错|填错|报错|应|→|:|=)';
const SINGLE = new RegExp(
  `[第地弟递]\\s?(${N})\\s?(?:${SLIP})|第\\s?(${N})\\s?(?:${NOUN})|[第地弟递]\\s?(${N})\\s?(?=${CHANGED}|[是为]\\s?\\d)|[第地弟递]\\s?(${N})(?=\\s+\\d+(?![\\d.]*\\s?[项行栏、和及到至~—-]))`,
  'y',
);
/** 7项改成9: the noun is enough where the form counts nothing in 项. */
const BARE = new RegExp(`(${N})\\s?${SLIP}(?=\\s?(?:的数[据字量]?|数[据字量])?\\s?(?:${CHANGED}|[是为]\\s?\\d))`, 'y');
const LISTED = new RegExp(`(?:第(${N}(?:[、,和及]第?${N})+)|(${N}(?:[、和及]${N})+))(?:项|行|栏)`, 'y');
const RANGE = new RegExp(`(第)?(${N})(?:项|行|栏)?(?:-|—{1,2}|~|至|到)第?(${N})(?:(项|行|栏)|(条)|(?=[都均全]))`, 'y');

const JOINS = /[项行栏、和及~—至到-]/;
const OPENERS = new Set([...'第地弟递前后最倒序编0123456789一二三四五六七八九十']);

/** 第三项, 第1、2、3项, 1—5项: the rows that a person names by number. */
export function itemReferenceAt(text: string, start: number, rows: number, countsItems: boolean): ItemToken[] | null {
  const first = text[start] ?? '';
  if (!OPENERS.has(first)) return null;
  if (first === '前') return leadingAt(text, start);
  if (first === '后' || first === '最') return trailingAt(text, start, rows);
  if (first === '倒') return fromEndAt(text, start, rows);
  if (first === '序' || first === '编') return numberedAt(text, start);
  if (SLIPS_OF_ORDINAL.has(first)) return singleAt(text, start);
  const counted = (first === '十' ? unmarkedAt(text, start) : null) ?? countedAt(text, start, first);
  return counted ?? (countsItems || first === '第' ? null : bareAt(text, start));
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

/** 第7项, also as 第7向, 地7项, 第7改成 and 第7 12. */
function singleAt(text: string, start: number): ItemToken[] | null {
  const first = text[start] ?? '';
  if (first !== '第' && (!SLIPS_OF_ORDINAL.has(first) || !standsFree(text, start))) return null;
  SINGLE.lastIndex = start;
  const match = SINGLE.exec(text);
  if (match === null) return null;
  return [item(start, start + match[0].length, countIn(match[1] ?? match[2] ?? match[3] ?? match[4] ?? ''))];
}

function bareAt(text: string, start: number): ItemToken[] | null {
  if (!standsFree(text, start)) return null;
  BARE.lastIndex = start;
  const match = BARE.exec(text);
  return match === null ? null : [item(start, start + match[0].length, countIn(match[1] ?? ''))];
}

const SLIPS_OF_ORDINAL = new Set('地弟递');

/** At the beginning of a clause, or behind 把; 当地7项 is no ordinal. */
function standsFree(text: string, start: number): boolean {
  return start === 0 || /[^\u4e00-\u9fff\d.]|[把将请对]/.test(text[start - 1] ?? '');
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

const FROM_END = new RegExp(`倒数第?(${N})\\s?(?:项|行|栏|个|条)`, 'y');

/** 倒数第三行. */
function fromEndAt(text: string, start: number, rows: number): ItemToken[] | null {
  FROM_END.lastIndex = start;
  const match = FROM_END.exec(text);
  const count = countIn(match?.[1] ?? '');
  if (match === null || count < 1 || count > rows) return null;
  return [item(start, start + match[0].length, rows - count + 1)];
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
