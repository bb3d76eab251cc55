/** An organiser takes somebody off: shown first, for it takes rights; history keeps the name. */
import { exampleIn } from '../examples.ts';
import { peopleIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/people.ts';
import type { Speaker } from '../situation.ts';
import type { Person } from './model.ts';
import type { DirectoryOrder } from './orders.ts';
import { cannotGo, leavesNobody, noticesTo } from './people.ts';
import { type DirectorySituation, unitAndName } from './situation.ts';
import type { DirectoryEvent } from './state.ts';

type Decided = Outcome<DirectoryEvent>;
type Order = Extract<DirectoryOrder, { readonly name: 'remove-person' }>;

export function previewRemoving(at: DirectorySituation, speaker: Speaker, order: Order): string | null {
  const person = readLeaving(at, speaker, order);
  if ('kind' in person) return null;
  return say.aboutToRemove(personIn(at, person), leavesNobody(at.view, person), at.shiftsOf(person.id));
}

export function removePerson(at: DirectorySituation, speaker: Speaker, order: Order): Decided {
  const person = readLeaving(at, speaker, order);
  if ('kind' in person) return person;
  const { sends, line } = noticesTo(at, [{ person, text: say.removedNotice }]);
  return answer<DirectoryEvent>(say.personRemoved(personIn(at, person), line, at.shiftsOf(person.id)), {
    events: [{ type: 'PersonRemoved', person: person.id, successor: null, by: speaker.person.id }],
    sends,
  });
}

function readLeaving({ view }: DirectorySituation, { person: by }: Speaker, { words }: Order): Person | Decided {
  const { unit } = unitAndName(view, words);
  const { found } = peopleIn(view, words, unit?.id);
  const [person] = found;
  if (!person) return answer<DirectoryEvent>(say.removeHow(exampleIn(view)));
  if (found.length > 1) return refuse('namesakes', say.namesakes(person.name, found.length));
  return cannotGo(view, person, by) ?? person;
}

function personIn({ view }: DirectorySituation, { name, unit, roles }: Person): say.Removed {
  return { name, unit: unit === null ? null : view.short(unit), roles };
}
