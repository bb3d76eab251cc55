import type { Element, Figure, Label, Word } from './elements.ts';
import { isClauseBreak } from './elements.ts';
import { toNumber } from './exact.ts';
import type { LabelIndex } from './label-index.ts';
import type { Stretch } from './set-aside.ts';
import type { NumberToken } from './tokens.ts';

/** What the words around say about each figure: whose it is not, whether it is sure, whether it changes another. */
interface Mood {
  /** 去年, 计划: figures until the next 今年 or clause are not ours. */
  foreign: 'past' | 'aim' | null;
  foreignUsed: boolean;
  about: boolean;
  total: boolean;
  subset: boolean;
  /** 其中 stands in this clause. */
  partClause: boolean;
  span: 'value' | 'today' | 'cumulative';
  change: Figure['change'];
  old: boolean;
  depth: number;
  clauseFigures: Figure[];
  sentenceFigures: Figure[];
  adjacentWord: Word | null;
  labelSinceBreak: Label | null;
  /** The last figure is of a whole group: its parts are rows. */
  ofGroup: boolean;
  /** The message holds one figure only. */
  readonly alone: boolean;
  /** Figures so far, each with the label before it. */
  readonly said: Said[];
  /** The last one since. */
  label: Label | null;
  /** The figure that 写错了 stands behind, until it is said what is right. */
  wrong: Said | null;
  readonly withdrawn: Stretch[];
}

interface Said {
  readonly figure: Figure;
  readonly label: Label | null;
  readonly role: Figure['role'];
}

/** Gives each figure its role; returns what is said to be wrong with nothing in its place. `other` tells the dates of other years. */
export function assignRoles(
  elements: readonly Element[],
  index: LabelIndex,
  other: (element: Element) => boolean = () => false,
): readonly Stretch[] {
  const mood = calm(elements.filter((element) => element.type === 'figure').length === 1);
  for (const [at, element] of elements.entries()) {
    if (element.type === 'figure') onFigure(element, mood, index, elements[at - 1], elements[at + 1]);
    else if (element.type === 'word')
      onWord(element, mood, index, unspaced(elements, at, -1), unspaced(elements, at, 1));
    else if (element.type === 'break') onBreak(element.char, mood, elements[at - 1]);
    else if (element.type === 'label') onLabel(element, mood);
    else if (element.type === 'decoy' && other(element)) mood.foreign = 'past';
    if (element.type !== 'word') mood.adjacentWord = null;
  }
  changeBehind(mood);
  return mood.withdrawn;
}

/** 入户有30户是重复的，减掉: said behind the figure that it is of. */
function changeBehind({ change, said }: Mood): void {
  const last = said.at(-1)?.figure;
  if (change === 'less' && last?.change === 'none' && last.number !== null) last.change = change;
}

/** The neighbour, across one space. */
function unspaced(elements: readonly Element[], at: number, step: 1 | -1): Element | undefined {
  const near = elements[at + step];
  return near?.type === 'break' && near.char === ' ' ? elements[at + 2 * step] : near;
}

function calm(alone: boolean): Mood {
  return {
    foreign: null,
    foreignUsed: false,
    about: false,
    total: false,
    subset: false,
    partClause: false,
    span: 'value',
    change: 'none',
    old: false,
    depth: 0,
    clauseFigures: [],
    sentenceFigures: [],
    adjacentWord: null,
    labelSinceBreak: null,
    ofGroup: false,
    alone,
    said: [],
    label: null,
    wrong: null,
    withdrawn: [],
  };
}

function onLabel(label: Label, mood: Mood): void {
  // A label stood before the last figure, so that this one begins something new.
  if (mood.said.at(-1)?.label || mood.clauseFigures.length === 0) mood.sentenceFigures = [];
  if (mood.subset && mood.depth === 0 && mood.labelSinceBreak === null && mood.clauseFigures.length === 0)
    mood.subset = mood.partClause || mood.adjacentWord?.kind === 'part';
  mood.labelSinceBreak = label;
  mood.label = label;
  mood.ofGroup = label.by === 'group';
  mood.old = false;
}

function onBreak(char: string, mood: Mood, before: Element | undefined): void {
  if (char === '=') mood.total = true;
  if (char === '(') mood.depth += before?.type === 'figure' ? 1 : 0;
  if (char === ')') {
    if (mood.depth > 0) mood.subset = false;
    mood.depth = 0;
  }
  if (!isClauseBreak({ type: 'break', start: 0, end: 0, char })) return;
  if (mood.foreign !== null && mood.foreignUsed) mood.foreign = null;
  mood.foreignUsed = false;
  mood.partClause = false;
  mood.about = false;
  mood.total = false;
  mood.span = 'value';
  mood.clauseFigures = [];
  mood.labelSinceBreak = null;
  if (/[。;!\n]/.test(char)) {
    mood.subset = false;
    mood.depth = 0;
    mood.change = 'none';
    mood.old = false;
    mood.foreign = null;
    mood.sentenceFigures = [];
  }
}

