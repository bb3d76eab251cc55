/** Asked just before a reminder goes out: who still owes, and does the step still stand? */
import type { Send } from '../ledger.ts';
import type { Renewals } from '../room.ts';
import type { Situation } from '../situation.ts';
import { owedBy, owedOf, owesNothing } from '../submission/owed.ts';
import { groupReminder, leaderNotice } from './messages.ts';
import { lateUnits } from './slots.ts';
import type { Reminded, RemindersShape } from './state.ts';

export const remindersRenew: Renewals<RemindersShape> = {
  'remind-return': (situation, send, purpose) => renewReminder(situation, send, [purpose]),
  'remind-returns': (situation, send, { returns }) => renewReminder(situation, send, returns),
  'escalate-return'(situation, send, { returnId, units }) {
    const returned = situation.state.submission.returns.get(returnId);
    if (!returned || returned.closedAtMs !== null) return null;
    const late = lateUnits(situation, returned);
    const left = units.filter((unit) => late.includes(unit));
    if (left.length === 0) return null;
    const leaders = left.flatMap((unit) => situation.directory.peopleOf(unit, 'leader'));
    return leaderNotice(situation, returned, send.to, leaders, left);
  },
};

/** Written again even if all still owe: they may owe less, and less time may be left. */
function renewReminder(situation: Situation, send: Send, returns: readonly Reminded[]): Send | null {
  const left = returns.flatMap((reminded) => stillOwed(situation, reminded) ?? []);
  if (left.length === 0) return null;
  const group = send.to.kind === 'chat' ? situation.directory.chat(send.to.chat) : undefined;
  return group ? groupReminder(situation, group, left) : send;
}

function stillOwed({ state }: Situation, reminded: Reminded): Reminded | null {
  const returned = state.submission.returns.get(reminded.returnId);
  if (!returned || returned.closedAtMs !== null) return null;
  // The deadline was moved since: its old ladder is void.
  if (reminded.moves !== undefined && reminded.moves !== returned.moves) return null;
  const units = reminded.units.filter(
    (unit) => returned.owing.has(unit) && !owesNothing(owedOf(owedBy(returned, unit), reminded.part)),
  );
  return units.length === 0 ? null : { ...reminded, units };
}
