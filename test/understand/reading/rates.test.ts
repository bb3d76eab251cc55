import { describe, expect, it } from 'vitest';
import { type Form, type FormRow, isRate } from '../../../src/domain/form.ts';
import { blankContext } from '../../../src/domain/reading.ts';
import { read } from '../../../src/understand/reading/read.ts';
import { figuresOf, formOf, readIn } from './corpus.ts';

const rowOf = (no: number, label: string, measure: string, kind: FormRow['kind'] = 'integer'): FormRow => ({
  no,
  seq: null,
  label,
  measure,
  kind,
  group: null,
  aliases: [],
});

describe('which rows hold rates', () => {
  it.each([
    ['抽检合格率', '%'],
    ['抽检合格率', ''],
    ['投诉办结率（百分比）', '百分比'],
    ['同比提高', '百分点'],
    ['不良反应', '‰'],
    ['女性占比', ''],
    ['支出比例', '％'],
  ])('%s in %s does', (label, measure) => expect(isRate(rowOf(1, label, measure))).toBe(true));

  it.each([
    ['检查频率计', '台'],
    ['巡查频率', '次'],
    ['率队检查', '次'],
    ['调整收费比例文件', '件'],
    ['提升工作效率', '项'],
    ['检查企业', '户'],
  ])('%s in %s does not', (label, measure) => expect(isRate(rowOf(1, label, measure))).toBe(false));
});

const form: Form = {
  ...formOf('shanghai-2023'),
  id: 'rates',
  rows: [
    rowOf(1, '抽检样品', '批次'),
    rowOf(2, '抽检合格率', '%'),
    rowOf(3, '检查企业', '户'),
    rowOf(4, '投诉办结率', ''),
  ],
};
const figures = (text: string, expecting: number | null = null) => figuresOf(inRates(text, expecting));
const inRates = (text: string, expecting: number | null = null) => read(text, { ...blankContext(form), expecting });

describe('a row measured in %', () => {
  it.each([
    ['抽检合格率98.5%', { 2: 98.5 }],
    ['抽检合格率98.5', { 2: 98.5 }],
    ['抽检合格率百分之九十八点五', { 2: 98.5 }],
    ['抽检合格率985‰', { 2: 98.5 }],
    ['抽检合格率98.5个百分点', { 2: 98.5 }],
    ['合格率：９８．５％', { 2: 98.5 }],
    ['抽检合格率从95%提高到98%', { 2: 98 }],
    ['抽检样品40批次，抽检合格率98.5%，检查企业20户', { 1: 40, 2: 98.5, 3: 20 }],
    ['抽检合格率\t%\t98.5%', { 2: 98.5 }],
    ['投诉办结率100%', { 4: 100 }],
    ['检查企业20户，占比60%', { 3: 20 }],
  ])('%s', (text, values) => expect(figures(text)).toEqual(values));

  it('takes the bare answer', () => {
    expect(figures('98.5%', 2)).toEqual({ 2: 98.5 });
    expect(figures('百分之九十五', 2)).toEqual({ 2: 95 });
  });

  it('asks whether 0.98 is 98%', () => {
    const { values, doubts } = inRates('抽检合格率0.98');
    expect([values, doubts[0]?.kind, doubts[0]?.choices.map(({ label }) => label)]).toEqual([
      [],
      'measure',
      ['98%', '0.98%'],
    ]);
    expect(figures('抽检合格率0.98%')).toEqual({ 2: 0.98 });
  });

  it('asks about more than the whole, and about two rates without their sum', () => {
    expect(inRates('抽检合格率985%').doubts[0]?.kind).toBe('unusual');
    const [doubt] = inRates('快检合格率98%，抽检合格率97%').doubts;
    expect(doubt?.choices.map(({ values }) => values[0]?.value)).not.toContain(195);
  });
});

describe('a percentage on a form without rates', () => {
  it.each([
    ['投诉210件，办结率100%', { 4: 210 }],
    ['投诉210件，同比增长百分之五', { 4: 210 }],
  ])('%s is nobody’s figure', (text, values) => expect(figuresOf(readIn('jincheng-2023', text))).toEqual(values));
});
