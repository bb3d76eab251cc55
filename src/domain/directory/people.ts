/** An organiser asks for a unit's people and binds those the directory knows. */
import { exampleIn } from '../examples.ts';
import { tell } from '../ledger.ts';
import type { PersonId } from '../model.ts';
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
  if (!unit) return answer<DirectoryEvent>(say.whichUnit(exampleIn(view)));
  const lines = view.membersOf(unit.id).map(({ name, roles }) => say.personLine(name, roles));
  return answer<DirectoryEvent>(say.peopleOf(unit.shortName, lines));
}

export function addPerson(at: DirectorySituation, { person }: Speaker, { words }: Order<'add-person'>): Decided {
  const { unit, name } = unitAndName(at.view, words);
  return unit && name !== ''
    ? bindKnown(at, person, unit, name)
    : answer<DirectoryEvent>(say.addHow(exampleIn(at.view)));
}

export function previewAdding(
  at: DirectorySituation,
  _speaker: Speaker,
  { words }: Order<'add-person'>,
): string | null {
  const { unit, name } = unitAndName(at.view, words);
  return unit ? previewMoving(at, unit, name) : null;
}

/** Shown first where somebody speaks for another unit no more. */
export function previewMoving(at: DirectorySituation, unit: Unit, name: string): string | null {
  const [person, ...others] = calledFor(at.view, unit, name);
  return person && others.length === 0 ? movingText(at, person, unit) : null;
}

export function movingText(at: DirectorySituation, person: Person, unit: Unit): string | null {
  const isHere = at.view.person(person.id) !== undefined;
  const left = isHere && person.unit !== unit.id ? leftBehind(at, person) : null;
  return left && say.aboutToMove(person.name, unit.shortName, left);
}

/** What the unit that somebody speaks for no more is left with; null for one who spoke for none. */
export function leftBehind({ view, shiftsOf }: DirectorySituation, person: Person): say.LeftBehind | null {
  if (person.unit === null) return null;
  return { unit: view.short(person.unit), nobody: leavesNobody(view, person), shifts: shiftsOf(person.id) };
}

/** Binds somebody the directory knows by name; anyone else has to write first, for only the platform knows the account. */
export function bindKnown(at: DirectorySituation, by: Person, unit: Unit, name: string): Decided {
  const { state, view } = at;
  const known = calledFor(view, unit, name);
  const [person] = known;
  if (!person) return refuse('person_unknown', say.writeFirst(name, unit.name));
  if (known.length > 1) return refuse('namesakes', say.namesakes(name, known.length));
  const isHere = view.person(person.id) !== undefined;
  if (isHere && person.unit === unit.id) return answer<DirectoryEvent>(say.boundAlready(name, unit.shortName));
  const left = isHere ? leftBehind(at, person) : null;
  const open = left === null ? '' : say.shiftsOpen(name, left.unit, left.shifts);
  const { sends, line } = noticesTo(at, [{ person, text: say.boundNotice(unit.name, person.roles), unit }]);
  return answer<DirectoryEvent>(say.personBound(name, unit.shortName, left?.unit ?? null) + line + open, {
    events: placing(state, person, unit, by),
    sends,
  });
}

/** Who is meant by a name for a unit: who was taken off there comes back, else who is here, else who was taken off elsewhere. */
function calledFor(view: DirectoryView, unit: Unit, name: string): readonly Person[] {
  const here = view.peopleNamed(name);
  const left = view.leftNamed(name);
  const back = left.filter((person) => person.unit === unit.id);
  if (back.length > 0 && !here.some((person) => person.unit === unit.id)) return back;
  return here.length > 0 ? here : left;
}

/** Where an organiser places somebody, what that person had asked for is settled: as asked, or by another word. */
export function placing({ requests }: DirectoryState, { id: person }: Person, { id: unit }: Unit, { id: by }: Person) {
  const open = [...requests.values()].filter((one) => one.person.id === person);
  return [
    ...open.map((one): DirectoryEvent => {
      const type = one.unit === unit ? 'BindingConfirmed' : 'BindingRejected';
      return { type, no: one.no, by };
    }),
    { type: 'PersonBound', person, unit, by },
  ] satisfies DirectoryEvent[];
}

/** Whether a unit has nobody to report for it once this one goes. */
export function leavesNobody(view: DirectoryView, { id, unit, roles }: Person): boolean {
  return unit !== null && roles.includes('reporter') && view.peopleOf(unit, 'reporter').every((one) => one.id === id);
}

/** Nobody takes himself off, so that somebody is always left to run the campaign. */
export function cannotGo(view: DirectoryView, person: Person, by: Person): Decided | null {
  if (person.id !== by.id) return null;
  return refuse('oneself', view.organisers().length > 1 ? say.notOneself : say.lastOrganiser);
}

interface Notice {
  readonly person: Person;
  readonly text: string;
  /** The unit that they may bind an account of their own to; none for who goes. */
  readonly unit?: Unit;
}

/** Messages to whom one can reach, and a line that says who was told and whom the organiser has to tell. */
export function noticesTo({ reach }: DirectorySituation, notices: readonly Notice[]) {
  // Who goes is written to alone or not at all: in a group it would concern nobody.
  const hears = ({ person, unit }: Notice) => isReached(reach, person.id, unit === undefined);
  const told = notices.filter(hears);
  const untold = notices.filter((notice) => !hears(notice));
  return {
    sends: told.map(({ person, text }) => tell(person.id, text)),
    line: say.toldLine(
      told.map(({ person }) => person.name),
      untold.map(({ person, unit }) => ({ name: person.name, unit: unit?.name ?? null })),
    ),
  };
}

function isReached(reach: DirectorySituation['reach'], person: PersonId, alone: boolean): boolean {
  const how = reach(person);
  return alone ? how === 'alone' : how !== 'nowhere';
}
