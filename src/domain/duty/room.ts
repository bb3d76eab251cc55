/** 值班: check-ins, absence, the roster. */
import { dutyLine, owedShift, unitShift } from '../replies/duty.ts';
import type { Room } from '../room.ts';
import type { Situation } from '../situation.ts';
import { namesOf, shiftsOf } from './check-in.ts';
import { dutyOrders } from './orders.ts';
import { dutySection } from './section.ts';
import { dutyRenew, dutySeries } from './slots.ts';
import { dutyFolds, initialDuty, isShort, lendDuty } from './state.ts';
import { dutyText } from './status.ts';
import { swapExpected } from './swap.ts';

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
  leaves(state, unit) {
    for (const posts of state.shifts.values()) if (posts.get(unit)?.arrived.size === 0) posts.delete(unit);
  },
  succeeds({ shifts }, from, to) {
    // Who was on the roster and came keeps the post; what is to come is the other's.
    for (const posts of shifts.values())
      for (const post of posts.values())
        if (!post.arrived.has(from)) post.people = [...new Set(post.people.map((id) => (id === from ? to : id)))];
  },
  tells: { progress: progressLines, owed: owedLines, unit: unitLines },
};

function progressLines(situation: Situation): string[] {
  const text = dutyText(situation);
  return text === null ? [] : [dutyLine(text)];
}

function owedLines(situation: Situation, unit: string): string[] {
  return shiftsOf(situation).flatMap((shift) => {
    const post = situation.state.duty.shifts.get(shift.id)?.get(unit);
    return post ? [owedShift(shift, namesOf(situation, post.people))] : [];
  });
}

function unitLines(situation: Situation, unit: string): string[] {
  return shiftsOf(situation).flatMap((shift) => {
    const post = situation.state.duty.shifts.get(shift.id)?.get(unit);
    if (!post) return [];
    const held = situation.nowMs < shift.startMs ? null : !isShort(post);
    return [unitShift(shift, namesOf(situation, post.people), held)];
  });
}
