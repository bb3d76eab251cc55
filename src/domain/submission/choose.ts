/** The answer to a question that stands open: one of its options, or none of them. */
import { answer, type Outcome } from '../outcome.ts';
import type { Reading, ReadValue } from '../reading.ts';
import * as say from '../replies/submission.ts';
import type { Situation, Speaker } from '../situation.ts';
import { type Desk, layDesk } from './desk.ts';
import { without, withQuestions } from './dialogue.ts';
import { letGo } from './let-go.ts';
import { handIn } from './materials.ts';
import { doubtedRows, openQuestion } from './questions.ts';
import { moved } from './record.ts';
import { takeReading } from './report.ts';
import type { SubmissionOrder } from './shape.ts';
import type { Dialogue, Question } from './state.ts';

/** `option` counts from 0; null closes the question with nothing recorded. */
type Choose = Extract<SubmissionOrder, { readonly name: 'choose' }>;

export function choose(situation: Situation, speaker: Speaker, { option, neither, also }: Choose): Outcome {
  const dialogue = situation.state.submission.dialogues.get(speaker.person.id);
  const question = openQuestion(situation, speaker.person);
  if (!dialogue || !question) return answer(say.nothingAsked);
  const closed = withQuestions(dialogue, without(dialogue, question));
  if (option === null) return letGo(situation, speaker, { neither: neither === true });
  const outcome = take(situation, speaker, question, { option, closed });
  return also === true && question.kind === 'which-table' ? keepingRest(outcome, speaker, question, option) : outcome;
}

/** 两张都是: of the tables not taken yet the question stays until they are. */
function keepingRest(
  outcome: Outcome,
  { person }: Speaker,
  question: Extract<Question, { readonly kind: 'which-table' }>,
  option: number,
): Outcome {
  if (outcome.kind === 'refused') return outcome;
  const last = outcome.events.findLast((event) => event.type === 'DialogueMoved' && event.person === person.id);
  if (last?.type !== 'DialogueMoved' || last.dialogue === null) return outcome;
  const rest = { ...question, options: question.options.filter((_, at) => at !== option) };
  const dialogue = { ...last.dialogue, questions: [rest, ...last.dialogue.questions] };
  return { ...outcome, events: [...outcome.events, { ...last, dialogue }] };
}

interface Choice {
  readonly option: number;
  readonly closed: Dialogue;
}

function take(situation: Situation, speaker: Speaker, question: Question, { option, closed }: Choice): Outcome {
  const events = moved({ situation, speaker }, closed);
  const outcome = chosen(situation, speaker, question, option);
  if (outcome === null) return answer(say.noSuchOption);
  // What the choice does to the conversation comes after the question is closed.
  return outcome.kind === 'refused' ? outcome : { ...outcome, events: [...events, ...outcome.events] };
}

function chosen(situation: Situation, speaker: Speaker, question: Question, option: number): Outcome | null {
  const { dialogues, returns } = situation.state.submission;
  if (question.kind === 'which-table') {
    const picked = question.options[option];
    const returned = picked && returns.get(picked.returnId);
    const known = dialogues.get(speaker.person.id);
    const rest = known ? without(known, question) : [];
    if (!picked || !returned) return null;
    const desk = layDesk(situation, { ...speaker, words: question.words }, returned);
    return takeReading({ ...desk, dialogue: { ...desk.dialogue, questions: rest } }, asOfNow(desk, picked.reading));
  }
  // The order follows, completed.
  if (question.kind === 'which-return') return answer('');
  if (question.kind !== 'which-material') return null;
  const picked = question.options[option];
  if (!picked) return null;
  return handIn(
    situation,
    speaker,
    question.names.map((name) => ({ ...picked, how: question.how, name })),
  );
}

/** 其余为0 was said before the question was answered: by now it means the rows that are empty and not in question. */
function asOfNow({ situation, unit, returned, submission }: Desk, reading: Reading): Reading {
  const members = situation.directory.membersEverOf(unit);
  const held = doubtedRows(situation.state.submission, members, returned.definition.id);
  const empty = ({ manner, row }: ReadValue) => manner !== 'rest' || !submission.cells.has(row);
  const isSpared = ({ manner, row }: ReadValue) => manner === 'rest' && held.includes(row);
  const values = reading.values.filter(empty);
  const spared = values.filter(isSpared).map(({ row }) => row);
  return { ...reading, values: values.filter((value) => !isSpared(value)), leftOut: [...reading.leftOut, ...spared] };
}
