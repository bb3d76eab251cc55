import { connect } from 'node:net';
import Router from '@koa/router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../src/platform/shared/refusal.ts';
import type { Callback, CallbackRequest } from '../../src/ports.ts';
import { createServer } from '../../src/server/app.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { createRecordingLog } from '../support/recording-log.ts';

let requests: CallbackRequest[];
let handle: Callback['handle'];
let ready: () => Promise<unknown>;
let log: ReturnType<typeof createRecordingLog>;
let server: Listening;

const callback: Callback = {
  path: '/callbacks/vendor',
  handle: (request) => {
    requests.push(request);
    return handle(request);
  },
};

beforeEach(async () => {
  requests = [];
  handle = async () => ({ status: 200, type: 'text/plain', body: 'ok' });
  ready = async () => undefined;
  log = createRecordingLog();
  const pages = new Router();
  pages.get('/page', (ctx) => {
    ctx.body = 'page';
  });
  pages.get('/broken', () => {
    throw new Error('secret of the inside');
  });
  const app = createServer({
    callbacks: [callback],
    routers: [pages],
    ready: () => ready(),
    log,
    bodyLimitBytes: 1000,
  });
  server = await listen({ app, port: 0, host: '127.0.0.1', log });
});

afterEach(async () => {
  vi.useRealTimers();
  await server.stop();
});

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(server.address + path, init);
  const text = await response.text();
  return { status: response.status, text, headers: response.headers };
}

function errorOf(text: string): { code: string; message: string } {
  return (JSON.parse(text) as { error: { code: string; message: string } }).error;
}

describe('callbacks', () => {
  it('get the bytes and the decoded query, and answer as they say', async () => {
    handle = async () => ({ status: 202, type: 'application/json', body: '{"a":"收到"}' });
    const answer = await ask('/callbacks/vendor?a=%2B+b%20c&a=2&empty&=x&bad=%zz&sign=a=b', {
      method: 'POST',
      body: '\u0000收到',
    });
    expect([answer.status, answer.text]).toEqual([202, '{"a":"收到"}']);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(requests[0]?.method).toBe('POST');
    expect(requests[0]?.body).toEqual(Buffer.from('\u0000收到'));
    expect([...(requests[0]?.query ?? [])]).toEqual([
      ['a', '++b c'],
      ['empty', ''],
      ['', 'x'],
      ['sign', 'a=b'],
    ]);
  });

  it('are not asked by HEAD', async () => {
    const { status, headers } = await ask('/callbacks/vendor', { method: 'HEAD' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect(requests).toEqual([]);
  });

  it('answer an empty body as an empty 200', async () => {
    handle = async () => ({ status: 200, type: 'text/plain', body: '' });
    expect(await ask('/callbacks/vendor')).toMatchObject({ status: 200, text: '' });
    expect(requests[0]?.body).toHaveLength(0);
  });

  it('stand on one path each, with or without a trailing slash', async () => {
    expect((await ask('/callbacks/vendor/')).status).toBe(200);
    expect((await ask('/callbacks/vendor/x')).status).toBe(404);
    const options = { callbacks: [callback, callback], routers: [], ready, log };
    expect(() => createServer(options)).toThrow(/share one callback path/);
  });

  it.each([1001, 5000, 100_000])('are spared a body of %i bytes', async (size) => {
    const answer = await ask('/callbacks/vendor', { method: 'POST', body: 'x'.repeat(size) });
    expect([answer.status, errorOf(answer.text).code]).toEqual([413, 'body_too_large']);
    expect(requests).toEqual([]);
  });

  it('get a body of exactly the limit', async () => {
    expect((await ask('/callbacks/vendor', { method: 'POST', body: 'x'.repeat(1000) })).status).toBe(200);
  });

  it('are spared a body that breaks off', async () => {
    const socket = connect(server.port, '127.0.0.1');
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    socket.end('POST /callbacks/vendor HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc');
    await new Promise((resolve) => socket.once('close', resolve).resume());
    expect(requests).toEqual([]);
  });

  it('are no error of ours where the client tears the connection down', async () => {
    const before = log.lines.length;
    const socket = connect(server.port, '127.0.0.1').on('error', () => undefined);
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    socket.write('POST /callbacks/vendor HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc');
    // Until the headers are read: only then there is a body to be cut off.
    await ask('/healthz');
    socket.resetAndDestroy();
    await vi.waitFor(() => {
      const lines = log.lines.slice(before).filter(({ message }) => /^request (?:refused|failed)$/.test(message));
      expect(lines).toMatchObject([{ level: 'warn', fields: { code: 'body_cut_off' } }]);
    });
  });

  it('are spared a body that does not come to an end within ten seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const socket = connect(server.port, '127.0.0.1').setEncoding('utf8');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write('POST /callbacks/vendor HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc');
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(answer).toBe('');
    await vi.advanceTimersByTimeAsync(1);
    await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 408 .*Connection: close.*body_timeout/s);
    expect(requests).toEqual([]);
  });
});

