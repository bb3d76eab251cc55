/** The figures in Prometheus' text format, with what Node says of itself. */
import Router from '@koa/router';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { LedgerStore } from '../ports.ts';
import type { Metrics, Readings } from './metrics.ts';

const seconds = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];

export function createPrometheus(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'duban_' });
  const messages = new Counter({
    name: 'duban_messages_total',
    help: 'Messages taken, by platform and what became of them: answered, silent, failed.',
    labelNames: ['platform', 'outcome'] as const,
    registers,
  });
  const refusals = new Counter({
    name: 'duban_refusals_total',
    help: 'Messages refused, by the code that stands in the log.',
    labelNames: ['code'] as const,
    registers,
  });
  const answering = new Histogram({
    name: 'duban_message_seconds',
    help: 'From a message as read to its answer, its entry stored.',
    buckets: seconds,
    registers,
  });
  const lastMessage = new Gauge({
    name: 'duban_last_message_timestamp_seconds',
    help: 'When the last message came; 0 before the first.',
    registers,
  });
  const appending = new Histogram({
    name: 'duban_append_seconds',
    help: 'One durable write to the ledger.',
    buckets: seconds,
    registers,
  });
  const batches = new Histogram({
    name: 'duban_append_entries',
    help: 'Entries in one write.',
    buckets: [1, 2, 5, 10, 20, 50, 100, 256],
    registers,
  });
  const appendFailures = new Counter({
    name: 'duban_append_failures_total',
    help: 'Writes given up: whoever wrote was told.',
    registers,
  });
  const pushes = new Counter({
    name: 'duban_pushes_total',
    help: 'Pushes to a platform, by what it said: sent, retry, refused, failed.',
    labelNames: ['platform', 'outcome'] as const,
    registers,
  });
  const lines = new Counter({
    name: 'duban_log_lines_total',
    help: 'Warnings and errors in the log.',
    labelNames: ['level'] as const,
    registers,
  });

  return {
    store<S extends LedgerStore>(store: S): S {
      const append: LedgerStore['append'] = async (entries) => {
        const end = appending.startTimer();
        try {
          const appended = await store.append(entries);
          batches.observe(appended.stored);
          return appended;
        } finally {
          end();
        }
      };
      return { ...store, append };
    },
    channel: (channel) => ({
      ...channel,
      async push(message) {
        const platform = channel.platform;
        try {
          const outcome = await channel.push(message);
          pushes.inc({ platform, outcome: outcome.kind });
          return outcome;
        } catch (error) {
          pushes.inc({ platform, outcome: 'failed' });
          throw error;
        }
      },
    }),
    receive: (receive) => async (message) => {
      const { platform } = message;
      lastMessage.setToCurrentTime();
      const end = answering.startTimer();
      try {
        const replies = await receive(message);
        messages.inc({ platform, outcome: replies.length > 0 ? 'answered' : 'silent' });
        return replies;
      } catch (error) {
        messages.inc({ platform, outcome: 'failed' });
        throw error;
      } finally {
        end();
      }
    },
    log: (log) => ({
      debug: (fields, message) => log.debug(fields, message),
      info(fields, message) {
        if (message === 'message refused' && 'code' in fields) refusals.inc({ code: String(fields.code) });
        log.info(fields, message);
      },
      warn(fields, message) {
        lines.inc({ level: 'warn' });
        log.warn(fields, message);
      },
      error(fields, message) {
        lines.inc({ level: 'error' });
        if (message === 'append failed') appendFailures.inc();
        log.error(fields, message);
      },
    }),
    router(readings) {
      readAt(registers, readings);
      return pageOf(registry);
    },
  };
}

function readAt(registers: Registry[], { sends, roundAtMs, leads }: Readings): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge('duban_sends_waiting', 'Messages on their way out.', () => sends().waiting);
  gauge('duban_sends_failed', 'Messages refused or given up, and not sent again since.', () => sends().failed);
  gauge('duban_last_round_timestamp_seconds', 'When the last round was over; 0 before the first.', () =>
    Math.floor((roundAtMs() ?? 0) / 1000),
  );
  gauge('duban_leads', '1 where this process leads the rounds and sends.', () => (leads() ? 1 : 0));
}

function pageOf(registry: Registry): Router {
  const router = new Router({ sensitive: true, strict: true });
  router.get('/metrics', async (ctx) => {
    ctx.type = registry.contentType;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = await registry.metrics();
  });
  return router;
}
