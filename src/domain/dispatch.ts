/** One message, understood → one decision. Each command goes to its room; rights are checked here and nowhere else. */
import { mayDo, type Right, rightFor } from './access.ts';
import {
  chaseReceipts,
  giveReceipt,
  listSilent,
  publishPlan,
  showPlan,
  showTask,
  showTasks,
} from './broadcast/decide.ts';
import { answer, type Outcome, refuse } from './decision.ts';
import { assignDuty } from './duty/assign.ts';
import { checkIn, tellDuty } from './duty/decide.ts';
import type { Send } from './ledger.ts';
import { tellHistory } from './progress/history.ts';
import { tellFindings, tellNotReported, tellProgress, tellRowTotal } from './progress/tell.ts';
import type { Reading } from './reading.ts';
import { chaseReturns, moveDeadline, tellDeadlines } from './reminders/decide.ts';
import * as roles from './replies/roles.ts';
import { nothingToReport } from './replies/submission.ts';
import type { Situation, Speaker } from './situation.ts';
import { closeReturns, confirmSubmission, reopenSubmission } from './submission/confirm.ts';
import { pauseFilling, previousRow, skipRow, startFilling, tellOwnProgress } from './submission/converse.ts';
import { type Desk, layDesk } from './submission/desk.ts';
import { handIn, leaveAside } from './submission/materials.ts';
import { organiserNames } from './submission/people.ts';
import { recordAndConfirm, takeReading } from './submission/take-reading.ts';
import type { Command, Utterance } from './utterance.ts';

/** Commands about people and bindings belong to the directory's own stream. */
export type DirectoryCommand = Extract<Command, { name: 'bind' | 'bindings' | 'settle-binding' }>;
export type CampaignCommand = Exclude<Command, DirectoryCommand>;

export function isDirectoryCommand(command: Command): command is DirectoryCommand {
  return command.name === 'bind' || command.name === 'bindings' || command.name === 'settle-binding';
}

export function decide(situation: Situation, speaker: Speaker, utterance: Utterance): Outcome {
  const { command, reading, materials, unplaced, receipt } = utterance;
  const outcomes: Outcome[] = [];
  if (materials.length > 0)
    outcomes.push(guarded(situation, speaker, 'reporter', () => handIn(situation, speaker, materials)));
  if (unplaced.length > 0)
    outcomes.push(guarded(situation, speaker, 'reporter', () => atDesk(situation, speaker, leaveAside(unplaced))));
  if (receipt) outcomes.push(giveReceipt(situation, speaker));
  if (reading && saysSomething(reading.reading)) {
    const confirms = command?.name === 'confirm';
    const take = (desk: Desk) =>
      confirms ? recordAndConfirm(desk, reading.reading) : takeReading(desk, reading.reading);
    outcomes.push(guarded(situation, speaker, 'reporter', () => atDesk(situation, speaker, take)));
    if (confirms) return merge(outcomes);
  } else if (reading && !command && outcomes.length === 0) {
    outcomes.push(atDesk(situation, speaker, (desk) => takeReading(desk, reading.reading)));
  }
  if (command && !isDirectoryCommand(command))
    outcomes.push(guarded(situation, speaker, rightFor(command), () => obey(situation, speaker, command)));
  if (outcomes.length > 0) return merge(outcomes);
  if (speaker.person.unit === null) return refuse('no_unit', roles.noUnit);
  // Figures from someone who has no table to fill: said plainly, not taken for gibberish.
  if (/\d[\d.]*\s*[\u4e00-\u9fff]/.test(speaker.words))
    return guarded(situation, speaker, 'reporter', () => refuse('nothing_to_report', nothingToReport));
  return answer(roles.notUnderstood);
}

/** Whether a reading is more than talk. */
function saysSomething({ intent, values, remarks }: Reading): boolean {
  return intent !== 'none' || values.length > 0 || remarks.length > 0;
}

function guarded(situation: Situation, { person }: Speaker, right: Right, decideIt: () => Outcome): Outcome {
  if (mayDo(person, right)) return decideIt();
  if (person.unit === null && person.roles.length === 0) return refuse('no_unit', roles.noUnit);
  return refuse('not_allowed', roles.notAllowed(right, organiserNames(situation)));
}

function atDesk(situation: Situation, speaker: Speaker, work: (desk: Desk) => Outcome): Outcome {
  const desk = layDesk(situation, speaker);
  if (desk) return work(desk);
  return refuse('nothing_to_report', speaker.person.unit === null ? roles.noUnit : nothingToReport);
}

