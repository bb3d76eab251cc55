/** A message becomes an utterance: the orders, deliveries and reports it holds, in their order. */
import type { RoomOrder } from '../domain/campaign/slices.ts';
import { optionIn } from '../domain/naming.ts';
import { type Reading, saysSomething } from '../domain/reading.ts';
import type { Expectation } from '../domain/submission/expecting.ts';
import { orderChosen } from '../domain/submission/questions.ts';
import type { ReturnReading } from '../domain/submission/shape.ts';
import type { Question } from '../domain/submission/state.ts';
import type { CoreOrder, Part, Utterance } from '../domain/utterance.ts';
import { type Attachment, placeAttachments } from './orders/attachments.ts';
import { takeBeside } from './orders/beside.ts';
import { meansEvery } from './orders/every-option.ts';
import type { Lexicon, Said } from './orders/lexicon.ts';
import { namesMaterial } from './orders/material-options.ts';
import { readAwaited, readMaterials } from './orders/materials.ts';
import { orderOf, questionBeside, questionsBeside } from './orders/question-beside.ts';
import { readReceipt } from './orders/receipt.ts';
import { partedAtSpaces } from './orders/spaced.ts';
import { splitOrder } from './orders/submitting.ts';
import { affirmationIn, readsDismissal, readWordTo } from './orders/word.ts';
import { saysNeither } from './reading/dismissal.ts';
import { reportsFor } from './which-return.ts';

export interface Message {
  readonly text: string;
  readonly quoted: string | null;
  readonly attachments: readonly Attachment[];
}

export interface Understanding {
  readonly lexicon: Lexicon<RoomOrder | CoreOrder>;
  /** What the speaker may report, and what was asked. */
  readonly expectation: Expectation;
  /** What a plain yes or no answers: an order that was shown (always the newest thing asked), a question of some room. */
  readonly awaits: 'proposal' | 'question' | null;
  /** The order that was shown and waits for a yes; null where none does. */
  readonly shown: RoomOrder['name'] | null;
  /** Other business came after what waits: a nod is no answer to it. */
  readonly passedOver: boolean;
  /** What a question's own ways of answering do, before any order. */
  readonly hears: (words: string) => RoomOrder | null;
  /** What other words to an open question do; null where none stands open. */
  readonly answers: ((words: string) => RoomOrder | null) | null;
  /** The campaign's year: deeds of another are not its. */
  readonly year: number;
  /** Names of the speaker and the own unit: 长宁收到. */
  readonly ownNames: readonly string[];
  /** What may be offered as answers to a question with numbered options. */
  readonly options: readonly string[];
}

type SaidOrder = Said<RoomOrder | CoreOrder> & { readonly affirmed?: boolean };

export function understand(message: Message, given: Understanding): Utterance {
  const text = message.text.trim();
  const every = everyIn(message, text, given);
  if (every) return { parts: every };
  const word = wordIn(message, text, given);
  if (word) return { parts: [word, ...orderAnswered(word, given)].map((order) => ({ order })) };
  const whole = message.attachments.length === 0 ? orderIn(text, given) : null;
  const several = message.attachments.length === 0 ? severalIn(text, whole, given) : null;
  if (several) return { parts: several };
  if (whole) return { parts: [asPart(whole)] };
  const { order, words } = orderBehindYes(message, text, given) ?? splitOrder(text, given);
  const reports = order && words === '' ? [] : reportsIn(message, words, given, order !== null);
  const answered = order || message.attachments.length > 0 || reports.some(isMore) ? null : given.answers?.(text);
  if (answered) return { parts: [{ order: answered }] };
  return { parts: [...reports, ...(order ? [asPart(order)] : [])] };
}

function asPart({ order, confirmed, vetoed, takenBack, unsure, affirmed }: SaidOrder): Part {
  return {
    order,
    ...(confirmed && { confirmed }),
    ...(vetoed && { vetoed }),
    ...(takenBack && { takenBack }),
    ...(unsure && { unsure }),
    ...(affirmed && { affirmed }),
  };
}

/** All that a question about tables offers, one after another. */
function everyIn({ attachments }: Message, text: string, { awaits, expectation: { question } }: Understanding) {
  if (attachments.length > 0 || awaits === 'proposal' || question?.kind !== 'which-table') return null;
  if (!meansEvery(question, text)) return null;
  return question.options.map((_, at): Part => {
    const last = at === question.options.length - 1;
    return { order: { name: 'choose', option: 0, ...(last ? {} : { also: true }) } };
  });
}

