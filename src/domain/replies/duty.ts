import { formatInstant, timeOf } from '../calendar/zone.ts';
import type { ShiftDefinition } from '../campaign/definition.ts';
import type { EpochMs } from '../model.ts';

/** `3月15日（周三）19:30—22:30` */
export function shiftTime({ startMs, endMs }: ShiftDefinition): string {
  return `${formatInstant(startMs)}—${timeOf(endMs)}`;
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

export function absenceToLeader(shift: ShiftDefinition, lines: string): string {
  return `【值班提示】${shift.title}（${shiftTime(shift)}）尚未到岗：${lines}。请马上联系落实。`;
}

/** `黄浦区局 王丽`; a unit that has nobody named says so. */
export function absentPost(unit: string, people: readonly string[]): string {
  return people.length > 0 ? `${unit} ${people.join('、')}` : `${unit}（未排人员）`;
}

export function checkedIn(unit: string, name: string, title: string, atMs: EpochMs): string {
  return `${unit}${name} ${timeOf(atMs)}到岗（${title}）。`;
}

export function checkedInAlready(name: string, atMs: EpochMs): string {
  return `${name}已于${timeOf(atMs)}签到，无需重复。`;
}

export function noShiftNow(next: ShiftDefinition | null): string {
  return next
    ? `现在没有需要签到的班次。下一班：${next.title}，${shiftTime(next)}，开始前1小时起可以签到。`
    : '现在没有需要签到的班次，后面也没有安排。';
}

export function notOnDuty(unit: string, title: string): string {
  return `${unit}不在${title}的值守名单里，如需值守请联系组织者安排。`;
}

export function shiftNow(shift: ShiftDefinition, held: number, posts: number, missing: string): string {
  const rest = posts === held ? '全部到岗。' : `未到岗：${missing}。`;
  return `当前：${shift.title}（${shiftTime(shift)}），到岗${held}/${posts}家。${rest}`;
}

export function shiftNext(shift: ShiftDefinition, named: number, posts: number, unnamed: string): string {
  const gap = named === posts ? '均已排人。' : `未排人：${unnamed}。`;
  return `下一班：${shift.title}（${shiftTime(shift)}），${posts}家单位，${gap}`;
}

export function shiftPast(shift: ShiftDefinition, held: number, posts: number): string {
  return `已结束：${shift.title}（${shiftTime(shift)}），到岗${held}/${posts}家。`;
}

export const noDuty = '本次活动没有安排值班。';
export const nobodyOnNow = '当前没有在值的班次。';

export function assigned(unit: string, people: string, shifts: string): string {
  return `${unit}值班人员已改为${people}（${shifts}）。有变动的同志已另行通知。`;
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

export const assignHow = '请写成“安排值班 单位 姓名”，例如“安排值班 黄浦区局 王丽”；只改一班时加上班次名称。';

export function personUnknown(name: string, unit: string): string {
  return `${unit}的通讯录里没有“${name}”，请核对姓名。`;
}

export const assignOwnUnit = '只能安排本单位的值班人员，其他单位请组织者办理。';
export const shiftsOver = '班次都已结束，不能再改值班人员。';
