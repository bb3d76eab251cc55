import type { ReadingContext } from '../../domain/reading.ts';
import { type Denial, withoutDenials } from './denial.ts';
import { type Element, isClauseBreak, isNumber, type Label, type Word } from './elements.ts';
import { toNumber } from './exact.ts';
import { type Stretch, setAside } from './set-aside.ts';
import { withoutUnsure } from './unsure.ts';
import { askedRestIn } from './zeros.ts';

/** Drops what is a question, is put off, or denies no more than a change: none of it says anything about figures. */
export interface Sifted {
  readonly elements: Element[];
  readonly asked: boolean;
  readonly postponed: boolean;
  readonly denials: readonly Denial[];
  readonly aside: readonly Stretch[];
  /** Positions of the rows that are put off by name, or by a number of theirs. */
  readonly postponedRows: readonly number[];
  /** Positions of the rows of which 先别填5条 is said: neither 5 nor none. */
  readonly forbiddenRows: readonly number[];
  /** The label that a question is about, for the answer. */
  readonly askedRows: readonly number[];
  /** 其余为0行吗 */
  readonly askedRests: readonly Stretch[];
  /** What is to be asked: 这个数有问题 of several, 没播公益广告吧 and 案件不要记20件 where another figure stands. */
  readonly doubted: readonly (readonly Element[])[];
}

type SiftContext = Pick<ReadingContext, 'year' | 'draft' | 'last'>;

export function sift(elements: readonly Element[], text: string, context: SiftContext): Sifted {
  const kept: Element[] = [];
  const denials: Denial[] = [];
  let asked = false;
  let askedRows: readonly number[] = [];
  const { year, draft, last } = context;
  const unsure = withoutUnsure(clausesOf(elements), text, { draft, last });
  const { clauses } = unsure;
  const aside = setAside(clauses, text, year);
  const postponedRows: number[] = [...unsure.rows];
  let postponed = unsure.rows.length > 0;
  const forbiddenRows: number[] = [];
  const askedRests: Stretch[] = [];
  const doubted: (readonly Element[])[] = unsure.open.length > 0 ? [unsure.open] : [];

  function leaveOut(why: string, clause: readonly Element[]): void {
    if (why === 'forbidden') forbiddenRows.push(...rowsNamed(clause));
    if (why === 'supplied') postponedRows.push(...rowsNamed(clause));
    postponed ||= why === 'supplied';
    kept.push(...clause.filter(isClauseBreak));
  }

  function ask(clause: readonly Element[]): void {
    asked = true;
    const rest = askedRestIn(clause);
    if (rest) askedRests.push(rest);
    const label = clause.find((element) => element.type === 'label');
    if (label?.type === 'label' && askedRows.length === 0) askedRows = label.rows;
    kept.push(...clause.filter(isClauseBreak));
  }

  for (const [at, clause] of clauses.entries()) {
    if (isQuestion(clause)) {
      ask(clause);
      continue;
    }
    if (takesOut(clause, aside[at], draft) || isGuess(clause, text, draft)) {
      doubted.push(clause);
      aside[at] = null;
      kept.push(...clause.filter(isClauseBreak));
      continue;
    }
    const why = aside[at]?.why ?? (isSupplied(clause, text) ? 'supplied' : null);
    if (why) {
      leaveOut(why, clause);
      continue;
    }
    const later = clause.findLastIndex((element, at) => isLater(element, clause[at - 1]));
    if (later < 0) {
      kept.push(...withoutDenials(clause, text, denials));
      continue;
    }
    postponed = true;
    const left = postpone(clause, later);
    postponedRows.push(...rowsNamed(clause.filter((element) => !left.includes(element))));
    kept.push(...left);
  }
  return {
    elements: kept,
    asked,
    postponed,
    denials,
    postponedRows,
    forbiddenRows,
    aside: joined(aside),
    askedRows,
    askedRests,
    doubted,
  };
}

/** 案件不要记20件, with the 20 recorded: what shall it be instead? */
function takesOut(
  clause: readonly Element[],
  aside: Stretch | null | undefined,
  draft: ReadingContext['draft'],
): boolean {
  if (aside?.why !== 'forbidden') return false;
  const [row] = rowsNamed(clause);
  const figure = clause.find(isNumber);
  return row !== undefined && figure !== undefined && draft[row + 1] === toNumber(figure.number.value);
}

