/** "绑定 黄浦区市场监管局": someone asks to speak for a unit, an organiser confirms. */
import { may } from '../access.ts';
import { tell } from '../ledger.ts';
import { answer, type Outcome, refuse } from '../outcome.ts';
import * as say from '../replies/roles.ts';
import type { Speaker } from '../situation.ts';
import { nearest } from '../spelling.ts';
import type { Unit } from './model.ts';
import type { DirectoryOrder } from './orders.ts';
import { bindKnown, movingText, previewMoving } from './people.ts';
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

export function previewBinding(at: DirectorySituation, { person }: Speaker, { words }: Bind): string | null {
  const { unit, name } = unitAndName(at.view, words);
  const others = unit && name !== '' && name !== person.name && may(person, 'organiser');
  return others ? previewMoving(at, unit, name) : null;
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

type Settle = Extract<DirectoryOrder, { name: 'settle-binding' }>;

/** Shown first where a confirmed request moves somebody from another unit. */
export function previewSettling(at: DirectorySituation, _speaker: Speaker, order: Settle): string | null {
  const asked = order.accept ? requestsMeant(at.state, order) : [];
  const lines = asked.flatMap(({ person, unit }) => {
    const [known, to] = [at.view.person(person.id), at.view.unit(unit)];
    return (known && to && movingText(at, known, to)) || [];
  });
  return lines.length === 0 ? null : lines.join('');
}

export function settleBinding(at: DirectorySituation, { person: by }: Speaker, order: Settle): Decided {
  const { state, view } = at;
  const asked = requestsMeant(state, order);
  if (order.nos.length === 0) return listBindings(at);
  const left = [...state.requests.values()].filter((one) => !asked.includes(one)).map(({ no }) => no);
  const unknown = order.nos.filter((no) => !asked.some((one) => one.no === no));
  if (asked.length === 0) return answer<DirectoryEvent>(say.notWaiting(unknown, left));
  const type = order.accept ? 'BindingConfirmed' : 'BindingRejected';
  const unitOf = ({ unit }: BindingRequest) => view.unit(unit)?.name ?? unit;
  return answer<DirectoryEvent>(
    [
      ...asked.map((one) => say.bindingSettled(order.accept, one.person.name, unitOf(one))),
      ...(unknown.length > 0 ? [say.notWaiting(unknown, left)] : []),
    ],
    {
      events: asked.map(({ no }) => ({ type, no, by: by.id }) as const),
      sends: asked.map((one) => tell(one.person.id, say.bindingResult(order.accept, unitOf(one)))),
    },
  );
}

/** Always by the number: whoever is alone in the queue when the word is read need not be the one it was meant for. */
function requestsMeant({ requests }: DirectoryState, { nos }: Settle): BindingRequest[] {
  return [...requests.values()].filter(({ no }) => nos.includes(no));
}

/** By whoever asked: the organisers find it on their list no more. */
export function withdrawBinding({ state, view }: DirectorySituation, { person }: Speaker): Decided {
  const asked = [...state.requests.values()].find((one) => one.person.id === person.id);
  if (!asked) return answer<DirectoryEvent>(say.noOwnBinding);
  const unit = view.unit(asked.unit)?.name ?? asked.unit;
  return answer<DirectoryEvent>(say.bindingWithdrawn(unit, asked.no), {
    events: [{ type: 'BindingWithdrawn', no: asked.no }],
  });
}
