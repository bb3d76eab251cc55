import { claimOf } from './claim.ts';
import type { Figure } from './elements.ts';
import { toNumber, ZERO } from './exact.ts';
import type { Findings } from './findings.ts';
import { fitOf, parseMeasure } from './measure.ts';
import { sumOf } from './parts.ts';
import type { Plain } from './plain.ts';
import type { Scope } from './scope.ts';
import { readStacked } from './stacked.ts';
import type { Cell } from './table-cells.ts';
import { type Columns, columnsOf, isFurniture } from './table-columns.ts';
import { linesOf, type TableLine } from './table-lines.ts';

/** Reads pasted tables; the lines read are blanked out of the text that is left for running text. */
export function readTable(pasted: Plain, scope: Scope, findings: Findings): TableRead {
  const plain = unbarred(pasted);
  const lines = linesOf(plain.text, scope.index);
  if (lines === null) return { remarks: [], ...readStacked(plain, scope, findings) };
  const progress: Progress = { columns: null, lastRow: -1, below: [], text: plain.text, remarks: [] };
  lines.forEach((line, at) => {
    if (!progress.below.includes(line)) takeLine(line, lines.slice(at + 1), progress, scope, findings);
  });
  return { text: progress.text, remarks: progress.remarks };
}

/** 资料900份 | 发布会0 | 普法2场 on one line is no table. */
function unbarred(plain: Plain): Plain {
  if (!plain.text.includes('|') || plain.text.includes('\n')) return plain;
  const said = plain.text
    .split('|')
    .filter((cell) => /[\u4e00-\u9fff]{2}.*[\d零〇一二两三四五六七八九十百]/.test(cell));
  return said.length < 2 ? plain : { ...plain, text: plain.text.replaceAll('|', ',') };
}

