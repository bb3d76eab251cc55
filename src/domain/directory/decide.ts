/** "绑定 黄浦区市场监管局": someone asks to speak for a unit, an organiser confirms. */
import { mayDo } from '../access.ts';
import type { Decision, Send } from '../ledger.ts';
import * as say from '../replies/roles.ts';
import { nearest } from '../spelling.ts';
import type { Command } from '../utterance.ts';
import type { Person, Unit } from './model.ts';
import type { BindingRequest, DirectoryEvent, DirectoryState } from './state.ts';
import type { DirectoryView } from './view.ts';

export type DirectoryOutcome =
  | ({ readonly kind: 'decided' } & Decision<DirectoryEvent>)
  | { readonly kind: 'refused'; readonly code: string; readonly replies: readonly { text: string }[] };

type DirectoryCommand = Extract<Command, { name: 'bind' | 'bindings' | 'settle-binding' }>;

function answer(text: string, events: readonly DirectoryEvent[] = [], sends: readonly Send[] = []): DirectoryOutcome {
  return { kind: 'decided', events, replies: [{ text }], sends };
}

function refuse(code: string, text: string): DirectoryOutcome {
  return { kind: 'refused', code, replies: [{ text }] };
}

/** `sender` may be someone the directory does not know yet. */
export function decideDirectory(
  state: DirectoryState,
  view: DirectoryView,
  sender: Person,
  command: DirectoryCommand,
  nowMs: number,
): DirectoryOutcome {
  if (command.name === 'bind') return requestBinding(state, view, sender, command.unit, nowMs);
  if (!mayDo(sender, 'organiser')) return refuse('not_allowed', say.notAllowed('organiser', names(view.organisers())));
  if (command.name === 'bindings') return listBindings(state, view);
  return settleBinding(state, view, sender, command);
}

function requestBinding(
  state: DirectoryState,
  view: DirectoryView,
  sender: Person,
  words: string,
  nowMs: number,
): DirectoryOutcome {
  const { unit, name } = unitAndName(view, words);
  if (!unit) return refuse('unit_unknown', say.unitUnknown(words.trim(), nearUnits(view, words)));
  if (sender.unit === unit.id) return answer(say.bindingKnown(unit.name));
  const pending = [...state.requests.values()].find((request) => request.person.id === sender.id);
  if (pending) return refusePending(view, pending, unit);
  const no = state.lastRequestNo + 1;
  // Who is in the file goes by the name there.
  const person = name === '' || state.filed.has(sender.id) ? sender : { ...sender, name };
  const request: BindingRequest = { no, person, unit: unit.id, atMs: nowMs };
  const text = say.bindingToConfirm(no, applicant(state, view, request), unit.name);
  const sends = view.organisers().map((organiser) => tell(organiser.id, text));
  return answer(say.bindingAsked(unit.name, no), [{ type: 'BindingRequested', request }], sends);
}

/** One request at a time: else anyone could fill the organisers' day. */
function refusePending(view: DirectoryView, pending: BindingRequest, wanted: Unit): DirectoryOutcome {
  if (pending.unit === wanted.id) return refuse('binding_pending', say.bindingPending(wanted.name, pending.no));
  const unit = view.unit(pending.unit)?.name ?? pending.unit;
  return refuse('binding_pending', say.bindingOtherPending(unit, pending.no));
}

/** Who asks, so that nobody gets in under a borrowed name. */
function applicant(state: DirectoryState, view: DirectoryView, { person, unit }: BindingRequest): string {
  const account = state.filed.has(person.id) ? null : (Object.entries(person.accounts)[0] ?? null);
  const namesake = [...view.people()].some(
    (known) => known.unit === unit && known.name === person.name && known.id !== person.id,
  );
  return say.applicant(person.name, account, namesake);
}

/** `黄浦区局 王丽`: a unit, and the name of the person where it follows. */
function unitAndName(view: DirectoryView, words: string): { unit: Unit | undefined; name: string } {
  const text = words.trim();
  const whole = view.unitsNamed(text)[0];
  if (whole) return { unit: whole, name: '' };
  const [first = '', ...rest] = text.split(/[\s，,]+/);
  return { unit: view.unitsNamed(first)[0], name: rest.join('') };
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

function listBindings(state: DirectoryState, view: DirectoryView): DirectoryOutcome {
  const lines = [...state.requests.values()].map((request) => ({
    no: request.no,
    name: applicant(state, view, request),
    unit: view.short(request.unit),
  }));
  return answer(lines.length === 0 ? say.noBindings : say.bindingList(lines));
}

function settleBinding(
  state: DirectoryState,
  view: DirectoryView,
  by: Person,
  { no, accept }: Extract<Command, { name: 'settle-binding' }>,
): DirectoryOutcome {
  const requests = [...state.requests.values()];
  const request = no === null && requests.length === 1 ? requests[0] : state.requests.get(no ?? 0);
  if (!request) return answer(say.whichBinding(requests.map((each) => each.no)));
  const unit = view.unit(request.unit)?.name ?? request.unit;
  const event = { type: accept ? 'BindingConfirmed' : 'BindingRejected', no: request.no, by: by.id } as const;
  return answer(
    say.bindingSettled(accept, request.person.name, unit),
    [event],
    [tell(request.person.id, say.bindingResult(accept, unit))],
  );
}

function tell(person: string, text: string): Send {
  return { to: { kind: 'person', person }, text, mentions: [], purpose: { kind: 'notice' } };
}

function names(people: readonly Person[]): string {
  return people.map((person) => person.name).join('、');
}
