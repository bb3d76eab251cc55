import { describe, expect, it } from 'vitest';
import { readCampaign, readDirectory } from '../../src/files/campaign-files.ts';
import { complaints } from './complaints.ts';
import { CAMPAIGN_TEXT, DIRECTORY_TEXT } from './example-files.ts';

const directory = readDirectory(DIRECTORY_TEXT, 'directory.yaml');

function brokenCampaign(from: string, to: string): string[] {
  expect(CAMPAIGN_TEXT).toContain(from);
  return complaints(() => readCampaign(CAMPAIGN_TEXT.replace(from, to), 'example.yaml', directory));
}

describe('a campaign file that says what cannot be', () => {
  it.each([
    [
      'an unknown unit',
      'units: [投诉举报中心, 各所]',
      'units: [投诉举报中新, 各所]',
      [
        '第 19 行第 17 列（sections 第1项 / tasks 第1项 / units 第1项）：通讯录里没有单位“投诉举报中新”，是不是想写“投诉举报中心”？',
      ],
    ],
    [
      'a unit like no other',
      'from: [各所]',
      'from: [区消协]',
      [
        '第 28 行第 12 列（returns 第1项 / from 第1项）：通讯录里没有单位“区消协”；请改名称，或在通讯录里加上，或写进 expansions、open',
      ],
    ],
    [
      'an unknown unit inside an expansion',
      '[各市场监管所, 投诉举报中心]',
      '[各市场监管所, 纪检组]',
      [
        '第 10 行第 19 列（expansions / 各有关部门 第2项）：通讯录里没有单位“纪检组”；请改名称，或在通讯录里加上，或写进 expansions、open',
      ],
    ],
    [
      'a phrase that names no day',
      'due: 3月13日中午前',
      'due: 活动结束后',
      [
        '第 30 行第 10 列（returns 第1项 / due）：从“活动结束后”读不出期限（没有日期、日期不存在，或离成文日期两年以上）。可以写 3月22日前、3月22日中午前、3月22日下班前、3月22日17:00前；原文没有日期的，phrase 照抄原文，by 写本局定的期限',
      ],
    ],
    [
      'a deadline before the notice',
      'due: 3月13日中午前',
      'due: 3月10日中午前',
      ['第 30 行第 10 列（returns 第1项 / due）：期限 3月10日（周二）12:00 早于成文日期 2020-03-11，请检查年份和月日'],
    ],
    [
      'late before due',
      '{phrase: 活动结束后, by: 3月19日下班前}',
      '{phrase: 活动结束后, dueAt: 2020-03-20 17:00, lateAfter: 2020-03-19 17:00}',
      ['第 37 行第 5 列（returns 第2项 / due）：lateAfter（算迟报）早于 dueAt（应报），请对调或改正'],
    ],
    [
      'a task number used twice',
      'no: "2"',
      'no: "1"',
      ['第 20 行第 13 列（sections 第1项 / tasks 第2项 / no）：任务编号“1”用了两次'],
    ],
    [
      'a return id used twice',
      '- id: table',
      '- id: roster',
      ['第 33 行第 9 列（returns 第2项 / id）：报送编号“roster”用了两次，请换一个'],
    ],
    [
      'a return of nothing',
      '    materials:\n      - {id: list, title: 值班表, accepts: [file, statement]}\n',
      '',
      ['第 26 行第 5 列（returns 第1项）：报送里既没有统计表（form），也没有材料（materials）'],
    ],
    [
      'a row numbered out of order',
      '- {label: 挽回',
      '- {no: 3, label: 挽回',
      [
        '第 43 行第 16 列（returns 第2项 / form / rows 第2项 / no）：这是从上往下第 2 行，no 应写 2（也可以不写），现在是 3',
      ],
    ],
    [
      'a row twice',
      'label: 挽回经济损失, measure: 万元',
      'label: 普法宣传活动, measure: 场次',
      ['第 43 行第 19 列（returns 第2项 / form / rows 第2项 / label）：“普法宣传活动”这一行前面已经有了'],
    ],
    [
      'a shift that ends before it starts',
      'endDay: 2020-03-15, ',
      '',
      ['第 55 行第 72 列（duty / shifts 第1项 / to）：班次结束不晚于开始；跨过半夜的班次请加 endDay（哪天结束）'],
    ],
    [
      'a shift before the notice',
      'day: 2020-03-14',
      'day: 2020-02-14',
      ['第 55 行第 41 列（duty / shifts 第1项 / day）：班次 2月14日（周五）19:00 早于成文日期 2020-03-11，请检查日期'],
    ],
    [
      'overlapping shifts',
      'when: 央视3•15晚会播出时间确定后',
      'day: 2020-03-15, from: "00:00", to: "02:00"',
      ['第 56 行第 7 列（duty / shifts 第2项）：班次“央视晚会”与“3•14晚会”时间重叠，请错开'],
    ],
    [
      'a shift id used twice',
      'id: later',
      'id: evening',
      ['第 56 行第 12 列（duty / shifts 第2项 / id）：班次编号“evening”用了两次，请换一个'],
    ],
    [
      'a roster for an unknown shift',
      '{shift: evening,',
      '{shift: evning,',
      ['第 59 行第 15 列（duty / assignments 第1项 / shift）：没有编号为“evning”的班次，是不是想写“evening”？'],
    ],
    [
      'unknown people in a roster',
      'people: [林晓雯]',
      'people: [林晓文]',
      ['第 59 行第 44 列（duty / assignments 第1项 / people 第1项）：通讯录里没有“林晓文”，是不是想写“林晓雯”？'],
    ],
    [
      'people of another unit in a roster',
      'people: [林晓雯]',
      'people: [west-liaison]',
      [
        '第 59 行第 44 列（duty / assignments 第1项 / people 第1项）：“周文博”不是这个单位的人，请在通讯录里改单位，或换人',
      ],
    ],
    [
      'leaders told before absentees are named',
      '  roster: leaders',
      '  escalateAfterMinutes: 5\n  roster: leaders',
      [
        '第 57 行第 25 列（duty / escalateAfterMinutes）：告知领导要晚于点名：escalateAfterMinutes 应大于 absentAfterMinutes',
      ],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(brokenCampaign(from, to)).toEqual(expected);
  });

  it.each([
    [
      'itself',
      '各有关部门: [各市场监管所, 各有关部门]',
      '第 10 行第 19 列（expansions / 各有关部门 第2项）：“各有关部门”的右边又写了它自己，请改成具体的单位或分组',
    ],
    [
      'itself over several steps, said once',
      '各有关部门: [甲, 各市场监管所]\n  甲: [乙]\n  乙: [投诉举报中心, 各有关部门]',
      '第 12 行第 15 列（expansions / 乙 第2项）：叫法绕成了圈：各有关部门 → 甲 → 乙 → 各有关部门。请把其中一处改成具体的单位或分组',
    ],
  ])('an expansion that contains %s', (_, to, expected) => {
    expect(brokenCampaign('各有关部门: [各市场监管所, 投诉举报中心]', to)).toEqual([expected]);
  });

  it('lets an expansion add to a group that the directory knows by the same name', () => {
    const text = CAMPAIGN_TEXT.replace('各有关部门: [', '各市场监管所: [各市场监管所, 县局]\n  各有关部门: [');
    expect(readCampaign(text, 'example.yaml', directory).addressees.units).toEqual([
      'east',
      'west',
      'bureau',
      'centre',
    ]);
  });
});
