/** Where what a unit handed in stands in the review. */
import type { EpochMs, RowNo, UnitId } from '../model.ts';
import type { Situation } from '../situation.ts';
import { isComplete } from '../submission/counting.ts';
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
  /** Submitted, and a material is still out: there is nothing whole to review yet. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'accepted'; readonly atMs: EpochMs }
  | { readonly kind: 'returned'; readonly backs: readonly Back[] };

export function reviewOf({ definition, assigned, submissions }: ReturnState, unit: UnitId): Review {
  const submission = assigned.has(unit) ? submissions.get(unit) : undefined;
  if (!submission) return { kind: 'none' };
  const backs = backsOf(submission);
  if (backs.length > 0) return { kind: 'returned', backs };
  if (!counts(submission)) return { kind: 'none' };
  if (!isComplete(definition, submission)) return { kind: 'incomplete' };
  const { status } = submission;
  return status.kind === 'accepted' && !changedSince(submission, status.atMs)
    ? { kind: 'accepted', atMs: status.atMs }
    : { kind: 'waiting' };
}

function backsOf({ status, refused }: Submission): Back[] {
  const table = status.kind === 'returned' ? [{ material: null, rows: status.rows, reason: status.reason }] : [];
  return [...table, ...[...refused].map(([material, { reason }]) => ({ material, rows: [], reason }))];
}

/** A material handed in anew leaves the table as it was, and has been seen by nobody. */
function changedSince({ materials }: Submission, atMs: EpochMs): boolean {
  return [...materials.values()].some(({ source }) => source.atMs > atMs);
}

export function isRequired({ state }: Situation): boolean {
  return state.definition.review.acceptance === 'required';
}

export function returnsIn({ state }: Situation): ReturnState[] {
  return [...state.submission.returns.values()];
}

/** Units by where they stand, of one return. */
export function unitsBy(returned: ReturnState): Readonly<Record<Review['kind'], readonly UnitId[]>> {
  const units: Record<Review['kind'], UnitId[]> = { none: [], incomplete: [], waiting: [], accepted: [], returned: [] };
  for (const unit of returned.submissions.keys()) units[reviewOf(returned, unit).kind].push(unit);
  return units;
}
