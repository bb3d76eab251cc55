/** 催办 of some: who reports nothing has not reported all, and a message to some counts nobody else. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';
import { openThreeReturns } from '../support/three-returns.ts';

it('says of units that report nothing that they need not', async () => {
  const talk = await openPublished();
  expect(await talk.alone('organiser', '催消保处')).toBe('消费者权益保护处不用报，没有催。');
  expect(await talk.alone('organiser', '催市药监局')).toBe('市药监局不用报，没有催。');
  const three = await openThreeReturns();
  expect(await three.alone('organiser', '催燃气管理处的排查表')).toBe('燃气管理处不用报《排查整治统计表》，没有催。');
});

it('does not count for all who owe it what only some are told', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '催各区局，黄浦除外');
  await talk.alone('organiser', '是');
  expect(talk.group().map(({ text }) => text.split('\n')[0])).toEqual([
    '【报送提醒】3·15活动统计表和材料，请于3月21日（周二）17:30前报齐（还有9天）。@到的15家还未报齐。',
  ]);
});

it('counts those with a deadline of their own apart', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '延期 黄浦 到3月24日');
  await talk.alone('organiser', '催办');
  await talk.alone('organiser', '是');
  const [sent] = talk.group();
  expect(sent?.text).toContain('（还有9天）。26家还未报齐。');
  expect(sent?.text).not.toContain('共27家');
});

it('urges for one part once in an hour, and for another part at once', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '催图片');
  await talk.alone('organiser', '是');
  expect(await talk.alone('organiser', '催图片')).toBe('09:00刚催过，10:00以后可以再催。');
  expect(await talk.alone('organiser', '催徐汇图片')).toBe('徐汇区局09:00刚催过，10:00以后可以再催。');
  expect(await talk.alone('organiser', '催总结')).toMatch(/^将在工作群提醒27家未报总结的单位/);
  await talk.until('2023-03-12 10:00');
  expect(await talk.alone('organiser', '催图片')).toMatch(/^将在工作群提醒27家未报图片的单位/);
});

it('says before it sends in the quiet hours that it will', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-12 22:30');
  talk.group();
  for (const order of ['催徐汇', '通知黄浦：明天开会'])
    expect(await talk.alone('organiser', order)).toContain('现在是免打扰时间（20:00—08:00），确认后立即发出。');
  expect(talk.group()).toEqual([]);
  await talk.alone('organiser', '是');
  expect(talk.group()).toHaveLength(1);
});

it('tells those who owe it that the return is closed, and shows so first', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告3条，其余为0，总结、图片已报送OA，确认提交');
  expect(await talk.alone('organiser', '截止填报')).toContain('将在工作群告知未报齐的单位。');
  await talk.alone('organiser', '是');
  const [sent] = talk.group();
  expect(sent?.text).toMatch(/^【停止填报】《活动总结和统计表》已停止填报，不能再报、再改。未报齐：黄浦区局、长宁区局/);
  expect(sent?.mentions).not.toContain('xuhui-liaison');
});
