/** Whom an order to chase is for: who owes what its words name, without who is left out and who was chased just now. */
import type { Unit } from '../directory/model.ts';
import { aFew } from '../few.ts';
import type { EpochMs, UnitId } from '../model.ts';
import { materialNames, materialsIn, returnIn, type UnitsFound, unitsIn } from '../naming.ts';
import { planNotPublished } from '../replies/broadcast.ts';
import * as say from '../replies/reminders.ts';
import { leftOutUnclear, unitList } from '../replies/wording.ts';
import type { Situation } from '../situation.ts';
import { owedBy, owedOf, owesNothing, type ReturnPart } from '../submission/owed.ts';
import type { ReturnState } from '../submission/state.ts';
import { isTooSoon, whyNotAgain } from './again.ts';
import { partKey, partOfUnit, type Reminded } from './state.ts';

/** What is chased, or why nothing is. */
export type Chase =
  | { readonly kind: 'nothing'; readonly text: string }
  | {
      readonly kind: 'chase';
      readonly returns: readonly Reminded[];
      /** As good as everyone: shown first. */
      readonly many: boolean;
      /** Chased within the hour, and not again. */
      readonly spared: readonly UnitId[];
      /** Left out by the words. */
      readonly except: readonly Unit[];
      /** Words that name nothing known: what is chased is shown first, and who reads it sees what was not heard. */
      readonly unread: string;
    };

export function planChase(situation: Situation, words: string): Chase {
  const { state } = situation;
  if (state.broadcast.publishedAtMs === null) return nothing(planNotPublished);
  const all = [...state.submission.returns.values()];
  const open = all.filter((returned) => returned.owing.size > 0 && returned.closedAtMs === null);
  if (open.length === 0)
    return nothing(all.some(({ owing }) => owing.size > 0) ? say.closedForChasing : say.nobodyOwes);
  return words === '' ? everyone(situation, open) : someOf(situation, open, words);
}

function everyone(situation: Situation, open: readonly ReturnState[]): Chase {
  const returns = open.map((returned) => reminded(returned, [...returned.owing]));
  const fresh = withoutRecent(situation, returns);
  if (fresh.returns.length === 0)
    return nothing(
      againAt(
        situation,
        fresh.spared.map((unit) => lastChasedMs(situation, unit)),
      ) ?? say.nobodyOwes,
    );
  return { kind: 'chase', many: true, except: [], unread: '', ...fresh };
}

/** Units, a return or parts of it named in the words, in any combination. */
function someOf(situation: Situation, open: readonly ReturnState[], words: string): Chase {
  const scope = unitsIn(situation.directory, words);
  if (scope.unclear) return nothing(leftOutUnclear(words));
  if (otherAffair.test(scope.rest) && scope.found.length > 0)
    return nothing(
      say.chaseOtherAffair(
        words,
        namesOf(
          situation,
          scope.found.map(({ id }) => id),
        ),
      ),
    );
  const named = returnIn(open, scope.rest);
  const parts = partsIn(open, scope.rest, named);
  const ofPart = parts.size > 0 || named !== undefined;
  const namesUnits = scope.found.length > 0 || scope.others || scope.except.length > 0;
  if (!namesUnits && !ofPart) return nothing(say.chaseWhom(words));
  const wanted = open.filter((returned) => (parts.size > 0 ? parts.has(returned) : !named || named === returned));
  const owing = wanted.flatMap((returned) => owingOf(returned, scope, parts.get(returned)));
  if (owing.length === 0) return nothing(nobodyOf(situation, scope, named));
  // Who was chased for all may be chased for a part, which says more; not for the same part twice.
  const last = ofPart ? (unit: UnitId, of: Reminded) => lastForPartMs(situation, unit, of) : undefined;
  const { returns, spared } = withoutRecent(situation, owing, last);
  if (returns.length === 0) {
    const lastMs = owing.flatMap((of) => of.units.map((unit) => last?.(unit, of) ?? lastChasedMs(situation, unit)));
    return nothing(
      againAt(situation, lastMs, spared.length > aFew ? '' : namesOf(situation, spared)) ?? say.nobodyOwes,
    );
  }
  const reached = new Set(returns.flatMap(({ units }) => units)).size;
  const many = reached > aFew || scope.others || (scope.found.length === 0 && parts.size === 0);
  const unread = unreadOf(open, words, scope.rest);
  return { kind: 'chase', returns, many, spared, except: scope.except, unread };
}

/** Asked of a unit, and no return: 催徐汇到岗. */
const otherAffair = /到岗|签到|上岗|就位|值守|收到|签收|回执|回复|绑定|入群|进群|开会|参会|换班/;

