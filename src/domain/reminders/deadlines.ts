/** A deadline is asked for, moved for everyone, or extended for some. */
import { readDeadlinePhrase } from '../calendar/deadline-phrase.ts';
import type { Due } from '../campaign/definition.ts';
import type { Unit } from '../directory/model.ts';
import { post, type Send, tell } from '../ledger.ts';
import { returnIn, unitsIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/reminders.ts';
import { unitList } from '../replies/wording.ts';
import type { Situation, Speaker } from '../situation.ts';
import { dueFor, keptExtensions, sameDue } from '../submission/due.ts';
import type { ReturnState } from '../submission/state.ts';
import type { RemindersOrder } from './state.ts';

type MoveOrder = Extract<RemindersOrder, { name: 'move-deadline' }>;

interface Move {
  readonly returned: ReturnState;
  readonly due: Due;
  /** Units it is for; none for everyone. */
  readonly units: readonly Unit[];
}

export function previewMove(situation: Situation, order: MoveOrder): string | null {
  const move = readMove(situation, order);
  if ('kind' in move || move.units.length > 0 || sameDue(move.returned.due, move.due)) return null;
  const { returned, due } = move;
  return say.aboutToMove({
    title: returned.definition.title,
    before: returned.due,
    after: due,
    units: returned.assigned.size,
    groups: situation.state.broadcast.publishedAtMs === null ? 0 : situation.groups.length,
    kept: keptNames(situation, returned, due),
  });
}

/** "截止改到3月24日前": for everyone; "延期 黄浦区局 到3月24日", "黄浦延期到3月24日": for some. The phrase may name the return where there are several. */
export function moveDeadline(situation: Situation, speaker: Speaker, order: MoveOrder): Outcome {
  const move = readMove(situation, order);
  if ('kind' in move) return move;
  return move.units.length > 0 ? extend(situation, speaker, move) : moveForAll(situation, speaker, move);
}

function readMove(situation: Situation, { phrase, whom }: MoveOrder): Move | Outcome {
  const { state, directory, calendar, closingTime, nowMs } = situation;
  const all = [...state.submission.returns.values()];
  if (whom !== undefined && !namesWhom(situation, whom)) return refuse('whose_deadline', say.whoseDeadline(whom));
  const { found: units, rest } = unitsIn(directory, phrase);
  const returned = all.length === 1 ? all[0] : returnIn(all, rest);
  if (!returned)
    return refuse(
      'which_return',
      all.length === 0 ? say.noReturns : say.whichReturn(all.map(({ definition }) => definition.title)),
    );
  const words = whenIn(rest.replace(returned.definition.title, ''));
  const due = readDeadlinePhrase(words, { referenceMs: nowMs, closingTime, calendar });
  if (!due) return refuse('deadline_unclear', say.deadlineUnclear);
  if (due.lateAfterMs <= nowMs) return refuse('deadline_in_past', say.deadlineInPast(due));
  const stranger = units.find(({ id }) => !returned.assigned.has(id));
  if (stranger) return refuse('not_assigned', say.notAssigned(stranger.shortName, returned.definition.title));
  return { returned, due, units };
}

const fillers = /各单位|所有单位|全部单位|大家|报送|填报|的|都|也|统一|单独|可以|再|[两三几]家|[\s、，,和与及《》“”]/g;

/** Units, returns, and nothing that is neither. */
function namesWhom({ state, directory }: Situation, whom: string): boolean {
  const left = unitsIn(directory, whom).rest.replace(fillers, '');
  const titles = [...state.submission.returns.values()].flatMap(({ definition }) => [
    definition.title,
    definition.form?.title ?? '',
  ]);
  return titles.some((title) => title.replace(fillers, '').includes(left));
}

/** The words that say when: what stands before 到, 至, 为 is about whom or what. */
function whenIn(words: string): string {
  return (/(?:到|至|为|成)\s*(?<when>\S.*)$/.exec(words)?.groups?.['when'] ?? words)
    .replace(/^[的《》“”\s]+/, '')
    .trim();
}

function moveForAll(situation: Situation, speaker: Speaker, { returned, due }: Move): Outcome {
  const before = returned.due;
  if (sameDue(before, due) && returned.extensions.size === 0) return answer(say.deadlineSame(before));
  const { id } = returned.definition;
  const sends = movedNews(situation, returned, due);
  return answer(say.deadlineMovedAnswer(due, sends.length, keptNames(situation, returned, due)), {
    events: [{ type: 'DeadlineMoved', returnId: id, due, by: speaker.person.id }],
    sends,
  });
}

/** The news for the groups; none before the plan is out. */
export function movedNews(situation: Situation, returned: ReturnState, due: Due): Send[] {
  if (situation.state.broadcast.publishedAtMs === null) return [];
  const kept = keptNames(situation, returned, due);
  const text = say.deadlineMoved(returned.definition.title, returned.due, due, kept);
  return situation.groups.map((group) => post(group.id, text, ['all']));
}

function keptNames({ directory }: Situation, returned: ReturnState, due: Due): string {
  const kept = keptExtensions(returned, due);
  return kept.length === 0 ? '' : unitList(directory, kept, kept.length);
}

/** Those concerned are told, nobody else. */
function extend(situation: Situation, speaker: Speaker, { returned, due, units }: Move): Outcome {
  const { directory, state } = situation;
  const moved = units.filter(({ id }) => !sameDue(dueFor(returned, id), due));
  const names = unitList(
    directory,
    units.map(({ id }) => id),
    units.length,
  );
  if (moved.length === 0) return answer(say.deadlineSame(due));
  const { id: returnId, title } = returned.definition;
  const people = moved.flatMap(({ id }) => directory.contactsOf([id]));
  const sooner = moved.every(({ id }) => due.lateAfterMs < dueFor(returned, id).lateAfterMs);
  const text = say.extendedNotice(title, due, sooner);
  return answer(say.extended(names, title, due, sooner), {
    events: moved.map(
      ({ id: unit }) => ({ type: 'DeadlineExtended', returnId, unit, due, by: speaker.person.id }) as const,
    ),
    sends: state.broadcast.publishedAtMs === null ? [] : people.map((person) => tell(person, text)),
  });
}

export function tellDeadlines({ state }: Situation, speaker: Speaker): Outcome {
  const { unit } = speaker.person;
  const all = [...state.submission.returns.values()];
  const mine = all.filter(({ assigned }) => unit !== null && assigned.has(unit));
  const lines = (mine.length > 0 ? mine : all).map((returned) =>
    say.deadlineAnswer(returned.definition.title, unit === null ? returned.due : dueFor(returned, unit)),
  );
  return answer(lines.length > 0 ? lines : say.noReturns);
}

/** Deadlines that are not the file's, for all or for some. */
export function deadlinesAmended({ state, directory }: Situation): string[] {
  return [...state.submission.returns.values()].flatMap(({ definition, due, extensions }) => [
    ...(sameDue(definition.due, due) ? [] : [say.deadlineMovedLine(definition.title, definition.due, due)]),
    ...[...extensions].map(([unit, own]) => say.extendedLine(directory.short(unit), definition.title, own)),
  ]);
}
