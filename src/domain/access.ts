/** Who may do what, and about whom. A reporter writes for his own unit; leaders read; the organiser runs the campaign. */
import type { Person } from './directory/model.ts';
import type { UnitId } from './model.ts';

export type Right = 'anyone' | 'reporter' | 'reader' | 'organiser';

/** `about`: the unit concerned, where that matters: one's own is more one's own business than another's. */
export function may(person: Person, right: Right, about?: { readonly unit: UnitId | null }): boolean {
  const own = about !== undefined && about.unit !== null && about.unit === person.unit;
  switch (right) {
    case 'anyone':
      return true;
    case 'reporter':
      return person.roles.includes('reporter') && (about === undefined || own);
    case 'reader':
      return own || person.roles.includes('leader') || person.roles.includes('organiser');
    case 'organiser':
      return person.roles.includes('organiser');
    default:
      return right satisfies never;
  }
}
