/** Taking rights from somebody is shown first, and the way back works. */
import { expect, it } from 'vitest';
import { openConversation, openPublished } from '../support/conversation.ts';

const shown =
  '将移除消费者权益保护处吴佳宁（组织者）：本人不再收到提醒，也不能再填报、查看和办理。确认请回“是”（10分钟内有效），不办请回“不用了”。';

it('shows whom it takes off, and does it at a yes', async () => {
  const talk = await openPublished();
  expect(await talk.alone('organiser', '移除人员 吴佳宁')).toBe(shown);
  expect(await talk.alone('organiser-2', '绑定申请')).toBe('没有待确认的绑定申请。');
  expect(await talk.alone('organiser', '是')).toBe(
    '已移除消费者权益保护处吴佳宁，以前的记录不变。已告知本人。要恢复请发“新增联络员 消费者权益保护处 吴佳宁”。',
  );
  expect(await talk.alone('organiser', '消费者权益保护处人员')).not.toContain('吴佳宁');
});

it('tells who goes what it says it has told', async () => {
  const failed: unknown[] = [];
  const quiet = () => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: (about: unknown) => failed.push(about) };
  const talk = await openPublished({ log });
  expect(await talk.alone('organiser', '确认移除人员 吴佳宁')).toContain('已告知本人。');
  expect(await talk.alone('organiser', '确认更换联络员 卫子航 薛从文')).toContain('已告知两位。');
  await talk.until('2023-03-12 09:10');
  expect(talk.told('organiser-2').at(-1)?.text).toBe('您已不再承担本次活动的联络工作，辛苦了。');
  expect(talk.told('xuhui-liaison').at(-1)?.text).toBe('您在徐汇区局的联络工作已交给薛从文，辛苦了。');
  expect(failed).toEqual([]);
});

it('takes back by the way that the answer names, with all that the person might do', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '确认移除人员 吴佳宁');
  expect(await talk.alone('organiser', '新增联络员 消费者权益保护处 吴佳宁')).toMatch(
    /^已把吴佳宁登记为消费者权益保护处人员。/,
  );
  expect(await talk.alone('organiser-2', '绑定申请')).toBe('没有待确认的绑定申请。');
});

it.each(['不用了', '等一下'])('leaves everything as it was at “%s”, and a later yes does nothing', async (word) => {
  const talk = await openPublished();
  await talk.alone('organiser', '移除人员 徐汇区局 卫子航');
  expect(await talk.alone('organiser', word)).toBe('好的，没有办理。');
  expect(await talk.alone('organiser', '是')).not.toMatch(/移除/);
  expect(await talk.alone('organiser', '徐汇区局人员')).toContain('卫子航');
  expect(talk.told('xuhui-liaison')).toEqual([]);
});

it('tells a yes that comes too late so', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '移除人员 徐汇区局 卫子航');
  await talk.until('2023-03-12 09:15');
  expect(await talk.alone('organiser', '是')).toBe('刚才那项已过10分钟的确认时间，没有办理。要办请重新发一遍。');
  expect(await talk.alone('organiser', '徐汇区局人员')).toContain('卫子航');
});

it('answers the same yes alike when it comes twice, and takes it for no other', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '移除人员 徐汇区局 卫子航');
  const first = await talk.alone('organiser', '是', { messageId: 'twice' });
  await talk.alone('organiser', '截止改到3月24日前');
  expect(await talk.alone('organiser', '是', { messageId: 'twice' })).toBe(first);
  expect(await talk.alone('organiser', '什么时候截止')).toMatch(/最迟3月22日（周三）24:00。\n刚才的还没办/);
});

it('holds one order at a time, of the campaign or of its people', async () => {
  const talk = await openConversation();
  await talk.alone('organiser', '移除人员 徐汇区局 卫子航');
  await talk.alone('organiser', '发布方案');
  expect(await talk.alone('organiser', '是')).toMatch(/^方案正在发到工作群/);
  expect(await talk.alone('organiser', '是')).toBe('现在没有等您确认的事项。');
  expect(await talk.alone('organiser', '徐汇区局人员')).toContain('卫子航');

  await talk.alone('organiser', '截止改到3月24日前');
  await talk.alone('organiser', '移除人员 徐汇区局 卫子航');
  expect(await talk.alone('organiser', '是')).toMatch(/^已移除徐汇区局卫子航/);
  expect(await talk.alone('organiser', '是')).toBe('现在没有等您确认的事项。');
  expect(await talk.alone('organiser', '什么时候截止')).not.toContain('24日');
});

it('neither takes off nor replaces oneself', async () => {
  const talk = await openPublished();
  for (const words of ['移除人员 周文博', '更换联络员 周文博 薛从文'])
    expect(await talk.alone('organiser', words)).toBe('不能移除或更换自己，请由另一位组织者办理。');
});

it('puts nobody in a place whose work he may not do, and does not turn a replacement round that is said twice', async () => {
  const talk = await openPublished();
  expect(await talk.alone('organiser', '更换联络员 卫子航 褚安然')).toMatch(
    /^褚安然登记的是领导，不能填报，没有更换。/,
  );
  await talk.alone('organiser', '确认更换联络员 卫子航 薛从文');
  expect(await talk.alone('organiser', '确认更换联络员 卫子航 薛从文')).toMatch(/^卫子航已经不在通讯录里/);
  expect(await talk.alone('organiser', '更换联络员 薛从文 卫子航')).toMatch(/^徐汇区局将由卫子航接替薛从文/);
  expect(await talk.alone('organiser', '是')).toMatch(/^徐汇区局：薛从文的工作已交给卫子航/);
  expect(await talk.alone('xuhui-liaison', '公益广告3条')).toMatch(/^已记：/);
});
