/** What a decision comes to: rooms return these, nobody performs them. */
import type { CampaignEvent } from './campaign/slices.ts';
import type { Send } from './ledger.ts';
import type { Situation, Speaker } from './situation.ts';

/**
 * What is open, said once at the end of the answer, from the state that the whole message leaves: steps that end alike share a
 * key, and the last of them speaks.
 */
export interface Closing {
  readonly key: string;
  /** `before` is the state the message found. */
  tell(before: Situation, after: Situation, speaker: Speaker): readonly string[];
}

/** `refused`: the person hears why, nothing is recorded. */
export type Outcome<E = CampaignEvent> =
  | {
      readonly kind: 'decided';
      readonly events: readonly E[];
      /** What happened, in sentences; none where silence is the answer. */
      readonly said: readonly string[];
      readonly closings: readonly Closing[];
      readonly sends: readonly Send[];
    }
  | { readonly kind: 'refused'; readonly code: string; readonly said: readonly string[] };

export interface More<E> {
  readonly events?: readonly E[];
  readonly sends?: readonly Send[];
  readonly closings?: readonly Closing[];
}

export function answer<E = CampaignEvent>(text: string | readonly string[], more: More<E> = {}): Outcome<E> {
  const { events = [], sends = [], closings = [] } = more;
  const said = typeof text === 'string' ? [text] : text;
  return { kind: 'decided', events, said: said.filter((line) => line !== ''), closings, sends };
}

export function refuse<E = CampaignEvent>(code: string, text: string): Outcome<E> {
  return { kind: 'refused', code, said: [text] };
}

/** The outcome with a line more behind what is said; of a refusal nothing else is said. */
export function alsoSaying<E>(outcome: Outcome<E>, line: string): Outcome<E> {
  return outcome.kind === 'refused' || line === '' ? outcome : { ...outcome, said: [...outcome.said, line] };
}
