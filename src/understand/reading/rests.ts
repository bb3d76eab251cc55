import type { ReadingContext } from '../../domain/reading.ts';
import { clausesOf } from './clauses.ts';
import type { Element, Figure, Label, Word } from './elements.ts';
import { type Exceptions, exceptionsIn } from './exceptions.ts';
import type { Findings } from './findings.ts';
import type { LabelIndex } from './label-index.ts';
import { isZero } from './zeros.ts';

/** What the clauses before said, and what the whole message allows. */
interface Surroundings {
  readonly index: LabelIndex;
  readonly context: ReadingContext;
  readonly findings: Findings;
  readonly used: Set<Element>;
  readonly exceptions: Exceptions;
  seenFigure: boolean;
  /** Rows were named and no figure came yet: 专版、案件，均为0 is about those. */
  pending: boolean;
  lastRow: number;
  heading: readonly number[] | undefined;
}

/** 其余为0, 零报告, 维权会议都没有: rows set to zero without being named one by one. Figures used are taken out. */
export function readRests(
  elements: readonly Element[],
  index: LabelIndex,
  context: ReadingContext,
  findings: Findings,
): Element[] {
  const exceptions = exceptionsIn(elements);
  const around: Surroundings = {
    index,
    context,
    findings,
    used: new Set(),
    exceptions,
    seenFigure: false,
    pending: false,
    lastRow: -1,
    heading: undefined,
  };
  for (const clause of clausesOf(elements)) {
    readClause(clause, around);
    for (const element of clause) note(element, around);
  }
  return elements.filter((element) => !around.used.has(element));
}

function note(element: Element, around: Surroundings): void {
  if (element.type === 'figure') {
    around.seenFigure ||= element.role === 'value' && !around.used.has(element);
    around.pending = false;
  } else if (element.type === 'label') {
    around.lastRow = element.rows[0] ?? around.lastRow;
    around.pending = !around.exceptions.elements.has(element);
  } else if (element.type === 'heading') around.heading = element.rows;
  else if (element.type === 'break' && /[。;!\n]/.test(element.char)) around.heading = undefined;
}

function readClause(whole: readonly Element[], around: Surroundings): void {
  const clause = whole.filter((element) => !around.exceptions.elements.has(element));
  const words = clause.filter((element): element is Word => element.type === 'word' && isRestWord(element, clause));
  const word = words.find(({ kind }) => kind === 'allZero') ?? words[0];
  if (word === undefined) {
    readGroupZero(clause, around);
    return;
  }
  const labels = clause.filter((element): element is Label => element.type === 'label');
  if (word.kind === 'allZero') {
    if (labels.length === 0) pushRest(around.findings, everyRow(around), true, word, word);
    return;
  }
  const zero = clause.findLast((element): element is Figure => element.type === 'figure' && isZero(element));
  if (zero === undefined || isOfRow(zero, word, clause)) return;
  const group = labels.find((label) => label.by === 'group');
  const scope = group?.rows ?? around.heading ?? everyRow(around);
  const rest =
    word.kind === 'rest' ? restOf(word, zero, labels, scope, around) : allOf(word, labels, group, scope, around);
  if (rest === null) return;
  const rows = rest.rows.filter((row) => !around.exceptions.rows.has(row));
  pushRest(around.findings, rows, rest.all && !around.exceptions.any, word, zero);
  dropExcepted(around);
  markUsed(clause, word, zero, group, around.used);
}

/** 抖音没有 其他的都报了: none of the row it stands behind, and nothing is said of the others. */
function isOfRow(zero: Figure, rest: Word, clause: readonly Element[]): boolean {
  if (zero.start > rest.start) return false;
  const before = clause[clause.indexOf(zero) - 1];
  return before?.type === 'label' && before.by === 'name';
}

/** 除公益广告外 without a figure leaves nothing to pair with the zero behind it. */
function dropExcepted({ exceptions, used }: Surroundings): void {
  const said = [...exceptions.elements];
  if (said.some((element) => element.type === 'figure')) return;
  for (const element of said) if (element.type === 'label') used.add(element);
}

/** 走访慰问没有: a whole group, said without 都. */
function readGroupZero(clause: readonly Element[], around: Surroundings): void {
  const labels = clause.filter((element): element is Label => element.type === 'label');
  const figures = clause.filter((element): element is Figure => element.type === 'figure');
  const [group] = labels;
  const [zero] = figures;
  if (group === undefined || zero === undefined || labels.length > 1 || figures.length > 1) return;
  if (group.by !== 'group' || zero.number !== null || zero.role !== 'value' || zero.start < group.end) return;
  if (clause.some((element) => element.type === 'unknown')) return;
  pushRest(around.findings, group.rows, false, group, zero);
  for (const element of clause) if (element.type !== 'break') around.used.add(element);
}

function everyRow({ index }: Surroundings): readonly number[] {
  return index.rows.map((_, row) => row);
}

type RowsMeant = { readonly rows: readonly number[]; readonly all: boolean } | null;

function restOf(
  word: Word,
  zero: Figure,
  labels: readonly Label[],
  scope: readonly number[],
  around: Surroundings,
): RowsMeant {
  if (labels.some((label) => label.by === 'name' && label.start > word.start && label.end < zero.start)) return null;
  const asked = (around.context.expecting ?? 0) - 1;
  // 没有其他的, asked for the row of 其他
  if (/^其[他它]/.test(word.text) && around.index.rows[asked]?.row.label.includes('其他'))
    return { rows: [asked], all: false };
  if (!/^(?:后|下面|往后)/.test(word.text)) return { rows: scope, all: false };
  const from = around.context.expecting === null ? around.lastRow + 1 : around.context.expecting - 1;
  return { rows: scope.filter((row) => row >= from), all: false };
}

/** 全部为0, 会议都没开; 公益广告、抖音都没有 is about those two and is left to the pairing. */
function allOf(
  word: Word,
  labels: readonly Label[],
  group: Label | undefined,
  scope: readonly number[],
  around: Surroundings,
): RowsMeant {
  if (labels.some((label) => label.end <= word.start && label !== group)) return null;
  if (word.kind === 'all') return { rows: scope, all: group === undefined };
  if (around.exceptions.any) return { rows: scope, all: false };
  if (around.seenFigure || around.pending) return null;
  if (group === undefined && (around.context.expecting !== null || labels.length > 0)) return null;
  return { rows: scope, all: group === undefined };
}

function isRestWord(word: Word, clause: readonly Element[]): boolean {
  if (word.kind === 'rest' || word.kind === 'allZero') return true;
  if (word.kind !== 'all' && word.kind !== 'both') return false;
  return !clause.some((element) => element.type === 'figure' && !isZero(element));
}

function pushRest(findings: Findings, rows: readonly number[], all: boolean, from: Element, to: Element): void {
  findings.rests.push({ rows, all, start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) });
}

function markUsed(
  clause: readonly Element[],
  word: Element,
  zero: Element,
  group: Element | undefined,
  used: Set<Element>,
): void {
  used.add(zero);
  used.add(word);
  if (group !== undefined) used.add(group);
  for (const element of clause)
    if (element.type === 'figure' && isZero(element) && element.start >= word.start) used.add(element);
}
