import type { Context, Middleware } from 'koa';
import { type BodyLimits, readBody } from '../platform/shared/read-body.ts';
import { Refusal } from '../platform/shared/refusal.ts';
import type { Callback } from '../ports.ts';

/** Serves the platforms' callbacks on their paths; GET and POST only. Takes a trailing slash, which proxies like to add. */
export function serveCallbacks(callbacks: readonly Callback[], limits: BodyLimits): Middleware {
  const byPath = new Map(callbacks.map((callback) => [callback.path, callback]));
  if (byPath.size < callbacks.length) throw new Error('Two platforms share one callback path: give each its own.');

  return async function callbackRoutes(ctx, next) {
    const callback = byPath.get(ctx.path) ?? byPath.get(ctx.path.replace(/\/$/, ''));
    if (!callback) return next();
    const { method } = ctx;
    if (method !== 'GET' && method !== 'POST') throw wrongMethod(ctx);
    const body = method === 'POST' ? await readBody(ctx.req, limits) : Buffer.alloc(0);
    const answer = await callback.handle({ method, query: readQuery(ctx.querystring), body });
    ctx.status = answer.status;
    ctx.set('Content-Type', `${answer.type}; charset=utf-8`);
    ctx.body = answer.body;
  };
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
    const [name = '', ...rest] = part.split('=');
    const value = decodeOrNull(rest.join('='));
    if (value !== null && !query.has(name)) query.set(name, value);
  }
  return query;
}

function decodeOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
