/** An organiser puts one person in the place of another: what is open goes over, and both are told. */
import { exampleIn } from '../examples.ts';
import { peopleIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/people.ts';
import type { Speaker } from '../situation.ts';
import type { Person, Unit } from './model.ts';
import type { DirectoryOrder } from './orders.ts';
import { cannotGo, leftBehind, noticesTo, placing } from './people.ts';
import { type DirectorySituation, unitAndName } from './situation.ts';
import type { DirectoryEvent } from './state.ts';
import type { DirectoryView } from './view.ts';

type Decided = Outcome<DirectoryEvent>;
type Order = Extract<DirectoryOrder, { readonly name: 'replace-person' }>;

interface Replacement {
  readonly leaving: Person;
  readonly coming: Person;
  readonly home: Unit;
}

export function previewReplacing(at: DirectorySituation, speaker: Speaker, order: Order): string | null {
  const replacement = readReplacement(at, speaker, order);
  if ('kind' in replacement) return null;
  const { leaving, coming, home } = replacement;
  const before = leftBy(at, coming, home);
  return say.aboutToReplace({ from: leaving, to: coming.name, unit: home.shortName, before });
}

export function replacePerson(at: DirectorySituation, speaker: Speaker, order: Order): Decided {
  const replacement = readReplacement(at, speaker, order);
  if ('kind' in replacement) return replacement;
  const { leaving, coming, home } = replacement;
  const by = speaker.person;
  const placed = coming.unit === home.id && !isGone(at, coming);
  const { sends, line } = noticesTo(at, [
    { person: coming, text: say.takesOver(leaving.name, home.name), unit: home },
    { person: leaving, text: say.handedOver(coming.name, home.shortName) },
  ]);
  const left = leftBy(at, coming, home);
  const open = left === null ? '' : say.shiftsOpen(coming.name, left.unit, left.shifts);
  return answer<DirectoryEvent>(say.personReplaced(leaving.name, coming.name, home.shortName, line + open), {
    events: [
      ...(placed ? [] : placing(at.state, coming, home, by)),
      { type: 'PersonRemoved', person: leaving.id, successor: coming.id, by: by.id },
    ],
    sends,
  });
}

/** By who comes from another unit. */
function leftBy(at: DirectorySituation, coming: Person, home: Unit): say.LeftBehind | null {
  return coming.unit === home.id || isGone(at, coming) ? null : leftBehind(at, coming);
}

function readReplacement(at: DirectorySituation, { person: by }: Speaker, { words }: Order): Replacement | Decided {
  const { view } = at;
  const { unit } = unitAndName(view, words);
  const { found, rest } = peopleIn(view, words);
  const [leaving] = found;
  if (!leaving) return answer<DirectoryEvent>(say.replaceHow(exampleIn(at.view)));
  const home = leaving.unit === null ? unit : view.unit(leaving.unit);
  if (!home || (unit && unit.id !== home.id)) return refuse('not_of_unit', say.notOfUnit(leaving.name));
  const name = lastName(view, rest, home);
  // 更换 甲 乙 said again once 甲 is gone must not put 甲 back.
  const reversed = found.length === 1 && words.indexOf(name) < words.indexOf(leaving.name);
  if (reversed && view.leftNamed(name).length > 0) return refuse('left_already', say.leftAlready(name));
  const coming = found[1] ?? view.leftNamed(name).at(-1);
  if (!coming) return refuse('person_unknown', say.writeFirst(name, home.name));
  if (coming.roles.length > 0 && !coming.roles.includes('reporter'))
    return refuse('no_reporter', say.noReporter(coming.name, coming.roles));
  return cannotGo(view, leaving, by) ?? { leaving, coming, home };
}

/** Taken off before: whoever comes back has to be bound again. */
function isGone({ view }: DirectorySituation, { id }: Person): boolean {
  return view.person(id) === undefined;
}

/** What is left of the words once unit and people are taken out: the name of nobody who is here. */
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
