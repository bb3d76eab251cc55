import { expect, it } from 'vitest';
import { confirmed, openPublished } from '../support/conversation.ts';

const standby = '带队值守（3月15日（周三）09:00—17:30）';
const gala = '“3·15”晚会期间带队值守（3月15日（周三）19:30—22:30）';

it('changes the roster by chat and tells everyone whose shift moved', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '安排值班 徐汇区局 卫子航')).toBe(
    '徐汇区局值班人员将改为卫子航（带队值守、“3·15”晚会期间带队值守），蒋雨桐不再值班，有变动的同志会收到通知。确认请回“是”（10分钟内有效），不办请回“不用了”。',
  );
  expect(talk.told('xuhui-leader')).toEqual([]);
  expect(await talk.say('organiser', '是')).toBe(
    '徐汇区局值班人员已改为卫子航（带队值守、“3·15”晚会期间带队值守）。有变动的同志已另行通知。',
  );
  expect(talk.told('xuhui-liaison').map(({ text }) => text)).toEqual([
    `【值班安排】您已列入徐汇区局值班：${standby}、${gala}。到岗后请回“到岗”。`,
  ]);
  expect(talk.told('xuhui-leader').map(({ text }) => text)).toEqual([
    `【值班调整】您不再承担徐汇区局以下值班：${standby}、${gala}。`,
  ]);
  expect(talk.group()).toEqual([]);
});

it('changes one shift alone where it is named, and calls the new people', async () => {
  const talk = await openPublished();
  await confirmed(talk, 'huangpu-liaison', '安排值班 冯启明 晚会');
  expect(talk.told('huangpu-leader').map(({ text }) => text)).toEqual([
    `【值班调整】您不再承担黄浦区局以下值班：${gala}。`,
  ]);
  expect(talk.told('huangpu-liaison')).toEqual([]);
  await talk.until('2023-03-15 19:30');
  const calls = talk.group().filter(({ text }) => text.startsWith('【值班签到】'));
  expect(calls.map(({ mentions }) => mentions.filter((id) => id.startsWith('huangpu')))).toEqual([
    ['huangpu-leader'],
    ['huangpu-liaison-2'],
  ]);
});

it('says so and tells nobody where nothing changes', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '安排值班 徐汇区局 蒋雨桐')).toBe('徐汇区局值班人员本来就是蒋雨桐，没有变动。');
  expect(talk.told('xuhui-leader')).toEqual([]);
});

it.each([
  ['huangpu-liaison', '安排值班 徐汇区局 卫子航', '只能安排本单位的值班人员，其他单位请组织者办理。'],
  ['organiser', '安排值班 徐汇区局 王二', '徐汇区局的通讯录里没有“王二”，请核对姓名。'],
  ['organiser', '安排值班', '请写成“安排值班 单位 姓名”，例如“安排值班 黄浦区局 王若溪”；只改一班时加上班次名称。'],
  [
    'organiser',
    '安排值班 徐汇区局',
    '请写成“安排值班 单位 姓名”，例如“安排值班 黄浦区局 王若溪”；只改一班时加上班次名称。',
  ],
])('refuses %s’s “%s” with what to do', async (person, words, reply) => {
  const talk = await openPublished();
  expect(await talk.say(person, words)).toBe(reply);
});

it('leaves shifts alone that are over', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-15 18:00');
  expect(await confirmed(talk, 'organiser', '安排值班 徐汇区局 卫子航')).toContain('（“3·15”晚会期间带队值守）');
  await talk.until('2023-03-15 22:30');
  expect(await talk.say('organiser', '安排值班 徐汇区局 卫子航')).toBe('班次都已结束，不能再改值班人员。');
});
