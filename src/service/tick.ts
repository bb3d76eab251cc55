/** Due instants become entries, each once. */

import { afterQuiet, isQuiet } from '../domain/calendar/quiet-hours.ts';
import { formatIso } from '../domain/calendar/zone.ts';
import type { CampaignState } from '../domain/campaign/state.ts';
import { dutySeries } from '../domain/duty/slots.ts';
import type { EpochMs } from '../domain/model.ts';
import { reminderSeries, type Series } from '../domain/reminders/slots.ts';
import type { Situation } from '../domain/situation.ts';
import type { Log } from '../ports.ts';
import type { CampaignHost, Office } from './office.ts';

export interface Ticker {
  /** Decides all that is due now. Late, doubled, backward or concurrent ticks change nothing. */
  tick(): Promise<void>;
  /** The next planned instant after now; null if none is planned. */
  nextMs(nowMs: EpochMs): EpochMs | null;
  /** What is planned next in each series of a campaign, soonest first. */
  upcoming(campaign: CampaignHost): readonly { readonly atMs: EpochMs; readonly title: string }[];
}

export function createTicker(office: Office, log: Log): Ticker {
  async function tickCampaign(campaign: CampaignHost): Promise<void> {
    const situation = office.situation(campaign);
    for (const series of seriesOf(situation)) {
      const due = dueInstants(series, situation.state, situation.nowMs);
      if (due) await fire(campaign, series.name, due.newestMs);
    }
  }

  async function fire({ id, host }: CampaignHost, name: string, slotMs: EpochMs): Promise<void> {
    const entry = await host.record(`slot/${name}@${formatIso(slotMs)}`, (state, nowMs) => {
      const situation = { ...office.surroundings(id), state, nowMs };
      const series = seriesOf(situation).find((candidate) => candidate.name === name);
      const due = series && dueInstants(series, state, nowMs);
      if (!series || !due) return null;
      const { events, sends } = series.fire(due.newestMs);
      return {
        events: [{ type: 'SlotFired', series: name, atMs: due.newestMs, missed: due.count - 1 }, ...events],
        replies: [],
        sends,
      };
    });
    if (entry) log.info({ series: name, slot: formatIso(slotMs), sends: entry.sends.length }, 'slot decided');
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
      const next = office.campaigns.flatMap((campaign) =>
        planned(office.situation(campaign), nowMs).map(({ atMs }) => atMs),
      );
      return next.length > 0 ? Math.min(...next) : null;
    },
    upcoming(campaign) {
      const situation = office.situation(campaign);
      return planned(situation, situation.nowMs).sort((a, b) => a.atMs - b.atMs);
    },
  };
}

/** What comes strictly after an instant; what is due but has to wait for the morning is still to come. */
function planned(situation: Situation, afterMs: EpochMs): { atMs: EpochMs; title: string }[] {
  return seriesOf(situation).flatMap((series) => {
    const start = startOf(series, situation.state);
    const waiting = series.quiet && isQuiet(afterMs, series.quiet) ? series.next(start) : null;
    const slotMs = waiting !== null && waiting <= afterMs ? afterMs : series.next(Math.max(afterMs, start));
    return slotMs === null
      ? []
      : [{ atMs: series.quiet ? afterQuiet(slotMs, series.quiet) : slotMs, title: series.title }];
  });
}

function seriesOf(situation: Situation): Series[] {
  return [...dutySeries(situation), ...reminderSeries(situation)];
}

function startOf(series: Series, state: CampaignState): EpochMs {
  return Math.max(series.fromMs, state.fired.get(series.name) ?? Number.NEGATIVE_INFINITY);
}

/** The instants of a series that have come and are undecided: how many, and the newest, which stands for all. */
function dueInstants(
  series: Series,
  state: CampaignState,
  nowMs: EpochMs,
): { count: number; newestMs: EpochMs } | null {
  if (series.quiet && isQuiet(nowMs, series.quiet)) return null;
  let newestMs = startOf(series, state);
  let count = 0;
  for (let next = series.next(newestMs); next !== null && next <= nowMs; next = series.next(next)) {
    newestMs = next;
    count += 1;
  }
  return count > 0 ? { count, newestMs } : null;
}
