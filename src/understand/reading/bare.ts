import { claimOfFigure } from './claim.ts';
import { clausesOf } from './clauses.ts';
import type { Element, Figure } from './elements.ts';
import { toNumber, ZERO } from './exact.ts';
import type { Findings } from './findings.ts';
import { fitOf } from './measure.ts';
import { changedRow, type Scope } from './scope.ts';
import { isZero } from './zeros.ts';

/** Figures without any label: the answer to the row just asked, or the whole form in order. */
export function readBare(
  figures: readonly Figure[],
  elements: readonly Element[],
  scope: Scope,
  findings: Findings,
): void {
  const [first] = figures;
  if (first === undefined) return;
  if (figures.length === 1) {
    readSingle(first, elements, scope, findings);
    return;
  }
  // Of a whole form nothing is left: 其余为0 behind as many figures says that they are no such list.
  if (findings.rests.length === 0 && isWholeForm(figures, elements, scope)) {
    figures.forEach((figure, row) => {
      findings.claims.push({ ...claimOfFigure(figure), rows: [row], named: null, byItem: false });
    });
    return;
  }
  if (figures.every(isZero) || areRepeats(figures)) {
    readSingle(first, elements, scope, findings);
    return;
  }
  if (speaksOfOther(elements)) {
    if (scope.focus !== null && figures.some((figure) => !figure.described)) ask(first, scope, findings);
    return;
  }
  if (!asksNumbered(figures, elements, scope, findings)) ask(first, scope, findings);
}

/** 2、15: perhaps the second row's 15. */
function asksNumbered(
  [number, figure, ...more]: readonly Figure[],
  elements: readonly Element[],
  { index, focus }: Scope,
  findings: Findings,
): boolean {
  if (!number || !figure || more.length > 0 || focus !== null) return false;
  if (!isPlain(number) || figure.number === null || figure.loose) return false;
  const between = elements.slice(elements.indexOf(number) + 1, elements.indexOf(figure));
  const row = toNumber(number.number?.value ?? ZERO) - 1;
  if (!between.every(({ type }) => type === 'break') || index.rows[row] === undefined) return false;
  const { value, measure } = figure.number;
  findings.troubles.push({ kind: 'row', rows: [row], start: number.start, end: figure.end, value, measure });
  return true;
}

function isPlain({ number, loose }: Figure): boolean {
  return number?.plain === true && number.measure === null && !loose;
}

/** 四次四次: said twice. */
function areRepeats(figures: readonly Figure[]): boolean {
  const [first] = figures;
  return figures.every(
    ({ number, loose }) =>
      number !== null &&
      !loose &&
      toNumber(number.value) === toNumber(first?.number?.value ?? ZERO) &&
      number.measure?.name === first?.number?.measure?.name &&
      number.measure !== null,
  );
}

function readSingle(figure: Figure, elements: readonly Element[], scope: Scope, findings: Findings): void {
  const changed = figure.change !== 'none' || refersBack(elements) || (scope.focus === null && insists(elements));
  const row = changed ? (changedRow(scope) ?? null) : scope.focus;
  if (row === null) {
    readUnasked(figure, elements, scope, findings);
    return;
  }
  const other = speaksOfOther(upTo(elements, figure));
  if (figure.number === null) {
    if (!other && !lacksSomething(elements, figure)) claim(figure, row, findings);
    return;
  }
  const fit = fitOf(figure.number.measure, scope.index.rows[row]?.measures ?? []);
  const unlikely = fit === 'loose' && figure.number.measure !== null && fitsElsewhere(figure, row, scope);
  if (!other && !unlikely) claim(figure, row, findings);
  else if (!other || fit !== 'foreign') ask(figure, scope, findings);
}

/** 我没有数据: what is wanting is no deed. */
function lacksSomething(elements: readonly Element[], figure: Figure): boolean {
  const behind = upTo(elements, figure).slice(elements.indexOf(figure) + 1);
  return behind.some(
    (element) =>
      element.type === 'word' && element.kind === 'filler' && /^(?:数据|数字|数|统计|材料|表)$/.test(element.text),
  );
}

/** 应该是5, 刚才那个是15: said of what was recorded before. */
function insists(elements: readonly Element[]): boolean {
  return elements.some(
    (element) =>
      element.type === 'word' &&
      ((element.kind === 'is' && element.text.startsWith('应')) || /^(?:刚才|上一)/.test(element.text)),
  );
}

/** 上一个是54: whatever is asked now. */
function refersBack(elements: readonly Element[]): boolean {
  return elements.some(
    (element) =>
      element.type === 'word' &&
      element.kind === 'filler' &&
      /^(?:上一?[条个项]|前一[条个项]|刚才那)/.test(element.text),
  );
}

/** A figure when nothing was asked and no row can be guessed. */
function readUnasked(figure: Figure, elements: readonly Element[], scope: Scope, findings: Findings): void {
  const other = speaksOfOther(upTo(elements, figure)) || elements.some((element) => element.type === 'unknown');
  if (figure.change === 'none' || figure.number === null) {
    // 没有了 to a question that names no single row: the question stands
    const unanswered = figure.number === null && scope.context.question !== null;
    if (!other && !unanswered) ask(figure, scope, findings);
    return;
  }
  const { value, measure } = figure.number;
  findings.troubles.push({ kind: 'correction', rows: [], start: figure.start, end: figure.end, value, measure });
}

/** 2000份 while a row of 条 was asked: the person may be answering another row. */
function fitsElsewhere(figure: Figure, row: number, scope: Scope): boolean {
  return scope.index.rows.some(
    (other, position) => position !== row && fitOf(figure.number?.measure ?? null, other.measures) === 'same',
  );
}

function claim(figure: Figure, row: number, findings: Findings): void {
  findings.claims.push({ ...claimOfFigure(figure), rows: [row], named: null, byItem: false });
}

function ask(figure: Figure, scope: Scope, findings: Findings): void {
  const measure = figure.number?.measure ?? null;
  const fitting = scope.index.rows.flatMap((row, position) =>
    measure !== null && fitOf(measure, row.measures) === 'same' ? [position] : [],
  );
  const rows = scope.focus !== null ? [scope.focus, ...fitting.filter((row) => row !== scope.focus)] : fitting;
  findings.troubles.push({
    kind: figure.loose ? 'approximate' : 'row',
    rows,
    start: figure.start,
    end: figure.end,
    value: figure.number?.value ?? ZERO,
    measure,
  });
}

function isWholeForm(figures: readonly Figure[], elements: readonly Element[], scope: Scope): boolean {
  return (
    figures.length === scope.index.rows.length &&
    Object.keys(scope.context.draft).length === 0 &&
    !speaksOfOther(elements)
  );
}

/** What was said until the end of the figure's own clause: what comes later only explains it. */
function upTo(elements: readonly Element[], figure: Figure): Element[] {
  const from = elements.indexOf(figure);
  const end = elements.findIndex(
    (element, at) => at > from && element.type === 'break' && /[,;。!?\n…(]/.test(element.char),
  );
  const before = end < 0 ? elements : elements.slice(0, end);
  return clausesOf(before)
    .filter((clause) => !clause.some((element) => element.type === 'word' && element.kind === 'intro'))
    .flat();
}

/** Words that belong to no row and are no colourless office words: the figure is about something else. */
export function speaksOfOther(elements: readonly Element[]): boolean {
  return elements.some(
    (element) =>
      (element.type === 'unknown' && element.end - element.start >= 2) ||
      (element.type === 'word' && element.kind === 'place'),
  );
}
