import type { ReadingContext } from '../../domain/reading.ts';
import type { Element } from './elements.ts';
import type { LabelIndex } from './label-index.ts';
import type { Outcome } from './together.ts';

/** What stands fixed while one message is read. */
export interface Scope {
  readonly index: LabelIndex;
  readonly context: ReadingContext;
  /** Position of the row that the bot or a quoted prompt asks for. */
  readonly focus: number | null;
  /** What the figures are of; null where neither the campaign nor the form's title says. */
  readonly year: number | null;
  /** Told what the figures were taken for, and why. */
  readonly trace: Trace | null;
}

export type Trace = (traced: Traced) => void;

export interface Traced {
  readonly text: string;
  readonly elements: readonly Element[];
  readonly outcomes: readonly Outcome[];
}

/** The row that an unlabelled change is about: the one in question, the one last set, the only one recorded, the one asked for. */
export function changedRow(scope: Scope): number | undefined {
  const { context, focus } = scope;
  const [asked, ...others] = context.question?.rows ?? [];
  if (asked !== undefined && others.length === 0) return asked - 1;
  const [last] = context.last;
  if (context.last.length === 1 && last !== undefined) return last - 1;
  const recorded = Object.keys(context.draft).map(Number);
  if (context.last.length === 0 && recorded.length === 1) return (recorded[0] ?? 0) - 1;
  return context.last.length === 0 && recorded.length === 0 ? (focus ?? undefined) : undefined;
}

/** 2025年春季义务植树活动统计表. */
export function yearIn(title: string): number | null {
  const year = /20\d{2}(?=年)/.exec(title)?.[0];
  return year === undefined ? null : Number(year);
}
