import { describe, expect, it } from 'vitest';
import type { PushOutcome } from '../../src/ports.ts';
import { openPublishedRoom, openRoom, type Room } from './office-room.ts';

const MINUTE_MS = 60_000;
const invalidKey: PushOutcome = { kind: 'refused', reason: '群机器人的 key 无效（errcode 93000）' };
const sent: PushOutcome = { kind: 'sent' };
const noAnswer: PushOutcome = { kind: 'retry', afterMs: 5000, reason: 'no answer within 10000 ms', unsure: true };

const toGroup = (room: Room) =>
  room.fake.pushed.filter(({ to }) => to.kind === 'chat').map(({ text }) => text.split('\n')[0]);

/** Delivers until nothing waits any more, moving the clock on. */
async function settle(room: Room, atMost = 200): Promise<void> {
  for (let round = 0; round < atMost; round += 1) {
    const wakeAtMs = await room.deliverer.deliver();
    if (wakeAtMs === null) return;
    room.clock.pass(Math.max(1, wakeAtMs - room.clock.nowMs()));
  }
}

describe('a plan that the platform refuses', () => {
  it('is told to the organiser at once, where he can be written to alone', async () => {
    const room = await openPublishedRoom();
    room.fake.answer = ({ to }) => (to.kind === 'chat' ? invalidKey : sent);
    await room.deliverer.deliver();
    const told = room.fake.pushed.filter(({ to }) => to.kind === 'person');
    // Both organisers, once each, however many messages failed.
    expect(new Set(told.map(({ to }) => to)).size).toBe(2);
    expect([...new Set(told.map(({ text }) => text))]).toEqual([
      expect.stringMatching(/^有2条消息没有发出：\n· 发给.*“【2023年.*key 无效[\s\S]*处理好后回“补发”/),
    ]);
    // Heard once, it is not said again; 汇总进度 shows it as long as it stands.
    expect(await room.say('organiser', '你好')).not.toContain('没有发出');
    expect(await room.say('organiser', '汇总进度')).toContain('有2条消息没有发出，发“没发出的”看是哪些');
  });

  it('is told in the organiser’s next answer where nobody can be written to alone, once', async () => {
    const room = await openPublishedRoom({ channel: { reachesPeople: false } });
    room.fake.answer = () => invalidKey;
    await room.deliverer.deliver();
    expect(room.fake.pushed).toHaveLength(1);
    expect(await room.say('huangpu-liaison', '你好')).not.toContain('没有发出');
    expect(await room.say('organiser', '未报单位')).toMatch(/\n有2条消息没有发出：\n.*key 无效/);
    expect(await room.say('organiser', '未报单位')).not.toContain('没有发出');
    expect(await room.say('organiser', '没发出的')).toMatch(/^有2条消息没有发出：/);
  });

  it.each(['发布方案', '补发'])('goes out with %s once the key is mended, in its order', async (order) => {
    const room = await openPublishedRoom();
    room.fake.answer = ({ to }) => (to.kind === 'chat' ? invalidKey : sent);
    await room.deliverer.deliver();
    room.fake.answer = () => sent;
    room.fake.pushed.length = 0;
    expect(await room.say('organiser', order)).toMatch(/^正在补发2条：/);
    await room.deliverer.deliver();
    expect(toGroup(room)).toEqual(['【2023年“3·15”国际消费者权益日系列活动】', expect.stringMatching(/^\d\.\d /)]);
    expect(room.fake.pushed[0]?.mentions).toEqual(['all']);
    expect(await room.say('organiser', '汇总进度')).not.toContain('没有发出');
    expect(await room.say('organiser', '补发')).toBe('消息都发出去了，没有要补发的。');
    expect(await room.say('organiser', '发布方案')).toContain('未重复发送');
  });

  it('of which only the first part was refused leaves no second part alone in the group', async () => {
    const room = await openPublishedRoom();
    room.fake.answer = (_push, number) => (number === 1 ? invalidKey : sent);
    await room.deliverer.deliver();
    expect(toGroup(room)).toHaveLength(1);
    await room.say('organiser', '补发');
    await room.deliverer.deliver();
    expect(toGroup(room)).toHaveLength(3);
  });

  it('of which only the second part was refused goes on from there', async () => {
    const room = await openPublishedRoom();
    room.fake.answer = (_push, number) => (number === 2 ? invalidKey : sent);
    await room.deliverer.deliver();
    await room.say('organiser', '补发');
    await room.deliverer.deliver();
    expect(toGroup(room)).toEqual([expect.stringMatching(/^【/), ...Array(2).fill(expect.stringMatching(/^\d\.\d /))]);
  });

  it('says what is under way while it is not out', async () => {
    const room = await openPublishedRoom();
    expect(await room.say('organiser', '发布方案')).toBe(
      '方案正在发送，还有2条没有发到工作群，不用再发；发不出去我会告诉您。',
    );
    await room.deliverer.deliver();
    expect(await room.say('organiser', '发布方案')).toContain('未重复发送');
  });

  it('is told to organisers only', async () => {
    const room = await openPublishedRoom();
    room.fake.answer = ({ to }) => (to.kind === 'chat' ? invalidKey : sent);
    await room.deliverer.deliver();
    expect(await room.say('huangpu-liaison', '补发')).toContain('周文博');
    expect(await room.say('shanghai-leader', '汇总进度')).toContain('有2条消息没有发出，请组织者处理。');
  });
});

