/** Sends on their way out: which may go now, in which order, by which way. */
import type { OpenSend } from '../domain/delivery/state.ts';
import { byUrgency } from '../domain/delivery/when.ts';
import type { EpochMs } from '../domain/model.ts';
import { nowhereToSend, partBeforeLost } from '../domain/replies/delivery.ts';
import type { Channel, Clock, Log, Outbox } from '../ports.ts';
import { createAttempts } from './attempt.ts';
import type { Office } from './office.ts';
import { createRates } from './rate.ts';
import { type Route, routeOf } from './route.ts';
import { type Source, sourcesOf } from './sources.ts';

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

export function createDeliverer({ office, outbox, channels, clock, log, owner }: DelivererOptions): Deliverer {
  const rates = createRates(outbox, clock, owner);
  const wayOf = (send: OpenSend['send']) => routeOf(send, office.view(), channels);
  const { attempt, pacedUntilMs, settle } = createAttempts({ outbox, rates, clock, log, owner, reroute: wayOf });
  const sources = sourcesOf(office, clock);
  let turn: Promise<unknown> = Promise.resolve();

  async function deliverAll(): Promise<EpochMs | null> {
    // After most messages nothing is on its way.
    if (sources.every((source) => source.open().length === 0)) return null;
    // Campaigns name people and groups that another process may have heard of first.
    await office.directory.sync();
    const waits: EpochMs[] = [];
    for (const source of sources) waits.push(...(await deliverFrom(source)));
    return waits.length > 0 ? Math.min(...waits) : null;
  }

  /** When to come back: an instant for each destination that has to wait, and for each message that does. */
  async function deliverFrom(source: Source): Promise<readonly EpochMs[]> {
    const later = new Map<string, EpochMs>();
    const seen = new Set<string>();
    // What fails brings news of it, which goes out with the rest.
    for (let queue = source.open(); queue.length > 0; queue = source.open().filter(({ key }) => !seen.has(key))) {
      for (const open of byUrgency(queue)) {
        seen.add(open.key);
        await deliverOne(source, open, later);
      }
    }
    return [...later.values()];
  }

  /** Notes under the name of the destination that it waits, or under its own that this message does. */
  async function deliverOne(source: Source, open: OpenSend, later: Map<string, EpochMs>): Promise<void> {
    const fromMs = Math.max(source.mayGoFromMs(open), await pacedUntilMs(open));
    if (fromMs > clock.nowMs()) {
      later.set(open.key, fromMs);
      return;
    }
    const route = await routeFor(open);
    const lost = route ? source.isBehindLost(open) && partBeforeLost : nowhereToSend;
    if (lost) await settle(source, open, 'refused', lost);
    // A destination that waits keeps its order: what comes after waits too.
    if (lost || !route || later.has(route.name)) return;
    const waitUntilMs = await attempt(source, open, route);
    if (waitUntilMs !== null) later.set(route.name, waitUntilMs);
  }

  /** Null only if the directory as it is now, not as it was when last read, leads nowhere. */
  async function routeFor({ send }: OpenSend): Promise<Route | null> {
    const known = wayOf(send);
    if (known) return known;
    await office.directory.sync();
    return wayOf(send);
  }

  return {
    deliver() {
      const mine = turn.then(deliverAll);
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}
