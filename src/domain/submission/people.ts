import type { Situation } from '../situation.ts';

/** `陈静、李明`: whom to turn to. */
export function organiserNames({ directory }: Situation): string {
  return directory
    .organisers()
    .map((person) => person.name)
    .join('、');
}
