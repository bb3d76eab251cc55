/** 催收到: who has not signed is reminded at once, on the organiser's word: everyone for the plan, some for whatever they were sent. */
import { aFew } from '../few.ts';
import type { EpochMs, UnitId } from '../model.ts';
import { unitsIn } from '../naming.ts';
import { answer, type Outcome } from '../outcome.ts';
import type { ReceiptAsked } from '../receipts.ts';
import { isTooSoon, whyNotAgain } from '../reminders/again.ts';
import * as say from '../replies/broadcast.ts';
import { leftOutUnclear, unitList } from '../replies/wording.ts';
import type { Situation, Speaker } from '../situation.ts';
import { unmentionedLine } from '../told.ts';
import { planKey } from './receipts.ts';
import { receiptReminders } from './reminders.ts';

/** What is asked for from whom, or why nothing is. */
interface Chase {
  readonly asked: readonly ReceiptAsked[];
  readonly units: readonly UnitId[];
  /** By name; empty where it is everyone. */
  readonly names: string;
  /** Asked within the hour, and not again, by name. */
  readonly spared: string;
}

export function previewChaseReceipts(situation: Situation, words: string): string | null {
  const chase = planChase(situation, words);
  if (typeof chase === 'string' || chase.units.length <= aFew || situation.groups.length === 0) return null;
  return say.aboutToChaseReceipts(chase.units.length, situation.groups.length);
}

export function chaseReceipts(situation: Situation, { person }: Speaker, words: string): Outcome {
  const chase = planChase(situation, words);
  if (typeof chase === 'string') return answer(chase);
  const { asked, units, names, spared } = chase;
  const text = names === '' ? say.receiptsChased(units.length) : say.receiptsChasedOf(names, spared);
  return answer([text, unmentionedLine(situation.directory, units)], {
    events: [{ type: 'ReceiptsChased', by: person.id, ...(names === '' ? {} : { units }) }],
    sends: receiptReminders(situation, asked),
  });
}

/** 没回的, 各单位的: no more than that they have not signed. */
const everyone = /^(?:还|没有?|未|回复?|的|单位|联络员|各家?|大家|所有|全部|人|他们|[\s，,])*$/;

function planChase(situation: Situation, words: string): Chase | string {
  const { silent, publishedAtMs } = situation.state.broadcast;
  if (publishedAtMs === null) return say.planNotPublished;
  if (!everyone.test(words)) return planForSome(situation, words);
  if (silent.size === 0) return say.allReceived;
  return withoutRecent(situation, [{ key: planKey, units: [...silent] }], false);
}

function planForSome(situation: Situation, words: string): Chase | string {
  const { found, except, others, unclear, rest } = unitsIn(situation.directory, words);
  if (unclear) return leftOutUnclear(words);
  if ((found.length === 0 && !others) || !everyone.test(rest)) return say.chaseReceiptsOfWhom(words);
  const isMeant = (unit: UnitId) =>
    others ? !except.some(({ id }) => id === unit) : found.some(({ id }) => id === unit);
  const asked = situation.house
    .receipts(situation)
    .toReversed()
    .map(({ key, waiting }) => ({ key, units: [...waiting].filter(isMeant) }))
    .filter(({ units }) => units.length > 0);
  if (asked.length > 0) return withoutRecent(situation, asked, true);
  return others
    ? say.allReceived
    : say.theyHaveSigned(
        namesOf(
          situation,
          found.map(({ id }) => id),
        ),
      );
}

/** The hour binds those who were asked, and nobody else. */
function withoutRecent(situation: Situation, asked: readonly ReceiptAsked[], named: boolean): Chase | string {
  const all = [...new Set(asked.flatMap(({ units }) => units))];
  const units = all.filter((unit) => !isTooSoon(situation, lastMs(situation, unit)));
  const names = (of: readonly UnitId[]) => (named ? namesOf(situation, of) : '');
  if (units.length > 0)
    return {
      units,
      names: names(units),
      spared: names(all.filter((unit) => !units.includes(unit))),
      asked: asked
        .map((one) => ({ ...one, units: one.units.filter((unit) => units.includes(unit)) }))
        .filter((one) => one.units.length > 0),
    };
  const first = Math.min(...all.map((unit) => lastMs(situation, unit) ?? situation.nowMs));
  return whyNotAgain(situation, first, names(all)) ?? say.allReceived;
}

function lastMs({ state }: Situation, unit: UnitId): EpochMs | null {
  const { chasedAtMs, chasedUnits } = state.broadcast;
  const own = chasedUnits.get(unit);
  return own === undefined ? chasedAtMs : Math.max(own, chasedAtMs ?? 0);
}

function namesOf({ directory }: Situation, units: readonly UnitId[]): string {
  return unitList(directory, units, units.length);
}
