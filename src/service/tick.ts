/** Due instants become entries, each once. */

import { consequences } from '../domain/afterwards.ts';
import { bundled } from '../domain/bundle.ts';
import { formatIso } from '../domain/calendar/zone.ts';
import type { CampaignEvent } from '../domain/campaign/slices.ts';
import type { EpochMs } from '../domain/model.ts';
import { seriesOf } from '../domain/rooms.ts';
import { type Due, dueInstants, marksAhead, planned, type Series } from '../domain/series.ts';
import type { Situation } from '../domain/situation.ts';
import type { Log } from '../ports.ts';
import { handOver } from './hand-over.ts';
import type { CampaignHost, Office } from './office.ts';

export interface Ticker {
  /** Decides all that is due now. Late, doubled, backward or concurrent ticks change nothing. */
  tick(): Promise<void>;
  /** The next planned instant after now; null if none is planned. */
  nextMs(nowMs: EpochMs): EpochMs | null;
  /** What is planned next in each series of a campaign, soonest first. */
  upcoming(campaign: CampaignHost): readonly { readonly atMs: EpochMs; readonly title: string }[];
}

interface DueSeries {
  readonly series: Series;
  readonly due: Due;
}

function dueNow(situation: Situation): DueSeries[] {
  const { state, nowMs } = situation;
  return seriesOf(situation).flatMap((series) => {
    const due = dueInstants(series, state.fired, nowMs);
    return due ? [{ series, due }] : [];
  });
}

/** Names what is due: another process that finds the same writes the same. */
function causeOf(due: readonly DueSeries[]): string {
  return due.map(({ series, due: { newestMs } }) => `slot/${series.name}@${formatIso(newestMs)}`).join('+');
}

export function createTicker(office: Office, log: Log): Ticker {
  async function tickCampaign(campaign: CampaignHost): Promise<void> {
    await handOver(office, campaign);
    await voidFuture(campaign);
    const due = dueNow(office.situation(campaign));
    if (due.length > 0) await fire(campaign, causeOf(due));
  }

  /** Marks that a clock which ran ahead has left would keep a series silent until then: what lies before now counts as decided. */
  async function voidFuture({ id, host }: CampaignHost): Promise<void> {
    const { state, nowMs } = office.situation({ id, host });
    if (marksAhead(state.fired, nowMs).length === 0) return;
    await host.record(`clock/${formatIso(nowMs)}`, (current, atMs) => {
      const ahead = marksAhead(current.fired, atMs);
      const events = ahead.map((series) => ({ type: 'SlotFired', series, atMs, missed: 0 }) as const);
      return ahead.length === 0 ? null : { events, replies: [], sends: [] };
    });
    log.warn({ campaign: id }, 'planned instants of a clock that ran ahead are void');
  }

  /** All that is due is decided in one entry, so that one group hears of it in one message. */
  async function fire({ id, host }: CampaignHost, cause: string): Promise<void> {
    const entry = await host.record(cause, (state, nowMs) => {
      const situation = office.at(id, state, nowMs);
      const due = dueNow(situation);
      if (due.length === 0) return null;
      const fired = due.map(({ series, due: { newestMs, count, sinceMs } }) => ({
        slot: { type: 'SlotFired', series: series.name, atMs: newestMs, missed: count - 1 } as const,
        ...series.fire(newestMs, sinceMs),
      }));
      const events = fired.flatMap((one): readonly CampaignEvent[] => one.events);
      const sends = [...fired.flatMap((one) => one.sends), ...consequences(situation, events, { atMs: nowMs, cause })];
      return { events: [...fired.map(({ slot }) => slot), ...events], replies: [], sends: bundled(situation, sends) };
    });
    if (entry) log.info({ slots: cause, sends: entry.sends.length }, 'slots decided');
  }

  function plannedFor(campaign: CampaignHost, afterMs: EpochMs) {
    const situation = office.situation(campaign);
    return planned(seriesOf(situation), situation.state.fired, afterMs);
  }

  return {
    async tick() {
      for (const campaign of office.campaigns) {
        try {
          await tickCampaign(campaign);
        } catch (error) {
          // The next tick decides the same slots again.
          log.error({ campaign: campaign.id, err: error }, 'tick failed');
        }
      }
    },
    nextMs(nowMs) {
      const next = office.campaigns.flatMap((campaign) => plannedFor(campaign, nowMs).map(({ atMs }) => atMs));
      return next.length > 0 ? Math.min(...next) : null;
    },
    upcoming(campaign) {
      return plannedFor(campaign, office.situation(campaign).nowMs);
    },
  };
}
