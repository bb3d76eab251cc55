import { describe, expect, it, test } from 'vitest';
import type { Person } from '../../../src/domain/directory/model.ts';
import { understandingOf } from '../../../src/service/receive.ts';
import { given, shanghaiDirectory } from '../../support/given.ts';
import { completeReturn, published } from '../../support/histories.ts';
import { reviewed } from './campaigns.ts';

const moment = given(reviewed, shanghaiDirectory, [
  published(),
  ...completeReturn('huangpu'),
  ...completeReturn('xuhui'),
]).at('2023-03-19 09:00');

/** Who gets what back and why: `huangpu 3,5 report 数字偏大`. */
function returned(words: string): readonly string[] {
  return moment
    .when('organiser', words)
    .events.flatMap((event) =>
      event.type === 'SubmissionReturned'
        ? [
            [event.unit, event.rows.join(), event.materials.join(), event.reason]
              .filter((part) => part !== '')
              .join(' '),
          ]
        : [],
    );
}

test.each([
  ['退回 黄浦区局，数字偏大请核实', ['huangpu 数字偏大请核实']],
  ['退回 黄浦区局 第3项，数字偏大请核实', ['huangpu 3 数字偏大请核实']],
  ['退回黄浦第3、5项：数字偏大请核实', ['huangpu 3,5 数字偏大请核实']],
  ['退回黄浦第3项、第5项，对不上', ['huangpu 3,5 对不上']],
  ['把黄浦的表退回去，第3项不对', ['huangpu 3 第3项不对']],
  ['将黄浦区局的统计表退回，口径不一致。', ['huangpu 口径不一致']],
  ['退回 黄浦区局 总结，内容不全', ['huangpu report 内容不全']],
  ['退回黄浦的总结和图片，都没有盖章', ['huangpu report,pictures 都没有盖章']],
  ['退回 黄浦区局 第3项和总结，没有对上', ['huangpu 3 report 没有对上']],
  ['退回黄浦，总结内容不全', ['huangpu report 总结内容不全']],
  ['退回黄浦，总结和表对不上', ['huangpu 总结和表对不上']],
  ['退回 黄浦区局、徐汇区局，请于明天中午前核实', ['huangpu 请于明天中午前核实', 'xuhui 请于明天中午前核实']],
  ['退回黄浦和徐汇，偏大', ['huangpu 偏大', 'xuhui 偏大']],
  ['退回 黄浦区局，徐汇区局比这少', ['huangpu 徐汇区局比这少']],
  ['退回 黄浦 抖音，偏小', ['huangpu 3 偏小']],
  ['退回 黄浦区局 抖音小视频参与数、专题报道，偏小', ['huangpu 3,8 偏小']],
  ['退回黄浦的抖音数 偏小', ['huangpu 3 偏小']],
  ['退回黄浦 抖音那项和总结，对不上', ['huangpu 3 report 对不上']],
  ['退回 黄浦 抖音偏小', ['huangpu 3 抖音偏小']],
  ['退回黄浦，开展得不够', ['huangpu 开展得不够']],
  ['退回黄浦区局 数字不对', ['huangpu 数字不对']],
  ['请退回黄浦区局，这个数怎么来的？', ['huangpu 这个数怎么来的']],
  ['黄浦区局退回，数字偏大', ['huangpu 数字偏大']],
  ['驳回黄浦，数字偏大', ['huangpu 数字偏大']],
])('%s', (words, expected) => {
  expect(returned(words)).toEqual(expected);
});

test.each([
  '不要退回黄浦，数没错',
  '退回黄浦了吗',
  '退回黄浦 行不行',
  '退回黄浦，可以吗',
  '退回黄浦，如果他们还没改的话',
  '退回黄浦，数字偏大，可以吗',
  '黄浦被退回了',
  '想退回黄浦，数字偏大',
  '退回第3项，数字偏大',
  '退回黄浦第30项，不对',
  '退回 黄浦区局',
  '退回',
])('returns nothing: %s', (words) => {
  expect(returned(words)).toEqual([]);
});

/** The units that are accepted. */
function accepted(words: string): readonly string[] {
  return moment
    .when('organiser', words)
    .events.flatMap((event) => (event.type === 'SubmissionAccepted' ? [event.unit] : []));
}

describe('通过', () => {
  test.each([
    ['通过 黄浦区局', ['huangpu']],
    ['黄浦区局通过', ['huangpu']],
    ['审核通过 黄浦、徐汇', ['huangpu', 'xuhui']],
    ['通过黄浦、徐汇', ['huangpu', 'xuhui']],
    ['黄浦没问题，通过', ['huangpu']],
    ['黄浦区局的表审核通过了', ['huangpu']],
    ['确认全部通过', ['huangpu', 'xuhui']],
  ])('%s', (words, expected) => {
    expect(accepted(words)).toEqual(expected);
  });

  test.each([
    '通过零距离服务，提升了案件查处能力',
    '黄浦没通过',
    '黄浦还没有通过',
    '绑定申请通过',
    '通过绑定',
    '黄浦通过了吗',
    '黄浦能通过吗',
    '通过 黄浦 第3项',
    '通过黄浦，总结再补一份',
  ])('accepts nothing: %s', (words) => {
    expect(accepted(words)).toEqual([]);
  });
});

it.each([['待审核'], ['哪些没审'], ['还有谁没审'], ['审核情况'], ['未审核单位']])('lists: %s', (words) => {
  expect(moment.when('shanghai-leader', words).said).toEqual(['待审核2家：黄浦区局、徐汇区局。']);
});

it('leaves 通过绑定 to the directory', () => {
  for (const words of ['通过绑定', '同意绑定申请', '通过绑定1', '确认绑定1']) expect(lexiconOf(words)).toBeNull();
});

function lexiconOf(words: string) {
  const { lexicon } = understandingOf(moment.situation, moment.situation.directory.organisers()[0] as Person);
  return lexicon.read(words, 2023);
}
