import type { QuestionTopic, Talk } from '../../domain/reading.ts';
import { clausesOf, type Sifted } from './clauses.ts';
import { type Element, isClauseBreak, isNumber } from './elements.ts';
import type { LabelIndex } from './label-index.ts';
import type { Stretch } from './set-aside.ts';
import { askedRestIn } from './zeros.ts';

const TOPICS: readonly (readonly [QuestionTopic, RegExp])[] = [
  ['deadline', /截止|什么时候|几号|何时|几点|哪天|期限|前报|来得及|延期|晚点报|多久/],
  ['contact', /找谁|联系谁|谁负责|联系人|电话多少|联系电话|问谁/],
  ['where', /哪里|哪儿|发到|报到|发给|报给|交给|交到|邮箱|链接|在哪/],
  ['measure', /填?[册份本张条次场件元]还是|按元|万元|单位|元还是|按份|按次|口径|精确|小数/],
  ['how', /怎么填|怎么报|如何填|如何报|怎么写|格式|怎么弄|怎样填|怎么操作|怎么改/],
  ['row', /算不算|算在|算吗|包括|包含|是否算|属于|哪一项|填哪|哪项|含不含|计入|是不是|指什么|什么意思/],
];
/** 未收到附件: a complaint is for a person to answer. */
const MISSED = /(?:没有?|未)(?:能)?(?:收到|看到|见到|接到|看见)/;
/** 22号交算不算迟 is about the deadline, not about what a row counts. */
const LATE =
  /(?:算|会)(?:不(?:算|会))?(?:算)?(?:是)?(?:迟|逾期|晚|超期|过期)|(?:迟|逾期|晚|超期)(?:交|报)?(?:了)?(?:吗|么|没)/;
const ACKNOWLEDGES = /收到|好的|好滴|好嘞|ok|明白|知道|了解|谢谢|感谢|辛苦|遵命|嗯|加油|赞|已阅|收悉/;

/** 报册还是份, 我有几项没填: questions without a mark. */
const ASKS = /[册份本张条次场件元]还是[按报填]?[\u4e00-\u9fff]|几[项个].{0,2}没[填报]|差几[项个]\s*$/;

/** Questions that say nothing about what is reported. */
const APART: ReadonlySet<QuestionTopic> = new Set<QuestionTopic>(['deadline', 'contact', 'where']);

function topicOf(text: string): QuestionTopic {
  if (LATE.test(text)) return 'deadline';
  return TOPICS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

function isAsked(text: string, sifted: Sifted): boolean {
  return sifted.asked || ASKS.test(text);
}

/** 我们局没有抖音账号，这项怎么填: beside a question about the form 没有 and 其余为0 report nothing; a figure still does. */
export function withoutAskedZeros(text: string, sifted: Sifted): Unasked {
  const { elements } = sifted;
  if (!isAsked(text, sifted) || APART.has(topicOf(text))) return { elements, rests: sifted.askedRests };
  const rests = [...sifted.askedRests];
  const kept = clausesOf(elements).flatMap((clause) => {
    const rest = askedRestIn(clause);
    if (!rest) return clause.filter((element) => element.type !== 'figure' || element.number !== null);
    rests.push(rest);
    return clause.filter(isClauseBreak);
  });
  return { elements: kept, rests };
}

interface Unasked {
  readonly elements: readonly Element[];
  /** Zeros for the rest that are only asked about. */
  readonly rests: readonly Stretch[];
}

/** What a message that sets nothing was about. */
export function talkOf(text: string, sifted: Sifted, elements: readonly Element[], index: LabelIndex): Talk {
  if (isAsked(text, sifted)) {
    const topic = topicOf(text);
    const [position] = sifted.askedRows;
    const item = elements.find((element) => element.type === 'label' && element.rows.length === 1);
    const row = sifted.askedRows.length === 1 ? position : item?.type === 'label' ? item.rows[0] : undefined;
    return { kind: 'question', topic, row: row === undefined ? null : (index.rows[row]?.row.no ?? null) };
  }
  if (sifted.postponed) return { kind: 'later' };
  if (MISSED.test(text)) return { kind: 'question', topic: 'other', row: null };
  if (sifted.denials.some(({ unchanged }) => unchanged)) return { kind: 'acknowledgement' };
  const counts = elements.some(isNumber);
  return ACKNOWLEDGES.test(text) && !counts ? { kind: 'acknowledgement' } : { kind: 'other' };
}
