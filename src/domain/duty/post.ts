/** A unit's post in a shift: who is on its roster, who came, what was said of coming. */
import type { Source } from '../ledger.ts';
import type { PersonId, UnitId } from '../model.ts';

/** What somebody on the roster said of coming or not; `coming` is a promise. */
export interface Away {
  readonly kind: 'absent' | 'on-the-way' | 'coming';
  readonly reason: string;
  readonly source: Source;
}

export interface Post {
  readonly unit: UnitId;
  people: readonly PersonId[];
  /** Whether the people were set in chat: a revised file does not change them then. */
  setInChat: boolean;
  /** Taken off this post in chat: whoever comes all the same does not hold it. */
  readonly takenOff: Set<PersonId>;
  /** Who came, by person; someone not on the roster counts as standing in. */
  readonly arrived: Map<PersonId, Source>;
  readonly away: Map<PersonId, Away>;
  /** Whom those who came stand in for, by who came; who did not say stands in for anybody. */
  readonly standIns: Map<PersonId, PersonId>;
}

export function emptyPost(unit: UnitId): Post {
  return {
    unit,
    people: [],
    setInChat: false,
    takenOff: new Set(),
    arrived: new Map(),
    away: new Map(),
    standIns: new Map(),
  };
}

export function copyPost(post: Post): Post {
  return {
    ...post,
    takenOff: new Set(post.takenOff),
    arrived: new Map(post.arrived),
    away: new Map(post.away),
    standIns: new Map(post.standIns),
  };
}

/**
 * Rostered people who are not there. Someone standing in is enough: the post is held, unless he said for whom of several he does.
 */
export function absentFrom(post: Post): readonly PersonId[] {
  const others = [...post.arrived.keys()].filter(
    (person) => !post.people.includes(person) && !post.takenOff.has(person),
  );
  if (others.some((person) => !post.standIns.has(person))) return [];
  const covered = others.map((person) => post.standIns.get(person));
  return post.people.filter((person) => !post.arrived.has(person) && !covered.includes(person));
}

/** Nobody is there, or not everyone who should be. */
export function isShort(post: Post): boolean {
  const there = [...post.arrived.keys()].some((person) => !post.takenOff.has(person));
  return !there || absentFrom(post).length > 0;
}
