/** Who left out the reason, or which return is meant, says only that. */
import type { Person } from '../directory/model.ts';
import { optionIn } from '../naming.ts';
import * as say from '../replies/review.ts';
import type { OpenQuestion } from '../room.ts';
import type { Situation } from '../situation.ts';
import { returnOptions } from './send-back.ts';
import type { Asked, ReviewOrder } from './state.ts';
import { readTarget } from './target.ts';

/** Shorter than what waits for a yes: here any words would do. */
const holdsMs = 5 * 60_000;

export function returningExpected(situation: Situation, { id }: Person): OpenQuestion | null {
  const asked = situation.state.review.asked.get(id);
  if (!asked || situation.nowMs - asked.atMs >= holdsMs) return null;
  return { text: say.lacking[asked.lacks], reads: (words) => completed(situation, asked, words.trim()) };
}

const noAnswer = /^(?:好的?|嗯+|哦+|收到|是的?|\D)$|^(?:大家|各位|各单位|@)|辛苦|谢谢|[吗呢？?]$/;

/** Fewer words than let other questions go: 不清楚 and 都不对 are reasons. */
const waved = /^(?:算了|不用了?|不要了?|取消|先(?:不|放|搁|等)|没事|(?:以后|回头|晚点|明天|改天)?再(?:说|看|定))/;

function completed(situation: Situation, asked: Asked, words: string): ReviewOrder | null {
  if (noAnswer.test(words)) return null;
  if (waved.test(words)) return { name: 'drop-returning' };
  if (asked.lacks === 'reason') return { name: 'return-submission', words: `${asked.words}，${words}` };
  const options = returnOptions(situation, asked.words);
  const option = options[optionIn(options, words) ?? -1];
  if (option) return { name: 'return-submission', words: `${option}，${asked.words}` };
  const { parts, table } = readTarget(situation, words);
  return parts.length > 0 || table ? { name: 'return-submission', words: `${words}，${asked.words}` } : null;
}
