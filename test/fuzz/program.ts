/** The whole program in production, in this process: its server, its ledger in a file, a fake WeCom behind it. */
import { Agent, request } from 'node:http';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Entry } from '../../src/domain/ledger.ts';
import { listen } from '../../src/server/listen.ts';
import { openStore } from '../../src/store/open.ts';
import { readAll } from '../store/fixtures.ts';
import { startFakeWecom } from '../support/fake-wecom.ts';
import { workGroup, writeProductionFiles } from '../support/production-files.ts';
import { createRecordingLog } from '../support/recording-log.ts';
import type { Shot } from './requests.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly tookMs: number;
}

export interface Program {
  readonly accounts: readonly string[];
  readonly log: ReturnType<typeof createRecordingLog>;
  get(path: string): Promise<Answer>;
  callback(shot: Shot): Promise<Answer>;
  /** Stops it and gives what it has written, stream by stream. */
  end(): Promise<readonly (readonly Entry[])[]>;
  /** Stops it, if it runs, and removes its files. */
  remove(): Promise<void>;
}

export async function openProgram(): Promise<Program> {
  const wecom = await startFakeWecom({ clock: { nowMs: Date.now }, groups: { [workGroup.push]: workGroup.key } });
  const files = await writeProductionFiles({ apiBase: wecom.apiBase });
  const config = readConfig(files.env);
  const log = createRecordingLog();
  const app = await openApp(config, log);
  const server = await listen({ app: app.server, port: 0, host: '127.0.0.1', log });
  await app.start();
  const agent = new Agent({ keepAlive: true });
  const send = (method: string, path: string, body: string | Buffer) =>
    exchange(agent, server.port, { method, path, body });
  let stopped: Promise<void> | null = null;

  function stop(): Promise<void> {
    stopped ??= (async () => {
      agent.destroy();
      await server.stop();
      await app.stop();
      await wecom.stop();
    })();
    return stopped;
  }

  return {
    accounts: files.people.map(({ accounts }) => accounts.wecom),
    log,
    get: (path) => send('GET', path, ''),
    callback: ({ method, query, body }) => send(method, `/callbacks/wecom/aibot?${query}`, body),
    async end() {
      await stop();
      const store = await openStore(config.database.reveal(), { mustExist: true });
      const streams = await store.streams();
      const written = await Promise.all(streams.map((stream) => readAll(store, stream)));
      await store.close();
      return written;
    },
    async remove() {
      await stop();
      await files.remove();
    },
  };
}

function exchange(
  agent: Agent,
  port: number,
  { method, path, body }: { readonly method: string; readonly path: string; readonly body: string | Buffer },
): Promise<Answer> {
  const beganMs = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Length': Buffer.byteLength(body) };
    const asked = request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: text, tookMs: performance.now() - beganMs }),
      );
      response.on('error', reject);
    });
    asked.on('error', reject).end(body);
  });
}
