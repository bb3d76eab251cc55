/** The plan goes out, each unit sees its own tasks. */
import type { Task } from '../campaign/definition.ts';
import type { Chat } from '../directory/model.ts';
import type { Send } from '../ledger.ts';
import type { UnitId } from '../model.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/broadcast.ts';
import { noUnit } from '../replies/roles.ts';
import { unitList } from '../replies/wording.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
import { planKey } from './receipts.ts';
import { receiptReminders } from './reminders.ts';
import { splitText } from './split.ts';

/** What publishing would set going; null where it cannot be done, which is answered at once. */
export function previewPublish(situation: Situation): string | null {
  const { state, groups } = situation;
  if (state.broadcast.publishedAtMs !== null || groups.length === 0) return null;
  return say.aboutToPublish(planSends(situation).length, groups.length, state.broadcast.silent.size);
}

export function publishPlan(situation: Situation, speaker: Speaker): Outcome {
  const { state, groups } = situation;
  if (state.broadcast.publishedAtMs !== null) return answer(say.planAlreadyPublished(state.broadcast.publishedAtMs));
  if (groups.length === 0) return refuse('no_group', say.noGroup);
  const sends = planSends(situation);
  const { id, unit } = speaker.person;
  // Whoever sends the plan out has it.
  const own = unit !== null && state.broadcast.silent.has(unit);
  const receipt = { type: 'ReceiptGiven', unit: unit ?? '', source: sourceOf(speaker, situation.nowMs) } as const;
  const text = say.planPublished({
    parts: sends.length,
    groups: groups.length,
    units: state.broadcast.silent.size,
    own,
  });
  return answer(text, { events: [{ type: 'PlanPublished', by: id }, ...(own ? [receipt] : [])], sends });
}

export function previewResend({ state, groups }: Situation): string | null {
  if (state.broadcast.publishedAtMs === null || groups.length === 0) return null;
  return say.aboutToResend(groups.length);
}

export function resendPlan(situation: Situation, speaker: Speaker): Outcome {
  if (situation.state.broadcast.publishedAtMs === null) return answer(say.planNotPublished);
  if (situation.groups.length === 0) return refuse('no_group', say.noGroup);
  const sends = planSends(situation);
  return answer(say.planResent(sends.length), {
    events: [{ type: 'PlanResent', by: speaker.person.id }],
    sends,
  });
}

function planSends(situation: Situation): Send[] {
  return situation.groups.flatMap((group) => planFor(situation, group, ['all']));
}

/** The plan for one group, in as many messages as the platform needs; the first mentions. */
function planFor(situation: Situation, group: Chat, mentions: Send['mentions']): Send[] {
  const text = planText(situation);
  return splitText(text, situation.pushBytes(group)).map((part, index) => ({
    to: { kind: 'chat', chat: group.id },
    text: part,
    mentions: index === 0 ? mentions : [],
    purpose: { kind: 'notice' },
  }));
}

function planText({ state, botName }: Situation): string {
  return say.planText(state.definition, state.submission.returns.values(), botName);
}

/** The plan again, for one who asks: as an answer, not to the group. */
export function showPlan(situation: Situation): Outcome {
  return answer(planText(situation));
}

/** It was said not to have come. Shown to that one alone; a group that has it already is only told where it stands. */
export function findPlan(situation: Situation, { chat }: Speaker): Outcome {
  const { publishedAtMs } = situation.state.broadcast;
  if (publishedAtMs === null) return answer(say.planNotPublished);
  return chat.kind === 'group' ? answer(say.planIsOut(publishedAtMs)) : showPlan(situation);
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
  return answer(say.receiptsChased(silent.size), {
    events: [{ type: 'ReceiptsChased', by: speaker.person.id }],
    sends: receiptReminders(situation, [{ key: planKey, units: [...silent] }]),
  });
}

export function showTasks(situation: Situation, speaker: Speaker): Outcome {
  const { unit } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  const mine = situation.state.definition.tasks.filter((task) => task.audience.units.includes(unit));
  return answer(say.myTasks(situation.directory.short(unit), mine, situation.house.owed(situation, unit)));
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

/** Units that owe a receipt only now, though the plan is out: they get it, mentioned, without calling everyone. */
export function planForLate(before: Situation, after: Situation): Send[] {
  const { publishedAtMs, silent, receipts } = before.state.broadcast;
  if (publishedAtMs === null) return [];
  const late = [...after.state.broadcast.silent].filter((unit) => !silent.has(unit) && !receipts.has(unit));
  if (late.length === 0) return [];
  const { directory } = after;
  const head = say.planForLate(unitList(directory, late, late.length));
  const text = `${head}\n${planText(after)}`;
  return after.groups.flatMap((group) =>
    splitText(text, after.pushBytes(group)).map((part, index) => ({
      to: { kind: 'chat', chat: group.id } as const,
      text: part,
      mentions: index === 0 ? directory.contactsOf(late) : [],
      purpose: { kind: 'notice' } as const,
    })),
  );
}
