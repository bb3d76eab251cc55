import { expect, it } from 'vitest';
import type { Form } from '../../../src/domain/form.ts';
import { findRow } from '../../../src/domain/progress/find-row.ts';

const labels = [
  '组织重要新闻发布',
  '播放公益广告',
  '抖音小视频参与数',
  '印发各类宣传资料',
  '开展咨询、科普',
  '主流媒体专版',
  '专题报道',
];
const form: Form = {
  id: 'f',
  title: '',
  headerLines: [],
  footerLines: [],
  columns: [],
  hasRemark: false,
  rows: labels.map((label, index) => ({
    no: index + 1,
    seq: null,
    label,
    measure: '次',
    kind: 'integer',
    group: null,
    aliases: label === '印发各类宣传资料' ? ['宣传单'] : [],
  })),
};

it.each([
  ['第2项', 2],
  ['2', 2],
  ['第 7 项', 7],
  ['播放公益广告', 2],
  ['公益广告', 2],
  ['公益广告的', 2],
  ['抖音', 3],
  ['视频', 3],
  ['宣传单', 4],
  ['宣传资料', 4],
  ['咨询', 5],
  ['科普', 5],
  ['媒体专版', 6],
  ['专题', 7],
  ['公益广告播放', 2],
  ['新闻发布会', 1],
])('finds the row meant by “%s”', (words, no) => expect(findRow(form, words)?.no).toBe(no));

it.each(['', '第9项', '0', '投诉', '专', '次', '随便'])('finds none for “%s”', (words) =>
  expect(findRow(form, words)).toBeUndefined(),
);
