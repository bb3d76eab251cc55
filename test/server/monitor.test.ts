/** The monitor elsewhere, as a server of our own: called while all is well, and by nothing else. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { hide } from '../../src/secret.ts';
import { faultOfMonitorUrl, startMonitor } from '../../src/server/monitor.ts';
import { createRecordingLog } from '../support/recording-log.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

async function open() {
  const calls: string[] = [];
  const server = {
    answer: (response: ServerResponse): void => void response.end('OK'),
    /** The call that is never answered, by its number. */
    hangs: { current: 0 },
  };
  const http = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`);
    server.answer(response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const port = (http.address() as AddressInfo).port;
  const log = createRecordingLog();
  let underWay = 0;
  const counted: typeof fetch = async (...request) => {
    underWay += 1;
    try {
      return await fetch(...request);
    } finally {
      underWay -= 1;
    }
  };
  const state: { unwell: string | null } = { unwell: null };
  const monitor = startMonitor({
    url: hide(`http://127.0.0.1:${port}/api/push/s3cret?status=up`),
    everyMs: 60_000,
    unwell: async () => state.unwell,
    log,
    fetch: counted,
  });
  const stop = () => {
    monitor.stop();
    http.closeAllConnections();
    return new Promise<void>((resolve) => http.close(() => resolve()));
  };
  onTestFinished(async () => {
    await stop();
    expect(log.text()).not.toContain('s3cret');
  });
  /** The answer of a server comes in its own time, not in ours; one that hangs has been asked, and that is all. */
  async function settle() {
    const idle = () => underWay === 0 || server.hangs.current === calls.length;
    for (let calm = 0, turn = 0; calm < 20 && turn < 1_000_000; turn += 1) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      calm = idle() ? calm + 1 : 0;
    }
  }
  async function minutes(count: number) {
    for (let minute = 0; minute < count; minute += 1) {
      await vi.advanceTimersByTimeAsync(60_000);
      await settle();
    }
  }
  await settle();
  return { calls, server, log, state, monitor, stop, settle, minutes };
}

const words = ({ log }: Awaited<ReturnType<typeof open>>) => log.lines.map(({ message }) => message);

it('is called at once and every minute, and logs nothing', async () => {
  const world = await open();
  await world.minutes(2);
  expect(world.calls).toEqual(Array(3).fill('GET /api/push/s3cret?status=up'));
  expect(world.log.lines).toEqual([]);
});

it('is not called while something is wrong, and says why once', async () => {
  const world = await open();
  world.state.unwell = 'no round went well lately';
  await world.minutes(3);
  expect(world.calls).toHaveLength(1);
  expect(world.log.lines).toEqual([
    { level: 'warn', message: 'monitor not called', fields: { reason: 'not well: no round went well lately' } },
  ]);
  world.state.unwell = null;
  await world.minutes(1);
  expect(world.calls).toHaveLength(2);
  expect(words(world)).toEqual(['monitor not called', 'monitor called again']);
});

it('may refuse: told once for all of it, with its status', async () => {
  const world = await open();
  world.server.answer = (response) => response.writeHead(404).end();
  await world.minutes(3);
  expect(world.calls).toHaveLength(4);
  expect(world.log.lines).toMatchObject([{ fields: { reason: 'status 404' } }]);
});

it('may never answer: given up after ten seconds, and called again a minute later', async () => {
  const world = await open();
  world.server.answer = () => undefined;
  world.server.hangs.current = 2;
  await world.minutes(1);
  await vi.advanceTimersByTimeAsync(10_000);
  await world.settle();
  expect(world.log.lines).toMatchObject([{ fields: { reason: 'no answer within 10000 ms' } }]);
  world.server.answer = (response) => response.end();
  await world.minutes(1);
  expect(words(world)).toContain('monitor called again');
});

it('may be gone', async () => {
  const world = await open();
  await world.stop();
  const monitor = startMonitor({
    url: hide('http://127.0.0.1:9/s3cret'),
    everyMs: 60_000,
    unwell: async () => null,
    log: world.log,
  });
  await expect.poll(() => world.log.lines).not.toEqual([]);
  expect(world.log.lines).toMatchObject([{ message: 'monitor not called' }]);
  monitor.stop();
});

it('is called no more once the program stops', async () => {
  const world = await open();
  world.monitor.stop();
  await world.minutes(2);
  expect(world.calls).toHaveLength(1);
});

it('has an address of the web', () => {
  expect(faultOfMonitorUrl('https://hc-ping.com/uuid')).toBeNull();
  for (const wrong of ['hc-ping.com/uuid', 'ftp://a/b', '/api/push/s3cret'])
    expect(faultOfMonitorUrl(wrong)).toMatch(/^监控地址要以 http/);
});
