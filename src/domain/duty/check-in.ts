/** People on duty say that they are there, on the way, or cannot come. */
import { may } from '../access.ts';
import { readNamedDay } from '../calendar/named-day.ts';
import { type Day, dayOf, HOUR_MS, minutesOf, timeOf } from '../calendar/zone.ts';
import type { ShiftDefinition } from '../campaign/definition.ts';
import type { CampaignEvent } from '../campaign/slices.ts';
import type { Person } from '../directory/model.ts';
import { type Send, tell } from '../ledger.ts';
import type { PersonId, UnitId } from '../model.ts';
import { peopleIn, unitsIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/duty.ts';
import { noUnit } from '../replies/roles.ts';
import { runningLine } from '../running-line.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import { absentFrom, type DutyOrder, isShort, type Post } from './state.ts';

/** People come early. */
const checkInAheadMs = HOUR_MS;

export function shiftsOf({ state }: Situation): readonly ShiftDefinition[] {
  return [...(state.definition.duty?.shifts ?? [])].sort((a, b) => a.startMs - b.startMs);
}

/** Who is on a unit's roster in shifts that are not over, also while the unit is out. */
export function rosterAhead(situation: Situation, unit: UnitId): readonly PersonId[] {
  const { duty } = situation.state;
  const ahead = shiftsOf(situation).filter(({ endMs }) => situation.nowMs < endMs);
  return ahead.flatMap(({ id }) => (duty.shifts.get(id)?.get(unit) ?? duty.setAside.get(unit)?.get(id))?.people ?? []);
}

export function nextShift(shifts: readonly ShiftDefinition[], nowMs: number): ShiftDefinition | null {
  return shifts.find((shift) => shift.startMs > nowMs) ?? null;
}

/** `who`: the name said with it; only one's own, one's unit's or a word for oneself may stand there. */
export function checkIn(situation: Situation, speaker: Speaker, { who, instead = '' }: CheckIn): Outcome {
  const { directory } = situation;
  const { unit, name } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  if (!isOneself(situation, speaker, who)) return refuse('not_oneself', say.checkInYourself(who));
  const stranger = ofAnotherUnit(situation, unit, instead);
  if (stranger) return refuse('not_your_unit', say.standInElsewhere(stranger, directory.short(unit), name));
  const now = postNow(situation, speaker, unit);
  return 'kind' in now ? now : arrive(situation, speaker, now, instead);
}

interface PostNow {
  readonly shift: ShiftDefinition;
  readonly post: Post;
}

/** The unit's post of the shift that runs or is about to, if the speaker may check in to it. */
function postNow(situation: Situation, { person, chat }: Speaker, unit: string): PostNow | Outcome {
  const { state, directory, nowMs } = situation;
  const shifts = shiftsOf(situation);
  const open = shifts.filter((shift) => nowMs >= shift.startMs - checkInAheadMs && nowMs < shift.endMs);
  const [first] = open;
  if (!first) return answer(say.noShiftNow(nextShift(shifts, nowMs)));
  const shift = open.find(({ id }) => state.duty.shifts.get(id)?.has(unit));
  const post = shift && state.duty.shifts.get(shift.id)?.get(unit);
  if (!shift || !post)
    return refuse('not_on_duty', say.notOnDuty(directory.short(unit), first.title, may(person, 'organiser')));
  const before = post.arrived.get(person.id);
  if (before) return answer(chat.kind === 'group' ? [] : say.checkedInAlready(person.name, before.atMs));
  if (post.takenOff.has(person.id))
    return refuse('taken_off', say.takenOff(namesOf(situation, post.people), shift.title));
  return { shift, post };
}

/** `instead`: for whom the speaker stands in, in words; empty where he did not say. */
function arrive(situation: Situation, speaker: Speaker, { shift, post }: PostNow, instead: string): Outcome {
  const { directory, nowMs } = situation;
  const { unit } = post;
  const { id, name } = speaker.person;
  const replaced = instead === '' ? [] : replacedAt(situation, post, speaker.person, instead);
  if (replaced.length > 1) return refuse('who_replaced', say.whomReplaced(instead, namesOf(situation, replaced)));
  const [insteadOf = null] = replaced;
  const arrived = {
    type: 'CheckedIn',
    shift: shift.id,
    unit,
    person: id,
    source: sourceOf(speaker, nowMs),
    ...(insteadOf === null ? {} : { insteadOf }),
  } as const;
  const sends = insteadOf === null ? [] : standInNews(situation, shift, { unit, name, insteadOf });
  if (speaker.chat.kind === 'group') return inTheGroup(situation, shift, arrived, sends);
  const forWhom = insteadOf === null ? '' : directory.name(insteadOf);
  return answer(say.checkedIn(directory.short(unit), name, shift.title, nowMs, forWhom), { events: [arrived], sends });
}

type CheckIn = Extract<DutyOrder, { name: 'check-in' }>;
type CheckedIn = Extract<CampaignEvent, { type: 'CheckedIn' }>;

/** Somebody named whom the directory knows, of another unit than one's own alone. */
function ofAnotherUnit({ directory }: Situation, unit: string, words: string): { name: string; unit: string } | null {
  const { found } = peopleIn(directory, words);
  const [first] = found;
  if (!first || first.unit === null || found.some((person) => person.unit === unit)) return null;
  return { name: first.name, unit: directory.short(first.unit) };
}

/** Who of the roster is meant, by name or by what people call them (朱局): several where that is not clear. */
function replacedAt({ directory }: Situation, { people }: Post, { id }: Person, words: string): readonly PersonId[] {
  // Who is on the roster himself holds his own place.
  if (people.includes(id)) return [];
  const named = people.filter((person) => words.includes(directory.name(person)));
  const call = words.replace(/^[小老]/, '');
  const called = people.filter((person) => call.length <= 4 && call.startsWith(directory.name(person).slice(0, 1)));
  return [named, called].find(({ length }) => length === 1) ?? people;
}

/** Organisers see who stands where somebody else was to; nobody is called in the group for it. */
function standInNews(
  { directory, reach }: Situation,
  shift: ShiftDefinition,
  { unit, name, insteadOf }: { readonly unit: string; readonly name: string; readonly insteadOf: PersonId },
): Send[] {
  const text = say.standInNotice(directory.short(unit), name, directory.name(insteadOf), shift.title);
  return directory
    .organisers()
    .filter(({ id }) => reach(id) === 'alone')
    .map(({ id }) => tell(id, text));
}

const oneself =
  /^(?:我们?(?:这边|单位|局|几个)?|本人|本单位|本局|人员?|大家|都|全部?|全员|均|现|今天|今晚|刚|报告)*(?:都|均|全部?|已)?$/;

function isOneself({ directory }: Situation, { person }: Speaker, who: string): boolean {
  if (oneself.test(who) || who.includes(person.name)) return true;
  return (
    unitsIn(directory, who).found.some(({ id }) => id === person.unit) && peopleIn(directory, who).found.length === 0
  );
}

/** In the group the first is answered, then the count at half and when all are there; else nothing. */
function inTheGroup(situation: Situation, shift: ShiftDefinition, who: CheckedIn, sends: readonly Send[]): Outcome {
  const { state, directory } = situation;
  const posts = [...(state.duty.shifts.get(shift.id)?.values() ?? [])];
  const held = posts.filter((post) => !isShort(post.unit === who.unit ? withArrival(post, who) : post)).length;
  const told = state.duty.told.get(shift.id) ?? null;
  const line = runningLine(told, { count: held, total: posts.length });
  if (line === null) return answer([], { events: [who], sends });
  const lines = {
    first: firstLine(),
    'so-far': say.hereSoFar(shift, held, posts.length),
    all: say.allHere(shift, posts.length),
  };
  const toldNow: CampaignEvent = { type: 'CheckInsTold', shift: shift.id, held };
  return answer(lines[line], { events: [who, toldNow], sends });

  function firstLine(): string {
    const own = posts.find(({ unit }) => unit === who.unit);
    const left = own ? absentFrom(withArrival(own, who)) : [];
    const unit = directory.short(who.unit);
    return left.length > 0
      ? say.checkedInShort(unit, directory.name(who.person), shift.title, namesOf(situation, left))
      : say.checkedInGroup(unit, held, posts.length, shift.title);
  }
}

function withArrival(post: Post, { person, source, insteadOf }: CheckedIn): Post {
  return {
    ...post,
    arrived: new Map([...post.arrived, [person, source]]),
    standIns: new Map([...post.standIns, ...(insteadOf === undefined ? [] : [[person, insteadOf] as const])]),
  };
}

/** The shift someone means who says something of coming: the one running, else the next their unit stands. */
function shiftMeant(situation: Situation, unit: string, words = ''): ShiftDefinition | undefined {
  const { state, nowMs } = situation;
  const mine = shiftsOf(situation).filter((shift) => nowMs < shift.endMs && state.duty.shifts.get(shift.id)?.has(unit));
  const tonight = /晚/.test(words) && mine.find((shift) => isTonight(shift, nowMs));
  return tonight || mine[0];
}

const eveningFromMinutes = 17 * 60;

function isTonight(shift: ShiftDefinition, nowMs: number): boolean {
  return dayOf(shift.startMs) === dayOf(nowMs) && beginsInTheEvening(shift);
}

export function beginsInTheEvening({ startMs }: ShiftDefinition): boolean {
  return minutesOf(timeOf(startMs)) >= eveningFromMinutes;
}

type CannotCome = Extract<DutyOrder, { name: 'cannot-come' }>;

/** Shifts to come, and the one that runs, that the person stands. */
function ownShifts(situation: Situation, id: PersonId, unit: string): readonly ShiftDefinition[] {
  const { state, nowMs } = situation;
  return shiftsOf(situation).filter(
    (shift) => nowMs < shift.endMs && state.duty.shifts.get(shift.id)?.get(unit)?.people.includes(id),
  );
}

/** The day that is said; today where none is. */
function dayMeant(words: string, nowMs: number): Day {
  const today = dayOf(nowMs);
  const said = [...words].map((_, at) => readNamedDay(words.slice(at), today)).find((named) => named !== null);
  return said?.day ?? today;
}

function ofDay(
  shifts: readonly ShiftDefinition[],
  day: Day,
  words: string,
  nowMs: number,
): ShiftDefinition | undefined {
  const isThen = ({ startMs }: ShiftDefinition) => dayOf(startMs) === day || (startMs <= nowMs && day === dayOf(nowMs));
  const then = shifts.filter(isThen);
  return (/晚/.test(words) ? then.find(beginsInTheEvening) : undefined) ?? then[0];
}

/** 请假，不能到岗: never an arrival; the organiser and the unit's leader hear it at once, and who stands in is asked. */
export function cannotCome(situation: Situation, speaker: Speaker, { words, unnamed }: CannotCome): Outcome {
  const { directory, nowMs } = situation;
  const { unit, id, name } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const own = unnamed ? ownShifts(situation, id, unit) : [];
  const day = unnamed ? dayMeant(words, nowMs) : null;
  const shift = day === null ? shiftMeant(situation, unit, words) : ofDay(own, day, words, nowMs);
  if (!shift) return answer(day === null ? say.noShiftToMiss : say.noShiftOfYours(day, own[0] ?? null));
  const event: CampaignEvent = {
    type: 'AbsenceReported',
    shift: shift.id,
    unit,
    person: id,
    reason: words.slice(0, 60),
    source: sourceOf(speaker, nowMs),
  };
  const heard = (people: readonly Person[]) =>
    people.filter((one) => one.id !== id && situation.reach(one.id) !== 'nowhere').map((one) => one.id);
  const organisers = heard(directory.organisers());
  // Before the plan is out organisers alone are written to.
  const published = situation.state.broadcast.publishedAtMs !== null;
  const leaders = published ? heard(directory.peopleOf(unit, 'leader')) : [];
  const text = say.absenceNotice(directory.short(unit), name, shift, words);
  const sends = [...new Set([...organisers, ...leaders])].map(
    (person): Send => ({ urgency: 'now', about: `absence/${shift.id}/${id}`, ...tell(person, text) }),
  );
  const names = organisers.map((person) => directory.name(person)).join('、');
  const [standIn] = peopleIn(directory, words, unit).found.filter((one) => one.id !== id);
  return answer(say.absenceTaken(shift, names, leaders.length > 0, standIn?.name ?? null), {
    events: [event],
    sends,
  });
}

export function onTheWay(situation: Situation, speaker: Speaker): Outcome {
  const { unit, id } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const shift = shiftMeant(situation, unit);
  // Days before a shift nobody is on the way to it.
  if (!shift || situation.nowMs < shift.startMs - checkInAheadMs)
    return answer(say.noShiftNow(nextShift(shiftsOf(situation), situation.nowMs)));
  return answer(say.onTheWayTaken(shift), {
    events: [{ type: 'OnTheWay', shift: shift.id, unit, person: id, source: sourceOf(speaker, situation.nowMs) }],
  });
}

export function namesOf({ directory }: Situation, people: readonly string[]): string {
  return people.map((person) => directory.name(person)).join('、');
}
