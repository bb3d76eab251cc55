/** A table counts once it is submitted; it can be reopened until the organiser closes. */
import type { CampaignEvent } from '../campaign/slices.ts';
import { answer, type Closing, type Outcome } from '../outcome.ts';
import * as say from '../replies/submission.ts';
import { sourceOf } from '../situation.ts';
import { type Asked, askedColleagues } from './colleagues.ts';
import { missingRows } from './counting.ts';
import { hasTable, layDesk, returnsOf, type TableDesk } from './desk.ts';
import { withQuestions } from './dialogue.ts';
import { dueFor } from './due.ts';
import { refuseClosed } from './people.ts';
import { concerns, put } from './questions.ts';
import { moved } from './record.ts';
import { standing } from './standing.ts';
import { submittedBy } from './state.ts';
import { isReady } from './which.ts';

export function confirmSubmission(desk: TableDesk): Outcome {
  const { situation, speaker, returned, submission, unit, form } = desk;
  if (returned.closedAtMs !== null) return refuseClosed(situation, speaker.person);
  const before = submittedBy(submission);
  if (before)
    return answer(say.confirmedBefore(before.atMs, situation.directory.name(before.person)), {
      closings: [standing(returned)],
    });
  return whatStandsAgainst(desk) ?? submit();

  function submit(): Outcome {
    const source = sourceOf(speaker, situation.nowMs);
    // Who hands in the table has the plan: nobody is asked for 收到 after that.
    const unsigned = situation.state.broadcast.silent.has(unit);
    const events: CampaignEvent[] = [
      { type: 'SubmissionConfirmed', returnId: returned.definition.id, unit, source },
      ...(unsigned ? [{ type: 'ReceiptGiven', unit, source } as const] : []),
      ...moved(desk, { ...withQuestions(desk.dialogue, desk.dialogue.questions), filling: false, expecting: null }),
    ];
    return answer(say.confirmed(situation.directory.short(unit), form.title, isLate(desk)), {
      events,
      closings: [standing(returned), otherReady(desk)],
    });
  }
}

/** What is submitted is one table: another that is full waits for the word all the same, and nobody takes it to be in. */
function otherReady({ returned }: TableDesk): Closing {
  return {
    key: 'ready',
    tell(_before, after, speaker) {
      const others = returnsOf(after.state.submission, speaker.person).filter((one) => one !== returned);
      const ready = others
        .map((one) => layDesk(after, speaker, one))
        .filter(hasTable)
        .filter(isReady);
      const free = ready.filter(
        ({ dialogue, returned: { definition } }) => !dialogue.questions.some((one) => concerns(one, definition.id)),
      );
      return free.map(({ form }) => say.alsoReady(form.title));
    },
  };
}

/** Who was in time stays in time: a later correction makes nobody late. */
function isLate({ returned, unit, submission, situation }: TableDesk): boolean {
  const { lateAfterMs } = dueFor(returned, unit);
  const { completedAtMs, versions } = submission;
  const inTime = (completedAtMs ?? lateAfterMs) < lateAfterMs;
  return situation.nowMs >= lateAfterMs && !inTime && !versions.some(({ submitted }) => submitted.atMs < lateAfterMs);
}

/** An open question or a gap: it is said instead of submitting. Nothing in doubt is ever submitted over. */
function whatStandsAgainst(desk: TableDesk): Outcome | null {
  const { form, submission, dialogue, returned, situation } = desk;
  const mine = dialogue.questions.some((one) => concerns(one, returned.definition.id));
  const insist = { closings: [standing(returned, { insist: true })] };
  if (mine) return answer(say.notSubmitted, insist);
  const asked = askedColleagues(desk, new Set()).find(({ questions }) => questions.length > 0);
  const theirs = asked?.questions.find((one) => concerns(one, returned.definition.id));
  if (asked && theirs && !situation.directory.person(asked.person.id)) return takeOver(desk, asked);
  if (asked && theirs)
    return answer(say.colleagueAsked(asked.person.name, put(situation.state.submission.returns, theirs)));
  return missingRows(form, submission).length > 0 ? answer(say.notSubmitted, insist) : null;
}

/** What somebody was asked who speaks for the unit no more, whoever wants to submit is asked. */
function takeOver(desk: TableDesk, { person, dialogue }: Asked): Outcome {
  const questions = [...dialogue.questions, ...desk.dialogue.questions];
  const events: CampaignEvent[] = [
    { type: 'DialogueMoved', person: person.id, dialogue: null },
    ...moved(desk, { ...dialogue, filling: false, failures: 0, questions }),
  ];
  return answer(say.notSubmitted, { events, closings: [standing(desk.returned, { insist: true })] });
}

export function reopenSubmission(desk: TableDesk): Outcome {
  const { situation, speaker, returned, submission, unit, form } = desk;
  if (returned.closedAtMs !== null) return refuseClosed(situation, speaker.person);
  if (!submittedBy(submission)) return answer(say.notConfirmedYet);
  const source = sourceOf(speaker, situation.nowMs);
  return answer([say.reopened(form.title), say.tableText(form, submission)], {
    events: [{ type: 'SubmissionReopened', returnId: returned.definition.id, unit, source }],
  });
}
