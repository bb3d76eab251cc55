/** Who is on duty: now, next, and in the shifts that are over. */
import { addDays, dayOf, formatDay } from '../calendar/zone.ts';
import type { ShiftDefinition } from '../campaign/definition.ts';
import type { PersonId } from '../model.ts';
import { unitsIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/duty.ts';
import { noUnit } from '../replies/roles.ts';
import type { Situation, Speaker } from '../situation.ts';
import { absentNames, shortUnits } from './absence.ts';
import { isShort, type Post } from './post.ts';
import { nextShift, openShifts, partOf, shiftsOf } from './shift-meant.ts';
import type { DutyOrder } from './state.ts';

type Status = Extract<DutyOrder, { name: 'duty-status' }>;
type Asked = Status['day'];

export function tellDuty(situation: Situation, asked: Asked, part?: Status['part']): Outcome {
  return answer(asked === null ? (dutyText(situation) ?? say.noDuty) : dayText(situation, asked, part));
}

/** 我们单位谁值班, 黄浦谁值班. */
export function tellUnitDuty(situation: Situation, { person }: Speaker, words: string): Outcome {
  const { directory } = situation;
  const own = /^(?:我|咱|本(?:单位|局))/.test(words);
  if (own && person.unit === null) return refuse('no_unit', noUnit);
  const unit = own ? person.unit : (unitsIn(directory, words).found[0]?.id ?? null);
  if (unit === null) return tellDuty(situation, null);
  const lines = unitLines(situation, unit);
  return answer(lines.length > 0 ? [`${directory.short(unit)}：`, ...lines] : say.noDutyOf(directory.short(unit)));
}

/** 我到了吗: what the list says of the speaker. */
export function tellOwnArrival(situation: Situation, { person: { id, unit, name } }: Speaker): Outcome {
  if (unit === null) return refuse('no_unit', noUnit);
  const open = openShifts(situation).flatMap((shift) => {
    const post = situation.state.duty.shifts.get(shift.id)?.get(unit);
    return post ? [{ shift, source: post.arrived.get(id), owes: post.people.includes(id) }] : [];
  });
  const told = open.flatMap(({ shift, source, owes }) => {
    if (source) return [say.arrivedAt(name, source.atMs, shift)];
    return owes ? [say.notThereYet(shift)] : [];
  });
  if (told.length > 0) return answer(told);
  return answer(say.noShiftNow(nextShift(shiftsOf(situation), situation.nowMs)));
}

/** A unit's shifts, with who stands them. */
export function unitLines(situation: Situation, unit: string): string[] {
  return shiftsOf(situation).flatMap((shift) => {
    const post = situation.state.duty.shifts.get(shift.id)?.get(unit);
    if (!post) return [];
    const held = isHeld(situation, shift, post);
    return [say.unitShift(shift, peopleOf(situation, post) + standIns(situation, post), held)];
  });
}

/** With what they said of coming. */
function peopleOf({ directory }: Situation, { people, arrived, away }: Post): string {
  const said = (person: PersonId) => (arrived.has(person) ? null : (away.get(person)?.kind ?? null));
  return people.map((person) => say.missingPerson(directory.name(person), said(person))).join('、');
}

/** Null where nobody was called who could be absent. */
function isHeld({ state }: Situation, shift: ShiftDefinition, post: Post): boolean | null {
  if (!isShort(post)) return true;
  return state.duty.calledAtMs.has(shift.id) ? false : null;
}

/** Now, or what ended last, and next; all of them when all are over. Null where the campaign has no duty. */
export function dutyText(situation: Situation): string | null {
  const { nowMs } = situation;
  const shifts = shiftsOf(situation);
  if (shifts.length === 0) return null;
  const now = shifts.filter(({ startMs, endMs }) => startMs <= nowMs && nowMs < endMs);
  const next = nextShift(shifts, nowMs);
  const over = shifts.filter(({ endMs }) => endMs <= nowMs);
  const past = next ? lastOf(over) : over;
  const lines =
    now.length > 0 ? now.map((shift) => nowLine(situation, shift)) : past.map((shift) => pastLine(situation, shift));
  if (lines.length === 0) lines.push(say.nobodyOnNow);
  if (next) lines.push(nextLine(situation, next));
  return lines.join('\n');
}

/** Those that ended last. */
function lastOf(over: readonly ShiftDefinition[]): readonly ShiftDefinition[] {
  const endMs = Math.max(...over.map((shift) => shift.endMs));
  return over.filter((shift) => shift.endMs === endMs);
}

const offset: Readonly<Record<NonNullable<Asked>, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

/** A day's shifts, those of the part asked about where there are any; that there are none is said, instead of another day's. */
function dayText(situation: Situation, asked: NonNullable<Asked>, part: Status['part']): string {
  const { nowMs } = situation;
  const day = addDays(dayOf(nowMs), offset[asked]);
  const shifts = shiftsOf(situation).filter(({ startMs, endMs }) => dayOf(startMs) <= day && day <= dayOf(endMs - 1));
  if (shifts.length === 0) return say.noShiftOn(formatDay(day), nextShift(shiftsOf(situation), nowMs));
  const meant = shifts.filter((shift) => part === partOf(shift));
  return (part !== undefined && meant.length > 0 ? meant : shifts)
    .map((shift) => {
      if (nowMs >= shift.endMs) return pastLine(situation, shift);
      return nowMs >= shift.startMs ? nowLine(situation, shift) : nextLine(situation, shift);
    })
    .join('\n');
}

function nowLine(situation: Situation, shift: ShiftDefinition): string {
  return say.shiftNow(shift, turnout(situation, shift));
}

function nextLine({ state, directory }: Situation, shift: ShiftDefinition): string {
  const posts = [...(state.duty.shifts.get(shift.id)?.values() ?? [])];
  const unnamed = posts.filter((post) => post.people.length === 0).map((post) => directory.short(post.unit));
  const away = posts.flatMap(({ unit, people, away: said }) =>
    people.flatMap((person) => {
      const kind = said.get(person)?.kind ?? 'coming';
      // That somebody comes who is to come is no news.
      return kind === 'coming'
        ? []
        : [say.absentPost(directory.short(unit), [say.missingPerson(directory.name(person), kind)])];
    }),
  );
  return say.shiftNext(shift, {
    named: posts.length - unnamed.length,
    posts: posts.length,
    unnamed: unnamed.join('、'),
    held: posts.filter((post) => !isShort(post)).length,
    away: away.slice(0, awayShown).join('；') + (away.length > awayShown ? `等${away.length}人` : ''),
  });
}

const awayShown = 20;

function pastLine(situation: Situation, shift: ShiftDefinition): string {
  return say.shiftPast(shift, turnout(situation, shift));
}

function turnout(situation: Situation, shift: ShiftDefinition): say.Turnout {
  const { duty, conduct } = situation.state;
  const short = shortUnits(situation, shift);
  const posts = duty.shifts.get(shift.id)?.size ?? 0;
  const held = posts - short.length;
  if (duty.calledAtMs.has(shift.id)) {
    const missing = absentNames(situation, shift, short);
    return { held, posts, missing, partly: partlyHeld(situation, shift, short), late: lateNames(situation, shift) };
  }
  const { standing } = conduct;
  return { held, posts, uncalled: standing.kind !== 'running' && standing.atMs <= shift.startMs ? 'stopped' : 'other' };
}

function partlyHeld({ state }: Situation, { id }: ShiftDefinition, short: readonly string[]): number {
  const posts = state.duty.shifts.get(id);
  return short.filter((unit) => (posts?.get(unit)?.arrived.size ?? 0) > 0).length;
}

/** Who was there in the end, and by far not all the time. */
function lateNames({ state, directory }: Situation, shift: ShiftDefinition): string {
  const calledAtMs = state.duty.calledAtMs.get(shift.id);
  if (calledAtMs === undefined) return '';
  const late = [...(state.duty.shifts.get(shift.id)?.values() ?? [])].flatMap(({ unit, arrived }) =>
    [...arrived].flatMap(([person, { atMs }]) =>
      atMs - Math.max(calledAtMs, shift.startMs) >= say.muchLateMs
        ? [say.cameLate(directory.short(unit), directory.name(person), shift, atMs)]
        : [],
    ),
  );
  return late.slice(0, lateShown).join('、') + (late.length > lateShown ? `等${late.length}人` : '');
}

const lateShown = 20;

function standIns({ directory }: Situation, post: Post): string {
  return say.standInRemark(
    [...post.standIns].map(([person, instead]) => ({ name: directory.name(person), forWhom: directory.name(instead) })),
  );
}
