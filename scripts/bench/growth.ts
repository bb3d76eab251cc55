/**
 * What grows with the city: messages per second, memory, the longest time the event loop stands still, the longest lists and a
 * tick that reminds everyone, at 1, 10 and 100 thousand units that have each filled every row.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createWorkingCalendar } from '../../src/domain/calendar/working-days.ts';
import { instantOf } from '../../src/domain/calendar/zone.ts';
import type { Channel } from '../../src/ports.ts';
import { type Office, openOffice } from '../../src/service/office.ts';
import { createReceive } from '../../src/service/receive.ts';
import { createTicker } from '../../src/service/tick.ts';
import { openMemory } from '../../src/store/memory.ts';
import { cityCampaign, cityDirectory, cityForm, cityStartMs } from './city.ts';
import { median } from './figures.ts';

const messages = 20_000;
const together = 50;
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const group: Channel = {
  platform: 'console',
  limits: { pushBytes: 2048, replyBytes: 20_000, pushesPerMinute: 20, reachesPeople: true },
  push: () => Promise.resolve({ kind: 'sent' }),
};

export async function benchGrowth() {
  const points = [];
  for (const units of [1_000, 10_000, 100_000]) points.push(await measure(units));
  const [first] = points;
  return points.map((point) => ({ ...point, ratio: point.messagesPerSecond / (first?.messagesPerSecond ?? 1) }));
}

export async function measure(units: number) {
  let nowMs = cityStartMs;
  const office = await openOffice({
    store: openMemory(),
    clock: { nowMs: () => nowMs },
    log: silent,
    directory: { definition: cityDirectory(units), sha256: 'd' },
    campaigns: [{ definition: cityCampaign(units), sha256: 'c' }],
    channels: new Map([['console', group]]),
    calendar: createWorkingCalendar(),
    closingTime: '17:30',
    botName: '督办助手',
  });
  const say = speaker(office);
  await say('leader', '发布方案');
  await say('leader', '是');
  await inBatches(Math.max(units, messages), (index) => say(`p${index % units}`, wholeTable(index)));

  const blocks = monitorEventLoopDelay({ resolution: 1 });
  blocks.enable();
  const cpuBegan = process.cpuUsage();
  const began = performance.now();
  await inBatches(messages, (index) => {
    const words = index % 3 === 0 ? '进度' : `公益广告${index % 30}条，短视频${index % 17}条`;
    return say(`p${(index * 7919) % units}`, words);
  });
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpuBegan);
  blocks.disable();

  const notReportedMs = await timed(5, () => say('leader', '未报单位'));
  const ticker = createTicker(office, silent);
  nowMs = instantOf('2023-03-20', '10:00');
  await ticker.tick();
  nowMs = instantOf('2023-03-21', '10:00');
  const tickMs = await timed(1, () => ticker.tick());
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  await office.stop();
  return {
    units,
    messagesPerSecond: messages / seconds,
    cpuUs: (user + system) / messages,
    longestBlockMs: blocks.max / 1e6,
    notReportedMs,
    tickMs,
    heapMb: heapUsed / 2 ** 20,
    residentMb: rss / 2 ** 20,
  };
}

function speaker(office: Office) {
  const receive = createReceive(office, silent);
  let said = 0;
  return async (sender: string, text: string) => {
    said += 1;
    return receive({
      platform: 'console',
      messageId: String(said),
      chat: { kind: 'single', account: sender },
      sender,
      text,
      quoted: null,
      attachments: [],
    });
  };
}

function wholeTable(index: number): string {
  return cityForm.rows.map(({ label, no }) => `${label}${(index + no) % 40}次`).join('，');
}

/** Also warms the compilers up, with at least as many messages as are counted later. */
async function inBatches(count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < count; index += together)
    await Promise.all(Array.from({ length: Math.min(together, count - index) }, (_, offset) => work(index + offset)));
}

async function timed(count: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return median(times);
}
