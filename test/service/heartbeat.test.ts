/** 报平安, on a fake clock: who looks after the bot hears of it once a morning, and of what keeps it from working. */
import { expect, it } from 'vitest';
import { createWorkingCalendar } from '../../src/domain/calendar/working-days.ts';
import type { Channel, Push, PushOutcome, Store } from '../../src/ports.ts';
import { createHeartbeat } from '../../src/service/heartbeat.ts';
import { openMemory } from '../../src/store/memory.ts';
import { createHandClock, openRoom } from './office-room.ts';

async function open({ store = openMemory(), times = ['08:50'] }: { store?: Store; times?: string[] } = {}) {
  const clock = createHandClock();
  const room = await openRoom({ store, clock });
  const pushed: Push[] = [];
  const platform = { answer: { kind: 'sent' } as PushOutcome };
  const channel: Channel = {
    platform: 'wecom',
    limits: { pushBytes: 2048, replyBytes: 2048, pushesPerMinute: 20, reachesPeople: false },
    async push(message) {
      pushed.push(message);
      return platform.answer;
    },
  };
  const heard: { atMs: number | null } = { atMs: null };
  const process = (owner: string) =>
    createHeartbeat({
      ...room,
      channel,
      push: 'keepers',
      at: times,
      calendar: createWorkingCalendar(),
      owner,
      heardAtMs: () => heard.atMs,
    });
  const first = process('one');
  async function beat(time: string, heartbeat = first) {
    clock.set(time);
    heartbeat.beat();
    for (let turn = 0; turn < 30; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  const hear = () => {
    heard.atMs = clock.nowMs();
  };
  return { room, pushed, platform, process, beat, hear, clock };
}

it('comes once each working morning, to the small group, and calls nobody', async () => {
  const { pushed, beat } = await open();
  for (const minute of ['08:49', '08:50', '08:51', '09:05']) await beat(`2023-03-13 ${minute}`);
  expect(pushed).toMatchObject([{ to: { kind: 'chat', push: 'keepers' }, mentions: [] }]);
  expect(pushed[0]?.text).toBe(
    '【报平安】督办助手运行正常，3月13日（周一）08:50。到点没有收到这一条，就是它停了，请找管理员。',
  );
  await beat('2023-03-14 08:50');
  expect(pushed).toHaveLength(2);
});

it('is silent on days off, and when the program is started later in the day', async () => {
  const { pushed, beat } = await open();
  await beat('2023-03-12 08:50');
  await beat('2023-03-13 13:00');
  expect(pushed).toEqual([]);
});

it('comes at every hour that is named', async () => {
  const { pushed, beat } = await open({ times: ['08:50', '14:00'] });
  for (const minute of ['08:50', '12:00', '14:00', '14:01']) await beat(`2023-03-13 ${minute}`);
  expect(pushed).toHaveLength(2);
});

it('comes once from several processes, and not again after a restart', async () => {
  const { pushed, beat, process } = await open();
  await beat('2023-03-13 08:50');
  await beat('2023-03-13 08:51', process('two'));
  await beat('2023-03-13 08:52', process('three'));
  expect(pushed).toHaveLength(1);
});

it('is tried three times where the platform did not take it, and once where it may have', async () => {
  const { pushed, platform, beat, room } = await open();
  platform.answer = { kind: 'retry', afterMs: 5000, reason: 'busy' };
  for (let minute = 50; minute < 59; minute += 1) await beat(`2023-03-13 08:${minute}`);
  expect(pushed).toHaveLength(3);
  expect(room.log.text()).toContain('heartbeat not sent');
  platform.answer = { kind: 'retry', afterMs: 5000, reason: 'no answer', unsure: true };
  for (let minute = 50; minute < 59; minute += 1) await beat(`2023-03-14 08:${minute}`);
  expect(pushed).toHaveLength(4);
});

it('does not come while the store takes nothing: that is the alarm', async () => {
  const { pushed, beat, room } = await open();
  room.store.claim = () => Promise.reject(new Error('disk full'));
  await beat('2023-03-13 08:50');
  expect(pushed).toEqual([]);
  expect(room.log.text()).toContain('heartbeat not sent');
});

it('says so when a whole working day passed without a word from anybody who owes something', async () => {
  const { pushed, beat, room, hear } = await open();
  await room.say('organiser', '确认发布方案');
  hear();
  // Published on Sunday; Monday is not over yet.
  await beat('2023-03-13 08:50');
  expect(pushed.at(-1)?.text).toContain('运行正常');
  await beat('2023-03-14 08:50');
  expect(pushed.at(-1)?.text).toBe(
    [
      '【请处理】督办助手在运行，有1件事要处理：',
      '1. 从3月12日（周日）09:00起没有收到任何人的消息，可能是企业微信送不到。请在工作群里@督办助手发“帮助”，没有回话就请管理员检查回调地址。',
    ].join('\n'),
  );
  expect(pushed.at(-1)?.mentions).toEqual(['Organiser', 'Organiser2']);
  hear();
  await beat('2023-03-15 08:50');
  expect(pushed.at(-1)?.text).toContain('运行正常');
});

it('knows from the ledger whom another process heard', async () => {
  const { pushed, beat, room, clock } = await open();
  await room.say('organiser', '确认发布方案');
  clock.set('2023-03-13 15:00');
  await room.say('XuhuiLiaison', '收到', { platform: 'wecom' });
  await beat('2023-03-14 08:50');
  expect(pushed.at(-1)?.text).toContain('运行正常');
});

it.each([
  ['nothing was published', null],
  ['the campaign is put off', '确认暂停活动'],
])('expects nobody where %s', async (_why, order) => {
  const { pushed, beat, room } = await open();
  if (order !== null) {
    await room.say('organiser', '确认发布方案');
    await room.say('organiser', order);
  }
  await beat('2023-03-15 08:50');
  expect(pushed.at(-1)?.text).toContain('运行正常');
});

it('names what was not sent', async () => {
  const { pushed, beat, room, hear } = await open();
  await room.say('organiser', '确认发布方案');
  room.fake.answer = () => ({ kind: 'refused', reason: 'key 不对' });
  await room.deliverer.deliver();
  hear();
  await beat('2023-03-13 08:50');
  expect(pushed.at(-1)?.text).toMatch(/1\. 【3·15活动】有\d条消息没有发出，请组织者发“没发出的”看是哪些/);
});
