/** 组织: who takes part, and whether the campaign goes on. */
import { noSection, type Room } from '../room.ts';
import type { Situation } from '../situation.ts';
import { conductOrders } from './orders.ts';
import { courseOfConduct, resumption, stillLines } from './standing.ts';
import { conductFolds, initialConduct } from './state.ts';
import { tellReturned, unitsAmended } from './units.ts';

export const conduct: Room<'conduct'> = {
  orders: conductOrders,
  events: conductFolds,
  initial: initialConduct,
  lend: (state) => ({ ...state }),
  section: noSection,
  renew: {},
  course: courseOfConduct,
  series: resumption,
  reacts: tellReturned,
  tells: { progress: stillLines, owed: stillLines, amended },
};

function amended(situation: Situation): string[] {
  return [...unitsAmended(situation), ...stillLines(situation)];
}
