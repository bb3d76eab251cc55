/** 催办: those who owe are reminded at once, on the organiser's word: everyone, or some units, one return, one material. */
import { aFew } from '../few.ts';
import { materialsIn, returnIn, unitsIn } from '../naming.ts';
import { answer, type Outcome } from '../outcome.ts';
import { planNotPublished } from '../replies/broadcast.ts';
import * as say from '../replies/reminders.ts';
import { unitList } from '../replies/wording.ts';
import type { Situation, Speaker } from '../situation.ts';
import { duesOwed } from '../submission/due.ts';
import { owedBy, owedOf, owesNothing, type ReturnPart } from '../submission/owed.ts';
import type { ReturnState } from '../submission/state.ts';
import { whyNotAgain } from './again.ts';
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
  return say.aboutToChase(
    { units: units.size, lacking: lackingOf(situation, chase.returns), groups: situation.groups.length },
    shares,
    lastReminded(situation),
  );
}

/** `图片`: what those who are chased lack, where a part was named. */
function lackingOf({ state }: Situation, returns: readonly Reminded[]): string {
  const names = returns.flatMap(({ returnId, part }) => {
    const materials = state.submission.returns.get(returnId)?.definition.materials ?? [];
    const titles = materials.filter(({ id }) => part?.materials.includes(id)).map(({ title }) => title);
    return [...(part?.table ? ['统计表'] : []), ...titles];
  });
  return [...new Set(names)].join('、');
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
  // Who was reminded of a part alone is still reminded of the rest.
  const whole = returns.filter(({ part }) => part === undefined).map(({ returnId }) => returnId);
  const text = many
    ? say.chased({ units: units.length, lacking: lackingOf(situation, returns), groups: situation.groups.length })
    : say.chasedSome(unitList(situation.directory, units, units.length));
  return answer(text, {
    events: [
      { type: 'ReturnsChased', by: speaker.person.id, ...(many ? {} : { units }) },
      ...(many && whole.length > 0 ? [{ type: 'Reminded', returns: whole } as const] : []),
    ],
    sends: groupReminders(
      situation,
      returns.flatMap((reminded) => byDue(situation, reminded)),
    ).map(({ waits: _, ...send }) => send),
  });
}

function planChase(situation: Situation, words: string): Chase {
  const { state } = situation;
  if (state.broadcast.publishedAtMs === null) return nothing(planNotPublished);
  const all = [...state.submission.returns.values()];
  const open = all.filter((returned) => returned.owing.size > 0 && returned.closedAtMs === null);
  if (open.length === 0)
    return nothing(all.some(({ owing }) => owing.size > 0) ? say.closedForChasing : say.nobodyOwes);
  if (words !== '') return someOf(situation, open, words);
  const again = whyNotAgain(situation, state.reminders.chasedAtMs);
  if (again) return nothing(again);
  return { kind: 'chase', many: true, returns: open.map((returned) => reminded(returned, [...returned.owing])) };
}

/** Units whose deadline is another one are told their own. */
function byDue({ state }: Situation, { returnId, units, part }: Reminded): Reminded[] {
  const returned = state.submission.returns.get(returnId);
  return returned ? duesOwed(returned, units).map((owed) => reminded(returned, owed.units, part)) : [];
}

/** Units, a return or parts of it named in the words, in any combination. */
function someOf(situation: Situation, open: readonly ReturnState[], words: string): Chase {
  const { directory } = situation;
  const { found, rest } = unitsIn(directory, words);
  const named = returnIn(open, rest);
  const parts = partsIn(open, rest, named);
  if (found.length === 0 && parts.size === 0 && !named) return nothing(say.chaseWhom(words));
  const units = new Set(found.map(({ id }) => id));
  const again = parts.size === 0 && !named ? chasedJustNow(situation, units) : null;
  if (again) return nothing(again);
  const wanted = open.filter((returned) => (parts.size > 0 ? parts.has(returned) : !named || named === returned));
  const returns = wanted.flatMap((returned) => {
    const part = parts.get(returned);
    const owing = [...returned.owing].filter(
      (unit) => (units.size === 0 || units.has(unit)) && !owesNothing(owedOf(owedBy(returned, unit), part)),
    );
    return owing.length > 0 ? [reminded(returned, owing, part)] : [];
  });
  const reached = new Set(returns.flatMap((one) => one.units)).size;
  const many = reached > aFew || (units.size === 0 && parts.size === 0);
  if (returns.length > 0) return { kind: 'chase', many, returns };
  const names = unitList(directory, units, units.size);
  return nothing(units.size > 0 ? say.theyOweNothing(names) : say.nobodyOwes);
}

/** Why units are not chased by name once more; null where one of them may be. */
function chasedJustNow(situation: Situation, units: ReadonlySet<string>): string | null {
  const { directory, state } = situation;
  const lastMs = [...units].map((unit) => state.reminders.chasedUnits.get(unit) ?? null);
  if (lastMs.length === 0 || lastMs.includes(null)) return null;
  const earliestMs = Math.min(...lastMs.filter((ms) => ms !== null));
  return whyNotAgain(situation, earliestMs, unitList(directory, units, units.size));
}

/**
 * What alone is spoken of in each return that the words name a part of, undefined where that is all of it: materials, and the table
 * where there is more than it.
 */
function partsIn(
  open: readonly ReturnState[],
  words: string,
  named: ReturnState | undefined,
): ReadonlyMap<ReturnState, ReturnPart | undefined> {
  const materials = materialsIn(open, words);
  return new Map(
    open.flatMap((returned) => {
      const { id, title, form, materials: all } = returned.definition;
      // 总结 in the name of the whole is no part.
      if (words.includes(title)) return [[returned, undefined] as const];
      const own = materials.filter(({ returnId }) => returnId === id).map(({ material }) => material);
      const others = open.length > 1 && named !== undefined && named !== returned;
      const table = form !== null && all.length > 0 && !others && namesTable(words, form.title);
      const whole = own.length === all.length && table === (form !== null);
      const part = whole ? undefined : { table, materials: own };
      return table || own.length > 0 ? [[returned, part] as const] : [];
    }),
  );
}

function namesTable(words: string, title: string): boolean {
  return words.includes(title) || /统计表|报表/.test(words);
}

function reminded({ definition }: ReturnState, units: readonly string[], part?: ReturnPart): Reminded {
  return { returnId: definition.id, units, ...(part && { part }) };
}

function nothing(text: string): Chase {
  return { kind: 'nothing', text };
}
