/** 通过: what is in is accepted, where the campaign asks for it. */
import type { UnitId } from '../model.ts';
import { answer, type Outcome } from '../outcome.ts';
import * as say from '../replies/review.ts';
import { countedUnits, leftOutUnclear, unitList } from '../replies/wording.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import type { ReturnState } from '../submission/state.ts';
import { isRequired, returnsIn, reviewOf } from './reviewed.ts';
import { isWide, readTarget, type Target } from './target.ts';
import { type Fit, fitsOf } from './which.ts';

type Plan =
  | { readonly kind: 'not'; readonly text: string }
  | { readonly kind: 'accept'; readonly fits: readonly Fit[]; readonly target: Target };

export function previewAccepting(situation: Situation, words: string): string | null {
  const plan = planAccepting(situation, words);
  if (plan.kind === 'not' || !isWide(plan.target, new Set(plan.fits.flatMap(({ units }) => units)).size)) return null;
  return say.aboutToAccept(
    plan.fits.map(({ returned, units }) => ({
      title: say.titleOf(returned),
      units: countedUnits(situation.directory, units),
    })),
  );
}

export function acceptSubmission(situation: Situation, speaker: Speaker, words: string): Outcome {
  const plan = planAccepting(situation, words);
  if (plan.kind === 'not') return answer(plan.text);
  const { fits, target } = plan;
  const source = sourceOf(speaker, situation.nowMs);
  const events = fits.flatMap(({ returned, units }) =>
    units.map((unit) => ({ type: 'SubmissionAccepted', returnId: returned.definition.id, unit, source }) as const),
  );
  const { directory } = situation;
  const said = fits.map(({ returned, units }) =>
    say.accepted(unitList(directory, units, units.length), say.titleOf(returned)),
  );
  const done = new Set(fits.flatMap(({ units }) => units));
  const others = target.everyone ? [] : target.units.filter(({ id }) => !done.has(id));
  const left = target.group ? [say.othersLeft(others.length)] : others.flatMap(({ id }) => whyNot(situation, id));
  return answer([...said, ...left], { events });
}

/** Courtesies of one who accepts: 黄浦没问题，通过. */
const courtesies = /没(?:有)?(?:问题|意见)|无(?:误|异议|意见)|可以|同意|审核|了|都|[\s，,。、]/g;

function planAccepting(situation: Situation, words: string): Plan {
  if (!isRequired(situation)) return { kind: 'not', text: say.noAcceptance };
  const target = readTarget(situation, words);
  if (!target.everyone && target.units.length === 0) return { kind: 'not', text: say.acceptWhom };
  if (target.unclear !== null) return { kind: 'not', text: leftOutUnclear(target.unclear) };
  const left = target.reason.replace(courtesies, '');
  // A part cannot be accepted, and what was not understood may say so.
  if (left !== '' || target.rows.length > 0) return { kind: 'not', text: say.acceptWhole };
  const fits = fitsOf(situation, target, (returned, unit) => isWaiting(returned, unit));
  if (fits.length === 0)
    return {
      kind: 'not',
      text: target.everyone ? say.nobodyWaits : target.units.flatMap(({ id }) => whyNot(situation, id)).join('\n'),
    };
  if (!target.everyone && inDoubt(fits))
    return { kind: 'not', text: say.whichToAccept(fits.map(({ returned }) => say.titleOf(returned))) };
  return { kind: 'accept', fits, target };
}

function isWaiting(returned: ReturnState, unit: UnitId): boolean {
  return reviewOf(returned, unit).kind === 'waiting';
}

/** Two returns of one unit wait. */
function inDoubt(fits: readonly Fit[]): boolean {
  const units = fits.flatMap((fit) => fit.units);
  return new Set(units).size < units.length;
}

function whyNot(situation: Situation, unit: UnitId): string[] {
  const short = situation.directory.short(unit);
  const own = returnsIn(situation).filter(({ assigned }) => assigned.has(unit));
  if (own.length === 0) return [say.owesNothing(short)];
  return own.map((returned) => say.notAccepted(short, reviewOf(returned, unit), returned, unit));
}
