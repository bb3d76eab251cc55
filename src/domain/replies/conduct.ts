/** Units that join and leave, and a campaign that is put off, called off or brought back. */
import { formatInstant } from '../calendar/zone.ts';
import type { Due } from '../campaign/definition.ts';
import type { EpochMs } from '../model.ts';
import { dueText, quoted } from './wording.ts';

export function whichUnits(words: string): string {
  return `没有认出“${quoted(words)}”都是哪些单位，没有改。请写单位简称，例如“加入 崇明区局、金山区局”。`;
}

export function aboutToJoin(names: string, count: number): string {
  return `将把${count}家单位列入本次活动：${names}。`;
}

export function inAlready(names: string): string {
  return `${names}本来就在本次活动里，没有改。`;
}

export function joined(names: string): string {
  return `${names}已列入本次活动，从现在起：`;
}

export const planToCome = '方案发布时一并签收。';
export const planOnItsWay = '方案正在补发到工作群，只@新列入的联络员，待其签收。';
export const planKnown = '方案此前已签收，不再补发。';

export function nobodyThere(names: string): string {
  return names === '' ? '' : `${names}还没有登记联络员，请其本人先发“绑定 单位全称”。`;
}

export function joinedNotice(campaign: string, owed: readonly string[]): string {
  return [`【列入活动】贵单位已列入${campaign}，此前报过的仍然有效。`, ...owed].join('\n');
}

export function aboutToRelease(names: string, reported: boolean): string {
  return `将移出${names}：不再签收、报送和值班${reported ? '，已报的数另存、不计入汇总' : ''}。`;
}

export function notIn(names: string): string {
  return `${names}不在本次活动里，没有改。`;
}

export function released(names: string, reported: boolean): string {
  return `${names}已移出本次活动，不再提醒${reported ? '；已报的数另存，不计入汇总' : ''}。要恢复请发“加入 ${names}”。`;
}

export function releasedNotice(campaign: string): string {
  return `【移出活动】贵单位不再列入${campaign}，不用签收、报送和值班；已报的数保留备查。`;
}

export function joinedLine(names: string): string {
  return `加入单位：${names}。`;
}

export function leftLine(names: string): string {
  return `移出单位：${names}。`;
}

/** `，到4月1日`; nothing where nothing was said. */
function noted(note: string): string {
  return note === '' ? '' : `（${quoted(note)}）`;
}

function everyoneHears(groups: number): string {
  if (groups === 0) return '方案还没有发布，暂不通知各单位。';
  return `将在${groups > 1 ? `${groups}个` : ''}工作群@所有人告知。`;
}

function everyoneHeard(groups: number): string {
  return groups === 0 ? '方案还没有发布，没有通知各单位。' : '已在工作群告知各单位。';
}

export function aboutToPostpone(campaign: string, note: string, groups: number): string {
  return `将暂停${campaign}${noted(note)}：提醒、催签收、值班签到都停发，各单位报来的照收。${everyoneHears(groups)}`;
}

export function postponed(campaign: string, groups: number): string {
  return `${campaign}已暂停，提醒、催签收和值班签到都停发。${everyoneHeard(groups)}不会自动恢复，届时请发“恢复活动”；截止时间没有改。`;
}

export function postponedNotice(campaign: string, note: string): string {
  return `【活动暂停】${campaign}暂停开展${noted(note)}，恢复时间另行通知。期间不再提醒和点名，已报和要报的仍可发来。`;
}

export function aboutToCancel(campaign: string, note: string, groups: number): string {
  return `将取消${campaign}${noted(note)}：不再提醒，也不再收签收、报送和签到，已报的数保留备查。${everyoneHears(groups)}`;
}

export function cancelled(campaign: string, groups: number): string {
  return `${campaign}已取消，不再提醒，也不再收报送；已报的数保留，汇总仍可查。${everyoneHeard(groups)}要恢复请发“恢复活动”。`;
}

export function cancelledNotice(campaign: string, note: string, organisers: string): string {
  return `【活动取消】${campaign}取消${noted(note)}，不用再签收、报送和值班。${contact(organisers)}`;
}

/** Said to whoever reports or orders something all the same. */
export function cancelledAnswer(campaign: string, atMs: EpochMs, organisers: string): string {
  return `${campaign}已于${formatInstant(atMs)}取消，这条没有记录，也不用再办。${contact(organisers)}`;
}

function contact(organisers: string): string {
  return organisers === '' ? '' : `如有疑问请联系组织者${organisers}。`;
}

export function aboutToResume(campaign: string, groups: number): string {
  return `将恢复${campaign}，提醒和值班签到照常进行，期间错过的不补发。${everyoneHears(groups)}`;
}

export function resumed(campaign: string, groups: number): string {
  return `${campaign}已恢复，提醒照常，期间错过的不补发。${everyoneHeard(groups)}`;
}

export function pastDue(title: string, due: Due): string {
  return `《${title}》的截止时间（${dueText(due)}）已过，要改请发“截止改到…”。`;
}

export function resumedNotice(
  campaign: string,
  returns: readonly { readonly title: string; readonly due: Due }[],
): string {
  const lines = returns.map(({ title, due }) => `· ${title}：请于${dueText(due)}。`);
  return [`【活动恢复】${campaign}恢复开展，请各单位继续办理。`, ...lines].join('\n');
}

export function running(campaign: string): string {
  return `${campaign}正在进行，没有暂停或取消。`;
}

interface Stopped {
  readonly kind: 'postponed' | 'cancelled';
  readonly atMs: EpochMs;
  readonly note: string;
}

export function stoppedAlready({ kind, atMs }: Stopped): string {
  return `活动已于${formatInstant(atMs)}${kind === 'postponed' ? '暂停' : '取消'}，没有再改。要恢复请发“恢复活动”。`;
}

/** In 汇总进度, 我的任务 and 差异. */
export function stillLine({ kind, atMs, note }: Stopped, by: string): string {
  const at = formatInstant(atMs);
  if (kind === 'cancelled') return `活动已于${at}由${by}取消${noted(note)}，不再收报送。`;
  return `活动自${at}起由${by}暂停${noted(note)}，提醒和值班签到停发。`;
}

export function amendmentsText(lines: readonly string[]): string {
  return lines.length === 0
    ? '群里没有改动，与文件一致。'
    : ['群里改过、与文件不同的：', ...lines.map((line) => `· ${line}`)].join('\n');
}
