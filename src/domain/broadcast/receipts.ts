/** Receipts come in, for the plan and for whatever else units sign for. */
import type { CampaignEvent } from '../campaign/slices.ts';
import type { Unit } from '../directory/model.ts';
import { unitMentions } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import { numbersNamed, type Receipts } from '../receipts.ts';
import * as say from '../replies/broadcast.ts';
import { welcome } from '../replies/guidance.ts';
import { noUnit } from '../replies/roles.ts';
import type { Aside } from '../room.ts';
import { runningLine } from '../running-line.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';

export const planKey = 'plan';

/** What the plan asks for; nothing before it is out. */
export function planReceipts(situation: Situation): Receipts[] {
  const { publishedAtMs, silent, receipts } = situation.state.broadcast;
  if (publishedAtMs === null) return [];
  return [
    {
      key: planKey,
      title: say.planTitle(situation.state.definition.shortTitle),
      sentAtMs: publishedAtMs,
      waiting: silent,
      signed: receipts,
      total: silent.size + receipts.size,
      named: (words) => words.includes('方案'),
      sign: (speaker) => signPlan(situation, speaker),
    },
  ];
}

/** A plain 收到 is for the newest that waits for this unit; it may name another, or all. */
export function takeReceipt(situation: Situation, speaker: Speaker): Outcome {
  const { unit } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const { directory } = situation;
  const other = signsFor(directory, speaker.words);
  const foreign = other ? other.id !== unit : /^我?[代替帮]/.test(speaker.words.trim());
  if (foreign) return refuse('not_your_unit', say.receiptNotYours(directory.short(unit), other?.shortName ?? null));
  const all = situation.house.receipts(situation);
  const waiting = all.filter((one) => one.waiting.has(unit));
  const named = meantBy(speaker.words, all);
  const meant = named.filter((one) => waiting.includes(one));
  const signed = /全部|均已|都/.test(speaker.words) ? meant : meant.slice(0, 1);
  const [unknown] = numbersNamed(speaker.words);
  if (meant.length === 0 && unknown !== undefined)
    return named.some((one) => one.signed.has(unit))
      ? knownAlready(speaker, say.noticeKnown(directory.short(unit), unknown))
      : answer(say.notForYou(unknown));
  if (signed.length === 0) return nothingToSign(situation, speaker, unit);
  const outcomes = signed.map((one) => one.sign(speaker));
  const left = waiting.filter((one) => !signed.includes(one));
  return together(outcomes, speaker.chat.kind === 'single' ? say.stillToSign(left.map(({ title }) => title)) : '');
}

/** The unit that the words begin with: 徐汇区局收到. */
function signsFor(directory: Situation['directory'], words: string): Unit | null {
  const [first] = unitMentions(directory, words.trim());
  const begins = first && /^[【[]?(?:我?(?:代|替|帮)(?:表)?)?$/.test(words.trim().slice(0, first.start));
  return begins ? (first.units[0] ?? null) : null;
}

function meantBy(words: string, all: readonly Receipts[]): readonly Receipts[] {
  const named = all.filter((one) => one.named(words));
  return named.length > 0 || numbersNamed(words).length > 0 ? named : all;
}

function together(outcomes: readonly Outcome[], more: string): Outcome {
  const events = outcomes.flatMap((outcome) => (outcome.kind === 'decided' ? outcome.events : []));
  return answer([...outcomes.flatMap(({ said }) => said), more], { events });
}

/** Who has signed already hears nothing in a flooded group. */
function knownAlready({ chat }: Speaker, said: string): Outcome {
  return answer(chat.kind === 'group' ? [] : said);
}

function nothingToSign({ state, directory }: Situation, speaker: Speaker, unit: string): Outcome {
  const { receipts, publishedAtMs } = state.broadcast;
  if (publishedAtMs === null) return answer(say.planNotPublished);
  const short = directory.short(unit);
  if (!receipts.has(unit)) return answer(say.receiptNotNeeded(short));
  return knownAlready(speaker, saysReceipt.test(speaker.words) ? say.receiptKnown(short) : welcome);
}

const saysReceipt = /收|悉|阅/;
/** What is said to any news. */
const nod =
  /^(?!.*[没未谁催不吗?？\d])[\u4e00-\u9fff、，,\s]{0,16}?(?:明白|知道|清楚|了解|好[的滴嘞]?|ok|okay|嗯+|行)了?[。.!！~～\s]*$/i;

const endsInReceipt = /(?:收到|收悉|知悉|签收)了?[。.!！~～\s]*$/;

/** A nod in the group, or a receipt for another unit, is none: of whom one is awaited is told so, lest it be taken for one. */
export function nodAside(situation: Situation, { chat, person: { unit }, words }: Speaker): Aside | null {
  if (chat.kind !== 'group' || unit === null) return null;
  const { directory, house } = situation;
  const signs = endsInReceipt.test(words) ? signsFor(directory, words) : null;
  if (!nod.test(words.trim()) && (signs === null || signs.id === unit)) return null;
  const [newest] = house.receipts(situation).filter(({ waiting }) => waiting.has(unit));
  return newest ? { said: [say.nodIsNoReceipt(directory.short(unit), newest.title)], events: [] } : null;
}

function signPlan({ state, directory, nowMs }: Situation, speaker: Speaker): Outcome {
  const { receipts, silent, told } = state.broadcast;
  const unit = speaker.person.unit ?? '';
  const count = receipts.size + 1;
  const total = receipts.size + silent.size;
  const given: CampaignEvent = { type: 'ReceiptGiven', unit, source: sourceOf(speaker, nowMs) };
  const taken = say.receiptTaken(directory.short(unit), count, total);
  if (speaker.chat.kind === 'single') return answer(taken, { events: [given] });
  const line = runningLine(told, { count, total });
  if (line === null) return answer([], { events: [given] });
  const lines = { first: taken, 'so-far': say.signedSoFar(count, total), all: say.allSigned(total) };
  return answer(lines[line], { events: [given, { type: 'ReceiptsTold', received: count }] });
}
