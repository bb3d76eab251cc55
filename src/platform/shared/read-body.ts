import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

export interface BodyLimits {
  readonly limitBytes: number;
  /** From now until the last byte. */
  readonly timeoutMs: number;
}

/** How much of an oversized body is still swallowed, so that its sender can read the refusal instead of a broken pipe. */
const SWALLOW_FACTOR = 4;

/** The bytes of a request's body as they came. Refuses with 413 what is longer, with 408 what takes longer. */
export function readBody(request: IncomingMessage, { limitBytes, timeoutMs }: BodyLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;

    function end(error: Refusal | null): void {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onCutOff).off('close', onCutOff);
      if (error) reject(error);
      else resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    }
    function onData(chunk: Buffer): void {
      bytes += chunk.length;
      if (bytes <= limitBytes) chunks.push(chunk);
      else if (bytes > limitBytes * SWALLOW_FACTOR) end(tooLarge(limitBytes));
    }
    function onEnd(): void {
      end(bytes > limitBytes ? tooLarge(limitBytes) : null);
    }
    // A client that goes away is nobody's fault here, however the socket words it.
    function onCutOff(): void {
      end(new Refusal({ status: 400, code: 'body_cut_off', message: '请求没有发完就断开了。' }));
    }

    const timer = setTimeout(
      () => end(new Refusal({ status: 408, code: 'body_timeout', message: '请求发送得太慢，请重试。' })),
      timeoutMs,
    );
    if (Number(request.headers['content-length'] ?? 0) > limitBytes * SWALLOW_FACTOR) {
      end(tooLarge(limitBytes));
      return;
    }
    request.on('data', onData).on('end', onEnd).on('error', onCutOff).on('close', onCutOff);
  });
}

function tooLarge(limitBytes: number): Refusal {
  return new Refusal({ status: 413, code: 'body_too_large', message: `请求内容超过 ${limitBytes} 字节。` });
}
