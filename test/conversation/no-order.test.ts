/** Words that sound like an order and are none; and orders that wait for a yes. */
import { expect, it } from 'vitest';
import { confirmed, openPublished } from '../support/conversation.ts';

it.each([
  '截止填报时间是几号',
  '什么时候截止填报',
  '截止填报了吗',
  '截止填报前记得核对',
  '要截止填报吗',
  '先别截止填报',
  '王科说截止填报',
  '明天截止填报',
])('closes nothing at “%s”, not even after 是', async (words) => {
  const talk = await openPublished();
  expect(await talk.say('organiser', words)).not.toContain('停止填报');
  await talk.say('organiser', '是');
  expect(await talk.alone('xuhui-liaison', '公益广告3条')).toMatch(/^已记：/);
});

it.each(['截止填报时间是几号', '什么时候截止填报', '截止填报了吗'])('answers “%s” with the deadline', async (words) => {
  const talk = await openPublished();
  expect(await talk.say('organiser', words)).toMatch(
    /^活动总结和统计表：“2023年3月22日前”，请于3月21日（周二）17:30前报齐/,
  );
});

it.each(['截止填报', '重发方案', '催办', '截止改到3月24日前'])(
  'does “%s” only on the same person’s yes',
  async (order) => {
    const talk = await openPublished();
    const preview = await talk.say('organiser', order);
    expect(preview).toMatch(/^\S*将.*确认请回“是”（10分钟内有效），不办请回“不用了”。$/s);
    for (const other of ['organiser-2', 'xuhui-liaison']) await talk.say(other, '是');
    expect(talk.group()).toEqual([]);
    expect(await talk.say('organiser', '不用了')).toBe('好的，没有办理。');
    await talk.say('organiser', '是');
    expect(talk.group()).toEqual([]);
    expect(await talk.alone('xuhui-liaison', '公益广告3条')).toMatch(/^已记：/);
  },
);

it('does not wait for a yes longer than ten minutes', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '截止填报');
  await talk.until('2023-03-12 09:10');
  expect(await talk.say('organiser', '是')).not.toContain('已截止');
  expect(await talk.alone('xuhui-liaison', '公益广告3条')).toMatch(/^已记：/);
});

it('does at once what is confirmed in the same breath', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '确认截止填报')).toMatch(/已截止填报（已报齐0\/27家）/);
});

it.each(['提交？', '要不要提交', '提交了吗', '准备提交', '等会提交', '领导说可以提交', '如果没问题就提交', '先不提交'])(
  'submits nothing at “%s”',
  async (words) => {
    const talk = await openPublished();
    await talk.alone('xuhui-liaison', '公益广告3条，其余为0');
    expect(await talk.alone('xuhui-liaison', words)).not.toContain('已提交');
    expect(await talk.alone('shanghai-leader', '公益广告汇总')).toContain('0/27家');
  },
);

it.each([
  '王科说总结已报送，我核实下',
  '去年的总结已报送OA',
  '2022年总结已报送OA',
  '总结已报送了吗',
  '总结应该已报送吧',
  '总结还没报送',
])('takes “%s” for no delivery', async (words) => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', words)).not.toContain('已登记');
  expect(await talk.alone('xuhui-liaison', '进度')).toContain('还差统计表、总结、图片');
});

it.each(['催一下？', '要催一下吗', '催一下徐汇行吗', '收到请回复'])('reminds nobody at “%s”', async (words) => {
  const talk = await openPublished();
  await talk.say('organiser', words);
  await talk.say('organiser', '是');
  expect(talk.group()).toEqual([]);
});

it.each(['收到请回复', '收到了吗', '请大家收到回复'])('signs for nobody at “%s”', async (words) => {
  const talk = await openPublished();
  await talk.say('huangpu-liaison', words);
  expect(await talk.alone('shanghai-leader', '谁没收到')).toContain('未签收27家（共28家）：黄浦区局');
});

it('asks again what is said to a later question, not to an order shown before', async () => {
  const talk = await openPublished();
  await confirmed(talk, 'organiser', '截止改到3月24日前');
  talk.group();
  await talk.say('organiser', '催办');
  await talk.say('organiser', '截止填报');
  expect(await talk.say('organiser', '是')).toContain('已截止填报');
  expect(talk.group().map(({ text }) => text)).toEqual([expect.stringMatching(/^【停止填报】/)]);
});
