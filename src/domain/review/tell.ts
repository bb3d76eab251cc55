/** Where the review stands: a line in 汇总进度, the list on request, and for one unit. */
import { may } from '../access.ts';
import type { UnitId } from '../model.ts';
import { unitsIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/review.ts';
import { unitList } from '../replies/wording.ts';
import type { Situation, Speaker } from '../situation.ts';
import type { ReturnState } from '../submission/state.ts';
import { isRequired, returnsIn, reviewOf } from './reviewed.ts';

export function progressLines(situation: Situation): string[] {
  const required = isRequired(situation);
  return returnsIn(situation).flatMap((returned) => {
    const { accepted, waiting, returned: back } = returned.stages;
    const title = titleWhereSeveral(situation, returned);
    if (!required) return back.size === 0 ? [] : [say.backLine(title, back.size)];
    if (accepted.size + waiting.size + back.size === 0) return [];
    return [say.countLine(title, { accepted: accepted.size, waiting: waiting.size, returned: back.size })];
  });
}

function titleWhereSeveral(situation: Situation, returned: ReturnState): string | null {
  return returnsIn(situation).length > 1 ? say.titleOf(returned) : null;
}

export function listReviews(situation: Situation): Outcome {
  const required = isRequired(situation);
  const lines = returnsIn(situation).flatMap((returned) => linesOfReturn(situation, returned, required));
  const nothing = required ? say.nobodyWaits : say.noAcceptance;
  return answer(lines.length > 0 ? lines : nothing);
}

function linesOfReturn(situation: Situation, returned: ReturnState, required: boolean): string[] {
  const { directory } = situation;
  const title = titleWhereSeveral(situation, returned);
  const { waiting, returned: back } = returned.stages;
  const backs = [...back].map((unit) => `${directory.short(unit)}（${reasons(returned, unit)}）`);
  return [
    ...(required && waiting.size > 0
      ? [say.waitingLine(title, waiting.size, unitList(directory, waiting, waiting.size))]
      : []),
    ...(backs.length > 0 ? [say.backList(title, backs)] : []),
  ];
}

function reasons(returned: ReturnState, unit: UnitId): string {
  const review = reviewOf(returned, unit);
  return review.kind === 'returned' ? say.backReasons(review.backs, returned) : '';
}

/** What the unit's own people are told of one return, beside what is owed of it. */
export function standingOf(situation: Situation, unit: UnitId, returnId: string): string[] {
  const returned = situation.state.submission.returns.get(returnId);
  return returned ? say.standing(reviewOf(returned, unit), returned, isRequired(situation), null) : [];
}

/** The same of all its returns. */
export function unitLines(situation: Situation, unit: UnitId): string[] {
  const required = isRequired(situation);
  return returnsIn(situation).flatMap((returned) =>
    say.standing(reviewOf(returned, unit), returned, required, titleWhereSeveral(situation, returned)),
  );
}

/** The speaker's own unit where none is named; one who has none means them all. */
export function tellUnitReview(situation: Situation, speaker: Speaker, words: string): Outcome {
  const { directory } = situation;
  const own = speaker.person.unit;
  const unit = words === '' ? own : (unitsIn(directory, words).found[0]?.id ?? null);
  if (words === '' && (own === null || !owes(situation, own)) && may(speaker.person, 'reader'))
    return listReviews(situation);
  if (unit === null) return answer(say.unitUnknown);
  if (!may(speaker.person, 'reader', { unit })) return refuse('not_your_unit', say.ownUnitOnly);
  const lines = returnsIn(situation)
    .filter(({ assigned }) => assigned.has(unit))
    .map((returned) =>
      say.unitLine(
        `${unit === own ? '' : directory.short(unit)}${say.titleOf(returned)}`,
        reviewOf(returned, unit),
        returned,
        isRequired(situation),
      ),
    );
  return answer(lines.length > 0 ? lines : say.owesNothing(directory.short(unit)));
}

function owes(situation: Situation, unit: UnitId): boolean {
  return returnsIn(situation).some(({ assigned }) => assigned.has(unit));
}
