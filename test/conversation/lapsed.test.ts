/** A yes that comes too late for the order it was meant for. */
import { expect, it } from 'vitest';
import { openConversation, openPublished } from '../support/conversation.ts';

const lapsed = '刚才那项已过10分钟的确认时间，没有办理。要办请重新发一遍。';

it('is told so once, and only to the person who was asked', async () => {
  const talk = await openConversation();
  await talk.alone('organiser', '发布方案');
  await talk.until('2023-03-12 09:11');
  expect(await talk.alone('organiser-2', '是')).toBe('现在没有等您确认的事项。');
  expect(await talk.alone('organiser', '是')).toBe(lapsed);
  expect(await talk.alone('organiser', '是')).toBe('现在没有等您确认的事项。');
  expect(talk.group()).toEqual([]);
  await talk.alone('organiser', '发布方案');
  expect(await talk.alone('organiser', '是')).toMatch(/^方案正在发到工作群/);
});

it.each([['好的'], ['确认'], ['办']])('however the yes is said: %s', async (yes) => {
  const talk = await openPublished();
  await talk.alone('organiser', '截止填报');
  await talk.until('2023-03-12 09:30');
  expect(await talk.alone('organiser', yes)).toBe(lapsed);
});

it('takes a no that comes late for what it is', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '截止填报');
  await talk.until('2023-03-12 09:30');
  expect(await talk.alone('organiser', '不用了')).toBe('好的，没有办理。');
});

it('is not told the next day, nor after other business', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '截止填报');
  await talk.alone('organiser', '暂停提醒吧');
  await talk.alone('organiser', '恢复提醒');
  await talk.until('2023-03-12 09:30');
  expect(await talk.alone('organiser', '是')).toBe('现在没有等您确认的事项。');
  await talk.alone('organiser', '截止填报');
  await talk.until('2023-03-13 09:30');
  expect(await talk.alone('organiser', '是')).toBe('现在没有等您确认的事项。');
});

it('gives way to a question that is open, and to a table that waits', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告3条，其余为0');
  expect(await talk.alone('xuhui-liaison', '安排值班 卫子航')).toContain('确认请回“是”');
  await talk.until('2023-03-12 09:30');
  expect(await talk.alone('xuhui-liaison', '确认')).toContain('已提交');
  expect(await talk.alone('xuhui-liaison', '安排值班 卫子航')).toContain('确认请回“是”');
  await talk.until('2023-03-12 09:50');
  await talk.alone('xuhui-liaison', '公益广告约10条');
  expect(await talk.alone('xuhui-liaison', '是')).not.toContain('没有办理');
});
