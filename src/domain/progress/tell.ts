/** Leaders' questions, answered from memory. */
import { may } from '../access.ts';
import type { CampaignEvent } from '../campaign/slices.ts';
import { exampleOf } from '../examples.ts';
import { type FormRow, isRate } from '../form.ts';
import { materialNames, materialsIn, returnIn, rowIn, unitsIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import { owedLines } from '../reminders/messages.ts';
import * as say from '../replies/progress.ts';
import { figure, unitList } from '../replies/wording.ts';
import type { Situation, Speaker } from '../situation.ts';
import { owedBy, owedOf, owesNothing } from '../submission/owed.ts';
import { counts, type MaterialRef, type ReturnState } from '../submission/state.ts';
import type { ProgressOrder, RowRef } from './state.ts';
import { rowTotal } from './summary.ts';

const mostShown = 5;

/** Who was told totals hears of their correction; noted once, and again only when there is something to correct since. */
export function toldTotals({ state }: Situation, { person }: Speaker, rows?: readonly RowRef[]): CampaignEvent[] {
  const counted = [...state.submission.returns.values()].some(({ tallies }) =>
    [...tallies.values()].some(({ units }) => units > 0),
  );
  return counted ? [{ type: 'TotalsTold', person: person.id, ...(rows && { rows }) }] : [];
}

export function tellProgress(situation: Situation, speaker: Speaker): Outcome {
  return situation.house.progress(situation, speaker);
}

export function tellNotReported(situation: Situation, words?: string): Outcome {
  const all = [...situation.state.submission.returns.values()];
  const meant = words === undefined ? all : returnsNamed(all, words);
  if (meant.length === 0) return answer(say.returnUnknown(words ?? '', all.map(titleOf)));
  const parts =
    words === undefined || meant.some((one) => words.includes(titleOf(one))) ? [] : materialsIn(meant, words);
  if (parts.length > 0 && meant.some(({ definition }) => definition.form))
    return materialsOwed(situation, meant, parts);
  const owing = meant.filter((returned) => returned.owing.size > 0);
  if (owing.length === 0) return answer(words === undefined ? say.allReported : say.reportedAll(meant.map(titleOf)));
  const several = situation.state.submission.returns.size > 1;
  return answer(
    owing.map((returned) =>
      say.notReported(
        several ? returned.definition.title : null,
        returned.owing.size,
        owedLines(situation, returned, [...returned.owing]),
      ),
    ),
  );
}

/** 谁没交图片: who owes that, whatever else is owed. */
function materialsOwed(
  { directory }: Situation,
  meant: readonly ReturnState[],
  parts: readonly (MaterialRef & { readonly title: string })[],
): Outcome {
  return answer(
    meant.flatMap((returned) => {
      const own = parts.filter(({ returnId }) => returnId === returned.definition.id);
      const part = { table: false, materials: own.map(({ material }) => material) };
      const units = [...returned.owing].filter((unit) => !owesNothing(owedOf(owedBy(returned, unit), part)));
      const title = own.map((one) => one.title).join('、');
      return own.length === 0
        ? []
        : [say.materialOwed(title, units.length, returned.assigned.size, unitList(directory, units, units.length))];
    }),
  );
}

/** By the title of the return, or by what is handed in with it. */
function returnsNamed(all: readonly ReturnState[], words: string): readonly ReturnState[] {
  const ids = new Set(materialsIn(all, words).map(({ returnId }) => returnId));
  const titled = all.filter((returned) => words.includes(titleOf(returned)) || titleOf(returned) === `《${words}》`);
  if (titled.length > 0) return titled;
  if (ids.size > 0) return all.filter(({ definition }) => ids.has(definition.id));
  const named = returnIn(all, words);
  return named ? [named] : [];
}

function titleOf({ definition }: ReturnState): string {
  return definition.title;
}

/** Files are not made yet: where the same figures can be read. */
export function tellExport(situation: Situation, { person }: Speaker): Outcome {
  const reads = may(person, 'reader');
  const rows = [...situation.state.submission.returns.values()].flatMap(
    ({ definition }) => definition.form?.rows ?? [],
  );
  const { unit } = exampleOf(situation);
  return answer(reads ? say.noExport(rows[0]?.label ?? null, unit) : say.noExportOfOwn);
}

export function tellRowTotal(situation: Situation, speaker: Speaker, words: string): Outcome {
  const returns = [...situation.state.submission.returns.values()];
  const labels = returns.flatMap(({ definition }) => (definition.form?.rows ?? []).map((row) => row.label));
  if (words === '') return answer(say.whichRow(labels));
  const found = returns.flatMap((returned) => rowsMeant(returned, words).map((row) => ({ returned, row })));
  if (found.length > 0)
    return answer(
      found.map(({ returned, row }) => rowText(situation, returned, row)),
      {
        events: toldTotals(
          situation,
          speaker,
          found.map(({ returned, row }) => ({ returnId: returned.definition.id, row: row.no })),
        ),
      },
    );
  return answer(say.rowUnknown(words, labels));
}

/** The row, or all rows of exactly this name (其他). */
function rowsMeant({ definition: { form } }: ReturnState, words: string): readonly FormRow[] {
  if (form === null) return [];
  const row = rowIn(form, words);
  return row ? [row] : form.rows.filter(({ label }) => label === words);
}

function rowText({ directory }: Situation, returned: ReturnState, row: FormRow): string {
  const tally = returned.tallies.get(row.no);
  const values = [...returned.submissions].flatMap(([unit, submission]) => {
    const value = counts(submission) ? submission.cells.get(row.no)?.value : undefined;
    return value ? [{ unit, value }] : [];
  });
  const most = values.sort((a, b) => b.value - a.value).slice(0, mostShown);
  const names = most.map(({ unit, value }) => `${directory.short(unit)}${figure(row, value)}`).join('、');
  return say.rowTotalText({
    row,
    total: rowTotal(returned, row),
    rate: isRate(row),
    confirmed: tally?.units ?? 0,
    zeros: tally?.zeros ?? 0,
    assigned: returned.assigned.size,
    most: names,
  });
}

const around =
  /^(?:查?看(?:一?下|看)?|调(?:一?下|出)?|那)|的?(?:统计表|报表|表|数据|数|情况|进度|怎么样了?|呢)?[\s\p{P}]*$/gu;

/** 黄浦, 看看黄浦的表: hardly more than a unit's name, from one who reads, is for its page. */
export function meantByName(situation: Situation, { person }: Speaker, words: string): ProgressOrder | null {
  if (!may(person, 'reader')) return null;
  const bare = words.replace(around, '');
  const { found, rest } = unitsIn(situation.directory, bare);
  if (found.length > 0) return found.length === 1 && rest.trim() === '' ? { name: 'unit-page', words } : null;
  return howMany(situation, words) ?? ofReturn(situation, bare);
}

const counted =
  /^(?<row>\S{2,20}?)(?:现在|目前|一共|总共|合计|共)*(?:有|是|报了|做了|发了|播了)?多少(?:[\u4e00-\u9fff]{1,2})?(?:了)?[？?。]*$/;

/** 广告多少条: the total of a row that is called so. */
function howMany({ state }: Situation, words: string): ProgressOrder | null {
  const row = counted.exec(words)?.groups?.['row'] ?? '';
  const known = [...state.submission.returns.values()].some((returned) => rowsMeant(returned, row).length > 0);
  return row !== '' && known ? { name: 'row-total', words: row } : null;
}

/** 值班表情况: who owes the return, or the material, of this very name. */
function ofReturn({ state }: Situation, words: string): ProgressOrder | null {
  const named = [...state.submission.returns.values()].some(
    ({ definition }) =>
      definition.title === words || definition.materials.some((one) => materialNames(one).includes(words)),
  );
  return named ? { name: 'not-reported', words } : null;
}

/** 黄浦区局报了什么: what one unit has signed, owes and reported; without a name one's own, or all of them for who reads all. */
export function tellUnit(situation: Situation, speaker: Speaker, words: string): Outcome {
  const { directory } = situation;
  const { person } = speaker;
  if (words === '' && may(person, 'reader')) return tellProgress(situation, speaker);
  const unit = words === '' ? directory.unit(person.unit ?? '') : unitsIn(directory, words).found[0];
  if (!unit) return answer(say.unitUnknown(words));
  if (words !== '' && !may(person, 'reader', { unit: unit.id })) return refuse('not_your_unit', say.unitOwnOnly);
  const lines = situation.house.unit(situation, unit.id);
  return answer(lines.length > 0 ? say.unitPage(unit.shortName, lines) : say.unitNotConcerned(unit.shortName));
}

export function tellFindings({ state }: Situation): Outcome {
  return answer(say.findingsText(state.definition.findings));
}
