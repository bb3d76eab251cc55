/** What is known of a shift before it begins, and of units that left. */
import { expect, it } from 'vitest';
import { openPublished, reportAll } from '../support/conversation.ts';

it('tells who asks before a shift what was said of it already', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-15 08:10');
  await talk.alone('huangpu-leader', '请假，不能到岗');
  await talk.say('xuhui-leader', '到岗');
  const said = await talk.alone('shanghai-leader', '值班情况');
  expect(said).toContain('已到岗1家');
  expect(said).toMatch(/黄浦区局.*（已报告不能到岗）/);
});

it('lists no tasks for a unit that was taken out', async () => {
  const talk = await openPublished();
  expect(await talk.alone('huangpu-liaison', '我的任务')).toContain('项任务：');
  await talk.say('organiser', '确认移出 黄浦区局');
  expect(await talk.alone('huangpu-liaison', '我的任务')).toMatch(/^黄浦区局已移出本次活动/);
  await talk.say('organiser', '确认加入 黄浦区局');
  expect(await talk.alone('huangpu-liaison', '我的任务')).toContain('项任务：');
});

it('names among the differences a unit that stood duty by the file alone', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '确认加入 市药监局');
  await talk.say('organiser', '确认移出 市药监局');
  expect(await talk.alone('organiser', '差异')).toContain('移出单位：市药监局');
});

it('tells leaders who were told totals without a table that it counts again', async () => {
  const talk = await openPublished();
  for (const id of ['huangpu-liaison', 'xuhui-liaison']) await reportAll(talk, id);
  await talk.alone('organiser', '退回 黄浦区局，数字偏大');
  await talk.alone('shanghai-leader', '公益广告汇总');
  talk.told('shanghai-leader');
  await talk.alone('organiser', '撤销退回 黄浦区局');
  expect(talk.told('shanghai-leader').map(({ text }) => text)).toEqual([
    '【更正】黄浦区局统计表的退回已撤销，重新计入汇总：第2项 播放公益广告总数为6条。',
  ]);
});

it('tells nobody of it who was told the totals with the table', async () => {
  const talk = await openPublished();
  await reportAll(talk, 'huangpu-liaison');
  await talk.alone('shanghai-leader', '公益广告汇总');
  await talk.until('2023-03-12 09:10');
  await talk.alone('organiser', '退回 黄浦区局，数字偏大');
  talk.told('shanghai-leader');
  await talk.alone('organiser', '撤销退回 黄浦区局');
  expect(talk.told('shanghai-leader')).toEqual([]);
});

it('puts an order about people once more behind another answer, and a yes is for it', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '移除人员 徐汇区局 卫子航');
  expect(await talk.alone('organiser', '未报单位')).toContain('刚才的还没办：将移除徐汇区局卫子航');
  expect(await talk.alone('organiser', '是')).toContain('已移除徐汇区局卫子航');
  await talk.alone('organiser', '移除人员 金山区局 谢明哲');
  // Another order lets it go: a yes is for what was shown last.
  expect(await talk.alone('organiser', '催办')).not.toContain('刚才的还没办');
  expect(await talk.alone('organiser', '是')).toContain('已在工作群提醒');
  expect(await talk.alone('organiser', '金山区局人员')).toContain('谢明哲');
});
