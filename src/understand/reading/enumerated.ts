import { toNumber } from './exact.ts';
import { scanNumeral } from './numeral.ts';
import type { ItemToken, NumberToken, Token } from './tokens.ts';

const POINTED = /(^|[\s,;。、()])(\d{1,2})([.:)-])(?=[^\s\d]|\s?\d)/g;

/**
 * `1.1次 2.4条 3.15条`: the points of a list, written as 、 so that the numerals behind them are scanned by themselves.
 * Same length, so offsets stay. Only numbers that count up one by one make a list.
 */
export function unpoint(text: string): string {
  if (!/\d[.:)-]/.test(text)) return text;
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

/** Marks `1、3 2、5` as items 1 and 2 if the whole message holds together as a list; otherwise leaves the tokens. */
export function markItems(tokens: readonly Token[], text: string): Token[] {
  const marked: Token[] = [];
  const items: ItemToken[] = [];
  let last = 0;
  let sinceItem = 0;
  let sound = true;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const width = sinceItem === 0 && items.length > 0 ? 0 : enumeratorWidth(tokens, at, text);
    const number = width > 0 ? toNumber((token as NumberToken).value) : 0;
    const starts =
      items.length === 0 && width > 0 && (number === 1 || isLabelled(tokens, at + width) || isFirst(tokens, at));
    if (width > 0 && number > last && (items.length > 0 || starts)) {
      const item: ItemToken = {
        type: 'item',
        start: token.start,
        end: (tokens[at + width - 1] as Token).end,
        number,
        certain: false,
      };
      items.push(item);
      const opener = marked.at(-1);
      if (opener?.type === 'break' && /[([]/.test(opener.char)) marked.pop();
      marked.push(item);
      last = number;
      sinceItem = 0;
      at += width - 1;
      continue;
    }
    if (isContent(token)) {
      sinceItem += 1;
      if (
        token.type === 'number' &&
        token.plain &&
        items.length > 0 &&
        sinceItem > 1 &&
        enumeratorWidth(tokens, at, text) > 0
      )
        sound = false;
    }
    marked.push(token);
  }
  return items.length > 0 && sound && isList(items, tokens, sinceItem) ? marked : [...tokens];
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
  if (token?.type !== 'number' || !token.plain || token.measure !== null || token.loose) return 0;
  const number = toNumber(token.value);
  if (!Number.isInteger(number) || number < 1 || number > 99 || token.end - token.start > 3) return 0;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const opens =
    before === undefined ||
    (before.type !== 'fragment' &&
      before.type !== 'unknown' &&
      !(
        before.type === 'word' &&
        before.end === token.start &&
        ['fix', 'is', 'total', 'add', 'about', 'not'].includes(before.kind)
      ));
  if (!opens) return 0;
  if (after?.type === 'break' && /[、)\]]/.test(after.char)) return 2;
  if (after?.type === 'break' && /[.:]/.test(after.char) && !isNumeral(text, after.end)) return 2;
  if (after?.type === 'word' && after.text === '是') return 2;
  if (after?.type === 'fragment' && after.start === token.end && lineStart(before)) return 1;
  return 0;
}

function lineStart(before: Token | undefined): boolean {
  return before === undefined || (before.type === 'break' && /[\n;]/.test(before.char));
}

function isNumeral(text: string, at: number): boolean {
  return scanNumeral(text, at) !== null;
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
