import { expect, it } from 'vitest';
import { campaignFile, directoryFile, openPublishedRoom, openRoom, type Room } from './office-room.ts';

const MINUTE_MS = 60_000;

const outcomes = (room: Room) => room.state().delivery.outcomes;
const open = (room: Room) => room.state().delivery.open.size;

it('sends what was decided, in order, and once', async () => {
  const room = await openPublishedRoom();
  expect(await room.deliverer.deliver()).toBeNull();
  await Promise.all([room.deliverer.deliver(), room.deliverer.deliver()]);
  expect(room.fake.texts()).toEqual(['【2023年“3·15”国际消费者权益日系列活动】', expect.stringMatching(/^\d\.\d /)]);
  expect(room.fake.pushed[0]).toMatchObject({
    to: { kind: 'chat', chat: 'shanghai-315', push: 'console' },
    mentions: ['all'],
  });
  expect(outcomes(room)).toEqual({ sent: 2, dropped: 0, refused: 0, 'given-up': 0 });
});

it('keeps a destination’s allowance over any sixty seconds', async () => {
  const room = await openPublishedRoom({ channel: { pushesPerMinute: 2 } });
  await room.say('organiser', '确认催收到');
  await room.say('organiser', '确认催办');
  const sentAt = async () => {
    const wakeAtMs = await room.deliverer.deliver();
    return { count: room.fake.pushed.length, waitMs: wakeAtMs === null ? null : wakeAtMs - room.clock.nowMs() };
  };
  expect(await sentAt()).toEqual({ count: 2, waitMs: MINUTE_MS });
  room.clock.pass(MINUTE_MS - 1);
  expect(await sentAt()).toEqual({ count: 2, waitMs: 1 });
  room.clock.pass(1);
  expect(await sentAt()).toEqual({ count: 4, waitMs: null });
});

it('tries again when the platform says so, and holds back what comes after', async () => {
  const room = await openPublishedRoom();
  room.fake.answer = (_push, number) =>
    number === 1 ? { kind: 'retry', afterMs: 5000, reason: '45009' } : { kind: 'sent' };
  expect(await room.deliverer.deliver()).toBe(room.clock.nowMs() + 5000);
  expect(room.fake.pushed).toHaveLength(1);
  room.clock.pass(4999);
  await room.deliverer.deliver();
  expect(room.fake.pushed).toHaveLength(1);
  room.clock.pass(1);
  expect(await room.deliverer.deliver()).toBeNull();
  const [first, again, second] = room.fake.pushed;
  expect(again?.key).toBe(first?.key);
  expect(second?.key).not.toBe(first?.key);
  expect(outcomes(room).sent).toBe(2);
});

it('takes a channel that throws for one that is not to be reached now', async () => {
  const room = await openPublishedRoom();
  room.fake.answer = (_push, number) => {
    if (number === 1) throw new Error('ECONNRESET');
    return { kind: 'sent' };
  };
  expect(await room.deliverer.deliver()).toBe(room.clock.nowMs() + MINUTE_MS);
  room.clock.pass(MINUTE_MS);
  await room.deliverer.deliver();
  expect(outcomes(room).sent).toBe(2);
});

