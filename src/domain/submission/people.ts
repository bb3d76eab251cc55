import { may } from '../access.ts';
import type { Person } from '../directory/model.ts';
import { type Outcome, refuse } from '../outcome.ts';
import { returnClosed } from '../replies/submission.ts';
import type { Situation } from '../situation.ts';

/** `陈静、李明`: whom to turn to; one who runs the campaign is not sent to himself. */
export function organiserNames({ directory }: Pick<Situation, 'directory'>, { id }: Pick<Person, 'id'>): string {
  return directory
    .organisers()
    .filter((person) => person.id !== id)
    .map((person) => person.name)
    .join('、');
}

/** The same; null to one who can open and resume things himself. */
export function helperNames(situation: Pick<Situation, 'directory'>, person: Person): string | null {
  return may(person, 'organiser') ? null : organiserNames(situation, person);
}

/** Nothing is taken for a return that is closed. */
export function refuseClosed(situation: Situation, person: Person): Outcome {
  return refuse('return_closed', returnClosed(helperNames(situation, person)));
}
