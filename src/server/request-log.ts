import { randomUUID } from 'node:crypto';
import type { Middleware } from 'koa';
import type { Log } from '../ports.ts';

/** Asked every few seconds by whoever watches: not worth a line at the usual level. */
const WATCHED: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** The rehearsal's page looks for news every second. */
function isWatched(method: string, path: string): boolean {
  return WATCHED.has(path) || (method === 'GET' && path.startsWith('/console/'));
}

/**
 * Gives each request an id (a sane `X-Request-Id` is kept) and logs one line when it is answered: the path alone, because
 * query strings carry signatures and keys.
 */
export function logRequests(log: Log): Middleware {
  return async function requestLog(ctx, next) {
    const startedMs = performance.now();
    const given = ctx.req.headers['x-request-id'];
    const id = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
    ctx.state['id'] = id;
    ctx.set('X-Request-Id', id);
    await next();
    const { method, path, status } = ctx;
    const ms = Math.round((performance.now() - startedMs) * 10) / 10;
    log[isWatched(method, path) ? 'debug' : 'info']({ id, method, path, status, ms }, 'request');
  };
}
