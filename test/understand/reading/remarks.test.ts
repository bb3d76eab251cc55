import { describe, expect, it } from 'vitest';
import { parseForms, predict } from '../../../src/cli/understand.ts';
import { figuresOf, readIn } from './corpus.ts';

const said = (text: string, expecting: number | null = null) =>
  readIn('heping-2020', text, { expecting }).remarks.map(({ row, text: words }) => [row, words]);

describe('several remarks', () => {
  it.each([
    [
      '第4项备注含展板20块；第1项备注进校园2场',
      [
        [4, '含展板20块'],
        [1, '进校园2场'],
      ],
    ],
    [
      '公益广告备注：楼宇电视；座谈会备注：线上召开',
      [
        [4, '楼宇电视'],
        [11, '线上召开'],
      ],
    ],
    [
      '普法活动2场，备注：含线上1场\n座谈会1场，备注：线上召开',
      [
        [1, '含线上1场'],
        [11, '线上召开'],
      ],
    ],
    [
      '公益广告4条（备注含楼宇电视）、座谈会1场（备注线上）',
      [
        [4, '含楼宇电视'],
        [11, '线上'],
      ],
    ],
    [
      '普法活动备注：进校园，座谈会备注：线上',
      [
        [1, '进校园'],
        [11, '线上'],
      ],
    ],
    ['公益广告备注：如何维权系列，没什么问题', [[4, '如何维权系列，没什么问题']]],
    ['第4项的备注写成含展板', [[4, '含展板']]],
    ['备注第4项：含展板20块', [[4, '第4项：含展板20块']]],
    ['普法活动2场，备注：含线上1场；备注：社区协办', [[1, '含线上1场；社区协办']]],
  ])('%s', (text, remarks) => expect(said(text)).toEqual(remarks));

  it('puts each 备注 cell of a pasted table on its row', () => {
    const table =
      '项目\t单位\t数量\t备注\n组织普法活动\t场次\t2\t含线上1场\n播放公益广告\t条\t4\t\n刊发新闻稿件\t份\t\t下周补\n举办座谈会\t场次\t1\t线上召开';
    expect(said(table)).toEqual([
      [1, '含线上1场'],
      [5, '下周补'],
      [11, '线上召开'],
    ]);
    expect(figuresOf(readIn('heping-2020', table))).toEqual({ 1: 2, 4: 4, 11: 1 });
  });

  it.each([
    ['普法活动2场，备注：含线上1场；公益广告4条', { 1: 2, 4: 4 }],
    ['备注：含线上1场\n公益广告4条', { 4: 4 }],
    ['备注：\n公益广告4条', { 4: 4 }],
  ])('reads on behind the remark of %s', (text, values) => {
    expect(figuresOf(readIn('heping-2020', text, { expecting: 1 }))).toEqual(values);
  });

  it.each(['备注栏怎么填', '备注要写什么', '备注可以写含线上吗'])('%s is a question', (text) => {
    const reading = readIn('heping-2020', text, { expecting: 1 });
    expect(reading.remarks).toEqual([]);
    expect(reading.intent).toBe('none');
  });
});

describe('the understand command', () => {
  const forms = parseForms(
    JSON.stringify({
      forms: [
        {
          id: 'f',
          hasRemark: true,
          fields: [
            { no: 1, label: '普法活动', unit: '场' },
            { no: 2, label: '座谈会', unit: '场' },
          ],
        },
      ],
    }),
  );
  const printed = (text: string) => predict(JSON.stringify({ id: 1, form: 'f', text }), forms);

  it('prints the first remark, and all of them where there are several', () => {
    expect(printed('座谈会备注：线上；普法活动备注：含讲座')).toEqual({
      id: 1,
      values: {},
      remark: '线上',
      remarkField: 2,
      remarks: [
        { field: 2, text: '线上' },
        { field: 1, text: '含讲座' },
      ],
    });
    expect(printed('座谈会备注：线上')).toEqual({ id: 1, values: {}, remark: '线上', remarkField: 2 });
  });
});
