/** An order that was shown and waited when another was given: it is not done, and nobody takes it for done. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it('says with the next order that the former was not done', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '给徐汇和长宁延期两天');
  const next = await talk.alone('organiser', '静安区局的截止改到3月20日');
  expect(next.split('\n').at(-1)).toMatch(
    /^前面等您确认的“《活动总结和统计表》的截止时间：徐汇区局、长宁区局改为.*没有办，/,
  );
  expect(await talk.alone('organiser', '是')).toMatch(/^静安区局/);
  expect(talk.told('xuhui-liaison')).toEqual([]);
});

it('says nothing of the same order given again, nor of one that was declined or came too late', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '截止改到3月24日前');
  expect(await talk.alone('organiser', '截止改到3月24日前')).not.toContain('没有办');
  await talk.alone('organiser', '不用了');
  expect(await talk.alone('organiser', '催办')).not.toContain('没有办');
  await talk.until('2023-03-12 09:11');
  expect(await talk.alone('organiser', '取消活动')).not.toContain('没有办');
});

it('says so across what is decided about people and about the campaign', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '移除人员 黄浦区局 冯启明');
  expect(await talk.alone('organiser', '取消活动')).toMatch(/前面等您确认的“.*冯启明.*没有办/);
  expect(await talk.alone('organiser', '移除人员 黄浦区局 冯启明')).toMatch(/前面等您确认的“将取消3·15活动.*没有办/);
});

it('passes on the question that was asked since the organisers were called', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '找组织者：图片要原图吗');
  await talk.alone('xuhui-liaison', '视频算不算图片');
  expect(await talk.alone('xuhui-liaison', '找组织者')).toContain('已把“视频算不算图片”转给组织者');
  expect(await talk.alone('organiser', '待答问题')).toMatch(/1号 卫子航：图片要原图吗\n2号 卫子航：视频算不算图片/);
  expect(await talk.alone('xuhui-liaison', '找组织者')).toMatch(/^刚才已经转告组织者/);
});
