import { claimOf } from './claim.ts';
import { toNumber, ZERO } from './exact.ts';
import type { Findings } from './findings.ts';
import type { Plain } from './plain.ts';
import type { Scope } from './scope.ts';
import { readStacked } from './stacked.ts';
import type { Cell } from './table-cells.ts';
import { type Columns, columnsOf, isFurniture } from './table-columns.ts';
import { linesOf, type TableLine } from './table-lines.ts';

/** Reads pasted tables; the lines read are blanked out of the text that is left for running text. */
export function readTable(plain: Plain, scope: Scope, findings: Findings): { readonly text: string } {
  const lines = linesOf(plain.text, scope.index);
  if (lines === null) return readStacked(plain, scope, findings);
  const progress: Progress = { columns: null, lastRow: -1, below: undefined, text: plain.text };
  lines.forEach((line, at) => {
    if (line !== progress.below) takeLine(line, lines[at + 1], progress, scope, findings);
  });
  return { text: progress.text };
}

interface Progress {
  columns: Columns | null;
  lastRow: number;
  /** The line of figures that was read together with the labels above it. */
  below: TableLine | undefined;
  text: string;
}

function takeLine(
  line: TableLine,
  next: TableLine | undefined,
  progress: Progress,
  scope: Scope,
  findings: Findings,
): void {
  const header = columnsOf(line, scope.index);
  const furniture = isFurniture(line, progress.text, scope);
  if (header !== null) progress.columns = header;
  else if (readCrossed(line, next, scope, findings)) {
    progress.below = next;
    if (next !== undefined) progress.text = wipe(progress.text, next);
  } else if (!furniture) {
    const row = readLine(line, progress.columns, progress.lastRow, scope, findings);
    if (row === null && line.cells.length === 1) return;
    progress.lastRow = row ?? progress.lastRow;
  }
  progress.text = wipe(progress.text, line);
}

function wipe(text: string, line: TableLine): string {
  return text.slice(0, line.start) + ' '.repeat(line.end - line.start) + text.slice(line.end);
}

/** One row of the table; its position in the form, or null if the line is none. */
function readLine(
  line: TableLine,
  columns: Columns | null,
  lastRow: number,
  scope: Scope,
  findings: Findings,
): number | null {
  const labelAt = line.cells.findLastIndex((cell) => cell.content === 'label');
  const labelCell = line.cells[labelAt];
  if (labelCell?.label == null) return readNumbered(line, scope, findings);
  const rows = inOrder(labelCell.label.rows, lastRow);
  const label = {
    ...labelCell.label,
    rows,
    certain: true,
    trailing: false,
    start: labelCell.start,
    end: labelCell.end,
  };
  const unmeasured = rows.length === 1 && scope.index.rows[rows[0] ?? -1]?.measures.length === 0;
  const value = valueCell(line, labelAt, columns, findings, { rows, unmeasured });
  if (value?.figure != null) findings.claims.push(claimOf({ label, figure: value.figure }, scope));
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
  labelAt: number,
  columns: Columns | null,
  findings: Findings,
  { rows, unmeasured }: { readonly rows: readonly number[]; readonly unmeasured: boolean },
): Cell | undefined {
  if (columns?.value !== undefined && columns.width === line.cells.length) {
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
    trailing: false,
  } as const;
  findings.claims.push(claimOf({ label, figure: value.figure }, scope));
  return rows[0] ?? null;
}

/** A table lying on its side: a line of labels above a line of figures. */
function readCrossed(line: TableLine, below: TableLine | undefined, scope: Scope, findings: Findings): boolean {
  const labels = line.cells.filter((cell) => cell.content === 'label' && cell.figure === null);
  if (labels.length < 2 || below === undefined || below.cells.length !== line.cells.length) return false;
  if (below.cells.some((cell) => cell.content === 'label')) return false;
  line.cells.forEach((cell, at) => {
    const figure = below.cells[at]?.figure;
    if (cell.label !== null && figure != null)
      findings.claims.push(claimOf({ label: { ...cell.label, certain: true }, figure }, scope));
  });
  return true;
}
