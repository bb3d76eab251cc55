/** People on duty say that they are there, on the way, or cannot come. */
import { dayOf, HOUR_MS, minutesOf, timeOf } from '../calendar/zone.ts';
import type { ShiftDefinition } from '../campaign/definition.ts';
import type { CampaignEvent } from '../campaign/slices.ts';
import { type Send, tell } from '../ledger.ts';
import { peopleIn, unitsIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/duty.ts';
import { noUnit } from '../replies/roles.ts';
import { runningLine } from '../running-line.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import { organiserNames } from '../submission/people.ts';
import { absentFrom, isShort, type Post } from './state.ts';

/** People come early. */
const checkInAheadMs = HOUR_MS;

export function shiftsOf({ state }: Situation): readonly ShiftDefinition[] {
  return [...(state.definition.duty?.shifts ?? [])].sort((a, b) => a.startMs - b.startMs);
}

export function nextShift(shifts: readonly ShiftDefinition[], nowMs: number): ShiftDefinition | null {
  return shifts.find((shift) => shift.startMs > nowMs) ?? null;
}

/** `who`: the name said with it; only one's own, one's unit's or a word for oneself may stand there. */
export function checkIn(situation: Situation, speaker: Speaker, who = ''): Outcome {
  const { state, directory, nowMs } = situation;
  const { unit, id, name } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  if (!isOneself(situation, speaker, who)) return refuse('not_oneself', say.checkInYourself(who));
  const shifts = shiftsOf(situation);
  const open = shifts.filter((shift) => nowMs >= shift.startMs - checkInAheadMs && nowMs < shift.endMs);
  const [first] = open;
  if (!first) return answer(say.noShiftNow(nextShift(shifts, nowMs)));
  const mine = open.find((shift) => state.duty.shifts.get(shift.id)?.has(unit));
  const post = mine && state.duty.shifts.get(mine.id)?.get(unit);
  if (!mine || !post) return refuse('not_on_duty', say.notOnDuty(directory.short(unit), first.title));
  const inGroup = speaker.chat.kind === 'group';
  const before = post.arrived.get(id);
  if (before) return answer(inGroup ? [] : say.checkedInAlready(name, before.atMs));
  if (post.takenOff.has(id)) return refuse('taken_off', say.takenOff(namesOf(situation, post.people), mine.title));
  const arrived: CampaignEvent = {
    type: 'CheckedIn',
    shift: mine.id,
    unit,
    person: id,
    source: sourceOf(speaker, nowMs),
  };
  if (!inGroup) return answer(say.checkedIn(directory.short(unit), name, mine.title, nowMs), { events: [arrived] });
  return inTheGroup(situation, mine, { unit, person: id }, arrived);
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
function inTheGroup(
  situation: Situation,
  shift: ShiftDefinition,
  who: { readonly unit: string; readonly person: string },
  arrived: CampaignEvent,
): Outcome {
  const { state, directory } = situation;
  const posts = [...(state.duty.shifts.get(shift.id)?.values() ?? [])];
  const held = posts.filter((post) => !isShort(post.unit === who.unit ? withArrival(post, who.person) : post)).length;
  const told = state.duty.told.get(shift.id) ?? null;
  const line = runningLine(told, { count: held, total: posts.length });
  if (line === null) return answer([], { events: [arrived] });
  const lines = {
    first: firstLine(),
    'so-far': say.hereSoFar(shift, held, posts.length),
    all: say.allHere(shift, posts.length),
  };
  const toldNow: CampaignEvent = { type: 'CheckInsTold', shift: shift.id, held };
  return answer(lines[line], { events: [arrived, toldNow] });

  function firstLine(): string {
    const own = posts.find(({ unit }) => unit === who.unit);
    const left = own ? absentFrom(withArrival(own, who.person)) : [];
    const unit = directory.short(who.unit);
    return left.length > 0
      ? say.checkedInShort(unit, directory.name(who.person), shift.title, namesOf(situation, left))
      : say.checkedInGroup(unit, held, posts.length, shift.title);
  }
}

function withArrival(post: Post, person: string): Post {
  const source = { person, cause: '', atMs: 0, words: '' };
  return { ...post, arrived: new Map([...post.arrived, [person, source]]) };
}

/** The shift someone means who says something of coming: the one running, else the next their unit stands. */
function shiftMeant(situation: Situation, unit: string, words = ''): ShiftDefinition | undefined {
  const { state, nowMs } = situation;
  const mine = shiftsOf(situation).filter((shift) => nowMs < shift.endMs && state.duty.shifts.get(shift.id)?.has(unit));
  const tonight = /晚/.test(words) && mine.find((shift) => isTonight(shift, nowMs));
  return tonight || mine[0];
}

const eveningFromMinutes = 17 * 60;

function isTonight({ startMs }: ShiftDefinition, nowMs: number): boolean {
  return dayOf(startMs) === dayOf(nowMs) && minutesOf(timeOf(startMs)) >= eveningFromMinutes;
}

/** 请假，不能到岗: never an arrival; the organiser and the unit's leader hear it at once, and who stands in is asked. */
export function cannotCome(situation: Situation, speaker: Speaker, words: string): Outcome {
  const { directory, nowMs } = situation;
  const { unit, id, name } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const shift = shiftMeant(situation, unit, words);
  if (!shift) return answer(say.noShiftToMiss);
  const event: CampaignEvent = {
    type: 'AbsenceReported',
    shift: shift.id,
    unit,
    person: id,
    reason: words.slice(0, 60),
    source: sourceOf(speaker, nowMs),
  };
  const leaders = directory.peopleOf(unit, 'leader').filter((one) => one.id !== id);
  const people = [...directory.organisers(), ...leaders].filter((one) => one.id !== id);
  const text = say.absenceNotice(directory.short(unit), name, shift, words);
  const sends = [...new Set(people.map((one) => one.id))].map(
    (person): Send => ({ urgency: 'now', about: `absence/${shift.id}/${id}`, ...tell(person, text) }),
  );
  return answer(say.absenceTaken(shift, organiserNames(situation, speaker.person), leaders.length > 0), {
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
