/** Adding, replacing and taking off people. */
import type { Role } from '../model.ts';

const roleNames: Readonly<Record<Role, string>> = { reporter: '联络员', leader: '领导', organiser: '组织者' };

export function personLine(name: string, roles: readonly Role[]): string {
  return roles.length === 0 ? name : `${name}（${roles.map((role) => roleNames[role]).join('、')}）`;
}

export function peopleOf(unit: string, lines: readonly string[]): string {
  return lines.length === 0 ? `${unit}在通讯录里还没有人员。` : `${unit}人员：${lines.join('、')}。`;
}

export const whichUnit = '请写明单位，例如“黄浦区局人员”。';
export const addHow = '请写成“新增联络员 黄浦区局 张华”。';
export const replaceHow = '请写成“更换联络员 王丽 张华”，前一位是原来的联络员，后一位是接替的。';
export const removeHow = '请写成“移除人员 黄浦区局 王丽”。';
export const notOneself = '不能移除自己，请由另一位组织者办理。';

export function writeFirst(name: string, unit: string): string {
  return `通讯录里没有${name === '' ? '这位同志' : `“${name}”`}。请本人先给我发“绑定 ${unit}”，您确认后即可办理。`;
}

export function namesakes(name: string, count: number): string {
  return `有${count}位同志叫${name}，请写上单位，或在通讯录文件里办理。`;
}

export function notOfUnit(name: string): string {
  return `${name}不是这个单位的人员，没有更换，请核对。`;
}

export function boundAlready(name: string, unit: string): string {
  return `${name}本来就是${unit}的人员。`;
}

export function personBound(name: string, unit: string, before: string | null): string {
  const from = before === null ? '' : `（原为${before}人员，不再代表${before}）`;
  return `已把${name}登记为${unit}人员${from}，并告知本人。`;
}

export function boundNotice(unit: string): string {
  return `组织者已把您登记为${unit}的联络员。发“我的任务”看看要做什么。`;
}

export function personReplaced(from: string, to: string, unit: string): string {
  return `${unit}：${from}的工作已交给${to}，没办完的事一并移交，已告知两位。以前的记录仍署${from}的名字。`;
}

export function takesOver(from: string, unit: string): string {
  return `您接替${from}担任${unit}联络员，没办完的事都转给您。发“进度”看看还差什么。`;
}

export function handedOver(to: string, unit: string): string {
  return `您在${unit}的联络工作已交给${to}，辛苦了。`;
}

export function personRemoved(name: string, unit: string | null): string {
  return `已移除${unit ?? ''}${name}，本人不再收到提醒；以前的记录不变。要恢复请发“新增联络员 单位 ${name}”。`;
}

export const removedNotice = '您已不再承担本次活动的联络工作，辛苦了。';

/** In 差异. */
export function personBoundLine(name: string, unit: string): string {
  return `人员：${name}绑定到${unit}。`;
}

export function personRemovedLine(name: string, successor: string | null): string {
  return `人员：${name}已移除${successor === null ? '' : `，由${successor}接替`}。`;
}
