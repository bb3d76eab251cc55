/** Which of a unit's returns an order means. */
import { returnIn } from '../naming.ts';
import { type Outcome, refuse } from '../outcome.ts';
import { noReturns, whichReturn } from '../replies/reminders.ts';
import { noUnit } from '../replies/roles.ts';
import { nothingToReport } from '../replies/submission.ts';
import type { Situation, Speaker } from '../situation.ts';
import { missingRows } from './counting.ts';
import { type Desk, hasTable, layDesk, returnsOf, type TableDesk } from './desk.ts';
import { counts, type ReturnState } from './state.ts';

/** At the desk of the return that the words name, else of the one in question. */
export function atDesk(situation: Situation, speaker: Speaker, words: string, work: (desk: Desk) => Outcome): Outcome {
  const mine = returnsOf(situation.state.submission, speaker.person);
  const returned = returnIn(mine, words) ?? mine[0];
  if (returned) return work(layDesk(situation, speaker, returned));
  return refuse('nothing_to_report', speaker.person.unit === null ? noUnit : nothingToReport);
}

/** As `atDesk`, among the unit's tables only: what is talked about, then what fits, then what is owed. */
export function atTable(
  situation: Situation,
  speaker: Speaker,
  words: string,
  work: (desk: TableDesk) => Outcome,
  fits: (desk: TableDesk) => boolean = () => true,
): Outcome {
  const { unit } = speaker.person;
  const desks = returnsOf(situation.state.submission, speaker.person)
    .map((returned) => layDesk(situation, speaker, returned))
    .filter(hasTable);
  const named = returnIn(
    desks.map(({ returned }) => returned),
    words,
  );
  const desk = desks.find(({ returned }) => returned === named) ?? desks.find(fits) ?? desks[0];
  if (desk) return work(desk);
  return refuse('nothing_to_report', unit === null ? noUnit : nothingToReport);
}

/** A draft with nothing missing: what 确认提交 means where several are open. */
export function isReady({ form, submission }: TableDesk): boolean {
  return !counts(submission) && missingRows(form, submission).length === 0;
}

/** The return that an organiser's words mean; the only one needs no name. */
export function oneReturn(situation: Situation, words: string, work: (returned: ReturnState) => Outcome): Outcome {
  const all = [...situation.state.submission.returns.values()];
  const returned = all.length === 1 ? all[0] : returnIn(all, words);
  if (returned) return work(returned);
  return refuse(
    'which_return',
    all.length === 0 ? noReturns : whichReturn(all.map(({ definition }) => definition.title)),
  );
}
