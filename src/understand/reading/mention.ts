import type { Element, Label } from './elements.ts';
import { dropHeadings } from './headings.ts';
import type { LabelIndex } from './label-index.ts';
import type { FragmentToken, Token, UnknownToken, WordToken } from './tokens.ts';

/** Below this a stretch of label says too little to write a figure by it: 活动, 宣传. */
const ENOUGH = 1.45;
const JOINERS = new Set(['的', '和', '与', '及', '类', '各类', '各种', '等', '相关', '有关', '了', '个']);

/** Gathers neighbouring fragments into labels; everything else becomes an element as it is. */
export function elementsOf(tokens: readonly Token[], index: LabelIndex, text: string): Element[] {
  const elements: Element[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    if (token.type !== 'fragment') {
      elements.push(elementOf(token));
      at += 1;
      continue;
    }
    const last = lastFragment(tokens, at);
    const fragments = tokens.slice(at, last + 1).filter((part) => part.type === 'fragment');
    const label = labelOf(fragments, tokens[at - 1], tokens[last + 1], index, text);
    elements.push(
      label ?? { type: 'word', kind: 'verb', start: token.start, end: fragments.at(-1)?.end ?? token.end, text: '' },
    );
    at = last + 1;
  }
  return mergeSplit(dropHeadings(elements));
}

function elementOf(token: Exclude<Token, FragmentToken>): Element {
  if (token.type === 'number') return figureOf(token.start, token.end, token);
  if (token.type === 'word' && token.kind === 'none') return figureOf(token.start, token.end, null);
  if (token.type === 'group')
    return {
      by: 'group',
      certain: true,
      exact: true,
      item: null,
      leading: false,
      trailing: false,
      ...token,
      type: 'label',
    };
  if (token.type === 'item') {
    return {
      type: 'label',
      by: 'item',
      start: token.start,
      end: token.end,
      rows: [],
      certain: true,
      exact: true,
      item: token.number,
      leading: false,
      trailing: false,
    };
  }
  return token;
}

function figureOf(start: number, end: number, number: Extract<Token, { type: 'number' }> | null): Element {
  const loose = number?.loose ?? false;
  return { type: 'figure', start, end, number, role: 'value', loose, total: false, change: 'none', described: false };
}

/** The last fragment that belongs to the same label as the one at `first`. */
function lastFragment(tokens: readonly Token[], first: number): number {
  const begun = tokens[first] as FragmentToken;
  let gathered = { rows: begun.rows, weight: begun.weight, exact: begun.exactly.length > 0 };
  let last = first;
  for (let at = first + 1; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (isJoiner(tokens, at, last)) continue;
    if (token.type !== 'fragment' || isAnother(gathered, token)) break;
    const shared = token.rows.filter((row) => gathered.rows.includes(row));
    const rows = shared.length > 0 ? shared : token.weight > gathered.weight ? token.rows : gathered.rows;
    gathered = { rows, weight: Math.max(gathered.weight, token.weight), exact: token.exactly.length > 0 };
    last = at;
  }
  return last;
}

function isJoiner(tokens: readonly Token[], at: number, last: number): boolean {
  const token = tokens[at];
  if (token?.type === 'word') return JOINERS.has(token.text);
  return token?.type === 'break' && token.char === '、' && isSameRow(tokens, last, at + 1);
}

/** A weighty fragment of other rows begins a label of its own. */
function isAnother(
  gathered: { rows: readonly number[]; weight: number; exact: boolean },
  token: FragmentToken,
): boolean {
  if (token.weight < 1 || token.rows.some((row) => gathered.rows.includes(row))) return false;
  return gathered.weight >= 1 || gathered.exact || token.exactly.length > 0;
}

/** 消费调查、评议: two parts of one label with a mark between. */
function isSameRow(tokens: readonly Token[], left: number, right: number): boolean {
  const one = tokens[left];
  const other = tokens[right];
  if (one?.type !== 'fragment' || other?.type !== 'fragment') return false;
  return one.rows.length === 1 && other.rows.length === 1 && one.rows[0] === other.rows[0];
}

