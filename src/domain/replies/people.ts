/** Adding, replacing and taking off people. */
import type { ShiftDefinition } from '../campaign/definition.ts';
import type { Example } from '../examples.ts';
import type { Role } from '../model.ts';
import { shiftList } from './duty.ts';

const roleNames: Readonly<Record<Role, string>> = { reporter: '联络员', leader: '领导', organiser: '组织者' };

export function personLine(name: string, roles: readonly Role[]): string {
  return roles.length === 0 ? name : `${name}（${roles.map((role) => roleNames[role]).join('、')}）`;
}

export function peopleOf(unit: string, lines: readonly string[]): string {
  return lines.length === 0 ? `${unit}在通讯录里还没有人员。` : `${unit}人员：${lines.join('、')}。`;
}

export function whichUnit({ unit }: Example): string {
  return `请写明单位，例如“${unit}人员”。`;
}

export function addHow({ unit }: Example): string {
  return `请写成“新增联络员 单位 姓名”，例如“新增联络员 ${unit} 张华”。`;
}

export function replaceHow({ person }: Example): string {
  return `请写成“更换联络员 ${person} 张华”，前一位是原来的联络员，后一位是接替的。`;
}

export function removeHow({ unit, person }: Example): string {
  return `请写成“移除人员 单位 姓名”，例如“移除人员 ${unit} ${person}”。`;
}

export const notOneself = '不能移除或更换自己，请由另一位组织者办理。';

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

/** A unit that somebody goes from. */
export interface LeftBehind {
  readonly unit: string;
  /** Whether nobody is left to report for it. */
  readonly nobody: boolean;
  /** Shifts to come that stand open then. */
  readonly shifts: readonly ShiftDefinition[];
}

export function aboutToMove(name: string, to: string, { unit: from, nobody, shifts }: LeftBehind): string {
  const left = nobody ? `${from}将没有联络员，` : '';
  const open = shiftsLeft(from, name, shifts);
  return `${name}现在是${from}人员，将改登记到${to}，不再代表${from}；${left}已报的数不变。${open}`;
}

/** `unit` is null for one who belongs to none, and stands no shift. */
function shiftsLeft(unit: string | null, name: string, shifts: readonly ShiftDefinition[]): string {
  if (shifts.length === 0) return '';
  return `${name}排在值班名单上：${shiftList(shifts)}，届时从名单上去掉，请另发“安排值班 ${unit ?? '单位'} 姓名”。`;
}

export function personBound(name: string, unit: string, before: string | null): string {
  const from = before === null ? '' : `（原为${before}人员，不再代表${before}）`;
  return `已把${name}登记为${unit}人员${from}。`;
}

export function boundNotice(unit: string, roles: readonly Role[]): string {
  const reports = roles.length === 0 || roles.includes('reporter');
  return `组织者已把您登记为${unit}的${reports ? '联络员' : '人员'}。发“我的任务”看看要做什么。`;
}

/** Who was told, and whom the organiser has to tell; `unit` of one who may bind an account of their own. */
export function toldLine(
  told: readonly string[],
  untold: readonly { readonly name: string; readonly unit: string | null }[],
): string {
  const all = told.length > 1 ? '两位' : '本人';
  const heard = told.length === 0 ? '' : `已告知${untold.length === 0 ? all : told.join('、')}。`;
  return heard + untold.map(({ name, unit }) => untoldText(name, unit)).join('');
}

function untoldText(name: string, unit: string | null): string {
  if (unit === null) return `${name}没有收得到消息的账号，没能通知，请您转告。`;
  return `${name}没有收得到消息的账号，没能通知，也还不能填报：请其本人给我发“绑定 ${unit} ${name}”，或在通讯录文件里补上账号。`;
}

/** Of who is gone: the shifts that stand open now. */
export function shiftsOpen(name: string, unit: string, shifts: readonly ShiftDefinition[]): string {
  return shifts.length === 0
    ? ''
    : `${name}已从值班名单上去掉：${shiftList(shifts)}，请发“安排值班 ${unit} 姓名”另排。`;
}

interface Replacing {
  readonly from: { readonly name: string; readonly roles: readonly Role[] };
  readonly to: string;
  readonly unit: string;
  /** What the one who comes leaves behind; null where that is nothing. */
  readonly before: LeftBehind | null;
}

export function aboutToReplace({ from, to, unit, before }: Replacing): string {
  const nobody = before?.nobody ? `${before.unit}将没有联络员。` : '';
  const moves =
    before === null ? '' : `${to}不再代表${before.unit}。${nobody}${shiftsLeft(before.unit, to, before.shifts)}`;
  const organises = from.roles.includes('organiser') ? `${from.name}的组织者权限随之取消，不转给${to}。` : '';
  return `${unit}将由${to}接替${from.name}，没办完的事一并移交，${from.name}不再能填报、也不再收到提醒。${moves}${organises}`;
}

export function personReplaced(from: string, to: string, unit: string, told: string): string {
  return `${unit}：${from}的工作已交给${to}，没办完的事一并移交。${told}以前的记录仍署${from}的名字。要换回请发“更换联络员 ${to} ${from}”。`;
}

export function leftAlready(name: string): string {
  return `${name}已经不在通讯录里，没有再更换。要换回来，请把接替的人写在后面，例如“更换联络员 现任姓名 ${name}”。`;
}

export function noReporter(name: string, roles: readonly Role[]): string {
  return `${name}登记的是${roles.map((role) => roleNames[role]).join('、')}，不能填报，没有更换。请另选一位，或在通讯录文件里给${name}加上联络员。`;
}

export function takesOver(from: string, unit: string): string {
  return `您接替${from}担任${unit}联络员，没办完的事都转给您。发“进度”看看还差什么。`;
}

export function handedOver(to: string, unit: string): string {
  return `您在${unit}的联络工作已交给${to}，辛苦了。`;
}

export interface Removed {
  readonly name: string;
  readonly unit: string | null;
  readonly roles: readonly Role[];
}

/** `shifts`: those to come that stand open then. */
export function aboutToRemove(
  { name, unit, roles }: Removed,
  nobodyLeft: boolean,
  shifts: readonly ShiftDefinition[],
): string {
  const left = nobodyLeft ? `${unit}将没有联络员；有人接替请改发“更换联络员 ${name} 接替人姓名”。` : '';
  return `将移除${unit ?? ''}${personLine(name, roles)}：本人不再收到提醒，也不能再填报、查看和办理。${left}${shiftsLeft(unit, name, shifts)}`;
}

export function personRemoved({ name, unit }: Removed, told: string, shifts: readonly ShiftDefinition[]): string {
  const open = shiftsOpen(name, unit ?? '单位', shifts);
  return `已移除${unit ?? ''}${name}，以前的记录不变。${told}${open}要恢复请发“新增联络员 ${unit ?? '单位简称'} ${name}”。`;
}

export const lastOrganiser = '您是唯一的组织者，不能移除或更换。请先在通讯录文件里加上另一位组织者。';

export const removedNotice = '您已不再承担本次活动的联络工作，辛苦了。';

/** In 差异. */
export function personBoundLine(name: string, unit: string): string {
  return `人员：${name}绑定到${unit}。`;
}

export function personRemovedLine(name: string, successor: string | null): string {
  return `人员：${name}已移除${successor === null ? '' : `，由${successor}接替`}。`;
}
