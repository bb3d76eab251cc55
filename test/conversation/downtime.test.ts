import { expect, it } from 'vitest';
import { openPublished, reportAll } from '../support/conversation.ts';

const durable = { durable: true };

it('merges the reminders missed while it was down into one, with what is true now', async () => {
  const talk = await openPublished(durable);
  await talk.say('huangpu-liaison', '收到');
  await talk.until('2023-03-13 12:00');
  talk.group();
  await talk.restart('2023-03-21 14:20');

  const [reminder, ...more] = talk.group().filter(({ text }) => text.startsWith('【报送提醒】'));
  expect(more).toEqual([]);
  expect(reminder?.at).toBe('03-21 14:20');
  expect(reminder?.text).toMatch(/^【报送提醒】3·15活动统计表和材料，请于今天17:30前报齐。27家均未报齐。/);

  // 15:30 would be too soon after.
  await talk.until('2023-03-22 10:00');
  expect(talk.group().map(({ at }) => at)).toEqual(['03-22 10:00']);
});

it('comes up on the next planned instant as if it had never been away', async () => {
  const talk = await openPublished(durable);
  await talk.until('2023-03-14 09:00');
  talk.group();
  await talk.restart('2023-03-14 10:00');
  expect(talk.group().map(({ at }) => at)).toEqual(['03-14 10:00']);
  await talk.restart();
  await talk.restart('2023-03-14 10:05');
  expect(talk.group()).toEqual([]);
});

it('asks only for the newest of missed things, and leaders once', async () => {
  const talk = await openPublished(durable);
  for (const id of talk.reporters().slice(1)) await reportAll(talk, id);
  await talk.restart('2023-04-03 09:00');
  expect(talk.told('huangpu-leader').filter(({ text }) => text.startsWith('【逾期提示】'))).toHaveLength(1);
  expect(talk.group().filter(({ text }) => text.includes('【报送提醒】'))).toMatchObject([
    { at: '04-03 09:00', mentions: ['huangpu-liaison', 'huangpu-liaison-2'] },
  ]);
});

it('posts the check-in late if it was down at the start of a shift, and counts absence from then', async () => {
  const talk = await openPublished(durable);
  await talk.until('2023-03-15 08:00');
  talk.group();
  await talk.restart('2023-03-15 09:30');
  await talk.until('2023-03-15 09:39');
  expect(talk.group().map(({ at, text }) => [at, text.slice(0, 6)])).toEqual([['03-15 09:30', '【值班签到】']]);
  await talk.until('2023-03-15 10:00');
  expect(talk.group().map(({ at, text }) => [at, text.slice(0, 5)])).toEqual([['03-15 09:40', '【未到岗】']]);
  // It is the leader who is missing, so the organisers hear it.
  expect(talk.told('jingan-leader')).toEqual([]);
  expect(talk.told('organiser').map(({ at }) => at)).toEqual(['03-15 09:50']);
});

it('tells the organisers of a shift it slept through, and accuses nobody', async () => {
  const talk = await openPublished(durable);
  await talk.until('2023-03-14 12:00');
  talk.group();
  await talk.restart('2023-03-15 18:00');
  expect(talk.told('organiser').map(({ text }) => text)).toEqual([
    '【值班提示】系统停机，错过了带队值守（3月15日（周三）09:00—17:30）的签到，请人工核实到岗情况。',
  ]);
  expect(talk.group()).toEqual([]);
  expect(talk.told('jingan-leader')).toEqual([]);
});

it('knows after a restart what was said before it', async () => {
  const talk = await openPublished(durable);
  const first = await talk.say('huangpu-liaison', '收到', { messageId: 'm1' });
  await talk.restart();
  expect(talk.group()).toEqual([]);
  expect(await talk.say('huangpu-liaison', '收到', { messageId: 'm1' })).toBe(first);
  expect(await talk.alone('huangpu-liaison', '收到')).toBe('黄浦区局此前已签收，无需重复。');
});
