/** 催办: those who owe are reminded at once, on the organiser's word: everyone, or some units, one return, one material. */
import { MINUTE_MS } from '../calendar/zone.ts';
import { aFew } from '../few.ts';
import { materialsIn, returnIn, unitsIn } from '../naming.ts';
import { answer, type Outcome } from '../outcome.ts';
import { planNotPublished } from '../replies/broadcast.ts';
import * as say from '../replies/reminders.ts';
import { unitList } from '../replies/wording.ts';
import type { Situation, Speaker } from '../situation.ts';
import type { ReturnState } from '../submission/state.ts';
import { leastApartMs } from './ladder.ts';
import { groupReminders } from './messages.ts';
import type { Reminded } from './state.ts';

/** What is chased, or why nothing is. */
type Chase =
  | { readonly kind: 'nothing'; readonly text: string }
  | { readonly kind: 'chase'; readonly returns: readonly Reminded[]; readonly many: boolean };

export function previewChase(situation: Situation, words: string): string | null {
  const chase = planChase(situation, words);
  if (chase.kind === 'nothing' || !chase.many) return null;
  const units = new Set(chase.returns.flatMap((reminded) => reminded.units));
  const shares = chase.returns.map(({ returnId, units: owing }) => ({
    title: situation.state.submission.returns.get(returnId)?.definition.title ?? returnId,
    units: owing.length,
  }));
  return say.aboutToChase(units.size, shares, situation.groups.length, lastReminded(situation));
}

/** When the group was last reminded, if that is so recent that the same again is one too many. */
function lastReminded({ state, nowMs }: Situation): number | null {
  const lastMs = Math.max(...state.reminders.remindedAtMs.values(), Number.NEGATIVE_INFINITY);
  return nowMs - lastMs < leastApartMs ? lastMs : null;
}

export function chaseReturns(situation: Situation, speaker: Speaker, words: string): Outcome {
  const chase = planChase(situation, words);
  if (chase.kind === 'nothing') return answer(chase.text);
  const { returns, many } = chase;
  const units = [...new Set(returns.flatMap((reminded) => reminded.units))];
  const text = many
    ? say.chased(units.length, situation.groups.length)
    : say.chasedSome(unitList(situation.directory, units, units.length));
  return answer(text, {
    events: [
      { type: 'ReturnsChased', by: speaker.person.id, ...(many ? {} : { units }) },
      ...(many ? [{ type: 'Reminded', returns: returns.map(({ returnId }) => returnId) } as const] : []),
    ],
    sends: groupReminders(situation, returns).map(({ waits: _, ...send }) => send),
  });
}

function planChase(situation: Situation, words: string): Chase {
  const { state, nowMs } = situation;
  if (state.broadcast.publishedAtMs === null) return nothing(planNotPublished);
  const all = [...state.submission.returns.values()];
  const open = all.filter((returned) => returned.owing.size > 0 && returned.closedAtMs === null);
  if (open.length === 0)
    return nothing(all.some(({ owing }) => owing.size > 0) ? say.closedForChasing : say.nobodyOwes);
  if (words !== '') return someOf(situation, open, words);
  const { chasedAtMs } = state.reminders;
  const againAtMs = (chasedAtMs ?? 0) + state.definition.reminders.chaseEveryMinutes * MINUTE_MS;
  if (chasedAtMs !== null && nowMs < againAtMs) return nothing(say.chasedRecently(chasedAtMs, againAtMs));
  return { kind: 'chase', many: true, returns: open.map((returned) => reminded(returned, [...returned.owing])) };
}

/** Units, a return or a material named in the words, in any combination. */
function someOf({ directory }: Situation, open: readonly ReturnState[], words: string): Chase {
  const { found, rest } = unitsIn(directory, words);
  const materials = materialsIn(open, rest);
  const named = returnIn(open, rest);
  if (found.length === 0 && materials.length === 0 && !named) return nothing(say.chaseWhom(words));
  const units = new Set(found.map(({ id }) => id));
  const wanted = open.filter(
    (returned) =>
      (materials.length === 0 || materials.some(({ returnId }) => returnId === returned.definition.id)) &&
      (!named || materials.length > 0 || named === returned),
  );
  const returns = wanted.flatMap((returned) => {
    const owing = [...returned.owing].filter(
      (unit) => (units.size === 0 || units.has(unit)) && owesAny(returned, unit, materials),
    );
    return owing.length > 0 ? [reminded(returned, owing)] : [];
  });
  const reached = new Set(returns.flatMap((one) => one.units)).size;
  const many = reached > aFew || (units.size === 0 && materials.length === 0);
  if (returns.length > 0) return { kind: 'chase', many, returns };
  const names = unitList(directory, units, units.size);
  return nothing(units.size > 0 ? say.theyOweNothing(names) : say.nobodyOwes);
}

function owesAny(
  { submissions, definition }: ReturnState,
  unit: string,
  materials: readonly { readonly returnId: string; readonly material: string }[],
): boolean {
  const own = materials.filter(({ returnId }) => returnId === definition.id);
  return own.length === 0 || own.some(({ material }) => !submissions.get(unit)?.materials.has(material));
}

function reminded({ definition }: ReturnState, units: readonly string[]): Reminded {
  return { returnId: definition.id, units };
}

function nothing(text: string): Chase {
  return { kind: 'nothing', text };
}
