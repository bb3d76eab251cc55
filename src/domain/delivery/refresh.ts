/** Asked just before a message goes out: is it still true? */
import { receiptReminder } from '../broadcast/decide.ts';
import { absenceMessage, leaderMessage, shortUnits } from '../duty/slots.ts';
import type { Purpose, Send } from '../ledger.ts';
import type { EpochMs, UnitId } from '../model.ts';
import { groupReminder, leaderNotice } from '../reminders/messages.ts';
import type { Situation } from '../situation.ts';
import type { ReturnState } from '../submission/state.ts';

/** The message as it should go out now; null if everyone it was for has delivered meanwhile. */
export function refreshSend(situation: Situation, send: Send): Send | null {
  const { purpose } = send;
  switch (purpose.kind) {
    case 'notice':
      return send;
    case 'remind-receipt':
      return forUnits(send, purpose.units, situation.state.broadcast.silent, (units, chat) =>
        receiptReminder(situation, chat, units),
      );
    case 'remind-return':
    case 'escalate-return': {
      const returned = situation.state.returns.get(purpose.returnId);
      if (!returned || returned.closedAtMs !== null || isVoid(purpose, returned, situation.nowMs)) return null;
      // Written again even if all still owe: they may owe less, and less time may be left.
      const units = purpose.units.filter((unit) => returned.owing.has(unit));
      if (units.length === 0) return null;
      if (purpose.kind === 'escalate-return') {
        const leaders = units.flatMap((unit) => situation.directory.peopleOf(unit, 'leader'));
        return leaderNotice(situation, returned, send.to, leaders, units);
      }
      const group = send.to.kind === 'chat' ? situation.directory.chat(send.to.chat) : undefined;
      return group ? groupReminder(situation, returned, group, units) : send;
    }
    case 'duty-absence': {
      const shift = situation.state.definition.duty?.shifts.find(({ id }) => id === purpose.shiftId);
      if (!shift) return null;
      return forUnits(send, purpose.units, new Set(shortUnits(situation, shift)), (units, chat) =>
        send.to.kind === 'chat' && purpose.minutes !== situation.state.definition.duty?.escalateAfterMinutes
          ? absenceMessage(situation, shift, chat, units, purpose.minutes)
          : leaderMessage(situation, shift, send.to, send.mentions, units),
      );
    }
    default:
      return purpose satisfies never;
  }
}

/** The deadline was moved since: its old ladder is void, and nobody is overdue before the new one. */
function isVoid(
  purpose: Extract<Purpose, { kind: 'remind-return' | 'escalate-return' }>,
  { moves, due }: ReturnState,
  nowMs: EpochMs,
): boolean {
  if (purpose.kind === 'escalate-return') return nowMs < due.lateAfterMs;
  return purpose.moves !== undefined && purpose.moves !== moves;
}

function forUnits(
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
