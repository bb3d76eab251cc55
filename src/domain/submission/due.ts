import type { Due } from '../campaign/definition.ts';
import type { UnitId } from '../model.ts';
import type { ReturnState } from './state.ts';

/** The deadline as it holds for one unit. */
/** Units whose own deadline stays when everybody's is moved there: what was promised to one is not taken back unsaid. */
export function keptExtensions({ extensions }: ReturnState, due: Due): UnitId[] {
  return [...extensions].filter(([, own]) => own.lateAfterMs > due.lateAfterMs).map(([unit]) => unit);
}

export function dueFor({ due, extensions }: ReturnState, unit: UnitId): Due {
  return extensions.get(unit) ?? due;
}

export function sameDue(a: Due, b: Due): boolean {
  return a.dueAtMs === b.dueAtMs && a.lateAfterMs === b.lateAfterMs;
}
