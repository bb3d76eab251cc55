/** A table counts once it is confirmed; it can be reopened until the organiser closes. */
import { answer, type Outcome, refuse } from '../decision.ts';
import type { RowNo } from '../model.ts';
import { askDoubt } from '../replies/doubts.ts';
import { noReturns, whichReturn } from '../replies/reminders.ts';
import * as say from '../replies/submission.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import { askedColleagues } from './colleagues.ts';
import type { Desk } from './desk.ts';
import { withoutQuestions } from './dialogue.ts';
import { missingRows } from './evolve.ts';
import { owedBy } from './owed.ts';
import { organiserNames } from './people.ts';
import type { ReturnState } from './state.ts';

/** `settled`: rows that the same message reports. */
export function confirmSubmission(desk: Desk, settled: ReadonlySet<RowNo> = new Set()): Outcome {
  const { situation, speaker, returned, submission, unit, form } = desk;
  if (returned.closedAtMs !== null) return refuse('return_closed', say.returnClosed(organiserNames(situation)));
  if (submission.confirmed)
    return answer(
      say.confirmedBefore(
        submission.confirmed.atMs,
        situation.directory.person(submission.confirmed.person)?.name ?? '',
      ),
    );
  const against = whatStandsAgainst(desk, settled);
  if (against) return against;
  const { materials } = owedBy(returned, unit);
  const late = situation.nowMs >= returned.due.lateAfterMs;
  const source = sourceOf(speaker, situation.nowMs);
  // Who hands in the table has the plan: nobody is asked for 收到 after that.
  const unsigned = situation.state.broadcast.silent.has(unit);
  return answer(say.confirmed(situation.directory.short(unit), form.title, late, materials), [
    { type: 'SubmissionConfirmed', returnId: returned.definition.id, unit, source },
    ...(unsigned ? [{ type: 'ReceiptGiven', unit, source } as const] : []),
    { type: 'DialogueMoved', person: speaker.person.id, dialogue: null },
  ]);
}

/** An open question or a gap: it is said instead of confirming. */
function whatStandsAgainst(desk: Desk, settled: ReadonlySet<RowNo>): Outcome | null {
  const { form, submission, dialogue, speaker } = desk;
  const missing = missingRows(form, submission);
  const question = dialogue.questions[0];
  // Where the table is full the question is asked once more; who confirms again lets it rest.
  if (question && missing.length === 0)
    return answer(`${askDoubt(form, question)}\n${say.confirmAnyway}`, [
      { type: 'DialogueMoved', person: speaker.person.id, dialogue: withoutQuestions(dialogue) },
    ]);
  if (question) return answer(askDoubt(form, question));
  if (missing.length > 0) return answer(say.cannotConfirm(say.stillMissing(form, missing)));
  const asked = askedColleagues(desk, settled).find(({ questions }) => questions.length > 0);
  const theirs = asked?.questions[0];
  return asked && theirs ? answer(say.colleagueAsked(asked.person.name, askDoubt(form, theirs))) : null;
}

export function reopenSubmission({ situation, speaker, returned, submission, unit, form }: Desk): Outcome {
  if (returned.closedAtMs !== null) return refuse('return_closed', say.returnClosed(organiserNames(situation)));
  if (!submission.confirmed) return answer(say.notConfirmedYet);
  const source = sourceOf(speaker, situation.nowMs);
  return answer(`${say.reopened(form.title)}\n${say.tableText(form, submission)}`, [
    { type: 'SubmissionReopened', returnId: returned.definition.id, unit, source },
  ]);
}

export function closeReturns(situation: Situation, speaker: Speaker, close: boolean): Outcome {
  const all = [...situation.state.returns.values()];
  const returned = all.length === 1 ? all[0] : all.find(({ definition }) => speaker.words.includes(definition.title));
  if (!returned)
    return refuse(
      'which_return',
      all.length === 0 ? noReturns : whichReturn(all.map(({ definition }) => definition.title)),
    );
  return close ? closeReturn(returned, speaker) : openReturn(returned, speaker);
}

function closeReturn({ definition, closedAtMs, complete, assigned }: ReturnState, speaker: Speaker): Outcome {
  if (closedAtMs !== null) return answer(say.closedAlready);
  return answer(say.closedNow(definition.title, complete, assigned.size), [
    { type: 'ReturnClosed', returnId: definition.id, by: speaker.person.id },
  ]);
}

function openReturn({ definition, closedAtMs }: ReturnState, speaker: Speaker): Outcome {
  if (closedAtMs === null) return answer(say.openAlready);
  return answer(say.openedNow(definition.title), [
    { type: 'ReturnOpened', returnId: definition.id, by: speaker.person.id },
  ]);
}
