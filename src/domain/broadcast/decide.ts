/** The plan goes out, each unit sees its own tasks. */
import { may } from '../access.ts';
import type { Task } from '../campaign/definition.ts';
import { repeat } from '../delivery/failed.ts';
import type { FailedSend } from '../delivery/state.ts';
import type { Chat } from '../directory/model.ts';
import { postInParts, type Send } from '../ledger.ts';
import type { UnitId } from '../model.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/broadcast.ts';
import { noUnit } from '../replies/roles.ts';
import { unitList } from '../replies/wording.ts';
import { concernedUnits, type Situation, type Speaker, sourceOf } from '../situation.ts';
import { splitText } from './split.ts';

/** What publishing would set going; null where it cannot be done, which is answered at once. */
export function previewPublish(situation: Situation): string | null {
  const { state, groups } = situation;
  if (state.broadcast.publishedAtMs !== null || groups.length === 0) return null;
  return say.aboutToPublish(planSends(situation).length, groups.length, state.broadcast.silent.size);
}

export function publishPlan(situation: Situation, speaker: Speaker): Outcome {
  const { state, groups } = situation;
  if (state.broadcast.publishedAtMs !== null) return publishedBefore(situation, speaker, state.broadcast.publishedAtMs);
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

/** Once is enough; but what of it did not arrive goes out again. */
function publishedBefore(situation: Situation, speaker: Speaker, atMs: number): Outcome {
  const lost = lostParts(situation);
  if (lost.length > 0) return repeat(situation, speaker, lost);
  const left = [...situation.state.delivery.open.values()].filter(({ send }) => send.purpose.kind === 'plan');
  return answer(left.length > 0 ? say.planUnderWay(left.length) : say.planAlreadyPublished(atMs));
}

function lostParts({ state }: Situation): FailedSend[] {
  return [...state.delivery.failed.values()].filter(({ send }) => send.purpose.kind === 'plan');
}

export function previewResend(situation: Situation): string | null {
  const { state, groups } = situation;
  if (state.broadcast.publishedAtMs === null || groups.length === 0) return null;
  return say.aboutToResend(groups.length, concernedUnits(situation).length);
}

export function resendPlan(situation: Situation, speaker: Speaker): Outcome {
  if (situation.state.broadcast.publishedAtMs === null) return answer(say.planNotPublished);
  if (situation.groups.length === 0) return refuse('no_group', say.noGroup);
  const sends = planSends(situation);
  const { id: by } = speaker.person;
  const keys = lostParts(situation).map(({ key }) => key);
  // The whole plan stands for what of it did not arrive.
  const repeated = keys.length > 0 ? [{ type: 'SendsRepeated', keys, by } as const] : [];
  return answer(say.planResent(sends.length), { events: [{ type: 'PlanResent', by }, ...repeated], sends });
}

function planSends(situation: Situation): Send[] {
  return situation.groups.flatMap((group) => planFor(situation, group, ['all']));
}

/** The plan for one group, in as many messages as the platform needs; the first mentions. */
function planFor(situation: Situation, group: Chat, mentions: Send['mentions']): Send[] {
  const text = planText(situation);
  return postInParts(group.id, splitText(text, situation.pushBytes(group)), mentions, { kind: 'plan' });
}

export function planText({ state, botName }: Situation): string {
  return say.planText(state.definition, state.submission.returns.values(), botName);
}

/** The plan again, for one who asks: as an answer, not to the group. */
export function showPlan(situation: Situation): Outcome {
  return answer(planText(situation));
}

/** Somebody has not seen the plan: in the group it stands further up, alone he gets it. */
export function findPlan(situation: Situation, { chat }: Speaker): Outcome {
  const { publishedAtMs } = situation.state.broadcast;
  if (publishedAtMs === null) return answer(say.planNotPublished);
  return chat.kind === 'group' ? answer(say.planStandsAbove(publishedAtMs)) : showPlan(situation);
}

/** 收到了吗: those who may read ask about all, others about their own unit. */
export function tellReceipt(situation: Situation, { person }: Speaker): Outcome {
  const { receipts, silent, publishedAtMs } = situation.state.broadcast;
  if (may(person, 'reader')) return listSilent(situation);
  if (publishedAtMs === null) return answer(say.planNotPublished);
  const { unit } = person;
  if (unit === null || !(receipts.has(unit) || silent.has(unit))) return answer(say.noReceiptOwed);
  const short = situation.directory.short(unit);
  return answer(receipts.has(unit) ? say.receiptKnown(short) : say.receiptStillOwed(short));
}

export function listSilent({ state, directory }: Situation): Outcome {
  const { silent, receipts, publishedAtMs } = state.broadcast;
  if (publishedAtMs === null) return answer(say.planNotPublished);
  return answer(say.silentUnits(unitList(directory, silent, silent.size), silent.size, silent.size + receipts.size));
}

export function showTasks(situation: Situation, speaker: Speaker): Outcome {
  const { unit } = speaker.person;
  if (unit === null) return refuse('no_unit', noUnit);
  if (situation.state.amended.get(unit) === 'left') return answer(say.leftCampaign(situation.directory.short(unit)));
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