describe('tries whose outcome nobody knows', () => {
  it('are three at most, ever further apart; then the organiser is asked to look', async () => {
    const room = await openPublishedRoom({ channel: { reachesPeople: false } });
    room.fake.answer = () => noAnswer;
    const startMs = room.clock.nowMs();
    await settle(room);
    expect(toGroup(room)).toHaveLength(3);
    expect((room.clock.nowMs() - startMs) / MINUTE_MS).toBe(1 + 5 + 15);
    expect(await room.say('organiser', '汇总进度')).toContain('群里可能已经有了，请先看一眼');
  });

  it('count over processes that died while sending', async () => {
    const room = await openPublishedRoom({ channel: { reachesPeople: false } });
    const [first] = room.state().delivery.open.keys();
    for (let number = 1; number <= 3; number += 1) {
      await room.store.claim({ key: first ?? '', number, owner: `dead-${number}`, endsAtMs: 0, unsure: number });
    }
    await settle(room);
    expect(room.fake.pushed).toEqual([]);
    expect(room.state().delivery.failed.size).toBe(2);
  });

  it('are not counted where the platform said that it took nothing', async () => {
    const room = await openPublishedRoom({ channel: { reachesPeople: false } });
    room.fake.answer = (_push, number) =>
      number <= 8 ? { kind: 'retry', afterMs: 1000, reason: '平台繁忙（errcode -1）' } : sent;
    await settle(room);
    expect(room.state().delivery.outcomes).toMatchObject({ sent: 2, 'given-up': 0 });
  });
});

describe('the platform’s limit', () => {
  const twenty = { channel: { pushesPerMinute: 20, reachesPeople: false } };

  async function flood(room: Room): Promise<void> {
    for (let number = 1; number <= 30; number += 1) await room.say('organiser', `确认通知全体：第${number}件事`);
  }

  it('holds over a restart', async () => {
    const room = await openPublishedRoom(twenty);
    await flood(room);
    await room.deliverer.deliver();
    expect(room.fake.pushed).toHaveLength(20);
    const again = await openRoom({ ...twenty, store: room.store, clock: room.clock, owner: 'two' });
    const wakeAtMs = await again.deliverer.deliver();
    expect(again.fake.pushed).toEqual([]);
    expect(wakeAtMs).toBe(room.clock.nowMs() + MINUTE_MS);
    room.clock.pass(MINUTE_MS);
    await again.deliverer.deliver();
    expect(again.fake.pushed).toHaveLength(12);
  });

  it('holds over two processes', async () => {
    const one = await openPublishedRoom(twenty);
    await flood(one);
    const two = await openRoom({ ...twenty, store: one.store, clock: one.clock, owner: 'two' });
    await Promise.all([one.deliverer.deliver(), two.deliverer.deliver(), one.deliverer.deliver()]);
    const pushed = one.fake.pushed.length + two.fake.pushed.length;
    // A place in the minute that a process took for a message another one claimed first is lost, never doubled.
    expect(pushed).toBeLessThanOrEqual(20);
    expect(pushed).toBeGreaterThanOrEqual(18);
  });

  it('is not shut for longer than a minute by a clock that ran ahead', async () => {
    const room = await openPublishedRoom(twenty);
    await flood(room);
    room.clock.pass(365 * 24 * 60 * MINUTE_MS);
    await room.deliverer.deliver();
    room.clock.set('2023-03-12 10:00');
    await room.deliverer.deliver();
    expect(room.fake.pushed).toHaveLength(32);
  });
});

it('lets one reporter’s to and fro wait, not the organiser’s messages', async () => {
  const room = await openPublishedRoom({ channel: { pushesPerMinute: 20, reachesPeople: false } });
  await room.deliverer.deliver();
  room.fake.pushed.length = 0;
  for (let turn = 0; turn < 40; turn += 1) await room.say('huangpu-liaison', `找组织者：第${turn}个问题怎么办`);
  await room.say('organiser', '确认通知全体：明天10点开会');
  await room.deliverer.deliver();
  expect(room.fake.pushed).toHaveLength(6);
  expect(room.fake.pushed.at(-1)?.text).toContain('明天10点开会');
});
