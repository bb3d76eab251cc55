import { formatInstant } from '../calendar/zone.ts';
import type { Due } from '../campaign/definition.ts';
import type { FormRow } from '../form.ts';
import type { EpochMs } from '../model.ts';
import type { ReturnSummary } from '../progress/summary.ts';
import { dueText, figure, inQuotes, percent, rowName } from './wording.ts';

export function progressHead(title: string, nowMs: EpochMs): string {
  return `【${title}进度】截至${formatInstant(nowMs)}`;
}

/** Today's messages of the bot itself, for the organiser. */
export function meterLine(groups: readonly { chat: string; count: number }[], people: readonly number[]): string {
  const inGroups = groups.length === 0 ? '群里0条' : groups.map(({ chat, count }) => `“${chat}”${count}条`).join('、');
  const total = people.reduce((sum, count) => sum + count, 0);
  const alone = total === 0 ? '' : `，单独发给${people.length}人共${total}条（最多一人${Math.max(...people)}条）`;
  return `今天我发的消息：${inGroups}${alone}。`;
}

export interface ReturnLine {
  /** Where there are several returns. */
  readonly title: string | null;
  readonly due: Due;
  readonly summary: ReturnSummary;
  readonly closed: boolean;
  readonly owing: string;
  /** Units with a later deadline of their own, and with a sooner one. */
  readonly extended: number;
  readonly sooner: number;
}

export function returnLines({ title, due, summary, closed, owing, extended, sooner }: ReturnLine): string[] {
  const { assigned, complete, onTime, correcting, started, untouched, overdue } = summary;
  // Before the deadline nobody is late, and there is nothing to say of it.
  const late = overdue !== null;
  const inTime = !late ? '' : `，按时率${percent(onTime, assigned)}`;
  const again = late && correcting > 0 ? `（其中按时报过、更正或退回待重报${correcting}家）` : '';
  const head = `报送${title ? `《${title}》` : ''}：已报齐${complete}/${assigned}家，完成率${percent(complete, assigned)}${inTime}。`;
  const rest =
    complete === assigned
      ? ''
      : `填报中${started}家${again}，未动${untouched}家${overdue ? `，逾期${overdue}家` : ''}。`;
  const lines = [head + rest];
  if (owing) lines.push(`未报齐：${owing}。`);
  const own = [...(extended > 0 ? [`${extended}家另有延期`] : []), ...(sooner > 0 ? [`${sooner}家另有提前`] : [])];
  lines.push(
    `截止：${dueText(due)}${own.length > 0 ? `（${own.join('，')}）` : ''}${closed ? '（已停止填报）' : ''}。`,
  );
  return lines;
}

export function totalsLine(confirmed: number, rows: readonly { row: FormRow; total: number | null }[]): string {
  const lines = rows.map(
    ({ row, total }) => `${row.no} ${row.label} ${total === null ? '（比率，不合计）' : figure(row, total)}`,
  );
  return `合计（按已提交统计表的${confirmed}家）：\n${lines.join('\n')}`;
}

export const noneConfirmed = '合计：还没有单位提交统计表。';

export function notReported(
  title: string | null,
  total: number,
  lines: readonly { owed: string; units: string }[],
): string {
  const head = `${title ? `《${title}》` : ''}未报齐${total}家：`;
  return [head, ...lines.map(({ owed, units }) => `· 还差${owed}：${units}`)].join('\n');
}

export function returnUnknown(words: string, titles: readonly string[]): string {
  return `没有找到${inQuotes(words)}这项报送。${titles.length > 0 ? `可以查：${titles.join('、')}；发“未报单位”看全部。` : ''}`;
}

/** One material of a return that wants more. */
export function materialOwed(title: string, owing: number, assigned: number, names: string): string {
  return owing === 0 ? `${title}${assigned}家都已报。` : `${title}未报${owing}家（共${assigned}家）：${names}。`;
}

export function reportedAll(titles: readonly string[]): string {
  return `${titles.map((title) => `《${title}》`).join('')}各单位都已报齐。`;
}

/** `row`: a row of the table, for the example; null where there is none. */
export function noExport(row: string | null, unit: string): string {
  const one = row === null ? '' : `，“${row}汇总”看某一项`;
  return `目前还不能导出Excel或发送文件。数据可以在这里看：发“汇总进度”看总体${one}，“${unit}明细”看某个单位。`;
}

export const noExportOfOwn = '目前还不能导出Excel或发送文件。发“看表”可以在这里看本单位的统计表。';

export const allReported = '各单位都已报齐。';