function owingOf(returned: ReturnState, { found, others, except }: UnitsFound, part: ReturnPart | undefined) {
  const ids = new Set(found.map(({ id }) => id));
  const out = new Set(except.map(({ id }) => id));
  const all = others || (ids.size === 0 && out.size === 0);
  const owing = [...returned.owing].filter(
    (unit) => (all || ids.has(unit)) && !out.has(unit) && !owesNothing(owedOf(owedBy(returned, unit), part)),
  );
  return owing.length > 0 ? [reminded(returned, owing, part)] : [];
}

/** Who has nothing to report has not reported all of it. `named`: the return that was spoken of. */
function nobodyOf({ directory, state }: Situation, { found }: UnitsFound, named: ReturnState | undefined): string {
  if (found.length === 0) return say.nobodyOwes;
  const meant = named ? [named] : [...state.submission.returns.values()];
  const ids = found.map(({ id }) => id);
  const done = ids.filter((unit) => meant.some(({ assigned }) => assigned.has(unit)));
  const free = ids.filter((unit) => !done.includes(unit));
  const list = (units: readonly UnitId[]) => unitList(directory, units, units.length);
  return (
    (done.length > 0 ? say.theyOweNothing(list(done)) : '') +
    (free.length > 0 ? say.theyReportNothing(list(free), named?.definition.title ?? null) : '')
  );
}

function namesOf({ directory }: Situation, units: readonly UnitId[]): string {
  return unitList(directory, units, units.length);
}

type LastChased = (unit: UnitId, of: Reminded) => EpochMs | null;

function lastForPartMs({ state }: Situation, unit: UnitId, of: Reminded): EpochMs | null {
  return state.reminders.chasedParts.get(partOfUnit(partKey(of), unit)) ?? null;
}

/** The hour binds those who were chased, and nobody else. */
function withoutRecent(
  situation: Situation,
  all: readonly Reminded[],
  last: LastChased = (unit) => lastChasedMs(situation, unit),
): Pick<Chase & { kind: 'chase' }, 'returns' | 'spared'> {
  const recent = new Set<UnitId>();
  for (const one of all) for (const unit of one.units) if (isTooSoon(situation, last(unit, one))) recent.add(unit);
  const returns = all.flatMap((one) => {
    const units = one.units.filter((unit) => !recent.has(unit));
    return units.length > 0 ? [{ ...one, units }] : [];
  });
  return { returns, spared: [...recent] };
}

function lastChasedMs({ state: { reminders } }: Situation, unit: UnitId): EpochMs | null {
  const own = reminders.chasedUnits.get(unit) ?? null;
  const all = reminders.chasedAtMs;
  return own === null || all === null ? (own ?? all) : Math.max(own, all);
}

/** When the first of them may be chased once more. */
function againAt(situation: Situation, last: readonly (EpochMs | null)[], names = ''): string | null {
  const lastMs = last.filter((ms) => ms !== null);
  return lastMs.length === 0
    ? null
    : whyNotAgain(
        situation,
        lastMs.reduce((a, b) => Math.min(a, b)),
        names,
      );
}

/** How one says that somebody should deliver, around the names. */
const fillers =
  /(?:他们?|它们?|这|那)?(?:[两三几]家|边|里)|一[下遍]|尽快|抓紧|赶紧|赶快|快点?|马上|及时|按时|今天|今日|下班前|上来|过来|提交|上报|报送|报齐|交齐|填报|单位|联络员|材料|数据|还?没(?:有)?|未|[报交填发补送把的都也还再请让叫各和与及、，,。.!！：:；;《》“”"（）()\s]/g;

/** What is neither the name of a return or of a part of it nor a word of chasing. */
function unreadOf(open: readonly ReturnState[], words: string, rest: string): string {
  // One clause names whom and what, and how it is said matters little.
  if (!/[，,。；;]/.test(words)) return '';
  const names = open.flatMap(({ definition: { title, form, materials } }) => [
    title,
    ...(form ? [form.title] : []),
    ...materials.flatMap(materialNames),
  ]);
  const left = names.sort((a, b) => b.length - a.length).reduce((all, name) => all.replaceAll(name, ''), rest);
  const plain = left.replace(/统计表|报表|表格/g, '').replace(/^[，,。；;\s]+|[，,。；;\s]+$/g, '');
  return plain.replace(fillers, '') === '' ? '' : plain;
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

export function reminded({ definition }: ReturnState, units: readonly string[], part?: ReturnPart): Reminded {
  return { returnId: definition.id, units, ...(part && { part }) };
}

function nothing(text: string): Chase {
  return { kind: 'nothing', text };
}
