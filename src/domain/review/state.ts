/** What the review brings into a campaign. That a submission was returned or accepted is the submission's own history. */
import type { EpochMs, PersonId, UnitId } from '../model.ts';
import { overlayMap } from '../overlay.ts';
import type { Folds } from '../room.ts';

export type ReviewOrder =
  | { readonly name: 'return-submission'; readonly words: string }
  | { readonly name: 'accept-submission'; readonly words: string }
  | { readonly name: 'undo-returning'; readonly words: string }
  | { readonly name: 'undo-accepting'; readonly words: string }
  | { readonly name: 'list-reviews' }
  | { readonly name: 'unit-review'; readonly words: string }
  | { readonly name: 'drop-returning' };

/** What was left out of an order to return something. */
export type Lacking = 'reason' | 'return';

export type ReviewEvent =
  /** Who orders a return and leaves something out is asked, and need not say the rest again. */
  | { readonly type: 'ReturningAsked'; readonly person: PersonId; readonly words: string; readonly lacks: Lacking }
  | { readonly type: 'ReturningSettled'; readonly person: PersonId };

export interface ReviewSection {
  readonly review: {
    /** Whether what is submitted has to be accepted. Nobody is chased for it: submitted is enough. */
    readonly acceptance: 'required' | 'none';
  };
}

/** Tells units that something was sent back, as long as it is not in again. */
export interface ReturnedPurpose {
  readonly kind: 'submission-returned';
  readonly returnId: string;
  readonly units: readonly UnitId[];
  /** What the message speaks of, null for the table; all that is back where it is absent, as in older entries. */
  readonly backs?: readonly (string | null)[];
}

export interface Asked {
  readonly words: string;
  readonly lacks: Lacking;
  readonly atMs: EpochMs;
}

export interface ReviewState {
  readonly asked: Map<PersonId, Asked>;
}

export interface ReviewShape {
  readonly order: ReviewOrder;
  readonly event: ReviewEvent;
  readonly slice: ReviewState;
  readonly section: ReviewSection;
  readonly purpose: ReturnedPurpose;
}

export function initialReview(): ReviewState {
  return { asked: new Map() };
}

export function lendReview({ asked }: ReviewState): ReviewState {
  return { asked: overlayMap(asked) };
}

export const reviewFolds: Folds<ReviewShape> = {
  ReturningAsked({ asked }, { person, words, lacks }, { atMs }) {
    asked.set(person, { words, lacks, atMs });
  },
  ReturningSettled({ asked }, { person }) {
    asked.delete(person);
  },
};
