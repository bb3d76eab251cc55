/** Due instants become entries, each once. */

import { consequences } from '../domain/afterwards.ts';
import { formatIso } from '../domain/calendar/zone.ts';
import type { CampaignEvent } from '../domain/campaign/slices.ts';
import type { EpochMs } from '../domain/model.ts';
import { seriesOf } from '../domain/rooms.ts';
import { dueInstants, planned } from '../domain/series.ts';
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

export function createTicker(office: Office, log: Log): Ticker {
  async function tickCampaign(campaign: CampaignHost): Promise<void> {
    await handOver(office, campaign);
    const situation = office.situation(campaign);
    for (const series of seriesOf(situation)) {
      const due = dueInstants(series, situation.state.fired, situation.nowMs);
      if (due) await fire(campaign, series.name, due.newestMs);
    }
  }

  async function fire({ id, host }: CampaignHost, name: string, slotMs: EpochMs): Promise<void> {
    const cause = `slot/${name}@${formatIso(slotMs)}`;
    const entry = await host.record(cause, (state, nowMs) => {
      const situation = office.at(id, state, nowMs);
      const series = seriesOf(situation).find((candidate) => candidate.name === name);
      const due = series && dueInstants(series, state.fired, nowMs);
      if (!series || !due) return null;
      const { events, sends } = series.fire(due.newestMs, due.sinceMs);
      const fired: CampaignEvent = { type: 'SlotFired', series: name, atMs: due.newestMs, missed: due.count - 1 };
      return {
        events: [fired, ...events],
        replies: [],
        sends: [...sends, ...consequences(situation, events, { atMs: nowMs, cause })],
      };
    });
    if (entry) log.info({ series: name, slot: formatIso(slotMs), sends: entry.sends.length }, 'slot decided');
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
