import type { Due } from '../campaign/definition.ts';
import type { UnitId } from '../model.ts';
import type { ReturnState } from './state.ts';

/** The deadline as it holds for one unit. */
export function dueFor({ due, extensions }: ReturnState, unit: UnitId): Due {
  return extensions.get(unit) ?? due;
}

export function sameDue(a: Due, b: Due): boolean {
  return a.dueAtMs === b.dueAtMs && a.lateAfterMs === b.lateAfterMs;
}
