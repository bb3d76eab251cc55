import type { Element, Label } from './elements.ts';

const NEAR = 20;

/** 媒体宣传报道：电视1期…, 媒体宣传报道共15，其中电视1期…: a group heading before its own rows is no figure of theirs. */
export function dropHeadings(elements: readonly Element[]): Element[] {
  const groups = elements.filter((element): element is Label => element.type === 'label' && element.by === 'group');
  if (groups.length === 0) return [...elements];
  const replaced = new Map<Element, Element | null>();
  for (const group of groups) replaceHeading(group, elements, replaced);
  return elements.flatMap((element) => (replaced.has(element) ? (replaced.get(element) ?? []) : [element]));
}

function replaceHeading(group: Label, elements: readonly Element[], replaced: Map<Element, Element | null>): void {
  const at = elements.indexOf(group);
  const near = elements.slice(at + 1, at + NEAR);
  const [next, after] = near.filter((other) => other.type === 'label' || other.type === 'figure');
  const heading = { type: 'heading', start: group.start, end: group.end, rows: group.rows } as const;
  if (isMember(next, group)) replaced.set(group, heading);
  if (next?.type === 'label') replaced.set(next, within(next, group));
  if (next?.type !== 'figure' || !isMember(after, group) || !hasParts(near)) return;
  replaced.set(group, heading).set(next, null);
  for (const other of near) if (other.type === 'word' && other.kind === 'part') replaced.set(other, null);
}

function hasParts(elements: readonly Element[]): boolean {
  return elements.some(
    (other) => (other.type === 'word' && other.kind === 'part') || (other.type === 'break' && other.char === '('),
  );
}

/** Two rows of one name, one of them in this group: that one. */
function within(label: Label, group: Label): Label {
  const rows = label.rows.filter((row) => group.rows.includes(row));
  return rows.length === 0 || label.by !== 'name' ? label : { ...label, rows };
}

function isMember(element: Element | undefined, group: Label): boolean {
  return element?.type === 'label' && element.by === 'name' && element.rows.some((row) => group.rows.includes(row));
}
