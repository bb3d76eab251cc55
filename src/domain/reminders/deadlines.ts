/** A deadline is asked for, moved for everyone, or extended for some. */
import { may } from '../access.ts';
import { dated, putOff, readDeadlinePhrase } from '../calendar/deadline-phrase.ts';
import { readSpan } from '../calendar/span.ts';
import type { Due } from '../campaign/definition.ts';
import type { Unit } from '../directory/model.ts';
import { exampleOf } from '../examples.ts';
import { aFew } from '../few.ts';
import { post, type Send } from '../ledger.ts';
import { returnIn, type UnitsFound, unitsIn } from '../naming.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/reminders.ts';
import { nothingOwed } from '../replies/submission.ts';
import { leftOutUnclear, unitList } from '../replies/wording.ts';
import type { Situation, Speaker } from '../situation.ts';
import { dueFor, keptExtensions, sameDue } from '../submission/due.ts';
import { whyEnded } from '../submission/ended.ts';
import type { ReturnState } from '../submission/state.ts';
import { askWhichReturn } from '../submission/which.ts';
import { aboutToTell, tellUnits } from '../told.ts';
import type { RemindersOrder } from './state.ts';

type MoveOrder = Extract<RemindersOrder, { name: 'move-deadline' }>;

interface Move {
  readonly returned: ReturnState;
  /** For everyone; null where units are named. */
  readonly due: Due | null;
  /** For each unit named. */
  readonly own: readonly Own[];
}

interface Own {
  readonly unit: Unit;
  readonly due: Due;
}

export function previewMove(situation: Situation, order: MoveOrder): string | null {
  const move = readMove(situation, order);
  if (move === null || 'kind' in move) return null;
  return move.due === null
    ? previewExtending(situation, order, move)
    : previewMoving(situation, move.returned, move.due);
}

/**
 * One unit's is put right by a word. Shown is what several get by a number of days, which may differ; days more for one that has
 * been given some, which may be the same said twice; and what is sooner than before.
 */
function previewExtending(situation: Situation, { span }: MoveOrder, { returned, own }: Move): string | null {
  const moved = own.filter(({ unit, due }) => !sameDue(dueFor(returned, unit.id), due));
  const few = span === undefined ? aFew : 1;
  const twice = span !== undefined && moved.some(({ unit }) => returned.extensions.has(unit.id));
  const sooner = moved.some((one) => isSooner(returned, one));
  if (moved.length === 0 || returned.closedAtMs !== null || !(own.length > few || twice || sooner)) return null;
  const units = moved.map(({ unit }) => unit.id);
  return say.aboutToExtend(returned.definition.title, byDue(situation, moved)) + aboutToTell(situation, units);
}

function previewMoving(situation: Situation, returned: ReturnState, due: Due): string | null {
  if (changesNothing(returned, due)) return null;
  return say.aboutToMove({
    title: returned.definition.title,
    before: returned.due,
    after: due,
    units: returned.assigned.size,
    groups: situation.state.broadcast.publishedAtMs === null ? 0 : situation.groups.length,
    kept: keptNames(situation, returned, due),
  });
}

/**
 * "截止改到3月24日前", "截止延三天": for everyone; "延期 黄浦区局 到3月24日", "黄浦延期三天": for some. The words may name the return
 * where there are several.
 */
export function moveDeadline(situation: Situation, speaker: Speaker, order: MoveOrder): Outcome {
  const move = readMove(situation, order);
  if (move === null) return askWhichReturn(situation, speaker, order, [...situation.state.submission.returns.values()]);
  if ('kind' in move) return move;
  const { returned, due, own } = move;
  return due === null ? extend(situation, speaker, returned, own) : moveForAll(situation, speaker, returned, due);
}

/** Null where it has to be said of which return. */
function readMove(situation: Situation, order: MoveOrder): Move | Outcome | null {
  const { state, directory, nowMs } = situation;
  const { phrase, whom } = order;
  const all = [...state.submission.returns.values()];
  if (whom !== undefined && !namesWhom(situation, whom))
    return refuse('whose_deadline', say.whoseDeadline(whom, exampleOf(situation)));
  const scope = unitsIn(directory, phrase);
  const { rest } = scope;
  if (scope.unclear) return refuse('whose_deadline', leftOutUnclear(phrase));
  const returned = all.length === 1 ? all[0] : returnIn(all, rest);
  if (!returned) return all.length === 0 ? refuse('which_return', say.noReturns) : null;
  const units = scope.except.length === 0 ? scope.found : othersOf(situation, returned, scope);
  const stranger = units.find(({ id }) => !returned.assigned.has(id));
  if (stranger) return refuse('not_assigned', say.notAssigned(stranger.shortName, returned.definition.title));
  const after = newDue(situation, order, rest.replace(returned.definition.title, ''));
  const due = units.length === 0 && scope.except.length === 0 ? after(returned.due) : null;
  const own = units.flatMap((unit) => {
    const later = after(dueFor(returned, unit.id));
    return later ? [{ unit, due: later }] : [];
  });
  const dues = due ? [due] : own.map((one) => one.due);
  if (dues.length === 0) return refuse('deadline_unclear', say.deadlineUnclear(namesDay(order), units[0]?.shortName));
  const past = dues.find(({ lateAfterMs }) => lateAfterMs <= nowMs);
  return past ? refuse('deadline_in_past', say.deadlineInPast(past)) : { returned, due, own };
}

/** Who of those that owe the return is meant where somebody is left out. */
function othersOf({ directory }: Situation, { assigned }: ReturnState, { found, others, except }: UnitsFound): Unit[] {
  const all = others ? [...directory.units()] : found;
  return all.filter((unit) => assigned.has(unit.id) && !except.includes(unit));
}

