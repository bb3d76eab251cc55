import type Router from '@koa/router';
import Koa from 'koa';
import type { Callback, Log } from '../ports.ts';
import { createCallbackRouter } from './callbacks.ts';
import { answerErrors } from './errors.ts';
import { createHealthRouter, type Ready } from './health.ts';
import { logRequests } from './request-log.ts';

export interface ServerOptions {
  readonly callbacks: readonly Callback[];
  /** Pages and APIs beside the callbacks, such as the console's. They read their own bodies. */
  readonly routers: readonly Router[];
  readonly ready: Ready;
  readonly log: Log;
  /** Longest body of a callback. */
  readonly bodyLimitBytes?: number;
  /** Within which a callback's body has to arrive; the platform itself gives up after five seconds. */
  readonly bodyTimeoutMs?: number;
}

const ONE_MEGABYTE = 1024 * 1024;

/** The HTTP side of duban: what happens to a request is this list, from top to bottom. */
export function createServer(options: ServerOptions): Koa {
  const { callbacks, routers, ready, log, bodyLimitBytes = ONE_MEGABYTE, bodyTimeoutMs = 10_000 } = options;
  const app = new Koa();
  app.use(logRequests(log));
  app.use(answerErrors(log));
  app.use(createCallbackRouter(callbacks, { limitBytes: bodyLimitBytes, timeoutMs: bodyTimeoutMs }).routes());
  app.use(createHealthRouter(ready, log).routes());
  for (const router of routers) app.use(router.routes()).use(router.allowedMethods());
  // Koa's own handler prints to the console; what arrives here broke while answering (a client that went away).
  app.on('error', (error: unknown) => log.warn({ err: error }, 'answer not delivered'));
  return app;
}
