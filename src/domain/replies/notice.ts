/** Notices of the organiser's own. */

import { formatInstant } from '../calendar/zone.ts';
import type { Example } from '../examples.ts';
import type { EpochMs } from '../model.ts';
import { excerpt, quoted } from './wording.ts';

export const everyUnit = '全体单位';
export const notPublished = '方案还没有发布，没有通知。请先发“发布方案”。';
export function notifyWhom({ unit, other }: Example): string {
  return `请写明通知谁，例如“通知${unit}、${other}：…”或“通知全体：…”。`;
}

export function unknownAddressee(name: string): string {
  return `没有找到“${quoted(name)}”，没有通知。请写单位简称或分组名。`;
}

export interface ToNotify {
  readonly names: string;
  readonly count: number;
  readonly all: boolean;
  readonly text: string;
  readonly asks: boolean;
}

export function aboutToNotify({ names, count, all, text, asks }: ToNotify): string {
  return `将通知${count}家（${quoted(names)}），@${all ? '所有人' : '各家联络员'}${asks ? '，要回执' : ''}：“${quoted(text)}”。`;
}

/** `names` is empty where the organiser has just seen whom it goes to. */
export function notified(no: number, names: string, count: number, waiting: number): string {
  const whom = names === '' ? `${count}家单位` : names;
  return `已通知${whom}（${no}号通知）${waiting > 0 ? `，等${waiting}家回“收到”` : ''}。`;
}

export interface NoticeWords {
  readonly no: number;
  readonly issuer: string;
  readonly text: string;
  /** Where a receipt is asked for. */
  readonly botName: string | null;
}

export function noticeText({ no, issuer, text, botName }: NoticeWords): string {
  const how = botName === null ? [] : [`（看过请回“@${botName} 收到”）`];
  return [`【通知】${no}号（${issuer}）`, quoted(text), ...how].join('\n');
}

/** `1号通知（“明天10点开会…”）` */
export function noticeTitle(no: number, text: string): string {
  return `${no}号通知（“${excerpt(text)}”）`;
}

export function noticeSigned(unit: string, no: number, signed: number, total: number): string {
  return `${unit}已签收${no}号通知（${signed}/${total}）。`;
}

export function signedSoFar(no: number, signed: number, total: number): string {
  return `${no}号通知已签收${signed}/${total}家。`;
}

export function allSigned(no: number, total: number): string {
  return `${no}号通知${total}家已全部签收，谢谢。`;
}

export const nothingOpen = '没有等回执的通知。';
export const noNotices = '还没有发过通知。';

export function noSuchNotice(no: number, count: number): string {
  return count === 0 ? noNotices : `没有${no}号通知，发“通知清单”看已发的通知。`;
}

export function cannotWithdraw(no: number, whom: string): string {
  return `${no}号通知已经发出，收不回来，没有办。要更正或作废请发“通知${whom}：${no}号通知作废，以本条为准……”。`;
}

export function askedForNone(no: number): string {
  return `${no}号通知没有要求回执。`;
}

export function unanswered(title: string, names: string, waiting: number, total: number): string {
  return `${title}未签收${waiting}家（共${total}家）：${names}。`;
}

/** `1号、2号通知` */
export function noticesNamed(numbers: readonly number[]): string {
  return `${numbers.map((no) => `${no}号`).join('、')}通知`;
}

export function aboutToChase(numbers: readonly number[], units: number): string {
  return `将在工作群再通知${units}家没回${noticesNamed(numbers)}的单位，@各家联络员。`;
}

export function chasedUnanswered(numbers: readonly number[], units: number): string {
  return `已再通知${units}家没回${noticesNamed(numbers)}的单位。`;
}

export interface ReceiptCount {
  readonly signed: number;
  readonly total: number;
}

function receiptsText(receipts: ReceiptCount | null): string {
  return receipts === null ? '不要回执' : `签收${receipts.signed}/${receipts.total}家`;
}

export interface NoticeListed {
  readonly title: string;
  readonly atMs: EpochMs;
  readonly by: string;
  readonly count: number;
  readonly receipts: ReceiptCount | null;
}

export function noticeLine({ title, atMs, by, count, receipts }: NoticeListed): string {
  return `${title}：${formatInstant(atMs)}由${by}发${count}家，${receiptsText(receipts)}。`;
}

export interface NoticePage {
  readonly no: number;
  readonly text: string;
  readonly atMs: EpochMs;
  readonly by: string;
  readonly units: string;
  readonly receipts: ReceiptCount | null;
}

export function noticePage({ no, text, atMs, by, units, receipts }: NoticePage): string {
  return [
    `${no}号通知，${formatInstant(atMs)}由${by}发，${receiptsText(receipts)}。`,
    quoted(text),
    `发给：${units}。`,
  ].join('\n');
}

/** In 汇总进度. */
export function openLine(title: string, signed: number, total: number, waiting: string): string {
  return `${title}：签收${signed}/${total}家，未签收：${waiting}。`;
}
