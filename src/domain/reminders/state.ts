import type { PersonId } from '../model.ts';

/** The organiser had those who owe reminded at once. */
export interface ReturnsChased {
  readonly type: 'ReturnsChased';
  readonly by: PersonId;
}
