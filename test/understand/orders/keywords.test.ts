import { describe, expect, it } from 'vitest';
import { keywordsOf } from '../../../src/understand/orders/keywords.ts';
import { createScreen } from '../../../src/understand/orders/screen.ts';

describe('keywordsOf: what a pattern cannot do without', () => {
  it.each<[RegExp, readonly string[] | null]>([
    [/^汇总进度$/, ['汇总进度']],
    [/^(?:催办|催一?催)(?:全部)?$/, ['催办', '催']],
    [/^(?<whom>\S{2,20}?)(?:的)?明细$/, ['明细']],
    [/^(?<whom>.{2,4})?明细?$/, ['明']],
    [/^[吗么]$/, ['吗', '么']],
    [/^(?!.*(?:吗|没)).{0,9}路上$/, ['路上']],
    [/^(?<=催)好[的了]{1,2}\d+$/, ['好']],
    [/^通知{0,1}$/, ['通']],
    [/^通知{2,}$/, ['通知']],
    [/^(?:表)+\.(?:[^\d]|\s)\u8868$/, ['表']],
    [/^《[^》]+》$/, ['《']],
    [/^\d+号?$/, null],
    [/^(?:好的|.+)$/, null],
    [/^[\d一]$/, null],
    [/^[一-九]$/, null],
    [/^[一二三四五六七]$/, null],
    [/^\p{L}+$/u, null],
    [/^好*的?$/, null],
  ])('%s', (pattern, words) => {
    expect(keywordsOf(pattern)).toEqual(words);
  });

  it('prefers the words that stand in the fewest messages', () => {
    expect(keywordsOf(/^(?:请|把)?到(?:岗|位)了$/)).toEqual(['到']);
    expect(keywordsOf(/^不(?:用报了|必报了)$/)).toEqual(['用报了', '必报了']);
  });
});

describe('createScreen: which patterns a text may fit at all', () => {
  const patterns = [/^(?:催办|催)$/, /^\S+明细$/, /^\d+$/, /^OK$/i];
  const screen = createScreen(patterns.map((pattern) => ({ pattern, words: keywordsOf(pattern) })));
  const mayFit = (text: string) => screen(text).map(({ pattern }) => pattern);

  it('leaves out those whose words are not there, and keeps the order of the others', () => {
    expect(mayFit('公益广告3条')).toEqual([/^\d+$/]);
    expect(mayFit('催一下，明细')).toEqual([/^(?:催办|催)$/, /^\S+明细$/, /^\d+$/]);
    expect(mayFit('')).toEqual([/^\d+$/]);
  });

  it('finds words that overlap, in large and small letters', () => {
    expect(mayFit('催催办ok')).toEqual([/^(?:催办|催)$/, /^\d+$/, /^OK$/i]);
  });
});
