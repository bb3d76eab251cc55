/** When those who owe are reminded, and their leaders told: returns that fall due together make one message. */
import { MINUTE_MS } from '../calendar/zone.ts';
import type { Due } from '../campaign/definition.ts';
import type { EpochMs, UnitId } from '../model.ts';
import type { Series } from '../series.ts';
import type { Situation } from '../situation.ts';
import { isCorrecting } from '../submission/counting.ts';
import { dueFor, sameDue } from '../submission/due.ts';
import type { ReturnState } from '../submission/state.ts';
import { escalationInstant, leastApartMs, nextStep } from './ladder.ts';
import { groupReminders, leaderNotices } from './messages.ts';
import type { Reminded } from './state.ts';

export function reminderSeries(situation: Situation): Series[] {
  if (situation.state.reminders.paused !== null) return [];
  const open = [...situation.state.submission.returns.values()].filter(
    (returned) => returned.owing.size > 0 && returned.closedAtMs === null,
  );
  return open.length === 0
    ? []
    : [ladderSeries(situation, open), ...open.flatMap((returned) => escalations(situation, returned))];
}

/** Units of one return that owe it by the same deadline. */
interface Rung {
  readonly returned: ReturnState;
  readonly due: Due;
  /** Steps up to this instant are void. */
  readonly floorMs: EpochMs;
}

function ladderSeries(situation: Situation, open: readonly ReturnState[]): Series {
  const { calendar, state } = situation;
  const rules = state.definition.reminders;
  const rungs = open.flatMap((returned) => rungsOf(situation, returned));
  const nextOf = ({ due, floorMs }: Rung, afterMs: EpochMs) =>
    nextStep(due, rules, calendar, Math.max(afterMs, floorMs));
  return {
    name: 'ladder',
    title: '报送提醒',
    quiet: rules.quiet,
    fromMs: Math.min(...rungs.map(({ floorMs }) => floorMs)),
    next: (afterMs) => Math.min(...rungs.map((rung) => nextOf(rung, afterMs))),
    fire(slotMs, sinceMs) {
      const due = rungs.filter((rung) => nextOf(rung, sinceMs) <= slotMs);
      return remind(situation, due);
    },
  };
}

function remind(situation: Situation, due: readonly Rung[]): ReturnType<Series['fire']> {
  const { state, nowMs } = situation;
  const fresh = due.filter(({ returned }) => {
    const lastMs = state.reminders.remindedAtMs.get(returned.definition.id);
    return lastMs === undefined || nowMs - lastMs >= leastApartMs;
  });
  const returns = fresh.map(
    (rung): Reminded => ({
      returnId: rung.returned.definition.id,
      units: unitsOn(rung),
      moves: rung.returned.moves,
    }),
  );
  const owing = returns.filter(({ units }) => units.length > 0);
  if (owing.length === 0) return { events: [], sends: [] };
  return {
    events: [{ type: 'Reminded', returns: [...new Set(owing.map(({ returnId }) => returnId))] }],
    sends: groupReminders(situation, owing),
  };
}

function rungsOf({ state }: Situation, returned: ReturnState): Rung[] {
  const { publishedAtMs } = state.broadcast;
  const { id } = returned.definition;
  const floorMs = Math.max(
    // The plan itself has just said what is due.
    (publishedAtMs ?? 0) + leastApartMs - MINUTE_MS,
    returned.remindFromMs,
    state.reminders.resumedAtMs,
    state.conduct.resumedAtMs,
    // As older entries count: a series for each return and each move of its deadline.
    state.fired.get(`ladder/${id}/${returned.moves}`) ?? 0,
  );
  const dues = new Map([returned.due, ...returned.extensions.values()].map((due) => [due.dueAtMs, due]));
  return [...dues.values()].map((due) => ({ returned, due, floorMs }));
}

function unitsOn({ returned, due }: Rung): UnitId[] {
  return [...returned.owing].filter((unit) => dueFor(returned, unit).dueAtMs === due.dueAtMs);
}

function escalations(situation: Situation, returned: ReturnState): Series[] {
  return rungsOf(situation, returned).map((rung) => escalationSeries(situation, rung));
}

/** Once for each deadline: a later instant than one that was decided is none. */
function escalationSeries(situation: Situation, { returned, due, floorMs }: Rung): Series {
  const { calendar, state } = situation;
  const rules = state.definition.reminders;
  const own = sameDue(due, returned.due) ? '' : `/${due.lateAfterMs}`;
  const name = `escalation/${returned.definition.id}/${returned.moves}${own}`;
  const atMs = state.fired.has(name) ? null : escalationInstant(due, rules, calendar, floorMs);
  return {
    name,
    title: '逾期告知领导',
    quiet: rules.quiet,
    fromMs: Math.max(state.broadcast.publishedAtMs ?? 0, returned.remindFromMs, state.reminders.resumedAtMs),
    next: (afterMs) => (atMs !== null && atMs > afterMs ? atMs : null),
    fire() {
      const late = lateUnits(situation, returned).filter((unit) => sameDue(dueFor(returned, unit), due));
      return { events: [], sends: leaderNotices(situation, returned, late) };
    },
  };
}

/** Who has a later deadline of their own is not late yet, nor who was in time and corrects it. */
export function lateUnits({ nowMs }: Situation, returned: ReturnState): UnitId[] {
  return [...returned.owing].filter(
    (unit) => nowMs >= dueFor(returned, unit).lateAfterMs && !isCorrecting(returned, unit),
  );
}
