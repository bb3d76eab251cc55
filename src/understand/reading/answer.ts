import type { Choice, Doubt, Reading } from '../../domain/reading.ts';
import type { LabelIndex } from './label-index.ts';
import { elementsOf } from './mention.ts';
import { evidenceOf, normalise, type Plain } from './plain.ts';
import { unmention, unquote } from './quote.ts';
import { scan } from './scan.ts';

const POLITE =
  /^(?:(?:嗯+|哦|噢|那|就|我?选|选择|是的?|应该)[,\s]*)+|(?:吧|啊|呢|的|哈|谢谢|谢了|辛苦了|[。.!,~\s])+$/g;
const ORDINALS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  a: 1,
  b: 2,
  c: 3,
  d: 4,
};
const ORDINAL = /^(?:第([一二三四五六\d])(?:个|种|项|条)?|([1-9])(?:号|吧)?|([a-d])|选?([一二三四五六]))$/;
const YES = /^(?:是|是的|对|对的|对对|没错|正确|嗯|嗯嗯|确认|可以|好|好的|行|yes|y|ok|对头|就是|是这样)$/;
const NEITHER = /^(?:都不是|都不对|不是|不对|都不|否|no|没有一个对|两个都不是|两个都不对)$/;
const FORMER = /^(?:前者|前一个|前面那个|前面的|上面那个|头一个)$/;
const LATTER = /^(?:后者|后一个|后面那个|后面的|下面那个|最后一个)$/;

/** The answer to the bot's open question, if the message is plainly one; null where it says something of its own. */
export function readAnswer(
  text: string,
  question: Doubt,
  index: LabelIndex,
  botNames: readonly string[],
): Reading | null {
  if (text.length > 60 || question.choices.length === 0) return null;
  const plain = unmention(unquote(normalise(text), botNames).plain, botNames);
  const said = plain.text.trim();
  const bare = said.replace(POLITE, '');
  if (NEITHER.test(bare) || NEITHER.test(said)) return neither();
  const choice = chosen(said, bare, question) ?? repeated(plain, question, index);
  if (choice !== null) return readingOf(choice, plain);
  return question.choices.length === 1 && picks(said, bare) ? askAgain(question, plain) : null;
}

/** 选1, 最后一个 where there is one thing to choose. */
function picks(said: string, bare: string): boolean {
  return /选/.test(said) || FORMER.test(bare) || LATTER.test(bare) || /^(?:第.[个种]?|是[1-9])$/.test(said);
}

function askAgain(question: Doubt, plain: Plain): Reading {
  const evidence = evidenceOf(plain, 0, plain.text.length);
  return { ...neither(), intent: 'clarify', doubts: [{ ...question, evidence }], talk: null };
}

function chosen(said: string, bare: string, question: Doubt): Choice | null {
  const { choices } = question;
  const yes = YES.test(said) || YES.test(bare) || bare === '';
  // to yes or no nobody answers 1, or the latter: that is a figure
  if (choices.length === 1) return yes ? (choices[0] ?? null) : null;
  const position = positionIn(bare) ?? positionIn(said);
  if (position !== null) return choices[position - 1] ?? null;
  if (yes) return null;
  if (FORMER.test(bare) && choices.length === 2) return choices[0] ?? null;
  return LATTER.test(bare) ? (choices.at(-1) ?? null) : null;
}

function positionIn(text: string): number | null {
  const item = text.length === 1 ? text.charCodeAt(0) - 0xe000 : 0;
  if (item >= 1 && item <= 20) return item;
  const match = ORDINAL.exec(text);
  if (match === null) return null;
  const word = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
  return ORDINALS[word] ?? Number(word);
}

/** 专栏, 元: the words of one choice and of no other. */
function repeated(plain: Plain, question: Doubt, index: LabelIndex): Choice | null {
  const said = plain.text.trim().replace(POLITE, '');
  if (said === '') return null;
  const elements = elementsOf(scan(plain.text, index), index, plain.text);
  if (elements.some((element) => element.type === 'figure')) return byFigure(said, question);
  const labels = elements.flatMap((element) => (element.type === 'label' ? [element] : []));
  const [label] = labels;
  const byRow =
    labels.length === 1 && label !== undefined && elements.length <= 3 ? ofRows(label.rows, question, index) : null;
  if (byRow !== null) return byRow;
  const holding = question.choices.filter((choice) => endsLike(choice.label, said));
  return holding.length === 1 && said.length <= 3 ? (holding[0] ?? null) : null;
}

/** The one choice about one of these rows. */
function ofRows(rows: readonly number[], question: Doubt, index: LabelIndex): Choice | null {
  const numbers = rows.map((row) => index.rows[row]?.row.no);
  const fitting = question.choices.filter((choice) => choice.values.some(({ row }) => numbers.includes(row)));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** 元 or 万元 after a question between the two. */
function endsLike(label: string, measure: string): boolean {
  const outer = label.replace(/（.*）$/, '');
  const inner = /（(.*)）$/.exec(label)?.[1] ?? '';
  if (inner !== '') return new RegExp(`\\d${literal(measure)}$`).test(inner);
  return new RegExp(`\\d${literal(measure)}$`).test(outer);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The figure of one choice repeated: 4期, 28万元. */
function byFigure(said: string, question: Doubt): Choice | null {
  const fitting = question.choices.filter((choice) => {
    const outer = choice.label.replace(/（.*）$/, '');
    const inner = /（(.*)）$/.exec(choice.label)?.[1];
    return outer === said || outer.endsWith(` ${said}`) || inner === said;
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function readingOf(choice: Choice, plain: Plain): Reading {
  const from = plain.text.length - plain.text.trimStart().length;
  const evidence = evidenceOf(plain, from, plain.text.trimEnd().length);
  const values = choice.values.map(({ row, value }) => ({ row, value, manner: 'chosen' as const, evidence }));
  return { ...neither(), intent: values.length > 0 ? 'fill' : 'none', values };
}

function neither(): Reading {
  return { intent: 'none', values: [], doubts: [], refusals: [], remarks: [], leftOut: [], talk: { kind: 'other' } };
}
