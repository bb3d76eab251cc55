/** The directory as folded: what the file said, changed by what was bound in chat. */
import { type DeliveryState, initialDelivery, openSends, type SendSettled, settleSend } from '../delivery/state.ts';
import type { Entry } from '../ledger.ts';
import type { ChatId, EpochMs, PersonId, UnitId } from '../model.ts';
import {
  foldProposal,
  type OrderProposed,
  type OrderSettled,
  type QuestionPassedOver,
  type QuestionPutAgain,
  type Shown,
} from '../proposal.ts';
import type { Head } from '../room.ts';
import type { Chat, DirectoryDefinition, Person, Unit } from './model.ts';
import type { DirectoryOrder } from './orders.ts';

/** Someone asks to speak for a unit; an organiser decides. */
export interface BindingRequest {
  /** What the organiser says to confirm it: 1, 2, 3 … */
  readonly no: number;
  readonly person: Person;
  readonly unit: UnitId;
  readonly atMs: EpochMs;
}

/** What an organiser confirmed in chat, and no more: the rest is as the file has it. */
interface Binding {
  readonly unit: UnitId;
  /** The unit the file had then: once it names another, the file is the newer word. */
  readonly instead: UnitId | null;
  /** Had no role then, and became a reporter. */
  readonly reporter: boolean;
  /** Someone no file names; null for a person of the file. */
  readonly stranger: Person | null;
}

/** A person taken off in chat; who takes over, if anyone. */
export interface Removal {
  readonly person: Person;
  readonly successor: PersonId | null;
  /** Counted from 1 over all removals: who is taken off twice is handed over twice. */
  readonly no: number;
  readonly atMs: EpochMs;
}

export type DirectoryEvent =
  | { readonly type: 'DirectoryLoaded'; readonly definition: DirectoryDefinition; readonly fileHash: string }
  | { readonly type: 'BindingRequested'; readonly request: BindingRequest }
  | { readonly type: 'BindingConfirmed'; readonly no: number; readonly by: PersonId }
  | { readonly type: 'BindingRejected'; readonly no: number; readonly by: PersonId }
  /** Whoever asked wants it no more. */
  | { readonly type: 'BindingWithdrawn'; readonly no: number }
  /** An organiser binds somebody the directory knows. */
  | { readonly type: 'PersonBound'; readonly person: PersonId; readonly unit: UnitId; readonly by: PersonId }
  | {
      readonly type: 'PersonRemoved';
      readonly person: PersonId;
      readonly successor: PersonId | null;
      readonly by: PersonId;
    }
  | OrderProposed<DirectoryOrder>
  | OrderSettled
  | QuestionPassedOver
  | QuestionPutAgain
  | SendSettled;

export interface DirectoryState extends Shown<DirectoryOrder> {
  fileHash: string | null;
  readonly units: Map<UnitId, Unit>;
  readonly people: Map<PersonId, Person>;
  readonly chats: Map<ChatId, Chat>;
  /** People as the file has them; `people` are they with what was bound in chat. */
  readonly filed: Map<PersonId, Person>;
  /** What was bound in chat: it outlives a reload of the file. */
  readonly bound: Map<PersonId, Binding>;
  /** Taken off in chat: they hold no role until they are bound again, and history keeps their names. */
  readonly removed: Map<PersonId, Removal>;
  /** People who were in the file once: history keeps their names. */
  readonly former: Map<PersonId, Person>;
  readonly requests: Map<number, BindingRequest>;
  lastRequestNo: number;
  lastRemovalNo: number;
  /** The message by which each person last settled an order that was shown: the same message again is no other yes. */
  readonly settledBy: Map<PersonId, string>;
  readonly delivery: DeliveryState;
}

export const directoryVersion = 'directory-5';

export function initialDirectory(): DirectoryState {
  return {
    fileHash: null,
    units: new Map(),
    people: new Map(),
    chats: new Map(),
    filed: new Map(),
    bound: new Map(),
    removed: new Map(),
    former: new Map(),
    requests: new Map(),
    lastRequestNo: 0,
    lastRemovalNo: 0,
    proposed: new Map(),
    passedOver: new Map(),
    settledBy: new Map(),
    delivery: initialDelivery(),
  };
}

/** Folds one entry in place; the journal owns the state. */
export function evolveDirectory(state: DirectoryState, entry: Entry<DirectoryEvent>): void {
  for (const event of entry.events) apply(state, event, entry);
  openSends(state.delivery, entry);
}

