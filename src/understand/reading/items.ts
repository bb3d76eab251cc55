import type { Element, Label } from './elements.ts';
import type { LabelIndex } from './label-index.ts';
import { fitOf } from './measure.ts';

/** Turns item numbers into rows. Labels beat numbering: an item in front of a label is only its ornament. */
export function resolveItems(elements: readonly Element[], index: LabelIndex): Element[] {
  if (!elements.some((element) => element.type === 'label' && element.item !== null)) return [...elements];
  const numbers = elements.flatMap((element) =>
    element.type === 'label' && element.item !== null ? [element.item] : [],
  );
  const printed = followsPrinted(elements, index) || skipsGroups(numbers, index);
  const beyondPrinted = Math.max(...numbers) > index.lastSeq;
  const resolved: Element[] = [];
  /** 第18项其他, where two rows are called so: the number says which. */
  const narrowed = new Map<Element, readonly number[]>();
  elements.forEach((element, at) => {
    if (element.type !== 'label' || element.item === null) {
      resolved.push(narrow(element, narrowed.get(element)));
      return;
    }
    const next = nextMeaning(elements, at);
    if (next?.type === 'label' && next.by !== 'item') {
      narrowed.set(next, resolve(element, element.item, undefined, index, printed, beyondPrinted).rows);
      return;
    }
    resolved.push(resolve(element, element.item, next, index, printed, beyondPrinted));
  });
  return resolved;
}

function narrow(element: Element, numbered: readonly number[] | undefined): Element {
  if (element.type !== 'label' || numbered === undefined || element.rows.length < 2) return element;
  const rows = element.rows.filter((row) => numbered.includes(row));
  return rows.length === 1 ? { ...element, rows } : element;
}

function resolve(
  label: Label,
  item: number,
  next: Element | undefined,
  index: LabelIndex,
  printed: boolean,
  beyond: boolean,
): Label {
  const bySeq = index.bySeq.get(String(item)) ?? [];
  const byRow = item >= 1 && item <= index.rows.length ? [item - 1] : [];
  if (bySeq.length === 0 || beyond) return { ...label, rows: byRow };
  if (printed) return { ...label, rows: bySeq };
  const both = [...new Set([...bySeq, ...byRow])];
  if (both.length === 1) return { ...label, rows: both };
  const measure = next?.type === 'figure' ? (next.number?.measure ?? null) : null;
  const fitting = both.filter((row) => measure !== null && fitOf(measure, index.rows[row]?.measures ?? []) === 'same');
  return { ...label, rows: fitting.length === 1 ? fitting : both };
}

/** The list plainly follows the printed form when a number in it stands by the label printed beside that number. */
function followsPrinted(elements: readonly Element[], index: LabelIndex): boolean {
  return elements.some((element, at) => {
    if (element.type !== 'label' || element.item === null) return false;
    const next = nextMeaning(elements, at);
    if (next?.type !== 'label' || next.rows.length !== 1) return false;
    const row = index.rows[next.rows[0] ?? -1]?.row;
    return row !== undefined && row.seq === String(element.item) && row.no !== element.item;
  });
}

/** 1、…5、7、8、 where the row printed 6 is a group of several: each number of a row of its own is there, and no other. */
function skipsGroups(numbers: readonly number[], index: LabelIndex): boolean {
  const single = [...index.bySeq].filter(([, rows]) => rows.length === 1).map(([seq]) => Number(seq));
  if (single.length === index.bySeq.size || single.length !== numbers.length) return false;
  return single.every((seq) => numbers.includes(seq));
}

/** The next label or figure of the same line. */
function nextMeaning(elements: readonly Element[], at: number): Element | undefined {
  for (let next = at + 1; next < elements.length; next++) {
    const element = elements[next] as Element;
    if (element.type === 'label' || element.type === 'figure') return element;
    if (element.type === 'break' && /[;。!\n]/.test(element.char)) return undefined;
  }
  return undefined;
}
