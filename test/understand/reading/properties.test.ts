import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, formOf, readIn, samples } from './corpus.ts';

const labels: Readonly<Record<number, readonly string[]>> = {
  1: ['新闻发布', '新闻发布会', '组织重要新闻发布'],
  2: ['公益广告', '播放公益广告'],
  3: ['抖音', '抖音小视频', '短视频'],
  4: ['宣传资料', '资料', '印发各类宣传资料'],
  7: ['行政指导', '开展行政指导'],
  8: ['专题报道'],
  9: ['案件', '查处案件'],
};
const measures: Readonly<Record<number, string>> = { 1: '次', 2: '条', 3: '条', 4: '份', 7: '次', 8: '次', 9: '件' };
const entry = fc.constantFrom(1, 2, 3, 4, 7, 8, 9).chain((row) =>
  fc.record({
    row: fc.constant(row),
    label: fc.constantFrom(...(labels[row] ?? [])),
    value: fc.integer({ min: 0, max: 999 }),
  }),
);
const entries = fc.uniqueArray(entry, { selector: ({ row }) => row, minLength: 1, maxLength: 7 });
const say = (list: readonly { row: number; label: string; value: number }[], mark: string) =>
  list.map(({ row, label, value }) => `${label}${value}${measures[row]}`).join(mark);

describe('properties', () => {
  it.each(['，', '、', '；', '\n', ' ', ''])('the order of labelled values with %j between changes nothing', (mark) => {
    fc.assert(
      fc.property(entries, (list) => {
        const expected = Object.fromEntries(list.map(({ row, value }) => [row, value]));
        expect(figuresOf(readIn('shanghai-2023', say(list, mark)))).toEqual(expected);
        expect(figuresOf(readIn('shanghai-2023', say([...list].reverse(), mark)))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('chit-chat around a reply changes nothing', () => {
    const before = fc.constantFrom(
      '',
      '各位领导好，',
      '收到，',
      '@督办助手 ',
      '您好，我是静安局小李，',
      '报告领导：',
      '嗯嗯 ',
      '【3月20日】',
      '截至3月20日，',
    );
    const after = fc.constantFrom(
      '',
      '，请查收',
      '。谢谢！',
      '，辛苦了',
      '👌',
      ' @督办助手',
      '\n静安区市场监管局\n2023年3月20日',
      '，联系电话021-12345678',
    );
    fc.assert(
      fc.property(entries, before, after, (list, head, tail) => {
        const bare = readIn('shanghai-2023', say(list, '，'));
        const wrapped = readIn('shanghai-2023', `${head}${say(list, '，')}${tail}`);
        expect([figuresOf(wrapped), wrapped.intent]).toEqual([figuresOf(bare), bare.intent]);
      }),
      // Twice for every pair of before and after.
      { numRuns: 150 },
    );
  });

  describe('no input throws, and every value leads back to its words', () => {
    const pieces = fc.constantFrom(
      ...samples.map(({ text }) => text),
      '，',
      '\n',
      '\t',
      '|',
      '其中',
      '共',
      '改成',
      '不是',
      '其余',
      '都',
      '没有',
      '3',
      '（',
      '）',
      '-',
      '第',
      '①',
      '「',
      '万',
      '点',
      '@',
    );
    const texts = {
      letters: fc.string({ unit: 'grapheme', maxLength: 60 }),
      'pieces of replies': fc.array(pieces, { maxLength: 8 }).map((list) => list.join('')),
      'any bytes': fc.string({ unit: 'binary', maxLength: 40 }),
    };
    // Each form with each kind of text, so that none is left to chance and few repeats do.
    const forms = ['shanghai-2023', 'jincheng-2023', 'heping-2020', 'yiyuan-2024', 'food', 'flood'];
    it.each(forms.flatMap((form) => Object.entries(texts).map(([kind, text]) => ({ form, kind, text }))))(
      '$form: $kind',
      ({ form, text }) => {
        const rows = new Set(formOf(form).rows.map(({ no }) => no));
        fc.assert(
          fc.property(text, (written) => {
            const reading = readIn(form, written, { expecting: 2, draft: { 1: 3 }, last: [1] });
            for (const { evidence, row, value } of reading.values) {
              expect(written.slice(evidence.start, evidence.end)).toBe(evidence.text);
              expect(rows).toContain(row);
              expect(Number.isFinite(value) && value >= 0).toBe(true);
            }
          }),
          { numRuns: 30 },
        );
      },
    );
  });

  it.each([
    ['a label over and over', '报刊'.repeat(5000)],
    ['replies over and over', '公益广告3条，'.repeat(1500)],
    ['digits', '9'.repeat(10_000)],
    ['commas', '1,'.repeat(5000)],
    ['brackets', '「（'.repeat(5000)],
    ['cells', '1\t2\t'.repeat(2500)],
    ['lines', '电视专题\n'.repeat(2000)],
    ['mentions', '@'.repeat(10_000)],
  ])('%s: ten thousand characters do not hold it up', (_, text) => {
    readIn('jincheng-2023', text);
    const began = performance.now();
    readIn('jincheng-2023', text);
    // generous, for machines under load: the point is that nothing grows with the square of the text
    expect(performance.now() - began).toBeLessThan(1500);
  });
});
