/** Which return of which units an order is about, and what part of it. */
import type { RowNo, UnitId } from '../model.ts';
import { materialNames } from '../naming.ts';
import type { Situation } from '../situation.ts';
import { counts, type ReturnState } from '../submission/state.ts';
import { returnsIn } from './reviewed.ts';
import type { Target } from './target.ts';

/** Both empty for the whole: the table, or all materials where there is none. */
export interface Part {
  readonly rows: readonly RowNo[];
  readonly materials: readonly string[];
}

export interface Fit {
  readonly returned: ReturnState;
  readonly part: Part;
  readonly units: readonly UnitId[];
}

/** Returns that the words fit, each with the units for which the order could be carried out. */
export function fitsOf(
  situation: Situation,
  target: Target,
  can: (returned: ReturnState, unit: UnitId, part: Part) => boolean,
): Fit[] {
  return returnsIn(situation).flatMap((returned) => {
    const part = partOf(returned, target);
    const units = part === null ? [] : unitsMeant(returned, target).filter((unit) => can(returned, unit, part));
    return part !== null && units.length > 0 ? [{ returned, part, units }] : [];
  });
}

export function unitsMeant({ submissions, assigned }: ReturnState, { everyone, units, except }: Target): UnitId[] {
  const meant = everyone ? [...submissions.keys()] : units.map(({ id }) => id);
  const out = new Set(except.map(({ id }) => id));
  return meant.filter((unit) => assigned.has(unit) && !out.has(unit));
}

/** Null where the return has not what the words name. */
function partOf({ definition }: ReturnState, { rows, parts, table }: Target): Part | null {
  const { form, materials, title } = definition;
  if (table && form === null) return null;
  if (rows.some((no) => !form?.rows.some((row) => row.no === no))) return null;
  const named = materials.filter((material) => materialNames(material).some((name) => parts.includes(name)));
  const titled = parts.some((part) => part === title || part === form?.title);
  if (parts.length > 0 && named.length === 0 && !titled) return null;
  // Where there is no table, the only material is the whole.
  const whole = form === null && materials.length === 1;
  return { rows, materials: whole ? [] : named.map(({ id }) => id) };
}

/** Whether the unit has handed in what is meant. */
export function isIn({ submissions }: ReturnState, unit: UnitId, { rows, materials }: Part): boolean {
  const submission = submissions.get(unit);
  if (!submission) return false;
  const wanted = rows.length > 0 || materials.length === 0;
  return (!wanted || counts(submission)) && materials.every((id) => submission.materials.has(id));
}