it('gives a platform that is out of reach ever more time, gives up after a day, and goes on with the rest', async () => {
  const room = await openPublishedRoom();
  const [first] = room.state().delivery.open.keys();
  room.fake.answer = ({ key }) => (key === first ? { kind: 'retry', afterMs: 1000, reason: 'no' } : { kind: 'sent' });
  const startMs = room.clock.nowMs();
  const waits: number[] = [];
  for (let wakeAtMs = await room.deliverer.deliver(); wakeAtMs !== null; wakeAtMs = await room.deliverer.deliver()) {
    waits.push((wakeAtMs - room.clock.nowMs()) / 1000);
    room.clock.pass(wakeAtMs - room.clock.nowMs());
  }
  expect(waits.slice(0, 12)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  const hours = (room.clock.nowMs() - startMs) / 3_600_000;
  expect(hours).toBeGreaterThanOrEqual(24);
  expect(hours).toBeLessThan(24.5);
  // Of two parts the second does not go without the first; both organisers hear of both, in one message.
  expect(outcomes(room)).toMatchObject({ sent: 2, 'given-up': 1, refused: 1 });
  expect(room.fake.pushed.at(-1)?.text).toContain('有2条消息没有发出');
  expect(room.log.lines.find(({ message }) => message === 'send failed')?.fields).toMatchObject({
    outcome: 'given-up',
  });
  expect(open(room)).toBe(0);
});

it('does not give up at the first failure what waited out a long downtime', async () => {
  const room = await openPublishedRoom();
  room.clock.pass(48 * 60 * MINUTE_MS);
  room.fake.answer = (_push, number) =>
    number === 1 ? { kind: 'retry', afterMs: 1000, reason: 'no' } : { kind: 'sent' };
  await room.deliverer.deliver();
  room.clock.pass(1000);
  await room.deliverer.deliver();
  expect(outcomes(room)).toMatchObject({ sent: 2, 'given-up': 0 });
});

it('does not try again what the platform refused', async () => {
  const room = await openPublishedRoom();
  room.fake.answer = () => ({ kind: 'refused', reason: '93000 invalid webhook' });
  expect(await room.deliverer.deliver()).toBeNull();
  // Both organisers are to be told, alone; the plan's second part is not even tried.
  expect(outcomes(room)).toMatchObject({ sent: 0, refused: 4 });
  expect(room.fake.pushed.map(({ to }) => to.kind)).toEqual(['chat', 'person', 'person']);
});

it('waits out the lease of a process that died while sending', async () => {
  const room = await openPublishedRoom();
  const [first] = [...room.state().delivery.open.values()];
  const endsAtMs = room.clock.nowMs() + 2 * MINUTE_MS;
  await room.store.claim({ key: first?.key ?? '', number: 1, owner: 'dead', endsAtMs, unsure: 1 });
  expect(await room.deliverer.deliver()).toBe(endsAtMs);
  expect(room.fake.pushed).toEqual([]);
  room.clock.pass(2 * MINUTE_MS);
  await room.deliverer.deliver();
  expect(outcomes(room).sent).toBe(2);
});

it('sends each message once although two processes deliver together', async () => {
  const one = await openPublishedRoom();
  const two = await openRoom({ store: one.store, clock: one.clock, owner: 'two' });
  await one.say('organiser', '确认催收到');
  await two.office.sync();
  await Promise.all([one.deliverer.deliver(), two.deliverer.deliver()]);
  await one.office.sync();
  one.clock.pass(3 * MINUTE_MS);
  await one.deliverer.deliver();
  await two.office.sync();
  await two.deliverer.deliver();
  const keys = [...one.fake.pushed, ...two.fake.pushed].map(({ key }) => key);
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(3);
});

it('writes to the group, with a mention, where it cannot write to people alone', async () => {
  const room = await openPublishedRoom({ channel: { reachesPeople: false } });
  await room.say('organiser', '确认安排值班 徐汇区局 卫子航');
  await room.deliverer.deliver();
  expect(room.fake.pushed.slice(2).map(({ to, mentions, text }) => [to.kind, mentions, text.slice(0, 6)])).toEqual([
    ['chat', ['xuhui-liaison'], '【值班安排】'],
    ['chat', ['xuhui-leader'], '【值班调整】'],
  ]);
});

it('tells all leaders together in the group where it cannot write to them alone', async () => {
  const room = await openPublishedRoom({ channel: { reachesPeople: false } });
  room.clock.set('2023-03-24 10:00');
  await room.ticker.tick();
  await room.deliverer.deliver();
  const late = room.fake.pushed.filter(({ text }) => text.startsWith('【逾期提示】'));
  expect(late).toHaveLength(1);
  expect(late[0]?.mentions).toHaveLength(27);
});

it('settles as refused what no channel reaches', async () => {
  const chats = directoryFile.definition.chats.map((chat) => ({ ...chat, members: [] }));
  const people = directoryFile.definition.people.map((person) => ({ ...person, accounts: { wecom: person.id } }));
  const room = await openRoom({
    directory: { definition: { ...directoryFile.definition, chats, people }, sha256: 'x' },
    campaign: campaignFile,
  });
  await room.say('organiser', '确认发布方案', { platform: 'wecom' });
  await room.say('xuhui-liaison', '找组织者：表怎么填', { platform: 'wecom' });
  await room.deliverer.deliver();
  expect(outcomes(room)).toMatchObject({ sent: 2, refused: 2 });
});
