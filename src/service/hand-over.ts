/** The directory decides who takes over from whom; each campaign then hands over what is open, once for each removal. */
import type { CampaignState } from '../domain/campaign/state.ts';
import type { Succession } from '../domain/directory/view.ts';
import type { CampaignHost, Office } from './office.ts';

export async function handOver(office: Office, { host }: CampaignHost): Promise<void> {
  for (const succession of office.view().successions()) {
    const { from, to, no } = succession;
    if (isHandedOver(host.state(), succession)) continue;
    await host.record(`hand-over/${from}/${to}/removal-${no}`, (state) =>
      isHandedOver(state, succession)
        ? null
        : { events: [{ type: 'PersonSucceeded', from, to, removal: no }], replies: [], sends: [] },
    );
  }
}

/** Who was taken off, bound and taken off again is handed over again. Older entries do not say which removal they followed from. */
function isHandedOver({ succeeded }: CampaignState, { from, to, no, atMs }: Succession): boolean {
  const known = succeeded.get(from);
  if (known?.to !== to) return false;
  return known.removal === null ? known.atMs >= atMs : known.removal >= no;
}
