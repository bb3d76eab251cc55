import { formatInstant } from '../calendar/zone.ts';
import type { Due } from '../campaign/definition.ts';
import type { FormRow } from '../form.ts';
import type { EpochMs } from '../model.ts';
import type { ReturnSummary } from '../progress/summary.ts';
import { dueText, figure, percent, rowName } from './wording.ts';

export function progressHead(title: string, nowMs: EpochMs): string {
  return `【${title}进度】截至${formatInstant(nowMs)}`;
}

export function receiptsLine(received: number, total: number, silent: string): string {
  return `签收：${received}/${total}家${silent ? `，未签收：${silent}` : ''}。`;
}

export const notPublishedLine = '方案还没有发布。';

export function returnLines(
  title: string | null,
  due: Due,
  summary: ReturnSummary,
  closed: boolean,
  owing: string,
): string[] {
  const { assigned, complete, onTime, started, untouched, overdue } = summary;
  const head = `报送${title ? `《${title}》` : ''}：已报齐${complete}/${assigned}家，完成率${percent(complete, assigned)}，按时率${percent(onTime, assigned)}。`;
  const rest =
    complete === assigned ? '' : `填报中${started}家，未动${untouched}家${overdue > 0 ? `，逾期${overdue}家` : ''}。`;
  const lines = [head + rest];
  if (owing) lines.push(`未报齐：${owing}。`);
  lines.push(`截止：${dueText(due)}${closed ? '（已停止填报）' : ''}。`);
  return lines;
}

export function totalsLine(confirmed: number, rows: readonly { row: FormRow; total: number }[]): string {
  return `合计（按已提交${confirmed}家）：\n${rows.map(({ row, total }) => `${row.no} ${row.label} ${figure(row, total)}`).join('\n')}`;
}

export const noneConfirmed = '合计：还没有单位提交统计表。';

export function notReported(total: number, lines: readonly { owed: string; units: string }[]): string {
  return [`未报齐${total}家：`, ...lines.map(({ owed, units }) => `· 还差${owed}：${units}`)].join('\n');
}

export const allReported = '各单位都已报齐。';

export function rowTotalText(
  row: FormRow,
  total: number,
  confirmed: number,
  zeros: number,
  assigned: number,
  most: string,
): string {
  const zeroText = zeros > 0 ? `，其中${zeros}家为0` : '';
  return `${rowName(row)}合计${figure(row, total)}（已提交${confirmed}/${assigned}家${zeroText}，未提交的不计）。${most ? `\n较多的：${most}。` : ''}`;
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

export const historyHow = '请写明单位和项目，例如“谁改过 黄浦区局第2项”。';
export const historyOwnOnly = '只能查本单位的填报记录。';

export function findingsText(findings: readonly { text: string; assumption: string | null }[]): string {
  if (findings.length === 0) return '审读没有发现需要核对的地方。';
  return [
    '审读意见（请核对）：',
    ...findings.map(({ text, assumption }, index) => `${index + 1}. ${text}${assumption ? `暂按：${assumption}` : ''}`),
  ].join('\n');
}
