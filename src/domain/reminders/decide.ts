/** The organiser chases at once, or moves a deadline. */
import { readDeadlinePhrase } from '../calendar/deadline-phrase.ts';
import { MINUTE_MS } from '../calendar/zone.ts';
import { answer, type Outcome, refuse } from '../decision.ts';
import { planNotPublished } from '../replies/broadcast.ts';
import * as say from '../replies/reminders.ts';
import type { Situation, Speaker } from '../situation.ts';
import type { ReturnState } from '../submission/state.ts';
import { returnReminders } from './messages.ts';

export function chaseReturns(situation: Situation, speaker: Speaker): Outcome {
  const { state, nowMs, groups } = situation;
  if (state.broadcast.publishedAtMs === null) return answer(planNotPublished);
  const owing = [...state.returns.values()].filter(
    (returned) => returned.owing.size > 0 && returned.closedAtMs === null,
  );
  if (owing.length === 0) return answer(someOwe(state.returns) ? say.closedForChasing : say.nobodyOwes);
  const againAtMs =
    (state.chasedAtMs ?? Number.NEGATIVE_INFINITY) + state.definition.reminders.chaseEveryMinutes * MINUTE_MS;
  if (state.chasedAtMs !== null && nowMs < againAtMs) return answer(say.chasedRecently(state.chasedAtMs, againAtMs));
  const units = new Set(owing.flatMap((returned) => [...returned.owing]));
  const sends = owing.flatMap((returned) => returnReminders(situation, returned, [...returned.owing]));
  return answer(say.chased(units.size, groups.length), [{ type: 'ReturnsChased', by: speaker.person.id }], sends);
}

function someOwe(returns: ReadonlyMap<string, ReturnState>): boolean {
  return [...returns.values()].some(({ owing }) => owing.size > 0);
}

/** "截止改到3月24日前": the phrase may name the return where there are several. */
export function moveDeadline(situation: Situation, speaker: Speaker, phrase: string): Outcome {
  const { state, calendar, closingTime, nowMs, groups } = situation;
  const returned = returnNamed(state.returns, phrase);
  if (!returned)
    return refuse(
      'which_return',
      state.returns.size === 0
        ? say.noReturns
        : say.whichReturn([...state.returns.values()].map(({ definition }) => definition.title)),
    );
  const words = phrase.replace(returned.definition.title, '').trim();
  const due = readDeadlinePhrase(words, { referenceMs: nowMs, closingTime, calendar });
  if (!due) return refuse('deadline_unclear', say.deadlineUnclear);
  if (due.lateAfterMs <= nowMs) return refuse('deadline_in_past', say.deadlineInPast(due));
  const before = returned.due;
  if (due.dueAtMs === before.dueAtMs && due.lateAfterMs === before.lateAfterMs) return answer(say.deadlineSame(before));
  const { id, title } = returned.definition;
  const news = groups.map((group) => ({
    to: { kind: 'chat', chat: group.id } as const,
    text: say.deadlineMoved(title, before, due),
    mentions: ['all'],
    purpose: { kind: 'notice' } as const,
  }));
  const sends = state.broadcast.publishedAtMs === null ? [] : news;
  return answer(
    say.deadlineMovedAnswer(due, sends.length),
    [{ type: 'DeadlineMoved', returnId: id, due, by: speaker.person.id }],
    sends,
  );
}

function returnNamed(returns: ReadonlyMap<string, ReturnState>, words: string): ReturnState | undefined {
  const all = [...returns.values()];
  return all.length === 1 ? all[0] : all.find(({ definition }) => words.includes(definition.title));
}

export function tellDeadlines({ state }: Situation): Outcome {
  const lines = [...state.returns.values()].map(({ definition, due }) => say.deadlineAnswer(definition.title, due));
  return answer(lines.length > 0 ? lines.join('\n') : say.noReturns);
}
