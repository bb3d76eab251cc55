/** Which of a unit's returns an order means. */
import { returnIn } from '../naming.ts';
import { type Outcome, refuse } from '../outcome.ts';
import { noReturns, whichReturn } from '../replies/reminders.ts';
import { noUnit } from '../replies/roles.ts';
import { nothingToReport, onlyMaterials } from '../replies/submission.ts';
import type { Situation, Speaker } from '../situation.ts';
import { missingRows } from './counting.ts';
import { hasTable, layDesk, returnsOf, type TableDesk } from './desk.ts';
import { counts, type ReturnState } from './state.ts';

/** At the table that the words name; without words at what is talked about, then what fits, then what is owed. */
export function atTable(
  situation: Situation,
  speaker: Speaker,
  words: string,
  work: (desk: TableDesk) => Outcome,
  fits: (desk: TableDesk) => boolean = () => true,
): Outcome {
  const { unit } = speaker.person;
  const mine = returnsOf(situation.state.submission, speaker.person);
  const desks = mine.map((returned) => layDesk(situation, speaker, returned)).filter(hasTable);
  const [first, ...others] = desks;
  const named = returnIn(mine, words);
  const own = desks.find(({ returned }) => returned === named);
  if (own) return work(own);
  if (named || (!first && mine.length > 0)) return refuse('only_materials', onlyMaterials);
  if (!first) return refuse('nothing_to_report', unit === null ? noUnit : nothingToReport);
  // A name that none of several has is not taken for another's.
  if (others.length > 0 && !anyTable.test(words)) return refuse('which_return', whichReturn(titlesOf(desks)));
  return work(desks.find(fits) ?? first);
}

const anyTable = /^(?:这[张个])?(?:统计|报)?表?$/;

function titlesOf(desks: readonly TableDesk[]): string[] {
  return desks.map(({ returned }) => returned.definition.title);
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
