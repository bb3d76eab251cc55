/** Rows denied, numbered and excepted, several in one message. */
import { describe, expect, it } from 'vitest';
import { readIn } from './corpus.ts';

const valuesOf = (text: string, more = {}) =>
  Object.fromEntries(readIn('shanghai-2023', text, more).values.map(({ row, value }) => [row, value]));

describe('rows denied in clauses of their own are zeros', () => {
  it.each([
    ['没搞抖音，专版没有，没办案件', { 3: 0, 6: 0, 9: 0 }],
    ['没搞抖音，专版3篇，没办案件', { 3: 0, 6: 3, 9: 0 }],
    ['没搞抖音，也没做专版', { 3: 0, 6: 0 }],
    ['没搞定抖音，专版3篇', { 6: 3 }],
    ['没搞清楚抖音怎么报', {}],
    ['没发抖音的单位怎么填', {}],
  ])('%s', (text, values) => expect(valuesOf(text)).toEqual(values));
});

describe('rows by number', () => {
  it.each([
    ['第2 10 第3 20', { 2: 10, 3: 20 }],
    ['第2 10', { 2: 10 }],
    ['2、15 3、20', { 2: 15, 3: 20 }],
    ['第2次 10', {}],
  ])('%s', (text, values) => expect(valuesOf(text)).toEqual(values));

  it('of one alone it is asked whether it is one', () => {
    const { values, doubts } = readIn('shanghai-2023', '2、15');
    expect(values).toEqual([]);
    expect(doubts).toMatchObject([{ kind: 'row', rows: [2], choices: [{ values: [{ row: 2, value: 15 }] }] }]);
  });

  it('beside 其余为0 they are numbers still, though as many figures as rows', () => {
    expect(valuesOf('1、3 2、5，其余为0')).toEqual({ 1: 3, 2: 5, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0, 8: 0, 9: 0 });
  });
});

it.each(['收到2个咨询电话', '接听咨询电话12个'])('asks whether 咨询电话 are the row’s: %s', (text) => {
  const { values, doubts } = readIn('shanghai-2023', text);
  expect(values).toEqual([]);
  expect(doubts).toMatchObject([{ kind: 'row', rows: [5] }]);
});

it('takes 咨询活动 for the row, whose measure it has', () => expect(valuesOf('开展2场咨询活动')).toEqual({ 5: 2 }));
