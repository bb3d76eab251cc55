import { dayOf, daysBetween, formatEnd, formatInstant, timeOf } from '../calendar/zone.ts';
import type { Due } from '../campaign/definition.ts';
import type { Example } from '../examples.ts';
import type { EpochMs } from '../model.ts';
import type { Owed } from '../submission/owed.ts';
import { dueText, inQuotes, leaderNames } from './wording.ts';

/** What is owed, in words: `统计表第4、7项、总结`. */
export function owedText({ table, materials }: Owed): string {
  const parts: string[] = [];
  if (table.kind === 'untouched') parts.push('统计表');
  if (table.kind === 'partial') parts.push(`统计表第${table.missing.join('、')}项`);
  if (table.kind === 'unconfirmed') parts.push('统计表待回“确认提交”');
  if (table.kind === 'returned') parts.push(returnedText(table));
  parts.push(...materials.map((material) => material.title));
  return parts.join('、');
}

function returnedText({ back, missing }: Extract<Owed['table'], { kind: 'returned' }>): string {
  const rows = missing.length > 0 ? missing : back.rows;
  return `统计表${rows.length > 0 ? `第${rows.join('、')}项` : ''}（已退回：${back.reason}）`;
}

export interface OwedLine {
  readonly owed: string;
  readonly units: string;
}

/** One return in a reminder. */
export interface OwedReturn {
  readonly title: string;
  readonly due: Due;
  readonly owing: number;
  /** Null where others owe it as well and are not called. */
  readonly assigned: number | null;
  /** Called beside them: in time, and correcting it; empty where none does. */
  readonly correcting: string;
  /** Materials of a return without a table; null where there is a table to fill. */
  readonly materials: string | null;
  /** Null where more than half owe it, or there is no room: they are mentioned and not listed. */
  readonly lines: readonly OwedLine[] | null;
  readonly tableOnly: boolean;
}

/**
 * One message for all who owe: how long there is, who owes what, how to answer. `withoutReporter`: units whose leaders are called,
 * who have it done; `others`: whether there are any besides.
 */
export function returnReminder(
  returns: readonly OwedReturn[],
  nowMs: EpochMs,
  to: { readonly botName: string; readonly withoutReporter: string; readonly others: boolean },
): string {
  const [only] = returns;
  const how = [
    ...(to.others ? [howToReport(returns, to.botName)] : []),
    ...(to.withoutReporter === '' ? [] : [leaderNames(to.withoutReporter)]),
  ];
  if (only && returns.length === 1)
    return [`【报送提醒】${ofReturn(only, nowMs, '@到的')}`, ...listed(only), ...how].join('\n');
  return ['【报送提醒】', ...returns.flatMap((one) => [ofReturn(one, nowMs, ''), ...listed(one)]), ...how].join('\n');
}

function howToReport(returns: readonly OwedReturn[], botName: string): string {
  const chat = `请点开与${botName}的单聊`;
  const sent = returns.map(({ materials }) => materials);
  if (sent.every((materials) => materials !== null)) return `${chat}，把${sent.join('、')}发过来。`;
  return `${chat}发“填报”${returns.every(({ tableOnly }) => tableOnly) ? '' : '，材料也在单聊里发'}。`;
}

/** `called`: what tells those who are called from all who owe it. */
function ofReturn(owed: OwedReturn, nowMs: EpochMs, called: string): string {
  const { title, due, owing, assigned, correcting, lines } = owed;
  const again = correcting === '' ? '' : `${correcting}按时报过，更正或退回后还没有重报。`;
  if (owing === 0) return `${title}，${again}${lines === null ? '' : '还差：'}`;
  const head = `${title}，${timeLeft(due, nowMs)}。`;
  if (lines !== null) return `${head}${again}还差：`;
  if (assigned === null) return `${head}${called}${owing}家还未报齐。${again}`;
  return head + (owing === assigned ? `${owing}家均未报齐。` : `还有${owing}家未报齐（共${assigned}家）。`) + again;
}

function listed({ lines }: OwedReturn): string[] {
  return (lines ?? []).map(({ owed, units }) => `· ${owed}：${units}`);
}

function timeLeft(due: Due, nowMs: EpochMs): string {
  if (nowMs >= due.lateAfterMs) {
    const days = daysBetween(dayOf(due.lateAfterMs - 1), dayOf(nowMs));
    return `已逾期${days > 0 ? `${days}天` : ''}（${formatEnd(due.lateAfterMs)}截止）`;
  }
  const isLastDay = dayOf(due.lateAfterMs - 1) === dayOf(nowMs);
  if (nowMs >= due.dueAtMs) return `最迟${isLastDay ? '今天' : ''}${endText(due, isLastDay)}，过后计为逾期`;
  const days = daysBetween(dayOf(nowMs), dayOf(due.dueAtMs));
  if (days === 0) return `请于今天${timeOf(due.dueAtMs)}前报齐`;
  return `请于${formatInstant(due.dueAtMs)}前报齐（还有${days}天）`;
}

