/** A question is closed with nothing recorded: 都不是, 先不管. */
import type { RowNo } from '../model.ts';
import { answer, type Outcome } from '../outcome.ts';
import * as guide from '../replies/guidance.ts';
import * as say from '../replies/submission.ts';
import type { Situation, Speaker } from '../situation.ts';
import { without, withQuestions } from './dialogue.ts';
import { dueFor } from './due.ts';
import { whyEnded } from './ended.ts';
import { openQuestion, rowsHeld } from './questions.ts';
import { moved } from './record.ts';
import { standing } from './standing.ts';
import type { Question } from './state.ts';

/** The question put last; what waits behind it is put next. `later`: the figure is still being counted; `neither`: it is none of these. */
export function letGo(
  situation: Situation,
  speaker: Speaker,
  { later = false, neither = false }: { later?: boolean; neither?: boolean } = {},
): Outcome {
  const { dialogues, returns } = situation.state.submission;
  const dialogue = dialogues.get(speaker.person.id);
  const question = openQuestion(situation, speaker.person);
  if (!dialogue || !question) return answer(say.nothingAsked);
  const returned = returns.get('returnId' in question ? question.returnId : dialogue.returnId);
  const text =
    later && returned
      ? guide.laterIsFine(
          dueFor(returned, speaker.person.unit ?? ''),
          false,
          whyEnded(situation, returned, speaker.person),
        )
      : say.letGo(question);
  const id = returned?.definition.id ?? '';
  const cells = returned?.submissions.get(speaker.person.unit ?? '')?.cells;
  const rows = rowsHeld(question, id).filter((row) => later || !cells?.has(row));
  const waiting = mayHold(question, rows, neither)
    ? rows.map((row): Question => ({ kind: 'uncounted', returnId: id, row }))
    : [];
  return answer(text, {
    events: moved({ situation, speaker }, withQuestions(dialogue, [...without(dialogue, question), ...waiting])),
    closings:
      returned && question.kind !== 'which-return'
        ? [standing(returned, { handed: question.kind === 'which-material' })]
        : [],
  });
}

/** Of more rows nobody knows which; of fewer, none may be said to be zero by the way. */
const fewRows = 3;

/** Not asked any more, a figure that was doubtful is no zero: its row waits. 都不是 says of several rows that it is none of them. */
function mayHold(question: Question, rows: readonly RowNo[], neither: boolean): boolean {
  if (question.kind === 'which-table') return false;
  return rows.length === 1 || (rows.length <= fewRows && !neither);
}
