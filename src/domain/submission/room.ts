/** 报送: what units fill in and hand in, each return for itself. */

import { owedText } from '../replies/reminders.ts';
import * as say from '../replies/submission.ts';
import type { Room } from '../room.ts';
import type { Situation } from '../situation.ts';
import { tellColleagues } from './colleague-news.ts';
import { dueFor } from './due.ts';
import { whyEnded } from './ended.ts';
import { submissionFolds } from './fold.ts';
import { lendSubmissions } from './lend.ts';
import { submissionOrders } from './orders.ts';
import { owedBy, owesNothing } from './owed.ts';
import { progressLines } from './progress-lines.ts';
import { openQuestion, put } from './questions.ts';
import { assign, release } from './returns.ts';
import { submissionSection } from './section.ts';

export const submission: Room<'submission'> = {
  orders: submissionOrders,
  events: submissionFolds,
  initial: () => ({ returns: new Map(), dialogues: new Map() }),
  lend: lendSubmissions,
  section: submissionSection,
  renew: {},
  reacts: tellColleagues,
  concerns: ({ returns }, unit) => [...returns.values()].some(({ assigned }) => assigned.has(unit)),
  joins(state, unit, { atMs }) {
    for (const returned of state.returns.values()) assign(returned, unit, atMs);
  },
  leaves(state, unit) {
    for (const returned of state.returns.values()) release(returned, unit);
  },
  succeeds({ dialogues }, from, to) {
    const dialogue = dialogues.get(from);
    // Who talks already keeps the thread: what the other one was asked stays open for the unit.
    if (!dialogue || dialogues.has(to)) return;
    dialogues.delete(from);
    dialogues.set(to, dialogue);
  },
  expects(situation, person) {
    const question = openQuestion(situation, person);
    if (!question) return null;
    const text = put(situation.state.submission.returns, question);
    return question.kind === 'which-return' ? { text, no: { name: 'choose', option: null } } : { text };
  },
  tells: { progress: progressLines, owed: owedLines, unit: unitLines, amended: closedLines },
};

function closedLines({ state }: Situation): string[] {
  return [...state.submission.returns.values()].flatMap(({ definition, closedAtMs }) =>
    closedAtMs === null ? [] : [say.closedLine(definition.title, closedAtMs)],
  );
}

function owedLines(situation: Situation, unit: string): string[] {
  return [...situation.state.submission.returns.values()]
    .filter(({ assigned }) => assigned.has(unit))
    .map((returned) => {
      const owed = owedBy(returned, unit);
      const left = owesNothing(owed) ? null : owedText(owed);
      return say.owedReturn(returned.definition, dueFor(returned, unit), left, whyEnded(situation, returned, null));
    });
}

/** What a unit has reported, with its table where there is one. */
function unitLines(situation: Situation, unit: string): string[] {
  const mine = [...situation.state.submission.returns.values()].filter(({ assigned }) => assigned.has(unit));
  return mine.flatMap((returned) => {
    const { form, title } = returned.definition;
    const submission = returned.submissions.get(unit);
    const owed = owedBy(returned, unit);
    const left = owesNothing(owed) ? null : owedText(owed);
    const lines = [
      say.unitLine(mine.length > 1 ? (form?.title ?? title) : null, left, submission?.completedAtMs ?? null),
    ];
    return form && submission && submission.cells.size > 0 ? [...lines, say.tableText(form, submission)] : lines;
  });
}
