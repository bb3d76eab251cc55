/** Where what a unit handed in stands in the review. */
import type { EpochMs, RowNo, UnitId } from '../model.ts';
import type { Situation } from '../situation.ts';
import { stageOf } from '../submission/counting.ts';
import { counts, type ReturnState, type Submission } from '../submission/state.ts';

/** Something sent back and not in again; `material` is null for the table, or the whole where there is none. */
export interface Back {
  readonly material: string | null;
  readonly rows: readonly RowNo[];
  readonly reason: string;
}

export type Review =
  /** Nothing submitted, or a draft again. */
  | { readonly kind: 'none' }
  /** Submitted, and a material is still out: there is nothing whole to look at yet. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'accepted'; readonly atMs: EpochMs }
  | { readonly kind: 'returned'; readonly backs: readonly Back[] };

export function reviewOf({ definition, assigned, submissions }: ReturnState, unit: UnitId): Review {
  const submission = assigned.has(unit) ? submissions.get(unit) : undefined;
  if (!submission) return { kind: 'none' };
  const stage = stageOf(definition, submission);
  if (stage === 'returned') return { kind: 'returned', backs: backsOf(submission) };
  if (stage === null) return { kind: counts(submission) ? 'incomplete' : 'none' };
  const { status } = submission;
  return stage === 'accepted' && status.kind === 'accepted'
    ? { kind: 'accepted', atMs: status.atMs }
    : { kind: 'waiting' };
}

function backsOf({ status, refused }: Submission): Back[] {
  const table = status.kind === 'returned' ? [{ material: null, rows: status.rows, reason: status.reason }] : [];
  return [...table, ...[...refused].map(([material, { reason }]) => ({ material, rows: [], reason }))];
}

export function isRequired({ state }: Situation): boolean {
  return state.definition.review.acceptance === 'required';
}

export function returnsIn({ state }: Situation): ReturnState[] {
  return [...state.submission.returns.values()];
}
