/** Asked just before a message goes out: is it still true? */
import { receiptReminder } from '../broadcast/decide.ts';
import { afterQuiet, isQuiet } from '../calendar/quiet-hours.ts';
import type { ShiftDefinition } from '../campaign/definition.ts';
import { absenceMessage, leaderMessage, shortUnits } from '../duty/slots.ts';
import type { Purpose, Send } from '../ledger.ts';
import type { EpochMs, UnitId } from '../model.ts';
import { groupReminder, leaderNotice } from '../reminders/messages.ts';
import type { Situation } from '../situation.ts';
import type { ReturnState } from '../submission/state.ts';
import type { OpenSend } from './state.ts';

type ReturnPurpose = Extract<Purpose, { kind: 'remind-return' | 'escalate-return' }>;

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
    case 'escalate-return':
      return refreshReturn(situation, send, purpose);
    case 'duty-call':
      return shiftNotOver(situation, purpose.shiftId) ? send : null;
    case 'duty-absence': {
      const shift = shiftNotOver(situation, purpose.shiftId);
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

function refreshReturn(situation: Situation, send: Send, purpose: ReturnPurpose): Send | null {
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

/** The instant from which a message may go out: a reminder that waited does not wake anyone at night. */
export function mayGoFromMs({ state, nowMs }: Situation, { send, atMs }: OpenSend): EpochMs {
  const { kind } = send.purpose;
  if (!kind.startsWith('remind-') && !kind.startsWith('escalate-')) return nowMs;
  const { quiet } = state.definition.reminders;
  const morningMs = afterQuiet(nowMs, quiet);
  // An order given in this very night is meant for it.
  return afterQuiet(atMs, quiet) === morningMs && isQuiet(atMs, quiet) ? nowMs : morningMs;
}

function shiftNotOver({ state, nowMs }: Situation, shiftId: string): ShiftDefinition | undefined {
  return state.definition.duty?.shifts.find(({ id, endMs }) => id === shiftId && nowMs < endMs);
}

/** The deadline was moved since: its old ladder is void, and nobody is overdue before the new one. */
function isVoid(purpose: ReturnPurpose, { moves, due }: ReturnState, nowMs: EpochMs): boolean {
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
