/** The API as other programs meet it: a real server on a loopback port. */
import { afterEach, describe, expect, it } from 'vitest';
import { loadPage } from '../../../src/platform/console/page.ts';
import { createServer } from '../../../src/server/app.ts';
import { createConsoleRouter } from '../../../src/server/console.ts';
import { type Listening, listen } from '../../../src/server/listen.ts';
import { hourMs, type RehearsalOptions, startMs, startRehearsal } from './rehearsal.ts';

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.stop()));
});

async function serve(options: RehearsalOptions = {}) {
  const rehearsal = startRehearsal(options);
  const quiet = () => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const router = createConsoleRouter({
    console: rehearsal.console,
    progress: (campaign) =>
      campaign === null || campaign === 'c'
        ? {
            campaign: 'c',
            title: '3·15',
            now: '',
            published: true,
            receipts: { in: 1, total: 2 },
            returns: [],
            duty: null,
            next: [],
          }
        : null,
    nextAtMs: () => startMs + hourMs,
    page: loadPage(),
    host: '127.0.0.1',
  });
  const app = createServer({ callbacks: [], routers: [router], ready: async () => undefined, log });
  const server = await listen({ app, port: 0, host: '127.0.0.1', log });
  open.push(server);
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const init = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch(`${server.address}${path}`, { method, headers, ...init });
    return { status: response.status, headers: response.headers, body: (await response.json()) as never };
  };
  return { ...rehearsal, call, address: server.address };
}

const hello = { chat: 'work', from: 'zhang', text: '大家好' };

describe('the console’s API', () => {
  it('lists people and chats', async () => {
    const { call } = await serve();
    const people = await call('GET', '/console/api/people');
    expect(people.body[0]).toEqual({ id: 'zhang', name: '张晓敏', unit: '黄浦区市场监督管理局', roles: ['reporter'] });
    expect(people.headers.get('cache-control')).toBe('no-store');
    expect((await call('GET', '/console/api/chats')).body[0]).toEqual({
      id: 'work',
      name: '3·15工作群',
      kind: 'group',
      members: ['zhang', 'li'],
    });
  });

  it('takes a message, answers it, and gives the same answer again', async () => {
    const { call } = await serve();
    const message = { ...hello, text: '收到', mention: true, messageId: 'm1' };
    const first = await call('POST', '/console/api/messages', message);
    expect(first).toMatchObject({
      status: 200,
      body: { messageId: 'm1', heard: true, replies: [{ text: '收到“收到”' }] },
    });
    expect((await call('POST', '/console/api/messages', message)).body).toEqual(first.body);
    expect((await call('GET', '/console/api/chats/work/messages')).body).toEqual([
      { n: 1, at: '2023-03-12T09:00:00+08:00', from: 'zhang', text: '收到', mentions: [] },
      { n: 2, at: '2023-03-12T09:00:00+08:00', from: 'bot', text: '收到“收到”', mentions: [], replyTo: 1 },
    ]);
  });

  it('gives the messages after a number, of a single chat too, with files', async () => {
    const { call } = await serve();
    const file = { name: '现场.jpg', kind: 'image' };
    await call('POST', '/console/api/messages', { ...hello, chat: 'single:zhang', text: '', file });
    const all = await call('GET', '/console/api/chats/single%3Azhang/messages');
    expect(all.body[0]).toMatchObject({ n: 1, text: '', file });
    expect((await call('GET', '/console/api/chats/single:zhang/messages?after=1')).body).toMatchObject([{ n: 2 }]);
    expect((await call('GET', '/console/api/chats/single:zhang/messages?after=2')).body).toEqual([]);
  });

  it('tells and moves the clock', async () => {
    const { call } = await serve();
    expect((await call('GET', '/console/api/clock')).body).toEqual({
      now: '2023-03-12T09:00:00+08:00',
      nextAt: '2023-03-12T10:00:00+08:00',
    });
    const moved = await call('POST', '/console/api/clock', { to: '2023-03-12T02:00:00Z' });
    expect(moved).toMatchObject({ status: 200, body: { now: '2023-03-12T10:00:00+08:00' } });
  });

  it('tells the progress of the campaign named, or of the only one', async () => {
    const { call } = await serve();
    expect((await call('GET', '/console/api/progress')).body).toMatchObject({ title: '3·15' });
    expect((await call('GET', '/console/api/progress?campaign=c')).body).toMatchObject({ title: '3·15' });
    expect(await call('GET', '/console/api/progress?campaign=x')).toMatchObject({ status: 404 });
    expect((await call('GET', '/console/api/bot')).body).toEqual({ name: '督办助手' });
  });
});

