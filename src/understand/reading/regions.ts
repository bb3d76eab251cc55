/**
 * Which words of a running message belong to which figure: those in front of it, those behind it, and where none stand in front,
 * those of the figure before (培训3场60人次).
 */
import { clausesOf } from './clauses.ts';
import { type Element, type Figure, isClauseBreak, isPlace, type Label } from './elements.ts';

/** A stretch of a message, with what stands in it. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly elements: readonly Element[];
}

/** A figure and the words that may say whose it is. */
export interface Spot {
  readonly figure: Figure;
  /** In front of it, clause by clause, the nearest first. */
  readonly lead: readonly Region[];
  readonly trail: Region;
  /** What the figures before it were said of, where nothing of its own stands in front. */
  readonly stem: Region | null;
  /** The same, whether or not something of its own stands in front. */
  readonly before: Region | null;
  /** Marks between the stem and this figure. */
  readonly stemGap: number;
  /** Directly behind the figure before, with nothing between: 培训3场60人次. */
  readonly follows: boolean;
  /** Which sentence of the message it stands in. */
  readonly sentence: number;
}

/**
 * Where in a clause the words behind each of its figures end and those of the next begin: how many elements of each gap belong to
 * the figure before.
 */
export type Split = (clause: readonly Element[]) => readonly number[];

/** Every figure of whatever role, in order. */
export function spotsIn(elements: readonly Element[], split: Split): Spot[] {
  return sentencesOf(elements).flatMap((sentence, number) => spotsOfSentence(sentence, number, split));
}

/** What was said so far in a sentence. */
interface Sentence {
  readonly number: number;
  readonly spots: Spot[];
  /** Clauses without a figure, since the last one with some. */
  waiting: Element[][];
  stem: Region | null;
  /** Marks since the stem. */
  gap: number;
}

function spotsOfSentence(elements: readonly Element[], number: number, split: Split): Spot[] {
  const sentence: Sentence = { number, spots: [], waiting: [], stem: null, gap: 0 };
  for (const clause of clausesIn(elements)) {
    sentence.gap += 1;
    if (clause.some(({ type }) => type === 'figure')) takeClause(clause, split, sentence);
    else sentence.waiting.push(clause);
  }
  return sentence.spots;
}

function takeClause(clause: readonly Element[], split: Split, sentence: Sentence): void {
  const figures = clause.filter((element): element is Figure => element.type === 'figure');
  const behind = figures.length > 1 ? split(clause) : [];
  let from = 0;
  for (const [order, figure] of figures.entries()) {
    const at = clause.indexOf(figure);
    const until = trailEnd(clause, at, figures[order + 1], behind[order] ?? 0);
    const before = order === 0 ? sentence.waiting.map((one) => regionOf(one, figure.start)).reverse() : [];
    const lead = nearest([regionOf(clause.slice(from, at), figure.start), ...before]);
    // 没发现隐患: the word for none may name the row too
    const trail = regionOf(clause.slice(at + 1, until), figure.end, figure.number === null ? figure.start : null);
    sentence.spots.push(spotOf(figure, lead, trail, sentence));
    keepStem(lead, trail, sentence);
    from = until;
  }
  sentence.waiting = [];
}

function spotOf(figure: Figure, lead: readonly Region[], trail: Region, { spots, stem, gap, number }: Sentence): Spot {
  const follows = spots.at(-1)?.figure.end === figure.start;
  return {
    figure,
    lead,
    trail,
    stem: lead.some(namesRow) ? null : stem,
    before: stem,
    stemGap: gap,
    follows,
    sentence: number,
  };
}

/** What a figure was said of, those behind it may be said of too. */
function keepStem(lead: readonly Region[], trail: Region, sentence: Sentence): void {
  const content = lead.find(says);
  const stem = content && (lead.some(namesRow) || !sentence.stem) ? content : null;
  const behind = !sentence.stem && says(trail) ? trail : null;
  if (!stem && !behind) return;
  sentence.stem = stem ?? behind;
  sentence.gap = 0;
}

/** Where the words behind a figure end: at the first mark, or where those of the next figure begin. */
function trailEnd(clause: readonly Element[], at: number, next: Figure | undefined, own: number): number {
  const end = next ? clause.indexOf(next) : clause.length;
  const mark = clause.findIndex((element, place) => place > at && place < end && isMark(element));
  if (mark >= 0) return mark;
  return next ? Math.min(end, at + 1 + own) : end;
}

/** 、 and brackets part what belongs to one figure from what belongs to the next; a space or a colon does not. */
function isMark(element: Element): boolean {
  return element.type === 'break' && /[、,;。!?\n()/|\t—]/.test(element.char);
}

function regionOf(elements: readonly Element[], at: number, from: number | null = null): Region {
  return { start: from ?? elements[0]?.start ?? at, end: elements.at(-1)?.end ?? at, elements };
}

/** As far as the first that says anything. */
function nearest(regions: readonly Region[]): Region[] {
  const first = regions.findIndex(says);
  return first < 0 ? [...regions] : regions.slice(0, first + 1);
}

export function says({ elements }: Region): boolean {
  return elements.some(isContent);
}

/** What can say whose a figure is. */
export function isContent(element: Element): boolean {
  return element.type === 'unknown' || element.type === 'label';
}

/** 。 and ; end what belongs together. */
function sentencesOf(elements: readonly Element[]): Element[][] {
  const sentences: Element[][] = [[]];
  for (const element of elements) {
    if (element.type === 'break' && /[。;!?]/.test(element.char)) sentences.push([]);
    else sentences.at(-1)?.push(element);
  }
  return sentences;
}

/** Without the marks that end them. */
function clausesIn(sentence: readonly Element[]): Element[][] {
  const clauses = clausesOf(sentence).map((clause) => clause.filter((element) => !isClauseBreak(element)));
  return clauses.filter((clause) => clause.length > 0);
}

/** The labels among what may say whose a figure is. */
export function labelsOf({ lead, trail, stem }: Spot): Label[] {
  const regions = [...lead, trail, ...(stem ? [stem] : [])];
  return regions.flatMap(({ elements }) => elements.filter((element): element is Label => element.type === 'label'));
}

/** Places tell parts apart as things do: 商圈2条，车站2条. */
export function tellsApart({ elements }: Region): boolean {
  return elements.some((element) => isContent(element) || isPlace(element));
}

export function namesRow({ elements }: Region): boolean {
  return elements.some(({ type }) => type === 'label');
}

/** Something is named on one of its sides. */
export function namesItself({ lead, trail }: Spot): boolean {
  return namesRow(trail) || lead.some(namesRow);
}
