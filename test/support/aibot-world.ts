/** An AI bot's callback behind a real server, with a fake WeCom in front and a stub inside. */
import { createAibotCallback } from '../../src/platform/wecom/aibot.ts';
import type { Inbound, Receive } from '../../src/ports.ts';
import { createServer } from '../../src/server/app.ts';
import { listen } from '../../src/server/listen.ts';
import { startFakeWecom, testCredentials } from './fake-wecom.ts';
import type { FakeUsers } from './fake-wecom-users.ts';
import { createRecordingLog } from './recording-log.ts';

export interface AibotWorld {
  nowMs: number;
  readonly received: Inbound[];
  /** What the inside does with a message. */
  receive: Receive;
  readonly log: ReturnType<typeof createRecordingLog>;
  readonly url: string;
  readonly people: FakeUsers;
  stop(): Promise<unknown>;
}

export async function startAibotWorld(): Promise<AibotWorld> {
  const log = createRecordingLog();
  const clock = { nowMs: () => world.nowMs };
  const callback = createAibotCallback({
    ...testCredentials,
    botNames: ['督办助手'],
    onEnter: (sender) => (sender === 'stranger' ? null : `您好，${sender}。`),
    clock,
    log,
    receive: (message) => {
      world.received.push(message);
      return world.receive(message);
    },
  });
  const app = createServer({ callbacks: [callback], routers: [], ready: async () => undefined, log });
  const server = await listen({ app, port: 0, host: '127.0.0.1', log });
  const wecom = await startFakeWecom({ clock });
  const url = `${server.address}${callback.path}`;
  const world: AibotWorld = {
    nowMs: Date.parse('2023-03-12T09:00:00+08:00'),
    received: [],
    receive: async ({ text }) => [{ text: `收到：${text}` }],
    log,
    url,
    people: wecom.people(url),
    stop: () => Promise.all([server.stop(), wecom.stop()]),
  };
  return world;
}
