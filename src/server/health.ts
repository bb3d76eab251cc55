import Router from '@koa/router';
import type { Log } from '../ports.ts';
import { inTime } from '../service/in-time.ts';

/** Resolves if messages can be taken: the store answers, campaigns are loaded, nothing is stopping. Else rejects, saying what is not. */
export type Ready = () => Promise<unknown>;

export const READY_TIMEOUT_MS = 2_000;

/** `/healthz`: the process is alive. `/readyz`: it can do its work, else 503; the reason stands in the log. */
export function createHealthRouter(ready: Ready, log: Log): Router {
  async function readiness(): Promise<boolean> {
    const problem = await problemOf(ready);
    if (problem !== null) log.warn({ err: problem }, 'not ready');
    return problem === null;
  }

  const router = new Router({ sensitive: true, strict: true });
  // Every method, so that others than GET and HEAD find nothing here instead of a list of what is allowed.
  router.all(['/healthz', '/readyz'], async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    const good = ctx.path === '/healthz' || (await readiness());
    ctx.status = good ? 200 : 503;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { status: good ? 'ok' : 'unavailable' };
  });
  return router;
}

async function problemOf(ready: Ready): Promise<unknown> {
  try {
    await inTime(READY_TIMEOUT_MS, ready());
    return null;
  } catch (error) {
    return error ?? new Error('not ready');
  }
}
