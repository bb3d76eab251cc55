/** The production clockwork: a round every minute, a delivery whenever something was decided or may be tried again. */
import cron, { type Logger } from 'node-cron';
import { MINUTE_MS } from '../domain/calendar/zone.ts';
import type { EpochMs } from '../domain/model.ts';
import type { Clock, Log } from '../ports.ts';
import type { Deliverer } from './deliver.ts';
import type { Lead } from './lead.ts';
import type { Office } from './office.ts';
import type { Ticker } from './tick.ts';

/** A timer of more than 24 days fires at once; and whoever waits for a wrong instant should look again. */
const longestSleepMs = 15 * MINUTE_MS;
const watchEveryMs = 1_000;
const listenEveryMs = 1_000;
/** Clocks are set right by seconds all the time. */
const jumpMs = 30_000;
/** Two rounds have not come. */
const staleMs = 2.5 * MINUTE_MS;

export interface Rounds {
  start(): Promise<void>;
  /** Something was decided: send it now, without keeping anyone waiting. */
  kick(): void;
  /** When the last round was over; null before the first. */
  overAtMs(): EpochMs | null;
  /** Whether the newest round succeeded, and not long ago. */
  well(): boolean;
  /** Whether this process led when it last looked. */
  leads(): boolean;
  /** Waits for the round under way, but not for a platform that does not answer. Idempotent. */
  stop(): Promise<void>;
}

export interface RoundsOptions {
  readonly office: Office;
  readonly ticker: Ticker;
  readonly deliverer: Deliverer;
  readonly lead: Lead;
  readonly clock: Clock;
  readonly log: Log;
  /** After each round of the process that leads; keeps nothing waiting. */
  readonly beat?: () => void;
}

export function startRounds({ office, ticker, deliverer, lead, clock, log, beat }: RoundsOptions): Rounds {
  let stopped = false;
  let delivering: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let rounds: Promise<void> = Promise.resolve();
  let overAtMs: EpochMs | null = null;
  let leads = false;
  /** On the process's own clock. */
  let wentWellAtMs = Number.NEGATIVE_INFINITY;

  /** Never rejects: a loop survives its own failures. */
  async function deliver(): Promise<void> {
    try {
      do {
        again = false;
        // What this process decided is sent by the one that leads, which looks for it every second.
        if (await lead.holds()) wakeAt(await deliverer.deliver());
      } while (again && !stopped);
    } catch (error) {
      log.error({ err: error }, 'delivery failed');
    }
  }

  function wakeAt(atMs: number | null): void {
    clearTimeout(timer);
    if (atMs === null || stopped) return;
    timer = setTimeout(kick, Math.min(Math.max(0, atMs - clock.nowMs()), longestSleepMs));
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
      leads = await lead.holds();
      if (leads) await ticker.tick();
      overAtMs = clock.nowMs();
      wentWellAtMs = performance.now();
      if (leads) beat?.();
    } catch (error) {
      wentWellAtMs = Number.NEGATIVE_INFINITY;
      log.error({ err: error }, 'round failed');
    }
    kick();
  }

  const createTask = () =>
    cron.createTask('* * * * *', () => (rounds = round()), {
      timezone: 'Asia/Shanghai',
      noOverlap: true,
      logger: clockworkLog(log),
    });
  let task = createTask();
  let watch: NodeJS.Timeout | undefined;

  /** node-cron walks through all the minutes that a clock put forward has skipped, and waits for those put back to come again. */
  function beginAnewAfterJumps(): void {
    let seen = { wallMs: Date.now(), elapsedMs: performance.now() };
    watch = setInterval(() => {
      const now = { wallMs: Date.now(), elapsedMs: performance.now() };
      const offMs = now.wallMs - seen.wallMs - (now.elapsedMs - seen.elapsedMs);
      seen = now;
      if (Math.abs(offMs) < jumpMs || stopped) return;
      log.warn({ offMs }, 'clock jumped, rounds begin anew');
      void task.destroy();
      task = createTask();
      void task.start();
      rounds = rounds.then(round);
    }, watchEveryMs);
    watch.unref();
  }

  let listening: NodeJS.Timeout | undefined;

  /** What other processes decided is known within a second, and sent by whoever leads; who begins to lead looks what is due. */
  async function listen(): Promise<void> {
    try {
      await office.sync();
      const led = leads;
      leads = await lead.holds();
      if (leads && !led) rounds = rounds.then(round);
      else if (leads) kick();
    } catch (error) {
      leads = false;
      log.warn({ err: error }, 'cannot hear other processes');
    }
    if (!stopped) listening = setTimeout(() => void listen(), listenEveryMs).unref();
  }

  return {
    async start() {
      rounds = round();
      await rounds;
      await task.start();
      beginAnewAfterJumps();
      if (office.shared) await listen();
    },
    kick,
    overAtMs: () => overAtMs,
    well: () => performance.now() - wentWellAtMs < staleMs,
    leads: () => leads,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      clearInterval(watch);
      clearTimeout(listening);
      await task.destroy();
      await atMost(
        longestStopMs,
        rounds.then(() => delivering).then(() => lead.giveUp()),
      );
    },
  };
}

/** Of a send whose outcome is never heard the next start knows that it was tried. */
const longestStopMs = 3_000;

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
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
