import { expect, it } from 'vitest';
import { createSteadyClock, refuseClockBehind } from '../../src/service/steady-clock.ts';
import { createRecordingLog } from '../support/recording-log.ts';
import { at, openRoom } from './office-room.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

function open() {
  const machine = { wallMs: at('2023-03-14 09:00'), uptimeMs: 5_000 };
  const log = createRecordingLog();
  const clock = createSteadyClock({ wallMs: () => machine.wallMs, uptimeMs: () => machine.uptimeMs }, log);
  return {
    log,
    clock,
    /** Time goes by; the program looks every minute. */
    pass(minutes: number) {
      for (let minute = 0; minute < minutes; minute += 1) {
        machine.wallMs += minuteMs;
        machine.uptimeMs += minuteMs;
        clock.nowMs();
      }
    },
    jump: (ms: number) => {
      machine.wallMs += ms;
    },
    hours: () => (clock.nowMs() - at('2023-03-14 09:00')) / (60 * minuteMs),
    levels: () => log.lines.map(({ level }) => level),
  };
}

it('is the machine’s clock while that goes steadily, set right by seconds or by sleep', () => {
  const { pass, jump, hours, levels } = open();
  pass(30);
  jump(90_000);
  jump(-120_000);
  pass(30);
  expect(hours()).toBeCloseTo(1 - 0.5 / 60, 6);
  expect(levels()).toEqual([]);
});

it.each([
  ['forward by a year', 365 * dayMs],
  ['back by 60 days', -60 * dayMs],
  ['forward by three hours', 180 * minuteMs],
])('goes on as before when it jumps %s, and says so', (_how, jumpMs) => {
  const { pass, jump, hours, levels } = open();
  jump(jumpMs);
  pass(6);
  expect(hours()).toBeCloseTo(0.1, 6);
  expect(levels()).toEqual(['error']);
  jump(-jumpMs);
  pass(6);
  expect(hours()).toBeCloseTo(0.2, 6);
  expect(levels()).toEqual(['error', 'info']);
});

it('believes a jump of up to three days that stands for ten minutes', () => {
  const { pass, jump, hours } = open();
  jump(-3 * 60 * minuteMs);
  pass(10);
  expect(hours()).toBeCloseTo(10 / 60, 6);
  pass(1);
  expect(hours()).toBeCloseTo(-3 + 11 / 60, 6);
});

it('never believes a year by itself, and reminds of it every ten minutes', () => {
  const { pass, jump, hours, levels } = open();
  jump(365 * dayMs);
  pass(60);
  expect(hours()).toBeCloseTo(1, 6);
  expect(levels()).toEqual(Array(6).fill('error'));
});

it('begins to wait anew when it jumps once more', () => {
  const { pass, jump, hours } = open();
  jump(120 * minuteMs);
  pass(8);
  jump(120 * minuteMs);
  pass(8);
  expect(hours()).toBeCloseTo(16 / 60, 6);
});

it('is refused at start where the ledger is ahead of it', async () => {
  const room = await openRoom();
  await room.say('organiser', '确认发布方案');
  const start = (time: string) => refuseClockBehind(room.office, room.store, at(time));
  await expect(start('2000-01-01 08:00')).rejects.toThrow(
    /本机时间是 2000-01-01 08:00，台账里已有 2023-03-12 09:00 的记录.*校准/,
  );
  await expect(start('2023-03-12 08:30')).resolves.toBeUndefined();
  await expect(start('2024-03-12 08:30')).resolves.toBeUndefined();
});
