/** Reminders as messages: one per group, saying exactly who owes what. */
import { utf8Length } from '../broadcast/split.ts';
import type { Chat, Person } from '../directory/model.ts';
import type { Send } from '../ledger.ts';
import type { UnitId } from '../model.ts';
import { type OwedLine, overdueToLeader, owedText, owedUnlisted, returnReminder } from '../replies/reminders.ts';
import { unitList } from '../replies/wording.ts';
import type { Situation } from '../situation.ts';
import { owedBy } from '../submission/owed.ts';
import type { ReturnState } from '../submission/state.ts';

export function returnReminders(situation: Situation, returned: ReturnState, units: readonly UnitId[]): Send[] {
  return situation.groups.map((group) => groupReminder(situation, returned, group, units));
}

/** As a step of the ladder, void once the deadline moves. */
export function ladderReminders(situation: Situation, returned: ReturnState): Send[] {
  const units = [...returned.owing];
  const purpose = { kind: 'remind-return', returnId: returned.definition.id, units, moves: returned.moves } as const;
  return returnReminders(situation, returned, units).map((send) => ({ ...send, purpose }));
}

/** The reminder for one group; made again just before it goes out, if some have delivered meanwhile. */
export function groupReminder(
  situation: Situation,
  returned: ReturnState,
  group: Chat,
  units: readonly UnitId[],
): Send {
  const { directory, nowMs, botName } = situation;
  const title = titleOf(situation, returned);
  const full = returnReminder(title, returned.due, nowMs, owedLines(situation, returned, units), botName);
  const short = () =>
    returnReminder(
      title,
      returned.due,
      nowMs,
      [{ owed: '未报齐（发“进度”看缺项）', units: unitList(directory, units, units.length) }],
      botName,
    );
  return {
    to: { kind: 'chat', chat: group.id },
    text: utf8Length(full) <= situation.pushBytes(group) ? full : short(),
    mentions: directory.contactsOf(units),
    purpose: { kind: 'remind-return', returnId: returned.definition.id, units },
  };
}

/** Units that owe the same stand in one line. */
export function owedLines({ directory }: Situation, returned: ReturnState, units: readonly UnitId[]): OwedLine[] {
  const byOwed = new Map<string, UnitId[]>();
  for (const unit of units) {
    const owed = owedText(owedBy(returned, unit));
    byOwed.set(owed, [...(byOwed.get(owed) ?? []), unit]);
  }
  return [...byOwed].map(([owed, group]) => ({ owed, units: unitList(directory, group, group.length) }));
}

/** Leaders hear of their own unit alone; those the bot cannot write to alone are told together in the group. */
export function leaderNotices(situation: Situation, returned: ReturnState, units: readonly UnitId[]): Send[] {
  const leaders = units.flatMap((unit) =>
    situation.directory.peopleOf(unit, 'leader').map((person) => ({ person, unit })),
  );
  const alone = leaders.filter(({ person }) => situation.reaches(person));
  const inGroup = leaders.filter(({ person }) => !situation.reaches(person));
  const sends = alone.map(({ person, unit }) =>
    leaderNotice(situation, returned, { kind: 'person', person: person.id }, [person], [unit]),
  );
  if (inGroup.length === 0) return sends;
  const people = inGroup.map(({ person }) => person);
  const told = [...new Set(inGroup.map(({ unit }) => unit))];
  return [
    ...sends,
    ...situation.groups.flatMap((group) =>
      groupNotices(situation, returned, { kind: 'chat', chat: group.id }, people, told),
    ),
  ];
}

/** As few notices as fit: halved until they do. */
function groupNotices(
  situation: Situation,
  returned: ReturnState,
  to: Send['to'],
  people: readonly Person[],
  units: readonly UnitId[],
): Send[] {
  const whole = leaderNotice(situation, returned, to, people, units);
  if (units.length <= 1 || utf8Length(whole.text) <= roomFor(situation, to)) return [whole];
  const half = Math.ceil(units.length / 2);
  return [units.slice(0, half), units.slice(half)].flatMap((part) =>
    groupNotices(situation, returned, to, leadersAmong(people, part), part),
  );
}

function leadersAmong(people: readonly Person[], units: readonly UnitId[]): Person[] {
  return people.filter(({ unit }) => unit !== null && units.includes(unit));
}

/** Bytes of one message there; someone written to alone may yet be told in a group. */
function roomFor({ groups, pushBytes }: Situation, to: Send['to']): number {
  const reached = to.kind === 'chat' ? groups.filter(({ id }) => id === to.chat) : groups;
  return Math.min(...reached.map(pushBytes));
}

export function leaderNotice(
  situation: Situation,
  returned: ReturnState,
  to: Send['to'],
  people: readonly Person[],
  units: readonly UnitId[],
): Send {
  const title = titleOf(situation, returned);
  const full = overdueToLeader(title, returned.due, owedLines(situation, returned, units));
  const short = () =>
    overdueToLeader(title, returned.due, [
      { owed: owedUnlisted, units: unitList(situation.directory, units, units.length) },
    ]);
  return {
    to,
    text: utf8Length(full) <= roomFor(situation, to) ? full : short(),
    mentions: to.kind === 'person' ? [] : people.map((person) => person.id),
    purpose: { kind: 'escalate-return', returnId: returned.definition.id, units },
  };
}

function titleOf({ state }: Situation, returned: ReturnState): string {
  return state.returns.size === 1 ? `${state.definition.shortTitle}统计表和材料` : returned.definition.title;
}
