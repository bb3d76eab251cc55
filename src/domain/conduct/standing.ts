/** The whole campaign is put off, called off, and brought back; everyone hears of it. */
import { readDeadlinePhrase } from '../calendar/deadline-phrase.ts';
import { dayAfter, readSpan } from '../calendar/span.ts';
import { dayOf, instantOf, MINUTE_MS } from '../calendar/zone.ts';
import { post, type Send, tell } from '../ledger.ts';
import type { EpochMs, PersonId } from '../model.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/conduct.ts';
import { unitList } from '../replies/wording.ts';
import type { Course } from '../room.ts';
import type { Series } from '../series.ts';
import { concernedUnits, type Situation, type Speaker } from '../situation.ts';
import { duesOwed } from '../submission/due.ts';
import { helperNames } from '../submission/people.ts';

export function courseOfConduct(situation: Situation): Course {
  const { standing, resumedAtMs } = situation.state.conduct;
  if (standing.kind === 'running') return { sinceMs: resumedAtMs, hold: null };
  if (standing.kind === 'postponed') return { sinceMs: standing.atMs, hold: { silent: false, refusal: null } };
  const { shortTitle } = situation.state.definition;
  return {
    sinceMs: standing.atMs,
    hold: {
      silent: true,
      refusal: (to) => say.cancelledAnswer(shortTitle, standing.atMs, helperNames(situation, to)),
    },
  };
}

/** When work begins on the day to which the campaign was put off. */
const resumesAt = '09:00';

/** When a campaign put off goes on: as the words have it, null where they name no day. */
function readUntil({ calendar, closingTime, nowMs }: Situation, note: string): EpochMs | null {
  const span = readSpan(note);
  if (span) return instantOf(dayAfter(dayOf(nowMs), span, calendar), resumesAt);
  const words = note.replace(/再?(?:开展|进行|举行|举办|恢复|继续|开始)$/, '');
  const named = /^[到至]/.test(words) ? readDeadlinePhrase(words, { referenceMs: nowMs, closingTime, calendar }) : null;
  if (!named) return null;
  const wholeDay = dayOf(named.lateAfterMs) !== dayOf(named.lateAfterMs - MINUTE_MS);
  return wholeDay ? instantOf(dayOf(named.lateAfterMs - MINUTE_MS), resumesAt) : named.lateAfterMs;
}

export function previewPostpone(situation: Situation, note: string): string | null {
  const { state, nowMs } = situation;
  if (state.conduct.standing.kind !== 'running') return null;
  const untilMs = readUntil(situation, note);
  if (untilMs !== null && untilMs <= nowMs) return null;
  const due = untilMs === null ? [] : dueBefore(situation, untilMs);
  return say.aboutToPostpone(state.definition.shortTitle, { note, untilMs }, { told: told(situation), due });
}

export function postpone(situation: Situation, { person }: Speaker, note: string): Outcome {
  const { conduct, definition } = situation.state;
  if (conduct.standing.kind !== 'running') return answer(say.stoppedAlready(conduct.standing));
  const untilMs = readUntil(situation, note);
  if (untilMs !== null && untilMs <= situation.nowMs) return refuse('until_in_past', say.untilInPast(untilMs));
  const { shortTitle } = definition;
  const due = untilMs === null ? [] : dueBefore(situation, untilMs);
  return answer(say.postponed(shortTitle, untilMs, { told: told(situation), due }), {
    events: [{ type: 'CampaignPostponed', by: person.id, note, ...(untilMs === null ? {} : { untilMs }) }],
    sends: toEveryone(situation, say.postponedNotice(shortTitle, { note, untilMs })),
  });
}

/** Returns that fall due before the campaign goes on. */
function dueBefore({ state }: Situation, untilMs: EpochMs): string[] {
  const open = [...state.submission.returns.values()].filter(
    ({ closedAtMs, owing }) => closedAtMs === null && owing.size > 0,
  );
  return open.filter(({ due }) => due.lateAfterMs <= untilMs).map(({ definition }) => definition.title);
}

