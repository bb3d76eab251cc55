/** People on duty say that they cannot come. */
import { type Day, dayOf } from '../calendar/zone.ts';
import type { ShiftDefinition } from '../campaign/definition.ts';
import type { CampaignEvent } from '../campaign/slices.ts';
import type { Person } from '../directory/model.ts';
import { type Send, tell } from '../ledger.ts';
import type { PersonId, UnitId } from '../model.ts';
import { peopleIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/coming.ts';
import { noUnit } from '../replies/roles.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import { dayNamed, isOn, ownShifts, shiftsAt, shiftsCalled, shiftsSpokenOf } from './shift-meant.ts';
import type { DutyOrder } from './state.ts';

type CannotCome = Extract<DutyOrder, { name: 'cannot-come' }>;

/** 请假，不能到岗: never an arrival; the organiser and the unit's leader hear it at once, and who stands in is asked. */
export function cannotCome(situation: Situation, speaker: Speaker, order: CannotCome): Outcome {
  const { unit, id } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  if (/[?？]\s*$/.test(speaker.words)) return answer(say.leaveHow);
  const own = ownShifts(situation, id, unit);
  // 带队值守 is a shift, and no 带队长.
  const called = (shiftsCalled(own, order.shift ?? '') ?? []).length > 0;
  const words = called ? order.words.replace(order.shift ?? '', '') : order.words;
  if (isOfAnother(situation, speaker.person, words)) return answer(say.absenceOfAnother);
  const shifts = shiftsMeant(situation, { person: speaker.person, unit }, own, order);
  if (shifts.length > 0) return takeAbsence(situation, speaker, { shifts, own, unit, order });
  return answer(say.noShiftOfYours(dayMeant(order, situation.nowMs), own[0] ?? null));
}

interface Absence {
  readonly shifts: readonly ShiftDefinition[];
  /** All that the speaker stands. */
  readonly own: readonly ShiftDefinition[];
  readonly unit: UnitId;
  readonly order: CannotCome;
}

function takeAbsence(situation: Situation, speaker: Speaker, absence: Absence): Outcome {
  const { shifts, unit, order } = absence;
  const { words } = order;
  const { directory, nowMs } = situation;
  const { id, name } = speaker.person;
  const source = sourceOf(speaker, nowMs);
  const events = shifts.map(
    (shift): CampaignEvent => ({
      type: 'AbsenceReported',
      shift: shift.id,
      unit,
      person: id,
      reason: words.slice(0, 60),
      source,
    }),
  );
  const text = say.absenceNotice(directory.short(unit), name, shifts, words);
  const news = gapNews(situation, { unit, person: id, shifts }, text);
  const [standIn] = peopleIn(directory, words, unit).found.filter((one) => one.id !== id);
  const kept = stillStood(situation, absence, id);
  return answer([say.absenceTaken(shifts, news, standIn?.name ?? null), ...kept], { events, sends: news.sends });
}

/** Another shift of the same day, which stays as it is: whoever asks for leave without more may have meant the whole day. */
function stillStood(situation: Situation, { shifts, own, unit, order }: Absence, id: PersonId): string[] {
  if (shiftsSpokenOf(own, order, situation.nowMs) !== null) return [];
  const days = shifts.map(({ startMs }) => dayOf(startMs));
  return own
    .filter((one) => !shifts.includes(one) && days.includes(dayOf(one.startMs)) && !isSettled(situation, one, unit, id))
    .map(say.stillYours);
}

/** Whether the person is there, or has said not to come. */
function isSettled({ state }: Situation, { id }: ShiftDefinition, unit: UnitId, person: PersonId): boolean {
  const post = state.duty.shifts.get(id)?.get(unit);
  return post?.arrived.has(person) === true || post?.away.get(person)?.kind === 'absent';
}

/** A post that somebody leaves open, or will after all be held. */
export interface Gap {
  readonly unit: UnitId;
  readonly person: PersonId;
  readonly shifts: readonly ShiftDefinition[];
}

export interface GapNews extends say.Heard {
  readonly sends: readonly Send[];
}

/** To those who see to it, at once: organisers and the unit's leaders whom a message reaches; before the plan is out organisers alone. */
export function gapNews({ directory, state, reach }: Situation, { unit, person, shifts }: Gap, text: string): GapNews {
  const heard = (people: readonly Person[]) => people.filter(({ id }) => id !== person && reach(id) !== 'nowhere');
  const organisers = heard(directory.organisers());
  const leaders = state.broadcast.publishedAtMs === null ? [] : heard(directory.peopleOf(unit, 'leader'));
  const about = `absence/${shifts.map(({ id }) => id).join('+')}/${person}`;
  const all = new Set([...organisers, ...leaders].map(({ id }) => id));
  return {
    organisers: organisers.map(({ name }) => name).join('、'),
    leadersToo: leaders.length > 0,
    sends: [...all].map((one): Send => ({ urgency: 'now', about, ...tell(one, text) })),
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

interface Own {
  readonly person: Person;
  readonly unit: UnitId;
}

/** Of one's own: those that are spoken of, both where it is said of both (请假，晚会也来不了); else today's next, or the next where the post itself is spoken of. */
function shiftsMeant(
  situation: Situation,
  { person: { id }, unit }: Own,
  own: readonly ShiftDefinition[],
  { words, shift = '' }: CannotCome,
): readonly ShiftDefinition[] {
  const [before = '', also] = words.split(/[，,。；;！!\s]+(?=[^，,。；;！!\s]*也)/);
  const alone = also !== undefined && leave.test(before) ? ofDay(own, before, situation.nowMs) : [];
  const said = shiftsCalled(own, shift) ?? ofDay(own, alone.length > 0 ? (also ?? '') : words, situation.nowMs);
  const meant = own.filter((one) => alone.includes(one) || said.includes(one));
  // Whoever is there, or has asked for leave, and asks for it means what is left.
  const left = meant.filter((one) => !isSettled(situation, one, unit, id));
  return left.length > 0 ? left : meant;
}

const wholeDay = /[全整]天/;
const everyShift = /[两二]个?班|所有的?班|都(?:请|来|去|到|值|上|不|没|无)/;

function ofDay(own: readonly ShiftDefinition[], words: string, nowMs: number): readonly ShiftDefinition[] {
  const spoken = shiftsAt(own, words, nowMs);
  if (spoken !== null && dayNamed(words, nowMs) !== null) return spoken;
  if (everyShift.test(words)) return own;
  const [first] = own;
  if (wholeDay.test(words) && first) return own.filter((one) => dayOf(one.startMs) === dayOf(first.startMs));
  const all = spoken ?? own;
  return (speaksOfPost(words) ? all : all.filter((one) => isOn(one, dayOf(nowMs), nowMs))).slice(0, 1);
}

/** Of which no shift was found. */
function dayMeant({ words, shift = '' }: CannotCome, nowMs: number): Day | 'named' | 'any' {
  if (shiftsCalled([], shift) !== null) return 'named';
  return dayNamed(words, nowMs) ?? (speaksOfPost(words) ? 'any' : dayOf(nowMs));
}

function speaksOfPost(words: string): boolean {
  return /到岗|值班|值守|签到|上岗/.test(words);
}
