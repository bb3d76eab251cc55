import type { DutyDefinition } from '../campaign/definition.ts';
import type { Entry, Source } from '../ledger.ts';
import type { EpochMs, PersonId, UnitId } from '../model.ts';

export type DutyEvent =
  | { readonly type: 'ShiftCalled'; readonly shift: string }
  | {
      readonly type: 'ShiftAssigned';
      readonly shift: string;
      readonly unit: UnitId;
      readonly people: readonly PersonId[];
      readonly by: PersonId;
    }
  | {
      readonly type: 'CheckedIn';
      readonly shift: string;
      readonly unit: UnitId;
      readonly person: PersonId;
      readonly source: Source;
    };

export interface Post {
  readonly unit: UnitId;
  people: readonly PersonId[];
  /** Who came, by person; someone not on the roster counts as standing in. */
  readonly arrived: Map<PersonId, Source>;
}

export interface DutyState {
  /** shift → unit → post, in the roster's order. */
  readonly shifts: Map<string, Map<UnitId, Post>>;
  /** When the check-in of a shift was posted; absence is counted from there, so that a late call is not held against anyone. */
  readonly calledAtMs: Map<string, EpochMs>;
}

export function initialDuty(): DutyState {
  return { shifts: new Map(), calledAtMs: new Map() };
}

/** Lays out the posts of every shift; what was assigned or checked in before stays. */
export function layOutShifts(state: DutyState, definition: DutyDefinition | null): void {
  for (const shift of definition?.shifts ?? []) {
    const posts = state.shifts.get(shift.id) ?? new Map<UnitId, Post>();
    for (const unit of definition?.audience.units ?? [])
      if (!posts.has(unit)) {
        const named = definition?.roster.find((line) => line.shift === shift.id && line.unit === unit);
        posts.set(unit, { unit, people: named?.people ?? [], arrived: new Map() });
      }
    state.shifts.set(shift.id, posts);
  }
}

export function evolveDuty(state: DutyState, event: DutyEvent, entry: Entry): void {
  if (event.type === 'ShiftCalled') {
    state.calledAtMs.set(event.shift, entry.atMs);
    return;
  }
  const posts = state.shifts.get(event.shift);
  if (!posts) return;
  let post = posts.get(event.unit);
  if (!post) {
    post = { unit: event.unit, people: [], arrived: new Map() };
    posts.set(event.unit, post);
  }
  switch (event.type) {
    case 'ShiftAssigned':
      post.people = event.people;
      return;
    case 'CheckedIn':
      if (!post.arrived.has(event.person)) post.arrived.set(event.person, event.source);
      return;
    default:
      event satisfies never;
  }
}

/** Rostered people who are not there. Someone standing in for them is enough: the post is held. */
export function absentFrom(post: Post): readonly PersonId[] {
  const standIn = [...post.arrived.keys()].some((person) => !post.people.includes(person));
  return standIn ? [] : post.people.filter((person) => !post.arrived.has(person));
}

/** Nobody is there, or not everyone who should be. */
export function isShort(post: Post): boolean {
  return post.arrived.size === 0 || absentFrom(post).length > 0;
}
