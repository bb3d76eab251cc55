/** Figures for a monitoring system (`GET /metrics`): how the program does, and nothing of what people say. */
import Router from '@koa/router';
import type { Channel, LedgerStore, Log, Receive } from '../ports.ts';

/** What is asked at each reading; all of it cheap. */
export interface Readings {
  /** Messages of ours on their way out, and those that were refused or given up and not sent again since. */
  sends(): { readonly waiting: number; readonly failed: number };
  /** When the last round was over; null before the first. */
  roundAtMs(): number | null;
  /** Whether this process leads the rounds now. */
  leads(): boolean;
}

/** Wraps the ports that it counts at; each does what it did before. */
export interface Metrics {
  store<S extends LedgerStore>(store: S): S;
  channel(channel: Channel): Channel;
  receive(receive: Receive): Receive;
  log(log: Log): Log;
  /** The page; `readings` are asked whenever it is read. */
  router(readings: Readings): Router;
}

/** Where nobody watches, nothing is counted and no page is served. */
const unwatched: Metrics = {
  store: (store) => store,
  channel: (channel) => channel,
  receive: (receive) => receive,
  log: (log) => log,
  router: () => new Router(),
};

/** The library is loaded only where somebody watches. */
export async function openMetrics({ watched }: { readonly watched: boolean }): Promise<Metrics> {
  return watched ? (await import('./prometheus.ts')).createPrometheus() : unwatched;
}
