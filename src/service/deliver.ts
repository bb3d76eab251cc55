/** Sends on their way out: claimed? within the rate? still needed? then the platform, then the outcome as an entry. */
import { HOUR_MS, MINUTE_MS } from '../domain/calendar/zone.ts';
import type { DeliveryState, OpenSend, SendOutcome, SendSettled } from '../domain/delivery/state.ts';
import { byUrgency, mayGoFromMs } from '../domain/delivery/when.ts';
import type { Send } from '../domain/ledger.ts';
import type { EpochMs } from '../domain/model.ts';
import { renewSend } from '../domain/rooms.ts';
import type { Channel, Clock, Log, Outbox, PushOutcome, SendTry } from '../ports.ts';
import type { Host } from './host.ts';
import type { Office } from './office.ts';
import { createBuckets } from './rate.ts';
import { type Route, routeOf } from './route.ts';

/** A claim that is not settled by then is free for another process: longer than any answer is waited for. */
const leaseMs = 2 * MINUTE_MS;
/** Between tries a platform that is out of reach gets ever more time, up to this. */
const longestWaitMs = 15 * MINUTE_MS;
/** A message that could not be sent for so long is given up, and the log says so; not at the first failure after a downtime. */
const givenUpAfterMs = 24 * HOUR_MS;
const leastTries = 12;

export interface Deliverer {
  /** Sends all that may go now; resolves with the instant at which a waiting send may be tried again, null if none waits. */
  deliver(): Promise<EpochMs | null>;
}

export interface DelivererOptions {
  readonly office: Office;
  readonly outbox: Outbox;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly clock: Clock;
  readonly log: Log;
  /** Names this process among others on the same store. */
  readonly owner: string;
}

/** A stream with sends: which are open and durable, how one is asked whether it still holds, and how it is settled. */
interface Source {
  open(): readonly OpenSend[];
  isOpen(key: string): boolean;
  sync(): Promise<void>;
  /** Not before then, whatever else goes to the same destination meanwhile. */
  mayGoFromMs(open: OpenSend): EpochMs;
  renew(open: OpenSend): Send | null;
  settle(event: SendSettled): Promise<unknown>;
}

function sourceOf<S extends { readonly delivery: DeliveryState }, E>(
  host: Host<S, E | SendSettled>,
  { mayGoFromMs, renew }: Pick<Source, 'mayGoFromMs' | 'renew'>,
): Source {
  return {
    open: () => [...host.state().delivery.open.values()].filter(({ seq }) => seq <= host.durableSeq()),
    isOpen: (key) => host.state().delivery.open.has(key),
    sync: () => host.sync(),
    mayGoFromMs,
    renew,
    settle: (event) => host.record(`send/${event.key}`, () => ({ events: [event], replies: [], sends: [] })),
  };
}

