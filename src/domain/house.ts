/** What all rooms say together: 汇总进度, what a unit owes, a unit's page, the help. */
import { may, type Right } from './access.ts';
import { messagesToday } from './delivery/state.ts';
import type { Person } from './directory/model.ts';
import type { DirectoryView } from './directory/view.ts';
import { answer } from './outcome.ts';
import { toldTotals } from './progress/tell.ts';
import { personBoundLine, personRemovedLine } from './replies/people.ts';
import { meterLine, progressHead } from './replies/progress.ts';
import type { HelpAudience, OrderSpec, Tells } from './room.ts';
import { type AnyRoom, concernsUnit, eachRoom } from './rooms.ts';
import type { House, Situation } from './situation.ts';

export const house: House = {
  progress(situation, speaker) {
    const { state, nowMs } = situation;
    const lines = gather((tells) => tells.progress?.(situation, speaker.person));
    const meter = may(speaker.person, 'organiser') ? [meterText(situation)] : [];
    return answer([progressHead(state.definition.shortTitle, nowMs), ...lines, ...meter], {
      events: toldTotals(situation, speaker),
    });
  },
  owed: (situation, unit) => gather((tells) => tells.owed?.(situation, unit)),
  standing: (situation, unit, returnId) => gather((tells) => tells.standing?.(situation, unit, returnId)),
  // Of the same minute, what a room names later was sent later; the plan's room stands first.
  receipts: (situation) =>
    each((room) => room.receipts?.(situation))
      .toReversed()
      .sort((a, b) => b.sentAtMs - a.sentAtMs),
  amended: (situation) => [...gather((tells) => tells.amended?.(situation)), ...peopleAmended(situation.directory)],
  concerns: ({ state }, unit) => concernsUnit(state, unit),
  unit: (situation, unit) => gather((tells) => tells.unit?.(situation, unit)),
};

/** How loud the bot is today: whoever runs the campaign should know. */
function meterText({ state, nowMs, directory }: Situation): string {
  const { groups, people } = messagesToday(state.delivery, nowMs);
  const perGroup = [...groups].map(([chat, count]) => ({ chat: directory.chat(chat)?.name ?? chat, count }));
  return meterLine(perGroup, [...people.values()]);
}

/** Who speaks for a unit is the same in every campaign. */
function peopleAmended(directory: DirectoryView): string[] {
  const { bound, removed } = directory.amended();
  return [
    ...bound.map(({ name, unit }) => personBoundLine(name, directory.short(unit ?? ''))),
    ...removed.map(({ person, successor }) =>
      personRemovedLine(person.name, successor === null ? null : directory.name(successor)),
    ),
  ];
}

function gather(tell: (tells: Tells) => readonly string[] | undefined): string[] {
  return each(({ tells }) => tells && tell(tells));
}

/** What the rooms have of something, in their order. */
function each<T>(of: (room: AnyRoom) => readonly T[] | undefined): T[] {
  const all: T[] = [];
  eachRoom((_name, room) => all.push(...(of(room) ?? [])));
  return all;
}

/** What the help shows to each of the three, over all orders of all rooms. */
export function helpLines(
  orders: Iterable<Pick<OrderSpec<unknown>, 'help' | 'helpAlso' | 'helpFor' | 'right'>>,
): Readonly<Record<HelpAudience, readonly string[]>> {
  const lines: Record<HelpAudience, string[]> = { reporter: [], reader: [], organiser: [] };
  for (const { help, helpAlso = [], helpFor, right } of orders) {
    if (help === null) continue;
    for (const audience of [helpFor ?? audienceOf(right)].flat()) lines[audience].push(help, ...helpAlso);
  }
  return lines;
}

function audienceOf(right: Right): HelpAudience {
  return right === 'anyone' ? 'reporter' : right;
}

/** Which of the three helps concern a person. */
export function helpsFor(person: Person): readonly HelpAudience[] {
  return [
    ...(may(person, 'reporter') || !may(person, 'reader') ? (['reporter'] as const) : []),
    ...(may(person, 'reader') ? (['reader'] as const) : []),
    ...(may(person, 'organiser') ? (['organiser'] as const) : []),
  ];
}
