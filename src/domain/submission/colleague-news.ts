/** Two people fill one table: who reported a figure, or submitted the table, hears what a colleague changes in it. */
import type { CampaignEvent } from '../campaign/slices.ts';
import { type Form, rowOf } from '../form.ts';
import { type Send, tell } from '../ledger.ts';
import type { PersonId } from '../model.ts';
import * as say from '../replies/submission.ts';
import type { Situation } from '../situation.ts';
import { counts, type Submission, submittedBy } from './state.ts';

type Reported = Extract<CampaignEvent, { readonly type: 'CellsReported' }>;

export function tellColleagues(before: Situation, after: Situation, events: readonly CampaignEvent[]): Send[] {
  return events.flatMap((event) => (event.type === 'CellsReported' ? newsOf(before, after, event) : []));
}

function newsOf(before: Situation, after: Situation, { returnId, unit, source }: Reported): Send[] {
  const form = after.state.submission.returns.get(returnId)?.definition.form;
  const [was, is] = [before, after].map(({ state }) => state.submission.returns.get(returnId)?.submissions.get(unit));
  const changed = form && was && is ? changesOf(form, was, is, source.person) : [];
  if (!form || !was || !is || changed.length === 0) return [];
  const submitter = counts(was) && !counts(is) ? submittedBy(was)?.person : undefined;
  const people = new Set([...changed.map(({ of }) => of), ...(submitter === undefined ? [] : [submitter])]);
  return [...people]
    .filter((person) => person !== source.person && after.directory.person(person) !== undefined)
    .map((person) => {
      const own = changed.filter(({ of }) => of === person || person === submitter).map(({ line }) => line);
      const who = after.directory.name(source.person);
      return tell(person, say.changedByColleague(who, form.title, own, submitter !== undefined));
    });
}

/** Figures that this person put in the place of others, and whose those were. */
function changesOf(form: Form, was: Submission, is: Submission, by: PersonId) {
  return [...was.cells].flatMap(([no, { value, source }]): { readonly of: PersonId; readonly line: string }[] => {
    const [row, now] = [rowOf(form, no), is.cells.get(no)];
    if (!row || !now || now.value === value || now.source.person !== by) return [];
    return [{ of: source.person, line: say.changedLine(row, value, now.value) }];
  });
}
