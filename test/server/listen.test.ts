import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import Koa from 'koa';
import { describe, expect, it, vi } from 'vitest';
import { type Listening, listen } from '../../src/server/listen.ts';
import { createRecordingLog } from '../support/recording-log.ts';

const log = createRecordingLog();

/** A server whose requests wait until they are let go. */
async function start(options: { readonly graceMs?: number; readonly connections?: number } = {}) {
  const waiting: (() => void)[] = [];
  const arrivals: (() => void)[] = [];
  const app = new Koa();
  app.on('error', () => {});
  app.use(async (ctx) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      arrivals.shift()?.();
    });
    ctx.body = 'done';
  });
  const server = await listen({ app, port: 0, host: '127.0.0.1', log, ...options });
  const arrived = () => new Promise<void>((resolve) => arrivals.push(resolve));
  return { server, arrived, letGo: () => waiting.shift()?.() };
}

function get(server: Listening, agent: Agent): Promise<{ text: string; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    request({ port: server.port, host: '127.0.0.1', agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ text, connection: response.headers.connection }));
    })
      .on('error', reject)
      .end();
  });
}

describe('stop', () => {
  it('lets the request in flight finish, keeps no connection, takes no new one', async () => {
    const { server, arrived, letGo } = await start({ graceMs: 60_000 });
    const agent = new Agent({ keepAlive: true });
    const came = arrived();
    const answer = get(server, agent);
    await came;
    let stopped = false;
    const stop = server.stop().then(() => {
      stopped = true;
    });
    await expect(get(server, new Agent())).rejects.toThrow(/ECONNREFUSED/);
    expect(stopped).toBe(false);
    letGo();
    expect((await answer).text).toBe('done');
    await stop;
    agent.destroy();
  });

  it('closes connections that idle', async () => {
    const { server, arrived, letGo } = await start();
    const agent = new Agent({ keepAlive: true });
    const came = arrived();
    const answer = get(server, agent);
    await came;
    letGo();
    expect((await answer).connection).toBe('keep-alive');
    await server.stop();
    agent.destroy();
  });

  it('is idempotent', async () => {
    const { server } = await start();
    expect(server.stop()).toBe(server.stop());
    await server.stop();
  });

  it('cuts off what does not finish in time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { server, arrived } = await start({ graceMs: 5_000 });
      const came = arrived();
      const answer = get(server, new Agent());
      const cut = expect(answer).rejects.toThrow(/socket hang up|ECONNRESET/);
      await came;
      const stop = server.stop();
      await vi.advanceTimersByTimeAsync(5_000);
      await cut;
      await stop;
    } finally {
      vi.useRealTimers();
    }
  });
});

it('rejects when the port is taken', async () => {
  const { server } = await start();
  await expect(listen({ app: new Koa(), port: server.port, host: '127.0.0.1', log })).rejects.toThrow(/EADDRINUSE/);
  await server.stop();
});

describe('connections', () => {
  const idle = (server: Listening) =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect(server.port, '127.0.0.1', () => resolve(socket)).on('error', reject);
    });

  it('are bounded: who idles longest makes room, who is being answered stays', async () => {
    const { server, arrived, letGo } = await start({ connections: 3 });
    const came = arrived();
    const answer = get(server, new Agent());
    await came;
    const sockets = [await idle(server), await idle(server)];
    const closed = new Promise((resolve) => sockets[0]?.once('close', resolve).resume());
    const again = arrived();
    const late = get(server, new Agent());
    await closed;
    await again;
    letGo();
    letGo();
    expect((await answer).text).toBe('done');
    expect((await late).text).toBe('done');
    expect(sockets[1]?.destroyed).toBe(false);
    for (const socket of sockets) socket.destroy();
    await server.stop();
  });
});
