import { clausesOf } from './clauses.ts';
import type { Element, Label } from './elements.ts';
import type { LabelIndex } from './label-index.ts';

/** 电梯共检查80台: the verb with which several rows begin says nothing beside the row's own noun, or beside the prompt. */
export function dropSharedVerbs(
  elements: readonly Element[],
  index: LabelIndex,
  text: string,
  focus: number | null,
): readonly Element[] {
  const shared = elements.filter((element): element is Label => isSharedVerb(element, index, text));
  if (shared.length === 0) return elements;
  const replaced = new Map<Element, Element>();
  for (const clause of clausesOf(elements)) replaceIn(clause, shared, replaced);
  const named = elements.some((element) => element.type === 'label' && !shared.includes(element));
  if (!named && focus !== null)
    for (const label of shared)
      if (label.by === 'group' && label.rows.includes(focus)) replaced.set(label, verbOf(label));
  if (replaced.size === 0) return elements;
  return elements.map((element) => replaced.get(element) ?? element);
}

function isSharedVerb(element: Element, index: LabelIndex, text: string): boolean {
  if (element.type !== 'label' || element.by === 'item' || element.rows.length < 2) return false;
  const words = text.slice(element.start, element.end);
  return element.rows.every((row) => {
    const printed = index.rows[row]?.variants[0]?.text ?? '';
    return printed.startsWith(words) && printed.length > words.length;
  });
}

/** Between a noun and its figure; the noun keeps the rows that begin with the verb if it has several. */
function replaceIn(clause: readonly Element[], shared: readonly Label[], replaced: Map<Element, Element>): void {
  let nouns: Label[] = [];
  for (const element of clause) {
    if (element.type === 'figure') nouns = [];
    if (element.type !== 'label') continue;
    if (!shared.includes(element)) nouns.push(element);
    else if (nouns.some((noun) => noun.certain)) replaceVerb(element, nouns, replaced);
  }
}

function replaceVerb(verb: Label, nouns: readonly Label[], replaced: Map<Element, Element>): void {
  replaced.set(verb, verbOf(verb));
  for (const noun of nouns) {
    const both = noun.rows.filter((row) => verb.rows.includes(row));
    if (both.length > 0 && noun.rows.length > 1) replaced.set(noun, { ...noun, rows: both });
  }
}

function verbOf(label: Label): Element {
  return { type: 'word', kind: 'verb', start: label.start, end: label.end, text: '的' };
}
