/** What one unit still owes of one return, exactly. */
import type { Material } from '../campaign/definition.ts';
import type { RowNo, UnitId } from '../model.ts';
import { missingRows } from './counting.ts';
import { counts, type ReturnState, type SentBack } from './state.ts';

export type TableState =
  /** The return has no table. */
  | { readonly kind: 'none' }
  | { readonly kind: 'untouched' }
  | { readonly kind: 'partial'; readonly missing: readonly RowNo[] }
  | { readonly kind: 'unconfirmed' }
  | { readonly kind: 'returned'; readonly back: SentBack; readonly missing: readonly RowNo[] }
  | { readonly kind: 'confirmed' };

export interface Owed {
  readonly table: TableState;
  readonly materials: readonly Material[];
}

export function owedBy(returned: ReturnState, unit: UnitId): Owed {
  const { materials } = returned.definition;
  const submission = returned.submissions.get(unit);
  const left = materials.filter(({ id }) => !submission?.materials.has(id));
  // A roster sent back is owed as a whole.
  const again = submission?.status.kind === 'returned' && returned.definition.form === null;
  return { table: tableState(returned, unit), materials: again ? materials : left };
}

function tableState({ definition, submissions }: ReturnState, unit: UnitId): TableState {
  const submission = submissions.get(unit);
  if (definition.form === null) return { kind: 'none' };
  if (!submission) return { kind: 'untouched' };
  if (counts(submission)) return { kind: 'confirmed' };
  const missing = missingRows(definition.form, submission);
  if (submission.status.kind === 'returned') return { kind: 'returned', back: submission.status, missing };
  if (submission.cells.size === 0) return { kind: 'untouched' };
  return missing.length > 0 ? { kind: 'partial', missing } : { kind: 'unconfirmed' };
}

export function owesNothing({ table, materials }: Owed): boolean {
  return (table.kind === 'confirmed' || table.kind === 'none') && materials.length === 0;
}

/** Some of what a return consists of: the table, some of the materials. */
export interface ReturnPart {
  readonly table: boolean;
  readonly materials: readonly string[];
}

/** What of it is owed, where only a part is spoken of. */
export function owedOf(owed: Owed, part: ReturnPart | undefined): Owed {
  if (part === undefined) return owed;
  return {
    table: part.table ? owed.table : { kind: 'none' },
    materials: owed.materials.filter(({ id }) => part.materials.includes(id)),
  };
}