export function createDeliverer({ office, outbox, channels, clock, log, owner }: DelivererOptions): Deliverer {
  const buckets = createBuckets(clock);
  let turn: Promise<unknown> = Promise.resolve();

  const sources: readonly Source[] = [
    sourceOf(office.directory, { mayGoFromMs: () => clock.nowMs(), renew: ({ send }) => send }),
    ...office.campaigns.map((campaign) =>
      sourceOf(campaign.host, {
        mayGoFromMs: (open) => mayGoFromMs(office.situation(campaign), open),
        renew: ({ send, atMs }) => renewSend(office.situation(campaign), send, atMs),
      }),
    ),
  ];

  async function deliverAll(): Promise<EpochMs | null> {
    // Campaigns name people and groups that another process may have heard of first.
    await office.directory.sync();
    const waits: EpochMs[] = [];
    for (const source of sources) waits.push(...(await deliverFrom(source)));
    return waits.length > 0 ? Math.min(...waits) : null;
  }

  /** When to come back: an instant for each destination that has to wait, and the mornings reminders wait for. */
  async function deliverFrom(source: Source): Promise<EpochMs[]> {
    const waits = new Map<string, EpochMs>();
    const mornings = new Set<EpochMs>();
    for (const open of byUrgency(source.open())) {
      const fromMs = source.mayGoFromMs(open);
      if (fromMs > clock.nowMs()) {
        mornings.add(fromMs);
        continue;
      }
      const route = await routeFor(open);
      if (!route) await settle(source, open, 'refused', 'no channel reaches the destination');
      // A destination that waits keeps its order: what comes after waits too.
      if (!route || waits.has(route.name)) continue;
      const waitUntilMs = await attempt(source, open, route);
      if (waitUntilMs !== null) waits.set(route.name, waitUntilMs);
    }
    return [...waits.values(), ...mornings];
  }

  /** Null only if the directory as it is now, not as it was when last read, leads nowhere. */
  async function routeFor({ send }: OpenSend): Promise<Route | null> {
    const known = routeOf(send, office.view(), channels);
    if (known) return known;
    await office.directory.sync();
    return routeOf(send, office.view(), channels);
  }

  /** One send; the result is when to come back to it, null if it is settled. */
  async function attempt(source: Source, open: OpenSend, route: Route): Promise<EpochMs | null> {
    const nowMs = clock.nowMs();
    const last = await outbox.lastTry(open.key);
    const freeAtMs = buckets.freeAtMs(route.name, route.channel.limits.pushesPerMinute);
    const waitUntilMs = Math.max(last?.endsAtMs ?? 0, freeAtMs);
    if (waitUntilMs > nowMs) return waitUntilMs;
    if (last && last.number >= leastTries && nowMs - open.atMs >= givenUpAfterMs)
      return settle(source, open, 'given-up', `${last.number} tries`);
    const mine = { key: open.key, number: (last?.number ?? 0) + 1, owner, endsAtMs: nowMs + leaseMs };
    if (!(await outbox.claim(mine))) return mine.endsAtMs;
    return perform(source, open, route, mine);
  }

  async function perform(source: Source, open: OpenSend, route: Route, mine: SendTry): Promise<EpochMs | null> {
    // Another process may have settled it, or heard of a delivery, since this one last looked.
    await source.sync();
    if (!source.isOpen(open.key)) {
      await outbox.forget(open.key);
      return null;
    }
    // Asked last, with nothing awaited before the push: who delivered in this very minute is not reminded.
    const send = source.renew(open);
    if (!send) return settle(source, open, 'dropped', 'no longer owed');
    buckets.take(route.name);
    const outcome = await push(routeOf(send, office.view(), channels) ?? route, open.key, send);
    if (outcome.kind === 'sent') return settle(source, open, 'sent', null);
    if (outcome.kind === 'refused') return settle(source, open, 'refused', outcome.reason);
    log.warn({ key: open.key, try: mine.number, reason: outcome.reason }, 'send postponed');
    const againAtMs =
      clock.nowMs() + Math.max(outcome.afterMs, Math.min(outcome.afterMs * 2 ** (mine.number - 1), longestWaitMs));
    await outbox.endTry({ ...mine, endsAtMs: againAtMs });
    return againAtMs;
  }

  async function push({ channel, to, mentions }: Route, key: string, { text }: Send): Promise<PushOutcome> {
    try {
      return await channel.push({ key, to, text, mentions });
    } catch (error) {
      log.error({ key, err: error }, 'channel failed');
      return { kind: 'retry', afterMs: MINUTE_MS, reason: 'channel failed' };
    }
  }

  async function settle(source: Source, { key }: OpenSend, outcome: SendOutcome, reason: string | null): Promise<null> {
    await source.settle({ type: 'SendSettled', key, outcome, reason });
    await outbox.forget(key);
    if (outcome === 'refused' || outcome === 'given-up') log.error({ key, outcome, reason }, 'send failed');
    return null;
  }

  return {
    deliver() {
      const mine = turn.then(deliverAll);
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}
