/**
 * A WeCom of our own: a stateful HTTP server that takes webhook pushes as the platform would, and people who write to the bot.
 *
 *   const wecom = await startFakeWecom({ clock, groups: { main: 'key-of-main' } });
 *   // start the server under test with apiBase = wecom.apiBase, webhooks = { main: 'key-of-main' }, testCredentials
 *   const people = wecom.people(`${address}/callbacks/wecom/aibot`);
 *   const answer = await people.say({ from: 'zhangsan', group: 'wrMAIN', text: '收到' });
 *   expect(answer?.text).toContain('已登记');
 *   await people.repeat(answer.msgid);          // the same message once more
 *   wecom.misbehave({ kind: 'errcode', errcode: 45009 });
 *   expect(wecom.seen('main').map((push) => push.content)).toEqual([…]);
 *   await wecom.stop();
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../src/ports.ts';
import { createFakeGroups, type FakeGroups, type SeenPush } from './fake-wecom-groups.ts';
import { createFakeUsers, type FakeUsers } from './fake-wecom-users.ts';
import { testCredentials, type WireCredentials } from './wecom-wire.ts';

export { testCredentials };

/** What goes wrong with a push. After `lost-answer` the group has seen the message although the sender never learns it. */
type Misbehaviour =
  | { readonly kind: 'errcode'; readonly errcode: number; readonly errmsg?: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'garbage'; readonly body: string }
  | { readonly kind: 'reset' | 'hang' | 'lost-answer' }
  | { readonly kind: 'hold'; readonly until: Promise<unknown> };

export interface FakeWecomOptions {
  /** For the limit of 20 pushes a minute and for timestamps. */
  readonly clock: Clock;
  /** Webhook keys by group name. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly credentials?: WireCredentials;
  readonly botName?: string;
}

export interface FakeWecom {
  readonly apiBase: string;
  /** Pushes that reached a group, oldest first. */
  seen(group: string): readonly SeenPush[];
  /** Requests that came in, whatever became of them. */
  attempts(): number;
  /** The next `times` pushes meet this instead of an answer. */
  misbehave(how: Misbehaviour, times?: number): void;
  /** People who write to the bot behind this callback URL. */
  people(callbackUrl: string): FakeUsers;
  stop(): Promise<void>;
}

export async function startFakeWecom(options: FakeWecomOptions): Promise<FakeWecom> {
  const { clock, groups: keys = {}, credentials = testCredentials, botName = '督办助手' } = options;
  const groups = createFakeGroups(clock, keys);
  const ahead: Misbehaviour[] = [];
  let attempts = 0;

  const server = createServer((request, response) => {
    attempts += 1;
    void answer(request, response, groups, ahead.shift());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    apiBase: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: groups.seen,
    attempts: () => attempts,
    misbehave(how, times = 1) {
      for (let n = 0; n < times; n += 1) ahead.push(how);
    },
    people: (callbackUrl) => createFakeUsers({ clock, credentials, botName, callbackUrl }),
    stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  groups: FakeGroups,
  wrong: Misbehaviour | undefined,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake');
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  const take = () => JSON.stringify(groups.post(url.searchParams.get('key') ?? '', body));
  const end = (status: number, text: string) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);

  if (request.method !== 'POST' || url.pathname !== '/cgi-bin/webhook/send') {
    end(404, 'Not Found');
    return;
  }
  switch (wrong?.kind) {
    case undefined:
      end(200, take());
      return;
    case 'errcode':
      end(200, JSON.stringify({ errcode: wrong.errcode, errmsg: wrong.errmsg ?? 'told to fail' }));
      return;
    case 'status':
      // A redirection leads back here, so that whoever follows it is seen to.
      if (wrong.status >= 300 && wrong.status < 400) response.setHeader('location', request.url ?? '/');
      end(wrong.status, '<html>told to fail</html>');
      return;
    case 'garbage':
      end(200, wrong.body);
      return;
    case 'reset':
      request.socket.destroy();
      return;
    case 'lost-answer':
      take();
      request.socket.destroy();
      return;
    case 'hang':
      return;
    case 'hold':
      await wrong.until;
      end(200, take());
      return;
    default:
      wrong satisfies never;
  }
}
