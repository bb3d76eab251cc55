import { toNumber } from './exact.ts';
import { scanNumeral } from './numeral.ts';
import type { ItemToken, NumberToken, Token } from './tokens.ts';

const POINTED = /(^|[\s,;。、()])(\d{1,2})([.:)=-])(?=[^\s\d]|\s?\d)/g;

/**
 * `1.1次 2.4条 3.15条`: the points of a list, written as 、 so that the numerals behind them are scanned by themselves.
 * Same length, so offsets stay. Only numbers that count up one by one make a list.
 */
export function unpoint(text: string): string {
  if (!/\d[.:)=-]/.test(text)) return text;
  const marks = [...text.matchAll(POINTED)].map((match) => ({
    number: Number(match[2]),
    at: match.index + (match[1] ?? '').length + (match[2] ?? '').length,
  }));
  const chained = marks.filter(
    (mark, order) => marks[order + 1]?.number === mark.number + 1 || marks[order - 1]?.number === mark.number - 1,
  );
  if (chained.length < 2) return text;
  const chars = [...text].length === text.length ? text.split('') : null;
  if (chars === null) return text;
  for (const { at } of chained) chars[at] = '、';
  return chars.join('');
}

/** The list as far as it was read. */
interface Progress {
  readonly marked: Token[];
  readonly items: ItemToken[];
  sinceItem: number;
  sound: boolean;
}

/** Marks `1、3 2、5` as items 1 and 2 if the message holds together as a list, as a whole or up to its 其余为0; otherwise leaves the tokens. */
export function markItems(scanned: readonly Token[], text: string): Token[] {
  if (!scanned.some((token) => token.type === 'number' && !token.hasPoint)) return [...scanned];
  const tokens = withoutRunning(text.includes('(') ? bracketed(scanned) : scanned, text);
  const lined = byLines(tokens, text);
  if (lined) return lined;
  const whole = listOf(tokens, text);
  if (whole) return whole;
  const rest = tokens.findIndex((token) => token.type === 'word' && token.kind === 'rest');
  const end = tokens.slice(0, Math.max(0, rest)).findLastIndex(({ type }) => type !== 'break') + 1;
  const listed = end > 0 ? listOf(tokens.slice(0, end), text) : null;
  return [...(listed ?? tokens.slice(0, end)), ...tokens.slice(end)];
}

/** (3)飞线2起 (1)小区5个: a number in brackets before a label is its ornament, whatever the order. */
function bracketed(tokens: readonly Token[]): readonly Token[] {
  const marked: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [open, number, close, label] = tokens.slice(at, at + 4);
    const isOrnament =
      open?.type === 'break' &&
      open.char === '(' &&
      number?.type === 'number' &&
      number.measure === null &&
      close?.type === 'break' &&
      close.char === ')' &&
      (label?.type === 'fragment' || label?.type === 'group');
    if (isOrnament) {
      marked.push({ type: 'item', start: open.start, end: close.end, number: toNumber(number.value), certain: false });
      at += 2;
    } else if (open) marked.push(open);
  }
  return marked;
}

/** `1. 甲同志`, `2. 乙同志`: the running numbers of a relay are nobody's figures. */
function withoutRunning(tokens: readonly Token[], text: string): readonly Token[] {
  const lines = linesOf(tokens);
  const widths = new Map(lines.map((line) => [line[0], enumeratorWidth(line, 0, text)]));
  const running = lines.filter((line) => {
    const width = widths.get(line[0]) ?? 0;
    return width > 0 && !line.slice(width).some(isContent);
  });
  if (running.length < 2) return tokens;
  const numbers = new Set(running.map(([first]) => first));
  return tokens.map((token) => (numbers.has(token) ? { type: 'decoy', start: token.start, end: token.end } : token));
}

/** `12. 头盔佩戴率90%`, `9、2` line by line: the numbers that lines begin with, in whatever order; null where a line has none. */
function byLines(tokens: readonly Token[], text: string): Token[] | null {
  const lines = linesOf(tokens);
  if (lines.length < 2) return null;
  const widths = lines.map((line) => enumeratorWidth(line, 0, text));
  const numbers = lines.map(([first]) => (first?.type === 'number' ? toNumber(first.value) : 0));
  if (widths.some((width) => width === 0) || new Set(numbers).size < numbers.length) return null;
  const said = lines.map((line, at) => line.slice(widths[at]).filter(isContent));
  const labelled = said.every((one) => isLabelled(one, 0));
  // what is said in every line is one figure, or begins with a label
  if (!labelled && said.some((one) => one.length !== 1)) return null;
  if (!labelled && numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0))) return null;
  const items = new Map(lines.map((line, at) => [line[0], itemOf(line, widths[at] ?? 1)]));
  const closers = new Set(lines.flatMap((line, at) => line.slice(1, widths[at])));
  return tokens.flatMap((token) => items.get(token) ?? (closers.has(token) ? [] : [token]));
}

function itemOf(line: readonly Token[], width: number): ItemToken {
  const first = line[0] as NumberToken;
  return {
    type: 'item',
    start: first.start,
    end: (line[width - 1] as Token).end,
    number: toNumber(first.value),
    certain: false,
  };
}