/** 没播公益广告吧 guesses, and another figure stands. */
function isGuess(clause: readonly Element[], text: string, draft: ReadingContext['draft']): boolean {
  if (!text.includes('吧') || !/吧[\s,。.!~]*$/.test(text.slice(clause[0]?.start ?? 0, clause.at(-1)?.end ?? 0)))
    return false;
  const [row] = rowsNamed(clause);
  const figures = clause.filter((element) => element.type === 'figure');
  const isNone = figures.length === 1 && figures[0]?.type === 'figure' && figures[0].number === null;
  return isNone && row !== undefined && (draft[row + 1] ?? 0) !== 0;
}

/** What is said alike in one breath is told once. */
function joined(all: readonly (Stretch | null)[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [at, one] of all.entries()) {
    const last = stretches.at(-1);
    if (one && last && all[at - 1]?.why === one.why) stretches[stretches.length - 1] = { ...last, end: one.end };
    else if (one) stretches.push(one);
  }
  return stretches;
}

const SUPPLIED =
  /(?:待|等|由|归|找)[\u4e00-\u9fff]{2,8}?(?:提供|上报|报(?![道刊纸])|统计|负责|汇总|填|反馈|给数)|(?:暂|暂时)(?:空?缺|空着)/;

/** 公益广告由宣传科统计, 抖音待科室提供: some other office has the figure, and it is not here yet. */
function isSupplied(clause: readonly Element[], text: string): boolean {
  if (clause.some((element) => element.type === 'figure')) return false;
  const [first, last] = [clause[0], clause.at(-1)];
  return clause.some(({ type }) => type === 'label') && SUPPLIED.test(text.slice(first?.start ?? 0, last?.end ?? 0));
}

export function clausesOf(elements: readonly Element[]): Element[][] {
  const clauses: Element[][] = [];
  let clause: Element[] = [];
  for (const element of elements) {
    clause.push(element);
    if (!isClauseBreak(element)) continue;
    clauses.push(clause);
    clause = [];
  }
  if (clause.length > 0) clauses.push(clause);
  return clauses;
}

/** 还没统计好; 公益广告的数暂时没有: it is the figure that is wanting. */
function isLater(element: Element, before: Element | undefined): boolean {
  if (element.type === 'word') return element.kind === 'later';
  const figure = element.type === 'figure' && element.number === null;
  return figure && before?.type === 'word' && /^的?数[据字]?$/.test(before.text);
}

/** Each row that is named, or a group as a whole; of several rows that the words fit, nobody said which. */
function rowsNamed(elements: readonly Element[]): readonly number[] {
  const labels = elements.filter((element): element is Label => element.type === 'label' && element.certain);
  return labels.flatMap(({ by, rows }) => (by === 'group' || rows.length === 1 ? rows : []));
}

function isQuestion(clause: readonly Element[]): boolean {
  const last = clause[clause.length - 1];
  if (last?.type === 'break' && last.char === '?') return true;
  const asking = clause.filter((element): element is Word => element.type === 'word' && element.kind === 'ask');
  if (asking.length === 0) return false;
  const statesFigure = clause.some(isNumber);
  return !statesFigure || asking.some((word) => word.text !== '呢' && word.text !== '多少' && word.text !== '什么');
}

/** 其余明天报 takes 其余 away; 抖音12条还没统计完 makes the 12 unsure. */
function postpone(clause: readonly Element[], later: number): Element[] {
  let from = later;
  while (from > 0 && !isScopeStart(clause[from - 1])) from -= 1;
  const scope = clause[from - 1];
  const owner = scope !== undefined && (scope.type === 'label' || scope.type === 'word') ? from - 1 : from;
  const figures = clause.slice(from, later).filter(isNumber);
  if (figures.length > 0) {
    for (const figure of figures) figure.loose = true;
    return clause.filter((_, at) => at !== later);
  }
  const labels = clause.slice(0, owner).findLastIndex((element) => element.type === 'figure') + 1;
  const onlyLabels = clause.slice(labels, owner).every((element) => element.type !== 'figure');
  const cut = onlyLabels && scope?.type === 'label' ? labels : owner;
  return [...clause.slice(0, cut), ...behindLater(clause, later)];
}

function isScopeStart(element: Element | undefined): boolean {
  if (element === undefined) return true;
  return element.type === 'label' || (element.type === 'word' && element.kind === 'rest');
}

/** What follows 明天: of 报 it is another matter, of 播3条 a plan. */
function behindLater(clause: readonly Element[], later: number): Element[] {
  const word = clause[later];
  const behind = clause.slice(later + 1);
  const next = behind[0];
  const reports = next?.type === 'word' && /^(?:报|上报|报送|补报|填|填报)/.test(next.text);
  const plans = word?.type === 'word' && /^(?:明|后天)/.test(word.text) && !reports;
  return behind.filter((element) => element.type !== 'figure' || (element.number !== null && !plans));
}
