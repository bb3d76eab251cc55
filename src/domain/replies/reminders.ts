import { dayOf, daysBetween, formatEnd, formatInstant, timeOf } from '../calendar/zone.ts';
import type { Due } from '../campaign/definition.ts';
import type { EpochMs } from '../model.ts';
import type { Owed } from '../submission/owed.ts';
import { dueText } from './wording.ts';

/** What is owed, in words: `统计表（缺第4、7项）、总结`. */
export function owedText({ table, materials }: Owed): string {
  const parts: string[] = [];
  if (table.kind === 'untouched') parts.push('统计表');
  if (table.kind === 'partial') parts.push(`统计表第${table.missing.join('、')}项`);
  if (table.kind === 'unconfirmed') parts.push('统计表待回“确认提交”');
  parts.push(...materials.map((material) => material.title));
  return parts.join('、');
}

export interface OwedLine {
  readonly owed: string;
  readonly units: string;
}

/** One message for all who owe: how long there is, who owes what, how to answer. */
export function returnReminder(
  title: string,
  due: Due,
  nowMs: EpochMs,
  lines: readonly OwedLine[],
  botName: string,
): string {
  return [
    `【报送提醒】${title}，${timeLeft(due, nowMs)}。还差：`,
    ...lines.map(({ owed, units }) => `· ${owed}：${units}`),
    `填表请发“@${botName} 填报”，材料可直接单独发给我，或回“总结已报送OA”。`,
  ].join('\n');
}

function timeLeft(due: Due, nowMs: EpochMs): string {
  if (nowMs >= due.lateAfterMs) {
    const days = daysBetween(dayOf(due.lateAfterMs - 1), dayOf(nowMs));
    return `已逾期${days > 0 ? `${days}天` : ''}（${formatEnd(due.lateAfterMs)}截止）`;
  }
  if (nowMs >= due.dueAtMs) return `最迟${formatEnd(due.lateAfterMs)}，过后计为逾期`;
  const days = daysBetween(dayOf(nowMs), dayOf(due.dueAtMs));
  if (days === 0) return `请于今天${timeOf(due.dueAtMs)}前报齐`;
  return `请于${formatInstant(due.dueAtMs)}前报齐（还有${days}天）`;
}

/** Where there is no room to say what each unit owes. */
export const owedUnlisted = '统计表或材料（发“未报单位”看明细）';

export function overdueToLeader(title: string, due: Due, lines: readonly OwedLine[]): string {
  return [
    `【逾期提示】${title}已于${formatEnd(due.lateAfterMs)}截止，贵单位尚未报齐，请督促。`,
    ...lines.map(({ owed, units }) => `· ${units}：还差${owed}`),
  ].join('\n');
}

export function chased(units: number, groups: number): string {
  return `已在${groups > 1 ? `${groups}个` : ''}工作群提醒${units}家未报齐单位。`;
}

export function chasedRecently(atMs: EpochMs, againAtMs: EpochMs): string {
  return `${timeOf(atMs)}刚催过，${timeOf(againAtMs)}以后可以再催。`;
}

export const nobodyOwes = '各单位都已报齐，不用催。';
export const closedForChasing = '填报已经截止，没有催。要继续收请先发“开放填报”。';
export const deadlineUnclear = '没看懂新的截止时间。请写成“截止改到3月24日前”或“截止改到3月24日17:30前”。';

export function deadlineInPast(due: Due): string {
  return `${dueText(due)}——这个时间已经过了，截止时间没有改。`;
}

export function deadlineSame(due: Due): string {
  return `截止时间本来就是：${dueText(due)}。`;
}

export function deadlineMoved(title: string, before: Due, after: Due): string {
  return `【截止时间调整】${title}的报送时间改为“${after.phrase}”：请于${dueText(after)}。（原为${dueText(before)}）`;
}

export function deadlineMovedAnswer(after: Due, groups: number): string {
  return `截止时间已改为：${dueText(after)}。${groups > 0 ? '已在工作群通知，' : ''}提醒已按新时间重排。`;
}

export function whichReturn(titles: readonly string[]): string {
  return `本次有${titles.length}项报送，请说明是哪一项：${titles.join('、')}。`;
}

export function deadlineAnswer(title: string, due: Due): string {
  return `${title}：“${due.phrase}”，请于${dueText(due)}。`;
}
export const noReturns = '本次活动没有需要报送的统计表或材料。';
