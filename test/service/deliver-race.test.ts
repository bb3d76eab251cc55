/** A reminder already satisfied never goes out, not even in the race of the same minute. */
import { expect, it } from 'vitest';
import { openRoom, type Room } from './office-room.ts';

async function reportAll(room: Room, person: string) {
  await room.say(person, '总结、图片已报送OA');
  await room.say(person, '公益广告3条，其余为0，确认提交');
}

/** All have delivered but those named; the slot of 14 March 10:00 is decided and not delivered yet. */
async function decidedFor(...owing: string[]) {
  const room = await openRoom();
  await room.say('organiser', '确认发布方案');
  await room.deliverer.deliver();
  const reporters = [...room.office.view().people()].filter(
    ({ roles, unit }) =>
      roles.includes('reporter') && [...room.state().submission.returns.values()][0]?.owing.has(unit ?? ''),
  );
  for (const { id, unit } of reporters) if (!owing.includes(unit ?? '')) await reportAll(room, id);
  for (const { id } of reporters) await room.say(id, '收到');
  room.clock.set('2023-03-14 10:00');
  await room.ticker.tick();
  room.fake.pushed.length = 0;
  return room;
}

it('drops the reminder if its only unit delivers between the slot and the push', async () => {
  const room = await decidedFor('xuhui');
  await reportAll(room, 'xuhui-liaison');
  await room.deliverer.deliver();
  expect(room.fake.pushed).toEqual([]);
  expect(room.state().delivery.outcomes.dropped).toBe(1);
});

it('leaves out the unit that delivered, in text and mentions', async () => {
  const room = await decidedFor('xuhui', 'jingan');
  await reportAll(room, 'xuhui-liaison');
  await room.deliverer.deliver();
  expect(room.fake.pushed).toHaveLength(1);
  expect(room.fake.pushed[0]?.mentions).toEqual(['jingan-liaison']);
  expect(room.fake.pushed[0]?.text).toContain('静安区局');
  expect(room.fake.pushed[0]?.text).not.toContain('徐汇区局');
});

it('says what is owed at the push, not at the slot', async () => {
  const room = await decidedFor('xuhui');
  await room.say('xuhui-liaison', '公益广告3条，其余为0，确认提交');
  await room.deliverer.deliver();
  expect(room.fake.pushed[0]?.text).toContain('· 总结、图片：徐汇区局');
});

it('asks again after the platform held the message up', async () => {
  const room = await decidedFor('xuhui');
  room.fake.answer = () => ({ kind: 'retry', afterMs: 1000, reason: 'busy' });
  await room.deliverer.deliver();
  room.fake.answer = () => ({ kind: 'sent' });
  await reportAll(room, 'xuhui-liaison');
  room.clock.pass(1000);
  await room.deliverer.deliver();
  expect(room.fake.pushed).toHaveLength(1);
  expect(room.state().delivery.outcomes).toMatchObject({ dropped: 1 });
});

it('knows what another process took in a moment ago', async () => {
  const room = await decidedFor('xuhui');
  const other = await openRoom({ store: room.store, clock: room.clock, owner: 'two' });
  await reportAll(other, 'xuhui-liaison');
  await room.deliverer.deliver();
  expect(room.fake.pushed).toEqual([]);
});

it('drops reminders of a return that was closed, and those of an old deadline', async () => {
  const closed = await decidedFor('xuhui');
  await closed.say('organiser', '确认截止填报');
  await closed.deliverer.deliver();
  // Who owes hears that it is closed, and is not reminded.
  expect(closed.fake.texts()).toEqual([expect.stringMatching(/^【停止填报】/)]);

  const moved = await decidedFor('xuhui');
  await moved.say('organiser', '确认截止改到3月31日前');
  await moved.deliverer.deliver();
  expect(moved.fake.texts().filter((text) => text?.startsWith('【报送提醒】'))).toEqual([]);
});

it('asks for no receipt that was given, and no check-in that was made', async () => {
  const room = await openRoom();
  await room.say('organiser', '确认发布方案');
  await room.deliverer.deliver();
  room.clock.set('2023-03-13 10:00');
  await room.ticker.tick();
  await room.say('xuhui-liaison', '收到');
  await room.deliverer.deliver();
  expect(room.fake.pushed.at(-1)?.text).toContain('【请签收】');
  expect(room.fake.pushed.at(-1)?.mentions).not.toContain('xuhui-liaison');

  room.clock.set('2023-03-15 09:00');
  await room.ticker.tick();
  room.clock.set('2023-03-15 09:10');
  await room.ticker.tick();
  await room.say('xuhui-liaison', '到岗');
  await room.deliverer.deliver();
  const absence = room.fake.pushed.find(({ text }) => text.startsWith('【未到岗】'));
  expect(absence?.text).toContain('静安区局');
  expect(absence?.text).not.toContain('徐汇区局');
});
