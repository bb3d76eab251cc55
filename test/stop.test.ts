/** The whole program as installed is told to stop while somebody it depends on hangs. */
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltApp, buildApp } from './kill/app-process.ts';

let app: BuiltApp;
beforeAll(async () => {
  app = await buildApp();
}, 60_000);
afterAll(() => app.remove());

async function secondsToStop(stop: () => Promise<unknown>): Promise<number> {
  const beganMs = performance.now();
  await stop();
  return (performance.now() - beganMs) / 1000;
}

it('ends within ten seconds though nobody reads its log', { timeout: 60_000 }, async () => {
  const running = await app.start();
  running.stopReading();
  const line = 'x'.repeat(1000);
  for (let round = 0; round < 60; round += 1)
    await Promise.all(Array.from({ length: 20 }, () => fetch(`${running.address}/${line}`).then((r) => r.text())));
  expect(await secondsToStop(() => running.stop())).toBeLessThan(10);
});

it('ends within ten seconds though a client never ends its request', { timeout: 60_000 }, async () => {
  const running = await app.start();
  const { port } = new URL(running.address);
  const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
  socket.write('POST /console/api/clock HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{');
  await fetch(`${running.address}/healthz`);
  expect(await secondsToStop(() => running.stop())).toBeLessThan(10);
  socket.destroy();
});
