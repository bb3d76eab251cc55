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
import type { ReviewShape } from './state.ts';

export function reviewNotices(_before: Situation, after: Situation, events: readonly CampaignEvent[]): Send[] {
  return [...unitsOf(events, 'SubmissionReturned')]
    .flatMap(([id, units]) => returnedNotices(after, id, units))
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

/** Whom to tell of a unit's return: its reporters, its leaders where it has none. */
function contactsOf({ directory }: Situation, unit: UnitId): Person[] {
  return directory.contactsOf([unit]).flatMap((id) => directory.person(id) ?? []);
}

function returnedNotices(situation: Situation, returnId: string, units: readonly UnitId[]): Send[] {
  const contacts = units.flatMap((unit) => contactsOf(situation, unit).map((person) => ({ unit, person })));
  const alone = contacts.filter(({ person }) => situation.reach(person.id) === 'alone');
  const inGroup = units.filter((unit) =>
    contacts.some((one) => one.unit === unit && situation.reach(one.person.id) === 'in-group'),
  );
  return [
    ...alone.flatMap(({ unit, person }) => notice(situation, returnId, [unit], { kind: 'person', person: person.id })),
    ...(inGroup.length === 0 ? [] : situation.groups).flatMap(({ id }) =>
      notice(situation, returnId, inGroup, { kind: 'chat', chat: id }),
    ),
  ];
}

/** None where nothing is out any more. */
function notice(situation: Situation, returnId: string, units: readonly UnitId[], to: Send['to']): Send[] {
  const returned = situation.state.submission.returns.get(returnId);
  const left = returned ? units.filter((unit) => reviewOf(returned, unit).kind === 'returned') : [];
  if (!returned || left.length === 0) return [];
  const lines = left.map((unit) => lineFor(situation, returned, unit));
  const { directory, botName } = situation;
  const without = unitsWithoutReporter(directory, left);
  const names = unitList(directory, without, without.length);
  const text = to.kind === 'person' ? say.returnedAlone(lines, names) : say.returnedInGroup(lines, botName, names);
  const mentions = to.kind === 'person' ? [] : directory.contactsOf(left);
  return [{ to, text, mentions, purpose: { kind: 'submission-returned', returnId, units: left } }];
}

function lineFor(situation: Situation, returned: ReturnState, unit: UnitId): say.ReturnedLine {
  const review = reviewOf(returned, unit);
  const due = dueFor(returned, unit);
  const { completedAtMs = null } = returned.submissions.get(unit) ?? {};
  return {
    unit: situation.directory.short(unit),
    returned,
    backs: review.kind === 'returned' ? review.backs : [],
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
  'submission-returned': (situation, send, { returnId, units }) =>
    notice(situation, returnId, units, send.to)[0] ?? null,
};
