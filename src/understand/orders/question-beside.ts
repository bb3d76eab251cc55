/** A question beside a receipt or a delivery: 收到，另外请问图片要原图吗; 总结已报OA，图片要几张. */
import type { RoomOrder } from '../../domain/campaign/slices.ts';
import type { Talk } from '../../domain/reading.ts';
import type { ReturnReading } from '../../domain/submission/shape.ts';
import type { CoreOrder } from '../../domain/utterance.ts';
import type { Lexicon } from './lexicon.ts';

const asksSomething =
  /请问|[吗么][啊呀]?[?？。]*$|[?？]\s*$|(?:怎么|如何|哪里|哪儿|什么|多少|几[点号时张份个幅页]|是否|能不能|可不可以|要不要)/;
/** 收到了吗 beside a delivery is answered by what is said of it. */
const asksAfterIt = /^[，,。\s]*(?:收到|看到|这样|对|行|可以|好|是)[^，,。；;！!\n]{0,3}[?？。！!\s]*$/;
const behindReceipt =
  /^[^，,。；;！!\n]*(?:收到|收悉|知悉|签收|已阅)[^，,。；;！!\n]*[，,。；;！!\n]\s*(?:另外?|还有|再|顺便)?[，,]?(\S[\s\S]*)$/;
const opening = /^[，,。\s]*(?:另外?|还有|再|顺便)?[，,]?(?:请问[一下]*)?[，,：:\s]*/;

/** The words of it; `known` where the reader of tables has the answer. Null where nothing is asked. */
export function questionBeside(
  rest: string,
  beside: 'receipt' | 'delivery' | null,
  reports: readonly (readonly ReturnReading[])[],
): string | 'known' | null {
  if (beside === null) return null;
  if (beside === 'delivery' && asksKnown(reports)) return 'known';
  const words = beside === 'receipt' ? (behindReceipt.exec(rest)?.[1] ?? '') : rest;
  return asksSomething.test(words) && !asksAfterIt.test(words) ? words : null;
}

/** 什么时候截止, 发到哪里: what the bot answers by itself. */
function asksKnown(reports: readonly (readonly ReturnReading[])[]): boolean {
  const [talk = null, ...others] = reports.flat().map(({ reading }) => reading.talk);
  return others.length === 0 && isKnown(talk);
}

export function isKnown(talk: Talk | null): boolean {
  return talk?.kind === 'question' && talk.topic !== 'other' && talk.topic !== 'row';
}

interface Reader {
  readonly lexicon: Lexicon<RoomOrder | CoreOrder>;
  readonly year: number;
}

/** Answered where some room knows, else passed on to a person. */
export function orderOf(question: string, { lexicon, year }: Reader): RoomOrder | CoreOrder {
  const said = lexicon.read(question, year);
  if (said && !said.vetoed) return said.order;
  return { name: 'ask-organiser', words: question.replace(opening, '').replace(/[，,；;\s]+$/, '') };
}
