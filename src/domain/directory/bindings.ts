/** "绑定 黄浦区市场监管局": someone asks to speak for a unit, an organiser confirms. */
import { may } from '../access.ts';
import { tell } from '../ledger.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/roles.ts';
import type { Speaker } from '../situation.ts';
import { nearest } from '../spelling.ts';
import type { Unit } from './model.ts';
import type { DirectoryOrder } from './orders.ts';
import { bindKnown } from './people.ts';
import { type DirectorySituation, unitAndName } from './situation.ts';
import type { BindingRequest, DirectoryEvent, DirectoryState } from './state.ts';
import type { DirectoryView } from './view.ts';

type Decided = Outcome<DirectoryEvent>;
type Bind = Extract<DirectoryOrder, { name: 'bind' }>;

/** The speaker may be someone the directory does not know yet. An organiser who names somebody binds that person. */
export function requestBinding(at: DirectorySituation, { person }: Speaker, { words }: Bind): Decided {
  const { view } = at;
  const { unit, name } = unitAndName(view, words);
  if (!unit) return refuse('unit_unknown', say.unitUnknown(words.trim(), nearUnits(view, words)));
  if (name !== '' && name !== person.name && may(person, 'organiser')) return bindKnown(at, person, unit, name);
  if (person.unit === unit.id) return answer<DirectoryEvent>(say.bindingKnown(unit.name));
  if (may(person, 'organiser')) return answer<DirectoryEvent>(say.organiserBinds(unit.name));
  return request(at, name === '' || at.state.filed.has(person.id) ? person : { ...person, name }, unit);
}

function request({ state, view, nowMs }: DirectorySituation, person: BindingRequest['person'], unit: Unit): Decided {
  const pending = [...state.requests.values()].find((one) => one.person.id === person.id);
  if (pending) return refusePending(view, pending, unit);
  const no = state.lastRequestNo + 1;
  const asked: BindingRequest = { no, person, unit: unit.id, atMs: nowMs };
  const text = say.bindingToConfirm(no, applicant(state, view, asked), unit.name);
  return answer<DirectoryEvent>(say.bindingAsked(unit.name, no), {
    events: [{ type: 'BindingRequested', request: asked }],
    sends: view.organisers().map((organiser) => tell(organiser.id, text)),
  });
}

/** One request at a time: else anyone could fill the organisers' day. */
function refusePending(view: DirectoryView, pending: BindingRequest, wanted: Unit): Decided {
  if (pending.unit === wanted.id) return refuse('binding_pending', say.bindingPending(wanted.name, pending.no));
  const unit = view.unit(pending.unit)?.name ?? pending.unit;
  return refuse('binding_pending', say.bindingOtherPending(unit, pending.no));
}

/** Who asks, so that nobody gets in under a borrowed name. */
function applicant(state: DirectoryState, view: DirectoryView, { person, unit }: BindingRequest): string {
  const account = state.filed.has(person.id) ? null : (Object.entries(person.accounts)[0] ?? null);
  const namesakes = view.peopleNamed(person.name).filter(({ id }) => id !== person.id);
  // Of the unit asked for, if there is one: that is whose place might be taken.
  const namesake = namesakes.find((known) => known.unit === unit) ?? namesakes[0];
  return say.applicant(person.name, account, namesake?.name ?? null);
}

function nearUnits(view: DirectoryView, words: string): string[] {
  const text = words.trim().split(/[\s，,]+/)[0] ?? '';
  const units = [...view.units()];
  const key = text.slice(0, 2);
  const sharing = key.length < 2 ? [] : units.filter((unit) => unit.name.includes(key));
  if (sharing.length > 0) return sharing.slice(0, 3).map((unit) => unit.name);
  const slip = nearest(
    text,
    units.flatMap(({ name, shortName, aliases }) => [shortName, name, ...aliases]),
  );
  return slip === null ? [] : view.unitsNamed(slip).map((unit) => unit.name);
}

export function listBindings({ state, view }: DirectorySituation): Decided {
  const lines = [...state.requests.values()].map((one) => ({
    no: one.no,
    name: applicant(state, view, one),
    unit: view.short(one.unit),
  }));
  return answer<DirectoryEvent>(lines.length === 0 ? say.noBindings : say.bindingList(lines));
}

/** Always by the number: whoever is alone in the queue when the word is read need not be the one it was meant for. */
export function settleBinding(
  at: DirectorySituation,
  { person: by }: Speaker,
  { no, accept }: Extract<DirectoryOrder, { name: 'settle-binding' }>,
): Decided {
  const { state, view } = at;
  const asked = no === null ? undefined : state.requests.get(no);
  if (!asked) return listBindings(at);
  const unit = view.unit(asked.unit)?.name ?? asked.unit;
  const event = { type: accept ? 'BindingConfirmed' : 'BindingRejected', no: asked.no, by: by.id } as const;
  return answer<DirectoryEvent>(say.bindingSettled(accept, asked.person.name, unit), {
    events: [event],
    sends: [tell(asked.person.id, say.bindingResult(accept, unit))],
  });
}