/** One message gets one answer, whatever it did. */
function merge(outcomes: readonly Outcome[]): Outcome {
  const text = outcomes.flatMap(({ replies }) => replies.map((reply) => reply.text)).join('\n');
  const decided = outcomes.filter((outcome) => outcome.kind === 'decided');
  if (decided.length === 0) return outcomes[0]?.kind === 'refused' ? refuse(outcomes[0].code, text) : answer(text);
  return answer(
    text,
    decided.flatMap(({ events }) => events),
    decided.flatMap(({ sends }) => sends),
  );
}

function obey(situation: Situation, speaker: Speaker, command: CampaignCommand): Outcome {
  const desk = (work: (desk: Desk) => Outcome) => atDesk(situation, speaker, work);
  switch (command.name) {
    case 'help':
      return answer(helpFor(speaker));
    case 'greeting':
      return answer(roles.greeting);
    case 'quotation':
      return answer(roles.quotationOnly);
    case 'receipt':
      return giveReceipt(situation, speaker);
    case 'plan':
      return showPlan(situation);
    case 'my-tasks':
      return showTasks(situation, speaker);
    case 'task':
      return showTask(situation, command.no);
    case 'deadline':
      return tellDeadlines(situation);
    case 'ask-organiser':
      return askOrganiser(situation, speaker);
    case 'fill':
      return desk(startFilling);
    case 'previous':
      return desk(previousRow);
    case 'skip':
      return desk(skipRow);
    case 'pause':
      return desk(pauseFilling);
    case 'own-progress':
      return layDesk(situation, speaker) || !mayDo(speaker.person, 'reader')
        ? desk(tellOwnProgress)
        : tellProgress(situation);
    case 'confirm':
      return desk(confirmSubmission);
    case 'reopen':
      return desk(reopenSubmission);
    case 'check-in':
      return checkIn(situation, speaker);
    case 'duty-status':
      return tellDuty(situation);
    case 'assign-duty':
      return assignDuty(situation, speaker, command.words);
    case 'progress':
      return tellProgress(situation);
    case 'not-reported':
      return tellNotReported(situation);
    case 'who-not-received':
      return listSilent(situation);
    case 'row-total':
      return tellRowTotal(situation, command.words);
    case 'history':
      return tellHistory(situation, speaker, command.words);
    case 'findings':
      return tellFindings(situation);
    case 'publish':
      return publishPlan(situation, speaker);
    case 'chase':
      return chaseReturns(situation, speaker);
    case 'chase-receipts':
      return chaseReceipts(situation, speaker);
    case 'move-deadline':
      return moveDeadline(situation, speaker, command.phrase);
    case 'close-return':
      return closeReturns(situation, speaker, true);
    case 'open-return':
      return closeReturns(situation, speaker, false);
    default:
      return command satisfies never;
  }
}

function helpFor({ person }: Speaker): string {
  const parts = [
    ...(person.unit === null && person.roles.length === 0 ? [roles.noUnit] : []),
    ...(mayDo(person, 'reporter') || !mayDo(person, 'reader') ? [roles.helpReporter] : []),
    ...(mayDo(person, 'reader') ? [roles.helpReader] : []),
    ...(mayDo(person, 'organiser') ? [roles.helpOrganiser] : []),
  ];
  return parts.join('\n');
}

const askAgainAfterMs = 10 * 60_000;

/** The person's last words go to the organisers, who answer themselves. */
function askOrganiser(situation: Situation, speaker: Speaker): Outcome {
  const organisers = situation.directory.organisers();
  if (organisers.length === 0) return answer(roles.noOrganiser);
  const { person } = speaker;
  const { state, nowMs } = situation;
  const askedAtMs = state.organiserAsked.get(person.id);
  if (askedAtMs !== undefined && nowMs - askedAtMs < askAgainAfterMs)
    return answer(roles.askedOrganiserBefore(organiserNames(situation)));
  const unit = person.unit === null ? '' : situation.directory.short(person.unit);
  const dialogue = state.dialogues.get(person.id);
  const words = dialogue?.lastWords ?? dialogue?.questions[0]?.evidence.text.trim() ?? '';
  const text = roles.personNeedsHelp(unit, person.name, words);
  const sends = organisers.map(
    (organiser): Send => ({
      to: { kind: 'person', person: organiser.id },
      text,
      mentions: [],
      purpose: { kind: 'notice' },
    }),
  );
  const asked = [{ type: 'OrganiserAsked', person: person.id } as const];
  return answer(roles.askedOrganiser(organiserNames(situation)), asked, sends);
}
