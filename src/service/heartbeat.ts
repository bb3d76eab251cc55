/** 报平安: a word at fixed hours to those who look after the bot, in a small group of theirs. That it fails to come is the alarm. */
import type { WorkingCalendar } from '../domain/calendar/working-days.ts';
import { type Day, dayOf, instantOf, MINUTE_MS, type TimeOfDay } from '../domain/calendar/zone.ts';
import type { EpochMs } from '../domain/model.ts';
import { heartbeatText, type Trouble } from '../domain/replies/heartbeat.ts';
import { courseOf } from '../domain/rooms.ts';
import type { Channel, Clock, LedgerStore, Log, Outbox, PushOutcome, SendTry } from '../ports.ts';
import type { Office } from './office.ts';

export interface HeartbeatOptions {
  readonly office: Office;
  readonly store: LedgerStore & Outbox;
  readonly channel: Channel;
  /** The robot of the group that hears it, by its name among the webhooks. */
  readonly push: string;
  readonly at: readonly TimeOfDay[];
  readonly calendar: WorkingCalendar;
  readonly clock: Clock;
  readonly log: Log;
  readonly owner: string;
  /** When this process last heard anybody; null if it has not yet. */
  readonly heardAtMs: () => EpochMs | null;
}

export interface Heartbeat {
  /** Sends what is due, once over all processes. Keeps nobody waiting and never fails: what is not sent is heard by its absence. */
  beat(): void;
}

/** A start at noon does not say good morning. */
const lateAtMost = 30 * MINUTE_MS;
/** The platform is asked so often, a minute apart, and no more: a word that may have arrived is not worth a second one. */
const mostTries = 3;
const tryMs = MINUTE_MS - 1_000;
/** So far back the ledger is read for the last that anybody said. */
const tail = 200;

export function createHeartbeat(options: HeartbeatOptions): Heartbeat {
  const { office, store, channel, push, at, calendar, clock, log, owner, heardAtMs } = options;
  const streams = [office.directory, ...office.campaigns.map(({ host }) => host)];
  let beating = false;
  let settled = '';

  /** The newest hour that has come, named so that all processes mean the same. */
  function due(nowMs: EpochMs): string | null {
    const day = dayOf(nowMs);
    const time = at.findLast((one) => instantOf(day, one) <= nowMs);
    if (time === undefined || !calendar.isWorkingDay(day)) return null;
    return nowMs - instantOf(day, time) <= lateAtMost ? nameOf(day, time) : null;
  }

  async function beatOnce(): Promise<void> {
    const nowMs = clock.nowMs();
    const key = due(nowMs);
    const mine = key === null || key === settled ? null : await claim(key, nowMs);
    if (mine === null) return;
    const outcome = await say(mine.key, await trouble(nowMs));
    if (outcome.kind !== 'sent') log.error({ outcome }, 'heartbeat not sent');
    if (outcome.kind !== 'retry' || outcome.unsure) await settle(mine);
  }

  async function claim(key: string, nowMs: EpochMs): Promise<SendTry | null> {
    const last = await store.lastTry(key);
    if (last && (last.endsAtMs > nowMs || last.number >= mostTries)) return null;
    const mine = { key, number: (last?.number ?? 0) + 1, owner, endsAtMs: nowMs + tryMs, unsure: 1 };
    return (await store.claim(mine)) ? mine : null;
  }

  async function settle(mine: SendTry): Promise<void> {
    settled = mine.key;
    await store.endTry({ ...mine, endsAtMs: Number.MAX_SAFE_INTEGER });
    for (const time of at) await store.forget(nameOf(calendar.previous(dayOf(clock.nowMs())), time));
  }

  function say(key: string, found: Trouble): Promise<PushOutcome> {
    const isWell = found.unsent.length === 0 && found.deafSinceMs === null;
    return channel.push({
      key,
      to: { kind: 'chat', chat: 'heartbeat', push },
      text: heartbeatText(office.botName, clock.nowMs(), found),
      mentions: isWell ? [] : organisers(),
    });
  }

  function organisers(): string[] {
    return office
      .view()
      .organisers()
      .flatMap(({ accounts }) => accounts[channel.platform] ?? []);
  }

  async function trouble(nowMs: EpochMs): Promise<Trouble> {
    const unsent = office.campaigns.map(({ host }) => {
      const { definition, delivery } = host.state();
      return { title: definition.shortTitle, count: delivery.failed.size };
    });
    return { unsent: unsent.filter(({ count }) => count > 0), deafSinceMs: await deafSince(nowMs) };
  }

  /** A whole working day in which nobody wrote, while somebody owed something. */
  async function deafSince(nowMs: EpochMs): Promise<EpochMs | null> {
    const dayBeganMs = instantOf(calendar.previous(dayOf(nowMs)), '00:00');
    const expectedMs = Math.min(...office.campaigns.map((campaign) => expectedSince(campaign, nowMs)));
    if (expectedMs >= dayBeganMs) return null;
    const heard = [heardAtMs() ?? 0, ...(await Promise.all(streams.map(lastHeard)))];
    const sinceMs = Math.max(expectedMs, ...heard);
    return sinceMs < dayBeganMs ? sinceMs : null;
  }

  /** Since when a campaign waits for people; never where it does not. */
  function expectedSince(campaign: Office['campaigns'][number], nowMs: EpochMs): EpochMs {
    const { broadcast, submission } = campaign.host.state();
    const owed = [...submission.returns.values()].some(({ owing }) => owing.size > 0);
    const waits = owed && courseOf({ ...office.situation(campaign), nowMs }).hold === null;
    return (waits ? broadcast.publishedAtMs : null) ?? Number.POSITIVE_INFINITY;
  }

  /** By the ledger: another process may have heard it, or this one before it was started anew. */
  async function lastHeard({
    stream,
    durableSeq,
  }: Pick<Office['directory'], 'stream' | 'durableSeq'>): Promise<EpochMs> {
    const entries = await store.read(stream, Math.max(0, durableSeq() - tail), tail);
    return entries.findLast(({ cause }) => cause.startsWith(`${channel.platform}/`))?.atMs ?? 0;
  }

  return {
    beat() {
      if (beating) return;
      beating = true;
      beatOnce()
        .catch((error: unknown) => log.error({ err: error }, 'heartbeat not sent'))
        .finally(() => {
          beating = false;
        });
    },
  };
}

function nameOf(day: Day, time: TimeOfDay): string {
  return `heartbeat/${day}T${time}`;
}
