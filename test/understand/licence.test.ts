import { describe, expect, test } from 'vitest';
import { unexplained } from '../../src/understand/stance/licence.ts';
import { heldBack, plainlySaid } from './licence-cases.ts';

/** What is left of words whose order stands in brackets and whose names stand in braces. */
function left(marked: string): string {
  const words = marked.replace(/[[\]{}]/g, '');
  const spans = [...marked.matchAll(/\[([^\]]+)\]|\{([^}]+)\}/g)].map((match) => {
    const start = marked.slice(0, match.index).replace(/[[\]{}]/g, '').length;
    return { start, end: start + match[0].length - 2, isOrder: match[1] !== undefined };
  });
  const focus = spans.findLast(({ isOrder }) => isOrder);
  return focus ? unexplained(words, { focus, slots: spans }) : words;
}

describe('what an order does not account for', () => {
  test.each(plainlySaid.split('\n'))('%s: nothing', (marked) => {
    expect(left(marked)).toBe('');
  });

  test.each(heldBack.split('\n'))('%s: something', (marked) => {
    expect(left(marked)).not.toBe('');
  });

  test('only the clause of the order is asked about', () => {
    expect(left('外头堵车，[到岗]')).toBe('');
    expect(left('外头堵车[到岗]')).toBe('外头堵车');
  });
});
