/** What is taken no more has no deadline left to keep: whoever asks by when is told that instead. */
import type { Person } from '../directory/model.ts';
import { campaignEnded, returnEnded } from '../replies/closing.ts';
import type { Situation } from '../situation.ts';
import { helperNames, organiserNames } from './people.ts';
import type { ReturnState } from './state.ts';

/** Why nothing is taken for a return any more; null while it is. `to`: who is told, null where that may be anybody of a unit. */
export function whyEnded(situation: Situation, { closedAtMs }: ReturnState, to: Person | null): string | null {
  if (situation.state.conduct.standing.kind === 'cancelled') return campaignEnded;
  if (closedAtMs === null) return null;
  return returnEnded(to === null ? organiserNames(situation, { id: '' }) : helperNames(situation, to));
}
