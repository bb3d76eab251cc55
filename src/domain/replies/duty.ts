import { dayOf, daysBetween, formatInstant, HOUR_MS, MINUTE_MS, timeOf } from '../calendar/zone.ts';
import type { ShiftDefinition } from '../campaign/definition.ts';
import type { Example } from '../examples.ts';
import type { EpochMs } from '../model.ts';

/** `3月15日（周三）19:30—22:30`, `3月15日（周三）20:00—次日08:00` */
export function shiftTime({ startMs, endMs }: ShiftDefinition): string {
  return `${formatInstant(startMs)}—${endOf(startMs, endMs)}`;
}

function endOf(startMs: EpochMs, endMs: EpochMs): string {
  const days = daysBetween(dayOf(startMs), dayOf(endMs));
  if (days === 0) return timeOf(endMs);
  return days === 1 ? `次日${timeOf(endMs)}` : formatInstant(endMs);
}

/** Hours that the notice does not give are never printed as its words: `3月15日（周三）19:30—22:30（本局设定）`. */
export function shiftHours(shift: ShiftDefinition): string {
  return `${shiftTime(shift)}${shift.setBy ? `（${shift.setBy}）` : ''}`;
}

/** `带队值守（3月15日（周三）09:00—17:30）、…` */
export function shiftList(shifts: readonly ShiftDefinition[]): string {
  return shifts.map((shift) => `${shift.title}（${shiftTime(shift)}）`).join('、');
}

/** In 我的任务. */
export function owedShift(shift: ShiftDefinition, people: string): string {
  return `值守：${shift.title}，${shiftHours(shift)}，${people === '' ? '还没有排人' : `值班人员：${people}`}。`;
}

/** On a unit's page; `held` is null before anybody is called or there. */
export function unitShift(shift: ShiftDefinition, people: string, held: boolean | null): string {
  const state = held === null ? '' : held ? '，已到岗' : '，未到岗';
  return `${shift.title}（${shiftTime(shift)}）：${people === '' ? '未排人' : people}${state}。`;
}

/** In 差异. */
export function rosterLine(
  unit: string,
  shift: string,
  names: { readonly before: string; readonly after: string },
): string {
  return `${unit}${shift}值班：${names.before || '未排人'}改为${names.after || '未排人'}。`;
}

/** In 汇总进度. */
export function dutyLine(text: string): string {
  return `值班：${text}`;
}

export function shiftCall(shift: ShiftDefinition, posts: number, botName: string): string {
  return `【值班签到】${shift.title}（${shiftTime(shift)}）开始，${posts}家单位值守。到岗后请回“@${botName} 到岗”。`;
}

export function shiftMissed(shift: ShiftDefinition): string {
  return `【值班提示】系统停机，错过了${shift.title}（${shiftTime(shift)}）的签到，请人工核实到岗情况。`;
}

export function absence(shift: ShiftDefinition, minutes: number, names: string, botName: string): string {
  return `【未到岗】${shift.title}签到已开始${minutes}分钟，尚未到岗：${names}。到岗请回“@${botName} 到岗”。`;
}

/** `elsewhere`: who is missing besides, of whom others hear; empty where nobody is. */
export function absenceToLeader(shift: ShiftDefinition, lines: string, elsewhere: string): string {
  const besides = elsewhere === '' ? '' : `另有${elsewhere}，已告知本单位领导。`;
  return `【值班提示】${shift.title}（${shiftTime(shift)}）尚未到岗：${lines}。请马上联系落实。${besides}`;
}

/** `黄浦区局 王丽`; a unit that has nobody named says so. */
export function absentPost(unit: string, people: readonly string[]): string {
  return people.length > 0 ? `${unit} ${people.join('、')}` : `${unit}（未排人员）`;
}

/** `forWhom` is empty where nobody is stood in for. */
export function checkedIn(
  unit: string,
  name: string,
  { title, startMs }: ShiftDefinition,
  atMs: EpochMs,
  forWhom: string,
): string {
  const late = atMs - startMs >= muchLateMs ? `，晚到${lateBy(atMs - startMs)}` : '';
  return `${unit}${name}${forWhom === '' ? '' : `替${forWhom}`} ${timeOf(atMs)}到岗（${title}${late}）。`;
}

/** Some minutes are the way; who comes an hour after the shift began was missed. */
export const muchLateMs = HOUR_MS;

