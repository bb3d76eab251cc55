/** 值班: check-ins, absence, the roster. */
import { dutyLine, owedShift, rosterLine } from '../replies/duty.ts';
import type { Room } from '../room.ts';
import type { Situation } from '../situation.ts';
import { arrivalAwaited, namesOf } from './check-in.ts';
import { dutyOrders } from './orders.ts';
import { dutySection } from './section.ts';
import { shiftsOf } from './shift-meant.ts';
import { dutyRenew, dutySeries } from './slots.ts';
import { type DutyOrder, dutyFolds, initialDuty, leaveDuty, lendDuty, rejoinDuty, succeedDuty } from './state.ts';
import { dutyText, unitLines } from './status.ts';
import { standInNamed, swapExpected } from './swap.ts';

export const duty: Room<'duty'> = {
  orders: dutyOrders,
  events: dutyFolds,
  initial: initialDuty,
  lend: lendDuty,
  section: dutySection,
  renew: dutyRenew,
  series: dutySeries,
  concerns: ({ shifts }, unit) => [...shifts.values()].some((posts) => posts.has(unit)),
  expects: swapExpected,
  guesses: (situation, speaker, words) =>
    arrivalAwaited(situation, speaker, words) ?? standInNamed(situation, speaker, words) ?? rosterMissed(words),
  joins: rejoinDuty,
  leaves: leaveDuty,
  succeeds: (state, from, to, { atMs }) => succeedDuty(state, from, to, atMs),
  tells: { progress: progressLines, owed: owedLines, unit: unitLines, amended: rosterAmended },
};

/** 没有值班表, of one who has none to hand in: it was not seen. */
function rosterMissed(words: string): DutyOrder | null {
  const missed =
    /^(?:我(?:们)?(?:单位|局)?)?(?:这里|这边)?(?:还|都)?(?:没有?|没收到|没看到|没见到|未收到)值班(?:表|安排|名单)(?:啊|呀)?[。.!！~～\s]*$/;
  return missed.test(words) ? { name: 'unit-duty', words: '我' } : null;
}

function progressLines(situation: Situation): string[] {
  // A campaign that stands still calls nobody to a post.
  if (situation.state.conduct.standing.kind !== 'running') return [];
  const text = dutyText(situation);
  return text === null ? [] : [dutyLine(text)];
}

/** Posts whose people are not the file's. */
function rosterAmended(situation: Situation): string[] {
  const { directory, state } = situation;
  const roster = state.definition.duty?.roster ?? [];
  return shiftsOf(situation).flatMap(({ id, title }) =>
    [...(state.duty.shifts.get(id)?.values() ?? [])].flatMap(({ unit, people }) => {
      const filed = roster.find((line) => line.shift === id && line.unit === unit)?.people ?? [];
      const same = filed.length === people.length && filed.every((person) => people.includes(person));
      const names = { before: namesOf(situation, filed), after: namesOf(situation, people) };
      return same ? [] : [rosterLine(directory.short(unit), title, names)];
    }),
  );
}

function owedLines(situation: Situation, unit: string): string[] {
  return shiftsOf(situation).flatMap((shift) => {
    const post = situation.state.duty.shifts.get(shift.id)?.get(unit);
    return post ? [owedShift(shift, namesOf(situation, post.people))] : [];
  });
}
