/** 退回: what is in, or a part of it, goes back with a reason, and is owed again. */
import { aFew } from '../few.ts';
import { answer, type Outcome } from '../outcome.ts';
import * as say from '../replies/review.ts';
import { countedUnits, leftOutUnclear, unitList } from '../replies/wording.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import { unitsTold } from '../told.ts';
import { returnsIn, reviewOf } from './reviewed.ts';
import type { Lacking, ReviewEvent } from './state.ts';
import { isWide, readTarget, type Target } from './target.ts';
import { type Fit, fitsOf, isIn, unitsMeant } from './which.ts';

type Plan =
  /** Why nothing is returned; `lacks` where an answer would do. */
  | { readonly kind: 'not'; readonly text: string; readonly lacks?: Lacking }
  | { readonly kind: 'return'; readonly fit: Fit; readonly target: Target };

export function previewReturning(situation: Situation, words: string, unsure: boolean): string | null {
  const plan = planReturning(situation, words);
  if (plan.kind === 'not') return null;
  const { fit, target } = plan;
  if (!unsure && !isWide(target, fit.units.length)) return null;
  return say.aboutToReturn(countedUnits(situation.directory, fit.units), say.partText(fit), target.reason);
}

export function returnSubmission(situation: Situation, speaker: Speaker, words: string): Outcome {
  const plan = planReturning(situation, words);
  const { person } = speaker;
  const settled: ReviewEvent[] = situation.state.review.asked.has(person.id)
    ? [{ type: 'ReturningSettled', person: person.id }]
    : [];
  if (plan.kind === 'not') {
    const asked = plan.lacks && ({ type: 'ReturningAsked', person: person.id, words, lacks: plan.lacks } as const);
    return answer(plan.text, { events: asked ? [asked] : settled });
  }
  const { fit, target } = plan;
  const about = { returnId: fit.returned.definition.id, source: sourceOf(speaker, situation.nowMs) };
  const returned = fit.units.map(
    (unit) => ({ type: 'SubmissionReturned', unit, reason: target.reason, ...fit.part, ...about }) as const,
  );
  return answer(whatIsReturned(situation, fit, target), { events: [...settled, ...returned] });
}

export function dropReturning(situation: Situation, { person }: Speaker): Outcome {
  if (!situation.state.review.asked.has(person.id)) return answer(say.nothingToDrop);
  return answer(say.returningDropped, { events: [{ type: 'ReturningSettled', person: person.id }] });
}

function planReturning(situation: Situation, words: string): Plan {
  const target = readTarget(situation, words);
  const { everyone, units, unknown, unclear, reason } = target;
  if (!everyone && units.length === 0) return { kind: 'not', text: say.returnWhom };
  if (unclear !== null) return { kind: 'not', text: leftOutUnclear(unclear) };
  if (unknown.length > 0) return { kind: 'not', text: say.noSuchRow(unknown) };
  const fits = fitsOf(situation, target, isIn);
  const [fit] = fits;
  if (!fit) return { kind: 'not', text: nothingIn(situation, target) };
  if (fits.length > 1)
    return { kind: 'not', text: say.whichToReturn(returnOptions(situation, words)), lacks: 'return' };
  if (reason === '') return { kind: 'not', text: say.whyReturn, lacks: 'reason' };
  return { kind: 'return', fit, target };
}

/** What an order left open that says which return only by its unit, in the order in which it is asked. */
export function returnOptions(situation: Situation, words: string): string[] {
  return fitsOf(situation, readTarget(situation, words), isIn).map(({ returned }) => say.titleOf(returned));
}

function whatIsReturned(situation: Situation, fit: Fit, target: Target): string[] {
  const { directory, state } = situation;
  const { returned, units } = fit;
  const others = target.everyone ? [] : unitsMeant(returned, target).filter((unit) => !units.includes(unit));
  return [
    say.returned(unitList(directory, units, units.length), say.partText(fit), target.reason),
    unitsTold(situation, units) + (state.broadcast.publishedAtMs === null ? '' : say.owedUntilPutRight),
    ...(returned.closedAtMs === null ? [] : [say.returnedButClosed]),
    ...(target.group
      ? [say.othersLeft(others.length)]
      : others.map((unit) => say.notReturned(directory.short(unit), reviewOf(returned, unit), returned))),
  ];
}

/** None of the units has handed in what is meant. */
function nothingIn(situation: Situation, target: Target): string {
  const { directory } = situation;
  if (target.everyone) return say.nobodySubmitted;
  if (target.units.length > aFew) return say.noneOfThem(target.units.length);
  const lines = target.units.flatMap(({ id }) => {
    const all = returnsIn(situation).filter(({ assigned }) => assigned.has(id));
    // Rows are of a table: a roster beside it is not what is meant.
    const tables =
      target.rows.length > 0 || target.table ? all.filter(({ definition }) => definition.form !== null) : [];
    const own = tables.length > 0 ? tables : all;
    const whole = target.parts.length > 0 ? say.partNotIn(directory.short(id), target.parts) : null;
    if (own.length === 0) return [say.owesNothing(directory.short(id))];
    if (whole !== null) return [whole];
    return own.map((returned) => say.notReturned(directory.short(id), reviewOf(returned, id), returned));
  });
  return lines.join('\n');
}
