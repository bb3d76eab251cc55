import Router from '@koa/router';
import type { Context } from 'koa';
import { type BodyLimits, readBody } from '../platform/shared/read-body.ts';
import { Refusal } from '../platform/shared/refusal.ts';
import type { Callback } from '../ports.ts';

/** The platforms' callbacks on their paths; GET and POST only. Takes a trailing slash, which proxies like to add. */
export function createCallbackRouter(callbacks: readonly Callback[], limits: BodyLimits): Router {
  const router = new Router({ sensitive: true });
  for (const callback of uniquePaths(callbacks)) {
    // Every method, and not the router's own 405: HEAD and OPTIONS are none of a platform's business either.
    router.all(callback.path, async (ctx) => {
      const { method } = ctx;
      if (method !== 'GET' && method !== 'POST') throw wrongMethod(ctx);
      const body = method === 'POST' ? await readBody(ctx.req, limits) : Buffer.alloc(0);
      const answer = await callback.handle({ method, query: readQuery(ctx.querystring), body });
      ctx.status = answer.status;
      ctx.set('Content-Type', `${answer.type}; charset=utf-8`);
      ctx.body = answer.body;
    });
  }
  return router;
}

function uniquePaths(callbacks: readonly Callback[]): readonly Callback[] {
  if (new Set(callbacks.map(({ path }) => path)).size === callbacks.length) return callbacks;
  throw new Error('Two platforms share one callback path: give each its own.');
}

function wrongMethod(ctx: Context): Refusal {
  ctx.set('Allow', 'GET, POST');
  return new Refusal({ status: 405, code: 'method_not_allowed', message: '回调地址只接受 GET 和 POST 请求。' });
}

/**
 * Decoded parameters, the first of each name. A plus sign stays one: vendors put Base64 there and some proxies hand it on
 * unescaped, where form decoding would make it a space and break the signature.
 */
function readQuery(querystring: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  for (const part of querystring.split('&')) {
    const end = part.indexOf('=');
    const name = end < 0 ? part : part.slice(0, end);
    const value = end < 0 ? '' : decodeOrNull(part.slice(end + 1));
    if (value !== null && !query.has(name)) query.set(name, value);
  }
  return query;
}

function decodeOrNull(text: string): string | null {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
