/** Units hear at once what was sent back and what was accepted: alone where the platform can. */
import type { CampaignEvent } from '../campaign/slices.ts';
import type { Person } from '../directory/model.ts';
import { type Send, tell } from '../ledger.ts';
import type { UnitId } from '../model.ts';
import * as say from '../replies/review.ts';
import { unitList } from '../replies/wording.ts';
import type { Renewals } from '../room.ts';
import type { Situation } from '../situation.ts';
import { dueFor } from '../submission/due.ts';
import type { ReturnState } from '../submission/state.ts';
import { unitsWithoutReporter } from '../told.ts';
import { isRequired, reviewOf } from './reviewed.ts';
import type { ReturnedPurpose, ReviewShape } from './state.ts';

export function reviewNotices(_before: Situation, after: Situation, events: readonly CampaignEvent[]): Send[] {
  return [...unitsOf(events, 'SubmissionReturned')]
    .flatMap(([id, units]) => returnedNotices(after, { returnId: id, units, backs: backsOf(events, id) }))
    .concat([...unitsOf(events, 'SubmissionAccepted')].flatMap(([id, units]) => acceptedNotices(after, id, units)));
}

function unitsOf(
  events: readonly CampaignEvent[],
  type: 'SubmissionReturned' | 'SubmissionAccepted',
): Map<string, UnitId[]> {
  const units = new Map<string, UnitId[]>();
  for (const event of events)
    if (event.type === type) units.set(event.returnId, [...(units.get(event.returnId) ?? []), event.unit]);
  return units;
}

/** What has gone back now: what went back before is told already. */
function backsOf(events: readonly CampaignEvent[], returnId: string): (string | null)[] {
  const backs = events.flatMap((event) => {
    if (event.type !== 'SubmissionReturned' || event.returnId !== returnId) return [];
    const { rows, materials } = event;
    return [...materials, ...(rows.length > 0 || materials.length === 0 ? [null] : [])];
  });
  return [...new Set(backs)];
}

type About = Omit<ReturnedPurpose, 'kind'>;
type Line = say.ReturnedLine & { readonly unit: UnitId };

/** Whom to tell of a unit's return: its reporters, its leaders where it has none. */
function contactsOf({ directory }: Situation, unit: UnitId): Person[] {
  return directory.contactsOf([unit]).flatMap((id) => directory.person(id) ?? []);
}

function returnedNotices(situation: Situation, about: About): Send[] {
  const { units } = about;
  const contacts = units.flatMap((unit) => contactsOf(situation, unit).map((person) => ({ unit, person })));
  const alone = contacts.filter(({ person }) => situation.reach(person.id) === 'alone');
  const inGroup = units.filter((unit) =>
    contacts.some((one) => one.unit === unit && situation.reach(one.person.id) === 'in-group'),
  );
  return [
    ...alone.flatMap(({ unit, person }) =>
      notice(situation, { ...about, units: [unit] }, { kind: 'person', person: person.id }),
    ),
    ...(inGroup.length === 0 ? [] : situation.groups).flatMap(({ id }) =>
      notice(situation, { ...about, units: inGroup }, { kind: 'chat', chat: id }),
    ),
  ];
}

/** None where nothing is out any more. */
function notice(situation: Situation, { returnId, units, backs }: About, to: Send['to']): Send[] {
  const returned = situation.state.submission.returns.get(returnId);
  if (!returned) return [];
  const lines = units.map((unit) => lineFor(situation, returned, unit, backs)).filter((line) => line.backs.length > 0);
  const left = lines.map(({ unit }) => unit);
  if (left.length === 0) return [];
  const { directory, botName } = situation;
  const without = unitsWithoutReporter(directory, left);
  const names = unitList(directory, without, without.length);
  const text = to.kind === 'person' ? say.returnedAlone(lines, names) : say.returnedInGroup(lines, botName, names);
  const mentions = to.kind === 'person' ? [] : directory.contactsOf(left);
  return [
    { to, text, mentions, purpose: { kind: 'submission-returned', returnId, units: left, ...(backs && { backs }) } },
  ];
}

function lineFor(situation: Situation, returned: ReturnState, unit: UnitId, told: About['backs']): Line {
  const review = reviewOf(returned, unit);
  const due = dueFor(returned, unit);
  const { completedAtMs = null } = returned.submissions.get(unit) ?? {};
  return {
    unit,
    name: situation.directory.short(unit),
    returned,
    backs: review.kind === 'returned' ? review.backs.filter(({ material }) => told?.includes(material) ?? true) : [],
    due: situation.nowMs < due.lateAfterMs ? due : null,
    wasInTime: completedAtMs !== null && completedAtMs < due.lateAfterMs,
  };
}

/** Good news is no reason to call a group: only who can be told alone hears of it. */
function acceptedNotices(situation: Situation, returnId: string, units: readonly UnitId[]): Send[] {
  const returned = situation.state.submission.returns.get(returnId);
  if (!returned || !isRequired(situation)) return [];
  return units.flatMap((unit) =>
    contactsOf(situation, unit)
      .filter((person) => situation.reach(person.id) === 'alone')
      .map((person) => tell(person.id, say.acceptedAlone(say.titleOf(returned)))),
  );
}

export const reviewRenew: Renewals<ReviewShape> = {
  'submission-returned': (situation, send, about) => notice(situation, about, send.to)[0] ?? null,
};
