/** The console over HTTP: the JSON API that other programs use too, and the page at `/`. Rehearsal profile only. */
import Router, { type RouterContext } from '@koa/router';
import { formatIso } from '../domain/calendar/zone.ts';
import type { Console } from '../platform/console/console.ts';
import { readAfter, readClock, readMessage } from '../platform/console/input.ts';
import type { ConsoleMessage } from '../platform/console/log.ts';
import type { PageFile } from '../platform/console/page.ts';
import type { ProgressView } from '../platform/console/progress-view.ts';
import { refuse } from '../platform/console/refuse.ts';
import { type BodyLimits, readBody } from '../platform/shared/read-body.ts';
import { onlyOwnNames } from './own-names.ts';

export interface ConsoleRouterOptions {
  readonly console: Console;
  /** Of the campaign named, or of the only one; null if there is none of that name. */
  readonly progress: (campaign: string | null) => ProgressView | null;
  /** The next instant at which something falls due, for the page's 下一个提醒. */
  readonly nextAtMs: () => number | null;
  readonly page: ReadonlyMap<string, PageFile>;
  /** Where the server listens; besides the names of this machine it answers to no other. */
  readonly host: string;
}

const bodyLimits: BodyLimits = { limitBytes: 64 * 1024, timeoutMs: 10_000 };

/** No script but our files, no request but to ourselves: people's words can do nothing on the page. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Refusals are thrown; whoever mounts the router answers them as `{error: {code, message}}`. */
export function createConsoleRouter(options: ConsoleRouterOptions): Router {
  const router = new Router();
  router.use(onlyOwnNames(options.host));
  addApi(router, options);
  addPage(router, options.page);
  return router;
}

function addApi(router: Router, { console, progress, nextAtMs }: ConsoleRouterOptions): void {
  const clock = () => ({ now: formatIso(console.now()) });

  router.use('/console/api', async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store');
    await next();
  });
  router.get('/console/api/people', (ctx) => {
    ctx.body = console.people();
  });
  router.get('/console/api/chats', (ctx) => {
    ctx.body = console.chats().map(({ id, name, kind, members }) => ({ id, name, kind, members }));
  });
  router.get('/console/api/chats/:id/messages', (ctx) => {
    ctx.body = console.messages(ctx.params['id'] ?? '', readAfter(ctx.query['after'])).map(presentMessage);
  });
  router.post('/console/api/messages', async (ctx) => {
    ctx.body = await console.post(readMessage(await readOwnBody(ctx)));
  });
  router.get('/console/api/clock', (ctx) => {
    const next = nextAtMs();
    ctx.body = { ...clock(), nextAt: next === null ? null : formatIso(next) };
  });
  router.post('/console/api/clock', async (ctx) => {
    await console.moveClock(readClock(await readOwnBody(ctx)));
    ctx.body = clock();
  });
  router.get('/console/api/bot', (ctx) => {
    ctx.body = { name: console.botName };
  });
  router.get('/console/api/progress', (ctx) => {
    const campaign = ctx.query['campaign'];
    const view = progress(typeof campaign === 'string' && campaign !== '' ? campaign : null);
    if (!view) throw refuse(404, 'unknown_campaign', '没有这个专项活动。');
    ctx.body = view;
  });
}

function addPage(router: Router, page: ReadonlyMap<string, PageFile>): void {
  router.get('/', (ctx) => serve(ctx, page.get('index.html')));
  router.get('/console/page/:name', (ctx) => serve(ctx, page.get(ctx.params['name'] ?? '')));
}

function serve(ctx: RouterContext, file: PageFile | undefined): void {
  if (!file) throw refuse(404, 'not_found', '没有这个文件。');
  ctx.set({
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': contentSecurityPolicy,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  ctx.type = file.type;
  ctx.body = file.body;
}

/** The body, unless a page of another site made the browser send it. */
async function readOwnBody(ctx: RouterContext): Promise<unknown> {
  const site = ctx.get('Sec-Fetch-Site');
  if (site !== '' && site !== 'same-origin' && site !== 'none')
    throw refuse(403, 'foreign_origin', '只接受控制台页面自己或程序发来的请求。');
  const bytes = await readBody(ctx.req, bodyLimits);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refuse(400, 'bad_json', '请求体不是合法的 JSON（UTF-8 编码）。');
  }
}

function presentMessage({ n, atMs, from, text, mentions, file, replyTo }: ConsoleMessage): object {
  return { n, at: formatIso(atMs), from, text, mentions, ...(file && { file }), ...(replyTo && { replyTo }) };
}
