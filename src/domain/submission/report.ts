/** Figures said: which return they are for, and what becomes of them. */
import { may } from '../access.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import { type Reading, saysSomething } from '../reading.ts';
import { notAllowed, noUnit } from '../replies/roles.ts';
import * as say from '../replies/submission.ts';
import type { Situation, Speaker } from '../situation.ts';
import { asRecorded } from './as-recorded.ts';
import { type Desk, dialogueOf, hasTable, layDesk, type TableDesk } from './desk.ts';
import { askedNow } from './dialogue.ts';
import { foreignUnit, labelsOf } from './foreign-unit.ts';
import { letGo } from './let-go.ts';
import { organiserNames, refuseClosed } from './people.ts';
import { put } from './questions.ts';
import { moved, recordValues } from './record.ts';
import type { ReturnReading, SubmissionOrder } from './shape.ts';
import { counts, type Dialogue, type Question } from './state.ts';
import { reset, undo } from './take-back.ts';
import { answerTalk, putOff } from './talk.ts';

type Report = Extract<SubmissionOrder, { name: 'report' }>;

export function report(situation: Situation, speaker: Speaker, { readings, submits = false }: Report): Outcome {
  const [only] = readings;
  const returned = only && situation.state.submission.returns.get(only.returnId);
  if (!may(speaker.person, 'reporter')) return onlyTalk(situation, speaker, readings);
  const takesBack = readings.every(({ reading }) => reading.intent === 'undo');
  if (readings.length > 1 && !takesBack) return askWhichTable(situation, speaker, readings);
  if (!only || !returned)
    return refuse('nothing_to_report', speaker.person.unit === null ? noUnit : say.nothingToReport);
  return takeReading(layDesk(situation, speaker, returned, submits), only.reading);
}

/** Who reports nothing may ask; figures and what takes them back are the reporters'. */
function onlyTalk(situation: Situation, speaker: Speaker, [only]: readonly ReturnReading[]): Outcome {
  const returned = only && situation.state.submission.returns.get(only.returnId);
  if (!only || !returned || saysSomething(only.reading))
    return refuse('not_allowed', notAllowed('reporter', organiserNames(situation, speaker.person)));
  return answerTalk(layDesk(situation, speaker, returned), only.reading.talk);
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
    events: moved({ situation, speaker }, { ...dialogue, questions, failures: 0, ...askedNow(situation, speaker) }),
  });
}

/** 刚才的200不算: of the table in which it stands. */
const namesFigure = /\d/;

export function takeReading(desk: Desk, reading: Reading): Outcome {
  const { speaker, unit, situation, returned } = desk;
  const undoes = reading.intent === 'undo';
  const changes = reading.values.length > 0 || reading.intent === 'reset';
  if (changes && !undoes && returned.closedAtMs !== null) return refuseClosed(situation, speaker.person);
  const reports =
    changes || undoes || reading.doubts.length > 0 || reading.refusals.length > 0 || reading.remarks.length > 0;
  const other = reports ? foreignUnit(speaker.words, unit, situation.directory, labelsOf(returned.definition)) : null;
  if (other) return refuse('not_your_unit', say.ownUnitOnly(situation.directory.short(unit), other.shortName));
  if (undoes) return undo(desk, namesFigure.test(speaker.words));
  if (reading.intent === 'dismiss') return letGo(situation, speaker, { later: reading.talk?.kind === 'later' });
  return hasTable(desk) ? takeFigures(desk, reading) : answerTalk(desk, reading.talk);
}

function takeFigures(desk: TableDesk, read: Reading): Outcome {
  const reading = asRecorded(desk, read);
  if (reading.intent === 'reset') return reset(desk, reading);
  const silent = reading.values.length === 0 && reading.remarks.length === 0 && reading.leftOut.length === 0;
  if (reading.intent !== 'none' || !silent) return recordValues(desk, reading);
  // What is in is corrected by a figure, not held.
  if (reading.uncounted && !counts(desk.submission)) return putOff(desk, reading);
  return reading.aside ? answer(reading.aside.map(say.setAside)) : answerTalk(desk, reading.talk);
}