const ON_WORD: Partial<Record<Word['kind'], (mood: Mood, word: Word, next: Element | undefined) => void>> = {
  past: (mood) => {
    mood.foreign = 'past';
  },
  aim: (mood) => {
    mood.foreign = 'aim';
  },
  now: (mood, word) => {
    mood.foreign = null;
    // 从95%提高到98%
    if (/[到至]$/.test(word.text) && mood.label === null)
      for (const figure of mood.clauseFigures.slice(-1)) figure.role = 'old';
  },
  cumulative: (mood) => {
    mood.foreign = null;
    mood.span = 'cumulative';
  },
  today: (mood) => {
    mood.foreign = null;
    mood.span = 'today';
  },
  total: (mood) => {
    mood.total = true;
    mood.subset = false;
  },
  part: (mood) => {
    if (mood.said.length > 0 && !mood.ofGroup) mood.subset = true;
    mood.partClause = mood.subset;
  },
  about: (mood, word, next) => {
    // 抖音大概三四十条: of that figure alone.
    if (next?.type === 'figure' && next.start === word.end) {
      next.loose = true;
      return;
    }
    mood.about = true;
    for (const figure of mood.clauseFigures.slice(-1)) figure.loose = true;
  },
  each: (mood, word, next) => {
    // 每天3条 is a rate; 每个社区 and 各3条 are not
    const ofPlaces = next?.type === 'unknown' || (next?.type === 'word' && next.kind === 'place');
    if (/^(?:每天|每日|每次|每周|每月|每人|人均|平均|日均|均每天)/.test(word.text)) mood.about = true;
    // 每个街道200份 is no figure of them all
    else if (/^每/.test(word.text) && ofPlaces) mood.about = true;
  },
  add: (mood) => {
    mood.change = 'add';
  },
  less: (mood) => {
    mood.change = 'less';
  },
  and: (mood) => {
    mood.change = 'and';
  },
  more: (mood) => {
    mood.change = 'more';
  },
  fix: (mood) => {
    for (const figure of mood.sentenceFigures.slice(-1)) if (!figure.total) figure.role = 'old';
    mood.change = 'corrected';
    mood.old = false;
  },
  is: (mood, word) => {
    // 1起应该是2起
    const [before] = mood.sentenceFigures.slice(-1);
    if (!word.text.startsWith('应') || before === undefined || before.end !== word.start || before.total) return;
    before.role = 'old';
    mood.change = 'corrected';
  },
  wrong: (mood) => {
    for (const figure of mood.sentenceFigures.slice(-1)) {
      mood.wrong = mood.said.find((one) => one.figure === figure) ?? null;
      figure.role = 'old';
    }
    mood.change = 'corrected';
  },
  not: (mood) => {
    mood.old = true;
    mood.change = 'corrected';
    for (const figure of mood.sentenceFigures.slice(-1)) {
      figure.change = 'corrected';
      // 应该45，不是54: surer than it sounded
      figure.loose = figure.number?.loose ?? false;
    }
  },
};

/** 公益广告3条，抖音5条，写错了，公益广告4条: it is the 3 that was wrong, not the figure said last. */
function putRight({ wrong, label, said, withdrawn }: Mood): void {
  if (!wrong?.label || !label || sharesRow(wrong.label, label)) return;
  const meant = said.findLast((one) => one.label !== null && sharesRow(one.label, label));
  if (meant) {
    wrong.figure.role = wrong.role;
    meant.figure.role = 'old';
  } else withdrawn.push({ why: 'withdrawn', start: wrong.label.start, end: wrong.figure.end });
}

function sharesRow(one: Label, other: Label): boolean {
  return one.rows.some((row) => other.rows.includes(row));
}

/** 300份+200份 is a sum, 300+ a lower bound. */
function isPlus(word: Word, next: Element | undefined): boolean {
  return word.text === '+' && next !== undefined && next.type !== 'break';
}

/** 案件+2, 第9项 +2, +2件案件: what is recorded grows; between two figures it is a sum. */
function isAddition(word: Word, before: Element | undefined, next: Element | undefined): boolean {
  return word.text === '+' && before?.type !== 'figure' && next?.type === 'figure' && next.number !== null;
}

