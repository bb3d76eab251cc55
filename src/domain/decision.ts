/** Building decisions: rooms return these, nobody performs them. */
import type { CampaignEvent } from './campaign/evolve.ts';
import type { Decision, Reply, Send } from './ledger.ts';

/** `refused`: the person hears why, nothing is recorded. */
export type Outcome =
  | ({ readonly kind: 'decided' } & Decision<CampaignEvent>)
  | { readonly kind: 'refused'; readonly code: string; readonly replies: readonly Reply[] };

export function answer(text: string, events: readonly CampaignEvent[] = [], sends: readonly Send[] = []): Outcome {
  return { kind: 'decided', events, replies: [{ text }], sends };
}

export function refuse(code: string, text: string): Outcome {
  return { kind: 'refused', code, replies: [{ text }] };
}
