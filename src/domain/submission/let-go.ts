/** A question is closed with nothing recorded: 都不是, 先不管. */
import { answer, type Outcome } from '../outcome.ts';
import * as guide from '../replies/guidance.ts';
import * as say from '../replies/submission.ts';
import type { Situation, Speaker } from '../situation.ts';
import { without, withQuestions } from './dialogue.ts';
import { dueFor } from './due.ts';
import { openQuestion, rowsHeld } from './questions.ts';
import { moved } from './record.ts';
import { standing } from './standing.ts';
import type { Question } from './state.ts';

/** The question put last; what waits behind it is put next. `later`: the figure is still being counted. */
export function letGo(situation: Situation, speaker: Speaker, later = false): Outcome {
  const { dialogues, returns } = situation.state.submission;
  const dialogue = dialogues.get(speaker.person.id);
  const question = openQuestion(situation, speaker.person);
  if (!dialogue || !question) return answer(say.nothingAsked);
  const returned = returns.get('returnId' in question ? question.returnId : dialogue.returnId);
  const text =
    later && returned ? guide.laterIsFine(dueFor(returned, speaker.person.unit ?? ''), false) : say.letGo(question);
  const id = returned?.definition.id ?? '';
  const [row, ...others] = later ? rowsHeld(question, id) : [];
  // Of several rows nobody said which.
  const waiting: Question[] =
    row !== undefined && others.length === 0 ? [{ kind: 'uncounted', returnId: id, row }] : [];
  return answer(text, {
    events: moved({ situation, speaker }, withQuestions(dialogue, [...without(dialogue, question), ...waiting])),
    closings:
      returned && question.kind !== 'which-return'
        ? [standing(returned, { handed: question.kind === 'which-material' })]
        : [],
  });
}
