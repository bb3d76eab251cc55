/** What was read out of one message about one form. Produced by `understand`, consumed by the submission room. */
import type { Figures, Form } from './form.ts';
import type { RowNo, Span } from './model.ts';

/** What a careful secretary has in mind while reading a message. */
export interface ReadingContext {
  readonly form: Form;
  /** The row that the bot has just asked this person for. */
  readonly expecting: RowNo | null;
  readonly draft: Figures;
  /** Rows that this person's previous figures went to, else those of the unit's. */
  readonly last: readonly RowNo[];
  /** Other forms being collected from the same unit right now. */
  readonly otherForms: readonly Form[];
  /** The figure to be expected in a row, from the unit's own past or its peers; ten times that is asked about. */
  readonly usual: Figures;
  /** The question that the bot asked last and that stands open. */
  readonly question: Doubt | null;
  /** Rows under any open question or refusal of this unit, whoever was asked: 其余为0 leaves them out. */
  readonly doubted: readonly RowNo[];
  /** The last words of the same person that added something, to tell a repetition from an addition. */
  readonly justSaid: JustSaid | null;
  /** The campaign's year; null where it is not known. */
  readonly year: number | null;
  /** Names the bot answers to, for stripping mentions. */
  readonly botNames: readonly string[];
}

export interface JustSaid {
  readonly words: string;
  readonly agoMs: number;
}

/** The words a value came from. `text` is the stretch of the original message. */
export interface Evidence extends Span {
  readonly text: string;
}

/** How a value was said. */
export type ValueManner =
  | 'stated' // 公益广告3条
  | 'none' // 没有, 无
  | 'rest' // 其余为0
  | 'corrected' // 改成20
  | 'adjusted' // 再加2场: the value is the new figure
  | 'chosen'; // the answer to an open question

export interface ReadValue {
  readonly row: RowNo;
  /** In the row's own measure, exact to the decimal digits said. */
  readonly value: number;
  readonly manner: ValueManner;
  readonly evidence: Evidence;
  /** The figure as said where a measure was converted, e.g. `356000元`. */
  readonly convertedFrom?: string;
}

export type DoubtKind =
  | 'approximate' // 大约300, 二十多, 3-5次
  | 'row' // two rows fit, or none was named
  | 'conflict' // the same row twice with two values
  | 'sum' // parts that do not add up to the stated total, or a subset larger than its whole
  | 'measure' // a measure that cannot be converted, 元 or 万元
  | 'absurd' // no office counts 999999999 of these
  | 'unusual' // ten times the usual, a tenth of what is recorded, or more than such a row plausibly counts
  | 'repeat' // 再加2条 in the same words once more: again, or the same?
  | 'number' // not readable as one number: 3，5
  | 'correction' // a correction without a new value, or of nothing recorded
  | 'overwrite' // 全部为0 although figures are recorded
  | 'form' // several open forms have the row
  | 'reference'; // 按昨天报的: a figure we do not have

/** One reading among which the person may choose. */
export interface Choice {
  /** Short Chinese wording of this reading, e.g. `报刊开设专栏 4期`. */
  readonly label: string;
  /** What is recorded if it is chosen; empty for "none of these". */
  readonly values: readonly { readonly row: RowNo; readonly value: number }[];
}

/** Something a secretary would ask back about. Data, so that the bot words the question and knows the answers. */
export interface Doubt {
  readonly kind: DoubtKind;
  readonly rows: readonly RowNo[];
  readonly evidence: Evidence;
  /** Possible readings, best first; empty where only the person can say. */
  readonly choices: readonly Choice[];
  /** Further figures the question needs, by name (stated, partsTotal, usual …). */
  readonly figures?: Readonly<Record<string, number>>;
}

/** A value that the row cannot hold. */
export interface Refusal {
  readonly kind: 'negative' | 'fractional';
  readonly row: RowNo;
  readonly value: number;
  readonly evidence: Evidence;
}

