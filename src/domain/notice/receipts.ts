/** Who has signed for a notice, and who is asked again. */
import { receiptReminders } from '../broadcast/reminders.ts';
import type { CampaignEvent } from '../campaign/slices.ts';
import type { DirectoryView } from '../directory/view.ts';
import { aFew } from '../few.ts';
import { answer, type Outcome } from '../outcome.ts';
import { numbersNamed, type Receipts } from '../receipts.ts';
import { isTooSoon, whyNotAgain } from '../reminders/again.ts';
import * as say from '../replies/notice.ts';
import { unitList } from '../replies/wording.ts';
import { runningLine } from '../running-line.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import { unmentionedLine } from '../told.ts';
import { type Notice, openNotices } from './state.ts';

function keyOf({ no }: Notice): string {
  return `notice/${no}`;
}

/** What notices ask for. */
export function noticeReceipts(situation: Situation): Receipts[] {
  return [...situation.state.notice.notices.values()].filter(asked).map((notice) => ({
    key: keyOf(notice),
    title: say.noticeTitle(notice.no, notice.text),
    sentAtMs: notice.atMs,
    waiting: notice.waiting,
    signed: notice.signed,
    total: totalOf(notice),
    named: (words) => numbersNamed(words).includes(notice.no),
    sign: (speaker) => sign(situation, speaker, notice),
  }));
}

function asked(notice: Notice): boolean {
  return totalOf(notice) > 0;
}

function totalOf({ waiting, signed }: Notice): number {
  return waiting.size + signed.size;
}

function sign({ directory, nowMs }: Situation, speaker: Speaker, notice: Notice): Outcome {
  const { no, told } = notice;
  const unit = speaker.person.unit ?? '';
  const [count, total] = [notice.signed.size + 1, totalOf(notice)];
  const signed: CampaignEvent = { type: 'NoticeSigned', no, unit, source: sourceOf(speaker, nowMs) };
  const taken = say.noticeSigned(directory.short(unit), no, count, total);
  if (speaker.chat.kind === 'single') return answer(taken, { events: [signed] });
  const line = runningLine(told, { count, total });
  if (line === null) return answer([], { events: [signed] });
  const lines = { first: taken, 'so-far': say.signedSoFar(no, count, total), all: say.allSigned(no, total) };
  return answer(lines[line], { events: [signed, { type: 'NoticeTold', no, signed: count }] });
}

/** The notice of a number, else all that are open; or why there is none. */
function meant({ state }: Situation, no: number | null): readonly Notice[] | string {
  const all = [...state.notice.notices.values()];
  if (no === null) {
    const open = openNotices(state.notice);
    return open.length > 0 ? open : say.nothingOpen;
  }
  const notice = state.notice.notices.get(no);
  if (!notice) return say.noSuchNotice(no, all.length);
  if (!asked(notice)) return say.askedForNone(no);
  return notice.waiting.size > 0 ? [notice] : say.allSigned(no, totalOf(notice));
}

export function listUnanswered(
  situation: Situation,
  _speaker: Speaker,
  { no }: { readonly no: number | null },
): Outcome {
  const notices = meant(situation, no);
  return answer(typeof notices === 'string' ? notices : notices.map((notice) => unansweredLine(situation, notice)));
}

function unansweredLine({ directory }: Situation, notice: Notice): string {
  const { waiting } = notice;
  const names = unitList(directory, waiting, waiting.size);
  return say.unanswered(say.noticeTitle(notice.no, notice.text), names, waiting.size, totalOf(notice));
}

/** Those that may be asked for again by now. */
function chased(situation: Situation, no: number | null): readonly Notice[] | string {
  const notices = meant(situation, no);
  if (typeof notices === 'string') return notices;
  const due = notices.filter(({ chasedAtMs }) => !isTooSoon(situation, chasedAtMs));
  if (due.length > 0) return due;
  const numbers = notices.map((notice) => notice.no);
  const lastMs = Math.min(...notices.map(({ chasedAtMs }) => chasedAtMs ?? situation.nowMs));
  return whyNotAgain(situation, lastMs, say.noticesNamed(numbers)) ?? say.nothingOpen;
}

export function previewChaseNotice(
  situation: Situation,
  _speaker: Speaker,
  { no }: { readonly no: number | null },
): string | null {
  const notices = chased(situation, no);
  if (typeof notices === 'string') return null;
  const units = new Set(notices.flatMap(({ waiting }) => [...waiting]));
  return units.size > aFew
    ? say.aboutToChase(
        notices.map((notice) => notice.no),
        units.size,
      )
    : null;
}

export function chaseNotice(situation: Situation, speaker: Speaker, { no }: { readonly no: number | null }): Outcome {
  const notices = chased(situation, no);
  if (typeof notices === 'string') return answer(notices);
  const numbers = notices.map((notice) => notice.no);
  const units = new Set(notices.flatMap(({ waiting }) => [...waiting]));
  const due = notices.map((notice) => ({ key: keyOf(notice), units: [...notice.waiting] }));
  return answer([say.chasedUnanswered(numbers, units.size), unmentionedLine(situation.directory, [...units])], {
    events: [{ type: 'NoticeChased', numbers, by: speaker.person.id }],
    // An order of this hour is meant for it.
    sends: receiptReminders(situation, due).map(({ waits: _, ...send }) => send),
  });
}

export function tellNotices(
  { state, directory }: Situation,
  _speaker: Speaker,
  { no }: { readonly no: number | null },
): Outcome {
  const all = [...state.notice.notices.values()];
  if (no === null) return answer(all.length === 0 ? say.noNotices : all.map((notice) => lineOf(directory, notice)));
  const notice = state.notice.notices.get(no);
  if (!notice) return answer(say.noSuchNotice(no, all.length));
  const { text, atMs, by, units } = notice;
  const names = unitList(directory, units, units.length);
  return answer(say.noticePage({ no, text, atMs, by: directory.name(by), units: names, receipts: receiptsOf(notice) }));
}

/** What went out cannot be called back: another notice puts it right, with whoever had it. */
export function tellWithdrawing(
  { state, directory }: Situation,
  _speaker: Speaker,
  { no }: { readonly no: number | null },
): Outcome {
  const { notices } = state.notice;
  const notice = notices.get(no ?? notices.size);
  if (!notice) return answer(no === null ? say.noNotices : say.noSuchNotice(no, notices.size));
  const whom = notice.units.length > aFew ? say.everyUnit : unitList(directory, notice.units, notice.units.length);
  return answer(say.cannotWithdraw(notice.no, whom));
}

function lineOf(directory: DirectoryView, notice: Notice): string {
  const { no, text, atMs, by, units } = notice;
  const title = say.noticeTitle(no, text);
  return say.noticeLine({ title, atMs, by: directory.name(by), count: units.length, receipts: receiptsOf(notice) });
}

function receiptsOf(notice: Notice): say.ReceiptCount | null {
  return asked(notice) ? { signed: notice.signed.size, total: totalOf(notice) } : null;
}

/** In 汇总进度: a line for each that is not signed by all. */
export function progressLines({ state, directory }: Situation): string[] {
  return openNotices(state.notice).map(({ no, text, waiting, signed }) =>
    say.openLine(
      say.noticeTitle(no, text),
      signed.size,
      waiting.size + signed.size,
      unitList(directory, waiting, waiting.size, namesInSummary),
    ),
  );
}

/** In a summary a few names are enough; 通知回执 gives them all. */
const namesInSummary = 12;
