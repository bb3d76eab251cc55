/** What could not go out in its time: not at night, and not when it no longer means anything. */
import { expect, it } from 'vitest';
import { at, openRoom, type Room } from './office-room.ts';

const unreachable = { kind: 'retry', afterMs: 60_000, reason: 'no network' } as const;

async function published() {
  const room = await openRoom();
  await room.say('organiser', '确认发布方案');
  await room.deliverer.deliver();
  room.fake.pushed.length = 0;
  return room;
}

/** Decided at an instant at which the platform is out of reach. */
async function decidedInVain(room: Room, time: string) {
  room.clock.set(time);
  await room.ticker.tick();
  room.fake.answer = () => unreachable;
  await room.deliverer.deliver();
  room.fake.answer = () => ({ kind: 'sent' });
  room.fake.pushed.length = 0;
}

it('lets a reminder that waited into the night wait for the morning', async () => {
  const room = await published();
  await decidedInVain(room, '2023-03-14 10:00');
  room.clock.set('2023-03-14 23:00');
  expect(await room.deliverer.deliver()).toBe(at('2023-03-15 08:00'));
  expect(room.fake.texts()).toEqual([]);
  room.clock.set('2023-03-15 08:00');
  await room.deliverer.deliver();
  expect(room.fake.pushed.map(({ text }) => text)).toEqual([expect.stringContaining('【报送提醒】')]);
});

it('does not hold back others behind a reminder that waits for the morning', async () => {
  const room = await published();
  await decidedInVain(room, '2023-03-14 10:00');
  room.clock.set('2023-03-14 23:00');
  await room.say('organiser', '确认截止改到3月24日前');
  await room.deliverer.deliver();
  expect(room.fake.texts()).toEqual([expect.stringMatching(/^【截止时间调整】/)]);
});

it('sends at once what the organiser orders at night', async () => {
  const room = await published();
  room.clock.set('2023-03-14 23:00');
  await room.say('organiser', '确认催办');
  await room.deliverer.deliver();
  expect(room.fake.texts()).toEqual([expect.stringMatching(/^【报送提醒】/)]);
});

it('calls and accuses nobody once the shift is over', async () => {
  const room = await published();
  await decidedInVain(room, '2023-03-15 09:00');
  await decidedInVain(room, '2023-03-15 09:10');
  await decidedInVain(room, '2023-03-15 09:20');
  room.clock.set('2023-03-15 17:30');
  await room.deliverer.deliver();
  expect(
    room.fake.texts().filter((text) => !text?.startsWith('【报送提醒】') && !text?.startsWith('【请签收】')),
  ).toEqual([]);
  expect(room.state().delivery.outcomes.dropped).toBeGreaterThan(2);
});
