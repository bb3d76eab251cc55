/** The production clockwork: a round every minute, a delivery whenever something was decided or may be tried again. */
import cron, { type Logger } from 'node-cron';
import type { Clock, Log } from '../ports.ts';
import type { Deliverer } from './deliver.ts';
import type { Office } from './office.ts';
import type { Ticker } from './tick.ts';

export interface Rounds {
  start(): Promise<void>;
  /** Something was decided: send it now, without keeping anyone waiting. */
  kick(): void;
  /** Waits for the round under way, but not for a platform that does not answer. Idempotent. */
  stop(): Promise<void>;
}

export interface RoundsOptions {
  readonly office: Office;
  readonly ticker: Ticker;
  readonly deliverer: Deliverer;
  readonly clock: Clock;
  readonly log: Log;
}

export function startRounds({ office, ticker, deliverer, clock, log }: RoundsOptions): Rounds {
  let stopped = false;
  let delivering: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let rounds: Promise<void> = Promise.resolve();

  /** Never rejects: a loop survives its own failures. */
  async function deliver(): Promise<void> {
    try {
      do {
        again = false;
        wakeAt(await deliverer.deliver());
      } while (again && !stopped);
    } catch (error) {
      log.error({ err: error }, 'delivery failed');
    }
  }

  function wakeAt(atMs: number | null): void {
    clearTimeout(timer);
    if (atMs === null || stopped) return;
    timer = setTimeout(kick, Math.max(0, atMs - clock.nowMs()));
    timer.unref();
  }

  function kick(): void {
    if (stopped) return;
    again = true;
    delivering ??= deliver().finally(() => {
      delivering = null;
    });
  }

  async function round(): Promise<void> {
    try {
      await office.sync();
      await ticker.tick();
    } catch (error) {
      log.error({ err: error }, 'round failed');
    }
    kick();
  }

  const task = cron.createTask('* * * * *', () => (rounds = round()), {
    timezone: 'Asia/Shanghai',
    noOverlap: true,
    logger: clockworkLog(log),
  });

  return {
    async start() {
      rounds = round();
      await rounds;
      await task.start();
    },
    kick,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await task.destroy();
      await Promise.race([rounds.then(() => delivering), patience()]);
    },
  };
}

/** Of a send whose outcome is never heard the next start knows that it was tried. */
const longestStopMs = 3_000;

function patience(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, longestStopMs).unref();
  });
}

/** What node-cron has to say (a round missed, or still running a minute later), as lines of our log: by itself it writes coloured text. */
function clockworkLog(log: Log): Logger {
  const words = (message: string | Error) => (message instanceof Error ? message.message : message);
  return {
    info: (message) => log.info({ said: message }, 'clockwork'),
    warn: (message) => log.warn({ said: message }, 'round missed'),
    error: (message, err) => log.error({ err: err ?? message, said: words(message) }, 'clockwork failed'),
    debug: (message) => log.debug({ said: words(message) }, 'clockwork'),
  };
}
