/**
 * Characters that mean something of their own only where they are words: 应 in 响应 is no plan, 共 in 共同 no total, 一 in 一级 no
 * number. The words of the language say which.
 */
import type { Token } from './tokens.ts';

const numerals = /^[一二两三四五六七八九十百千万]+$/;
const alone: ReadonlySet<string> = new Set(['aim', 'total', 'each', 'rest', 'aboutNext']);
let words: Intl.Segmenter | null = null;

/** What stands inside a longer word becomes part of what is unknown. */
export function withoutSplitWords(tokens: readonly Token[], text: string): readonly Token[] {
  if (!tokens.some((token) => mayBePart(token, text))) return tokens;
  words ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const segments = [...words.segment(text)].map(({ index, segment }) => ({
    start: index,
    end: index + segment.length,
  }));
  return tokens.map((token) => {
    if (!mayBePart(token, text)) return token;
    const within = segments.some(
      ({ start, end }) => start <= token.start && token.end <= end && end - start > token.end - token.start,
    );
    // 一是3次 is a list
    if (!within || /[是为、.:)]/.test(text[token.end] ?? '')) return token;
    return { type: 'unknown', start: token.start, end: token.end };
  });
}

/** A numeral in characters that counts nothing, or a word of one character. */
function mayBePart(token: Token, text: string): boolean {
  if (token.type === 'word') return token.end - token.start === 1 && alone.has(token.kind);
  return token.type === 'number' && token.measure === null && numerals.test(text.slice(token.start, token.end));
}
