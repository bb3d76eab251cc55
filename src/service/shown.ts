/**
 * Orders about people are shown and settled in the directory's stream, all others in a campaign's; a person has one of them open
 * at a time, whichever it is.
 */
import { awaitedWord, isPassedOver, waiting } from '../domain/core-orders.ts';
import { type DirectoryPart, passedBy } from '../domain/directory/obey.ts';
import { directoryOrders } from '../domain/directory/orders.ts';
import type { Decision } from '../domain/ledger.ts';
import { overtakenBy, passOver, settled, standingOf } from '../domain/proposal.ts';
import { stillToConfirm } from '../domain/replies/roles.ts';
import type { Speaker } from '../domain/situation.ts';
import type { Inbound } from '../ports.ts';
import { type AnotherIn, readWordTo } from '../understand/orders/word.ts';
import type { CampaignHost, Office } from './office.ts';

/** A plain yes or no to an order about people that was shown; null where it is for the campaign. */
export function wordOnArrangement(
  office: Office,
  campaign: CampaignHost | null,
  { person, cause }: Speaker,
  { text, attachments }: Inbound,
  another: AnotherIn,
): DirectoryPart | null {
  const { proposed, settledBy } = office.directory.state();
  const said = attachments.length === 0 ? readWordTo(text, 'proposal', another) : null;
  if (said === null) return null;
  const word = said.soft ? ({ name: 'yes', soft: true } as const) : { name: said.word };
  // The same message again gets the same answer.
  if (settledBy.get(person.id) === cause) return { order: word };
  const shown = proposed.get(person.id);
  if (!shown) return null;
  const standing = standingOf(shown, office.nowMs());
  const late = standing === 'lapsed' && !(campaign && awaitedWord(office.situation(campaign), person));
  return standing === 'held' || late ? { order: word } : null;
}

/** Whether somebody goes on to something else than what a campaign showed them. */
export function goesOnInDirectory({ order }: DirectoryPart): boolean {
  return order.name !== 'yes' && order.name !== 'no' && directoryOrders[order.name].kind !== 'ask';
}

/** What is said of it: that it is not done; empty where nothing waited. */
export async function letGoInCampaigns(office: Office, { person, cause }: Speaker): Promise<string> {
  let said = '';
  for (const { host } of office.campaigns) {
    const shown = host.state().proposed.get(person.id);
    if (shown === undefined) continue;
    said ||= overtakenBy(shown, null, office.nowMs());
    await host.record(letGo(cause), (state) => (state.proposed.has(person.id) ? overtaken(person.id) : null));
  }
  return said;
}

export async function letGoInDirectory({ directory, nowMs }: Office, { person, cause }: Speaker): Promise<string> {
  const said = overtakenBy(directory.state().proposed.get(person.id), null, nowMs());
  await directory.record(letGo(cause), (state) => (state.proposed.has(person.id) ? overtaken(person.id) : null));
  return said;
}

/** Whatever waits elsewhere for this person's yes: a mere 好 is not meant for it any more. */
export async function passOverInCampaigns(office: Office, { person, cause }: Speaker): Promise<void> {
  for (const { id, host } of office.campaigns)
    if (waiting(office.at(id, host.state(), office.nowMs()), person) !== null)
      await host.record(passing(cause), (state, nowMs) => {
        const at = office.at(id, state, nowMs);
        const text = waiting(at, person);
        return text === null || isPassedOver(at, person) ? null : aside(passOver(person.id, text));
      });
}

/** The order about people that was shown to this person and waits, put once more; empty where none does. */
export function stillWaiting({ directory, nowMs }: Office, { person }: Speaker): string {
  const waits = passedBy({ state: directory.state(), nowMs: nowMs() }, person.id);
  return waits === null ? '' : stillToConfirm(waits.text);
}

export async function passOverInDirectory({ directory }: Office, { person, cause }: Speaker): Promise<void> {
  await directory.record(passing(cause), (state, nowMs) => {
    const passed = state.passedOver.has(person.id) ? null : passedBy({ state, nowMs }, person.id);
    return passed && aside(passed);
  });
}

/** Not the message's own cause: that is answered in the other stream. */
function passing(cause: string): string {
  return `passed-over/${cause}`;
}

function letGo(cause: string): string {
  return `let-go/${cause}`;
}

function overtaken(person: string) {
  return aside(settled(person));
}

/** Decided beside the answer, which stands in another stream. */
function aside<E>(event: E): Decision<E> {
  return { events: [event], replies: [], sends: [] };
}
