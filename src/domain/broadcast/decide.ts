/** The plan goes out, receipts come in, each unit sees its own tasks. */
import type { Task } from '../campaign/definition.ts';
import { answer, type Outcome, refuse } from '../decision.ts';
import type { Chat } from '../directory/model.ts';
import type { Send } from '../ledger.ts';
import type { UnitId } from '../model.ts';
import * as say from '../replies/broadcast.ts';
import { noUnit } from '../replies/roles.ts';
import { unitList } from '../replies/wording.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import { splitText } from './split.ts';

export function publishPlan(situation: Situation, speaker: Speaker): Outcome {
  const { state, groups } = situation;
  if (state.broadcast.publishedAtMs !== null) return answer(say.planAlreadyPublished(state.broadcast.publishedAtMs));
  if (groups.length === 0) return refuse('no_group', say.noGroup);
  const sends = groups.flatMap((group) => planSends(situation, group));
  const { id, unit } = speaker.person;
  // Whoever sends the plan out has it.
  const own = unit !== null && state.broadcast.silent.has(unit);
  const receipt = { type: 'ReceiptGiven', unit: unit ?? '', source: sourceOf(speaker, situation.nowMs) } as const;
  const text = say.planPublished(sends.length, groups.length, state.broadcast.silent.size - (own ? 1 : 0));
  return answer(text, [{ type: 'PlanPublished', by: id }, ...(own ? [receipt] : [])], sends);
}

function planSends(situation: Situation, group: Chat): Send[] {
  const { state, botName, pushBytes } = situation;
  const text = say.planText(state.definition, state.returns.values(), botName);
  return splitText(text, pushBytes(group)).map((part, index) => ({
    to: { kind: 'chat', chat: group.id },
    text: part,
    mentions: index === 0 ? ['all'] : [],
    purpose: { kind: 'notice' },
  }));
}

/** The plan again, for one who asks: as an answer, not to the group. */
export function showPlan({ state, botName }: Situation): Outcome {
  return answer(say.planText(state.definition, state.returns.values(), botName));
}

export function giveReceipt({ state, directory, nowMs }: Situation, speaker: Speaker): Outcome {
  const { unit } = speaker.person;
  const { receipts, silent, publishedAtMs } = state.broadcast;
  if (unit === null) return refuse('no_unit', noUnit);
  const short = directory.short(unit);
  if (publishedAtMs === null) return answer(say.planNotPublished);
  if (receipts.has(unit)) return answer(say.receiptKnown(short));
  if (!silent.has(unit)) return answer(say.receiptNotNeeded(short));
  const text = say.receiptTaken(short, receipts.size + 1, receipts.size + silent.size);
  return answer(text, [{ type: 'ReceiptGiven', unit, source: sourceOf(speaker, nowMs) }]);
}

export function listSilent({ state, directory }: Situation): Outcome {
  const { silent, receipts, publishedAtMs } = state.broadcast;
  if (publishedAtMs === null) return answer(say.planNotPublished);
  return answer(say.silentUnits(unitList(directory, silent, silent.size), silent.size, silent.size + receipts.size));
}

export function chaseReceipts(situation: Situation, speaker: Speaker): Outcome {
  const { silent, publishedAtMs } = situation.state.broadcast;
  if (publishedAtMs === null) return answer(say.planNotPublished);
  if (silent.size === 0) return answer(say.allReceived);
  return answer(
    say.receiptsChased(silent.size),
    [{ type: 'ReceiptsChased', by: speaker.person.id }],
    receiptReminders(situation, [...silent]),
  );
}

/** One message per group that names and mentions those without a receipt. */
export function receiptReminders(situation: Situation, units: readonly UnitId[]): Send[] {
  return situation.groups.map((group) => receiptReminder(situation, group.id, units));
}

export function receiptReminder(
  { state, directory, botName }: Situation,
  chat: string,
  units: readonly UnitId[],
): Send {
  return {
    to: { kind: 'chat', chat },
    text: say.receiptReminder(state.definition.shortTitle, unitList(directory, units, units.length), botName),
    mentions: directory.contactsOf(units),
    purpose: { kind: 'remind-receipt', units },
  };
}

export function showTasks({ state, directory }: Situation, speaker: Speaker): Outcome {
  const { unit } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const mine = state.definition.tasks.filter((task) => task.audience.units.includes(unit));
  const returns = [...state.returns.values()].filter((returned) => returned.assigned.has(unit)).map(say.owedReturn);
  const shifts = (state.definition.duty?.shifts ?? []).filter((shift) => state.duty.shifts.get(shift.id)?.has(unit));
  return answer(say.myTasks(directory.short(unit), mine, [...returns, ...shifts.map(say.owedShift)]));
}

export function showTask({ state, directory }: Situation, no: string): Outcome {
  const { tasks } = state.definition;
  const task = tasks.find((candidate) => candidate.no === no);
  if (task) return answer(say.taskText(task, leadName(directory.short, task)));
  return answer(say.noSuchTask(no, tasks[0]?.no ?? '1', tasks.at(-1)?.no ?? '1'));
}

function leadName(short: (unit: UnitId) => string, task: Task): string | null {
  return task.lead === null ? null : short(task.lead);
}