function linesOf(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type === 'break' && token.char === '\n') lines.push([]);
    else if (lines.at(-1)?.length || token.type !== 'break' || token.char !== ' ') lines.at(-1)?.push(token);
  }
  return lines.filter((line) => line.length > 0);
}

/** Null where it is no list. */
function listOf(tokens: readonly Token[], text: string): Token[] | null {
  const progress: Progress = { marked: [], items: [], sinceItem: 0, sound: true };
  for (let at = 0; at < tokens.length; at++) {
    const width = enumeratorWidth(tokens, at, text);
    if (width > 0 && beginsItem(tokens, at, width, progress)) {
      pushItem(tokens, at, width, progress);
      at += width - 1;
      continue;
    }
    const token = tokens[at] as Token;
    if (isContent(token)) progress.sinceItem += 1;
    // a further number of the looks of an item: no list after all
    if (width > 0 && progress.items.length > 0 && progress.sinceItem > 1) progress.sound = false;
    progress.marked.push(token);
  }
  const { items, marked, sinceItem, sound } = progress;
  return items.length > 0 && sound && isList(items, tokens, sinceItem) ? marked : null;
}

function beginsItem(tokens: readonly Token[], at: number, width: number, progress: Progress): boolean {
  const last = progress.items.at(-1);
  const number = toNumber((tokens[at] as NumberToken).value);
  if (last !== undefined) return progress.sinceItem > 0 && number > last.number;
  return number === 1 || isLabelled(tokens, at + width) || isFirst(tokens, at);
}

function pushItem(tokens: readonly Token[], at: number, width: number, progress: Progress): void {
  const token = tokens[at] as NumberToken;
  const opener = progress.marked.at(-1);
  if (opener?.type === 'break' && /[([]/.test(opener.char)) progress.marked.pop();
  const end = (tokens[at + width - 1] as Token).end;
  const item: ItemToken = { type: 'item', start: token.start, end, number: toNumber(token.value), certain: false };
  progress.items.push(item);
  progress.marked.push(item);
  progress.sinceItem = 0;
}

function isList(items: readonly ItemToken[], tokens: readonly Token[], sinceLast: number): boolean {
  if (sinceLast === 0 && items.length < 2) return false;
  const labelled = tokens.some((token) => token.type === 'fragment' || token.type === 'group');
  if (labelled) return true;
  const measured = tokens.some((token) => token.type === 'number' && token.measure !== null);
  const spaced = tokens.some((token) => token.type === 'break' && /[\s;,\n]/.test(token.char));
  const consecutive = items.every((item, at) => item.number === (items[0]?.number ?? 0) + at);
  const figures = tokens.filter(
    (token) => token.type === 'number' || (token.type === 'word' && token.kind === 'none'),
  ).length;
  if (figures - items.length !== items.length && !measured) return false;
  return items.length >= 2 ? consecutive || measured || spaced : measured || spaced;
}

function isContent(token: Token): boolean {
  return (
    token.type === 'number' ||
    token.type === 'fragment' ||
    token.type === 'group' ||
    (token.type === 'word' && (token.kind === 'none' || token.kind === 'later'))
  );
}

/** How many tokens make up an enumerator at `at`: `3、`, `(3)`, 三是; 0 if there is none. */
function enumeratorWidth(tokens: readonly Token[], at: number, text: string): number {
  const token = tokens[at];
  if (token?.type !== 'number' || token.hasPoint || token.negative || token.measure !== null || token.loose) return 0;
  const number = toNumber(token.value);
  if (number < 1 || number > 99 || token.end - token.start > 3 || !mayOpen(tokens[at - 1], token)) return 0;
  const after = tokens[at + 1];
  if (after?.type === 'break') return closesNumber(after.char, after.end, text) ? 2 : 0;
  if (after?.type === 'word') return after.text === '是' ? 2 : 0;
  return after?.type === 'fragment' && after.start === token.end && lineStart(tokens[at - 1]) ? 1 : 0;
}

function closesNumber(char: string, end: number, text: string): boolean {
  return /[、)\]]/.test(char) || (/[.:]/.test(char) && scanNumeral(text, end) === null);
}

/** No item begins right behind a label or behind 改成. */
function mayOpen(before: Token | undefined, token: NumberToken): boolean {
  if (before?.type === 'fragment' || before?.type === 'unknown') return false;
  if (before?.type !== 'word' || before.end !== token.start) return true;
  return !['fix', 'is', 'total', 'add', 'about', 'not', 'respectively'].includes(before.kind);
}

function lineStart(before: Token | undefined): boolean {
  return before === undefined || (before.type === 'break' && /[\n;]/.test(before.char));
}

function isLabelled(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]?.type === 'break' ? tokens[at + 1] : tokens[at];
  return next?.type === 'fragment' || next?.type === 'group';
}

function isFirst(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(0, at)
    .every((token) => token.type === 'break' || (token.type === 'word' && token.kind !== 'respectively'));
}
