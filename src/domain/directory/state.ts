/** The directory as folded: what the file said, changed by what was bound in chat. */
import { type DeliveryState, initialDelivery, openSends, type SendSettled, settleSend } from '../delivery/state.ts';
import type { Entry } from '../ledger.ts';
import type { ChatId, EpochMs, PersonId, UnitId } from '../model.ts';
import type { Chat, DirectoryDefinition, Person, Unit } from './model.ts';

/** Someone asks to speak for a unit; an organiser decides. */
export interface BindingRequest {
  /** What the organiser says to confirm it: 1, 2, 3 … */
  readonly no: number;
  readonly person: Person;
  readonly unit: UnitId;
  readonly atMs: EpochMs;
}

export type DirectoryEvent =
  | { readonly type: 'DirectoryLoaded'; readonly definition: DirectoryDefinition; readonly fileHash: string }
  | { readonly type: 'BindingRequested'; readonly request: BindingRequest }
  | { readonly type: 'BindingConfirmed'; readonly no: number; readonly by: PersonId }
  | { readonly type: 'BindingRejected'; readonly no: number; readonly by: PersonId }
  | SendSettled;

export interface DirectoryState {
  fileHash: string | null;
  readonly units: Map<UnitId, Unit>;
  readonly people: Map<PersonId, Person>;
  readonly chats: Map<ChatId, Chat>;
  /** People bound in chat: they outlive a reload of the file. */
  readonly bound: Map<PersonId, Person>;
  readonly requests: Map<number, BindingRequest>;
  lastRequestNo: number;
  readonly delivery: DeliveryState;
}

export const directoryVersion = 'directory-1';

export function initialDirectory(): DirectoryState {
  return {
    fileHash: null,
    units: new Map(),
    people: new Map(),
    chats: new Map(),
    bound: new Map(),
    requests: new Map(),
    lastRequestNo: 0,
    delivery: initialDelivery(),
  };
}

/** Folds one entry in place; the journal owns the state. */
export function evolveDirectory(state: DirectoryState, entry: Entry<DirectoryEvent>): void {
  for (const event of entry.events) apply(state, event);
  openSends(state.delivery, entry);
}

function apply(state: DirectoryState, event: DirectoryEvent): void {
  switch (event.type) {
    case 'DirectoryLoaded':
      load(state, event.definition, event.fileHash);
      return;
    case 'BindingRequested':
      state.requests.set(event.request.no, event.request);
      state.lastRequestNo = event.request.no;
      return;
    case 'BindingConfirmed': {
      const request = state.requests.get(event.no);
      state.requests.delete(event.no);
      if (!request) return;
      const { person, unit } = request;
      const roles = person.roles.length > 0 ? person.roles : (['reporter'] as const);
      const bound = { ...person, unit, roles };
      state.bound.set(bound.id, bound);
      state.people.set(bound.id, bound);
      return;
    }
    case 'BindingRejected':
      state.requests.delete(event.no);
      return;
    case 'SendSettled':
      settleSend(state.delivery, event);
      return;
    default:
      event satisfies never;
  }
}

function load(state: DirectoryState, definition: DirectoryDefinition, fileHash: string): void {
  state.fileHash = fileHash;
  state.units.clear();
  state.people.clear();
  state.chats.clear();
  for (const unit of definition.units) state.units.set(unit.id, unit);
  for (const person of definition.people) state.people.set(person.id, person);
  for (const chat of definition.chats) state.chats.set(chat.id, chat);
  for (const person of state.bound.values())
    if (state.units.has(person.unit ?? '')) state.people.set(person.id, person);
}