function endText({ lateAfterMs }: Due, today: boolean): string {
  const end = formatEnd(lateAfterMs);
  return today ? end.replace(/^.*）/, '') : end;
}

/** Where there is no room to say what each unit owes. */
export const owedUnlisted = '统计表或材料（发“未报单位”看明细）';

export function overdueToLeader(title: string, due: Due, lines: readonly OwedLine[]): string {
  return [
    `【逾期提示】${title}已于${formatEnd(due.lateAfterMs)}截止，贵单位尚未报齐，请督促。`,
    ...lines.map(({ owed, units }) => `· ${units}：还差${owed}`),
  ].join('\n');
}

/** How many units owe one of the returns that are chased. */
export interface Share {
  readonly title: string;
  readonly units: number;
}

export interface Chased {
  readonly units: number;
  /** `图片` where a part was named; else empty. */
  readonly lacking: string;
  readonly groups: number;
  /** Units left out by the order's words, named; empty where none is. */
  readonly except: string;
  /** Units chased within the hour, and not again; empty where none was. */
  readonly spared: string;
  /** The units, where they are few. */
  readonly names?: string;
}

function chasedText({ units, lacking, groups, except, spared, names = '' }: Chased): string {
  const whom = names || `${units}家${lacking === '' ? '未报齐' : `未报${lacking}的`}单位`;
  const where = `在${groups > 1 ? `${groups}个` : ''}工作群提醒`;
  const left = [...(except === '' ? [] : [`${except}除外`]), ...(spared === '' ? [] : [`${spared}刚催过，这次不催`])];
  return `${where}${whom}${left.length === 0 ? '' : `（${left.join('；')}）`}`;
}

/** `unread`: what of the order's words was not understood. */
export function aboutToChase(chased: Chased, shares: readonly Share[], lastMs: EpochMs | null, unread: string): string {
  const each = shares.map(({ title, units: owing }) => `${title}${owing}家`).join('、');
  const which = shares.length > 1 ? `（${each}；只催一项请发“催办 ${shares[0]?.title}”）` : '';
  const recent = lastMs === null ? '' : `（${timeOf(lastMs)}刚提醒过一次）`;
  const notHeard = unread === '' ? '' : `${inQuotes(unread)}没看懂，不办。`;
  return `将${chasedText(chased)}${which}，@各家联络员${recent}。${notHeard}`;
}

export function chasedSome(names: string, spared: string): string {
  return `已在工作群提醒${names}${spared === '' ? '' : `（${spared}刚催过，没有再催）`}。`;
}

export function chaseWhom(words: string): string {
  return `没有找到“${words}”。催某家请写单位简称，催某项请写报送或材料的名称；催全部请发“催办”。`;
}

/** Urged is something that is no return: nobody is reminded of a return for it. */
export function chaseOtherAffair(words: string, names: string): string {
  return `“${words}”说的不是报送，没有催。催报送请发“催${names}”，催签收请发“催${names}收到”，别的事请发“通知${names}：…”。`;
}

export function theyOweNothing(names: string): string {
  return `${names}已报齐，不用催。`;
}

export function theyReportNothing(names: string, title: string | null): string {
  return `${names}不用报${title === null ? '' : `《${title}》`}，没有催。`;
}

export function chased(chased: Chased): string {
  return `已${chasedText(chased)}。`;
}

/** `whom` is empty where it was everyone. */
export function chasedRecently(atMs: EpochMs, againAtMs: EpochMs, whom = ''): string {
  return `${whom}${timeOf(atMs)}刚催过，${timeOf(againAtMs)}以后可以再催。`;
}

export const nobodyOwes = '各单位都已报齐，不用催。';
export function closedForExtending(title: string): string {
  return `《${title}》已停止填报，单位现在报不了，没有改期。请先发“开放填报”，再延期。`;
}

export const closedForChasing = '填报已经截止，没有催。要继续收请先发“开放填报”。';
export function deadlineUnclear(said: boolean, unit?: string): string {
  const how = unit === undefined ? '截止改到' : `延期 ${unit} 到`;
  const examples = `“${how}3月24日前”或“${how}3月24日17:30前”`;
  return said ? `没看懂新的截止时间。请写成${examples}。` : `还不知道延到哪天，没有改。请写成${examples}。`;
}

