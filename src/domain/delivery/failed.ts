/** What did not arrive: who hears of it, and how it goes out once more. */
import { may } from '../access.ts';
import type { CampaignEvent } from '../campaign/slices.ts';
import type { Person } from '../directory/model.ts';
import { predecessorOf, type Send } from '../ledger.ts';
import { answer, type Outcome } from '../outcome.ts';
import * as say from '../replies/delivery.ts';
import type { Aside } from '../room.ts';
import type { Situation, Speaker } from '../situation.ts';
import type { FailedSend } from './state.ts';

export function sendAgain(situation: Situation, speaker: Speaker): Outcome {
  const lost = [...situation.state.delivery.failed.values()];
  return lost.length === 0 ? answer(say.nothingLost) : repeat(situation, speaker, lost);
}

/** Sends these once more; each is asked again before it goes whether it still holds. */
export function repeat(situation: Situation, { person }: Speaker, lost: readonly FailedSend[]): Outcome {
  const keys = lost.map(({ key }) => key);
  return answer(say.sendingAgain(lost.map((one) => failureLine(situation, one))), {
    events: [{ type: 'SendsRepeated', keys, by: person.id }],
    sends: lost.map(({ key, send }, at) => afterItsPart(send, keys[at - 1] === predecessorOf(key))),
  });
}

/** A part whose first has arrived begins by itself. */
function afterItsPart({ follows, ...send }: Send, isBehind: boolean): Send {
  return follows && isBehind ? { follows, ...send } : send;
}

export function listUnsent(situation: Situation, { person }: Speaker): Outcome {
  const { failed } = situation.state.delivery;
  const lines = [...failed.values()].map((one) => failureLine(situation, one));
  if (lines.length === 0) return answer(say.nothingLost);
  return answer(say.notArrived(lines), { events: [{ type: 'FailuresTold', person: person.id }] });
}

/** Organisers who can be written to alone hear at once: one message, however many failed. */
export function tellFailures(_before: Situation, after: Situation, events: readonly CampaignEvent[]): Send[] {
  // That telling failed is no news to tell.
  const { failed } = after.state.delivery;
  if (!events.some((event) => event.type === 'SendSettled' && failed.has(event.key))) return [];
  return after.directory
    .organisers()
    .filter((organiser) => after.reach(organiser.id) === 'alone' && !isBeingTold(after, organiser))
    .flatMap((organiser) => toldAlone(after, organiser) ?? []);
}

function isBeingTold({ state }: Situation, { id }: Person): boolean {
  return [...state.delivery.open.values()].some(
    ({ send: { to, purpose } }) => purpose.kind === 'undelivered' && to.kind === 'person' && to.person === id,
  );
}

function toldAlone(situation: Situation, organiser: Person): Send | null {
  const lines = untold(situation, organiser);
  if (lines.length === 0) return null;
  const to = { kind: 'person', person: organiser.id } as const;
  return { to, text: say.notArrived(lines), mentions: [], purpose: { kind: 'undelivered' } };
}

/** As it should go out now: with what has failed meanwhile, without what was sent again. */
export function renewTold(situation: Situation, send: Send): Send | null {
  const organiser = send.to.kind === 'person' ? situation.directory.person(send.to.person) : undefined;
  return organiser ? toldAlone(situation, organiser) : null;
}

/** In an organiser's next answer, where he has not heard of it yet. */
export function failuresAside(situation: Situation, { person }: Speaker): Aside | null {
  if (situation.state.delivery.failed.size === 0 || !may(person, 'organiser')) return null;
  const lines = untold(situation, person);
  if (lines.length === 0) return null;
  return { said: [say.notArrived(lines)], events: [{ type: 'FailuresTold', person: person.id }] };
}

function untold(situation: Situation, { id }: Person): say.Unsent[] {
  const { failed, toldAtMs } = situation.state.delivery;
  const sinceMs = toldAtMs.get(id) ?? 0;
  return [...failed.values()]
    .filter(({ failedAtMs }) => failedAtMs > sinceMs)
    .map((one) => failureLine(situation, one));
}

export function failuresInProgress({ state }: Situation, reader: Person | null): string[] {
  const { size } = state.delivery.failed;
  if (size === 0 || reader === null) return [];
  return [may(reader, 'organiser') ? say.someUnsent(size) : say.someUnsentForLeaders(size)];
}

function failureLine({ directory }: Situation, { send: { to, text }, reason }: FailedSend): say.Unsent {
  const where = to.kind === 'chat' ? (directory.chat(to.chat)?.name ?? to.chat) : directory.name(to.person);
  return { text, where, reason };
}
