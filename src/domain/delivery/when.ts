/** When a message may go out, and before which others. */
import { afterQuiet, isQuiet } from '../calendar/quiet-hours.ts';
import type { Send } from '../ledger.ts';
import type { EpochMs } from '../model.ts';
import type { Situation } from '../situation.ts';
import type { OpenSend } from './state.ts';

/** The instant from which a message may go out: a reminder that waited does not wake anyone at night. */
export function mayGoFromMs({ state, nowMs }: Situation, { send, atMs }: OpenSend): EpochMs {
  if (!waits(send)) return nowMs;
  const { quiet } = state.definition.reminders;
  const morningMs = afterQuiet(nowMs, quiet);
  // An order given in this very night is meant for it.
  return afterQuiet(atMs, quiet) === morningMs && isQuiet(atMs, quiet) ? nowMs : morningMs;
}

/** Older entries do not say it: reminders and escalations waited. */
function waits({ waits: said, purpose }: Send): boolean {
  return said ?? /^(?:remind|escalate)-/.test(purpose.kind);
}

/** Urgent ones first; else in the order they were decided. */
export function byUrgency(sends: readonly OpenSend[]): readonly OpenSend[] {
  const now = sends.filter(({ send }) => send.urgency === 'now');
  return now.length === 0 ? sends : [...now, ...sends.filter(({ send }) => send.urgency !== 'now')];
}
