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
