import { breakStrength, type Element, type Figure, type Label } from './elements.ts';
import type { LabelIndex } from './label-index.ts';
import { type Fit, fitOf } from './measure.ts';

export interface Pair {
  readonly label: Label;
  readonly figure: Figure;
}

/** A label or figure with what separates it from the one before. */
export interface Atom {
  readonly element: Label | Figure;
  readonly gap: number;
}

const FIT_GAIN: Readonly<Record<Fit, number>> = { same: 1, alike: 0.5, loose: 0, foreign: -100 };
/** Neither 。 nor ; lets a label and its figure belong together. */
const TOO_FAR = 2.9;

/** Labels and countable figures in order, with their distances. */
export function atomsOf(elements: readonly Element[]): Atom[] {
  const atoms: Atom[] = [];
  let breaks = 0;
  let words = 0;
  for (const element of elements) {
    if (element.type === 'label' || (element.type === 'figure' && isCountable(element))) {
      atoms.push({ element, gap: breaks + Math.min(words, 1) });
      breaks = 0;
      words = 0;
    } else if (element.type === 'break') breaks = Math.max(breaks, breakStrength(element.char));
    else if (element.type !== 'figure') words += element.type === 'unknown' ? 0.3 : 0.05;
  }
  return atoms;
}

export function isCountable(figure: Figure): boolean {
  return figure.role === 'value' || figure.role === 'today' || figure.role === 'cumulative';
}

/** The best pairing of neighbouring labels and figures: each belongs to at most one, before or after. */
export function pairUp(atoms: readonly Atom[], index: LabelIndex): Pair[] {
  const best: number[] = [0];
  const takes: boolean[] = [];
  for (let at = 0; at < atoms.length; at++) {
    const gain = at === 0 ? -100 : gainOf(atoms[at - 1] as Atom, atoms[at] as Atom, index);
    const withPair = (best[at - 1] ?? 0) + gain;
    const without = best[at] ?? 0;
    takes.push(gain > 0 && withPair > without);
    best.push(Math.max(withPair, without));
  }
  const pairs: Pair[] = [];
  for (let at = atoms.length - 1; at > 0; ) {
    if (takes[at] === true) {
      pairs.unshift(pairOf(atoms[at - 1] as Atom, atoms[at] as Atom));
      at -= 2;
    } else at -= 1;
  }
  return pairs;
}

function pairOf(left: Atom, right: Atom): Pair {
  return left.element.type === 'label'
    ? { label: left.element, figure: right.element as Figure }
    : { label: right.element as Label, figure: left.element };
}

function gainOf(left: Atom, right: Atom, index: LabelIndex): number {
  if (left.element.type === right.element.type || right.gap > TOO_FAR) return -100;
  const { label, figure } = pairOf(left, right);
  const labelFirst = left.element.type === 'label';
  if (!labelFirst && label.by === 'item') return -100;
  return 5 - right.gap + bestFit(label, figure, index) + (labelFirst ? 0.3 : 0) + (label.certain ? 0.2 : 0);
}

function bestFit(label: Label, figure: Figure, index: LabelIndex): number {
  const measure = figure.number?.measure ?? null;
  if (label.by !== 'name' || measure === null) return 0;
  return Math.max(...label.rows.map((row) => FIT_GAIN[fitOf(measure, index.rows[row]?.measures ?? [])]));
}
