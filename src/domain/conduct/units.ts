/** Units join the campaign and leave it by an organiser's word; nobody else hears of it. */

import { waysTo } from '../broadcast/late.ts';
import type { CampaignEvent } from '../campaign/slices.ts';
import type { Unit } from '../directory/model.ts';
import { rosterAhead } from '../duty/check-in.ts';
import { unitsOn } from '../duty/state.ts';
import { exampleOf } from '../examples.ts';
import type { Send } from '../ledger.ts';
import type { PersonId, UnitId } from '../model.ts';
import { unitsIn } from '../naming.ts';
import { answer, type Closing, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/conduct.ts';
import { unitList } from '../replies/wording.ts';
import type { Situation, Speaker } from '../situation.ts';
import { aboutToTell, contactsReached, tellUnits } from '../told.ts';

export function previewJoin(situation: Situation, words: string): string | null {
  const coming = (readUnits(situation, words) ?? []).filter(({ id }) => !owesAll(situation, id));
  if (coming.length === 0) return null;
  const ids = coming.map(({ id }) => id);
  const getting = ids.filter((unit) => !wasSent(situation, unit));
  const hearing = hearingOf(situation, (unit) => !wasSent(situation, unit));
  const told = ids.filter((unit) => wasSent(situation, unit) || hearing(situation, unit).length > 0);
  return (
    say.aboutToJoin(namesOf(situation, coming), coming.length, planWay(situation, getting)) +
    (told.length > 0 && situation.state.broadcast.publishedAtMs !== null ? aboutToTell(situation, told, hearing) : '')
  );
}

/** Whether a unit was asked for its receipt before, here or before it left. */
function wasSent({ state: { broadcast } }: Situation, unit: UnitId): boolean {
  return broadcast.silent.has(unit) || broadcast.receipts.has(unit) || broadcast.setAside.has(unit);
}

function planWay(situation: Situation, units: readonly UnitId[]): say.PlanWay {
  const { directory, state } = situation;
  if (state.broadcast.publishedAtMs === null) return { alone: null, inGroup: '' };
  const { alone, inGroup } = waysTo(situation, units);
  return {
    alone: alone.map((person) => directory.name(person)),
    inGroup: unitList(directory, inGroup, inGroup.length),
  };
}

export function joinUnits(situation: Situation, { person }: Speaker, words: string): Outcome {
  const units = readUnits(situation, words);
  if (units === null) return refuse('unit_unknown', say.whichUnits(words, exampleOf(situation)));
  const coming = units.filter(({ id }) => !owesAll(situation, id));
  if (coming.length === 0) return answer(say.inAlready(namesOf(situation, units)));
  return answer(say.joined(namesOf(situation, coming)), {
    events: coming.map(({ id }) => ({ type: 'UnitJoined', unit: id, by: person.id }) as const),
    closings: [whatTheyOwe(coming)],
  });
}

/** What units that have just joined owe, from the state the message leaves. */
function whatTheyOwe(units: readonly Unit[]): Closing {
  return {
    key: 'conduct/joined',
    tell: (before, after) => [
      planLine(before, after, units),
      ...units.slice(0, 1).flatMap(({ id }) => after.house.owed(after, id)),
      say.nobodyThere(
        namesOf(
          after,
          units.filter(({ id }) => contactsReached(after, [id]).length === 0),
        ),
      ),
    ],
  };
}

function planLine(before: Situation, after: Situation, units: readonly Unit[]): string {
  const getting = units.map(({ id }) => id).filter((unit) => getsThePlan(before, after, unit));
  if (after.state.broadcast.publishedAtMs === null || getting.length > 0) return say.planSent(planWay(after, getting));
  return units.some(({ id }) => after.state.broadcast.receipts.has(id)) ? say.planKnown : '';
}

/** Broadcast sends it to whoever owes a receipt only now. */
function getsThePlan(before: Situation, after: Situation, unit: UnitId): boolean {
  return after.state.broadcast.silent.has(unit) && !before.state.broadcast.silent.has(unit);
}

/** Who gets no plan, having it from before, or standing its shifts alone, hears what the unit owes. */
export function tellReturned(before: Situation, after: Situation, events: readonly CampaignEvent[]): Send[] {
  if (before.state.broadcast.publishedAtMs === null) return [];
  const { house, state } = after;
  const hearing = hearingOf(before, (unit) => getsThePlan(before, after, unit));
  return events.flatMap((event) => {
    if (event.type !== 'UnitJoined') return [];
    const text = say.joinedNotice(state.definition.shortTitle, house.owed(after, event.unit));
    return tellUnits(after, [[event.unit, text]], hearing).sends;
  });
}

export function previewRelease(situation: Situation, words: string): string | null {
  const leaving = leavingOf(situation, readUnits(situation, words) ?? []);
  if (leaving.length === 0) return null;
  const telling = aboutToTell(
    situation,
    leaving.map(({ id }) => id),
    concernedOf,
  );
  return say.aboutToRelease(namesOf(situation, leaving), haveReported(situation, leaving).length > 0, telling);
}

export function releaseUnits(situation: Situation, { person }: Speaker, words: string): Outcome {
  const units = readUnits(situation, words);
  if (units === null) return refuse('unit_unknown', say.whichUnits(words, exampleOf(situation)));
  const leaving = leavingOf(situation, units);
  if (leaving.length === 0) return answer(say.notIn(namesOf(situation, units)));
  const kept = haveReported(situation, leaving).length > 0;
  const text = say.releasedNotice(situation.state.definition.shortTitle);
  const { sends, line } = tellUnits(
    situation,
    leaving.map(({ id }) => [id, text] as const),
    concernedOf,
  );
  return answer(say.released(namesOf(situation, leaving), kept, line), {
    events: leaving.map(({ id }) => ({ type: 'UnitLeft', unit: id, by: person.id }) as const),
    sends,
  });
}

/** Whom it concerns that a unit leaves or comes back: its contacts, and who stands its shifts to come. */
function concernedOf(situation: Situation, unit: UnitId): readonly PersonId[] {
  return [...new Set([...situation.directory.contactsOf([unit]), ...rosterAhead(situation, unit)])];
}

/** Who hears that a unit joins: its contacts, unless they get the plan, and whoever was told that it left. */
function hearingOf(before: Situation, getsPlan: (unit: UnitId) => boolean): typeof concernedOf {
  return ({ directory }, unit) => {
    const contacts = directory.contactsOf([unit]);
    const all = before.state.amended.get(unit) === 'left' ? concernedOf(before, unit) : contacts;
    return getsPlan(unit) ? all.filter((person) => !contacts.includes(person)) : all;
  };
}

function leavingOf(situation: Situation, units: readonly Unit[]): readonly Unit[] {
  return units.filter(({ id }) => situation.house.concerns(situation, id));
}

function haveReported({ state }: Situation, units: readonly Unit[]): readonly Unit[] {
  const returns = [...state.submission.returns.values()];
  return units.filter(({ id }) => returns.some(({ submissions }) => submissions.has(id)));
}

/** Null where the words hold anything but units. */
function readUnits({ directory }: Situation, words: string): readonly Unit[] | null {
  const { found, rest } = unitsIn(directory, words);
  return found.length === 0 || rest.replace(/单位|活动|等/g, '').trim() !== '' ? null : found;
}

function owesAll({ state }: Situation, unit: UnitId): boolean {
  const { silent, receipts } = state.broadcast;
  const returns = [...state.submission.returns.values()];
  return (silent.has(unit) || receipts.has(unit)) && returns.every(({ assigned }) => assigned.has(unit));
}

function namesOf({ directory }: Situation, units: readonly Unit[]): string {
  return unitList(
    directory,
    units.map(({ id }) => id),
    units.length,
  );
}

/** Units in the campaign otherwise than its file has them. */
export function unitsAmended({ state, directory }: Situation): string[] {
  const { addressees, returns, duty } = state.definition;
  const filed = [addressees.units, ...returns.map(({ from }) => from.units)];
  const onDuty = duty === null ? [] : duty.shifts.map((shift) => unitsOn(duty, shift));
  const joined = unitsThat(state.amended, 'joined').filter((unit) => !filed.every((units) => units.includes(unit)));
  const left = unitsThat(state.amended, 'left').filter((unit) =>
    [...filed, ...onDuty].some((units) => units.includes(unit)),
  );
  return [
    ...(joined.length > 0 ? [say.joinedLine(unitList(directory, joined, joined.length))] : []),
    ...(left.length > 0 ? [say.leftLine(unitList(directory, left, left.length))] : []),
  ];
}

function unitsThat(amended: ReadonlyMap<UnitId, 'joined' | 'left'>, change: 'joined' | 'left'): UnitId[] {
  return [...amended].flatMap(([unit, how]) => (how === change ? [unit] : []));
}
