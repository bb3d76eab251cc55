/** Messages per second and memory at 1, 10 and 100 thousand units, so that a bend shows. */
import { createWorkingCalendar } from '../../src/domain/calendar/working-days.ts';
import { openOffice } from '../../src/service/office.ts';
import { createReceive } from '../../src/service/receive.ts';
import { openMemory } from '../../src/store/memory.ts';
import { cityCampaign, cityDirectory, cityStartMs } from './city.ts';

const messages = 20_000;
/** Not counted: compilers warm up. */
const warmUp = 20_000;
const together = 50;
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

export async function benchGrowth() {
  const points = [];
  for (const units of [1_000, 10_000, 100_000]) points.push(await measure(units));
  const [first] = points;
  return points.map((point) => ({ ...point, ratio: point.messagesPerSecond / (first?.messagesPerSecond ?? 1) }));
}

async function measure(units: number) {
  const office = await openOffice({
    store: openMemory(),
    clock: { nowMs: () => cityStartMs },
    log: silent,
    directory: { definition: cityDirectory(units), sha256: 'd' },
    campaigns: [{ definition: cityCampaign(units), sha256: 'c' }],
    channels: new Map(),
    calendar: createWorkingCalendar(),
    closingTime: '17:30',
    botName: '督办助手',
  });
  const receive = createReceive(office, silent);
  const say = (index: number) => {
    const person = `p${(index * 7919) % units}`;
    const text = index % 3 === 0 ? '进度' : `公益广告${index % 30}条，短视频${index % 17}条`;
    return receive({
      platform: 'console',
      messageId: String(index),
      chat: { kind: 'single', account: person },
      sender: person,
      text,
      quoted: null,
      attachments: [],
    });
  };
  const sayMany = async (from: number, to: number) => {
    for (let index = from; index < to; index += together)
      await Promise.all(Array.from({ length: together }, (_, offset) => say(index + offset)));
  };
  await sayMany(0, warmUp);
  const cpuBegan = process.cpuUsage();
  const began = performance.now();
  await sayMany(warmUp, warmUp + messages);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpuBegan);
  globalThis.gc?.();
  const heapMb = process.memoryUsage().heapUsed / 2 ** 20;
  await office.stop();
  return { units, messagesPerSecond: messages / seconds, cpuUs: (user + system) / messages, heapMb };
}
