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

/** Marks `1、3 2、5` as items 1 and 2 if the whole message holds together as a list; otherwise leaves the tokens. */
export function markItems(tokens: readonly Token[], text: string): Token[] {
  if (!tokens.some((token) => token.type === 'number' && token.plain)) return [...tokens];
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
  return items.length > 0 && sound && isList(items, tokens, sinceItem) ? marked : [...tokens];
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
  const figures = tokens.filter((token, at) => isFigure(token) && !isOfRest(tokens, at)).length;
  if (figures - items.length !== items.length && !measured) return false;
  return items.length >= 2 ? consecutive || measured || spaced : measured || spaced;
}

function isFigure(token: Token): boolean {
  return token.type === 'number' || (token.type === 'word' && token.kind === 'none');
}

/** The 0 of 其余为0 is no item's. */
function isOfRest(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 4), at).toReversed();
  const rest = before.findIndex((token) => token.type === 'word' && token.kind === 'rest');
  return rest >= 0 && before.slice(0, rest).every((token) => token.type === 'word' && token.kind !== 'rest');
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
  if (token?.type !== 'number' || !token.plain || token.measure !== null || token.loose) return 0;
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
