/** 催收到 of some units, and what is urged besides returns. */
import { describe, expect, it } from 'vitest';
import { confirmed, openPublished } from '../support/conversation.ts';

describe('a receipt is urged of the units that are named, and no return', () => {
  it.each([
    '催徐汇收到',
    '催一下徐汇的收到',
    '催收到 徐汇',
    '提醒徐汇区局签收',
    '催徐汇尽快回复收到',
    '单独催徐汇回执',
  ])('“%s”', async (words) => {
    const talk = await openPublished();
    expect(await talk.say('organiser', words)).toBe('已在工作群提醒徐汇区局签收。');
    expect(talk.group().map(({ text }) => text)).toEqual([
      '【请签收】3·15活动方案，以下单位还未签收：徐汇区局。请联络员回复“@督办助手 收到”。',
    ]);
    expect(await talk.say('organiser', '催徐汇')).toBe('已在工作群提醒徐汇区局。');
  });

  it('for whatever they have not signed, once an hour', async () => {
    const talk = await openPublished();
    await talk.alone('xuhui-liaison', '收到');
    expect(await talk.say('organiser', '催徐汇收到')).toBe('徐汇区局没有要签收的，不用催。');
    await confirmed(talk, 'organiser', '通知各区局：明天10点开会，请回收到');
    talk.group();
    await talk.say('organiser', '催徐汇收到');
    expect(talk.group().at(-1)?.text).toMatch(
      /^【请签收】1号通知（“明天10点开会，请回收到”），以下单位还未签收：徐汇区局。/,
    );
    expect(await talk.say('organiser', '催徐汇、黄浦的收到')).toBe(
      '已在工作群提醒黄浦区局签收（徐汇区局刚催过，没有再催）。',
    );
    expect(await talk.say('organiser', '催徐汇收到')).toBe('徐汇区局09:00刚催过，10:00以后可以再催。');
  });

  it('of many it is shown first, and who is left out is', async () => {
    const talk = await openPublished();
    expect(await talk.say('organiser', '催除黄浦外的单位收到')).toContain('将在工作群提醒26家未签收单位');
    await talk.say('organiser', '是');
    expect(talk.group().at(-1)?.mentions).not.toContain('huangpu-liaison');
  });

  it('of nobody known nothing is done', async () => {
    const talk = await openPublished();
    expect(await talk.say('organiser', '催火星局收到')).toMatch(/^没有找到“火星局”，没有催。/);
    expect(talk.group()).toEqual([]);
  });
});

it.each(['催徐汇到岗', '催徐汇签到', '提醒徐汇开会', '催徐汇绑定'])(
  '“%s” reminds nobody of a return',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.say('organiser', words)).toContain('说的不是报送，没有催');
    expect(talk.group()).toEqual([]);
  },
);

it('a notice is not repeated within the hour', async () => {
  const talk = await openPublished();
  await confirmed(talk, 'organiser', '通知各区局：明天10点开会，请回收到');
  await confirmed(talk, 'organiser', '催通知');
  talk.group();
  expect(await talk.say('organiser', '催通知')).toBe('1号通知09:00刚催过，10:00以后可以再催。');
  expect(await talk.say('organiser', '确认催通知')).toBe('1号通知09:00刚催过，10:00以后可以再催。');
  expect(talk.group()).toEqual([]);
  await talk.until('2023-03-12 10:00');
  expect(await talk.say('organiser', '催通知')).toMatch(/^将在工作群再通知16家/);
});

it('of a unit that has nobody to be called it is said', async () => {
  const talk = await openPublished();
  const people = talk.people().filter(({ id }) => id.startsWith('chongming'));
  for (const { name } of people) await confirmed(talk, 'organiser', `移除人员 崇明区局 ${name}`);
  const silent = '崇明区局还没有登记联络员，没有@到，请另行告知。';
  expect(await talk.say('organiser', '催崇明')).toBe(`已在工作群提醒崇明区局。\n${silent}`);
  expect(await talk.say('organiser', '催崇明收到')).toBe(`已在工作群提醒崇明区局签收。\n${silent}`);
});

it.each(['撤回1号通知', '取消1号通知', '撤回通知', '把1号通知撤回'])(
  'at “%s” it is told how a notice is put right',
  async (words) => {
    const talk = await openPublished();
    await talk.say('organiser', '通知黄浦：明天10点开会，请回收到');
    expect(await talk.say('organiser', words)).toBe(
      '1号通知已经发出，收不回来，没有办。要更正或作废请发“通知黄浦区局：1号通知作废，以本条为准……”。',
    );
  },
);
