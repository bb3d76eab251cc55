import { type DestinationStream, type LoggerOptions, pino, stdSerializers } from 'pino';
import type { Log } from '../ports.ts';

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Standard output if not given. */
  readonly destination?: DestinationStream;
}

/** Names that may only ever hold a secret, at the top of a line or one level down. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  'token',
  'encodingAESKey',
  'secret',
  'password',
  'authorization',
  'cookie',
  'msg_signature',
  'webhooks',
]);

/** A write for every line costs more than the line: they are written together, after a second at the latest. */
const together = { minLength: 8192, periodicFlush: 1000 };

/**
 * Structured log, one JSON object a line, written without holding up the process and flushed when it exits. Secrets are blotted
 * out by name in fields, and by shape (`//user:password@`, `key=…`) in the text of errors.
 */
export function createLog({
  level,
  destination = pino.destination({ dest: 1, sync: false, ...together }),
}: LogOptions): Log {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    // Not pino's `redact`: it walks every path for every line and cost more than the rest of the line together.
    formatters: { level: (label) => ({ level: label }), log: (fields) => blotNames(fields, 1) },
    serializers: { err: describeError },
  };
  return pino(options, destination);
}

/** The fields themselves where there is nothing to hide, which is nearly always. */
function blotNames(fields: Record<string, unknown>, depth: number): Record<string, unknown> {
  let blotted = fields;
  for (const [name, value] of Object.entries(fields)) {
    const shown = SECRET_NAMES.has(name) ? '***' : isPlain(value) && depth > 0 ? blotNames(value, depth - 1) : value;
    if (shown === value) continue;
    if (blotted === fields) blotted = { ...fields };
    blotted[name] = shown;
  }
  return blotted;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

export function describeError(error: unknown): unknown {
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
