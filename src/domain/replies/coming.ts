/** Who will not come, will come after all, or may not: to whoever says so, and to those who see to it. */
import { type Day, formatDay } from '../calendar/zone.ts';
import type { ShiftDefinition } from '../campaign/definition.ts';
import { shiftList, shiftTime } from './duty.ts';

/** To one who stands no shift that day, no such one, or none at all; `next` is the next of his own. */
export function noShiftOfYours(which: Day | 'named' | 'any', next: ShiftDefinition | null): string {
  const none = { named: '没有找到您说的班次', any: '没有您值守的班次' };
  const what = which === 'named' || which === 'any' ? none[which] : `${formatDay(which)}没有您值守的班次`;
  const then = next === null ? '' : `您的下一班：${next.title}，${shiftTime(next)}。`;
  return `${what}，没有记录。${then}说的不是值班，请发“找组织者：您的话”，我来转告。`;
}

export const absenceOfAnother = '没有为别人记请假，请本人来报；要换人值守，请发“换班 原值班人 替班人”。';

export const leaveHow = '还没有记请假。不能到岗请直接发“请假，不能到岗”，我马上告知组织者和本单位领导。';

/** Whom of those who see to it a message reaches. */
export interface Heard {
  readonly organisers: string;
  readonly leadersToo: boolean;
}

function whomTold({ organisers, leadersToo }: Heard): string {
  const whom = [...(leadersToo ? ['本单位领导'] : []), ...(organisers === '' ? [] : [`组织者${organisers}`])].join(
    '和',
  );
  return whom === '' ? '，但领导和组织者这里都通知不到，请您电话告知' : `，已告知${whom}`;
}

function titles(shifts: readonly ShiftDefinition[]): string {
  return shifts.map(({ title }) => title).join('、');
}

/** `standIn`: who was named for it. */
export function absenceTaken(shifts: readonly ShiftDefinition[], heard: Heard, standIn: string | null): string {
  const how = standIn === null ? '请问谁来替？请回“换班 姓名”' : `由${standIn}替班的，请回“换班 ${standIn}”`;
  return `已记：您${titles(shifts)}不能到岗${whomTold(heard)}。${how}，本人同意后即生效。`;
}

export function stillYours({ title }: ShiftDefinition): string {
  return `${title}仍由您值守；也不能到岗的，请再回“两班都请假”。`;
}

export function absenceNotice(unit: string, name: string, shifts: readonly ShiftDefinition[], words: string): string {
  return `【缺岗提示】${unit}${name}报告不能到岗：${shiftList(shifts)}。原话：“${words}”。请尽快安排人员。`;
}

export function willComeTaken(shift: ShiftDefinition): string {
  return `好的，已记您会到岗。到岗后请回“到岗”，才算签到（${shift.title}，${shiftTime(shift)}）。`;
}

export function comesAfterAllTaken(shifts: readonly ShiftDefinition[], heard: Heard): string {
  return `好的，已记您${titles(shifts)}能到岗，原报的请假取消${whomTold(heard)}。到岗后请回“到岗”。`;
}

export function comesAfterAll(unit: string, name: string, shifts: readonly ShiftDefinition[]): string {
  return `【值班提示】${unit}${name}原报不能到岗，现能到岗：${shiftList(shifts)}。`;
}

/** `named`: of the shift that was said there is none; `next` is the next that there is. */
export function noDutyAhead(named: boolean, next: ShiftDefinition | null): string {
  if (next === null) return '贵单位后面没有值班安排，不用到岗。';
  return `${named ? '没有找到您说的班次，没有记录。' : ''}下一班：${next.title}，${shiftTime(next)}。`;
}

export function doubtPassedOn(shifts: readonly ShiftDefinition[], heard: Heard): string {
  return `您说${titles(shifts)}可能到不了${whomTold(heard)}，暂不记请假。定下来请回“准时到岗”或“请假，不能到岗”。`;
}

export function doubtNotice(unit: string, name: string, shifts: readonly ShiftDefinition[], words: string): string {
  return `【值班提示】${unit}${name}可能到不了：${shiftList(shifts)}。原话：“${words}”。还没有请假，请留意安排。`;
}

/** To those who were told of an absence: somebody else stands the shift by now. */
export function gapFilled(unit: string, name: string, by: string, shifts: readonly ShiftDefinition[]): string {
  return `【值班提示】${unit}${name}不能到岗的班次已改由${by}值守：${shiftList(shifts)}。`;
}

/** `name` is empty where it is the speaker. */
export function onTheWayTaken({ title }: ShiftDefinition, name: string): string {
  return name === ''
    ? `好的，已记在路上，到了请回“到岗”（${title}）。`
    : `好的，已记${name}在路上，到了请本人回“到岗”（${title}）。`;
}
