import { request } from 'node:http';
import Koa from 'koa';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerErrors } from '../../src/server/errors.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { onlyOwnNames } from '../../src/server/own-names.ts';
import { createRecordingLog } from '../support/recording-log.ts';

const log = createRecordingLog();
let server: Listening;

beforeAll(async () => {
  const app = new Koa();
  app.use(answerErrors(log)).use(onlyOwnNames('Duban.Internal'));
  app.use((ctx) => {
    ctx.body = 'in';
  });
  server = await listen({ app, port: 0, host: '127.0.0.1', log });
});
afterAll(() => server.stop());

function status(host: string, origin: string): Promise<number | undefined> {
  const here = (text: string) => text.replace('PORT', String(server.port));
  const headers = { host: here(host), ...(origin !== '' && { origin: here(origin) }) };
  return new Promise((resolve, reject) => {
    request({ port: server.port, host: '127.0.0.1', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

it.each([
  ['127.0.0.1:PORT', ''],
  ['localhost:PORT', ''],
  ['LOCALHOST', ''],
  ['[::1]:PORT', ''],
  ['duban.internal:PORT', ''],
  ['localhost:PORT', 'http://localhost:PORT'],
  ['[::1]:PORT', 'http://[::1]:PORT'],
])('answers to %s, origin %s', async (host, origin) => {
  expect(await status(host, origin)).toBe(200);
});

it.each([
  ['rebound.example:PORT', ''],
  ['127.0.0.1.example.com:PORT', ''],
  ['localhost.example.com', ''],
  ['localhost:PORT', 'null'],
  ['localhost:PORT', 'http://rebound.example:PORT'],
  ['localhost:PORT', 'http://localhost:9'],
  ['localhost:PORT', 'https://localhost:PORT'],
  ['localhost:PORT', 'http://localhost:PORT.example.com'],
])('refuses %s, origin %s', async (host, origin) => {
  expect(await status(host, origin)).toBe(403);
});
