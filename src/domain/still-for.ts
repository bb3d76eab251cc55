import type { Send } from './ledger.ts';
import type { UnitId } from './model.ts';

/** A message for some units as it should go out now: to those it is still true of, null if of none. */
export function stillFor(
  send: Send,
  units: readonly UnitId[],
  still: ReadonlySet<UnitId>,
  again: (units: readonly UnitId[], chat: string) => Send,
): Send | null {
  const left = units.filter((unit) => still.has(unit));
  if (left.length === 0) return null;
  if (left.length === units.length) return send;
  return again(left, send.to.kind === 'chat' ? send.to.chat : '');
}