export interface RowTotal {
  readonly row: FormRow;
  /** Null for a rate. */
  readonly total: number | null;
  readonly rate: boolean;
  readonly confirmed: number;
  readonly zeros: number;
  readonly assigned: number;
  readonly most: string;
}

export function rowTotalText({ row, total, confirmed, zeros, assigned, most }: RowTotal): string {
  const who = `${most ? `\n较多的：${most}。` : ''}`;
  if (confirmed === 0) return `${rowName(row)}还没有单位提交（0/${assigned}家）。`;
  if (total === null)
    return `${rowName(row)}是比率，不能相加（已提交${confirmed}/${assigned}家）。${who.replace('较多的', '较高的')}`;
  const zeroText = zeros > 0 ? `，其中${zeros}家为0` : '';
  return `${rowName(row)}合计${figure(row, total)}（已提交${confirmed}/${assigned}家${zeroText}，未提交的不计）。${who}`;
}

/** Asked who reported most, of nothing in particular. */
export function whichRow(labels: readonly string[]): string {
  return `请写明哪一项，例如“${labels[0] ?? '第1项'}排名”。可以查：${labels.join('、')}。`;
}

export function rowUnknown(words: string, labels: readonly string[]): string {
  return `没有找到“${words}”这一项。可以查：${labels.join('、')}。`;
}

export function historyText(unit: string, row: FormRow, lines: readonly string[]): string {
  return [`${unit} ${rowName(row)}：`, ...lines].join('\n');
}

export function historyLine(row: FormRow, atMs: EpochMs, name: string, value: number | null, words: string): string {
  const what = value === null ? '撤回' : figure(row, value);
  return `${formatInstant(atMs)} ${name} ${what}（“${words.trim()}”）`;
}

export function noHistory(unit: string, row: FormRow): string {
  return `${unit} ${rowName(row)}还没有报过数。`;
}

/** What stood in the totals, and until when. */
export function countedLine(row: FormRow, fromMs: EpochMs, untilMs: EpochMs, value: number): string {
  return `${formatInstant(fromMs)}至${formatInstant(untilMs)}计入汇总的是${figure(row, value)}`;
}

export function correction(unit: string, lines: readonly string[]): string {
  return `【更正】${unit}${lines.join('；')}。`;
}

/** A table counts again that had been sent back. */
export function countedAgain(unit: string, lines: readonly string[]): string {
  return `【更正】${unit}统计表的退回已撤销，重新计入汇总：${lines.join('，')}。`;
}

export function withdrawn(unit: string, lines: readonly string[]): string {
  return `【更正】${unit}撤回了统计表，重新提交前不计入汇总：${lines.join('，')}。`;
}

export function submittedAgain(unit: string, lines: readonly string[]): string {
  return `【更正】${unit}重新提交了统计表，数字未变，重新计入汇总：${lines.join('，')}。`;
}

/** Units left the campaign, and their figures the totals. */
export function countedNoMore(units: string, lines: readonly string[]): string {
  return `【更正】${units}已移出，数字不再计入汇总：${lines.join('，')}。`;
}

/** Units are in the campaign again, and their figures in the totals. */
export function countedWithIt(units: string, lines: readonly string[]): string {
  return `【更正】${units}重新加入，之前报的数字重新计入汇总：${lines.join('，')}。`;
}

export function totalLine(row: FormRow, total: number): string {
  return `${rowName(row)}总数为${figure(row, total)}`;
}

export interface CorrectionLine {
  readonly row: FormRow;
  readonly before: number;
  readonly now: number;
  readonly total: number | null;
}

export function correctionLine({ row, before, now, total }: CorrectionLine): string {
  const sum = total === null ? '' : `，总数为${figure(row, total)}`;
  return `${rowName(row)}由${figure(row, before)}改为${figure(row, now)}${sum}`;
}

export function unitPage(unit: string, lines: readonly string[]): string {
  return [`【${unit}】`, ...lines].join('\n');
}

export function unitUnknown(words: string): string {
  return `没有找到单位“${words}”，请写单位简称或全称。`;
}

export function unitNotConcerned(unit: string): string {
  return `${unit}不在本次活动范围内。`;
}

export const unitOwnOnly = '只能查本单位的填报情况。';
export const historyHow = '请写明单位和项目，例如“谁改过 单位简称 第2项”。';
export const historyOwnOnly = '只能查本单位的填报记录。';

export function findingsText(findings: readonly { text: string; assumption: string | null }[]): string {
  if (findings.length === 0) return '审读没有发现需要核对的地方。';
  return [
    '审读意见（请核对）：',
    ...findings.map(({ text, assumption }, index) => `${index + 1}. ${text}${assumption ? `暂按：${assumption}` : ''}`),
  ].join('\n');
}
