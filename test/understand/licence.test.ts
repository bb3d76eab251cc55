import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unexplained } from '../../src/understand/stance/licence.ts';
import { isPlainReport, stanceOf } from '../../src/understand/stance/stance.ts';

/** Whether it may be done at once (`plain`) or not (`held`), and what is said: the order in brackets, the names in braces. */
const said = readFileSync(new URL('./fixtures/licence.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t') as [verdict: string, marked: string]);

function casesOf(wanted: string): readonly string[] {
  return said.flatMap(([verdict, marked]) => (verdict === wanted ? [marked] : []));
}

/** The words, where the order stands in brackets, and names in braces. */
function unmark(marked: string) {
  const spans = [...marked.matchAll(/\[([^\]]+)\]|\{([^}]+)\}/g)].map((match) => {
    const start = marked.slice(0, match.index).replace(/[[\]{}]/g, '').length;
    return { start, end: start + match[0].length - 2, isOrder: match[1] !== undefined };
  });
  const focus = spans.findLast(({ isOrder }) => isOrder);
  if (!focus) throw new Error(`no order is marked in ${marked}`);
  return { words: marked.replace(/[[\]{}]/g, ''), focus, slots: spans };
}

function left(marked: string): string {
  const { words, focus, slots } = unmark(marked);
  return unexplained(words, { focus, slots });
}

function isPlain(marked: string): boolean {
  const { words, focus } = unmark(marked);
  return isPlainReport(stanceOf(words, { year: 2023, focus }));
}

describe('stance and licence together', () => {
  test.each(casesOf('plain'))('%s: plainly said', (marked) => {
    expect({ plain: isPlain(marked), left: left(marked) }).toEqual({ plain: true, left: '' });
  });

  test.each(casesOf('held'))('%s: held back', (marked) => {
    expect(isPlain(marked) && left(marked) === '').toBe(false);
  });
});

test('only the clause of the order is asked about', () => {
  expect(left('外头堵车，[到岗]')).toBe('');
  expect(left('外头堵车[到岗]')).toBe('外头堵车');
});

test('what no word of stance tells is still left over', () => {
  expect(left('除{徐汇}外都[催]')).toBe('除外');
  expect(left('抽空[提交]')).toBe('抽空');
});
