import { describe, expect, it } from 'vitest';
import { readIn } from './corpus.ts';

const draft = { 9: 3 };
const adjusted = (text: string, more = {}) => {
  const { values } = readIn('shanghai-2023', text, { draft, last: [9], ...more });
  return values.map(({ row, value, manner }) => [row, value, manner]);
};

describe('+ adds to what is recorded', () => {
  it.each([
    ['案件+2', 5],
    ['第9项+2', 5],
    ['案件 +1', 4],
    ['案件 + 1', 4],
    ['案件再+2', 5],
    ['案件：+2', 5],
    ['案件＋2件', 5],
    ['案件➕2', 5],
    ['案件+两件', 5],
    ['+2件案件', 5],
    ['+2', 5],
  ])('%s', (text, value) => expect(adjusted(text)).toEqual([[9, value, 'adjusted']]));

  it('of each of several rows', () => {
    expect(adjusted('案件+2，公益广告+3', { draft: { 2: 5, 9: 3 } })).toEqual([
      [2, 8, 'adjusted'],
      [9, 5, 'adjusted'],
    ]);
  });

  it.each(['案件+2', '+2件案件', '再加2件案件'])('%s asks where nothing is recorded', (text) => {
    expect(readIn('shanghai-2023', text)).toMatchObject({ values: [], doubts: [{ kind: 'correction' }] });
  });

  it.each(['资料300+', '资料1000份+', '案件 2+'])('%s is a lower bound', (text) => {
    expect(readIn('shanghai-2023', text).doubts[0]?.kind).toBe('approximate');
  });

  it('joins two reports', () => {
    expect(adjusted('案件2件+公益广告3条')).toEqual([
      [2, 3, 'stated'],
      [9, 2, 'stated'],
    ]);
  });
});

describe('the same words once more', () => {
  const again = (agoMs: number, words = '再加2条', text = '再加2条') =>
    readIn('shanghai-2023', text, { draft: { 2: 5 }, last: [2], justSaid: { words, agoMs } });

  it('are asked about within ten minutes', () => {
    const [doubt] = again(60_000).doubts;
    expect(again(60_000).values).toEqual([]);
    expect(doubt).toMatchObject({ kind: 'repeat', rows: [2], figures: { recorded: 5 } });
    expect(doubt?.choices).toEqual([
      { label: '再加一次（成为7条）', values: [{ row: 2, value: 7 }] },
      { label: '是同一次，不加', values: [] },
    ]);
  });

  it.each([
    ['再加2条', '@督办助手 再加2条。'],
    ['公益广告+2', '公益广告 ＋2'],
    ['公益广告减2条', '公益广告减2条'],
  ])('%s, then %s', (words, text) => expect(again(60_000, words, text).doubts[0]?.kind).toBe('repeat'));

  it('count after ten minutes, and so do other words', () => {
    expect(again(600_001).values).toMatchObject([{ row: 2, value: 7 }]);
    expect(again(60_000, '再加3条').values).toMatchObject([{ row: 2, value: 7 }]);
  });

  it('are no matter where they add nothing', () => {
    expect(again(60_000, '公益广告7条', '公益广告7条').values).toMatchObject([{ row: 2, value: 7 }]);
  });

  const [question = null] = again(60_000).doubts;
  const answered = (text: string) =>
    readIn('shanghai-2023', text, {
      draft: { 2: 5 },
      last: [2],
      expecting: 2,
      question,
      doubted: [2],
      justSaid: { words: '再加2条', agoMs: 90_000 },
    });

  it.each(['1', '再加一次', '是再加', '又有2条', '不是同一次', '没有重复', '另外的2条'])('%s adds', (text) => {
    expect(answered(text).values).toMatchObject([{ row: 2, value: 7, manner: 'chosen' }]);
  });

  it.each(['2', '是同一次', '同一次，不加', '发重了', '重复了', '不用加', '手误', '不加了'])(
    '%s adds nothing',
    (text) => {
      expect(answered(text)).toMatchObject({ intent: 'dismiss', values: [] });
    },
  );

  it('are asked about a third time', () => {
    expect(answered('再加2条')).toMatchObject({ values: [], doubts: [{ kind: 'repeat' }] });
  });

  it('are no answer where another figure is said', () => {
    expect(answered('再加3条').values).toMatchObject([{ row: 2, value: 8, manner: 'adjusted' }]);
  });
});

describe('+ without a row while another is asked for', () => {
  it('asks which is meant', () => {
    const [doubt] = readIn('shanghai-2023', '+5', { draft, last: [9], expecting: 2 }).doubts;
    expect(doubt?.choices.map(({ label }) => label)).toEqual(['播放公益广告 5条', '查处侵害消费者权益案件 8件']);
  });

  it('is the figure where nothing can grow', () => {
    expect(readIn('shanghai-2023', '+5', { expecting: 1 }).values).toMatchObject([{ row: 1, value: 5 }]);
  });
});
