/** Units that join and leave, and a campaign that is put off, called off or brought back. */
import { formatInstant } from '../calendar/zone.ts';
import type { Due } from '../campaign/definition.ts';
import type { Example } from '../examples.ts';
import type { EpochMs } from '../model.ts';
import { dueText, quoted } from './wording.ts';

export function whichUnits(words: string, { unit, other }: Example): string {
  return `没有认出“${quoted(words)}”都是哪些单位，没有改。请写单位简称，例如“${unit}、${other}”。`;
}

/** How those who join get the plan. */
export interface PlanWay {
  /** Null before the plan is out. */
  readonly alone: readonly string[] | null;
  /** Units whose people hear of it in the group. */
  readonly inGroup: string;
}

export function aboutToJoin(names: string, count: number, way: PlanWay): string {
  const whom = count === 1 ? `将把${names}列入本次活动。` : `将把${count}家单位列入本次活动：${names}。`;
  return `${whom}${wayText(way, { alone: '将单独发给', inGroup: '将在工作群@' })}`;
}

/** What becomes of the plan, once they have joined. */
export function planSent(way: PlanWay): string {
  return wayText(way, { alone: '已单独发给', inGroup: '已在工作群@' });
}

function wayText({ alone, inGroup }: PlanWay, words: { readonly alone: string; readonly inGroup: string }): string {
  if (alone === null) return planToCome;
  const people = alone.length > 5 ? `各家联络员（${alone.length}人）` : alone.join('、');
  return [
    ...(alone.length > 0 ? [`方案${words.alone}${people}，待其签收。`] : []),
    ...(inGroup === '' ? [] : [`${words.inGroup}${inGroup}联络员，请其发“方案”查看并签收。`]),
  ].join('');
}

export function inAlready(names: string): string {
  return `${names}本来就在本次活动里，没有改。`;
}

export function joined(names: string): string {
  return `${names}已列入本次活动，从现在起：`;
}

const planToCome = '方案发布时一并签收。';
export const planKnown = '方案此前已签收，不再补发。';

export function nobodyThere(names: string): string {
  return names === '' ? '' : `${names}还没有收得到消息的联络员，请其本人先发“绑定 单位全称”。`;
}

export function joinedNotice(campaign: string, owed: readonly string[]): string {
  return [`【列入活动】贵单位已列入${campaign}，此前报过的仍然有效。`, ...owed].join('\n');
}

export function aboutToRelease(names: string, reported: boolean, telling: string): string {
  return `将移出${names}：不再签收、报送和值班${reported ? '，已报的数另存、不计入汇总' : ''}。${telling}`;
}

export function notIn(names: string): string {
  return `${names}不在本次活动里，没有改。`;
}