describe('errors', () => {
  it('that are refusals show their code and sentence, and their detail to the operator alone', async () => {
    handle = () =>
      Promise.reject(new Refusal({ status: 403, code: 'not_allowed', message: '不可以。', detail: { hint: 7 } }));
    const answer = await ask('/callbacks/vendor?key=SECRET');
    expect([answer.status, answer.text]).toEqual([403, '{"error":{"code":"not_allowed","message":"不可以。"}}']);
    expect(log.lines).toContainEqual({
      level: 'warn',
      message: 'request refused',
      fields: expect.objectContaining({ code: 'not_allowed', hint: 7, path: '/callbacks/vendor' }),
    });
    expect(log.text()).not.toContain('SECRET');
  });

  it('that are unknown show nothing', async () => {
    const answer = await ask('/broken');
    expect([answer.status, errorOf(answer.text).code]).toEqual([500, 'internal']);
    expect(answer.text).not.toContain('secret of the inside');
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it.each([
    ['GET', '/nowhere', 404, 'not_found'],
    ['POST', '/page', 405, 'method_not_allowed'],
    ['DELETE', '/callbacks/vendor', 405, 'method_not_allowed'],
    ['OPTIONS', '/callbacks/vendor', 405, 'method_not_allowed'],
    ['GET', '/Callbacks/vendor', 404, 'not_found'],
    ['GET', '/healthz/', 404, 'not_found'],
    ['PROPFIND', '/page', 501, 'not_implemented'],
    ['POST', '/healthz', 404, 'not_found'],
  ])('%s %s is %i', async (method, path, status, code) => {
    const answer = await ask(path, { method });
    expect([answer.status, errorOf(answer.text).code]).toEqual([status, code]);
    if (status === 405) expect(answer.headers.get('allow')).toContain('GET');
  });
});

describe('health', () => {
  it('answers HEAD like GET, without a body', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const { status, text, headers } = await ask(path, { method: 'HEAD' });
      expect([status, text, headers.get('content-length')]).toEqual([200, '', '15']);
    }
    ready = () => Promise.reject(new Error('the store does not answer'));
    expect((await ask('/readyz', { method: 'HEAD' })).status).toBe(503);
  });

  it('is well', async () => {
    for (const path of ['/healthz', '/readyz'])
      expect(await ask(path)).toMatchObject({ status: 200, text: '{"status":"ok"}' });
  });

  it('is alive though not ready', async () => {
    ready = () => Promise.reject(new Error('the store does not answer'));
    expect(await ask('/readyz')).toMatchObject({ status: 503, text: '{"status":"unavailable"}' });
    expect((await ask('/healthz')).status).toBe(200);
    expect(log.lines.some(({ message }) => message === 'not ready')).toBe(true);
  });

  it('is not ready when nothing answers for two seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asked = new Promise<void>((resolve) => {
      ready = () => {
        resolve();
        return new Promise(() => {});
      };
    });
    const answer = ask('/readyz');
    await asked;
    await vi.advanceTimersByTimeAsync(2_000);
    expect((await answer).status).toBe(503);
  });
});

describe('the request log', () => {
  it('has one line with id, path, status and time', async () => {
    const answer = await ask('/page?token=SECRET', { headers: { 'x-request-id': 'abc-1' } });
    expect(answer.headers.get('x-request-id')).toBe('abc-1');
    const lines = log.lines.filter(({ message }) => message === 'request');
    expect(lines).toEqual([
      {
        level: 'info',
        message: 'request',
        fields: { id: 'abc-1', method: 'GET', path: '/page', status: 200, ms: expect.any(Number) },
      },
    ]);
    expect(log.text()).not.toContain('SECRET');
  });

  it('makes up ids that were not given, or not sanely', async () => {
    const ids = [await ask('/page'), await ask('/page', { headers: { 'x-request-id': 'a b"c' } })].map(({ headers }) =>
      headers.get('x-request-id'),
    );
    for (const id of ids) expect(id).toMatch(/^[\w-]{36}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });
});
