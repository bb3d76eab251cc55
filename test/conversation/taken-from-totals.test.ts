/** Who was told totals hears that a table was taken back, as of a unit that leaves. */
import { expect, it } from 'vitest';
import { openPublished, reportAll } from '../support/conversation.ts';

it('tells leaders of a submission that is taken back, and that it counts again', async () => {
  const talk = await openPublished();
  for (const id of ['huangpu-liaison', 'xuhui-liaison']) await reportAll(talk, id);
  await talk.alone('shanghai-leader', '汇总进度');
  talk.told('shanghai-leader');
  await talk.alone('xuhui-liaison', '撤回提交');
  expect(talk.told('shanghai-leader').map(({ text }) => text)).toEqual([
    '【更正】徐汇区局撤回了统计表，重新提交前不计入汇总：第2项 播放公益广告总数为3条，第3项 抖音小视频参与数总数为12条。',
  ]);
  await talk.alone('xuhui-liaison', '确认提交');
  expect(talk.told('shanghai-leader').map(({ text }) => text)).toEqual([
    '【更正】徐汇区局重新提交了统计表，数字未变，重新计入汇总：第2项 播放公益广告总数为6条，第3项 抖音小视频参与数总数为24条。',
  ]);
});

it('tells a figure that reopens the table once, when it is submitted again', async () => {
  const talk = await openPublished();
  await reportAll(talk, 'xuhui-liaison');
  await talk.alone('shanghai-leader', '汇总进度');
  talk.told('shanghai-leader');
  await talk.alone('xuhui-liaison', '修改');
  await talk.alone('xuhui-liaison', '公益广告4条');
  expect(talk.told('shanghai-leader')).toEqual([]);
  await talk.alone('xuhui-liaison', '确认提交');
  expect(talk.told('shanghai-leader').map(({ text }) => text)).toEqual([
    '【更正】徐汇区局第2项 播放公益广告由3条改为4条，总数为4条。',
  ]);
});

it('tells nobody who was told no total', async () => {
  const talk = await openPublished();
  await reportAll(talk, 'xuhui-liaison');
  await talk.alone('xuhui-liaison', '撤回提交');
  expect(talk.told('shanghai-leader')).toEqual([]);
});
