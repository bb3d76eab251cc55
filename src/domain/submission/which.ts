/** Which of a unit's returns an order means. */
import { returnIn } from '../naming.ts';
import { type Outcome, refuse } from '../outcome.ts';
import { onlyMaterials } from '../replies/materials.ts';
import { noReturns } from '../replies/reminders.ts';
import { noUnit } from '../replies/roles.ts';
import { notAsked, nothingToReport } from '../replies/submission.ts';
import type { Situation, Speaker } from '../situation.ts';
import { missingRows } from './counting.ts';
import { dialogueOf, hasTable, layDesk, returnsOf, type TableDesk } from './desk.ts';
import { ask } from './report.ts';
import type { SubmissionOrder } from './shape.ts';
import { counts, type OfReturn, type ReturnState } from './state.ts';

type AtTable =
  | Extract<OfReturn, { readonly words: string }>
  | Extract<SubmissionOrder, { readonly name: 'previous' | 'skip' | 'pause' }>;

/** At the table that the words name; without words at what is talked about, then what fits, then what is owed. */
export function atTable(
  situation: Situation,
  speaker: Speaker,
  order: AtTable,
  work: (desk: TableDesk) => Outcome,
  fits: (desk: TableDesk) => boolean = () => true,
): Outcome {
  const { unit } = speaker.person;
  const words = 'words' in order ? order.words : '';
  const mine = returnsOf(situation.state.submission, speaker.person);
  const desks = mine.map((returned) => layDesk(situation, speaker, returned)).filter(hasTable);
  const [first, ...others] = desks;
  const named = returnIn(situation.state.submission.returns.values(), words);
  const own = desks.find(({ returned }) => returned === named);
  if (own) return work(own);
  if (named && unit !== null && !named.assigned.has(unit))
    return refuse(
      'not_assigned',
      notAsked(
        named.definition.title,
        mine.map(({ definition }) => definition.title),
      ),
    );
  if (named || (!first && mine.length > 0)) return refuse('only_materials', onlyMaterials);
  if (!first) return refuse('nothing_to_report', unit === null ? noUnit : nothingToReport);
  // A name that none of several has is not taken for another's.
  if (others.length > 0 && 'words' in order && !anyTable.test(words))
    return askWhichReturn(
      situation,
      speaker,
      order,
      desks.map(({ returned }) => returned),
    );
  return work(desks.find(fits) ?? first);
}

const anyTable = /^(?:这[张个])?(?:统计|报)?表?$/;

/** An order is carried out once it is answered which return it means. */
export function askWhichReturn(
  situation: Situation,
  speaker: Speaker,
  order: OfReturn,
  returns: readonly ReturnState[],
): Outcome {
  const options = returns.map(({ definition }) => definition.id);
  const dialogue = dialogueOf(situation.state.submission, speaker.person, options[0] ?? '');
  return ask(situation, speaker, dialogue, { kind: 'which-return', order, options, atMs: situation.nowMs });
}

/** A draft with nothing missing: what 确认提交 means where several are open. */
export function isReady({ form, submission }: TableDesk): boolean {
  return !counts(submission) && missingRows(form, submission).length === 0;
}

/** The return that an organiser's words mean; the only one needs no name. */
export function oneReturn(
  situation: Situation,
  speaker: Speaker,
  order: Extract<OfReturn, { readonly words: string }>,
  work: (returned: ReturnState) => Outcome,
): Outcome {
  const all = [...situation.state.submission.returns.values()];
  const returned = all.length === 1 ? all[0] : returnIn(all, order.words);
  if (returned) return work(returned);
  return all.length === 0 ? refuse('which_return', noReturns) : askWhichReturn(situation, speaker, order, all);
}