function labelOf(
  fragments: readonly FragmentToken[],
  before: Token | undefined,
  after: Token | undefined,
  index: LabelIndex,
  text: string,
): Label | null {
  const start = (fragments[0] as FragmentToken).start;
  const end = (fragments[fragments.length - 1] as FragmentToken).end;
  const weights = new Map<number, number>();
  const exactly = new Set<number>();
  for (const fragment of fragments) {
    for (const row of fragment.rows)
      weights.set(row, (weights.get(row) ?? 0) + fragment.weight + 0.01 * (fragment.end - fragment.start));
    for (const row of fragment.exactly) exactly.add(row);
  }
  const best = Math.max(...weights.values());
  // 播放 or 组织 alone names no row
  if (best < 0.47 && exactly.size === 0) return null;
  const close = [...weights].filter(([, weight]) => weight >= best * 0.72).map(([row]) => row);
  const exactClose = close.filter((row) => exactly.has(row));
  const rows = exactClose.length > 0 ? exactClose : close;
  const total = fragments.reduce((sum, fragment) => sum + fragment.weight, 0);
  const exact = exactClose.length > 0;
  const leading = !exact && isWordBefore(before, start, rows[0], index, text);
  const denied =
    before?.end === start && /[不未非]$/.test(text.slice(before.start, before.end)) && before.type === 'unknown';
  const trailing = isWordAfter(after, end, rows[0], index, text);
  const certain =
    (exact || best >= ENOUGH || opensLabel(text.slice(start, end), rows, index)) &&
    (exact || total - best < 0.6) &&
    !leading &&
    !denied &&
    !(trailing && after?.type === 'word' && isTelephone(after));
  return { type: 'label', by: 'name', start, end, rows, certain, exact, item: null, leading, trailing };
}

/** An unknown word glued to the front changes what is meant: 商业广告 is not 公益广告. */
function isWordBefore(
  token: Token | undefined,
  start: number,
  row: number | undefined,
  index: LabelIndex,
  text: string,
): boolean {
  if (token?.type !== 'unknown' || token.end !== start) return false;
  return !isTypo(token, row, index, text, 'before');
}

function isTelephone({ text }: WordToken): boolean {
  return text === '电话' || text === '手机';
}

function isWordAfter(
  token: Token | undefined,
  end: number,
  row: number | undefined,
  index: LabelIndex,
  text: string,
): boolean {
  // 咨询电话, 投诉电话: not what the row counts, on whichever side the figure stands.
  if (token?.type === 'word' && (token.kind === 'place' || isTelephone(token))) return token.start === end;
  if (token?.type !== 'unknown' || token.start !== end) return false;
  // 排查矛盾纠纷起9: the measure that is printed behind the label
  if (index.rows[row ?? -1]?.measures.some(({ name }) => name === text.slice(token.start, token.end))) return false;
  // 咨询台, 宣传车: what makes another thing of a word is no slip
  if (/^[台站点车岗亭箱]/.test(text.slice(token.start, token.end))) return true;
  return !isTypo(token, row, index, text, 'after');
}

/** A short unknown stretch is a slip of the pen if the label has as many other characters in that place. */
function isTypo(
  token: UnknownToken,
  row: number | undefined,
  index: LabelIndex,
  text: string,
  side: 'before' | 'after',
): boolean {
  const length = token.end - token.start;
  if (length > 2 || row === undefined) return false;
  const run = text.slice(token.start, token.end);
  const neighbour = side === 'before' ? text.slice(token.end, token.end + 2) : text.slice(token.start - 2, token.start);
  return (index.rows[row]?.variants ?? []).some((variant) => {
    const found = variant.text.indexOf(neighbour);
    if (found < 0) return false;
    const from = side === 'before' ? found - length : found + 2;
    const printed = from < 0 ? '' : variant.text.slice(from, from + length);
    if (printed.length !== length) return false;
    return length === 1
      ? side === 'after' && from + 1 === variant.text.length
      : printed[0] === run[0] || printed[1] === run[1];
  });
}

/** 主流媒体: thin words, but they are how one label and no other begins. */
function opensLabel(words: string, rows: readonly number[], index: LabelIndex): boolean {
  const [only] = rows;
  if (words.length < 4 || rows.length !== 1 || only === undefined) return false;
  return index.rows[only]?.variants.some(({ text, synonym }) => synonym === null && text.startsWith(words)) ?? false;
}

/** 查处侵权案件: two pieces of one label around a word of the writer's own. */
function mergeSplit(elements: readonly Element[]): Element[] {
  const merged: Element[] = [];
  /** The newest element that is more than such a word or a space. */
  let last = -1;
  for (const element of elements) {
    const before = merged[last];
    const same =
      element.type === 'label' &&
      before?.type === 'label' &&
      element.by === 'name' &&
      before.by === 'name' &&
      element.rows.length === 1 &&
      before.rows.length === 1 &&
      element.rows[0] === before.rows[0];
    if (!same) {
      merged.push(element);
      if (element.type !== 'unknown' && !(element.type === 'break' && element.char === ' ')) last = merged.length - 1;
      continue;
    }
    merged.length = last;
    merged.push({ ...element, start: before.start, certain: element.certain || before.certain });
  }
  return merged;
}
