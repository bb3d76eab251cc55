/** Two tables of one unit: each figure goes to the one it fits; where both fit, what is talked about, else it is asked. */
import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/domain/form.ts';
import { blankContext, type Doubt, type ReadingContext } from '../../src/domain/reading.ts';
import type { Expected } from '../../src/domain/submission/expecting.ts';
import { reportsFor } from '../../src/understand/which-return.ts';

function formOf(id: string, rows: readonly (readonly [string, string])[]): Form {
  return {
    id,
    title: id,
    headerLines: [],
    footerLines: [],
    columns: ['序号', '类别', '单位', '数量'],
    hasRemark: true,
    rows: rows.map(([label, measure], index) => ({
      no: index + 1,
      seq: null,
      label,
      measure,
      kind: 'integer',
      group: null,
      aliases: [],
    })),
  };
}

const publicity = formOf('publicity', [
  ['播放公益广告', '条'],
  ['印发各类宣传资料', '册'],
  ['开展咨询活动', '次'],
]);
const law = formOf('law', [
  ['出动执法人员', '人次'],
  ['查处违法案件', '件'],
  ['开展咨询活动', '次'],
]);

function expected(form: Form | null, more: Partial<ReadingContext> = {}): Expected {
  const context: ReadingContext | null = form && { ...blankContext(form), ...more };
  const id = form?.id ?? 'roster';
  return { returnId: id, title: id, context, materials: [], owed: [], submitted: false };
}

const both = [expected(publicity), expected(law)];
const asked: Doubt = {
  kind: 'approximate',
  rows: [3],
  evidence: { start: 0, end: 6, text: '咨询约200次' },
  choices: [],
};

/** Where the words go, with the figures read there. */
function read(text: string, returns: readonly Expected[] = both, talking = false) {
  return reportsFor(text, returns, talking)
    .flat()
    .map(({ returnId, reading: { values } }) => [
      returnId,
      Object.fromEntries(values.map(({ row, value }) => [row, value])),
    ]);
}

describe('a figure', () => {
  it.each([
    ['公益广告3条', [['publicity', { 1: 3 }]]],
    ['查处案件5件', [['law', { 2: 5 }]]],
    ['出动执法人员120人次', [['law', { 1: 120 }]]],
    ['公益广告3条，资料2000册', [['publicity', { 1: 3, 2: 2000 }]]],
  ])('goes to the table it fits: %s', (text, to) => {
    expect(read(text)).toEqual(to);
    expect(read(text, both.toReversed())).toEqual(to);
    // Also where the other is talked about.
    expect(read(text, both, true)).toEqual(to);
    expect(read(text, both.toReversed(), true)).toEqual(to);
  });

  it('that fits both alike is asked about, with what either would record', () => {
    expect(read('咨询活动4次')).toEqual([
      ['publicity', { 3: 4 }],
      ['law', { 3: 4 }],
    ]);
  });

  it('that names a row of both is asked about, whatever was talked about last', () => {
    expect(read('咨询活动4次', both, true)).toHaveLength(2);
  });

  it('that names no row goes to the table talked about', () => {
    expect(read('其余为0', both, true).map(([id]) => id)).toEqual(['publicity']);
    expect(read('其余为0', both.toReversed(), true).map(([id]) => id)).toEqual(['law']);
  });

  it('that fits both goes to the table that was asked for, though the other is talked about', () => {
    expect(read('咨询活动4次', [expected(publicity), expected(law, { expecting: 3 })], true)).toEqual([
      ['law', { 3: 4 }],
    ]);
    expect(read('咨询活动4次', [expected(publicity), expected(law, { question: asked })])).toEqual([['law', { 3: 4 }]]);
  });

  it('among those of both tables goes with the most of them', () => {
    expect(read('咨询活动4次，案件5件')).toEqual([['law', { 2: 5, 3: 4 }]]);
    expect(read('咨询活动4次，公益广告2条')).toEqual([['publicity', { 1: 2, 3: 4 }]]);
  });
});

describe('figures of two tables in one message', () => {
  it('go each to its own, and neither asks about the other', () => {
    const groups = reportsFor('公益广告3条，案件5件', both, true);
    expect(groups).toHaveLength(2);
    expect(groups.flat().map(({ reading: { doubts, intent } }) => [doubts.length, intent])).toEqual([
      [0, 'fill'],
      [0, 'fill'],
    ]);
    expect(read('公益广告3条，案件5件', both, true)).toEqual([
      ['publicity', { 1: 3 }],
      ['law', { 2: 5 }],
    ]);
  });
});

describe('a bare number', () => {
  it('is the row that was asked for', () => {
    expect(read('12', [expected(law, { expecting: 1 }), expected(publicity)], true)).toEqual([['law', { 1: 12 }]]);
  });
});

describe('what fits no table', () => {
  it.each(['好的谢谢', '今天天气不错'])('is read once, for the first: %s', (text) => {
    expect(
      reportsFor(text, both, false)
        .flat()
        .map(({ returnId }) => returnId),
    ).toEqual(['publicity']);
  });

  it('sets nothing', () => {
    expect(read('好的谢谢')).toEqual([['publicity', {}]]);
  });
});

it('reads for the one table there is, whatever it says', () => {
  expect(read('咨询活动4次', [expected(law)])).toEqual([['law', { 3: 4 }]]);
  expect(read('公益广告3条', [expected(null), expected(publicity)])).toEqual([['publicity', { 1: 3 }]]);
});

it('reads nothing where no return has a table', () => {
  expect(reportsFor('公益广告3条', [expected(null)], false)).toEqual([[]]);
  expect(reportsFor('公益广告3条', [], false)).toEqual([[]]);
});

it('takes a correction by number for the table in hand, though it is doubtful there and another would take it at once', () => {
  const inHand = expected(publicity, { expecting: 2, draft: { 1: 200 } });
  const submitted = { ...expected(law, { draft: { 1: 3 } }), submitted: true };
  const [group, ...others] = reportsFor('第1项改成2', [inHand, submitted], true);
  expect(others).toEqual([]);
  expect(group?.map(({ returnId, reading }) => [returnId, reading.values.length, reading.doubts.length])).toEqual([
    ['publicity', 0, 1],
  ]);
});
