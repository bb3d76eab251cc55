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
  /** Whether the people were set in chat: a revised file does not change them then. */
  setInChat: boolean;
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

/** Lays out the posts of every shift as the file has them; who was assigned in chat or came stays. */
export function layOutShifts(state: DutyState, definition: DutyDefinition | null): void {
  const laidOut = (definition?.shifts ?? []).map(
    ({ id }) => [id, postsOf(id, definition, state.shifts.get(id))] as const,
  );
  state.shifts.clear();
  for (const [id, posts] of laidOut) state.shifts.set(id, posts);
}

function postsOf(
  shift: string,
  definition: DutyDefinition | null,
  known: Map<UnitId, Post> = new Map(),
): Map<UnitId, Post> {
  const posts = new Map<UnitId, Post>();
  for (const unit of definition?.audience.units ?? []) {
    const named = definition?.roster.find((line) => line.shift === shift && line.unit === unit)?.people ?? [];
    const post = known.get(unit) ?? emptyPost(unit);
    posts.set(unit, post.setInChat ? post : { ...post, people: named });
  }
  // Whoever stood in for a unit that is on the list no more was there all the same.
  for (const post of known.values()) if (post.arrived.size > 0 && !posts.has(post.unit)) posts.set(post.unit, post);
  return posts;
}

function emptyPost(unit: UnitId): Post {
  return { unit, people: [], setInChat: false, arrived: new Map() };
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
    post = emptyPost(event.unit);
    posts.set(event.unit, post);
  }
  switch (event.type) {
    case 'ShiftAssigned':
      post.people = event.people;
      post.setInChat = true;
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
