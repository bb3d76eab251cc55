import { describe, expect, it } from 'vitest';
import type { Choice, Doubt, DoubtKind } from '../../../src/domain/reading.ts';
import { figuresOf, formOf, readIn } from './corpus.ts';

const kinds: Readonly<Record<DoubtKind, readonly Choice[]>> = {
  approximate: [],
  row: [choice(2), choice(3)],
  conflict: [choice(5), choice(5)],
  sum: [choice(2), choice(2)],
  measure: [choice(7)],
  absurd: [],
  unusual: [choice(2)],
  repeat: [choice(2), { label: '是同一次，不加', values: [] }],
  number: [choice(2)],
  correction: [],
  overwrite: [choice(2)],
  form: [choice(2)],
  reference: [],
};

function choice(row: number): Choice {
  return { label: `第${row}项 ${row}`, values: [{ row, value: row }] };
}

function questionOf(kind: DoubtKind): Doubt {
  return { kind, rows: [2], evidence: { start: 0, end: 3, text: '某某3' }, choices: kinds[kind] };
}

const words = ['都不是', '都不对', '不是', '先不管', '先放着', '不知道', '跳过', '算了', '以后再说'];
const more = [
  '都不是。',
  '这个先不管它',
  '先放一放吧',
  '不太清楚',
  '先跳过吧',
  '算了，不报了',
  '我再核实一下',
  '明天再说',
  '核实后再报',
  '@督办助手 不是的',
  '不对',
  '还是原来的',
  '维持原来的数',
  '不改了',
];

describe.each(Object.keys(kinds) as DoubtKind[])('a question of kind %s', (kind) => {
  it.each([...words, ...more])('is closed by %s, and nothing is recorded', (text) => {
    const question = questionOf(kind);
    for (const expecting of [null, 2])
      expect(readIn('shanghai-2023', text, { question, expecting, doubted: [2], draft: { 2: 9 } })).toMatchObject({
        intent: 'dismiss',
        values: [],
        doubts: [],
        remarks: [],
      });
  });

  it('is answered by the figure of the row', () => {
    const context = { question: questionOf(kind), doubted: [2], draft: { 2: 9 } };
    expect(figuresOf(readIn('shanghai-2023', '公益广告12条', context))).toEqual({ 2: 12 });
    expect(figuresOf(readIn('shanghai-2023', '12条', { ...context, expecting: 2 }))).toEqual({ 2: 12 });
  });
});

describe('words that put an answer off', () => {
  it.each(['还没统计好', '不知道，我问问', '这个数还没核实，明天报', '数还没汇总上来'])('%s', (text) => {
    const question = questionOf('approximate');
    const reading = readIn('shanghai-2023', text, { question, expecting: 2, doubted: [2] });
    expect(reading).toMatchObject({ intent: 'dismiss', values: [] });
    expect(readIn('shanghai-2023', text, { expecting: 2 }).intent).toBe('none');
  });

  it('of another row say nothing of the question', () => {
    const reading = readIn('shanghai-2023', '抖音还没统计好', { question: questionOf('approximate') });
    expect(reading).toMatchObject({ intent: 'none', talk: { kind: 'later' } });
  });
});

describe('words that close nothing', () => {
  const question = questionOf('row');

  it.each(['没有', '没有了', '好的', '公益广告几号截止', '收到', '是'])('%s', (text) => {
    expect(readIn('shanghai-2023', text, { question }).intent).not.toBe('dismiss');
  });

  it.each(words)('%s where nothing is asked', (text) => {
    expect(readIn('shanghai-2023', text).intent).not.toBe('dismiss');
  });
});

describe('a denial with an answer behind it', () => {
  it.each(['都不是，是专题报道3次', '不是，专题报道3次', '不对，应该是专题报道3次', '都不对。专题报道3次'])(
    '%s',
    (text) => {
      expect(readIn('shanghai-2023', text, { question: questionOf('row') }).values).toMatchObject([
        { row: 8, value: 3, manner: 'chosen' },
      ]);
    },
  );
});

describe('which form is meant', () => {
  const other = { ...formOf('jincheng-2023'), title: '消费维权情况统计表' };
  const form = { ...formOf('shanghai-2023'), title: '3·15活动统计表' };
  const context = { form, otherForms: [other], question: questionOf('form') };

  it('is said by a title', () => {
    expect(figuresOf(readIn('shanghai-2023', '3·15活动统计表', context))).toEqual({ 2: 2 });
    expect(figuresOf(readIn('shanghai-2023', '报3·15活动的', context))).toEqual({ 2: 2 });
    expect(readIn('shanghai-2023', '消费维权那张', context).intent).toBe('dismiss');
  });

  it('is left open by words that both titles hold', () => {
    expect(readIn('shanghai-2023', '统计表', context).intent).toBe('none');
  });
});

describe('long words', () => {
  it.each(['那就'.repeat(1500), '先'.repeat(3000), `${'都不是，'.repeat(700)}3`])('%# do not hold it up', (text) => {
    const startedMs = performance.now();
    readIn('shanghai-2023', text, { question: questionOf('row') });
    readIn('shanghai-2023', text.slice(0, 60), { question: questionOf('row') });
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});
