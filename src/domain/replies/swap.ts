/** 换班: one stands in for another. */
import type { ShiftDefinition } from '../campaign/definition.ts';

export const swapHow = '请写成“换班 姓名”（由谁替您），或“换班 原值班人 替班人”，都要是本单位的同志。';

export function nothingToSwap(name: string): string {
  return `${name}后面没有排班，不用换。`;
}

export function swapPutTo(name: string): string {
  return `已问${name}，同意后即调整值班表并告知您；同意前值班表不变。`;
}

export function swapAsked(by: string, from: string | null, shifts: string): string {
  const whom = from === null ? '替班' : `替${from}值班`;
  return `【换班】${by}请您${whom}：${shifts}。同意请回“同意换班”，不同意请回“不同意换班”。`;
}

export function swapByOther(from: string, to: string): string {
  return `换班要由本人提出，请${from}发“换班 ${to}”。`;
}

export function swapBeforePlan(name: string): string {
  return `方案还没有发布，还没有问${name}，值班表不变。请在方案发布后再发“换班 ${name}”。`;
}

export function swapUnheard(name: string): string {
  return `${name}没有收得到消息的账号，没能去问，值班表不变。请另选一位同志，或请组织者调整。`;
}

export function swapDeclined(told: boolean): string {
  return `好的，值班表不变，${told ? '已告知对方' : '请您告知对方'}。`;
}

export function swapDeclinedNotice(name: string): string {
  return `【换班】${name}没有同意换班，值班表不变，请另找同志。`;
}

/** Why a shift is not handed over any more: it has ended, somebody is there, or another stands it by now. */
export type Fixed = 'over' | 'held' | 'reassigned';

const fixedWords: Readonly<Record<Fixed, string>> = { over: '已结束', held: '已到岗', reassigned: '已另行安排' };

export function shiftFixed({ title }: ShiftDefinition, why: Fixed): string {
  return `${title}${fixedWords[why]}`;
}

export function swapTooLate(shifts: readonly string[]): string {
  return `${shifts.join('，')}，不再调整。`;
}

/** To those who asked for the swap. */
export function swapTooLateNotice(name: string, late: string): string {
  return `【换班】${name}已同意换班，但${late}`;
}

export const noSwapWaits = '没有等您答复的换班。';
