/** Messages that say several things: rows denied one by one, figures taken back in the same breath, lists with a rest. */
import { describe, expect, it } from 'vitest';
import { blankContext } from '../../../src/domain/reading.ts';
import { read } from '../../../src/understand/reading/read.ts';
import { figuresOf, formOf, readIn } from './corpus.ts';

const sh = 'shanghai-2023';
const recordedIn = (text: string, draft: Record<number, number> = {}) =>
  figuresOf(readIn(sh, text, { draft, last: Object.keys(draft).map(Number) }));

function restBut(kept: Record<number, number | undefined>): Record<number, number> {
  const all = { ...Object.fromEntries(formOf(sh).rows.map(({ no }) => [no, 0])), ...kept };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, number] => entry[1] !== undefined));
}

describe('a row that is denied in a clause of its own is none', () => {
  it.each([
    ['没搞抖音，专版没有，没办案件', { 3: 0, 6: 0, 9: 0 }],
    ['没搞过抖音，公益广告3条，没印资料', { 2: 3, 3: 0, 4: 0 }],
    ['专版没有，没搞抖音', { 3: 0, 6: 0 }],
    ['没搞抖音专版3篇', { 3: 0, 6: 3 }],
    ['没搞抖音、专版，没办案件', { 3: 0, 6: 0, 9: 0 }],
  ])('%s', (text, values) => expect(recordedIn(text)).toEqual(values));

  it.each(['没搞抖音吗，专版没有', '没有收到抖音的通知', '案件没办结', '没搞清楚抖音怎么算', '抖音还没搞完'])(
    'nothing in “%s”',
    (text) => expect(recordedIn(text)).toEqual({}),
  );
});

describe('what is taken out stands outside the rest', () => {
  it.each([
    '公益广告除外，其余为零',
    '第2项除外，其余为0',
    '其余为零，第2项除外',
    '其余为零（第2项除外）',
    '公益广告除外都是0',
    '公益广告以外都为0',
    '公益广告之外，其余为0',
    '公益广告外其余为零',
    '不含公益广告，其余为0',
    '公益广告另报，其余为0',
    '公益广告不动，其余为0',
  ])('%s', (text) => expect(recordedIn(text)).toEqual(restBut({ 2: undefined })));

  it.each([
    ['公益广告3条，抖音除外，其余为0', { 2: 3, 3: undefined }],
    ['公益广告3条除外，其余为0', { 2: 3 }],
    ['公益广告、抖音除外，其余为0', { 2: undefined, 3: undefined }],
    ['第2、3项除外，其余为零', { 2: undefined, 3: undefined }],
    ['其余为零，公益广告除外，抖音12条', { 2: undefined, 3: 12 }],
    ['公益广告3条，其余为0', { 2: 3 }],
    ['公益广告，没有，其余为0', {}],
  ])('%s', (text, kept) => expect(recordedIn(text)).toEqual(restBut(kept)));

  it('leaves a figure that is recorded as it is', () => {
    expect(recordedIn('公益广告除外，其余为零', { 2: 7 })).toEqual(restBut({ 2: undefined }));
  });
});

describe('撤回 within a message takes back what stands before it', () => {
  it.each([
    ['公益广告3条，抖音5条，撤回，公益广告4条', { 2: 4 }, ['公益广告3条，抖音5条']],
    ['公益广告3条，抖音5条，撤回', {}, ['公益广告3条，抖音5条']],
    ['公益广告3条，其余为0，撤回', {}, ['公益广告3条，其余为0']],
    ['公益广告3条，刚才的不算，公益广告4条', { 2: 4 }, ['公益广告3条']],
    ['公益广告3条，抖音5条撤回，资料20册', { 2: 3, 4: 20 }, ['抖音5条']],
  ])('%s', (text, values, withdrawn) => {
    const reading = readIn(sh, text);
    expect(figuresOf(reading)).toEqual(values);
    expect(reading.aside?.map(({ why, evidence }) => [why, evidence.text])).toEqual(
      withdrawn.map((words) => ['withdrawn', words]),
    );
    expect(reading.doubts).toEqual([]);
  });

  it.each([
    ['公益广告3条，不撤回，抖音4条', { 2: 3, 3: 4 }],
    ['公益广告3条，不要撤回，抖音4条', { 2: 3, 3: 4 }],
    ['公益广告3条，还能撤回吗', { 2: 3 }],
  ])('but not in “%s”', (text, values) => expect(recordedIn(text)).toEqual(values));

  it.each(['不要撤回', '别撤回'])('nothing is taken back by “%s”', (text) =>
    expect(readIn(sh, text, { draft: { 2: 3 }, last: [2] }).intent).toBe('none'),
  );

  it.each(['撤回抖音5条', '撤回抖音的5条，公益广告4条'])('“%s” is asked about, not recorded anew', (text) => {
    const reading = readIn(sh, text, { draft: { 3: 9 } });
    expect(figuresOf(reading)).not.toHaveProperty('3');
    expect(reading.doubts.map(({ kind, rows }) => [kind, rows])).toEqual([['correction', [3]]]);
  });
});

describe('rows by number', () => {
  it.each([
    ['1、21 2、11，其余为0', restBut({ 1: 21, 2: 11 })],
    ['1：21 2：11 其余0', restBut({ 1: 21, 2: 11 })],
    ['第2 10 第3 20', { 2: 10, 3: 20 }],
    ['地2 10 地3 20', { 2: 10, 3: 20 }],
  ])('%s', (text, values) => expect(recordedIn(text)).toEqual(values));

  it('goes by the numbers though there are as many figures as rows', () => {
    const four = { ...formOf(sh), rows: formOf(sh).rows.slice(0, 4) };
    expect(figuresOf(read('1、21 2、11，其余为0', blankContext(four)))).toEqual({ 1: 21, 2: 11, 3: 0, 4: 0 });
    expect(figuresOf(read('1 21 2 11，其余为0', blankContext(four)))).toEqual({});
  });

  it.each([
    ['2、15', '播放公益广告 15条'],
    ['1、21，其余为0', '组织重要新闻发布 21次'],
  ])('“%s” is asked about, with the row that may be meant', (text, label) => {
    expect(readIn(sh, text).doubts.map(({ choices }) => choices.map((one) => one.label))).toEqual([[label]]);
  });

  it.each(['第2 3项都完成了', '第2、3项'])('no figure in “%s”', (text) => expect(recordedIn(text)).toEqual({}));
});

describe('a telephone is no consultation', () => {
  it.each(['收到2个咨询电话', '咨询电话2个'])('“%s” is asked about', (text) => {
    const reading = readIn(sh, text);
    expect(reading.values).toEqual([]);
    expect(reading.doubts.map(({ rows }) => rows)).toEqual([[5]]);
  });

  it('咨询2个 still is', () => expect(recordedIn('咨询2个')).toEqual({ 5: 2 }));
});
