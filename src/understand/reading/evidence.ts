/**
 * What the words of a message say about which row is meant. A stretch of label weighs by how few rows of this form have it: the
 * same word is strong in one form and weak in another. Single characters count a little; what verbs and thin words add is less.
 */
import { isHan } from '../../domain/as-seen.ts';
import type { Element } from './elements.ts';
import type { LabelIndex, LabelPiece } from './label-index.ts';
import type { TrieNode } from './trie.ts';

/** A stretch of some labels in the message, or one of their characters. */
interface Mark {
  readonly piece: LabelPiece;
  readonly end: number;
  readonly single: boolean;
}

/** What a region of the message says for one row. */
export interface Support {
  readonly weight: number;
  /** The row is named in full. */
  readonly exact: boolean;
  /** Characters of the region that the row's words explain. */
  readonly covered: number;
  /** More than colourless verbs and thin words speaks for it. */
  readonly full: boolean;
  /** Where its first word stands. */
  readonly first: number;
}

export interface Evidence {
  /** What the words of a region say for this row. */
  support(row: number, region: Stretch): Support;
  /** The rows for which anything in a region speaks. */
  rowsIn(region: Stretch): Iterable<number>;
  /** A row of 其他 in a region that does not say so. */
  isUnsaidOther(row: number, region: Stretch): boolean;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What one character says against the same in a longer stretch. */
const SINGLE = 0.6;
/** Words of a group's heading, which its rows share. */
const HEADING = 0.5;

const none: readonly Mark[] = [];

/** `elements` are those of the text: what is a word or a number of its own is no row's. */
export function evidenceIn(text: string, index: LabelIndex, elements: readonly Element[]): Evidence {
  const headings = elements.filter(isHeading);
  const others = elements.filter(isOther);
  const words = elements.filter(isKnownWord);
  const known: (readonly Mark[] | undefined)[] = [];
  const within = (all: readonly Stretch[], at: number) => all.some(({ start, end }) => start <= at && at < end);
  const marksAt = (at: number) => {
    known[at] ??= within(others, at) ? none : marksFrom(text, at, index, !within(words, at));
    return known[at] ?? none;
  };

  function support(row: number, { start, end }: Stretch): Support {
    const found: Found = { weight: 0, exact: false, covered: 0, full: false, first: end, counted: new Set(), last: -1 };
    for (let at = start; at < end; ) {
      const mark = markFor(row, marksAt(at), end);
      if (mark && isInOrder(mark, row, found)) {
        take(mark, at, row, headings.length > 0 && within(headings, at), found);
        at = mark.end;
      } else at += 1;
    }
    return found;
  }

  return {
    support,
    rowsIn({ start, end }) {
      const rows = new Set<number>();
      for (let at = start; at < end; at++)
        for (const { piece } of marksAt(at)) for (const row of piece.rows) rows.add(row);
      return rows;
    },
    isUnsaidOther: (row, { start, end }) =>
      (index.rows[row]?.row.label.includes('其他') ?? false) && !/其[他它]/.test(text.slice(start, end)),
  };
}

interface Found {
  weight: number;
  exact: boolean;
  covered: number;
  full: boolean;
  first: number;
  readonly counted: Set<string>;
  /** Where in the label the last single character stands. */
  last: number;
}

/** 河道水位 is no 水毁道路: single characters count as they follow one another in the label. */
function isInOrder({ single, piece }: Mark, row: number, found: Found): boolean {
  return !single || (piece.places?.get(row) ?? 0) > found.last;
}

function take({ single, piece, end }: Mark, at: number, row: number, inHeading: boolean, found: Found): void {
  if (single) found.last = piece.places?.get(row) ?? 0;
  if (!found.counted.has(piece.text)) found.weight += (inHeading ? HEADING : 1) * piece.says * (single ? SINGLE : 1);
  found.counted.add(piece.text);
  found.exact ||= !single && !inHeading && piece.exactly.includes(row);
  found.full ||= piece.full;
  found.first = Math.min(found.first, at);
  found.covered += end - at;
}

/** The longest that is this row's and ends in time. */
function markFor(row: number, marks: readonly Mark[], end: number): Mark | undefined {
  for (let at = marks.length - 1; at >= 0; at--) {
    const mark = marks[at];
    if (mark && mark.end <= end && mark.piece.rows.includes(row)) return mark;
  }
  return undefined;
}

/** The stretches of labels that begin at a place, the shortest first. */
function marksFrom(text: string, start: number, index: LabelIndex, singles: boolean): readonly Mark[] {
  const code = text.charCodeAt(start);
  if (!isHan(code) && !(code >= 97 && code <= 122)) return none;
  const marks: Mark[] = [];
  const char = singles ? index.chars.get(code) : undefined;
  if (char) marks.push({ piece: char, end: start + 1, single: true });
  let node: TrieNode<LabelPiece> | undefined = index.pieces;
  for (let at = start; at < text.length; at++) {
    node = node.next.get(text.charCodeAt(at));
    if (node === undefined) break;
    if (node.value !== undefined) marks.push({ piece: node.value, end: at + 1, single: false });
  }
  return marks.length === 0 ? none : marks;
}

/** 执法人员: a character inside an office's own word is no row's. */
function isKnownWord(element: Element): boolean {
  return element.type === 'word' && /^(?:place|filler|ack)$/.test(element.kind) && element.end - element.start > 1;
}

/** Things beside what is counted: the row of 咨询 counts no 咨询台. */
const thing = /^(?:咨询[台点]|服务[台点]|展[台位板]|摊位|问题|附件|照片|图片|文件|表格?)$/;

function isHeading(element: Element): boolean {
  return element.type === 'heading' || (element.type === 'label' && element.by === 'group');
}

/** 咨询台, 2023年: what is a word or a number of its own names no row by its characters. */
function isOther(element: Element): boolean {
  if (element.type === 'word' && element.kind === 'place') return thing.test(element.text);
  return element.type === 'decoy' || (element.type === 'word' && /^(?:chat|header)$/.test(element.kind));
}