/** What is no order of its own: a greeting, an answer to what was asked or shown. */
function wordIn(message: Message, text: string, given: Understanding): RoomOrder | CoreOrder | null {
  const { quoted, attachments } = message;
  const { question } = given.expectation;
  if (attachments.length > 0) return null;
  // The bot's name and nothing else; or under a quotation, which has no author: its figures may be anybody's.
  if (text === '') return { name: quoted === null ? 'greeting' : 'quotation' };
  const word = plainWord(text, given);
  if (word !== null && given.awaits === 'proposal') return word;
  if (question && isChoice(question)) {
    const option = optionIn(given.options, text);
    if (option !== null) return { name: 'choose', option };
  }
  if (question && readsDismissal(text))
    return { name: 'choose', option: null, ...(saysNeither(text) && { neither: true }) };
  return word ?? given.hears(text);
}

/** Which return is meant by an order completes it: it is carried out as if it had been said so. */
function orderAnswered(word: RoomOrder | CoreOrder, { expectation, options }: Understanding): RoomOrder[] {
  const { question } = expectation;
  if (word.name !== 'choose' || word.option === null || question?.kind !== 'which-return') return [];
  return [orderChosen(question, word.option, options[word.option] ?? '')];
}

/** 是, 对 where nothing waits: said so, for whoever says it thinks that something does. */
const bareYes = /^(?:是|对)(?:的|滴)?[。.！!]*$/;

function plainWord(text: string, given: Understanding): CoreOrder | null {
  const { awaits, shown, passedOver, lexicon, year } = given;
  if (awaits === null && !passedOver) return bareYes.test(text) && !asksFigures(given) ? { name: 'yes' } : null;
  const isAnother = (words: string) => {
    const said = lexicon.read(words, year);
    return said !== null && (shown === null || deedOf(said.order.name) !== deedOf(shown)) ? said : null;
  };
  const said = readWordTo(text, awaits ?? 'question', isAnother);
  if (said === null || (awaits === null && !said.soft)) return null;
  return said.soft ? { name: 'yes', soft: true } : { name: said.word };
}

/** A question about figures, which the reader of tables hears the answer to. */
function asksFigures({ expectation }: Understanding): boolean {
  return expectation.question !== null || expectation.returns.some(({ context }) => context?.question != null);
}

/** Orders are named by verb and object: 催 is a yes to chasing, be it of returns or of receipts. */
function deedOf(order: string): string {
  return order.split('-', 1).join();
}

function isChoice({ kind }: Question): boolean {
  return kind === 'which-table' || kind === 'which-material' || kind === 'which-return';
}

const plainly = { confirmed: false, vetoed: false, takenBack: false, unsure: false, acts: true, passesOn: false };

/** An order, unless the words answer the question that stands open ("确认" to "确认吗"). */
function orderIn(text: string, { lexicon, expectation, year }: Understanding): Said<RoomOrder | CoreOrder> | null {
  const said = lexicon.read(text, year);
  if (said) return said;
  const confirms = expectation.question === null && /^确认[。！!]?$/.test(text);
  return confirms ? { order: { name: 'confirm', words: '' }, ...plainly } : null;
}

const nextOrder = '[，,。；;\\n]+\\s*(?:另外|然后|接着|同时|并且?|还有|顺便|再)?[，,：:\\s]*';
const firstClause = new RegExp(`^(?:${nextOrder})?([^，,。；;\\n]*)(?:${nextOrder})?([\\s\\S]*)$`);
const mostOrders = 4;

/**
 * 催徐汇，另外金山延期到3月25日: what is named in one order is not meant by the other. Null unless each clause is an order of its own;
 * the last may pass on all that follows: 金山延期到3月25日，另外通知徐汇：明天10点开会，请带材料.
 */
function severalIn(text: string, whole: Said<unknown> | null, { lexicon, year }: Understanding): Part[] | null {
  if (whole && !whole.acts) return null;
  const parts: Part[] = [];
  let rest = text;
  while (rest !== '') {
    const [, clause = '', behind = ''] = firstClause.exec(rest) ?? [];
    const alone = lexicon.read(clause, year);
    const said = alone?.acts || parts.length === 0 ? alone : lexicon.read(rest, year);
    if (!said || !isOneOf(said) || parts.length === mostOrders) return null;
    parts.push({ ...asPart(said), words: (said.passesOn ? rest : clause).trim() });
    rest = said.passesOn ? '' : behind;
  }
  // 确认无误，提交; 催徐汇，催金山: one order said in two clauses.
  return new Set(parts.map(({ order }) => order.name)).size > 1 ? parts : null;
}

function isOneOf({ acts, passesOn, vetoed }: Said<unknown>): boolean {
  return !vetoed && (acts || passesOn);
}

/** 好的提交: the order behind the yes, which itself answers the question that stands open. */
function orderBehindYes(message: Message, text: string, given: Understanding) {
  const said = message.attachments.length === 0 ? affirmationIn(text) : null;
  const order = said && orderIn(said.rest, given);
  if (!said || !order) return null;
  return { order: { ...order, affirmed: true }, words: given.expectation.question ? said.yes : '' };
}

