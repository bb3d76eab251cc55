/** Sends on their way out: still needed? claimed? within the rate? then the platform, then the outcome as an entry. */
import { refreshSend } from '../domain/delivery/refresh.ts';
import type { DeliveryState, OpenSend, SendOutcome, SendSettled } from '../domain/delivery/state.ts';
import type { Send } from '../domain/ledger.ts';
import { MINUTE_MS } from '../domain/calendar/zone.ts';
import type { EpochMs } from '../domain/model.ts';
import type { Channel, Clock, Log, Outbox, Push } from '../ports.ts';
import type { Host } from './host.ts';
import type { CampaignHost, Office } from './office.ts';
import { createBuckets } from './rate.ts';

/** A claim that is not settled by then is free for another process: longer than any answer is waited for. */
const leaseMs = 2 * MINUTE_MS;
/** After so many tries the operator is told in the log and the send is given up. */
const mostTries = 12;

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

type Settling = Host<{ delivery: DeliveryState }, SendSettled>;
type Route = { readonly channel: Channel; readonly to: Push['to']; readonly mentions: readonly string[]; readonly name: string };

export function createDeliverer(options: DelivererOptions): Deliverer {
  const { office, outbox, channels, clock, log, owner } = options;
  const buckets = createBuckets(clock);
  let turn: Promise<unknown> = Promise.resolve();

  async function deliverAll(): Promise<EpochMs | null> {
    let waitUntil: EpochMs | null = null;
    const later = (ms: EpochMs) => {
      waitUntil = Math.min(ms, waitUntil ?? ms);
    };
    await deliverHost(office.directory as unknown as Settling, (send) => send, later);
    for (const campaign of office.campaigns) await deliverHost(campaign.host as unknown as Settling, (send) => refresh(campaign, send), later);
    return waitUntil;
  }

  function refresh(campaign: CampaignHost, send: Send): Send | null {
    return refreshSend(office.situation(campaign), send);
  }

  async function deliverHost(host: Settling, renew: (send: Send) => Send | null, later: (ms: EpochMs) => void): Promise<void> {
    const blocked = new Set<string>();
    for (const open of [...host.state().delivery.open.values()]) {
      if (open.seq > host.durableSeq() || !host.state().delivery.open.has(open.key)) continue;
      const waitUntil = await deliverOne(host, open, renew, blocked);
      if (waitUntil !== null) later(waitUntil);
    }
  }

  /** One send; the result is when to come back to it, null if it is settled. A destination that waits keeps its order. */
  async function deliverOne(host: Settling, open: OpenSend, renew: (send: Send) => Send | null, blocked: Set<string>): Promise<EpochMs | null> {
    const route = routeOf(open.send);
    if (!route) return settle(host, open, 'refused', 'no channel reaches the destination');
    if (blocked.has(route.name)) return null;
    const nowMs = clock.nowMs();
    const last = await outbox.lastTry(open.key);
    const wait = last && last.endsAtMs > nowMs ? last.endsAtMs : buckets.freeAtMs(route.name, route.channel.limits.pushesPerMinute);
    if (wait > nowMs) {
      blocked.add(route.name);
      return wait;
    }
    if (last && last.number >= mostTries) return settle(host, open, 'given-up', `${mostTries} tries`);
    const attempt = { key: open.key, number: (last?.number ?? 0) + 1, owner, endsAtMs: nowMs + leaseMs };
    if (!(await outbox.claim(attempt))) return attempt.endsAtMs;
    // Asked last, with nothing awaited before the push: what arrived meanwhile counts.
    const send = renew(open.send);
    if (!send) return settle(host, open, 'dropped', 'no longer owed');
    buckets.take(route.name);
    const outcome = await push(routeOf(send) ?? route, open.key, send);
    if (outcome.kind === 'sent') return settle(host, open, 'sent', null);
    if (outcome.kind === 'refused') return settle(host, open, 'refused', outcome.reason);
    log.warn({ key: open.key, try: attempt.number, reason: outcome.reason }, 'send postponed');
    const againAtMs = clock.nowMs() + outcome.afterMs;
    await outbox.endTry({ ...attempt, endsAtMs: againAtMs });
    blocked.add(route.name);
    return againAtMs;
  }

  async function push(route: Route, key: string, send: Send) {
    try {
      return await route.channel.push({ key, to: route.to, text: send.text, mentions: route.mentions });
    } catch (error) {
      log.error({ key, err: error }, 'channel failed');
      return { kind: 'retry', afterMs: MINUTE_MS, reason: 'channel failed' } as const;
    }
  }

  async function settle(host: Settling, open: OpenSend, outcome: SendOutcome, reason: string | null): Promise<null> {
    await host.record(`send/${open.key}`, () => ({ events: [{ type: 'SendSettled', key: open.key, outcome, reason }], replies: [], sends: [] }));
    await outbox.forget(open.key);
    if (outcome === 'refused' || outcome === 'given-up') log.error({ key: open.key, outcome, reason }, 'send failed');
    return null;
  }

  function routeOf(send: Send): Route | null {
    const view = office.view();
    const { to } = send;
    const accounts = (people: readonly string[], platform: string) =>
      people.flatMap((person) => (person === 'all' ? 'all' : (view.person(person)?.accounts[platform] ?? [])));
    if (to.kind === 'person') {
      for (const [platform, account] of Object.entries(view.person(to.person)?.accounts ?? {})) {
        const channel = channels.get(platform);
        if (channel?.limits.reachesPeople) return { channel, to: { kind: 'person', account }, mentions: [], name: `${platform}/person/${account}` };
      }
    }
    const chat = to.kind === 'chat' ? view.chat(to.chat) : groupWith(to.person);
    const channel = chat && channels.get(chat.platform);
    if (!chat || !channel || chat.push === null) return null;
    const mentions = accounts(to.kind === 'person' ? [to.person] : send.mentions, chat.platform);
    return { channel, to: { kind: 'chat', chat: chat.id, push: chat.push }, mentions, name: `${chat.platform}/chat/${chat.push}` };
  }

  /** Where nobody can be written to alone, a person is told in a group they share with the bot. */
  function groupWith(person: string) {
    return [...office.view().chats()].find((chat) => chat.push !== null && channels.has(chat.platform) && chat.members.includes(person));
  }

  return {
    deliver() {
      const mine = turn.then(deliverAll);
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}
