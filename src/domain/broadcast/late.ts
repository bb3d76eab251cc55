/** Units that owe a receipt only now, though the plan is out: they get it alone, and the group is not called. */
import type { CampaignEvent } from '../campaign/slices.ts';
import { post, type Send, tell } from '../ledger.ts';
import type { PersonId, UnitId } from '../model.ts';
import * as say from '../replies/broadcast.ts';
import { unitList } from '../replies/wording.ts';
import type { Situation } from '../situation.ts';
import { planText } from './decide.ts';
import { splitText } from './split.ts';

interface Ways {
  readonly alone: readonly PersonId[];
  /** Units none of whose people can be written to alone, but some mentioned. */
  readonly inGroup: readonly UnitId[];
}

export function waysTo({ directory, reach }: Situation, units: readonly UnitId[]): Ways {
  const contacts = units.map((unit) => ({ unit, people: directory.contactsOf([unit]) }));
  const reached = (how: 'alone' | 'in-group') => (person: PersonId) => reach(person) === how;
  return {
    alone: contacts.flatMap(({ people }) => people.filter(reached('alone'))),
    inGroup: contacts
      .filter(({ people }) => !people.some(reached('alone')) && people.some(reached('in-group')))
      .map(({ unit }) => unit),
  };
}

export function planForLate(before: Situation, after: Situation, events: readonly CampaignEvent[]): Send[] {
  const { publishedAtMs, silent, receipts } = before.state.broadcast;
  // Only with these come new addressees: no other message walks over all units.
  const widening = events.some(({ type }) => type === 'CampaignOpened' || type === 'UnitJoined');
  if (publishedAtMs === null || !widening) return [];
  const late = [...after.state.broadcast.silent].filter((unit) => !silent.has(unit) && !receipts.has(unit));
  const { alone, inGroup } = waysTo(after, late);
  return [...alone.flatMap((person) => planAlone(after, person)), ...inGroups(after, inGroup)];
}

function planAlone(situation: Situation, person: PersonId): Send[] {
  const text = `${say.planForLate(situation.state.definition.shortTitle)}\n${planText(situation)}`;
  return splitText(text, Math.min(...situation.groups.map(situation.pushBytes))).map((part, index) =>
    index === 0 ? tell(person, part) : { follows: true, ...tell(person, part) },
  );
}

/** The plan itself is a word away, and would be read by all who have it. */
function inGroups({ directory, groups, botName }: Situation, units: readonly UnitId[]): Send[] {
  if (units.length === 0) return [];
  const text = say.lateInGroup(unitList(directory, units, units.length), botName);
  return groups.map(({ id }) => post(id, text, directory.contactsOf(units)));
}
