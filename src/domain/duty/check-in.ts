/** People on duty say that they are there. */
import { may } from '../access.ts';
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
import { absentFrom, isShort, type Post } from './post.ts';
import { nextShift, openShifts, shiftsOf, shiftsSpokenOf } from './shift-meant.ts';
import type { DutyOrder } from './state.ts';
import { saysCame } from './there-or-not.ts';

/** Who is on a unit's roster in shifts that are not over, also while the unit is out. */
export function rosterAhead(situation: Situation, unit: UnitId): readonly PersonId[] {
  const { duty } = situation.state;
  const ahead = shiftsOf(situation).filter(({ endMs }) => situation.nowMs < endMs);
  return ahead.flatMap(({ id }) => (duty.shifts.get(id)?.get(unit) ?? duty.setAside.get(unit)?.get(id))?.people ?? []);
}

/** `who`: the name said with it; only one's own, one's unit's, a word for oneself or for the shift may stand there. */
export function checkIn(situation: Situation, speaker: Speaker, order: CheckIn): Outcome {
  const { who, instead = '', shift } = order;
  const { directory } = situation;
  const { unit, name } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const namesShift =
    shift !== undefined && shiftsSpokenOf(shiftsOf(situation), saidOf(shift), situation.nowMs) !== null;
  if (!namesShift && !isOneself(situation, speaker, who)) return refuse('not_oneself', say.checkInYourself(who));
  const stranger = ofAnotherUnit(situation, unit, instead);
  if (stranger) return refuse('not_your_unit', say.standInElsewhere(stranger, directory.short(unit), name));
  const now = postNow(situation, speaker, unit, namesShift ? shift : '');
  return 'kind' in now ? now : arrive(situation, speaker, now, instead);
}

function saidOf(shift: string) {
  return { words: shift, shift };
}

/** 来了 of one whose shift is checked in to, and who has not come yet. */
export function arrivalAwaited(situation: Situation, { person }: Speaker, words: string): CheckIn | null {
  const { state } = situation;
  if (!saysCame(words)) return null;
  const awaited = openShifts(situation).some(({ id }) => {
    const post = state.duty.shifts.get(id)?.get(person.unit ?? '');
    return post?.people.includes(person.id) === true && !post.arrived.has(person.id);
  });
  return awaited ? { name: 'check-in', who: '' } : null;
}

interface PostNow {
  readonly shift: ShiftDefinition;
  readonly post: Post;
}

/** The unit's post of the shift that is named, else of the one that runs or is about to, if the speaker may check in to it. */
function postNow(situation: Situation, { person, chat }: Speaker, unit: string, named: string): PostNow | Outcome {
  const { state, directory, nowMs } = situation;
  const shifts = shiftsOf(situation);
  const open = openShifts(situation);
  const [first] = open;
  if (!first) return answer(say.noShiftNow(nextShift(shifts, nowMs)));
  const held = open.flatMap((shift) => {
    const post = state.duty.shifts.get(shift.id)?.get(unit);
    return post ? [{ shift, post }] : [];
  });
  if (held.length === 0)
    return refuse('not_on_duty', say.notOnDuty(directory.short(unit), first.title, may(person, 'organiser')));
  const spoken = shiftsSpokenOf(shifts, saidOf(named), nowMs);
  const meant = held.filter(({ shift }) => spoken?.includes(shift) ?? true);
  // Who is there already and checks in again does so for the shift that follows.
  const now =
    meant.find(({ post }) => post.people.includes(person.id) && !post.arrived.has(person.id)) ??
    meant.find(({ post }) => post.arrived.has(person.id)) ??
    meant[0];
  if (!now) return answer(say.noShiftNow(spoken?.find(({ startMs }) => startMs > nowMs) ?? nextShift(shifts, nowMs)));
  const { shift, post } = now;
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
  const text = say.checkedIn(directory.short(unit), name, shift, nowMs, forWhom);
  return answer([text, ...alsoOpen(situation, shift, arrived)], { events: [arrived], sends });
}

/** While one shift ends and another begins: the other that the same person stands. */
function alsoOpen(situation: Situation, now: ShiftDefinition, { unit, person }: CheckedIn): string[] {
  const { shifts } = situation.state.duty;
  const other = openShifts(situation).find(({ id }) => {
    const post = shifts.get(id)?.get(unit);
    return id !== now.id && post?.people.includes(person) === true && !post.arrived.has(person);
  });
  return other ? [say.checkInThereToo(other)] : [];
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

export function isOneself({ directory }: Situation, { person }: Speaker, who: string): boolean {
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

export function namesOf({ directory }: Situation, people: readonly string[]): string {
  return people.map((person) => directory.name(person)).join('、');
}
