/** The only place where errors become HTTP. */
import type { Middleware } from 'koa';
import { Refusal } from '../platform/shared/refusal.ts';
import type { Log } from '../ports.ts';

interface HttpError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const INTERNAL: HttpError = { status: 500, code: 'internal', message: '系统出错，请稍后再试。' };

const BY_STATUS: Readonly<Record<number, HttpError>> = {
  404: { status: 404, code: 'not_found', message: '没有这个地址。' },
  405: { status: 405, code: 'method_not_allowed', message: '这个地址不支持这种请求方法。' },
  501: { status: 501, code: 'not_implemented', message: '不支持这种请求方法。' },
};

/** A code and a sentence for the sender. Whatever is not a Refusal is `internal` and shows nothing of itself. */
function toHttpError(error: unknown): HttpError {
  if (!(error instanceof Refusal)) return INTERNAL;
  return { status: error.status, code: error.code, message: error.message };
}

/** Answers `{error: {code, message}}` for everything thrown further in, and for what nobody answered. Logs each once. */
export function answerErrors(log: Log): Middleware {
  return async function errors(ctx, next) {
    try {
      await next();
      const unanswered = ctx.body === undefined || ctx.body === null ? BY_STATUS[ctx.status] : undefined;
      if (unanswered) answer(unanswered);
    } catch (error) {
      const known = toHttpError(error);
      answer(known);
      const fields = { id: ctx.state['id'], method: ctx.method, path: ctx.path, code: known.code };
      if (error instanceof Refusal) log.warn({ ...fields, ...error.detail }, 'request refused');
      else log.error({ ...fields, err: error }, 'request failed');
    }

    function answer({ status, code, message }: HttpError): void {
      ctx.status = status;
      ctx.body = { error: { code, message } };
      // Part of the body may still be on its way: this connection is not used again.
      if (status === 408 || status === 413) ctx.set('Connection', 'close');
    }
  };
}
