/** One message on its way out: claimed? within the rate? still needed? then the platform, then the outcome as an entry. */
import { HOUR_MS, MINUTE_MS } from '../domain/calendar/zone.ts';
import { isFailure, type OpenSend, type SendOutcome } from '../domain/delivery/state.ts';
import type { Send } from '../domain/ledger.ts';
import type { EpochMs } from '../domain/model.ts';
import { nobodyAnswered, triedTooOften } from '../domain/replies/delivery.ts';
import type { Clock, Log, Outbox, PushOutcome, SendTry } from '../ports.ts';
import type { Rates } from './rate.ts';
import type { Route } from './route.ts';
import type { Source } from './sources.ts';

/** A claim that is not settled by then is free for another process: longer than any answer is waited for. */
const leaseMs = 2 * MINUTE_MS;
/** Between tries a platform that is out of reach gets ever more time, up to this. */
const longestWaitMs = 15 * MINUTE_MS;
/** What could not be sent for so long is given up, and the organiser hears of it; not at the first failure after a downtime. */
const givenUpAfterMs = 24 * HOUR_MS;
const leastTries = 12;
/** So many tries may have arrived without an answer: one more could be the fourth of the same message in the group. */
const mostUnsure = 3;
/** After a try that may have arrived people get time to see it; then five times as much. */
const unsureWaitMs = MINUTE_MS;
/** Of what one person who is no organiser sets off, so much goes out in a minute; the rest waits. */
const perPersonAndMinute = 5;

export interface AttemptOptions {
  readonly outbox: Outbox;
  readonly rates: Rates;
  readonly clock: Clock;
  readonly log: Log;
  /** Names this process among others on the same store. */
  readonly owner: string;
  /** The way a message takes now that it goes. */
  readonly reroute: (send: Send) => Route | null;
}

export interface Attempts {
  /** From when on one more of what the same person set off may go. */
  pacedUntilMs(open: OpenSend): Promise<EpochMs>;
  /** One try; the result is when to come back to the message, null if it is settled. */
  attempt(source: Source, open: OpenSend, route: Route): Promise<EpochMs | null>;
  settle(source: Source, open: OpenSend, outcome: SendOutcome, reason: string | null): Promise<null>;
}

export function createAttempts({ outbox, rates, clock, log, owner, reroute }: AttemptOptions): Attempts {
  async function attempt(source: Source, open: OpenSend, route: Route): Promise<EpochMs | null> {
    const nowMs = clock.nowMs();
    const last = await outbox.lastTry(open.key);
    if (last && isHeld(last, nowMs)) return last.endsAtMs;
    const hopeless = last && whyHopeless(last, nowMs - open.atMs);
    if (hopeless) return settle(source, open, 'given-up', hopeless);
    const waitUntilMs = await allowedFromMs(open, route);
    if (waitUntilMs !== null) return waitUntilMs;
    const [number, unsure] = [(last?.number ?? 0) + 1, (last?.unsure ?? 0) + 1];
    // Unsure until the platform has answered: it may arrive, also if this process dies meanwhile.
    const mine = { key: open.key, number, owner, endsAtMs: nowMs + leaseMs, unsure };
    return (await outbox.claim(mine)) ? perform(source, open, route, mine) : mine.endsAtMs;
  }

  /** Counts the message where it may go now; else from when on it may. */
  async function allowedFromMs({ send: { by } }: OpenSend, route: Route): Promise<EpochMs | null> {
    const waitUntilMs = await rates.take(route.name, route.channel.limits.pushesPerMinute);
    if (waitUntilMs === null && by !== undefined) await rates.take(rateOf(by), perPersonAndMinute);
    return waitUntilMs;
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
    if (!send) return settle(source, open, 'dropped', null);
    const outcome = await push(reroute(send) ?? route, open.key, send);
    if (outcome.kind === 'sent') return settle(source, open, 'sent', null);
    if (outcome.kind === 'refused') return settle(source, open, 'refused', outcome.reason);
    return postpone(mine, outcome);
  }

  async function push({ channel, to, mentions }: Route, key: string, { text }: Send): Promise<PushOutcome> {
    try {
      return await channel.push({ key, to, text, mentions });
    } catch (error) {
      log.error({ key, err: error }, 'channel failed');
      return { kind: 'retry', afterMs: MINUTE_MS, reason: 'channel failed', unsure: true };
    }
  }

  async function postpone(mine: SendTry, outcome: Retry): Promise<EpochMs> {
    const { reason, unsure = false } = outcome;
    log.warn({ key: mine.key, try: mine.number, reason, unsure }, 'send postponed');
    const againAtMs = clock.nowMs() + waitAfter(outcome, mine);
    await outbox.endTry({ ...mine, endsAtMs: againAtMs, unsure: unsure ? mine.unsure : mine.unsure - 1 });
    return againAtMs;
  }

  async function settle(source: Source, { key }: OpenSend, outcome: SendOutcome, reason: string | null): Promise<null> {
    await source.settle({ type: 'SendSettled', key, outcome, reason });
    await outbox.forget(key);
    if (isFailure(outcome)) log.error({ key, outcome, reason }, 'send failed');
    return null;
  }

  return {
    pacedUntilMs: async ({ send: { by } }) =>
      by === undefined ? 0 : ((await rates.freeAtMs(rateOf(by), perPersonAndMinute)) ?? 0),
    attempt,
    settle,
  };
}

type Retry = Extract<PushOutcome, { kind: 'retry' }>;

/** An end further off than any try sets one was written by a clock that ran ahead. */
function isHeld({ endsAtMs }: SendTry, nowMs: EpochMs): boolean {
  return endsAtMs > nowMs && endsAtMs <= nowMs + 2 * longestWaitMs;
}

/** Why a message is not tried again; null while it is. */
function whyHopeless({ number, unsure }: SendTry, ageMs: number): string | null {
  if (unsure >= mostUnsure) return nobodyAnswered;
  return number >= leastTries && ageMs >= givenUpAfterMs ? triedTooOften : null;
}

/** Ever longer while the platform is out of reach; much longer where the group may have the message already. */
function waitAfter({ afterMs, unsure = false }: Retry, mine: SendTry): number {
  const grown = unsure ? unsureWaitMs * 5 ** (mine.unsure - 1) : afterMs * 2 ** (mine.number - 1);
  return Math.max(afterMs, Math.min(grown, longestWaitMs));
}

function rateOf(person: string): string {
  return `by/${person}`;
}
