/** A campaign that is put off or called off while messages are on their way. */
import { expect, it } from 'vitest';
import { openRoom, type Room } from './office-room.ts';

/** The reminder of receipts, decided while the platform was out of reach. */
async function reminderOnItsWay(): Promise<Room> {
  const room = await openRoom();
  await room.say('organiser', '确认发布方案');
  await room.deliverer.deliver();
  room.clock.set('2023-03-13 10:00');
  await room.ticker.tick();
  room.fake.answer = () => ({ kind: 'retry', afterMs: 60_000, reason: 'no network' });
  await room.deliverer.deliver();
  room.fake.answer = () => ({ kind: 'sent' });
  room.fake.pushed.length = 0;
  return room;
}

it.each([
  ['确认暂停活动', '【活动暂停】'],
  ['确认取消活动', '【活动取消】'],
])('after %s sends the news and no reminder decided before', async (order, news) => {
  const room = await reminderOnItsWay();
  room.clock.set('2023-03-13 11:00');
  await room.say('organiser', order);
  await room.deliverer.deliver();
  expect(room.fake.texts().map((text) => text?.slice(0, 6))).toEqual([news]);
  room.clock.set('2023-03-13 12:00');
  await room.deliverer.deliver();
  expect(room.state().delivery.open.size).toBe(0);
});

it('sends what an organiser orders while it is put off', async () => {
  const room = await reminderOnItsWay();
  room.clock.set('2023-03-13 11:00');
  await room.say('organiser', '确认暂停活动');
  room.clock.set('2023-03-13 11:05');
  await room.say('organiser', '确认催收到');
  await room.deliverer.deliver();
  expect(room.fake.texts().map((text) => text?.slice(0, 6))).toEqual(['【活动暂停】', '【请签收】3']);
});
