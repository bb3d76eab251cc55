/** Names of this campaign for what the bot gives as an example: another city's would only confuse. */
import type { DirectoryView } from './directory/view.ts';
import type { UnitId } from './model.ts';
import type { Situation } from './situation.ts';

export interface Example {
  readonly unit: string;
  readonly other: string;
  /** Somebody of the unit. */
  readonly person: string;
}

export function exampleOf({ state, directory }: Pick<Situation, 'state' | 'directory'>): Example {
  return exampleAmong(directory, state.definition.addressees.units);
}

/** Where no campaign is spoken of: units that somebody reports for. */
export function exampleIn(view: DirectoryView): Example {
  const units = [...view.units()].map(({ id }) => id);
  return exampleAmong(
    view,
    units.filter((unit) => view.peopleOf(unit, 'reporter').length > 0),
  );
}

const nobody = '姓名';

function exampleAmong(view: DirectoryView, units: readonly UnitId[]): Example {
  const [first = '', second = first] = units;
  const [person] = view.peopleOf(first, 'reporter');
  return {
    unit: first === '' ? '单位' : view.short(first),
    other: second === '' ? '单位' : view.short(second),
    person: person?.name ?? view.membersOf(first)[0]?.name ?? nobody,
  };
}