export function released(names: string, reported: boolean, told: string): string {
  return `${names}已移出本次活动，不再提醒${reported ? '；已报的数另存，不计入汇总' : ''}。${told}要恢复请发“加入 ${names}”。`;
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

/** Whom news of the whole campaign reaches. */
export interface Told {
  readonly groups: number;
  readonly units: number;
}

function everyoneHears(told: Told | null): string {
  if (told === null) return '方案还没有发布，暂不通知各单位。';
  return `将在${told.groups > 1 ? `${told.groups}个` : ''}工作群通知${told.units}家、@所有人。`;
}

function everyoneHeard(told: Told | null): string {
  return told === null ? '方案还没有发布，没有通知各单位。' : `正在工作群通知${told.units}家。`;
}

/** How long it is put off: in the organiser's words, and where these name a day, when it goes on. */
export interface PutOff {
  readonly note: string;
  readonly untilMs: EpochMs | null;
}

interface Around {
  readonly told: Told | null;
  /** Titles of returns that fall due before it goes on. */
  readonly due: readonly string[];
}

export function aboutToPostpone(campaign: string, { note, untilMs }: PutOff, { told, due }: Around): string {
  const until = untilMs === null ? noted(note) : `，${formatInstant(untilMs)}自动恢复`;
  return `将暂停${campaign}${until}：提醒、催签收、值班签到都停发，各单位报来的照收。${dueMeanwhile(due)}${everyoneHears(told)}`;
}

function dueMeanwhile(titles: readonly string[]): string {
  return titles.length === 0
    ? ''
    : `${titles.map((title) => `《${title}》`).join('')}在恢复前就截止，要顺延请另发“截止改到…”。`;
}

export function postponed(campaign: string, untilMs: EpochMs | null, { told, due }: Around): string {
  const back =
    untilMs === null
      ? '不会自动恢复，届时请发“恢复活动”；截止时间没有改。'
      : `${formatInstant(untilMs)}自动恢复，要提前请发“恢复活动”。${due.length === 0 ? '截止时间没有改。' : dueMeanwhile(due)}`;
  return `${campaign}已暂停，提醒、催签收和值班签到都停发。${everyoneHeard(told)}${back}`;
}

export function untilInPast(untilMs: EpochMs): string {
  return `${formatInstant(untilMs)}已经过了，活动没有暂停。请写以后的日期，例如“活动延期到4月1日”。`;
}

export function postponedNotice(campaign: string, { note, untilMs }: PutOff): string {
  const back = untilMs === null ? '恢复时间另行通知' : `${formatInstant(untilMs)}恢复`;
  return `【活动暂停】${campaign}暂停开展${untilMs === null ? noted(note) : ''}，${back}。期间不再提醒和点名，已报和要报的仍可发来。`;
}

export function aboutToCancel(campaign: string, note: string, told: Told | null): string {
  return `将取消${campaign}${noted(note)}：不再提醒，也不再收签收、报送和签到，已报的数保留备查。${everyoneHears(told)}`;
}

export function cancelled(campaign: string, told: Told | null): string {
  return `${campaign}已取消，不再提醒，也不再收报送；已报的数保留，汇总仍可查。${everyoneHeard(told)}要恢复请发“恢复活动”。`;
}

export function cancelledNotice(campaign: string, note: string, organisers: string): string {
  return `【活动取消】${campaign}取消${noted(note)}，不用再签收、报送和值班。${contact(organisers)}`;
}

/** Said to whoever reports or orders something all the same; `organisers` is null to one who can bring it back. */
export function cancelledAnswer(campaign: string, atMs: EpochMs, organisers: string | null): string {
  if (organisers === null) return `${campaign}已于${formatInstant(atMs)}取消，这条没有记录。要恢复请发“恢复活动”。`;
  return `${campaign}已于${formatInstant(atMs)}取消，这条没有记录，也不用再办。${contact(organisers)}`;
}

function contact(organisers: string): string {
  return organisers === '' ? '' : `如有疑问请联系组织者${organisers}。`;
}

export function aboutToResume(campaign: string, told: Told | null): string {
  return `将恢复${campaign}，提醒和值班签到照常进行，期间错过的不补发。${everyoneHears(told)}`;
}

export function resumed(campaign: string, told: Told | null): string {
  return `${campaign}已恢复，提醒照常，期间错过的不补发。${everyoneHeard(told)}`;
}

/** What is owed by a deadline; `units` are named where it is their own. */
export interface OwedLine {
  readonly title: string;
  readonly units: string | null;
  readonly due: Due;
}

export function pastDue({ title, units, due }: OwedLine): string {
  const whose = units === null ? '' : `（${units}）`;
  return `《${title}》${whose}的截止时间（${dueText(due)}）已过，要改请发“${units === null ? '截止改到…' : `延期 ${units} 到…`}”。`;
}

export function resumedNotice(campaign: string, owed: readonly OwedLine[]): string {
  const lines = owed.map(
    ({ title, units, due }) => `· ${title}${units === null ? '' : `（${units}）`}：请于${dueText(due)}。`,
  );
  return [`【活动恢复】${campaign}恢复开展，请各单位继续办理。`, ...lines].join('\n');
}

export function resumedByItself(campaign: string): string {
  return `【活动恢复】${campaign}已按期恢复，提醒照常。`;
}

export function running(campaign: string): string {
  return `${campaign}正在进行，没有暂停或取消。`;
}

interface Stopped {
  readonly kind: 'postponed' | 'cancelled';
  readonly atMs: EpochMs;
  readonly note: string;
  readonly untilMs?: EpochMs | null;
}

export function stoppedAlready({ kind, atMs, untilMs }: Stopped): string {
  const back = untilMs ? `，${formatInstant(untilMs)}自动恢复` : '';
  const how = untilMs ? '要提前恢复或改日期，请先发“恢复活动”。' : '要恢复请发“恢复活动”。';
  return `活动已于${formatInstant(atMs)}${kind === 'postponed' ? '暂停' : '取消'}${back}，没有再改。${how}`;
}

/** In 汇总进度, 我的任务 and 差异. */
export function stillLine({ kind, atMs, note, untilMs }: Stopped, by: string): string {
  const at = formatInstant(atMs);
  if (kind === 'cancelled') return `活动已于${at}由${by}取消${noted(note)}，不再收报送。`;
  const until = untilMs ? `，${formatInstant(untilMs)}自动恢复` : noted(note);
  return `活动自${at}起由${by}暂停${until}，提醒和值班签到停发。`;
}

export function amendmentsText(lines: readonly string[]): string {
  return lines.length === 0
    ? '群里没有改动，与文件一致。'
    : ['群里改过、与文件不同的：', ...lines.map((line) => `· ${line}`)].join('\n');
}
