import { claimOf } from './claim.ts';
import { toNumber } from './exact.ts';
import type { Findings } from './findings.ts';
import type { Plain } from './plain.ts';
import type { Scope } from './scope.ts';
import { type Cell, cellOf } from './table-cells.ts';
import { namesRow } from './table-columns.ts';

const HEADS =
  /^(?:填报|填表|制表|联系|审核|负责|统计(?:时间|日期|人)|电话|日期|单位名称|合计|总计|小计|共计|传真|手机)/;
const LONGEST_CELL = 40;

/** A table pasted with one cell a line: 序号, label, measure, figure, each on its own. Head lines are left out. */
export function readStacked(plain: Plain, scope: Scope, findings: Findings): { readonly text: string } {
  if (!plain.text.includes('\n')) return { text: plain.text };
  const headless = dropHeads(plain.text, scope);
  const cells = linesAsCells(headless, scope);
  if (cells === null || !cells.some((cell) => cell.content === 'measure')) return { text: headless };
  let lastRow = -1;
  cells.forEach((cell, at) => {
    if (cell.label === null || cell.content !== 'label') return;
    const ordered = cell.label.rows.filter((row) => row === lastRow + 1);
    const rows = cell.label.rows.length > 1 && ordered.length === 1 ? ordered : cell.label.rows;
    lastRow = rows[0] ?? lastRow;
    const valueAt = cells[at + 1]?.content === 'measure' ? at + 2 : at + 1;
    const value = cells[valueAt];
    if (value?.figure == null || value.content !== 'figure' || isNextNumber(cells, valueAt, scope)) return;
    findings.claims.push(
      claimOf(
        {
          label: { ...cell.label, rows, certain: true, trailing: false, start: cell.start, end: cell.end },
          figure: value.figure,
        },
        scope,
      ),
    );
  });
  return { text: ' '.repeat(plain.text.length) };
}

function linesAsCells(text: string, scope: Scope): Cell[] | null {
  const lines = text.split('\n');
  if (lines.length < 3 || lines.length > 400 || lines.some((line) => line.trim().length > LONGEST_CELL)) return null;
  const cells: Cell[] = [];
  let start = 0;
  for (const line of lines) {
    cells.push(cellOf(text, start, start + line.length, scope.index));
    start += line.length + 1;
  }
  return cells;
}

/** A figure right above the next label is that label's 序号 if 序号 are printed and the value cell was blank. */
function isNextNumber(cells: readonly Cell[], at: number, scope: Scope): boolean {
  const number = cells[at]?.figure?.number;
  const next = cells[at + 1];
  if (number == null || next?.label == null) return false;
  const seq = scope.index.rows[next.label.rows[0] ?? -1]?.row.seq;
  return seq !== null && seq === String(toNumber(number.value)) && cells[at - 1]?.content !== 'blank';
}

function dropHeads(text: string, scope: Scope): string {
  const { headerLines, footerLines } = scope.index.form;
  const heads = [...headerLines, ...footerLines].filter((head) => head !== '');
  return text
    .split('\n')
    .map((line) => {
      const content = line.trim();
      const isHead =
        !namesRow(content, scope.index) &&
        ((HEADS.test(content) && /[:]|^合计|^总计/.test(content)) ||
          heads.some((head) => content.startsWith(head)) ||
          /(?:统计表|情况表|汇总表)$/.test(content));
      return isHead ? ' '.repeat(line.length) : line;
    })
    .join('\n');
}