/** `11小时20分`, `2小时` */
function lateBy(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS) % 60;
  return `${Math.floor(ms / HOUR_MS)}小时${minutes > 0 ? `${minutes}分` : ''}`;
}

/** Who came much later than the shift began: `江口县局 马骏 次日07:20`. */
export function cameLate(unit: string, name: string, { startMs }: ShiftDefinition, atMs: EpochMs): string {
  return `${unit} ${name} ${dayOf(atMs) === dayOf(startMs) ? '' : '次日'}${timeOf(atMs)}`;
}

export function standInNotice(unit: string, name: string, forWhom: string, title: string): string {
  return `【替班】${unit}${name}替${forWhom}到岗（${title}）。`;
}

export function standInElsewhere(
  whom: { readonly name: string; readonly unit: string },
  own: string,
  name: string,
): string {
  return `${whom.name}是${whom.unit}的，您是${own}的，没有记到岗。确由您替班的，请组织者发“安排值班 ${whom.unit} ${name}”。`;
}

export function whomReplaced(words: string, names: string): string {
  return `没认出“${words}”是值班名单上的哪一位（${names}），还没有记到岗。请写全名再发一次，例如“替${names.split('、')[0]}到岗”。`;
}

/** On a unit's page, behind who is on the roster. */
export function standInRemark(pairs: readonly { readonly name: string; readonly forWhom: string }[]): string {
  return pairs.length === 0 ? '' : `（${pairs.map(({ name, forWhom }) => `${name}替${forWhom}`).join('、')}）`;
}

export function checkInYourself(who: string): string {
  return `到岗请本人来报，没有为“${who}”记到岗。您本人到岗请回“到岗”。`;
}

/** The first in the group. */
export function checkedInGroup(unit: string, held: number, posts: number, title: string): string {
  return `${unit}已到岗（${title}，${held}/${posts}家）。`;
}

/** The first in the group, of a unit whose others are still to come. */
export function checkedInShort(unit: string, name: string, title: string, left: string): string {
  return `${unit}${name}已到岗（${title}），${left}尚未到岗。`;
}

export function hereSoFar(shift: ShiftDefinition, held: number, posts: number): string {
  return `${shift.title}已到岗${held}/${posts}家。`;
}

export function allHere(shift: ShiftDefinition, posts: number): string {
  return `${shift.title}${posts}家单位已全部到岗，辛苦了。`;
}

export function takenOff(people: string, title: string): string {
  return `${title}的值班人员已调整为${people}，没有为您记到岗。如确由您值守，请组织者重新安排。`;
}

const awayWords = { absent: '已报告不能到岗', 'on-the-way': '在路上', coming: '已报会到岗' } as const;

export function missingPerson(name: string, away: keyof typeof awayWords | null): string {
  return away === null ? name : `${name}（${awayWords[away]}）`;
}

export function checkInThereToo({ title }: ShiftDefinition): string {
  return `您${title}还没有签到，在岗的请再回一次“到岗”。`;
}

export function checkedInAlready(name: string, atMs: EpochMs): string {
  return `${name}已于${timeOf(atMs)}签到，无需重复。`;
}

export function arrivedAt(name: string, atMs: EpochMs, { title }: ShiftDefinition): string {
  return `${name}已于${timeOf(atMs)}签到（${title}）。`;
}

export function notThereYet(shift: ShiftDefinition): string {
  return `您还没有签到（${shift.title}，${shiftTime(shift)}），到岗后请回“到岗”。`;
}

export function noShiftNow(next: ShiftDefinition | null): string {
  return next
    ? `现在没有需要签到的班次。下一班：${next.title}，${shiftTime(next)}，开始前1小时起可以签到。`
    : '现在没有需要签到的班次，后面也没有安排。';
}

/** `organises`: said to one who can arrange it himself. */
export function notOnDuty(unit: string, title: string, organises: boolean): string {
  const how = organises ? `请发“安排值班 ${unit} 姓名”` : '请联系组织者安排';
  return `${unit}不在${title}的值守名单里，如需值守${how}。`;
}

/** How many posts are held; who is missing only where the check-in was really posted. */
export type Turnout = { readonly held: number; readonly posts: number } & (
  | {
      readonly missing: string;
      /** Posts of which some are there and some are missing. */
      readonly partly: number;
      /** Who came much too late; empty where nobody did. */
      readonly late: string;
    }
  /** `stopped`: the campaign stood still when the shift began, as it does now. */
  | { readonly uncalled: 'stopped' | 'other' }
);