describe('bad input gets a 4xx with a code and a Chinese sentence, and changes nothing', () => {
  const messages = '/console/api/messages';
  it.each<[string, unknown, number, string]>([
    ['no JSON', '{"chat":', 400, 'bad_json'],
    ['nothing', '', 400, 'bad_json'],
    ['a list', [hello], 400, 'bad_request'],
    ['null', 'null', 400, 'bad_request'],
    ['no chat', { from: 'zhang', text: 'x' }, 400, 'bad_request'],
    ['a number for text', { ...hello, text: 5 }, 400, 'bad_request'],
    ['no text and no file', { chat: 'work', from: 'zhang' }, 400, 'bad_request'],
    ['text of blanks', { ...hello, text: ' \n\t' }, 400, 'empty_message'],
    ['text of control characters', { ...hello, text: '\u0000\u0007\u202e' }, 400, 'empty_message'],
    ['a 10,000-character message', { ...hello, text: '字'.repeat(10_000) }, 413, 'text_too_long'],
    ['an oversized body', { ...hello, text: '字'.repeat(100_000) }, 413, 'body_too_large'],
    ['a word for mention', { ...hello, mention: 'yes' }, 400, 'bad_request'],
    ['an empty message id', { ...hello, messageId: '' }, 400, 'bad_request'],
    ['an endless message id', { ...hello, messageId: 'x'.repeat(129) }, 400, 'bad_request'],
    ['a number for message id', { ...hello, messageId: 7 }, 400, 'bad_request'],
    ['a file without a name', { ...hello, file: { kind: 'file' } }, 400, 'bad_request'],
    ['a file of an unknown kind', { ...hello, file: { name: 'a', kind: 'video' } }, 400, 'bad_request'],
    ['a file that is a string', { ...hello, file: 'a.docx' }, 400, 'bad_request'],
    ['an unknown person', { ...hello, from: 'nobody' }, 404, 'unknown_person'],
    ['an unknown chat', { ...hello, chat: '__proto__' }, 404, 'unknown_chat'],
    ['not a member', { ...hello, chat: 'single:li' }, 403, 'not_a_member'],
  ])('%s', async (_case, body, status, code) => {
    const { call, lines, heard } = await serve();
    const answer = await call('POST', messages, body);
    expect(answer).toMatchObject({
      status,
      body: { error: { code, message: expect.stringMatching(/\p{Script=Han}.*。$/u) } },
    });
    expect(lines).toEqual([]);
    expect(heard).toEqual([]);
  });

  it.each<[string, unknown, number, string]>([
    ['no instant', {}, 400, 'bad_request'],
    ['an instant without offset', { to: '2023-03-13T09:00:00' }, 400, 'bad_time'],
    ['a day that does not exist', { to: '2023-02-31T09:00:00+08:00' }, 400, 'bad_time'],
    ['a number', { to: 1678669200000 }, 400, 'bad_request'],
    ['the past', { to: '2023-03-12T08:59:59+08:00' }, 409, 'clock_backwards'],
    ['the far future', { to: '2123-03-12T09:00:00+08:00' }, 400, 'clock_too_far'],
  ])('the clock to %s', async (_case, body, status, code) => {
    const { call, lines } = await serve();
    expect(await call('POST', '/console/api/clock', body)).toMatchObject({ status, body: { error: { code } } });
    expect(lines).toEqual([]);
  });

  it.each([
    ['GET', '/console/api/chats/nowhere/messages', 404, 'unknown_chat'],
    ['GET', '/console/api/chats/%E0%A4%A/messages', 404, 'unknown_chat'],
    ['GET', '/console/api/chats/work/messages?after=-1', 400, 'bad_after'],
    ['GET', '/console/api/chats/work/messages?after=1&after=2', 400, 'bad_after'],
    ['GET', '/console/api/nothing', 404, 'not_found'],
    ['DELETE', '/console/api/messages', 405, 'method_not_allowed'],
    ['GET', '/console/page/..%2Fpage.ts', 404, 'not_found'],
  ])('%s %s', async (method, path, status, code) => {
    const { call } = await serve();
    expect(await call(method, path)).toMatchObject({ status, body: { error: { code } } });
  });

  it('removes control characters and evens out line ends', async () => {
    const { call } = await serve();
    await call('POST', '/console/api/messages', { ...hello, text: '\u0000一\r\n二\u202e\u0007\ud800' });
    expect((await call('GET', '/console/api/chats/work/messages')).body).toMatchObject([{ text: '一\n二' }]);
  });

  it('takes no message that another site’s page makes the browser send', async () => {
    const { call, lines } = await serve();
    const answer = await call('POST', '/console/api/messages', hello, { 'Sec-Fetch-Site': 'cross-site' });
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'foreign_origin' } } });
    expect(lines).toEqual([]);
  });

  it('shows nothing of an internal error and answers the message when it comes again', async () => {
    let broken = true;
    const { call } = await serve({
      receive: async () => {
        if (broken) throw new Error('secret detail');
        return [{ text: '好' }];
      },
    });
    const message = { ...hello, mention: true, messageId: 'm1' };
    const failed = await call('POST', '/console/api/messages', message);
    expect(failed.status).toBe(500);
    expect(JSON.stringify(failed.body)).not.toContain('secret');
    broken = false;
    expect((await call('POST', '/console/api/messages', message)).body).toMatchObject({ replies: [{ text: '好' }] });
  });
});

describe('the page', () => {
  it('stands at / with a policy that lets no foreign script run', async () => {
    const { address } = await serve();
    const response = await fetch(`${address}/`);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(await response.text()).toContain('督办助手');
  });

  it('brings every file it names and asks nothing of other hosts', async () => {
    const { address } = await serve();
    for (const [name, { body }] of loadPage()) {
      const text = body.toString();
      expect(text, name).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
      expect(text, name).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
      const named = [...text.matchAll(/(?:src|href)="(\/[^"]+)"|from '(\.\/[^']+)'/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      );
      for (const path of named) expect((await fetch(new URL(path, `${address}/console/page/`))).status, path).toBe(200);
    }
  });
});

describe('a page of somebody else’s', () => {
  it.each([
    ['GET', '/console/api/people', undefined],
    ['POST', '/console/api/clock', { to: '2023-03-13T09:00:00+08:00' }],
    ['GET', '/', undefined],
  ])('gets no answer to %s %s', async (method, path, body) => {
    const { call } = await serve();
    const foreign = await call(method, path, body, { Origin: 'null' });
    expect(foreign).toMatchObject({ status: 403, body: { error: { code: 'foreign_origin' } } });
  });
});