export function previewCancel(situation: Situation, note: string): string | null {
  const { state } = situation;
  if (state.conduct.standing.kind === 'cancelled') return null;
  return say.aboutToCancel(state.definition.shortTitle, note, told(situation));
}

export function cancel(situation: Situation, { person }: Speaker, note: string): Outcome {
  const { conduct, definition } = situation.state;
  if (conduct.standing.kind === 'cancelled') return answer(say.stoppedAlready(conduct.standing));
  const organisers = situation.directory.organisers().map(({ name }) => name);
  return answer(say.cancelled(definition.shortTitle, told(situation)), {
    events: [{ type: 'CampaignCancelled', by: person.id, note }],
    sends: toEveryone(situation, say.cancelledNotice(definition.shortTitle, note, organisers.join('、'))),
  });
}

export function previewResume(situation: Situation): string | null {
  const { state } = situation;
  if (state.conduct.standing.kind === 'running') return null;
  return say.aboutToResume(state.definition.shortTitle, told(situation));
}

export function resume(situation: Situation, { person }: Speaker): Outcome {
  const { state } = situation;
  const { shortTitle } = state.definition;
  if (state.conduct.standing.kind === 'running') return answer(say.running(shortTitle));
  return answer([say.resumed(shortTitle, told(situation)), ...pastLines(situation)], resuming(situation, person.id));
}

function resuming(situation: Situation, by: PersonId) {
  const { shortTitle } = situation.state.definition;
  return {
    events: [{ type: 'CampaignResumed', by } as const],
    sends: toEveryone(
      situation,
      say.resumedNotice(
        shortTitle,
        owedLines(situation, (lateMs, nowMs) => lateMs > nowMs),
      ),
    ),
  };
}

/** What is owed by which deadline, where the deadline is as asked; a unit's own with its name. */
function owedLines(
  { state, directory, nowMs }: Situation,
  as: (lateAfterMs: EpochMs, nowMs: EpochMs) => boolean,
): say.OwedLine[] {
  const open = [...state.submission.returns.values()].filter(({ closedAtMs }) => closedAtMs === null);
  return open.flatMap((returned) =>
    duesOwed(returned)
      .filter(({ due }) => as(due.lateAfterMs, nowMs))
      .map(({ due, own, units }) => ({
        title: returned.definition.title,
        units: own ? unitList(directory, units, units.length) : null,
        due,
      })),
  );
}

function pastLines(situation: Situation): string[] {
  return owedLines(situation, (lateMs, nowMs) => lateMs <= nowMs).map(say.pastDue);
}

/** A campaign that was put off to a day goes on then by itself; the organisers hear what has fallen due meanwhile. */
export function resumption(situation: Situation): Series[] {
  const { standing } = situation.state.conduct;
  if (standing.kind !== 'postponed' || standing.untilMs === null) return [];
  const { untilMs, by, atMs } = standing;
  const { shortTitle, reminders } = situation.state.definition;
  return [
    {
      name: `resumption/${atMs}`,
      title: '活动恢复',
      quiet: reminders.quiet,
      fromMs: atMs,
      lifts: true,
      next: (afterMs) => (untilMs > afterMs ? untilMs : null),
      fire() {
        const past = pastLines(situation);
        const text = [say.resumedByItself(shortTitle), ...past].join('\n');
        const { events, sends } = resuming(situation, by);
        const organisers = past.length === 0 ? [] : situation.directory.organisers();
        return { events, sends: [...sends, ...organisers.map(({ id }) => tell(id, text))] };
      },
    },
  ];
}

/** Whom the news reaches; nobody before the plan is out. */
function told(situation: Situation): say.Told | null {
  const { state, groups } = situation;
  if (state.broadcast.publishedAtMs === null || groups.length === 0) return null;
  return { groups: groups.length, units: concernedUnits(situation).length };
}

function toEveryone(situation: Situation, text: string): Send[] {
  return told(situation) === null ? [] : situation.groups.map(({ id }) => post(id, text, ['all']));
}

/** That the campaign stands still, in a line; none while it runs. */
export function stillLines({ state, directory }: Situation): string[] {
  const { standing } = state.conduct;
  return standing.kind === 'running' ? [] : [say.stillLine(standing, directory.name(standing.by))];
}