/** The deadline that the words name, or one so much later than each one's present one; null where they name none. */
function newDue(
  { calendar, closingTime, nowMs }: Situation,
  { span: said }: MoveOrder,
  words: string,
): (before: Due) => Due | null {
  const reading = { referenceMs: nowMs, closingTime, calendar };
  if (said === undefined) {
    const due = readDeadlinePhrase(whenIn(words), reading);
    return () => due && dated(due);
  }
  const span = readSpan(said);
  return (before) => span && putOff(before, span, reading);
}

/** Units that get the same deadline stand together. */
function byDue({ directory }: Situation, own: readonly Own[]): { names: string; due: Due }[] {
  const firsts = own.filter(({ due }, at) => own.findIndex((other) => sameDue(other.due, due)) === at);
  return firsts.map(({ due }) => {
    const units = own.filter((other) => sameDue(other.due, due)).map(({ unit }) => unit.id);
    return { names: unitList(directory, units, units.length), due };
  });
}

const fillers =
  /(?:截止|报送)(?:时间|日期)|截止|各单位|所有单位|全部单位|大家|报送|填报|的|都|也|统一|单独|可以|再|[两三几]家|[\s、，,和与及《》“”]/g;

/** Units, returns, and nothing that is neither. */
function namesWhom({ state, directory }: Situation, whom: string): boolean {
  const { rest, unclear } = unitsIn(directory, whom);
  if (unclear) return true;
  const left = rest.replace(fillers, '');
  const titles = [...state.submission.returns.values()].flatMap(({ definition }) => [
    definition.title,
    definition.form?.title ?? '',
  ]);
  return titles.some((title) => title.replace(fillers, '').includes(left));
}

/** Anything that may say until when. */
function namesDay({ phrase, span }: MoveOrder): boolean {
  return span !== undefined || /[到至为成\d]/.test(phrase);
}

/** The words that say when: what stands before 到, 至, 为 is about whom or what. */
function whenIn(words: string): string {
  return (/(?:到|至|为|成)\s*(?<when>\S.*)$/.exec(words)?.groups?.['when'] ?? words)
    .replace(/^[的《》“”\s]+/, '')
    .trim();
}

function moveForAll(situation: Situation, speaker: Speaker, returned: ReturnState, due: Due): Outcome {
  const before = returned.due;
  if (changesNothing(returned, due)) return answer(say.deadlineSame(before));
  const { id } = returned.definition;
  const sends = movedNews(situation, returned, due);
  return answer(say.deadlineMovedAnswer(due, sends.length, keptNames(situation, returned, due)), {
    events: [{ type: 'DeadlineMoved', returnId: id, due, by: speaker.person.id }],
    sends,
  });
}

/** It is everyone's deadline already, and no unit's own one is taken back. */
function changesNothing(returned: ReturnState, due: Due): boolean {
  return sameDue(returned.due, due) && keptExtensions(returned, due).length === returned.extensions.size;
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
function extend(situation: Situation, speaker: Speaker, returned: ReturnState, own: readonly Own[]): Outcome {
  const { id: returnId, title } = returned.definition;
  const moved = own.filter(({ unit, due }) => !sameDue(dueFor(returned, unit.id), due));
  if (moved.length === 0) return answer([...new Set(own.map(({ due }) => say.deadlineSame(due)))]);
  if (returned.closedAtMs !== null) return refuse('return_closed', say.closedForExtending(title));
  const sooner = (one: Own) => isSooner(returned, one);
  const { sends, line } = tellUnits(
    situation,
    moved.map((one) => [one.unit.id, say.extendedNotice(title, one.due, sooner(one))] as const),
  );
  const said = byDue(situation, moved).map(({ names, due }) => say.extended(names, title, due, moved.every(sooner)));
  return answer(`${said.join('')}${line}${say.othersStay}`, {
    events: moved.map(
      ({ unit, due }) => ({ type: 'DeadlineExtended', returnId, unit: unit.id, due, by: speaker.person.id }) as const,
    ),
    sends,
  });
}

function isSooner(returned: ReturnState, { unit, due }: Own): boolean {
  return due.lateAfterMs < dueFor(returned, unit.id).lateAfterMs;
}

export function tellDeadlines(situation: Situation, speaker: Speaker): Outcome {
  const { state } = situation;
  const { person } = speaker;
  const { unit } = person;
  const all = [...state.submission.returns.values()];
  const mine = all.filter(({ assigned }) => unit !== null && assigned.has(unit));
  // Who reads over all units is told all deadlines, unless the own unit was taken out.
  if (unit !== null && mine.length === 0 && !may(person, 'organiser')) {
    const reads = may(person, 'reader') && state.amended.get(unit) !== 'left';
    if (!reads) return answer(nothingOwed);
  }
  const lines = (mine.length > 0 ? mine : all).map((returned) => {
    const ended = whyEnded(situation, returned, person);
    return say.deadlineAnswer(returned.definition.title, unit === null ? returned.due : dueFor(returned, unit), ended);
  });
  return answer(lines.length > 0 ? lines : say.noReturns);
}

/** Deadlines that are not the file's, for all or for some. */
export function deadlinesAmended({ state, directory }: Situation): string[] {
  return [...state.submission.returns.values()].flatMap(({ definition, due, extensions }) => [
    ...(sameDue(definition.due, due) ? [] : [say.deadlineMovedLine(definition.title, definition.due, due)]),
    ...[...extensions].map(([unit, own]) =>
      say.extendedLine(directory.short(unit), definition.title, own, own.lateAfterMs < due.lateAfterMs),
    ),
  ]);
}
