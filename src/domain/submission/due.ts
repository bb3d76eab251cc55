import type { Due } from '../campaign/definition.ts';
import type { UnitId } from '../model.ts';
import type { ReturnState } from './state.ts';

/** Units whose own deadline stays when everybody's is moved there: what was promised to one is not taken back unsaid. */
export function keptExtensions({ extensions }: ReturnState, due: Due): UnitId[] {
  return [...extensions].filter(([, own]) => own.lateAfterMs > due.lateAfterMs).map(([unit]) => unit);
}

/** The deadline as it holds for one unit. */
export function dueFor({ due, extensions }: ReturnState, unit: UnitId): Due {
  return extensions.get(unit) ?? due;
}

export function sameDue(a: Due, b: Due): boolean {
  return a.dueAtMs === b.dueAtMs && a.lateAfterMs === b.lateAfterMs;
}

/** Units that owe the return by one deadline: everyone's, or one of their own. */
export interface OwedBy {
  readonly due: Due;
  /** Whether it is not everyone's. */
  readonly own: boolean;
  readonly units: readonly UnitId[];
}

/** Every deadline by which somebody still owes the return; everyone's first. */
export function duesOwed(returned: ReturnState, owing: Iterable<UnitId> = returned.owing): OwedBy[] {
  const all = new Map<string, OwedBy & { readonly units: UnitId[] }>();
  for (const unit of owing) {
    const due = dueFor(returned, unit);
    const own = !sameDue(due, returned.due);
    const key = own ? `${due.dueAtMs}/${due.lateAfterMs}` : '';
    const known = all.get(key);
    if (known) known.units.push(unit);
    else all.set(key, { due, own, units: [unit] });
  }
  return [...all.values()].sort((a, b) => Number(a.own) - Number(b.own));
}