/** What a message was about when it set nothing. */
export type Talk =
  | { readonly kind: 'acknowledgement' } // 收到, 好的, 辛苦了
  | { readonly kind: 'later' } // 还没统计好, 明天报
  | { readonly kind: 'question'; readonly topic: QuestionTopic; readonly row: RowNo | null }
  | { readonly kind: 'other' };

export type QuestionTopic = 'deadline' | 'measure' | 'row' | 'how' | 'where' | 'contact' | 'other';

/**
 * `fill` record silently · `clarify` ask about the doubts, values hold only the certain ones · `reject` refuse some,
 * record the rest · `none` nothing to record or ask · `dismiss` close the open question, record nothing · `undo` take
 * back the last message · `reset` drop all figures, then apply `values`.
 */
export type ReadingIntent = 'fill' | 'clarify' | 'reject' | 'none' | 'dismiss' | 'undo' | 'reset';

/** Text for the 备注 of a row; `row` is null where nothing says which. */
export interface Remark {
  readonly row: RowNo | null;
  readonly text: string;
  readonly evidence: Evidence;
}

/**
 * Why a figure that was said is not recorded: 别填5条 · 不是我们的 · 这是去年的 · 下周开2次 · 5条，撤回 · 其余为0行吗 · 转发：…5条 ·
 * 要是有5条就好了.
 */
export type SetAsideFor =
  | 'forbidden'
  | 'not-ours'
  | 'other-year'
  | 'to-come'
  | 'withdrawn'
  | 'asked'
  | 'passed-on'
  | 'supposed';

export interface SetAside {
  readonly why: SetAsideFor;
  readonly evidence: Evidence;
}

export interface Reading {
  readonly intent: ReadingIntent;
  readonly values: readonly ReadValue[];
  readonly doubts: readonly Doubt[];
  readonly refusals: readonly Refusal[];
  /** In the order said, at most one for each row. */
  readonly remarks: readonly Remark[];
  /** Rows that 其余为0 and the like did not touch because they are in doubt, before this message or in it. */
  readonly leftOut: readonly RowNo[];
  /** Rows said to be not counted yet; absent where there are none. */
  readonly uncounted?: readonly RowNo[];
  /** Figures said to be none of this table's; absent where there are none. */
  readonly aside?: readonly SetAside[];
  readonly talk: Talk | null;
  /** Statistics beside the figures that no row counts; absent where there are none. */
  readonly unread?: readonly string[];
}

/**
 * The rows that open questions leave in doubt; all of them where a bare number may belong to any. 全部改为0吗 doubts no
 * figure: it asks whether to drop the certain ones.
 */
export function rowsInDoubt(form: Form, questions: readonly Doubt[]): RowNo[] {
  if (questions.some(mayBeAnyRow)) return form.rows.map(({ no }) => no);
  return [...new Set(questions.filter(({ kind }) => kind !== 'overwrite').flatMap(({ rows }) => rows))];
}

const bareNumber = /[\d零〇一二两三四五六七八九十百千万]\s*$/;

function mayBeAnyRow({ kind, rows, evidence }: Doubt): boolean {
  const ofFigure = kind === 'row' || kind === 'approximate' || kind === 'number';
  return ofFigure && rows.length === 0 && bareNumber.test(evidence.text);
}

/** A message about a table of which nothing is known yet: nothing was recorded, asked or doubted. */
export function blankContext(form: Form): ReadingContext {
  return {
    form,
    expecting: null,
    draft: {},
    last: [],
    otherForms: [],
    usual: {},
    question: null,
    doubted: [],
    justSaid: null,
    year: null,
    botNames: [],
  };
}

/** Whether a reading is more than talk. */
export function saysSomething({ intent, values, remarks, leftOut, uncounted = [], aside = [] }: Reading): boolean {
  return intent !== 'none' || values.length + remarks.length + leftOut.length + uncounted.length + aside.length > 0;
}
