/** Asked just before a message goes out: is it still true? */
import { receiptReminder } from '../broadcast/decide.ts';
import { absenceMessage, leaderMessage, shortUnits } from '../duty/slots.ts';
import type { Send } from '../ledger.ts';
import type { UnitId } from '../model.ts';
import { groupReminder, leaderNotice } from '../reminders/messages.ts';
import type { Situation } from '../situation.ts';

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
      if (!returned || returned.closedAtMs !== null) return null;
      return forUnits(send, purpose.units, returned.owing, (units, chat) => {
        const group = situation.directory.chat(chat);
        if (purpose.kind === 'remind-return') return group ? groupReminder(situation, returned, group, units) : send;
        const leaders = units.flatMap((unit) => situation.directory.peopleOf(unit, 'leader'));
        return leaderNotice(situation, returned, send.to, leaders, units);
      });
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
