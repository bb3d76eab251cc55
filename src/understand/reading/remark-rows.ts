import type { Remark } from '../../domain/reading.ts';
import type { Element, Label } from './elements.ts';
import { resolveItems } from './items.ts';
import { elementsOf } from './mention.ts';
import { evidenceOf, type Plain } from './plain.ts';
import type { RemarkStretch } from './remark.ts';
import { scan } from './scan.ts';
import type { Scope } from './scope.ts';
import type { Settled } from './settled.ts';
import type { CellRemark } from './table.ts';

/** What the remarks are placed by: the message without them, and what was read there. */
export interface Around {
  readonly plain: Plain;
  readonly scope: Scope;
  readonly elements: readonly Element[];
  readonly settled: Settled;
}

/** Every remark of a message on its row, those of table cells included; several of one row become one. */
export function placeRemarks(
  stretches: readonly RemarkStretch[],
  cells: readonly CellRemark[],
  around: Around,
): Remark[] {
  const said = stretches.map((stretch, at) =>
    remarkAt(stretch, rowBeside(stretch, stretches[at - 1]?.end ?? 0, around), around),
  );
  const inCells = cells.map((cell) => remarkAt(cell, rowNo(cell.row, around.scope), around));
  return joined([...said, ...inCells].sort((left, right) => left.evidence.start - right.evidence.start));
}

function remarkAt({ start, end }: Omit<RemarkStretch, 'text'>, row: number | null, { plain }: Around): Remark {
  const evidence = evidenceOf(plain, start, end);
  return { row, text: evidence.text, evidence };
}

function rowNo(position: number | null | undefined, { index }: Scope): number | null {
  return position === undefined || position === null ? null : (index.rows[position]?.row.no ?? null);
}

/** The row named last before the remark, or at its beginning; else the row asked for, or the only one reported. */
function rowBeside(stretch: RemarkStretch, from: number, { scope, elements, settled }: Around): number | null {
  const before = elements.filter(isRow).filter((label) => label.start <= stretch.start);
  const own = before.findLast((label) => label.start >= from) ?? rowOpening(stretch, scope) ?? before.at(-1);
  const [only, another] = settled.values;
  const reported = only !== undefined && another === undefined ? only.row : null;
  return rowNo(own?.rows[0] ?? scope.focus, scope) ?? reported;
}

function isRow(element: Element): element is Label {
  return element.type === 'label' && element.rows.length === 1;
}

/** 备注第4项：含展板. */
function rowOpening({ text }: RemarkStretch, { index }: Scope): Label | undefined {
  const [first] = resolveItems(elementsOf(scan(text, index), index, text), index);
  return first !== undefined && first.start === 0 && isRow(first) && first.certain ? first : undefined;
}

function joined(remarks: readonly Remark[]): Remark[] {
  const byRow = new Map<number | null, Remark>();
  for (const remark of remarks) {
    const known = byRow.get(remark.row);
    byRow.set(remark.row, known === undefined ? remark : { ...known, text: `${known.text}；${remark.text}` });
  }
  return [...byRow.values()];
}
