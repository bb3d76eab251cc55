/** The directory decides who takes over from whom; each campaign then hands over what is open, once. */
import type { CampaignHost, Office } from './office.ts';

export async function handOver(office: Office, { host }: CampaignHost): Promise<void> {
  for (const [from, to] of office.view().successions()) {
    if (host.state().succeeded.get(from) === to) continue;
    await host.record(`hand-over/${from}/${to}/${host.durableSeq()}`, (state) =>
      state.succeeded.get(from) === to
        ? null
        : { events: [{ type: 'PersonSucceeded', from, to }], replies: [], sends: [] },
    );
  }
}
