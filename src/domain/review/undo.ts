/** 撤销退回, 撤销通过: what an organiser decided too soon stands as it stood before, as long as the unit has done nothing about it. */

import type { UnitId } from '../model.ts';
import { answer, type Outcome } from '../outcome.ts';
import * as say from '../replies/review.ts';
import { countedUnits, unitList } from '../replies/wording.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import type { ReturnState, Submission } from '../submission/state.ts';
import { aboutToTell, tellUnits } from '../told.ts';
import { reviewOf } from './reviewed.ts';
import { isWide, readTarget, type Target } from './target.ts';
import { type Fit, fitsOf, type Part } from './which.ts';

export type Undone = 'returned' | 'accepted';

/** What the words mean for one return of one unit. */
interface Case {
  readonly returned: ReturnState;
  readonly unit: UnitId;
  /** What is undone; null for nothing. */
  readonly part: say.UndonePart | null;
  /** Why the table stays sent back, though it is meant. */
  readonly left: say.LeftBack | null;
}

export function previewUndoing(situation: Situation, words: string, undone: Undone): string | null {
  const { cases, target } = readUndone(situation, words, undone);
  const units = [...new Set(cases.flatMap(({ part, unit }) => (part ? [unit] : [])))];
  if (units.length === 0 || !isWide(target, units.length)) return null;
  return say.aboutToUndo(undone, countedUnits(situation.directory, units)) + aboutToTell(situation, units);
}

export function undo(situation: Situation, speaker: Speaker, words: string, undone: Undone): Outcome {
  const { directory, nowMs } = situation;
  const { cases, target } = readUndone(situation, words, undone);
  const done = cases.flatMap(({ returned, unit, part }) =>
    part ? [{ returned, unit, part, title: say.undoneTitle(returned, part) }] : [],
  );
  const others = target.units.flatMap(({ id, shortName }) => {
    const own = cases.filter(({ unit }) => unit === id);
    const left = own.flatMap(({ returned, left: why }) => (why ? [say.notUndone(shortName, returned, why)] : []));
    return left.length > 0 || own.some(({ part }) => part) || target.group
      ? left
      : [say.nothingUndone(undone, shortName, target)];
  });
  if (done.length === 0) return answer(others.length > 0 ? others : say.undoWhom(undone));
  const source = sourceOf(speaker, nowMs);
  const { sends, line } = tellUnits(
    situation,
    done.map(({ unit, title }) => [unit, say.undoneNotice(undone, title)] as const),
  );
  const said = [...new Set(done.map(({ title }) => title))].map((title) => {
    const units = done.filter((one) => one.title === title).map(({ unit }) => unit);
    return say.undone(undone, unitList(directory, units, units.length), title);
  });
  return answer([...said, line, ...others], {
    events: done.map(({ returned, unit, part }) => {
      const of = { returnId: returned.definition.id, unit, source };
      return undone === 'returned'
        ? ({ type: 'SendingBackUndone', ...of, ...part } as const)
        : ({ type: 'AcceptanceUndone', ...of } as const);
    }),
    sends,
  });
}

function readUndone(situation: Situation, words: string, undone: Undone): { cases: Case[]; target: Target } {
  const target = readTarget(situation, words);
  const fits = fitsOf(situation, target, (returned, unit) => reviewOf(returned, unit).kind === undone);
  return { cases: fits.flatMap((fit) => fit.units.map((unit) => caseOf(fit, unit, target, undone))), target };
}

function caseOf({ returned, part }: Fit, unit: UnitId, target: Target, undone: Undone): Case {
  const submission = returned.submissions.get(unit);
  const about = { returned, unit };
  if (undone === 'accepted' || !submission) return { ...about, part: { table: true, materials: [] }, left: null };
  const all = isAll(returned, target, part);
  const table =
    all || part.rows.length > 0 || part.materials.length === 0 ? tableBack(returned, submission, part) : null;
  const materials = [...submission.refused.keys()].filter((id) => all || part.materials.includes(id));
  const undoes = table === 'undo' || materials.length > 0;
  return {
    ...about,
    part: undoes ? { table: table === 'undo', materials } : null,
    left: table === 'undo' ? null : table,
  };
}

/** No part is named, but the return, or its units alone. */
function isAll({ definition }: ReturnState, { table, parts }: Target, { rows, materials }: Part): boolean {
  const { form, title } = definition;
  const tableNamed = table || parts.some((part) => part === form?.title && part !== title);
  return rows.length + materials.length === 0 && !tableNamed;
}

/** Whether the table's sending back can be undone, or why not; null where it is not back, or other rows of it. */
function tableBack(
  { definition }: ReturnState,
  { status, steps }: Submission,
  { rows }: Part,
): 'undo' | say.LeftBack | null {
  if (status.kind !== 'returned') return null;
  if (rows.length > 0 && status.rows.length > 0 && !rows.some((no) => status.rows.includes(no))) return null;
  const since = steps.slice(steps.findIndex(({ cause }) => cause === status.after) + 1);
  // Materials are a matter of their own, but where there is nothing else.
  const touched = since.some(({ cells, remarks, materials }) =>
    definition.form === null ? materials.length > 0 : cells.length + remarks.length > 0,
  );
  if (touched) return { why: 'touched', rows: [] };
  const together = rows.length === 0 || (status.rows.length > 0 && status.rows.every((no) => rows.includes(no)));
  return together ? 'undo' : { why: 'together', rows: status.rows };
}
