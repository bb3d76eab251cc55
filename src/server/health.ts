import type { Middleware } from 'koa';
import type { Log } from '../ports.ts';

/** Resolves if messages can be taken: the store answers, campaigns are loaded, nothing is stopping. Else rejects, saying what is not. */
export type Ready = () => Promise<unknown>;

const READY_TIMEOUT_MS = 2_000;

/** `/healthz`: the process is alive. `/readyz`: it can do its work, else 503; the reason stands in the log. */
export function serveHealth(ready: Ready, log: Log): Middleware {
  async function readiness(): Promise<boolean> {
    const problem = await problemOf(ready);
    if (problem !== null) log.warn({ err: problem }, 'not ready');
    return problem === null;
  }

  return async function health(ctx, next) {
    const asked = ctx.path === '/healthz' || ctx.path === '/readyz';
    if (!asked || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return next();
    const good = ctx.path === '/healthz' || (await readiness());
    ctx.status = good ? 200 : 503;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { status: good ? 'ok' : 'unavailable' };
  };
}

async function problemOf(ready: Ready): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${READY_TIMEOUT_MS} ms`)), READY_TIMEOUT_MS);
  });
  try {
    await Promise.race([ready(), late]);
    return null;
  } catch (error) {
    return error ?? new Error('not ready');
  } finally {
    clearTimeout(timer);
  }
}
