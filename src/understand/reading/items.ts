import type { Element, Label } from './elements.ts';
import type { LabelIndex } from './label-index.ts';
import { fitOf } from './measure.ts';

/** Turns item numbers into rows. Labels beat numbering: an item in front of a label is only its ornament. */
export function resolveItems(elements: readonly Element[], index: LabelIndex): Element[] {
  if (!elements.some((element) => element.type === 'label' && element.item !== null)) return [...elements];
  const numbers = elements.flatMap((element) =>
    element.type === 'label' && element.item !== null ? [element.item] : [],
  );
  const printed = followsPrinted(elements, index);
  const beyondPrinted = Math.max(...numbers) > index.lastSeq;
  const resolved: Element[] = [];
  elements.forEach((element, at) => {
    if (element.type !== 'label' || element.item === null) {
      resolved.push(element);
      return;
    }
    const next = nextMeaning(elements, at);
    if (next?.type === 'label' && next.by !== 'item') return;
    resolved.push(resolve(element, element.item, next, index, printed, beyondPrinted));
  });
  return resolved;
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

/** The next label or figure of the same line. */
function nextMeaning(elements: readonly Element[], at: number): Element | undefined {
  for (let next = at + 1; next < elements.length; next++) {
    const element = elements[next] as Element;
    if (element.type === 'label' || element.type === 'figure') return element;
    if (element.type === 'break' && /[;。!\n]/.test(element.char)) return undefined;
  }
  return undefined;
}
