/** A question is closed with nothing recorded: 都不是, 先不管. */
import { answer, type Outcome } from '../outcome.ts';
import * as say from '../replies/submission.ts';
import type { Situation, Speaker } from '../situation.ts';
import { without, withQuestions } from './dialogue.ts';
import { dueFor } from './due.ts';
import { openQuestion } from './questions.ts';
import { moved } from './record.ts';
import { standing } from './standing.ts';

/** The question put last; what waits behind it is put next. `later`: the figure is still being counted. */
export function letGo(situation: Situation, speaker: Speaker, later = false): Outcome {
  const { dialogues, returns } = situation.state.submission;
  const dialogue = dialogues.get(speaker.person.id);
  const question = openQuestion(situation, speaker.person);
  if (!dialogue || !question) return answer(say.nothingAsked);
  const returned = returns.get('returnId' in question ? question.returnId : dialogue.returnId);
  const text = later && returned ? say.laterIsFine(dueFor(returned, speaker.person.unit ?? '')) : say.letGo(question);
  return answer(text, {
    events: moved({ situation, speaker }, withQuestions(dialogue, without(dialogue, question))),
    closings:
      returned && question.kind !== 'which-return'
        ? [standing(returned, { handed: question.kind === 'which-material' })]
        : [],
  });
}
