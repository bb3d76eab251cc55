import type { ReadingContext } from '../../domain/reading.ts';
import { clausesOf } from './clauses.ts';
import type { Element, Figure, Label, Word } from './elements.ts';
import { toNumber } from './exact.ts';
import type { Findings } from './findings.ts';
import type { LabelIndex } from './label-index.ts';

/** 其余为0, 零报告, 维权会议都没有: rows set to zero without being named one by one. Figures used are taken out. */
export function readRests(
  elements: readonly Element[],
  index: LabelIndex,
  context: ReadingContext,
  findings: Findings,
): Element[] {
  let seenFigure = false;
  const excepted = elements.some(
    (element) => element.type === 'word' && element.kind === 'only' && element.text.startsWith('除'),
  );
  const used = new Set<Element>();
  for (const clause of clausesOf(elements)) {
    const zero = clause.findLast(
      (element): element is Figure => element.type === 'figure' && isZero(element) && !used.has(element),
    );
    readClause(clause, zero, seenFigure, excepted, headingBefore(elements, clause), index, context, findings, used);
    seenFigure ||= clause.some(
      (element) => element.type === 'figure' && element.role === 'value' && !used.has(element),
    );
  }
  return elements.filter((element) => !used.has(element));
}

export function isZero(figure: Figure): boolean {
  if (figure.role === 'decoy') return false;
  return figure.number === null || (toNumber(figure.number.value) === 0 && !figure.loose && !figure.number.loose);
}

function readClause(
  clause: readonly Element[],
  zero: Figure | undefined,
  seenFigure: boolean,
  excepted: boolean,
  heading: readonly number[] | undefined,
  index: LabelIndex,
  context: ReadingContext,
  findings: Findings,
  used: Set<Element>,
): void {
  const zeroAt = zero === undefined ? clause.length : clause.indexOf(zero);
  const word = clause.find((element): element is Word => element.type === 'word' && isRestWord(element, clause));
  const labels = clause.filter((element): element is Label => element.type === 'label');
  const group = labels.find((label) => label.by === 'group');
  if (word?.kind === 'allZero') {
    if (labels.length > 0) return;
    pushRest(
      findings,
      index.rows.map((_, row) => row),
      true,
      word,
      word,
    );
    return;
  }
  if (zero === undefined || word === undefined) return;
  const scope = group?.rows ?? heading ?? index.rows.map((_, row) => row);
  if (word.kind === 'rest') {
    const between = clause
      .slice(clause.indexOf(word), zeroAt)
      .some((element) => element.type === 'label' && element.by === 'name');
    if (between) return;
    const rows = /^(?:后|下面|往后)/.test(word.text)
      ? rowsBehind(clause, elementsRow(findings), context, scope)
      : scope;
    pushRest(findings, rows, false, word, zero);
    markUsed(clause, word, zero, group, used);
    return;
  }
  const labelBefore = labels.some((label) => label.end <= word.start && label !== group);
  if (word.kind === 'both' && excepted && !labelBefore) {
    pushRest(findings, scope, false, word, zero);
    markUsed(clause, word, zero, group, used);
    return;
  }
  if (labelBefore || (seenFigure && word.kind === 'both')) return;
  if (word.kind === 'both' && group === undefined && context.expecting !== null) return;
  if (word.kind === 'both' && labels.length > 0 && group === undefined) return;
  pushRest(findings, scope, group === undefined, word, zero);
  markUsed(clause, word, zero, group, used);
}

function isRestWord(word: Word, clause: readonly Element[]): boolean {
  if (word.kind === 'rest' || word.kind === 'allZero') return true;
  if (word.kind !== 'all' && word.kind !== 'both') return false;
  return !clause.some((element) => element.type === 'figure' && !isZero(element));
}

function elementsRow(findings: Findings): number {
  return findings.claims.at(-1)?.rows[0] ?? -1;
}

function rowsBehind(
  _clause: readonly Element[],
  lastRow: number,
  context: ReadingContext,
  scope: readonly number[],
): readonly number[] {
  const from = context.expecting === null ? lastRow + 1 : context.expecting - 1;
  return scope.filter((row) => row >= from);
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

/** 维权会议中座谈会1场，其余为0: the rest of that group. */
function headingBefore(elements: readonly Element[], clause: readonly Element[]): readonly number[] | undefined {
  const end = elements.indexOf(clause[0] as Element);
  const sentence = elements
    .slice(0, end)
    .findLastIndex((element) => element.type === 'break' && /[。;!\n]/.test(element.char));
  const heading = elements.slice(sentence + 1, end).findLast((element) => element.type === 'heading');
  return heading?.type === 'heading' ? heading.rows : undefined;
}