/** Receipts, deliveries and figures, in the order in which they are obeyed. */
function reportsIn(message: Message, text: string, given: Understanding, submits: boolean): Part[] {
  const { returns, talking } = given.expectation;
  const all = partedAtSpaces(text, (words) => namesMaterial(returns, words));
  const { orders, rest: words } = takeBeside(all, given.lexicon, given.year);
  const receipt = readReceipt(words, given.ownNames);
  const { deliveries, rest } = deliveriesIn(message, words, given, submits);
  const figures = figuresIn(message, rest, deliveries.length > 0);
  const reports = (figures === null ? [] : reportsFor(figures, returns, talking, message.quoted))
    .filter((all) => all.length > 0)
    .flatMap(undoneFirst);
  const speaks = reports.flat().some(({ reading }) => saysSomething(reading));
  if (deliveries.length === 0) deliveries.push(...awaitedAlone(rest, reports, returns));
  const reported = deliveries.length + orders.length > 0 ? 'delivery' : null;
  const question = speaks ? null : questionBeside(rest, receipt ? 'receipt' : reported, reports);
  const asked = question && question !== 'known' ? orderOf(question, given) : null;
  // Thanks beside a receipt, a delivery or an arrival are not answered as well.
  const answers = speaks || question === 'known' || (deliveries.length + orders.length === 0 && !receipt);
  const besides = speaks ? questionsBeside(words, reports, given) : [];
  return [
    ...deliveries.map((order) => ({ order })),
    ...(receipt ? [{ order: { name: 'receipt' } as const }] : []),
    ...orders.map((order) => ({ order })),
    ...(asked ? [{ order: asked }] : []),
    ...(answers
      ? reports.map((readings) => ({ order: { name: 'report', readings, ...(submits && { submits }) } as const }))
      : []),
    ...besides.map((order) => ({ order })),
  ];
}

/** 总结过几天再发: of what the reader of tables made nothing. */
function awaitedAlone(
  words: string,
  reports: readonly (readonly ReturnReading[])[],
  returns: Expectation['returns'],
): RoomOrder[] {
  const isUnread = ({ reading }: ReturnReading) => !saysSomething(reading) && reading.talk?.kind === 'other';
  const { awaited } = reports.flat().every(isUnread) ? readAwaited(words, returns, false) : { awaited: [] };
  return awaited.length > 0 ? [{ name: 'await-materials', materials: awaited }] : [];
}

/** Materials that are handed in, taken back or asked about, and the words that speak of none. */
function deliveriesIn(
  { attachments }: Message,
  words: string,
  { expectation: { returns }, year }: Understanding,
  submits: boolean,
) {
  const { said, unsure, takenBack, drafts, rest: left } = readMaterials(words, returns, year);
  const placed = placeAttachments(attachments, words, returns, year);
  const handed = [...placed.said, ...said];
  const alone = !submits && handed.length + unsure.length + takenBack.length + attachments.length === 0;
  const { awaited, rest } = readAwaited(left, returns, alone);
  const deliveries: RoomOrder[] = [
    ...(takenBack.length > 0 ? [{ name: 'take-back-materials', materials: takenBack } as const] : []),
    ...(handed.length > 0 ? [{ name: 'hand-in', said: handed } as const] : []),
    ...placed.asked,
    ...unsure,
    ...(awaited.length > 0 ? [{ name: 'await-materials', materials: awaited } as const] : []),
    ...(drafts.length > 0 ? [{ name: 'leave-aside', names: drafts, why: 'draft' } as const] : []),
    ...placed.aside,
  ];
  return { deliveries, rest };
}

/** 撤回，公益广告4条: what was said before goes first, and the new figure finds it gone. */
function undoneFirst(readings: readonly ReturnReading[]): readonly (readonly ReturnReading[])[] {
  const undoes = readings.every(({ reading }) => reading.intent === 'undo');
  if (!undoes || readings.every(({ reading }) => setsNothing(reading))) return [readings];
  const undo = readings.map(({ returnId, reading }) => ({ returnId, reading: nothingBut(reading) }));
  return [
    undo,
    readings.map(({ returnId, reading }) => ({
      returnId,
      reading: { ...reading, intent: reading.doubts.length > 0 ? 'clarify' : 'fill' },
    })),
  ];
}

function setsNothing({ values, doubts, refusals }: Reading): boolean {
  return values.length + doubts.length + refusals.length === 0;
}

function nothingBut(reading: Reading): Reading {
  return { ...reading, values: [], doubts: [], refusals: [], leftOut: [], remarks: [] };
}

/** The words to be read as figures; null where nothing is left to read. */
function figuresIn({ quoted, attachments }: Message, rest: string, handedIn: boolean): string | null {
  if (rest.trim() === '' && (handedIn || attachments.length > 0 || quoted === null)) return null;
  return rest;
}

/** Whether a part is more than talk. */
function isMore({ order }: Part): boolean {
  return order.name !== 'report' || order.readings.some(({ reading }) => saysSomething(reading));
}
