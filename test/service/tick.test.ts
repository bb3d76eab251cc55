import { expect, it } from 'vitest';
import { openMemory } from '../../src/store/memory.ts';
import { hurried } from '../support/hurried.ts';
import { at, createHandClock, openPublishedRoom, openRoom, type Room } from './office-room.ts';

async function slots({ store }: Pick<Room, 'store'>): Promise<string[]> {
  const entries = await store.read('campaign/shanghai-2023', 0, 1000);
  return entries.flatMap(({ cause }) =>
    cause.startsWith('slot/') ? cause.split('+slot/').join(' slot/').split(' ') : [],
  );
}

it('decides an instant once, however often it is asked', async () => {
  const room = await openPublishedRoom();
  room.clock.set('2023-03-13 10:00');
  await room.ticker.tick();
  await Promise.all([room.ticker.tick(), room.ticker.tick()]);
  expect(await slots(room)).toEqual(['slot/receipts@2023-03-13T10:00:00+08:00']);
});

it('decides late what came due, under the instant that was planned', async () => {
  const room = await openPublishedRoom();
  room.clock.set('2023-03-13 10:42');
  await room.ticker.tick();
  expect(await slots(room)).toEqual(['slot/receipts@2023-03-13T10:00:00+08:00']);
});

it('merges what was missed into the newest and says how much it stands for', async () => {
  const room = await openPublishedRoom();
  room.clock.set('2023-03-21 14:30');
  await room.ticker.tick();
  expect((await slots(room)).filter((slot) => slot.includes('ladder'))).toEqual([
    'slot/ladder@2023-03-21T14:00:00+08:00',
  ]);
  const entries = await room.store.read('campaign/shanghai-2023', 0, 1000);
  const fired = entries.flatMap(({ events }) => events as { type: string; series?: string; missed?: number }[]);
  expect(fired.find(({ series }) => series === 'ladder')).toMatchObject({ missed: 4 });
});

it('does nothing when the clock goes back, and nothing twice when it comes again', async () => {
  const room = await openPublishedRoom();
  room.clock.set('2023-03-14 10:00');
  await room.ticker.tick();
  const before = await slots(room);
  room.clock.set('2023-03-13 09:00');
  await room.ticker.tick();
  room.clock.set('2023-03-14 10:00');
  await room.ticker.tick();
  expect(await slots(room)).toEqual(before);
});

it('decides an instant once although two processes tick together', async () => {
  const store = openMemory();
  const clock = createHandClock();
  const one = await openPublishedRoom({ store, clock, owner: 'one' });
  const two = await openRoom({ store, clock, owner: 'two' });
  clock.set('2023-03-14 10:00');
  await Promise.all([one.ticker.tick(), two.ticker.tick(), one.ticker.tick(), two.ticker.tick()]);
  const all = await slots(one);
  expect(all.toSorted()).toEqual(['slot/ladder@2023-03-14T10:00:00+08:00', 'slot/receipts@2023-03-13T10:00:00+08:00']);
});

it('knows the next instant and all that is planned, soonest first', async () => {
  const room = await openPublishedRoom();
  expect(room.ticker.nextMs(room.clock.nowMs())).toBe(at('2023-03-13 10:00'));
  expect(room.ticker.upcoming(room.campaign).map(({ atMs, title }) => [atMs, title])).toEqual([
    [at('2023-03-13 10:00'), '催签收'],
    [at('2023-03-14 10:00'), '报送提醒'],
    [at('2023-03-15 09:00'), '带队值守签到'],
    [at('2023-03-15 19:30'), '“3·15”晚会期间带队值守签到'],
    [at('2023-03-24 10:00'), '逾期告知领导'],
  ]);
});

it('plans nothing before the plan is out', async () => {
  const room = await openRoom();
  expect(room.ticker.upcoming(room.campaign)).toEqual([]);
  expect(room.ticker.nextMs(room.clock.nowMs())).toBeNull();
  room.clock.set('2023-03-15 09:10');
  await room.ticker.tick();
  expect(await slots(room)).toEqual([]);
});

it('survives a store that fails, and decides the same at the next tick', async () => {
  const room = await openPublishedRoom();
  room.clock.set('2023-03-13 10:00');
  const append = room.store.append.bind(room.store);
  room.store.append = () => Promise.reject(new Error('disk full'));
  await hurried(() => room.ticker.tick());
  room.store.append = append;
  expect(room.log.lines.some(({ level, message }) => level === 'error' && message === 'tick failed')).toBe(true);
  expect(await slots(room)).toEqual([]);
  await room.ticker.tick();
  expect(await slots(room)).toEqual(['slot/receipts@2023-03-13T10:00:00+08:00']);
});

it('keeps what is late until the quiet hours are over, but duty', async () => {
  const room = await openPublishedRoom();
  room.clock.set('2023-03-14 22:00');
  await room.ticker.tick();
  expect(await slots(room)).toEqual([]);
  expect(room.ticker.nextMs(room.clock.nowMs())).toBe(at('2023-03-15 08:00'));
  room.clock.set('2023-03-15 08:00');
  await room.ticker.tick();
  expect((await slots(room)).toSorted()).toEqual([
    'slot/ladder@2023-03-14T10:00:00+08:00',
    'slot/receipts@2023-03-13T10:00:00+08:00',
  ]);
  room.clock.set('2023-03-15 21:00');
  await room.ticker.tick();
  expect(await slots(room)).toContain('slot/duty/gala/call@2023-03-15T19:30:00+08:00');
});

it('goes on after one round at a wrong future time', async () => {
  const room = await openRoom();
  await room.say('organiser', '确认发布方案');
  room.clock.set('2036-03-13 10:00');
  await room.ticker.tick();
  room.clock.set('2023-03-14 09:00');
  await room.ticker.tick();
  const before = (await slots(room)).length;
  room.clock.set('2023-03-14 10:00');
  await room.ticker.tick();
  await room.ticker.tick();
  // What lay before the clock was right again is not made up for; what comes after it does come, once.
  expect((await slots(room)).slice(before)).toEqual(['slot/ladder@2023-03-14T10:00:00+08:00']);
});