/** What stands in the 备注 cell of a row. */
export interface CellRemark {
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

interface TableRead {
  readonly text: string;
  readonly remarks: readonly CellRemark[];
}

interface Progress {
  columns: Columns | null;
  lastRow: number;
  /** Lines of figures that were read together with the labels above them. */
  below: readonly TableLine[];
  text: string;
  readonly remarks: CellRemark[];
}

function takeLine(
  line: TableLine,
  next: readonly TableLine[],
  progress: Progress,
  scope: Scope,
  findings: Findings,
): void {
  const header = columnsOf(line, scope.index);
  const furniture = isFurniture(line, progress.text, scope);
  if (header !== null) progress.columns = header;
  else if (crossedWith(line, next).length > 0) {
    progress.below = crossedWith(line, next);
    readCrossed(line, progress.below, scope, findings);
    for (const below of progress.below) progress.text = wipe(progress.text, below);
  } else if (!furniture) {
    if (!takeRow(line, progress, scope, findings)) return;
  }
  progress.text = wipe(progress.text, line);
}

/** False for a line that is no row and is left to be read as running text. */
function takeRow(line: TableLine, progress: Progress, scope: Scope, findings: Findings): boolean {
  const remarkAt = remarkCell(line, progress.columns, scope);
  let row: number | null = null;
  for (const part of pairsIn(remarkAt === null ? line : { ...line, cells: line.cells.slice(0, remarkAt) })) {
    row = readLine(part, line.cells.length, progress.columns, progress.lastRow, scope, findings);
    progress.lastRow = row ?? progress.lastRow;
  }
  if (row === null && line.cells.length === 1) return false;
  const remark = remarkAt === null ? undefined : line.cells[remarkAt];
  if (row !== null && remark !== undefined) progress.remarks.push({ row, start: remark.start, end: remark.end });
  return true;
}

function wipe(text: string, line: TableLine): string {
  return text.slice(0, line.start) + ' '.repeat(line.end - line.start) + text.slice(line.end);
}

/** Where a line of a form with 备注 says something behind its figure. */
function remarkCell(line: TableLine, columns: Columns | null, scope: Scope): number | null {
  if (!scope.index.form.hasRemark) return null;
  const last = line.cells.length - 1;
  const headed = columns?.remark !== undefined && columns.width === line.cells.length ? columns.remark : undefined;
  const at = headed ?? last;
  const cell = line.cells[at];
  if (cell === undefined || cell.content === 'blank' || cell.content === 'measure') return null;
  const figureAt = line.cells.slice(0, at).findLastIndex((other) => other.content === 'figure');
  if (headed !== undefined) return line.cells.slice(0, at).some((other) => other.content === 'label') ? at : null;
  const bare =
    (cell.content === 'figure' && cell.figure?.start === cell.start) ||
    (cell.content === 'label' && cell.figure === null);
  return figureAt === at - 1 && figureAt > 0 && !bare ? at : null;
}

/** Two or more rows side by side on one line, each with its own figure. */
function pairsIn(line: TableLine): TableLine[] {
  const labels = line.cells.flatMap((cell, at) => (cell.content === 'label' ? [at] : []));
  const parts = labels.map((at, order) => {
    const upTo = labels[order + 1] ?? line.cells.length;
    const figures = line.cells
      .slice(at, upTo)
      .flatMap((cell, offset) => (cell.content === 'figure' ? [at + offset] : []));
    // the last figure before the next label is that label's 序号
    const end = figures.length > 1 && figures.at(-1) === upTo - 1 && upTo < line.cells.length ? upTo - 1 : upTo;
    return { ...line, cells: line.cells.slice(at, end) };
  });
  const whole = parts.length > 1 && parts.every(({ cells }) => cells.some((cell) => cell.content === 'figure'));
  return whole ? parts : [line];
}

/** One row of the table; its position in the form, or null if the line is none. */
function readLine(
  line: TableLine,
  width: number,
  columns: Columns | null,
  lastRow: number,
  scope: Scope,
  findings: Findings,
): number | null {
  // 印发各类宣传资料 2000 折页: what is said behind the figure names no row
  const lastFigure = line.cells.findLastIndex(({ content }) => content === 'figure');
  const named = line.cells.findLastIndex(({ content }, at) => content === 'label' && at < lastFigure);
  const labelAt = named >= 0 ? named : line.cells.findLastIndex((cell) => cell.content === 'label');
  const labelCell = line.cells[labelAt];
  if (labelCell?.label == null) return readNumbered(line, scope, findings);
  const rows = inOrder(labelCell.label.rows, lastRow);
  const label = {
    ...labelCell.label,
    rows,
    certain: true,
    leading: false,
    trailing: false,
    start: labelCell.start,
    end: labelCell.end,
  };
  const unmeasured = rows.length === 1 && scope.index.rows[rows[0] ?? -1]?.measures.length === 0;
  const value = valueCell(line, width, labelAt, columns, findings, { rows, unmeasured });
  if (value?.figure != null) {
    const figure = inPrintedMeasure(value.figure, line, rows, scope);
    findings.claims.push(claimOf({ label, figure }, scope));
  }
  return rows.length === 1 ? (rows[0] ?? null) : lastRow;
}

/** Two rows of one name: the one that follows the row above. */
function inOrder(rows: readonly number[], lastRow: number): readonly number[] {
  if (rows.length < 2) return rows;
  const next = rows.filter((row) => row === lastRow + 1);
  return next.length === 1 ? next : rows;
}

function valueCell(
  line: TableLine,
  width: number,
  labelAt: number,
  columns: Columns | null,
  findings: Findings,
  { rows, unmeasured }: { readonly rows: readonly number[]; readonly unmeasured: boolean },
): Cell | undefined {
  if (columns?.value !== undefined && columns.width === width) {
    const cell = line.cells[columns.value];
    return cell?.content === 'figure' ? cell : undefined;
  }
  const behind = line.cells.slice(labelAt + 1);
  const ahead =
    behind.length === 0 || behind.every((cell) => cell.content === 'blank') ? line.cells[labelAt] : undefined;
  if (ahead?.figure != null) return ahead;
  const figures = behind.filter((cell) => cell.content === 'figure');
  const [first, second] = figures;
  if (
    first !== undefined &&
    second !== undefined &&
    columns === null &&
    behind.indexOf(second) === behind.indexOf(first) + 1
  ) {
    findings.troubles.push({
      kind: 'number',
      rows,
      start: first.start,
      end: second.end,
      value: first.figure?.number?.value ?? ZERO,
    });
    return undefined;
  }
  const measureAt = behind.findIndex((cell) => cell.content === 'measure');
  const skipsBlank = measureAt < 0 && unmeasured && behind[0]?.content === 'blank' && behind[1]?.content === 'figure';
  const after = behind[skipsBlank ? 1 : measureAt + 1];
  return after?.content === 'figure' ? after : undefined;
}

/** 元 in the measure's own cell of a row in 万元. */
function inPrintedMeasure(figure: Figure, line: TableLine, rows: readonly number[], scope: Scope): Figure {
  const cell = line.cells.find(({ content }) => content === 'measure');
  const row = scope.index.rows[rows[0] ?? -1];
  if (cell === undefined || row === undefined || figure.number === null || figure.number.measure !== null)
    return figure;
  const said = parseMeasure(cell.text);
  const printed = row.measures[0];
  if (printed === undefined || said.name === printed.name || fitOf(said, [printed]) !== 'same') return figure;
  return { ...figure, number: { ...figure.number, measure: said } };
}

/** 序号 and 数量 alone. */
function readNumbered(line: TableLine, scope: Scope, findings: Findings): number | null {
  const figures = line.cells.filter((cell) => cell.content === 'figure');
  const [seq, value] = figures;
  if (figures.length !== 2 || seq?.figure?.number == null || value?.figure == null || line.cells[0] !== seq)
    return null;
  const item = toNumber(seq.figure.number.value);
  const rows = scope.index.rows.flatMap(({ row }, position) =>
    row.seq === String(item) || (row.seq === null && row.no === item) ? [position] : [],
  );
  if (rows.length === 0) return null;
  const label = {
    type: 'label',
    by: 'item',
    start: seq.start,
    end: seq.end,
    rows,
    certain: true,
    exact: true,
    item,
    leading: false,
    trailing: false,
  } as const;
  findings.claims.push(claimOf({ label, figure: value.figure }, scope));
  return rows[0] ?? null;
}

/** A table lying on its side: the lines of figures below a line of labels. */
function crossedWith(line: TableLine, below: readonly TableLine[]): readonly TableLine[] {
  const labels = line.cells.filter((cell) => cell.content === 'label' && cell.figure === null);
  if (labels.length < 2) return [];
  const end = below.findIndex(
    ({ cells }) => cells.length !== line.cells.length || cells.some(({ content }) => content === 'label'),
  );
  return end < 0 ? below : below.slice(0, end);
}

const SUM = /^(?:合计|总计|小计|共计|总数)$/;

/** Of several lines, one a unit or a day, the sum counts; where none is printed it is asked about. */
function readCrossed(line: TableLine, below: readonly TableLine[], scope: Scope, findings: Findings): void {
  const sums = below.filter(({ cells: [first] }) => SUM.test(first?.text.replace(/\s+/g, '') ?? ''));
  const [only] = below.length === 1 ? below : sums;
  line.cells.forEach((cell, at) => {
    if (cell.label === null) return;
    const figure = only?.cells[at]?.figure;
    if (figure != null) findings.claims.push(claimOf({ label: { ...cell.label, certain: true }, figure }, scope));
    else if (only === undefined)
      askSum(
        cell,
        below.flatMap(({ cells }) => cells[at]?.figure ?? []),
        findings,
      );
  });
}

/** The figures of one column, each somebody's or some day's. */
function askSum({ label }: Cell, figures: readonly Figure[], { troubles }: Findings): void {
  const [first, last] = [figures[0], figures.at(-1)];
  const [row] = label?.rows ?? [];
  if (!first || !last || row === undefined) return;
  const value = toNumber(sumOf(figures));
  troubles.push({ kind: 'row', rows: [row], start: first.start, end: last.end, offers: [{ row, value }] });
}
