/** An order about people, obeyed in the directory's own stream. */
import { may } from '../access.ts';
import { type Outcome, refuse } from '../outcome.ts';
import { notAllowed, noUnit } from '../replies/roles.ts';
import type { OrderSpec } from '../room.ts';
import type { Speaker } from '../situation.ts';
import { type DirectoryOrder, directoryOrders } from './orders.ts';
import type { DirectorySituation } from './situation.ts';
import type { DirectoryEvent } from './state.ts';

export function obeyDirectory(
  at: DirectorySituation,
  speaker: Speaker,
  order: DirectoryOrder,
): Outcome<DirectoryEvent> {
  const { person } = speaker;
  const spec = directoryOrders[order.name] as OrderSpec<DirectoryOrder, DirectorySituation, DirectoryEvent>;
  if (may(person, spec.right)) return spec.obey(at, speaker, order);
  if (person.unit === null && person.roles.length === 0) return refuse('no_unit', noUnit);
  const organisers = at.view.organisers().map(({ name }) => name);
  return refuse('not_allowed', notAllowed(spec.right, organisers.join('、')));
}
