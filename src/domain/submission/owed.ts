/** What one unit still owes of one return, exactly. */
import type { Material } from '../campaign/definition.ts';
import type { RowNo, UnitId } from '../model.ts';
import { missingRows } from './evolve.ts';
import type { ReturnState } from './state.ts';

export type TableState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'partial'; readonly missing: readonly RowNo[] }
  | { readonly kind: 'unconfirmed' }
  | { readonly kind: 'confirmed' };

export interface Owed {
  readonly table: TableState;
  readonly materials: readonly Material[];
}

export function owedBy(returned: ReturnState, unit: UnitId): Owed {
  const submission = returned.submissions.get(unit);
  const { form, materials } = returned.definition;
  return { table: tableState(), materials: materials.filter((material) => !submission?.materials.has(material.id)) };

  function tableState(): TableState {
    if (!submission || (submission.cells.size === 0 && submission.confirmed === null)) return { kind: 'untouched' };
    if (submission.confirmed) return { kind: 'confirmed' };
    const missing = missingRows(form, submission);
    return missing.length > 0 ? { kind: 'partial', missing } : { kind: 'unconfirmed' };
  }
}

export function owesNothing({ table, materials }: Owed): boolean {
  return table.kind === 'confirmed' && materials.length === 0;
}
