/** Whatever the process prints is one JSON object a line: what libraries print, Node's warnings, the last words of a crash. */
import { writeSync } from 'node:fs';
import type { Log } from '../ports.ts';
import { describeError } from './log.ts';

/** Long enough for a stack; what prints without end is no line of a log. */
const longestLine = 10_000;

/** From now on and for good. The log itself writes past `process.stdout` and is not touched. */
export function printOnlyJson(log: Log): void {
  // Node's own listener prints to the terminal.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn({ err: warning }, 'node warning'));
  process.on('uncaughtException', (error) => {
    lastWords(error);
    process.exit(1);
  });
  // `console.…`, `debug` and the like go through these two.
  for (const stream of [process.stdout, process.stderr])
    stream.write = linesInto((said) => log.warn({ said }, 'printed'));
}

/** At once, past every buffer: the process ends. Nothing is left to tell of it where even that fails. */
function lastWords(error: unknown): void {
  try {
    writeSync(1, lineOf('uncaught error', { err: describeError(error) }));
  } catch {
    // Nobody reads.
  }
}

/** A line as the log writes them, for when there is none. */
export function lineOf(msg: string, fields: object): string {
  return `${JSON.stringify({ level: 'error', time: new Date().toISOString(), ...fields, msg })}\n`;
}

/** A `write` that takes what is printed apart into lines; what has no end yet waits for it. */
function linesInto(take: (line: string) => void): typeof process.stdout.write {
  let open = '';
  return (chunk: string | Uint8Array, ...more: unknown[]): boolean => {
    const lines = (open + (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'))).split('\n');
    open = (lines.pop() ?? '').slice(-longestLine);
    for (const line of lines) if (line.trim() !== '') take(line.slice(0, longestLine));
    const done = more.find((one) => typeof one === 'function') as (() => void) | undefined;
    if (done) process.nextTick(done);
    return true;
  };
}
