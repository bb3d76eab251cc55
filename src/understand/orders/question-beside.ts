/** Questions beside something else: 收到，另外请问图片要原图吗; 总结已报OA，图片要几张; 什么时候截止，公益广告6条. */
import type { RoomOrder } from '../../domain/campaign/slices.ts';
import { saysSomething, type Talk } from '../../domain/reading.ts';
import type { Expectation } from '../../domain/submission/expecting.ts';
import type { ReturnReading } from '../../domain/submission/shape.ts';
import type { CoreOrder } from '../../domain/utterance.ts';
import { reportsFor } from '../which-return.ts';
import type { Lexicon } from './lexicon.ts';

type Reports = readonly (readonly ReturnReading[])[];

const askingWords =
  '(?:请问|怎么|如何|哪[里儿天个些]|谁|什么|啥|多少|多久|(?<!过|这|那|前|好)几[点号时天张份个幅页]|是否|是不是|能不能|可不可以|行不行|要不要|用不用|需不需要|算不算)';
const asksSomething = new RegExp(`[吗么][啊呀]?[?？。]*$|[?？]\\s*$|${askingWords}`);
/** 没有附件, 打不开: what came is not what should have, and somebody has to see to it. */
const paper = '(?:附件|附表|表格|文件|链接|正文)';
const complains = new RegExp(
  `(?:没有?|未)(?:看到|见到|收到)?${paper}|${paper}(?:呢|都|也|还|怎么)*(?:没有?(?:看到|见到|收到|附上?|发|上传|$|[，,。；;！!])|打不开|点不开|下载不|看不|不全|不清|有误|是乱码)|打不开|点不开|下载不了|看不[到清了]|乱码|缺${paper}`,
);
const receiving = /收到|收悉|知悉|已阅|签收/;
/** 收到了吗 beside a delivery is answered by what is said of it. */
const asksAfterIt = /^[，,。\s]*(?:收到|看到|这样|对|行|可以|好|是)[^，,。；;！!\n]{0,3}[?？。！!\s]*$/;
const behindReceipt =
  /^[^，,。；;！!\n]*(?:收到|收悉|知悉|签收|已阅)[^，,。；;！!\n]*[，,。；;！!\n]\s*(?:另外?|还有|再|顺便)?[，,]?(\S[\s\S]*)$/;
/** How one goes over to a question, which is no part of it. */
const opening =
  /^[，,。\s]*(?:对了|另外?|还有|再|顺便|但是?|不过|可是|只是)?[，,]?(?:(?:请|顺便)?问[一下]*)?[，,：:\s]*/;
const end = /[，,；;\s]+$/;

/** The words of it; `known` where the reader of tables has the answer. Null where nothing is asked. */
export function questionBeside(
  rest: string,
  beside: 'receipt' | 'delivery' | null,
  reports: Reports,
): string | 'known' | null {
  if (beside === null) return null;
  if (beside === 'delivery' && asksKnown(reports)) return 'known';
  const words = beside === 'receipt' ? (behindReceipt.exec(rest)?.[1] ?? '') : rest;
  if (beside === 'receipt' && complains.test(words)) return words;
  return asksSomething.test(words) && !asksAfterIt.test(words) ? words : null;
}

/** 什么时候截止, 发到哪里: what the bot answers by itself. */
function asksKnown(reports: Reports): boolean {
  const [talk = null, ...others] = reports.flat().map(({ reading }) => reading.talk);
  return others.length === 0 && isKnown(talk);
}

function isKnown(talk: Talk | null): boolean {
  return talk?.kind === 'question' && talk.topic !== 'other' && talk.topic !== 'row';
}

interface Reader {
  readonly lexicon: Lexicon<RoomOrder | CoreOrder>;
  readonly year: number;
  readonly expectation: Expectation;
}

/** Answered where some room knows, else passed on to a person. */
export function orderOf(question: string, { lexicon, year }: Reader): RoomOrder | CoreOrder {
  const said = lexicon.read(question, year);
  return said && !said.vetoed ? said.order : passedOn(question);
}

function passedOn(question: string): RoomOrder {
  return { name: 'ask-organiser', words: question.replace(opening, '').replace(end, '') };
}

/** Words that report, in which a question mark asks about what is reported: 其余为0行吗. */
const reporting =
  /[\d零〇一二两三四五六七八九十百千万]\s*[\u4e00-\u9fff]|其[他它余]|剩下|全部?(?:为|是|填|报)|空着|没有(?:吗|么)/;
/** 按份还是按次, 要盖章吗. */
const asksAlone = new RegExp(
  `^(?=.{3,40}$)(?:.*按.{1,4}还是|.*${askingWords}|.*算不算|.*(?:要|用|需要|可以|能|收|行).{0,12}(?:[吗么]|[?？])$|.{5,}[?？]$)`,
);
const asking = new RegExp(`[吗么?？]|还是|${askingWords}`);
const tagOnly = /^(?:这样|那|这个?|填|报|都)*(?:是|对|行|好|可以|没错|没问题|够)(?:了)?(?:吗|么|吧|不|[?？])+$/;
const mostAsked = 2;

/** Clauses of their own that ask, beside figures that are sure. */
export function questionsBeside(words: string, reports: Reports, reader: Reader): (RoomOrder | CoreOrder)[] {
  const sure = reports.flat().every(({ reading }) => reading.values.length > 0 && reading.doubts.length === 0);
  const complaint = receiving.test(words) && complains.test(words);
  if (!sure || !(asking.test(words) || complaint)) return [];
  const clauses = words.split(/[，,。；;！!（）()\n]+|\s+(?=请问)|(?<=[?？])/).map((clause) => clause.trim());
  const asked = clauses.filter((clause) => asksByItself(clause) || (complaint && complains.test(clause)));
  return asked.slice(0, mostAsked).flatMap((clause) => answerTo(clause, words, reader) ?? []);
}

/** A clause of its own that asks, and not about the figure in it. */
export function asksByItself(clause: string): boolean {
  return asksAlone.test(clause) && !reporting.test(clause) && !tagOnly.test(clause);
}

const tooShort = 4;
/** 可以提交吗: the answer says what is open anyway. */
const permission = /^(?:能|可以|可)?(.*?)(?:可以|行|好|能|成)?[了]?[吗么?？]+$/;

/** What a room or the bot itself knows is answered; the rest goes to a person. Null where an order is asked about. */
function answerTo(clause: string, whole: string, { lexicon, expectation, year }: Reader): RoomOrder | CoreOrder | null {
  const said = lexicon.read(clause, year);
  if (said) return said.acts || said.vetoed ? null : said.order;
  if (lexicon.read(permission.exec(clause)?.[1] ?? '', year)?.acts) return null;
  const [readings = []] = reportsFor(clause, expectation.returns, expectation.talking, null);
  const [{ reading } = { reading: null }] = readings;
  if (reading && isKnown(reading.talk) && !saysSomething(reading)) return { name: 'report', readings };
  // 算不算？ alone says nothing to whoever is asked.
  return passedOn(clause.replace(/[?？]+$/, '').length < tooShort ? whole : clause);
}
