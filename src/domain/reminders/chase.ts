/** 催办: those who owe are reminded at once, on the organiser's word: everyone, or some units, one return, one material. */
import { answer, type Outcome } from '../outcome.ts';
import { quietNow } from '../quiet.ts';
import * as say from '../replies/reminders.ts';
import { unitList } from '../replies/wording.ts';
import type { Situation, Speaker } from '../situation.ts';
import { duesOwed } from '../submission/due.ts';
import { unmentionedLine } from '../told.ts';
import { leastApartMs } from './ladder.ts';
import { groupReminders } from './messages.ts';
import { partKey, type Reminded } from './state.ts';
import { type Chase, planChase, reminded } from './whom.ts';

export function previewChase(situation: Situation, words: string): string | null {
  const chase = planChase(situation, words);
  const quiet = quietNow(situation);
  if (chase.kind === 'nothing' || !(chase.many || chase.unread !== '' || quiet !== '')) return null;
  const units = unitsOf(chase);
  const shares = chase.returns.map(({ returnId, units: owing }) => ({
    title: situation.state.submission.returns.get(returnId)?.definition.title ?? returnId,
    units: owing.length,
  }));
  return (
    say.aboutToChase(
      { ...chasedOf(situation, chase), names: chase.many ? '' : unitList(situation.directory, units, units.length) },
      shares,
      lastReminded(situation),
      chase.unread,
    ) + quiet
  );
}

type Chased = Extract<Chase, { readonly kind: 'chase' }>;

function unitsOf({ returns }: Chased): readonly string[] {
  return [...new Set(returns.flatMap(({ units }) => units))];
}

function chasedOf(situation: Situation, chase: Chased): say.Chased {
  const { directory, groups } = situation;
  return {
    units: unitsOf(chase).length,
    lacking: lackingOf(situation, chase.returns),
    groups: groups.length,
    except: chase.except.map(({ shortName }) => shortName).join('、'),
    spared: chase.spared.length > 0 ? unitList(directory, chase.spared, chase.spared.length, sparedNamed) : '',
  };
}

const sparedNamed = 5;

/** `图片`: what those who are chased lack, where a part was named. */
function lackingOf({ state }: Situation, returns: readonly Reminded[]): string {
  const names = returns.flatMap(({ returnId, part }) => {
    const materials = state.submission.returns.get(returnId)?.definition.materials ?? [];
    const titles = materials.filter(({ id }) => part?.materials.includes(id)).map(({ title }) => title);
    return [...(part?.table ? ['统计表'] : []), ...titles];
  });
  return [...new Set(names)].join('、');
}

/** When the group was last reminded, if that is so recent that the same again is one too many. */
function lastReminded({ state, nowMs }: Situation): number | null {
  const lastMs = Math.max(...state.reminders.remindedAtMs.values(), Number.NEGATIVE_INFINITY);
  return nowMs - lastMs < leastApartMs ? lastMs : null;
}

export function chaseReturns(situation: Situation, speaker: Speaker, words: string): Outcome {
  const chase = planChase(situation, words);
  if (chase.kind === 'nothing') return answer(chase.text);
  const { returns, many } = chase;
  const units = unitsOf(chase);
  // Who was reminded of a part alone is still reminded of the rest.
  const whole = returns.filter(({ part }) => part === undefined).map(({ returnId }) => returnId);
  const chased = chasedOf(situation, chase);
  const text = many
    ? say.chased(chased)
    : say.chasedSome(unitList(situation.directory, units, units.length), chased.spared);
  return answer([text, unmentionedLine(situation.directory, units)], {
    events: [
      { type: 'ReturnsChased', by: speaker.person.id, units, parts: returns.map(partKey) },
      ...(many && whole.length > 0 ? [{ type: 'Reminded', returns: whole } as const] : []),
    ],
    sends: groupReminders(
      situation,
      returns.flatMap((reminded) => byDue(situation, reminded)),
    ).map(({ waits: _, ...send }) => send),
  });
}

/** Units whose deadline is another one are told their own. */
function byDue({ state }: Situation, { returnId, units, part }: Reminded): Reminded[] {
  const returned = state.submission.returns.get(returnId);
  return returned ? duesOwed(returned, units).map((owed) => reminded(returned, owed.units, part)) : [];
}