function apply(state: DirectoryState, event: DirectoryEvent, head: Head): void {
  switch (event.type) {
    case 'DirectoryLoaded':
      load(state, event.definition, event.fileHash);
      return;
    case 'BindingRequested':
      state.requests.set(event.request.no, event.request);
      state.lastRequestNo = event.request.no;
      return;
    case 'BindingConfirmed':
      bind(state, state.requests.get(event.no));
      state.requests.delete(event.no);
      return;
    case 'BindingRejected':
    case 'BindingWithdrawn':
      state.requests.delete(event.no);
      return;
    case 'PersonBound':
      bindPerson(state, state.people.get(event.person) ?? state.removed.get(event.person)?.person, event.unit);
      return;
    case 'PersonRemoved':
      remove(state, event, head);
      return;
    case 'OrderSettled':
      state.settledBy.set(event.person, head.cause);
      foldProposal(state, event, head);
      return;
    case 'OrderProposed':
    case 'QuestionPassedOver':
    case 'QuestionPutAgain':
      foldProposal(state, event, head);
      return;
    case 'SendSettled':
      settleSend(state.delivery, event, head.atMs);
      return;
    default:
      event satisfies never;
  }
}

function bind(state: DirectoryState, request: BindingRequest | undefined): void {
  if (request) bindPerson(state, request.person, request.unit);
}

/** A person who leaves keeps the name in history; what was bound in chat goes. */
function remove(
  state: DirectoryState,
  { person: id, successor }: Extract<DirectoryEvent, { type: 'PersonRemoved' }>,
  { atMs }: Head,
): void {
  const person = state.people.get(id);
  if (!person) return;
  state.lastRemovalNo += 1;
  state.bound.delete(id);
  state.removed.set(id, { person, successor, no: state.lastRemovalNo, atMs });
  placePeople(state);
}

function bindPerson(state: DirectoryState, person: Person | undefined, unit: UnitId): void {
  if (!person) return;
  state.removed.delete(person.id);
  const filed = filedAs(state, person);
  state.bound.set(filed?.id ?? person.id, {
    unit,
    instead: filed?.unit ?? null,
    reporter: (filed?.roles ?? []).length === 0,
    stranger: filed ? null : person,
  });
  placePeople(state);
}

/** The person in the file, by id or by an account. */
function filedAs({ filed }: DirectoryState, { id, accounts }: Person): Person | undefined {
  const known = filed.get(id);
  if (known) return known;
  const own = Object.entries(accounts);
  return [...filed.values()].find((person) => own.some(([platform, account]) => person.accounts[platform] === account));
}

function load(state: DirectoryState, definition: DirectoryDefinition, fileHash: string): void {
  const before = new Map(state.filed);
  state.fileHash = fileHash;
  state.units.clear();
  state.filed.clear();
  state.chats.clear();
  for (const unit of definition.units) state.units.set(unit.id, unit);
  for (const person of definition.people) state.filed.set(person.id, person);
  for (const chat of definition.chats) state.chats.set(chat.id, chat);
  for (const [id, person] of before) if (!state.filed.has(id)) state.former.set(id, person);
  for (const id of state.filed.keys()) state.former.delete(id);
  for (const [no, { person }] of state.requests)
    if (before.has(person.id) && !state.filed.has(person.id)) state.requests.delete(no);
  for (const [id, binding] of state.bound) reviseBinding(state, id, binding);
  placePeople(state);
}

/** Who left the file is gone; a stranger the file now names is that person. */
function reviseBinding(state: DirectoryState, id: PersonId, binding: Binding): void {
  if (!binding.stranger) {
    if (!state.filed.has(id)) state.bound.delete(id);
    return;
  }
  const filed = filedAs(state, binding.stranger);
  if (!filed) return;
  state.bound.delete(id);
  if (!state.bound.has(filed.id)) state.bound.set(filed.id, { ...binding, stranger: null });
}

function placePeople(state: DirectoryState): void {
  state.people.clear();
  for (const person of state.filed.values())
    if (!state.removed.has(person.id)) state.people.set(person.id, placed(state, person));
  for (const [id, { stranger, unit }] of state.bound)
    if (stranger && state.units.has(unit)) state.people.set(id, { ...stranger, unit, roles: ['reporter'] });
}

function placed({ bound, units }: DirectoryState, person: Person): Person {
  const binding = bound.get(person.id);
  if (!binding || binding.instead !== person.unit || !units.has(binding.unit)) return person;
  const roles = person.roles.length === 0 && binding.reporter ? (['reporter'] as const) : person.roles;
  return { ...person, unit: binding.unit, roles };
}
