/** An order about people, obeyed in the directory's own stream; shown first and answered by yes or no as in any room. */
import { may } from '../access.ts';
import type { PersonId } from '../model.ts';
import { alsoSaying, answer, type Outcome, refuse } from '../outcome.ts';
import { carriedOut, overtakenBy, passOver, settled, shownAnew, shownOrObeyed, standingOf } from '../proposal.ts';
import * as say from '../replies/roles.ts';
import type { OrderSpec } from '../room.ts';
import type { Speaker } from '../situation.ts';
import type { CoreOrder } from '../utterance.ts';
import { type DirectoryOrder, directoryOrders } from './orders.ts';
import type { DirectorySituation } from './situation.ts';
import type { DirectoryEvent } from './state.ts';

/** What is said about people: an order, or a word to one that was shown. */
export type DirectoryPart = { readonly order: DirectoryOrder; readonly confirmed?: boolean } | { readonly order: Word };

type Word = Extract<CoreOrder, { name: 'yes' | 'no' }>;

type Decided = Outcome<DirectoryEvent>;

export function obeyDirectory(at: DirectorySituation, speaker: Speaker, part: DirectoryPart): Decided {
  const { id } = speaker.person;
  if (isWord(part)) return toShown(at, speaker, part.order);
  const outcome = obey(at, speaker, part);
  const overtakes = at.state.proposed.has(id) && directoryOrders[part.order.name].kind !== 'ask';
  // Whoever goes on to something else has not said yes to what was shown.
  if (!overtakes) return besides(at, id, outcome);
  return alsoSaying(carriedOut(outcome, id), overtakenBy(at.state.proposed.get(id), part.order, at.nowMs));
}

/** A 好 to this answer is no yes to an order that was shown before it: that waits on, and the answer says so. */
function besides(at: DirectorySituation, person: PersonId, outcome: Decided): Decided {
  const passed = passedBy(at, person);
  const shownAnew = outcome.kind === 'decided' && outcome.events.some(({ type }) => type === 'OrderProposed');
  if (outcome.kind === 'refused' || passed === null || shownAnew) return outcome;
  return {
    ...outcome,
    said: [...outcome.said, say.stillToConfirm(passed.text)],
    events: [...outcome.events, passed],
  };
}

/** That other business came after the order that was shown to somebody and waits; null where none does. */
export function passedBy({ state, nowMs }: Pick<DirectorySituation, 'state' | 'nowMs'>, person: PersonId) {
  const shown = state.proposed.get(person);
  return shown && standingOf(shown, nowMs) === 'held' ? passOver(person, shown.text) : null;
}

function isWord(part: DirectoryPart): part is Extract<DirectoryPart, { order: Word }> {
  return part.order.name === 'yes' || part.order.name === 'no';
}

function specOf({ name }: DirectoryOrder): OrderSpec<DirectoryOrder, DirectorySituation, DirectoryEvent> {
  return directoryOrders[name] as OrderSpec<DirectoryOrder, DirectorySituation, DirectoryEvent>;
}

function obey(at: DirectorySituation, speaker: Speaker, part: Exclude<DirectoryPart, { order: Word }>): Decided {
  const { person } = speaker;
  const spec = specOf(part.order);
  if (may(person, spec.right)) return shownOrObeyed(spec, at, speaker, part);
  if (person.unit === null && person.roles.length === 0) return refuse('no_unit', say.noUnit);
  const others = at.view.organisers().filter(({ id }) => id !== person.id);
  return refuse('not_allowed', say.notAllowed(spec.right, others.map(({ name }) => name).join('、')));
}

/** Decided on the situation of the moment of the yes. */
function toShown(at: DirectorySituation, speaker: Speaker, word: Word): Decided {
  const { id } = speaker.person;
  const proposed = at.state.proposed.get(id);
  if (!proposed) return answer<DirectoryEvent>(say.nothingToConfirm);
  const held = word.name === 'yes' && standingOf(proposed, at.nowMs) === 'held';
  if (held && word.soft && at.state.passedOver.has(id))
    return answer<DirectoryEvent>(say.stillToConfirm(proposed.text), {
      events: [{ type: 'QuestionPutAgain', person: id }],
    });
  const anew = held ? shownAnew(specOf(proposed.order), at, speaker, proposed) : null;
  if (anew) return anew;
  if (held) return carriedOut(obey(at, speaker, { order: proposed.order, confirmed: true }), id);
  const text = word.name === 'yes' ? say.proposalLapsed : say.proposalLetGo;
  return answer<DirectoryEvent>(text, { events: [settled(id)] });
}
