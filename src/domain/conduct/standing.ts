/** The whole campaign is put off, called off, and brought back; everyone hears of it. */
import { post, type Send } from '../ledger.ts';
import { answer, type Outcome } from '../outcome.ts';
import * as say from '../replies/conduct.ts';
import type { Course } from '../room.ts';
import type { Situation, Speaker } from '../situation.ts';
import { organiserNames } from '../submission/people.ts';

export function courseOfConduct(situation: Situation): Course {
  const { standing, resumedAtMs } = situation.state.conduct;
  if (standing.kind === 'running') return { sinceMs: resumedAtMs, hold: null };
  const { shortTitle } = situation.state.definition;
  const refusal = say.cancelledAnswer(shortTitle, standing.atMs, organiserNames(situation));
  const cancelled = standing.kind === 'cancelled';
  return { sinceMs: standing.atMs, hold: { silent: cancelled, refusal: cancelled ? refusal : null } };
}

export function previewPostpone(situation: Situation, note: string): string | null {
  const { state } = situation;
  if (state.conduct.standing.kind !== 'running') return null;
  return say.aboutToPostpone(state.definition.shortTitle, note, told(situation));
}

export function postpone(situation: Situation, { person }: Speaker, note: string): Outcome {
  const { conduct, definition } = situation.state;
  if (conduct.standing.kind !== 'running') return answer(say.stoppedAlready(conduct.standing));
  return answer(say.postponed(definition.shortTitle, told(situation)), {
    events: [{ type: 'CampaignPostponed', by: person.id, note }],
    sends: toEveryone(situation, say.postponedNotice(definition.shortTitle, note)),
  });
}

export function previewCancel(situation: Situation, note: string): string | null {
  const { state } = situation;
  if (state.conduct.standing.kind === 'cancelled') return null;
  return say.aboutToCancel(state.definition.shortTitle, note, told(situation));
}

export function cancel(situation: Situation, { person }: Speaker, note: string): Outcome {
  const { conduct, definition } = situation.state;
  if (conduct.standing.kind === 'cancelled') return answer(say.stoppedAlready(conduct.standing));
  return answer(say.cancelled(definition.shortTitle, told(situation)), {
    events: [{ type: 'CampaignCancelled', by: person.id, note }],
    sends: toEveryone(situation, say.cancelledNotice(definition.shortTitle, note, organiserNames(situation))),
  });
}

export function previewResume(situation: Situation): string | null {
  const { state } = situation;
  if (state.conduct.standing.kind === 'running') return null;
  return say.aboutToResume(state.definition.shortTitle, told(situation));
}

export function resume(situation: Situation, { person }: Speaker): Outcome {
  const { state, nowMs } = situation;
  const { shortTitle } = state.definition;
  if (state.conduct.standing.kind === 'running') return answer(say.running(shortTitle));
  const returns = [...state.submission.returns.values()].filter(({ closedAtMs }) => closedAtMs === null);
  const past = returns.filter(({ due }) => due.lateAfterMs <= nowMs);
  const ahead = returns.filter((returned) => !past.includes(returned));
  return answer(
    [
      say.resumed(shortTitle, told(situation)),
      ...past.map(({ definition, due }) => say.pastDue(definition.title, due)),
    ],
    {
      events: [{ type: 'CampaignResumed', by: person.id }],
      sends: toEveryone(
        situation,
        say.resumedNotice(
          shortTitle,
          ahead.map(({ definition, due }) => ({ title: definition.title, due })),
        ),
      ),
    },
  );
}

/** In how many groups everyone hears of it; none before the plan is out. */
function told({ state, groups }: Situation): number {
  return state.broadcast.publishedAtMs === null ? 0 : groups.length;
}

function toEveryone(situation: Situation, text: string): Send[] {
  return told(situation) === 0 ? [] : situation.groups.map(({ id }) => post(id, text, ['all']));
}

/** That the campaign stands still, in a line; none while it runs. */
export function stillLines({ state, directory }: Situation): string[] {
  const { standing } = state.conduct;
  return standing.kind === 'running' ? [] : [say.stillLine(standing, directory.name(standing.by))];
}
