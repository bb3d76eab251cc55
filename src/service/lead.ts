/** Which of several processes on one store leads its rounds and sends: one at a time, by terms that end by themselves. */
import type { Clock, Outbox, SendTry } from '../ports.ts';

export interface Lead {
  /** Whether this process leads now. Takes the next term where nobody holds one, and prolongs its own. */
  holds(): Promise<boolean>;
  /** Gives the term back, so that another need not wait for its end. Idempotent. */
  giveUp(): Promise<void>;
}

/** Of a store that one process has for itself. */
export const alone: Lead = { holds: () => Promise.resolve(true), giveUp: () => Promise.resolve() };

/** Well within the minute in which another has to take over from one that died. */
const termMs = 30_000;
/** A term is prolonged while there is still time for a few more tries. */
const prolongBeforeMs = 15_000;
const key = 'term/rounds';

/** Terms are numbered by unique claims, as tries are: whoever claims the next number first has it. */
export function createLead(outbox: Outbox, clock: Clock, owner: string): Lead {
  let mine: SendTry | null = null;

  async function holds(): Promise<boolean> {
    const nowMs = clock.nowMs();
    if (mine && isOpen(mine, nowMs + prolongBeforeMs)) return true;
    const last = await outbox.lastTry(key);
    if (last && last.owner !== owner && isOpen(last, nowMs)) {
      mine = null;
      return false;
    }
    const next = { key, number: (last?.number ?? 0) + 1, owner, endsAtMs: nowMs + termMs, unsure: 0 };
    mine = (await outbox.claim(next)) ? next : null;
    if (mine) await outbox.forget(key, mine.number - 1);
    return mine !== null;
  }

  return {
    holds,
    async giveUp() {
      if (mine) await outbox.endTry({ ...mine, endsAtMs: clock.nowMs() });
      mine = null;
    },
  };
}

/** An end further off than any term's was written by a clock that ran ahead. */
function isOpen({ endsAtMs }: SendTry, nowMs: number): boolean {
  return endsAtMs > nowMs && endsAtMs <= nowMs + 2 * termMs;
}