function onWord(
  word: Word,
  mood: Mood,
  index: LabelIndex,
  before: Element | undefined,
  next: Element | undefined,
): void {
  if (isAddition(word, before, next)) mood.change = 'add';
  if (word.kind === 'aboutPast' && before?.type === 'figure' && before.end === word.start && !isPlus(word, next))
    before.loose = true;
  ON_WORD[word.kind]?.(mood, word, next);
  // 昨天告知书80张，今天55张
  if (index.isDaily && /^(?:昨天|昨日|前天|昨晚)/.test(word.text)) mood.foreign = 'past';
  mood.adjacentWord = word;
}

function onFigure(
  figure: Figure,
  mood: Mood,
  index: LabelIndex,
  before: Element | undefined,
  next: Element | undefined,
): void {
  if (isRough(figure, mood, before)) figure.loose = true;
  figure.described = isDescribed(figure, next);
  if (mood.foreign !== null || isNotCounted(figure, index, before, next, mood.alone)) {
    figure.role = 'decoy';
    mood.foreignUsed ||= mood.foreign !== null;
    return;
  }
  if (isDeniedBy(before, figure)) return;
  if (mood.old) {
    figure.role = 'old';
    mood.old = false;
    return;
  }
  if (mood.subset || mood.depth > 0) {
    figure.role = 'subset';
    return;
  }
  if (mood.span !== 'value') figure.role = mood.span;
  if (mood.total) {
    figure.total = true;
    mood.total = false;
  }
  if (mood.change === 'corrected') putRight(mood);
  mood.wrong = null;
  if (mood.change !== 'none') figure.change = mood.change;
  mood.change = 'none';
  mood.said.push({ figure, label: mood.label, role: figure.role });
  mood.label = null;
  mood.clauseFigures.push(figure);
  mood.sentenceFigures.push(figure);
}

/** 近10场, 大约10场, ~10场. */
function isRough(figure: Figure, { about, adjacentWord }: Mood, before: Element | undefined): boolean {
  if (adjacentWord?.kind === 'aboutNext' && adjacentWord.end === figure.start) return true;
  if (about && figure.number !== null) return true;
  return before?.type === 'break' && before.char === '~' && before.end === figure.start;
}

/** 咨询没有4场，就2场: neither the 4 nor none. */
function isDeniedBy(before: Element | undefined, figure: Figure): boolean {
  if (figure.number === null || before?.type !== 'figure' || before.number !== null) return false;
  if (before.end !== figure.start) return false;
  before.role = 'decoy';
  figure.role = 'decoy';
  return true;
}

function isDescribed(figure: Figure, next: Element | undefined): boolean {
  if (figure.number === null || next === undefined || next.start !== figure.end) return false;
  return (next.type === 'unknown' && next.end - next.start >= 2) || (next.type === 'word' && next.kind === 'place');
}

const PLACE_MEASURES = new Set(['个', '家', '处', '所', '座', '间', '名', '位', '户']);

/** Head counts, durations, percentages, places: figures of a kind that this form does not count. */
function isNotCounted(
  figure: Figure,
  index: LabelIndex,
  before: Element | undefined,
  next: Element | undefined,
  alone: boolean,
): boolean {
  const { number } = figure;
  if (number === null) return false;
  if (countsRows(number, before, figure)) return true;
  const dimension = number.measure?.dimension;
  if (number.percent || dimension === 'share') return dimension !== 'share' || !index.holdsRates;
  const counted = index.rows.some((row) => row.measures.some((measure) => measure.dimension === dimension));
  if (dimension === 'time' && alone && countsTime(index)) return false;
  if (dimension === 'time' || dimension === 'duration' || dimension === 'vehicle') return !counted;
  if (dimension === 'person')
    return !counted && before?.type !== 'label' && !figure.loose && toNumber(number.value) < 1e6;
  if (number.measure !== null && PLACE_MEASURES.has(number.measure.name) && isPlaceWord(before, figure)) return true;
  const countsPlaces = number.measure === null || PLACE_MEASURES.has(number.measure.name);
  return countsPlaces && next?.type === 'word' && next.kind === 'place' && next.start === figure.end;
}

/** 这两项, 上述三类: rows named before. */
function countsRows(number: NumberToken, before: Element | undefined, figure: Figure): boolean {
  if (!/^[项类样]$/.test(number.measure?.name ?? '')) return false;
  return (
    before?.type === 'word' && before.end === figure.start && /^(?:这|那|该|以上|上面的?|前面的?)$/.test(before.text)
  );
}

/** 1天 as the only figure, where the form counts hours: for the person to say how many. */
function countsTime(index: LabelIndex): boolean {
  return index.rows.some((row) => row.measures.some((measure) => measure.dimension === 'duration'));
}

/** 在5个社区: where it was done. */
function isPlaceWord(before: Element | undefined, figure: Figure): boolean {
  return before?.type === 'word' && before.end === figure.start && /^(?:在|于|走进|深入|到)$/.test(before.text);
}