export function shiftNow(shift: ShiftDefinition, turnout: Turnout): string {
  const { held, posts } = turnout;
  const all = posts === held ? `${posts}家全部到岗。${lateText(turnout)}` : null;
  return `${shift.title}（${shiftTime(shift)}）正在进行，${all ?? turnoutText(turnout)}`;
}

/** A shift to come: who is named for it, and what was said of it already. */
export interface Ahead {
  readonly named: number;
  readonly posts: number;
  readonly unnamed: string;
  readonly held: number;
  /** Who said not to come or to be on the way, named; empty where nobody did. */
  readonly away: string;
}

export function shiftNext(shift: ShiftDefinition, { named, posts, unnamed, held, away }: Ahead): string {
  const gap = named === posts ? '均已排人。' : `未排人：${unnamed}。`;
  const said = (held > 0 ? `已到岗${held}家。` : '') + (away === '' ? '' : `${away}。`);
  return `下一班：${shift.title}（${shiftTime(shift)}），${posts}家单位，${gap}${said}`;
}

export function shiftPast(shift: ShiftDefinition, turnout: Turnout): string {
  return `${shift.title}（${shiftTime(shift)}）已结束，${turnoutText(turnout)}`;
}

function turnoutText(turnout: Turnout): string {
  const { held, posts } = turnout;
  if ('uncalled' in turnout)
    return `${turnout.uncalled === 'stopped' ? '活动暂停' : '没有发出签到'}，未点名${held === 0 ? '' : `，已报到岗${held}家`}。`;
  const { missing, partly } = turnout;
  const some = partly > 0 ? `其中${partly}家到了部分人。` : '';
  return `到岗${held}/${posts}家。${posts === held ? '' : `未到岗：${missing}。${some}`}${lateText(turnout)}`;
}

function lateText(turnout: Turnout): string {
  return 'late' in turnout && turnout.late !== '' ? `晚到一小时以上：${turnout.late}。` : '';
}

export function noShiftOn(day: string, next: ShiftDefinition | null): string {
  return `${day}没有值班安排。${next ? `下一班：${next.title}，${shiftTime(next)}。` : ''}`;
}

export function noDutyOf(unit: string): string {
  return `${unit}本次没有值班安排。`;
}

export const noDuty = '本次活动没有安排值班。';
export const nobodyOnNow = '当前没有在值的班次。';

export interface Reassignment {
  readonly unit: string;
  readonly off: string;
  readonly on: string;
  readonly shifts: string;
}

export function aboutToAssign({ unit, off, on, shifts }: Reassignment): string {
  return `${unit}值班人员将改为${on}（${shifts}），${off}不再值班，有变动的同志会收到通知。`;
}

/** `told`: whether a message went out, and whom of those it concerns none reaches; null before the plan is out. */
export function assigned(
  unit: string,
  people: string,
  shifts: string,
  told: { readonly any: boolean; readonly unheard: string } | null,
): string {
  const done = `${unit}值班人员已改为${people}（${shifts}）。`;
  if (told === null) return `${done}方案还没有发布，暂不通知。`;
  const heard = told.any ? `${told.unheard === '' ? '' : '其他'}有变动的同志已另行通知。` : '';
  return `${done}${told.unheard === '' ? '' : `${told.unheard}没有收得到消息的账号，请您转告。`}${heard}`;
}

export function assignedAlready(unit: string, people: string): string {
  return `${unit}值班人员本来就是${people}，没有变动。`;
}

export function shiftMovedTo(unit: string, shifts: string): string {
  return `【值班安排】您已列入${unit}值班：${shifts}。到岗后请回“到岗”。`;
}

export function shiftMovedAway(unit: string, shifts: string): string {
  return `【值班调整】您不再承担${unit}以下值班：${shifts}。`;
}

export function assignHow({ unit, person }: Example): string {
  return `请写成“安排值班 单位 姓名”，例如“安排值班 ${unit} ${person}”；只改一班时加上班次名称。`;
}

export function personUnknown(name: string, unit: string): string {
  return `${unit}的通讯录里没有“${name}”，请核对姓名。`;
}

export const assignOwnUnit = '只能安排本单位的值班人员，其他单位请组织者办理。';
export const shiftsOver = '班次都已结束，不能再改值班人员。';
