import { describe, expect, it } from 'vitest';
import { fresh } from './cases/fresh.ts';
import * as invented from './cases/invented-forms.ts';
import * as known from './cases/known-forms.ts';
import { trials } from './cases/trials.ts';
import { misses, readIn, samples } from './corpus.ts';

const all = [...known.knownForms, ...invented.inventedForms, ...fresh, ...trials];
const categories = [...new Set(all.map((one) => `${one.form} ${one.category}`))];

describe('replies', () => {
  it('reads all sample cases exactly', () => {
    expect(misses(samples)).toEqual([]);
  });

  it.each(categories)('reads %s', (name) => {
    expect(misses(all.filter((one) => `${one.form} ${one.category}` === name))).toEqual([]);
  });

  it('has every case under its own id', () => {
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
  });
});

describe('evidence', () => {
  it('quotes the original message, full-width and traditional characters included', () => {
    const text = '@督办助手 專題報道：３次👌';
    const [value] = readIn('shanghai-2023', text).values;
    expect(value?.evidence.text).toBe('專題報道：３次');
    expect(text.slice(value?.evidence.start, value?.evidence.end)).toBe(value?.evidence.text);
  });

  it('keeps the figure as said where a measure was converted', () => {
    expect(readIn('jincheng-2023', '挽回损失356000元').values[0]).toMatchObject({
      value: 35.6,
      convertedFrom: '356000元',
    });
  });
});

describe('talk', () => {
  it.each([
    ['收到，谢谢', 'acknowledgement'],
    ['还没统计好', 'later'],
    ['抖音怎么填', 'question'],
    ['收到投诉12件', 'other'],
    ['我有几项没填', 'question'],
    ['宣传资料填册还是份', 'question'],
  ])('%s is %s', (text, kind) => {
    expect(readIn('shanghai-2023', text).talk?.kind).toBe(kind);
  });

  it('knows what a question is about', () => {
    expect(readIn('shanghai-2023', '什么时候截止？').talk).toMatchObject({ topic: 'deadline' });
    expect(readIn('yiyuan-2024', '第7项按元填吗').talk).toMatchObject({ topic: 'measure', row: 7 });
  });
});

describe('choices', () => {
  it.each([
    ['咨询12场，科普3场', [15, 12, 3]],
    ['宣传册500本、折页300张', [800, 500, 300]],
    ['案件涉案金额12万', []],
  ])('%s', (text, values) => {
    const [doubt] = readIn('shanghai-2023', text).doubts;
    expect(doubt?.choices.flatMap((choice) => choice.values.map(({ value }) => value))).toEqual(values);
  });

  it.each(['宣传12', '媒体3篇', '宣传3次', '新华社报道1次'])('%s is asked about for its row', (text) => {
    expect(readIn('shanghai-2023', text).doubts[0]?.kind).toBe('row');
  });
});

describe('usual figures', () => {
  it('asks about ten times the usual', () => {
    expect(readIn('shanghai-2023', '抖音120条', { usual: { 3: 10 } }).doubts[0]?.kind).toBe('unusual');
    expect(readIn('shanghai-2023', '抖音90条', { usual: { 3: 10 } }).intent).toBe('fill');
  });
});
