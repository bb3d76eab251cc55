import { literal } from '../../domain/literal.ts';
import type { RowNo } from '../../domain/model.ts';
import type { Choice, Doubt, Reading, ReadingContext } from '../../domain/reading.ts';
import { dismisses } from './dismissal.ts';
import type { LabelIndex } from './label-index.ts';
import { elementsOf } from './mention.ts';
import { evidenceOf, normalise, normaliseText, type Plain } from './plain.ts';
import { unmention, unquote } from './quote.ts';
import { againOrSame, isRepeated } from './repeat.ts';
import { scan } from './scan.ts';

const POLITE = /^(?:(?:嗯|哦|噢|那|就|我?选|选择|是的?|应该)[,\s]*)+|(?:吧|啊|呢|的|哈|谢谢|谢了|辛苦了|[。.!,~\s])+$/g;
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
const AFFIRMS = /[是嗯对]|应该|选/;
/** 谢谢, 好的谢谢, 辛苦了: whoever thanks takes leave; 是的谢谢 answers first. */
const THANKS = /谢谢|谢了|多谢|感谢|辛苦/;
const FORMER = /^(?:前者|前一个|前面那个|前面的|上面那个|头一个)$/;
const LATTER = /^(?:后者|后一个|后面那个|后面的|下面那个|最后一个)$/;

/** The answer to the bot's open question, if the message is plainly one; null where it says something of its own. */
export function readAnswer(text: string, context: ReadingContext, index: LabelIndex): Reading | null {
  const { question, botNames } = context;
  if (question === null || text.length > LONGEST_ANSWER) return null;
  const plain = unmention(unquote(normalise(text), botNames).plain, botNames);
  const said = plain.text.trim();
  const bare = said.replace(POLITE, '');
  // 抖音呢 asks on.
  if (/(?:呢|吗|么|\?)[~。.!\s]*$/.test(said) && !dismisses(said, question)) return null;
  const same = isRepeated(text, context.justSaid);
  const choice =
    chosen(said, bare, question) ?? (same ? null : againOrSame(said, question)) ?? formNamed(said, question, context);
  if (choice !== null) return readingOf(choice, plain, context);
  if (dismisses(said, question) || dismisses(bare, question)) return dismissed();
  if (question.choices.length === 0) return null;
  const again = repeated(plain, question, index);
  if (again !== null) return readingOf(again, plain, context);
  return question.choices.length === 1 && picks(said, bare) ? askAgain(question, plain) : null;
}

/** “30”是哪一项 - 宣传资料: the name that was wanted with the figure in question behind it; null where more or less is said. */
export function withFigureAsked(
  text: string,
  { question, botNames }: ReadingContext,
  index: LabelIndex,
): string | null {
  if (question?.kind !== 'row' || question.choices.length > 0 || text.length > LONGEST_ANSWER) return null;
  const said = unmention(unquote(normalise(text), botNames).plain, botNames)
    .text.trim()
    .replace(POLITE, '');
  const elements = elementsOf(scan(said, index), index, said);
  const [label] = elements;
  const isName = elements.length === 1 && label?.type === 'label' && label.rows.length === 1 && label.certain;
  // 宣传册子发了一千五 names a thing that is no row's: the figure alone is wanted.
  return isName ? `${said}${question.evidence.text.replace(/^[^\d零〇一二两三四五六七八九十百千万]+/, '')}` : null;
}

const LONGEST_ANSWER = 60;

/** 315统计表: the title of one form, or a part of it, where it is asked which form is meant. */
function formNamed(said: string, { kind, choices }: Doubt, { form, otherForms }: ReadingContext): Choice | null {
  const name = said.replace(/^[是报填的]+|[。.!吧的]+$|那[张个份]表?[。.!吧的]*$/g, '');
  if (kind !== 'form' || name.length < 2) return null;
  const isOurs = /^(?:本|这)(?:张|个)?表$/.test(name) || normaliseText(form.title).includes(name);
  const theirs = otherForms.some(({ title }) => normaliseText(title).includes(name));
  if (isOurs === theirs) return null;
  return isOurs ? (choices[0] ?? null) : NOTHING;
}

/** Chosen where nothing is to be recorded. */
const NOTHING: Choice = { label: '', values: [] };

/** 选1, 最后一个 where there is one thing to choose. */
function picks(said: string, bare: string): boolean {
  return /选/.test(said) || FORMER.test(bare) || LATTER.test(bare) || /^(?:第.[个种]?|是[1-9])$/.test(said);
}

function askAgain(question: Doubt, plain: Plain): Reading {
  const evidence = evidenceOf(plain, 0, plain.text.length);
  return { ...NO_READING, intent: 'clarify', doubts: [{ ...question, evidence }], talk: null };
}

function chosen(said: string, bare: string, question: Doubt): Choice | null {
  const { choices } = question;
  const yes = isYes(said, bare);
  // to yes or no nobody answers 1, or the latter: that is a figure
  if (choices.length === 1) return yes ? (choices[0] ?? null) : null;
  const position = positionIn(bare) ?? positionIn(said);
  if (position !== null) return choices[position - 1] ?? null;
  if (yes) return null;
  if (FORMER.test(bare) && choices.length === 2) return choices[0] ?? null;
  return LATTER.test(bare) ? (choices.at(-1) ?? null) : null;
}

function isYes(said: string, bare: string): boolean {
  return !isThanks(said) && (YES.test(said) || YES.test(bare) || (bare === '' && AFFIRMS.test(said)));
}

function isThanks(said: string): boolean {
  return THANKS.test(said) && !/^(?:嗯*[,，\s]*)(?:是|对|没错|正确|确认)/.test(said);
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

/** The one choice about these rows alone: 公益广告 is no yes to 全部改为0吗. */
function ofRows(rows: readonly number[], question: Doubt, index: LabelIndex): Choice | null {
  const numbers = rows.map((row) => index.rows[row]?.row.no);
  const fitting = question.choices.filter(
    ({ values }) => values.length > 0 && values.every(({ row }) => numbers.includes(row)),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** 元 or 万元 after a question between the two. */
function endsLike(label: string, measure: string): boolean {
  const outer = label.replace(/（.*）$/, '');
  const inner = /（(.*)）$/.exec(label)?.[1] ?? '';
  if (inner !== '') return new RegExp(`\\d${literal(measure)}$`).test(inner);
  return new RegExp(`\\d${literal(measure)}$`).test(outer);
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

/** What was chosen is recorded; but 全部改为0 leaves out what is in doubt. */
function readingOf(choice: Choice, plain: Plain, { question, doubted }: ReadingContext): Reading {
  if (choice.values.length === 0) return dismissed();
  const from = plain.text.length - plain.text.trimStart().length;
  const evidence = evidenceOf(plain, from, plain.text.trimEnd().length);
  const leaves = (row: RowNo) => question?.kind === 'overwrite' && doubted.includes(row);
  const taken = choice.values.filter(({ row }) => !leaves(row));
  const values = taken.map(({ row, value }) => ({ row, value, manner: 'chosen' as const, evidence }));
  const leftOut = choice.values.filter(({ row }) => leaves(row)).map(({ row }) => row);
  return { ...NO_READING, intent: values.length > 0 ? 'fill' : 'none', values, leftOut };
}

const NO_READING: Reading = {
  intent: 'none',
  values: [],
  doubts: [],
  refusals: [],
  remarks: [],
  leftOut: [],
  talk: { kind: 'other' },
};

function dismissed(): Reading {
  return { ...NO_READING, intent: 'dismiss', talk: null };
}
