/** The plan goes out, receipts come in, each unit sees its own tasks. */
import type { Task } from '../campaign/definition.ts';
import type { CampaignEvent } from '../campaign/slices.ts';
import type { Chat, Unit } from '../directory/model.ts';
import type { Send } from '../ledger.ts';
import type { UnitId } from '../model.ts';
import { unitMentions } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/broadcast.ts';
import { noUnit } from '../replies/roles.ts';
import { unitList } from '../replies/wording.ts';
import { type Situation, type Speaker, sourceOf } from '../situation.ts';
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

export function giveReceipt(situation: Situation, speaker: Speaker): Outcome {
  const { state, directory, nowMs } = situation;
  const { unit } = speaker.person;
  const { receipts, silent, publishedAtMs } = state.broadcast;
  if (unit === null) return refuse('no_unit', noUnit);
  const short = directory.short(unit);
  if (publishedAtMs === null) return answer(say.planNotPublished);
  const other = signsFor(directory, speaker.words);
  if (other && other.id !== unit) return refuse('not_your_unit', say.receiptNotYours(short, other.shortName));
  const inGroup = speaker.chat.kind === 'group';
  // Who has signed already hears nothing in a flooded group.
  if (receipts.has(unit)) return answer(inGroup ? [] : say.receiptKnown(short));
  if (!silent.has(unit)) return answer(say.receiptNotNeeded(short));
  const given: CampaignEvent = { type: 'ReceiptGiven', unit, source: sourceOf(speaker, nowMs) };
  if (!inGroup)
    return answer(say.receiptTaken(short, receipts.size + 1, receipts.size + silent.size), { events: [given] });
  const line = runningLine(situation, short);
  const told: CampaignEvent = { type: 'ReceiptsTold', received: receipts.size + 1 };
  return answer(line ?? [], { events: line === null ? [given] : [given, told] });
}

/** The unit that the words begin with: 徐汇区局收到. */
function signsFor(directory: Situation['directory'], words: string): Unit | null {
  const [first] = unitMentions(directory, words.trim());
  return first && first.start <= 1 ? (first.units[0] ?? null) : null;
}

const lineEveryMs = 10 * 60_000;

/** In the group the first receipt is answered, then a running line now and then and at milestones; else nothing. */
function runningLine({ state, nowMs }: Situation, short: string): string | null {
  const { receipts, silent, told } = state.broadcast;
  const received = receipts.size + 1;
  const total = receipts.size + silent.size;
  if (received === total) return say.allSigned(total);
  if (told === null) return say.receiptTaken(short, received, total);
  const passedHalf = told.received * 2 < total && received * 2 >= total;
  return passedHalf || nowMs - told.atMs >= lineEveryMs ? say.signedSoFar(received, total) : null;
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
    sends: receiptReminders(situation, [...silent]),
  });
}

/** One message per group that names and mentions those without a receipt. */
export function receiptReminders(situation: Situation, units: readonly UnitId[]): Send[] {
  return situation.groups.map((group) => receiptReminder(situation, group.id, units));
}

export function receiptReminder(situation: Situation, chat: string, units: readonly UnitId[]): Send {
  const { state, directory, botName } = situation;
  const total = state.broadcast.receipts.size + state.broadcast.silent.size;
  const names = units.length * 2 > total ? null : unitList(directory, units, units.length);
  return {
    to: { kind: 'chat', chat },
    text: say.receiptReminder(state.definition.shortTitle, names, units.length, botName),
    mentions: directory.contactsOf(units),
    purpose: { kind: 'remind-receipt', units },
    waits: true,
  };
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
