import { describe, expect, it } from 'vitest';
import type { Doubt } from '../../../src/domain/reading.ts';
import { figuresOf, readIn } from './corpus.ts';

function doubtOf(form: string, text: string): Doubt {
  const [doubt] = readIn(form, text).doubts;
  if (doubt === undefined) throw new Error(`${text} raised no doubt`);
  return doubt;
}

describe('answers to an open question', () => {
  const question = doubtOf('jincheng-2023', '报刊4');

  it('offers both rows', () => {
    expect(question.choices.map(({ label }) => label)).toEqual(['报刊开设专栏 4期', '报刊发表文章 4篇']);
  });

  it.each([
    ['1', { 8: 4 }],
    ['①', { 8: 4 }],
    ['第一个', { 8: 4 }],
    ['前者', { 8: 4 }],
    ['2', { 9: 4 }],
    ['第二个吧', { 9: 4 }],
    ['后者', { 9: 4 }],
    ['专栏', { 8: 4 }],
    ['发表文章', { 9: 4 }],
    ['4篇', { 9: 4 }],
    ['@督办助手 选2', { 9: 4 }],
  ])('%s', (text, values) => {
    const reading = readIn('jincheng-2023', text, { question });
    expect(figuresOf(reading)).toEqual(values);
    expect(reading.values[0]?.manner).toBe('chosen');
  });

  it('takes neither', () => {
    expect(readIn('jincheng-2023', '都不是', { question }).intent).toBe('dismiss');
  });

  it('reads what says something of its own', () => {
    expect(figuresOf(readIn('jincheng-2023', '普法活动3场', { question }))).toEqual({ 1: 3 });
  });

  it('is no answer where 是 could mean either', () => {
    expect(readIn('jincheng-2023', '是', { question }).values).toEqual([]);
  });

  it.each([
    ['1', { 3: 1 }],
    ['2', { 3: 2 }],
    ['1条', { 3: 1 }],
    ['第一个', {}],
    ['选1', {}],
    ['后者', {}],
    ['是', { 3: 120 }],
    ['没错', { 3: 120 }],
    ['嗯', { 3: 120 }],
    ['120条', { 3: 120 }],
    ['不是', {}],
  ])('%s to a question of yes or no', (text, values) => {
    const usual = { 3: 10 };
    const [unusual = null] = readIn('shanghai-2023', '抖音120条', { usual }).doubts;
    const reading = readIn('shanghai-2023', text, { question: unusual, expecting: 3, usual });
    expect(figuresOf(reading)).toEqual(values);
  });

  it.each([
    ['元', 28],
    ['28万元', 28],
    ['1', 28],
    ['万元', 280000],
  ])('%s settles a measure', (text, value) => {
    const measure = doubtOf('jincheng-2023', '挽损280000');
    expect(figuresOf(readIn('jincheng-2023', text, { question: measure }))).toEqual({ 5: value });
  });
});

describe('thanks to a question', () => {
  const question = doubtOf('shanghai-2023', '行政指导两百多次');

  it.each(['谢谢', '好的谢谢', '辛苦了', '谢谢啦'])('record nothing: %s', (text) => {
    expect(readIn('shanghai-2023', text, { question }).values).toEqual([]);
  });
});

describe('没有 before what is wanting', () => {
  it.each(['没有时间填', '没有看到这个项目', '我没有数据'])('is no zero: %s', (text) => {
    expect(readIn('shanghai-2023', text, { expecting: 1 }).values).toEqual([]);
  });

  it.each(['没有', '没有开展', '没有哦', '没有这个', '没开展过'])('is zero: %s', (text) => {
    expect(figuresOf(readIn('shanghai-2023', text, { expecting: 1 }))).toEqual({ 1: 0 });
  });

  it.each([
    ['抖音没有其他的都报了', { 3: 0 }],
    ['公益广告0条 抖音没有 其他的都填好了', { 2: 0, 3: 0 }],
    ['公益广告3条，资料没有其他材料', { 2: 3 }],
  ])('is of the row it stands behind alone: %s', (text, values) => {
    expect(figuresOf(readIn('shanghai-2023', text))).toEqual(values);
  });
});

describe('parts that are more than their whole', () => {
  it.each(['公益广告10条，其中地铁6条，公交5条', '公益广告10条（其中地铁6条，公交5条）', '公益广告10条，其中地铁12条'])(
    'are asked about: %s',
    (text) => {
      const { values, doubts } = readIn('shanghai-2023', text);
      expect(values).toEqual([]);
      expect(doubts.map(({ kind }) => kind)).toEqual(['sum']);
    },
  );

  it('need not be all of it', () => {
    expect(figuresOf(readIn('shanghai-2023', '公益广告10条，其中地铁4条，公交5条'))).toEqual({ 2: 10 });
  });
});

describe('没有 before another word', () => {
  const draft = { 2: 3, 3: 2, 4: 3000, 5: 4, 9: 2 };
  it.each([
    '公益广告没有变',
    '公益广告没变化',
    '抖音没有增加',
    '抖音没有增加3条',
    '抖音没有漏报',
    '抖音没有新增',
    '案件没有新增',
    '咨询没有出入',
    '咨询没有别的了',
    '图片没有别的了',
    '总结没有别的了',
    '案件没有结案的',
    '案件未结案',
    '案件没有办结',
    '资料没有写完',
    '公益广告的数暂时没有',
  ])('zeroes nothing: %s', (text) => {
    const reading = readIn('shanghai-2023', text, { draft });
    expect(reading).toMatchObject({ intent: 'none', values: [], doubts: [] });
  });

  it.each([
    ['案件没有新增', 9],
    ['咨询没有别的了', 5],
    ['案件未结案', 9],
  ])('is asked about where the row has no figure yet: %s', (text, row) => {
    const reading = readIn('shanghai-2023', text);
    expect(reading).toMatchObject({ intent: 'clarify', values: [], doubts: [{ kind: 'number', rows: [row] }] });
  });

  it.each([
    ['案件没有', { 9: 0 }],
    ['案件没有啊', { 9: 0 }],
    ['案件没有这项工作', { 9: 0 }],
    ['抖音没有开展', { 3: 0 }],
    ['案件没有发生', { 9: 0 }],
    ['抖音没有新增，还是3条', { 3: 3 }],
    ['公益广告3条，没有别的了', { 1: 0, 2: 3, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0, 8: 0, 9: 0 }],
  ])('is a zero as the whole predicate: %s', (text, values) => {
    expect(figuresOf(readIn('shanghai-2023', text))).toEqual(values);
  });
});

describe('a row not counted yet', () => {
  it.each([
    ['专题报道没有统计', [8]],
    ['公益广告3条，专题报道还没统计出来，其余为0', [8]],
    ['抖音、专题报道明天报', [3, 8]],
    ['公益广告的数暂时没有', [2]],
    ['资料没有印完', [4]],
    ['图片明天发', undefined],
    ['其余还没统计', undefined],
    ['抖音还没统计好，专题报道3次，抖音2条', undefined],
  ])('is told: %s', (text, rows) => {
    expect(readIn('shanghai-2023', text).uncounted).toEqual(rows);
  });

  it('is the one that was asked for, where none is named', () => {
    expect(readIn('shanghai-2023', '还没统计好', { expecting: 3 }).uncounted).toEqual([3]);
  });
});
