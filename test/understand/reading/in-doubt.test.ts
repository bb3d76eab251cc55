import { describe, expect, it } from 'vitest';
import type { Doubt, Reading, ReadingContext } from '../../../src/domain/reading.ts';
import { rowsInDoubt } from '../../../src/domain/reading.ts';
import { figuresOf, formOf, readIn } from './corpus.ts';

/** What a colleague was asked, seen by another person of the unit. */
function doubtedBy(form: string, text: string): number[] {
  return rowsInDoubt(formOf(form), readIn(form, text).doubts);
}

function asked(form: string, text: string, more: Partial<ReadingContext> = {}): Doubt {
  const [question] = readIn(form, text, more).doubts;
  if (question === undefined) throw new Error(`${text} raised no doubt`);
  return question;
}

/** The rows that a message set to 0. */
function zeroed(reading: Reading): number[] {
  return reading.values.filter(({ value }) => value === 0).map(({ row }) => row);
}

const restWords = [
  '其余为0',
  '其他无',
  '其余没有',
  '别的都没有',
  '剩下的都是0',
  '除此之外没有了',
  '其他都没有了',
  '后面的都没有',
];
const allWords = ['全部为0', '零报告', '都没有', '所有项都是0', '1—9项都没有'];

describe('rows in doubt are never zeroed with the rest', () => {
  it.each(restWords)('专题报道200多次, then %s', (words) => {
    const doubted = doubtedBy('shanghai-2023', '公益广告3条，专题报道200多次');
    expect(doubted).toEqual([8]);
    const reading = readIn('shanghai-2023', words, { doubted, draft: { 2: 3 } });
    expect(figuresOf(reading)).not.toHaveProperty('8');
    expect(reading.leftOut).toEqual([8]);
    expect(reading.values.length).toBeGreaterThan(0);
  });

  it.each(allWords)('公益广告约10条, then %s', (words) => {
    const doubted = doubtedBy('shanghai-2023', '公益广告约10条');
    const reading = readIn('shanghai-2023', words, { doubted });
    expect(zeroed(reading)).toEqual([1, 3, 4, 5, 6, 7, 8, 9]);
    expect(reading.leftOut).toEqual([2]);
  });

  it('200人次 on a form with two such rows leaves both', () => {
    const doubted = doubtedBy('heping-2020', '200人次');
    expect(doubted).toEqual([8, 16]);
    for (const words of ['其余为0', '全部为0', '维权会议都没有', '宣传教育、维权会议都没有']) {
      const reading = readIn('heping-2020', words, { doubted });
      expect(zeroed(reading)).not.toEqual(expect.arrayContaining([8]));
      expect(zeroed(reading)).not.toEqual(expect.arrayContaining([16]));
      expect(reading.leftOut).toContain(16);
    }
  });

  it('leaves the row of the person’s own open question, and one asked about in the same message', () => {
    const question = asked('shanghai-2023', '公益广告约10条');
    expect(readIn('shanghai-2023', '其余为0', { question }).leftOut).toEqual([2]);
    const reading = readIn('shanghai-2023', '公益广告约10条，案件1.5件，其余为0');
    expect(reading.leftOut).toEqual([2, 9]);
    expect(zeroed(reading)).toEqual([1, 3, 4, 5, 6, 7, 8]);
  });

  it('zeroes it where it is plainly named', () => {
    const reading = readIn('shanghai-2023', '专题报道没有', { doubted: [8] });
    expect(figuresOf(reading)).toEqual({ 8: 0 });
    expect(figuresOf(readIn('shanghai-2023', '第8项没有', { doubted: [8] }))).toEqual({ 8: 0 });
  });

  it('leaves it out of 全部改为0 as well', () => {
    const question: Doubt = {
      ...asked('shanghai-2023', '全部为0', { draft: { 2: 3 } }),
      choices: [{ label: '', values: formOf('shanghai-2023').rows.map(({ no }) => ({ row: no, value: 0 })) }],
    };
    const reading = readIn('shanghai-2023', '是', { question, draft: { 2: 3 }, doubted: [8] });
    expect(zeroed(reading)).toEqual([1, 2, 3, 4, 5, 6, 7, 9]);
    expect(reading.leftOut).toEqual([8]);
  });
});

