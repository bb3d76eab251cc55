/** The directory decides who takes over from whom; each campaign then hands over what is open, once for each removal. */
import type { CampaignState } from '../domain/campaign/state.ts';
import type { Departure, Succession } from '../domain/directory/view.ts';
import { standsAhead } from '../domain/duty/state.ts';
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
  for (const departure of office.view().departures()) await leaveRoster(office, { host }, departure);
}

/** Whoever went and has no successor stands no shift more: a revised file, which may name him again, is told once more. */
async function leaveRoster(
  office: Office,
  { host }: Pick<CampaignHost, 'host'>,
  { person, unit }: Departure,
): Promise<void> {
  if (!standsAhead(host.state().duty, { person, unit }, office.nowMs())) return;
  await host.record(`left/${person}/${unit}/${host.durableSeq()}`, ({ duty }, nowMs) =>
    standsAhead(duty, { person, unit }, nowMs)
      ? { events: [{ type: 'RosterLeft', person, unit }], replies: [], sends: [] }
      : null,
  );
}

/** Who was taken off, bound and taken off again is handed over again. Older entries do not say which removal they followed from. */
function isHandedOver({ succeeded }: CampaignState, { from, to, no, atMs }: Succession): boolean {
  const known = succeeded.get(from);
  if (known?.to !== to) return false;
  return known.removal === null ? known.atMs >= atMs : known.removal >= no;
}
