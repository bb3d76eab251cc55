import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startRounds } from '../../src/service/rounds.ts';
import { at, openRoom } from './office-room.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  vi.setSystemTime(at('2023-03-12 09:00'));
});
afterEach(() => vi.useRealTimers());

/** A room on the (fake) real clock, with its rounds. */
async function open() {
  const clock = { nowMs: () => Date.now(), set: (time: string) => vi.setSystemTime(at(time)), pass: () => undefined };
  const room = await openRoom({ clock });
  await room.say('organiser', '确认发布方案');
  vi.setSystemTime(at('2023-03-13 09:58'));
  const rounds = startRounds({ ...room });
  return { room, rounds };
}

/** Lets what timers set going come to its end: the store answers in turns of the event loop, not in time. */
async function settle() {
  for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}

it('decides and sends at start what is due, and then every minute', async () => {
  const { room, rounds } = await open();
  await rounds.start();
  await settle();
  expect(room.fake.pushed).toHaveLength(2);
  for (let minute = 0; minute < 3; minute += 1) {
    await vi.advanceTimersByTimeAsync(60_000);
    await settle();
  }
  expect(room.fake.texts().slice(2)).toHaveLength(1);
  expect(room.fake.texts().at(-1)).toMatch(/^【请签收】/);
  await rounds.stop();
});

it('sends at once when something was decided', async () => {
  const { room, rounds } = await open();
  await rounds.start();
  await settle();
  await room.say('organiser', '确认催收到');
  rounds.kick();
  rounds.kick();
  await settle();
  expect(room.fake.pushed).toHaveLength(3);
  await rounds.stop();
});

it('wakes when a message may be tried again', async () => {
  const { room, rounds } = await open();
  room.fake.answer = (_push, number) =>
    number === 1 ? { kind: 'retry', afterMs: 5000, reason: 'busy' } : { kind: 'sent' };
  await rounds.start();
  await settle();
  expect(room.fake.pushed).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5000);
  await settle();
  expect(room.fake.pushed).toHaveLength(3);
  await rounds.stop();
});

it('survives a round that fails', async () => {
  const { room, rounds } = await open();
  const read = room.store.read.bind(room.store);
  room.store.read = () => Promise.reject(new Error('database gone'));
  await rounds.start();
  await settle();
  expect(room.log.lines.map(({ message }) => message)).toContain('round failed');
  room.store.read = read;
  // The try it had claimed runs out after two minutes.
  for (let minute = 0; minute < 3; minute += 1) {
    await vi.advanceTimersByTimeAsync(60_000);
    await settle();
  }
  // The plan in two parts, and the receipts at 10:00.
  expect(room.fake.pushed).toHaveLength(3);
  await rounds.stop();
});

it('stops once and for all, and waits for what is under way', async () => {
  const { room, rounds } = await open();
  await rounds.start();
  await settle();
  await rounds.stop();
  await rounds.stop();
  const sent = room.fake.pushed.length;
  await room.say('organiser', '确认催收到');
  rounds.kick();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  await settle();
  expect(room.fake.pushed).toHaveLength(sent);
});

it('logs a round that is still running when the next is due, and prints nothing of its own', async () => {
  const printed = (['log', 'info', 'warn', 'error'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => undefined),
  );
  const { room, rounds } = await open();
  await rounds.start();
  await settle();
  let goOn: () => void = () => undefined;
  const stuck = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const read = room.store.read.bind(room.store);
  room.store.read = (...request) => stuck.then(() => read(...request));
  for (let minute = 0; minute < 2; minute += 1) {
    await vi.advanceTimersByTimeAsync(60_000);
    await settle();
  }
  expect(room.log.lines).toContainEqual({
    level: 'warn',
    message: 'round missed',
    fields: { said: expect.stringContaining('still running') },
  });
  for (const one of printed) expect(one).not.toHaveBeenCalled();
  goOn();
  await rounds.stop();
  vi.restoreAllMocks();
});

it.each([
  ['put forward by a year', '2024-03-13 09:58'],
  ['put back by two months', '2023-01-13 09:58'],
])('goes on every minute after the clock was %s', async (_how, time) => {
  const { room, rounds } = await open();
  await rounds.start();
  await settle();
  vi.setSystemTime(at(time));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(room.log.lines.filter(({ message }) => message.startsWith('clock jumped'))).toHaveLength(1);
  let ticks = 0;
  const { tick } = room.ticker;
  room.ticker.tick = () => {
    ticks += 1;
    return tick();
  };
  for (let minute = 0; minute < 3; minute += 1) {
    await vi.advanceTimersByTimeAsync(60_000);
    await settle();
  }
  expect(ticks).toBe(3);
  await rounds.stop();
});

it('looks again within a quarter of an hour, however long a message is to wait', async () => {
  const { room, rounds } = await open();
  room.fake.answer = () => ({ kind: 'retry', afterMs: 60 * 24 * 3_600_000, reason: 'a wrong clock' });
  await rounds.start();
  await settle();
  let looks = 0;
  const { deliver } = room.deliverer;
  room.deliverer.deliver = () => {
    looks += 1;
    return deliver();
  };
  await rounds.stop();
  const again = startRounds({ ...room, ticker: { ...room.ticker, tick: () => new Promise(() => undefined) } });
  again.kick();
  await settle();
  await vi.advanceTimersByTimeAsync(60_000);
  await settle();
  expect(looks).toBe(1);
  await vi.advanceTimersByTimeAsync(15 * 60_000);
  await settle();
  expect(looks).toBe(2);
  await again.stop();
});

it('stops within seconds though a platform never answers', async () => {
  const { room, rounds } = await open();
  room.fake.answer = () => new Promise<never>(() => undefined);
  await rounds.start();
  await settle();
  let stopped = false;
  const stopping = rounds.stop().then(() => {
    stopped = true;
  });
  await settle();
  expect(stopped).toBe(false);
  await vi.advanceTimersByTimeAsync(3000);
  await stopping;
});
