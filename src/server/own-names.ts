/** Whether a request was meant for this server: by the name it called, and by the page that made the browser send it. */
import type { Middleware } from 'koa';
import { refuse } from '../platform/console/refuse.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Refuses what was sent to another name (a name of somebody's own that was made to lead here) and what a page of another
 * origin sent, `null` among them. Programs send no Origin.
 */
export function onlyOwnNames(configured: string): Middleware {
  const own = new Set([...LOOPBACK, configured.includes(':') ? `[${configured}]` : configured.toLowerCase()]);
  return async function ownNames(ctx, next) {
    const host = ctx.get('Host').toLowerCase();
    if (!own.has(host.replace(/:\d{1,5}$/, '')))
      throw refuse(403, 'foreign_host', '这个地址不是控制台自己的地址，请用 127.0.0.1 或 localhost 打开。');
    const origin = ctx.get('Origin').toLowerCase();
    if (origin !== '' && origin !== `http://${host}`)
      throw refuse(403, 'foreign_origin', '只接受控制台页面自己或程序发来的请求。');
    await next();
  };
}
