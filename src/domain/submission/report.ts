/** Figures said: which return they are for, and what becomes of them. */
import { answer, type Outcome, refuse } from '../outcome.ts';
import type { Reading } from '../reading.ts';
import { noUnit } from '../replies/roles.ts';
import * as say from '../replies/submission.ts';
import type { Situation, Speaker } from '../situation.ts';
import { type Desk, dialogueOf, hasTable, layDesk, type TableDesk } from './desk.ts';
import { foreignUnit, labelsOf } from './foreign-unit.ts';
import { letGo } from './let-go.ts';
import { organiserNames } from './people.ts';
import { put } from './questions.ts';
import { moved, recordValues } from './record.ts';
import type { ReturnReading, SubmissionOrder } from './shape.ts';
import type { Dialogue, Question } from './state.ts';
import { reset, undo } from './take-back.ts';
import { answerTalk } from './talk.ts';

type Report = Extract<SubmissionOrder, { name: 'report' }>;

export function report(situation: Situation, speaker: Speaker, { readings, submits = false }: Report): Outcome {
  if (readings.length > 1) return askWhichTable(situation, speaker, readings);
  const [only] = readings;
  const returned = only && situation.state.submission.returns.get(only.returnId);
  if (!only || !returned)
    return refuse('nothing_to_report', speaker.person.unit === null ? noUnit : say.nothingToReport);
  return takeReading({ ...layDesk(situation, speaker, returned), submits }, only.reading);
}

function askWhichTable(situation: Situation, speaker: Speaker, readings: readonly ReturnReading[]): Outcome {
  const { submission } = situation.state;
  const question: Question = { kind: 'which-table', words: speaker.words.slice(0, 40), options: readings };
  const known = dialogueOf(submission, speaker.person, readings[0]?.returnId ?? '');
  return ask(situation, speaker, known, question);
}

/** Puts a question at once, ahead of what else is open. */
export function ask(situation: Situation, speaker: Speaker, dialogue: Dialogue, question: Question): Outcome {
  const questions = [question, ...dialogue.questions];
  return answer(put(situation.state.submission.returns, question), {
    events: moved({ situation, speaker }, { ...dialogue, questions, failures: 0, askedBy: speaker.cause }),
  });
}

export function takeReading(desk: Desk, reading: Reading): Outcome {
  const { speaker, unit, situation, returned } = desk;
  const changes = reading.values.length > 0 || reading.intent === 'undo' || reading.intent === 'reset';
  if (changes && returned.closedAtMs !== null)
    return refuse('return_closed', say.returnClosed(organiserNames(situation)));
  const reports = changes || reading.doubts.length > 0 || reading.refusals.length > 0 || reading.remarks.length > 0;
  const other = reports ? foreignUnit(speaker.words, unit, situation.directory, labelsOf(returned.definition)) : null;
  if (other) return refuse('not_your_unit', say.ownUnitOnly(situation.directory.short(unit), other.shortName));
  if (reading.intent === 'undo') return undo(desk);
  if (reading.intent === 'dismiss') return letGo(situation, speaker, reading.talk?.kind === 'later');
  return hasTable(desk) ? takeFigures(desk, reading) : answerTalk(desk, reading.talk);
}

function takeFigures(desk: TableDesk, reading: Reading): Outcome {
  if (reading.intent === 'reset') return reset(desk, reading);
  const silent = reading.values.length === 0 && reading.remarks.length === 0 && reading.leftOut.length === 0;
  return reading.intent === 'none' && silent ? answerTalk(desk, reading.talk) : recordValues(desk, reading);
}
