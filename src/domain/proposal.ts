/** An order that is shown first and waits for a plain yes: the same in every stream that takes orders. */
import type { EpochMs, PersonId } from './model.ts';
import { answer, type Outcome } from './outcome.ts';
import * as say from './replies/roles.ts';
import type { Head, OrderSpec } from './room.ts';
import type { Speaker } from './situation.ts';

/** An order that waits for a yes. */
export interface Proposed<O> {
  readonly order: O;
  readonly text: string;
  readonly atMs: EpochMs;
}

/** An order that reaches everyone, cannot be undone or takes rights from somebody was shown and waits for a yes. */
export interface OrderProposed<O> {
  readonly type: 'OrderProposed';
  readonly person: PersonId;
  readonly order: O;
  readonly text: string;
}

/** It was carried out, declined or overtaken. */
export interface OrderSettled {
  readonly type: 'OrderSettled';
  readonly person: PersonId;
}

/** Something else was spoken of while an order or a question waited for a yes: a mere 好 is not meant for it any more. */
export interface QuestionPassedOver {
  readonly type: 'QuestionPassedOver';
  readonly person: PersonId;
  /** What waits, as it was put. */
  readonly text: string;
}

/** What had been passed over was put once more. */
export interface QuestionPutAgain {
  readonly type: 'QuestionPutAgain';
  readonly person: PersonId;
}

/** An order that was shown waits for a yes as long as this. */
const heldMs = 10 * 60_000;
/** A yes to one that has lapsed is told so as long as this; later it is hardly meant for it. */
const lapseToldMs = 12 * 60 * 60_000;

/** Whether a yes carries it out, is told that it comes too late, or is hardly meant for it. */
export function standingOf({ atMs }: Proposed<unknown>, nowMs: EpochMs): 'held' | 'lapsed' | 'forgotten' {
  if (nowMs - atMs < heldMs) return 'held';
  return nowMs - atMs < lapseToldMs ? 'lapsed' : 'forgotten';
}

/** `confirmed`: said with the yes in it. `unsure`: in words that may not mean it. */
interface Given<O> {
  readonly order: O;
  readonly confirmed?: boolean;
  readonly unsure?: boolean;
}

/** What the order does, or the showing of it. */
export function shownOrObeyed<O, At, E>(
  spec: OrderSpec<O, At, E>,
  at: At,
  speaker: Speaker,
  { order, confirmed = false, unsure = false }: Given<O>,
): Outcome<E | OrderProposed<O>> {
  const preview = confirmed ? null : (spec.preview?.(at, speaker, order, unsure) ?? null);
  if (preview === null) return spec.obey(at, speaker, order);
  const text = say.confirmFirst(preview);
  return answer<E | OrderProposed<O>>(text, {
    events: [{ type: 'OrderProposed', person: speaker.person.id, order, text }],
  });
}

/** The order as it would be shown now, where a yes was said to what is so no more: 由22日改为28日, and it is the 23rd by now. */
export function shownAnew<O, At, E>(
  spec: OrderSpec<O, At, E>,
  at: At,
  speaker: Speaker,
  { order, text: shown }: Proposed<O>,
): Outcome<E | OrderProposed<O>> | null {
  const preview = spec.asShown ? (spec.preview?.(at, speaker, order, false) ?? null) : null;
  const text = preview === null ? shown : say.confirmFirst(preview);
  if (text === shown) return null;
  return answer<E | OrderProposed<O>>(say.changedSince(text), {
    events: [{ type: 'OrderProposed', person: speaker.person.id, order, text }],
  });
}

/** What is said of an order that another one took the place of, so that nobody takes it for done; nothing where it is the same. */
export function overtakenBy(shown: Proposed<unknown> | undefined, order: unknown, nowMs: EpochMs): string {
  const held = shown !== undefined && standingOf(shown, nowMs) === 'held';
  return held && JSON.stringify(shown.order) !== JSON.stringify(order) ? say.notDone(shown.text) : '';
}

export function settled(person: PersonId): OrderSettled {
  return { type: 'OrderSettled', person };
}

/** It waits no more once it is carried out; one that is refused may still be. */
export function carriedOut<E>(outcome: Outcome<E>, person: PersonId): Outcome<E | OrderSettled> {
  return outcome.kind === 'refused' ? outcome : { ...outcome, events: [settled(person), ...outcome.events] };
}

export function passOver(person: PersonId, text: string): QuestionPassedOver {
  return { type: 'QuestionPassedOver', person, text };
}

/** What a stream keeps of orders that were shown, and of what else waits. */
export interface Shown<O> {
  readonly proposed: Map<PersonId, Proposed<O>>;
  /** What waits for a yes, as it was put, and was followed by other business. */
  readonly passedOver: Map<PersonId, string>;
}

export function foldProposal<O>(
  { proposed, passedOver }: Shown<O>,
  event: OrderProposed<O> | OrderSettled | QuestionPassedOver | QuestionPutAgain,
  { atMs }: Pick<Head, 'atMs'>,
): void {
  switch (event.type) {
    case 'OrderProposed':
      proposed.set(event.person, { order: event.order, text: event.text, atMs });
      passedOver.delete(event.person);
      return;
    case 'OrderSettled':
      proposed.delete(event.person);
      return;
    case 'QuestionPassedOver':
      passedOver.set(event.person, event.text);
      return;
    case 'QuestionPutAgain':
      passedOver.delete(event.person);
      return;
    default:
      event satisfies never;
  }
}
