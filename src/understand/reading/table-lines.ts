import type { LabelIndex } from './label-index.ts';
import { type Cell, cellOf } from './table-cells.ts';

export interface TableLine {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly Cell[];
}

const DELIMITERS: readonly RegExp[] = [/[\t|]/g, /,|\s{2,}/g, /\s+/g];
const LARGEST = 200;

/** The lines of a pasted table, or null if the text is none. */
export function linesOf(text: string, index: LabelIndex): TableLine[] | null {
  if (!text.includes('\n') && !/[\t|]/.test(text)) return null;
  const strict = /[\t|]/.test(text);
  for (const delimiter of strict ? DELIMITERS.slice(0, 1) : DELIMITERS.slice(1)) {
    const lines = split(text, delimiter, index);
    const rows = lines.filter((line) => looksLikeRow(line, strict)).length;
    if (rows >= (strict ? 1 : 2) && countsUp(lines)) return lines;
  }
  return null;
}

function split(text: string, delimiter: RegExp, index: LabelIndex): TableLine[] {
  const lines: TableLine[] = [];
  let start = 0;
  for (const line of text.split('\n').slice(0, LARGEST)) {
    lines.push({ start, end: start + line.length, cells: cellsOf(text, start, start + line.length, delimiter, index) });
    start += line.length + 1;
  }
  return lines;
}

function cellsOf(text: string, start: number, end: number, delimiter: RegExp, index: LabelIndex): Cell[] {
  const cells: Cell[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(delimiter)) {
    cells.push(cellOf(text, from, start + match.index, index));
    from = start + match.index + match[0].length;
  }
  cells.push(cellOf(text, from, end, index));
  return cells;
}

/** In a strict table a label or number beside others is enough; with spaces the measure must have its own cell. */
function looksLikeRow(line: TableLine, strict: boolean): boolean {
  const has = (content: Cell['content']) => line.cells.some((cell) => cell.content === content);
  if (line.cells.length === 2 && line.cells.every((cell) => cell.content === 'figure') && !strict)
    return startsWithNumber(line);
  if (strict) return has('label') || line.cells.filter((cell) => cell.content === 'figure').length >= 2;
  const seqFirst = line.cells[0]?.content === 'figure' && line.cells.length >= 3;
  return (
    has('label') &&
    has('figure') &&
    line.cells.length >= 3 &&
    (has('measure') || seqFirst) &&
    line.cells.every((cell) => cell.content !== 'label' || cell.figure === null)
  );
}

/** 序号 and figure alone: `3 12`. */
function startsWithNumber(line: TableLine): boolean {
  const number = line.cells[0]?.figure?.number;
  return number?.plain === true && number.measure === null;
}

/** Lines of two figures are a table only where the first ones count 1, 2, 3. */
function countsUp(lines: readonly TableLine[]): boolean {
  const pairs = lines.filter(
    (line) => line.cells.length === 2 && line.cells.every((cell) => cell.content === 'figure'),
  );
  return pairs.every((line, at) => line.cells[0]?.text === String(at + 1));
}
