/** Words that set no figure: thanks, "not yet", questions. */
import { answer, type Outcome } from '../decision.ts';
import { type FormRow, rowOf } from '../form.ts';
import type { Talk } from '../reading.ts';
import { askDoubt } from '../replies/doubts.ts';
import { deadlineAnswer } from '../replies/reminders.ts';
import { greeting, notUnderstood } from '../replies/roles.ts';
import * as say from '../replies/submission.ts';
import { type Desk, helpAfterFailures } from './desk.ts';
import { withoutQuestions, wordsToPassOn } from './dialogue.ts';
import { organiserNames } from './people.ts';

export function answerTalk(desk: Desk, talk: Talk | null): Outcome {
  const { dialogue, form } = desk;
  const expected = dialogue.expecting === null ? undefined : rowOf(form, dialogue.expecting);
  switch (talk?.kind) {
    case 'acknowledgement':
      return answer(say.welcome + stillExpected(expected));
    case 'later':
      return answer(say.laterIsFine(desk.returned.due) + (expected ? say.laterSkip : ''));
    case 'question':
      return answer(`${answerQuestion(desk, talk)}\n${stillExpected(expected)}`.trimEnd());
    case 'other':
    case undefined:
      return answerOther(desk, talk, expected);
    default:
      return talk satisfies never;
  }
}

function stillExpected(row: FormRow | undefined): string {
  return row ? say.stillExpecting(row) : '';
}

function answerOther(desk: Desk, talk: Talk | null, expected: FormRow | undefined): Outcome {
  const question = desk.dialogue.questions[0];
  if (talk && question) return countFailure(desk, askDoubt(desk.form, question));
  if (!expected) return answer(talk ? notUnderstood : greeting);
  return countFailure(desk, `${say.unclear}${say.askRow(expected, desk.submission.cells.get(expected.no))}`);
}

export function dropQuestion({ dialogue, speaker }: Desk): Outcome {
  const moved = { ...withoutQuestions(dialogue), questions: dialogue.questions.slice(1) };
  return answer(say.neitherTaken, [{ type: 'DialogueMoved', person: speaker.person.id, dialogue: moved }]);
}

function countFailure(desk: Desk, text: string): Outcome {
  const { dialogue, speaker, form } = desk;
  const moved = { ...dialogue, failures: dialogue.failures + 1, lastWords: wordsToPassOn(desk) };
  return answer([text, ...helpAfterFailures(moved, form)].join('\n'), [
    { type: 'DialogueMoved', person: speaker.person.id, dialogue: moved },
  ]);
}

function answerQuestion(desk: Desk, talk: Extract<Talk, { kind: 'question' }>): string {
  const { returned, form, situation } = desk;
  const { title, to, materials } = returned.definition;
  const row = talk.row === null ? undefined : rowOf(form, talk.row);
  switch (talk.topic) {
    case 'deadline':
      return deadlineAnswer(title, returned.due);
    case 'measure':
      return row ? say.measureAnswer(row) : say.example(form);
    case 'row':
      return row ? say.measureAnswer(row) + say.cannotAnswer : say.cannotAnswer;
    case 'how':
      return say.howAnswer(form, materials);
    case 'where':
      return say.whereAnswer(to, materials);
    case 'contact':
      return say.contactAnswer(to, organiserNames(situation));
    case 'other':
      return say.cannotAnswer;
    default:
      return talk.topic satisfies never;
  }
}
