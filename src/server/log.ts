import { type DestinationStream, type LoggerOptions, pino, stdSerializers } from 'pino';
import type { Log } from '../ports.ts';

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Standard output if not given. */
  readonly destination?: DestinationStream;
}

/** Names that may only ever hold a secret, at the top of a line or one level down. */
const SECRET_NAMES = [
  'token',
  'encodingAESKey',
  'secret',
  'password',
  'authorization',
  'cookie',
  'msg_signature',
  'webhooks',
];

/**
 * Structured log, one JSON object a line. Secrets are blotted out by name in fields, and by shape (`//user:password@`,
 * `key=…`) in the text of errors.
 */
export function createLog({ level, destination }: LogOptions): Log {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`]), censor: '***' },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return blot(String(error));
  const { type, message, stack } = stdSerializers.err(error);
  return { type, message: blot(message), stack: blot(stack) };
}

/** Credentials in URLs and secrets in query strings. */
function blot(text: string): string {
  return text
    .replace(/\/\/[^\s/@]+@/g, '//***@')
    .replace(/\b(key|token|secret|password|msg_signature|access_token)=[^\s&"']+/gi, '$1=***');
}