export function whoseDeadline(words: string, { unit }: Example): string {
  return `没看懂给谁延期（“${words}”），截止时间没有改。请写成“延期 ${unit} 到某月某日前”；各单位统一改请写“截止改到某月某日前”。`;
}

export function deadlineInPast(due: Due): string {
  return `${dueText(due)}——这个时间已经过了，截止时间没有改。`;
}

export function deadlineSame(due: Due): string {
  return `截止时间本来就是：${dueText(due)}。`;
}

/** `kept`: units with a later deadline of their own, named; empty if none has. */
export function deadlineMoved(title: string, before: Due, after: Due, kept: string): string {
  return `【截止时间调整】${title}的报送时间改为“${after.phrase}”：请于${dueText(after)}。（原为${dueText(before)}）${keptText(kept)}`;
}

export function deadlineMovedAnswer(after: Due, groups: number, kept: string): string {
  return `截止时间已改为：${dueText(after)}。${keptText(kept)}${groups > 0 ? '已在工作群通知，' : ''}提醒已按新时间重排。`;
}

function keptText(kept: string): string {
  return kept === '' ? '' : `${kept}已单独延期，仍按延期的时间。`;
}

export interface DeadlineMove {
  readonly title: string;
  readonly before: Due;
  readonly after: Due;
  readonly units: number;
  /** Groups that hear it; 0 before the plan is out. */
  readonly groups: number;
  /** As in `deadlineMoved`. */
  readonly kept: string;
}

export function aboutToMove({ title, before, after, units, groups, kept }: DeadlineMove): string {
  const news = groups > 0 ? `将通知${units}家，@所有人。` : '方案还没有发布，暂不通知。';
  return `${title}的报送时间由“${dueText(before)}”改为“${dueText(after)}”，${news}${keptText(kept)}`;
}

export function extended(names: string, title: string, due: Due, sooner: boolean): string {
  return `${names}《${title}》${sooner ? '提前到' : '延到'}：${dueText(due)}。`;
}

export const othersStay = '其他单位不变。';

export function aboutToExtend(title: string, groups: readonly { readonly names: string; readonly due: Due }[]): string {
  const each = groups.map(({ names, due }) => `${names}改为${dueText(due)}`).join('；');
  return `《${title}》的截止时间：${each}。其他单位不变，`;
}

export function extendedNotice(title: string, due: Due, sooner: boolean): string {
  if (sooner) return `【截止提前】贵单位《${title}》提前到：${dueText(due)}。`;
  return `【延期】贵单位《${title}》可延到：${dueText(due)}。`;
}

/** In 差异. */
export function deadlineMovedLine(title: string, before: Due, after: Due): string {
  return `《${title}》报送时间由“${before.phrase}”改为“${after.phrase}”（${dueText(after)}）。`;
}

export function extendedLine(unit: string, title: string, due: Due, sooner: boolean): string {
  return `${unit}《${title}》${sooner ? '提前到' : '延到'}“${due.phrase}”（${dueText(due)}）。`;
}

export function notAssigned(unit: string, title: string): string {
  return `${unit}不用报《${title}》，没有改。`;
}

export function remindersPaused(atMs: EpochMs): string {
  return `已暂停报送提醒（${timeOf(atMs)}起），值班签到照常。恢复请发“恢复提醒”。`;
}

export const pauseAll =
  '还没有停。要停全部单位的报送提醒请发“暂停提醒”；单独一家停不了，要给宽限请发“某某局延期到某月某日”。';

export function remindersPausedLine(atMs: EpochMs): string {
  return `报送提醒自${formatInstant(atMs)}起暂停。`;
}

export function pausedAlready(atMs: EpochMs): string {
  return `报送提醒自${formatInstant(atMs)}起已经暂停，恢复请发“恢复提醒”。`;
}

export const remindersResumed = '报送提醒已恢复，暂停期间错过的不补发。';
export const notPaused = '报送提醒没有暂停。';

export function whichReturn(titles: readonly string[]): string {
  const lines = titles.map((title, index) => `${index + 1}. ${title}`);
  return [`共有${titles.length}项报送，请说明是哪一项：`, ...lines, '请回序号或名称；都不是请回“都不是”。'].join('\n');
}

/** `ended`: why nothing is taken any more; null while it is. */
export function deadlineAnswer(title: string, due: Due, ended: string | null): string {
  if (ended !== null) return `${title}：${ended}。`;
  return `${title}：“${due.phrase}”，请于${dueText(due)}。`;
}
export const noReturns = '本次活动没有需要报送的统计表或材料。';
