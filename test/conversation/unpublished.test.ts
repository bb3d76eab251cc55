/** Nothing goes out before 发布. */
import { expect, it } from 'vitest';
import { foodFiles } from '../support/campaign-files.ts';
import { confirmed, openConversation } from '../support/conversation.ts';

it.each([
  ['the Shanghai campaign', () => Promise.resolve({})],
  ['another campaign', foodFiles],
])('says nothing to anybody of shifts and deadlines in %s', async (_what, files) => {
  const talk = await openConversation({ config: await files() });
  await talk.until('2023-04-07 18:00');
  expect(talk.group()).toEqual([]);
  for (const person of ['organiser', 'huangpu-leader', 'huangpu-liaison']) expect(talk.told(person)).toEqual([]);
});

it('accuses nobody of a shift that was over before the plan was out', async () => {
  const talk = await openConversation();
  await talk.until('2023-03-16 09:00');
  await confirmed(talk, 'organiser', '发布方案');
  talk.group();
  await talk.until('2023-03-17 09:00');
  expect(talk.group().filter(({ text }) => /未到岗|值班签到/.test(text))).toEqual([]);
  expect(talk.told('huangpu-leader')).toEqual([]);
});

it('tells nobody of a roster that changes meanwhile', async () => {
  const talk = await openConversation();
  expect(await confirmed(talk, 'organiser', '安排值班 徐汇区局 卫子航')).toMatch(/方案还没有发布，暂不通知。$/);
  expect(talk.told('xuhui-liaison')).toEqual([]);
});

it('does not say that an answer was passed on which nobody gets', async () => {
  const talk = await openConversation();
  await talk.alone('huangpu-liaison', '找组织者：表怎么填');
  expect(await talk.alone('organiser', '答复1号：照填')).toBe(
    '已记下，方案还没有发布，没有转给王若溪，请您转告。再有单位问同样的问题，我会直接用这条答复。',
  );
  expect(talk.told('huangpu-liaison')).toEqual([]);
});
