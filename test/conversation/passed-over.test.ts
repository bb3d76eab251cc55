/** A mere 好 is for what was said last, whichever stream that was in. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

const removing = '移除人员 徐汇区局 卫子航';

it.each(['汇总进度', '帮助', '绑定申请', '那个啥来着'])(
  'takes nobody off by a nod to %s, and puts the order once more',
  async (business) => {
    const talk = await openPublished();
    await talk.alone('organiser', removing);
    await talk.alone('organiser', business);
    expect(await talk.alone('organiser', '好的')).toMatch(
      /^刚才的还没办：将移除徐汇区局卫子航.*要办请回“是”，不办请回“不用了”。$/,
    );
    expect(await talk.alone('organiser', '徐汇区局人员')).toContain('卫子航');
  },
);

it('takes somebody off by the nod to the order put once more', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', removing);
  await talk.alone('organiser', '汇总进度');
  await talk.alone('organiser', '好的');
  expect(await talk.alone('organiser', '好的')).toMatch(/^已移除徐汇区局卫子航/);
});

it.each([[], ['汇总进度']])('takes somebody off by a plain 是, after %s', async (...business) => {
  const talk = await openPublished();
  await talk.alone('organiser', removing);
  for (const words of business) await talk.alone('organiser', words);
  expect(await talk.alone('organiser', '是')).toMatch(/^已移除徐汇区局卫子航/);
});

it('tells at an answer about people that an order about people waits', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', removing);
  expect(await talk.alone('organiser', '绑定申请')).toMatch(
    /^没有待确认的绑定申请。\n刚才的还没办：将移除徐汇区局卫子航/,
  );
});

it('urges nobody by a nod to an answer about people', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '催办');
  await talk.alone('organiser', '绑定申请');
  expect(await talk.alone('organiser', '好的')).toMatch(/^刚才的还没办：将在工作群提醒27家/);
  expect(talk.group()).toEqual([]);
  expect(await talk.alone('organiser', '是')).toBe('已在工作群提醒27家未报齐单位。');
});

it('remembers over a restart what was passed over', async () => {
  const talk = await openPublished({ durable: true });
  await talk.alone('organiser', removing);
  await talk.alone('organiser', '汇总进度');
  await talk.restart();
  expect(await talk.alone('organiser', '好的')).toMatch(/^刚才的还没办：/);
});
