/** An organiser adds, replaces and takes off people; whom it concerns is told, and history keeps the names. */
import { tell } from '../ledger.ts';
import { peopleIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/people.ts';
import type { Speaker } from '../situation.ts';
import type { Person, Unit } from './model.ts';
import type { DirectoryOrder } from './orders.ts';
import { type DirectorySituation, unitAndName } from './situation.ts';
import type { DirectoryEvent, DirectoryState } from './state.ts';
import type { DirectoryView } from './view.ts';

type Decided = Outcome<DirectoryEvent>;
type Order<T extends DirectoryOrder['name']> = Extract<DirectoryOrder, { readonly name: T }>;

export function listPeople({ view }: DirectorySituation, _speaker: Speaker, { words }: Order<'people'>): Decided {
  const { unit } = unitAndName(view, words);
  if (!unit) return answer<DirectoryEvent>(say.whichUnit);
  const lines = view.membersOf(unit.id).map(({ name, roles }) => say.personLine(name, roles));
  return answer<DirectoryEvent>(say.peopleOf(unit.shortName, lines));
}

export function addPerson(at: DirectorySituation, { person }: Speaker, { words }: Order<'add-person'>): Decided {
  const { unit, name } = unitAndName(at.view, words);
  return unit && name !== '' ? bindKnown(at, person, unit, name) : answer<DirectoryEvent>(say.addHow);
}

/** Binds somebody the directory knows by name; anyone else has to write first, for only the platform knows the account. */
export function bindKnown({ state, view }: DirectorySituation, by: Person, unit: Unit, name: string): Decided {
  const known = view.peopleNamed(name);
  const [person] = known;
  if (!person) return refuse('person_unknown', say.writeFirst(name, unit.name));
  if (known.length > 1) return refuse('namesakes', say.namesakes(name, known.length));
  if (person.unit === unit.id) return answer<DirectoryEvent>(say.boundAlready(name, unit.shortName));
  return answer<DirectoryEvent>(
    say.personBound(name, unit.shortName, person.unit === null ? null : view.short(person.unit)),
    {
      events: placing(state, person, unit, by),
      sends: [tell(person.id, say.boundNotice(unit.name))],
    },
  );
}

/** Where an organiser places somebody, what that person had asked for is settled: as asked, or by another word. */
function placing({ requests }: DirectoryState, { id: person }: Person, { id: unit }: Unit, { id: by }: Person) {
  const open = [...requests.values()].filter((one) => one.person.id === person);
  return [
    ...open.map((one): DirectoryEvent => {
      const type = one.unit === unit ? 'BindingConfirmed' : 'BindingRejected';
      return { type, no: one.no, by };
    }),
    { type: 'PersonBound', person, unit, by },
  ] satisfies DirectoryEvent[];
}

/** What is open with the one goes to the other. */
export function replacePerson(
  { state, view }: DirectorySituation,
  { person: by }: Speaker,
  { words }: Order<'replace-person'>,
): Decided {
  const { unit } = unitAndName(view, words);
  const { found, rest } = peopleIn(view, words);
  const [leaving, coming] = found;
  if (!leaving) return answer<DirectoryEvent>(say.replaceHow);
  const home = leaving.unit === null ? unit : view.unit(leaving.unit);
  if (!home || (unit && unit.id !== home.id)) return refuse('not_of_unit', say.notOfUnit(leaving.name));
  if (!coming) return refuse('person_unknown', say.writeFirst(lastName(view, rest, home), home.name));
  return answer<DirectoryEvent>(say.personReplaced(leaving.name, coming.name, home.shortName), {
    events: [
      ...(coming.unit === home.id ? [] : placing(state, coming, home, by)),
      { type: 'PersonRemoved', person: leaving.id, successor: coming.id, by: by.id },
    ],
    sends: [
      tell(coming.id, say.takesOver(leaving.name, home.name)),
      tell(leaving.id, say.handedOver(coming.name, home.shortName)),
    ],
  });
}

/** What is left of the words once unit and people are taken out: the name nobody knows. */
function lastName(view: DirectoryView, rest: string, unit: Unit): string {
  const left = rest.replaceAll(unit.name, '').replaceAll(unit.shortName, '');
  return (
    left
      .replace(/联络员|换成|改为|改成|更换|由|接替|的/g, ' ')
      .trim()
      .split(/\s+/)
      .filter((word) => view.unitsNamed(word).length === 0)
      .at(-1) ?? ''
  );
}

export function removePerson(
  { view }: DirectorySituation,
  { person: by }: Speaker,
  { words }: Order<'remove-person'>,
): Decided {
  const { unit } = unitAndName(view, words);
  const found = peopleIn(view, words, unit?.id).found;
  const [person] = found;
  if (!person) return answer<DirectoryEvent>(say.removeHow);
  if (found.length > 1) return refuse('namesakes', say.namesakes(person.name, found.length));
  if (person.id === by.id) return refuse('oneself', say.notOneself);
  return answer<DirectoryEvent>(say.personRemoved(person.name, person.unit === null ? null : view.short(person.unit)), {
    events: [{ type: 'PersonRemoved', person: person.id, successor: null, by: by.id }],
    sends: [tell(person.id, say.removedNotice)],
  });
}
