/** People on duty say that they cannot come, or are on the way. */
import { readNamedDay } from '../calendar/named-day.ts';
import { type Day, dayOf, minutesOf, timeOf } from '../calendar/zone.ts';
import type { ShiftDefinition } from '../campaign/definition.ts';
import type { CampaignEvent } from '../campaign/slices.ts';
import type { Person } from '../directory/model.ts';
import { type Send, tell } from '../ledger.ts';
import type { PersonId, UnitId } from '../model.ts';
import { peopleIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/duty.ts';
import { noUnit } from '../replies/roles.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import { checkInAheadMs, nextShift, shiftsOf } from './check-in.ts';
import type { DutyOrder } from './state.ts';

type CannotCome = Extract<DutyOrder, { name: 'cannot-come' }>;

/** 请假，不能到岗: never an arrival; the organiser and the unit's leader hear it at once, and who stands in is asked. */
export function cannotCome(situation: Situation, speaker: Speaker, order: CannotCome): Outcome {
  const { unit, id } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  if (/[?？]\s*$/.test(speaker.words)) return answer(say.leaveHow);
  if (isOfAnother(situation, speaker.person, order.words)) return answer(say.absenceOfAnother);
  const own = ownShifts(situation, id, unit);
  const shift = shiftMeant(own, order, situation.nowMs);
  if (shift) return takeAbsence(situation, speaker, { shift, unit, words: order.words });
  return answer(say.noShiftOfYours(dayMeant(order, situation.nowMs), own[0] ?? null));
}

interface Absence {
  readonly shift: ShiftDefinition;
  readonly unit: UnitId;
  readonly words: string;
}

function takeAbsence(situation: Situation, speaker: Speaker, { shift, unit, words }: Absence): Outcome {
  const { directory, nowMs } = situation;
  const { id, name } = speaker.person;
  const source = sourceOf(speaker, nowMs);
  const event: CampaignEvent = {
    type: 'AbsenceReported',
    shift: shift.id,
    unit,
    person: id,
    reason: words.slice(0, 60),
    source,
  };
  const { organisers, leaders } = whoHears(situation, unit, id);
  const text = say.absenceNotice(directory.short(unit), name, shift, words);
  const sends = [...new Set([...organisers, ...leaders])].map(
    (person): Send => ({ urgency: 'now', about: `absence/${shift.id}/${id}`, ...tell(person, text) }),
  );
  const names = organisers.map((person) => directory.name(person)).join('、');
  const [standIn] = peopleIn(directory, words, unit).found.filter((one) => one.id !== id);
  return answer(say.absenceTaken(shift, names, leaders.length > 0, standIn?.name ?? null), { events: [event], sends });
}

/** Those whom a message reaches; before the plan is out organisers alone are written to. */
function whoHears(situation: Situation, unit: UnitId, absent: PersonId) {
  const { directory, state, reach } = situation;
  const heard = (people: readonly Person[]) =>
    people.filter(({ id }) => id !== absent && reach(id) !== 'nowhere').map(({ id }) => id);
  const published = state.broadcast.publishedAtMs !== null;
  return {
    organisers: heard(directory.organisers()),
    leaders: published ? heard(directory.peopleOf(unit, 'leader')) : [],
  };
}

const leave = /请(?:病|事)?假|不能|无法|没法|[来去到]不了|不在/;
/** 韩局15号不能到岗; but 领导派我去北京 is why one cannot come oneself. */
const another =
  /(?:^|[，,。；;\s])(?:我们?)?(?:[\u4e00-\u9fff]{1,2}(?:局|处|科|总|队|所|主任|书记|同志|老师)长?|[小老][\u4e00-\u9fff]|[他她]|同事|领导)(?!.{0,4}(?:派|让|叫|要|安排|通知|找))/;

/** Whether it is somebody else who cannot come: an absence is everyone's own to report. */
function isOfAnother({ directory }: Situation, { id }: Person, words: string): boolean {
  const [before = ''] = words.split(leave);
  if (/[我替代顶由]/.test(before.replace(/我们?(?=局|处|科|单位|同事|领导)/g, ''))) return false;
  return another.test(before) || peopleIn(directory, before).found.some((person) => person.id !== id);
}

/** Shifts to come, and the one that runs, that the person stands. */
function ownShifts(situation: Situation, id: PersonId, unit: string): readonly ShiftDefinition[] {
  const { state, nowMs } = situation;
  return shiftsOf(situation).filter(
    (shift) => nowMs < shift.endMs && state.duty.shifts.get(shift.id)?.get(unit)?.people.includes(id),
  );
}

/** Of one's own: the one that is named, one of the day that is said, else today's; the next where the post itself is spoken of. */
function shiftMeant(
  own: readonly ShiftDefinition[],
  { words, shift }: CannotCome,
  nowMs: number,
): ShiftDefinition | undefined {
  if (shift !== undefined) return own.find(({ title }) => title.includes(shift));
  const day = dayNamed(words, nowMs);
  const then = partOfDay(own, words).filter((one) => day === null || isOn(one, day, nowMs));
  if (day !== null || speaksOfPost(words)) return then[0];
  return then.find((one) => isOn(one, dayOf(nowMs), nowMs));
}

function isOn({ startMs }: ShiftDefinition, day: Day, nowMs: number): boolean {
  return dayOf(startMs) === day || (startMs <= nowMs && day === dayOf(nowMs));
}

function partOfDay(shifts: readonly ShiftDefinition[], words: string): readonly ShiftDefinition[] {
  if (/[晚夜]/.test(words)) return shifts.filter(beginsInTheEvening);
  return /上午|下午|白天|白班|早班/.test(words) ? shifts.filter((shift) => !beginsInTheEvening(shift)) : shifts;
}

function dayNamed(words: string, nowMs: number): Day | null {
  const today = dayOf(nowMs);
  if (/今[天晚日]/.test(words)) return today;
  const said = [...words].map((_, at) => readNamedDay(words.slice(at), today)).find((named) => named !== null);
  return said?.day ?? null;
}

/** Of which no shift was found. */
function dayMeant({ words, shift }: CannotCome, nowMs: number): Day | 'named' | 'any' {
  if (shift !== undefined) return 'named';
  return dayNamed(words, nowMs) ?? (speaksOfPost(words) ? 'any' : dayOf(nowMs));
}

function speaksOfPost(words: string): boolean {
  return /到岗|值班|值守|签到|上岗/.test(words);
}

/** The shift that runs, else the next that the unit stands. */
function nextOf(situation: Situation, unit: string): ShiftDefinition | undefined {
  const { state, nowMs } = situation;
  return shiftsOf(situation).find((shift) => nowMs < shift.endMs && state.duty.shifts.get(shift.id)?.has(unit));
}

const eveningFromMinutes = 17 * 60;

export function beginsInTheEvening({ startMs }: ShiftDefinition): boolean {
  return minutesOf(timeOf(startMs)) >= eveningFromMinutes;
}

export function onTheWay(situation: Situation, speaker: Speaker): Outcome {
  const { unit, id } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const shift = nextOf(situation, unit);
  // Days before a shift nobody is on the way to it.
  if (!shift || situation.nowMs < shift.startMs - checkInAheadMs)
    return answer(say.noShiftNow(nextShift(shiftsOf(situation), situation.nowMs)));
  return answer(say.onTheWayTaken(shift), {
    events: [{ type: 'OnTheWay', shift: shift.id, unit, person: id, source: sourceOf(speaker, situation.nowMs) }],
  });
}
