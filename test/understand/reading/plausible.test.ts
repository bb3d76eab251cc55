import { describe, expect, it } from 'vitest';
import type { ReadingContext } from '../../../src/domain/reading.ts';
import { figuresOf, readIn } from './corpus.ts';

const asks = (form: string, text: string, more: Partial<ReadingContext> = {}) =>
  readIn(form, text, more).doubts.map(({ kind, rows, choices }) => [kind, rows, choices[0]?.values[0]?.value]);

describe('more than such a row plausibly counts', () => {
  it.each([
    ['shanghai-2023', '公益广告300000条', 2, 300000],
    ['shanghai-2023', '新闻发布2000次', 1, 2000],
    ['shanghai-2023', '主流媒体专版50000篇', 6, 50000],
    ['shanghai-2023', '资料2000万册', 4, 20000000],
    ['shanghai-2023', '案件50000件', 9, 50000],
    ['yiyuan-2024', '挽回损失12000万元', 7, 12000],
    ['heping-2020', '座谈会1500场次', 11, 1500],
    ['heping-2020', '消费者参与活动800万人次', 8, 8000000],
  ])('%s: %s is asked about', (form, text, row, value) => {
    expect(readIn(form, text).values).toEqual([]);
    expect(asks(form, text)).toEqual([['unusual', [row], value]]);
  });

  it.each([
    ['shanghai-2023', '公益广告30000条', { 2: 30000 }],
    ['shanghai-2023', '资料50万册', { 4: 500000 }],
    ['shanghai-2023', '专题报道900次', { 8: 900 }],
    ['yiyuan-2024', '挽回损失6000万元', { 7: 6000 }],
    ['heping-2020', '消费者参与活动60万人次', { 8: 600000 }],
  ])('%s: %s is taken', (form, text, values) => expect(figuresOf(readIn(form, text))).toEqual(values));

  it('is taken where the unit or its peers count so much', () => {
    expect(figuresOf(readIn('shanghai-2023', '公益广告300000条', { usual: { 2: 200000 } }))).toEqual({ 2: 300000 });
    expect(figuresOf(readIn('shanghai-2023', '公益广告300000条', { draft: { 2: 250000 } }))).toEqual({ 2: 300000 });
  });
});

describe('a fall to a tenth', () => {
  const draft = { 2: 40, 4: 3500 };

  it.each([
    ['第4项改成350', 350],
    ['资料350份', 350],
    ['资料改成0', 0],
    ['资料没有', 0],
    ['资料减3400', 100],
  ])('%s is asked about', (text, value) => {
    const [doubt] = readIn('shanghai-2023', text, { draft, last: [4] }).doubts;
    expect(doubt).toMatchObject({ kind: 'unusual', rows: [4], figures: { recorded: 3500, said: value } });
  });

  it.each([
    ['资料改成351', { 4: 351 }],
    ['公益广告改成4条', { 2: 4 }],
    ['公益广告没有', { 2: 0 }],
    ['资料多打了一个0', { 4: 350 }],
  ])('%s is taken', (text, values) => {
    expect(figuresOf(readIn('shanghai-2023', text, { draft, last: [4] }))).toEqual(values);
  });

  const [question = null] = readIn('shanghai-2023', '第4项改成350', { draft, last: [4] }).doubts;

  it.each(['是', '确认', '350份', '就是350', '改成350没错'])('%s records it', (text) => {
    const reading = readIn('shanghai-2023', text, { draft, last: [4], question, expecting: 4, doubted: [4] });
    expect(figuresOf(reading)).toEqual({ 4: 350 });
  });

  it('is asked again where the same message comes once more', () => {
    const reading = readIn('shanghai-2023', '第4项改成350', { draft, last: [4], question, expecting: 4 });
    expect(reading).toMatchObject({ values: [], doubts: [{ kind: 'unusual' }] });
  });

  it('is settled by another figure', () => {
    const reading = readIn('shanghai-2023', '3550', { draft, last: [4], question, expecting: 4, doubted: [4] });
    expect(figuresOf(reading)).toEqual({ 4: 3550 });
  });
});
