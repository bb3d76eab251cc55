/** Reminders as messages: one per group for all that is due, saying exactly who owes what. */
import { utf8Length } from '../broadcast/split.ts';
import type { Due } from '../campaign/definition.ts';
import type { Chat, Person } from '../directory/model.ts';
import type { Send } from '../ledger.ts';
import type { UnitId } from '../model.ts';
import { roomFor } from '../parts.ts';
import {
  type OwedLine,
  type OwedReturn,
  overdueToLeader,
  owedText,
  owedUnlisted,
  returnReminder,
} from '../replies/reminders.ts';
import { unitList } from '../replies/wording.ts';
import type { Situation } from '../situation.ts';
import { isCorrecting } from '../submission/counting.ts';
import { dueFor } from '../submission/due.ts';
import { owedBy, owedOf, owesNothing, type ReturnPart } from '../submission/owed.ts';
import type { ReturnState } from '../submission/state.ts';
import { unitsWithoutReporter } from '../told.ts';
import type { Reminded } from './state.ts';

export function groupReminders(situation: Situation, returns: readonly Reminded[]): Send[] {
  return situation.groups.map((group) => groupReminder(situation, group, returns));
}

/** The reminder for one group; made again just before it goes out, if some have delivered meanwhile. */
export function groupReminder(situation: Situation, group: Chat, returns: readonly Reminded[]): Send {
  const { directory, nowMs, botName } = situation;
  const owed = returns.flatMap((reminded) => owedReturn(situation, reminded) ?? []);
  const units = [...new Set(returns.flatMap((reminded) => reminded.units))];
  const without = unitsWithoutReporter(directory, units);
  const to = {
    botName,
    withoutReporter: unitList(directory, without, without.length),
    others: without.length < units.length,
  };
  const text = (unlisted: boolean) =>
    returnReminder(unlisted ? owed.map((one) => ({ ...one, lines: null })) : owed, nowMs, to);
  const full = text(false);
  return {
    to: { kind: 'chat', chat: group.id },
    text: utf8Length(full) <= situation.pushBytes(group) ? full : text(true),
    mentions: directory.contactsOf(units),
    purpose: { kind: 'remind-returns', returns },
    waits: true,
  };
}

/** What a reminder says of one return: by name, unless more than half owe it. */
function owedReturn(situation: Situation, { returnId, units, part }: Reminded): OwedReturn | null {
  const returned = situation.state.submission.returns.get(returnId);
  const [first] = units;
  if (!returned || first === undefined) return null;
  const many = units.length * 2 > returned.assigned.size;
  const owing = [...returned.owing].filter((unit) => !owesNothing(owedOf(owedBy(returned, unit), part)));
  const late = situation.nowMs >= dueFor(returned, first).lateAfterMs;
  const correcting = late ? units.filter((unit) => isCorrecting(returned, unit)) : [];
  return {
    title: titleOf(situation, returned, part),
    due: dueFor(returned, first),
    owing: units.length - correcting.length,
    assigned: units.length < owing.length ? null : returned.assigned.size,
    correcting: unitList(situation.directory, correcting, correcting.length),
    materials: isTable(returned, part) ? null : titlesOf(returned, part).join('、'),
    lines: many ? null : owedLines(situation, returned, units, part),
    tableOnly: titlesOf(returned, part).length === 0,
  };
}

/** Units that owe the same stand in one line. */
export function owedLines(
  { directory }: Situation,
  returned: ReturnState,
  units: readonly UnitId[],
  part?: ReturnPart,
): OwedLine[] {
  const byOwed = new Map<string, UnitId[]>();
  for (const unit of units) {
    const owed = owedText(owedOf(owedBy(returned, unit), part));
    const alike = byOwed.get(owed);
    if (alike) alike.push(unit);
    else byOwed.set(owed, [unit]);
  }
  return [...byOwed].map(([owed, group]) => ({ owed, units: unitList(directory, group, group.length) }));
}

/** Leaders hear of their own unit alone; those the bot cannot write to alone are told together in the group. */
export function leaderNotices(situation: Situation, returned: ReturnState, units: readonly UnitId[]): Send[] {
  const leaders = units.flatMap((unit) =>
    situation.directory.peopleOf(unit, 'leader').map((person) => ({ person, unit })),
  );
  const alone = leaders.filter(({ person }) => situation.reach(person.id) === 'alone');
  const inGroup = leaders.filter(({ person }) => situation.reach(person.id) !== 'alone');
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
  const among = new Set(units);
  return people.filter(({ unit }) => unit !== null && among.has(unit));
}

export function leaderNotice(
  situation: Situation,
  returned: ReturnState,
  to: Send['to'],
  people: readonly Person[],
  units: readonly UnitId[],
): Send {
  const title = titleOf(situation, returned);
  const due: Due = units[0] === undefined ? returned.due : dueFor(returned, units[0]);
  const full = overdueToLeader(title, due, owedLines(situation, returned, units));
  const short = () =>
    overdueToLeader(title, due, [{ owed: owedUnlisted, units: unitList(situation.directory, units, units.length) }]);
  return {
    to,
    text: utf8Length(full) <= roomFor(situation, to) ? full : short(),
    mentions: to.kind === 'person' ? [] : people.map((person) => person.id),
    purpose: { kind: 'escalate-return', returnId: returned.definition.id, units },
    waits: true,
  };
}

/** With one return the campaign's short name says enough; a part is called by its own name. */
function titleOf({ state }: Situation, returned: ReturnState, part?: ReturnPart): string {
  const { definition } = returned;
  const several = state.submission.returns.size > 1;
  const materials = titlesOf(returned, part);
  if (part) {
    const named = [...(part.table ? ['统计表'] : []), ...materials].join('、');
    return several ? `${definition.title}的${named}` : `${state.definition.shortTitle}${named}`;
  }
  if (several) return definition.title;
  const parts = [...(definition.form ? ['统计表'] : []), ...(materials.length > 0 ? ['材料'] : [])];
  return `${state.definition.shortTitle}${parts.join('和')}`;
}

function isTable({ definition }: ReturnState, part: ReturnPart | undefined): boolean {
  return definition.form !== null && part?.table !== false;
}

function titlesOf({ definition }: ReturnState, part: ReturnPart | undefined): string[] {
  return definition.materials.filter(({ id }) => part?.materials.includes(id) !== false).map(({ title }) => title);
}