describe('没有了 in answer to a question', () => {
  const draft = { 4: 5000 };
  const question = asked('shanghai-2023', '资料发了3千多', { draft });

  it.each(['没有了', '没有', '无', '没有了。', '没了', '暂无', '没'])('%s changes nothing', (words) => {
    const reading = readIn('shanghai-2023', words, { draft, question, expecting: 4, doubted: [4] });
    expect(reading).toMatchObject({ intent: 'none', values: [], doubts: [] });
  });

  it.each(['没有了', '没有', '无', '没了'])('%s leaves both rows of 200人次', (words) => {
    const which = asked('heping-2020', '200人次');
    expect(readIn('heping-2020', words, { question: which, doubted: [8, 16] })).toMatchObject({
      intent: 'none',
      values: [],
      doubts: [],
    });
  });

  it('is 0 as ever where the row asked for is missing and in no doubt', () => {
    expect(figuresOf(readIn('shanghai-2023', '没有', { expecting: 5 }))).toEqual({ 5: 0 });
    expect(figuresOf(readIn('shanghai-2023', '没有', { expecting: 5, doubted: [8] }))).toEqual({ 5: 0 });
  });
});

describe('没有 beside a question reports nothing', () => {
  it.each([
    '我们局没有抖音账号，这项怎么填',
    '我们局没有抖音账号。这项怎么填？',
    '没有抖音账号，要填0吗',
    '抖音没有，是不是填0',
    '抖音没有的话怎么填',
    '其余为0，可以吗',
    '其余没有，怎么填',
  ])('%s', (text) => {
    for (const draft of [{}, { 3: 15 }]) {
      const reading = readIn('shanghai-2023', text, { draft });
      expect(reading).toMatchObject({ intent: 'none', values: [], talk: { kind: 'question' } });
    }
  });

  it.each([
    ['公益广告3条，抖音怎么填', { 2: 3 }],
    ['咨询没有，几号截止？', { 5: 0 }],
    ['几号截止来着？咨询13次', { 5: 13 }],
  ])('%s still reports', (text, values) => {
    expect(figuresOf(readIn('shanghai-2023', text))).toEqual(values);
  });
});

describe('what 除了 takes out is not zeroed with the rest', () => {
  it.each([
    ['除公益广告外都是0', { 2: undefined }],
    ['除公益广告外其余为0', { 2: undefined }],
    ['除了公益广告都没有', { 2: undefined }],
    ['除了公益广告，都没有', { 2: undefined }],
    ['除了第2项其余没有', { 2: undefined }],
    ['除公益广告3条外都为0', { 2: 3 }],
    ['除公益广告3条、抖音2条外，全部为0', { 2: 3, 3: 2 }],
  ])('%s', (text, kept) => {
    const all = Object.fromEntries(formOf('shanghai-2023').rows.map(({ no }) => [no, 0]));
    const expected = Object.entries({ ...all, ...kept }).filter(([, value]) => value !== undefined);
    expect(figuresOf(readIn('shanghai-2023', text))).toEqual(Object.fromEntries(expected));
  });

  it('also within a group', () => {
    expect(figuresOf(readIn('heping-2020', '除座谈会1场外维权会议都没有'))).toEqual({
      11: 1,
      12: 0,
      13: 0,
      14: 0,
      15: 0,
      16: 0,
      17: 0,
    });
  });
});

describe('都没有 behind rows named before is about those', () => {
  it.each([
    ['专版、案件，上述均为0', { 6: 0, 9: 0 }],
    ['公益广告，抖音，都没有', { 2: 0, 3: 0 }],
    ['公益广告、案件，这两项都是0', { 2: 0, 9: 0 }],
    ['公益广告，都没有', { 2: 0 }],
  ])('%s', (text, values) => expect(figuresOf(readIn('shanghai-2023', text))).toEqual(values));

  it('and leaves out of a group what is in doubt', () => {
    const reading = readIn('heping-2020', '维权会议，都没有', { doubted: [8, 16] });
    expect(zeroed(reading)).toEqual([11, 12, 13, 14, 15, 17]);
    expect(reading.leftOut).toEqual([16]);
  });
});

describe('a number that may belong to any row', () => {
  it('keeps every row from being zeroed with the rest', () => {
    const reading = readIn('shanghai-2023', '12，其余为0');
    expect(reading.values).toEqual([]);
    expect(reading.leftOut).toHaveLength(9);
    const question = asked('shanghai-2023', '12');
    expect(readIn('shanghai-2023', '其余为0', { question }).values).toEqual([]);
    expect(rowsInDoubt(formOf('shanghai-2023'), [question])).toHaveLength(9);
  });

  it('but not one that no row counts', () => {
    expect(figuresOf(readIn('shanghai-2023', '公益广告3条，照片5张，其余为0'))).toMatchObject({ 1: 0, 2: 3, 9: 0 });
  });
});
