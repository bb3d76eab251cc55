import type { DutyDefinition, ShiftDefinition } from '../campaign/definition.ts';
import type { CampaignEvent } from '../campaign/slices.ts';
import { isStructural } from '../campaign/structural.ts';
import type { Source } from '../ledger.ts';
import type { EpochMs, PersonId, UnitId } from '../model.ts';
import { overlayMap } from '../overlay.ts';
import type { Folds } from '../room.ts';
import type { Told } from '../running-line.ts';
import { copyPost, emptyPost, type Post } from './post.ts';

export type DutyOrder =
  /** `who`: the name said with it, if any; `instead`: for whom the speaker stands in, in words; `shift`: words that may name the shift. */
  | { readonly name: 'check-in'; readonly who: string; readonly instead?: string; readonly shift?: string }
  /** 请假，不能到岗; `shift`: 晚会那班, by words of its name. */
  | { readonly name: 'cannot-come'; readonly words: string; readonly shift?: string }
  /** 准时到岗; `who`: the name said with it; with `shift`, words that may name one: 今晚到岗, which is an arrival once that shift is open. */
  | { readonly name: 'will-come'; readonly words: string; readonly who?: string; readonly shift?: string }
  /** 可能到不了，尽量到岗 */
  | { readonly name: 'may-not-come'; readonly words: string }
  | { readonly name: 'on-the-way'; readonly words: string }
  /** 我到了吗 */
  | { readonly name: 'own-arrival' }
  /** 我们单位谁值班 */
  | { readonly name: 'unit-duty'; readonly words: string }
  /** `part`: 今晚, 今天白天. */
  | {
      readonly name: 'duty-status';
      readonly day: 'today' | 'tomorrow' | 'yesterday' | null;
      readonly part?: 'daytime' | 'evening';
    }
  | { readonly name: 'assign-duty'; readonly words: string }
  /** 换班 甲 乙, 乙替我 */
  | { readonly name: 'swap-duty'; readonly words: string }
  | { readonly name: 'settle-swap'; readonly accept: boolean };

export type DutyEvent =
  | { readonly type: 'ShiftCalled'; readonly shift: string }
  | {
      readonly type: 'ShiftAssigned';
      readonly shift: string;
      readonly unit: UnitId;
      readonly people: readonly PersonId[];
      readonly by: PersonId;
    }
  /** `insteadOf`: whom the one who came stands in for, where he said so. */
  | ({ readonly type: 'CheckedIn'; readonly insteadOf?: PersonId } & AtPost)
  | ({ readonly type: 'AbsenceReported'; readonly reason: string } & AtPost)
  | ({ readonly type: 'OnTheWay' } & AtPost)
  /** A promise; it takes back an absence that was reported. */
  | ({ readonly type: 'ComingPromised' } & AtPost)
  /** The group heard how many posts are held. */
  | { readonly type: 'CheckInsTold'; readonly shift: string; readonly held: number }
  /** Of the unit no more, and nobody takes over: the shifts to come are open. */
  | { readonly type: 'RosterLeft'; readonly person: PersonId; readonly unit: UnitId }
  | { readonly type: 'SwapAsked'; readonly swap: Swap }
  | { readonly type: 'SwapSettled'; readonly to: PersonId; readonly accepted: boolean };

interface AtPost {
  readonly shift: string;
  readonly unit: UnitId;
  readonly person: PersonId;
  readonly source: Source;
}

/** One person asks another to stand in; it holds once the other agrees. */
export interface Swap {
  readonly shifts: readonly string[];
  readonly unit: UnitId;
  readonly from: PersonId;
  readonly to: PersonId;
  readonly by: PersonId;
}

export interface DutyState {
  /** shift → unit → post, in the roster's order. */
  readonly shifts: Map<string, Map<UnitId, Post>>;
  /** When each shift ends. */
  readonly ends: Map<string, EpochMs>;
  /** Posts of units that left, by shift, until they come back. */
  readonly setAside: Map<UnitId, ReadonlyMap<string, Post>>;
  /** When the check-in of a shift was posted; absence is counted from there, so that a late call is not held against anyone. */
  readonly calledAtMs: Map<string, EpochMs>;
  /** What the group last heard of a shift's check-ins. */
  readonly told: Map<string, Told>;
  /** Requests that wait for the other person's word, by that person. */
  readonly swaps: Map<PersonId, Swap>;
}

export interface DutySection {
  readonly duty: DutyDefinition | null;
}

export type DutyPurpose =
  | { readonly kind: 'duty-call'; readonly shiftId: string }
  | {
      readonly kind: 'duty-absence';
      readonly shiftId: string;
      readonly units: readonly UnitId[];
      readonly minutes: number;
    };

export interface DutyShape {
  readonly order: DutyOrder;
  readonly event: DutyEvent;
  readonly slice: DutyState;
  readonly section: DutySection;
  readonly purpose: DutyPurpose;
}

export function initialDuty(): DutyState {
  return {
    shifts: new Map(),
    ends: new Map(),
    setAside: new Map(),
    calledAtMs: new Map(),
    told: new Map(),
    swaps: new Map(),
  };
}

/** Posts are small and few beside submissions: those of the shifts touched are copied. */
export function lendDuty(state: DutyState, events: readonly CampaignEvent[]): DutyState {
  const all = events.some((event) => isStructural(event) || event.type === 'RosterLeft');
  const touched = new Set(events.flatMap((event) => ('shift' in event ? [event.shift] : [])));
  const shifts = new Map(
    [...state.shifts].map(([id, posts]) => [id, all || touched.has(id) ? lendPosts(posts) : posts] as const),
  );
  return {
    shifts,
    ends: new Map(state.ends),
    setAside: overlayMap(state.setAside),
    calledAtMs: overlayMap(state.calledAtMs),
    told: overlayMap(state.told),
    swaps: overlayMap(state.swaps),
  };
}

function lendPosts(posts: ReadonlyMap<UnitId, Post>): Map<UnitId, Post> {
  return new Map([...posts].map(([unit, post]) => [unit, copyPost(post)]));
}

/**
 * Lays out the posts of every shift as the file has them; who was assigned in chat or came stays, and a shift that is over stays
 * as it was stood: another roster would name people absent who were never called.
 */
export function layOutShifts(state: DutyState, definition: DutyDefinition | null, atMs: EpochMs): void {
  const laidOut = (definition?.shifts ?? []).map((shift) => {
    const known = state.shifts.get(shift.id);
    return [shift.id, known && atMs >= shift.endMs ? known : postsOf(shift, definition, known)] as const;
  });
  state.shifts.clear();
  state.ends.clear();
  for (const { id, endMs } of definition?.shifts ?? []) state.ends.set(id, endMs);
  for (const [id, posts] of laidOut) state.shifts.set(id, posts);
}

function postsOf(
  shift: ShiftDefinition,
  definition: DutyDefinition | null,
  known: Map<UnitId, Post> = new Map(),
): Map<UnitId, Post> {
  const posts = new Map<UnitId, Post>();
  for (const unit of definition === null ? [] : unitsOn(definition, shift)) {
    const named = definition?.roster.find((line) => line.shift === shift.id && line.unit === unit)?.people ?? [];
    const post = known.get(unit) ?? emptyPost(unit);
    posts.set(unit, post.setInChat ? post : { ...post, people: named });
  }
  // Whoever stood in for a unit that is on the list no more was there all the same.
  for (const post of known.values()) if (post.arrived.size > 0 && !posts.has(post.unit)) posts.set(post.unit, post);
  return posts;
}

/** Units that stand a shift: the duty's, unless the shift has its own. */
export function unitsOn({ audience }: Pick<DutyDefinition, 'audience'>, shift: ShiftDefinition): readonly UnitId[] {
  return (shift.audience ?? audience).units;
}

function postAt(state: DutyState, { shift, unit }: { readonly shift: string; readonly unit: UnitId }): Post | null {
  const posts = state.shifts.get(shift);
  if (!posts) return null;
  const post = posts.get(unit) ?? emptyPost(unit);
  posts.set(unit, post);
  return post;
}

export const dutyFolds: Folds<DutyShape> = {
  ShiftCalled(state, { shift }, { atMs }) {
    state.calledAtMs.set(shift, atMs);
  },
  ShiftAssigned(state, event) {
    const post = postAt(state, event);
    if (!post) return;
    for (const person of post.people) if (!event.people.includes(person)) post.takenOff.add(person);
    for (const person of event.people) post.takenOff.delete(person);
    post.people = event.people;
    post.setInChat = true;
  },
  CheckedIn(state, event) {
    const post = postAt(state, event);
    if (post && !post.arrived.has(event.person)) post.arrived.set(event.person, event.source);
    post?.away.delete(event.person);
    if (event.insteadOf !== undefined) post?.standIns.set(event.person, event.insteadOf);
  },
  AbsenceReported(state, event) {
    postAt(state, event)?.away.set(event.person, { kind: 'absent', reason: event.reason, source: event.source });
  },
  OnTheWay(state, event) {
    postAt(state, event)?.away.set(event.person, { kind: 'on-the-way', reason: '', source: event.source });
  },
  ComingPromised(state, event) {
    const away = postAt(state, event)?.away;
    if (away?.get(event.person)?.kind !== 'on-the-way')
      away?.set(event.person, { kind: 'coming', reason: '', source: event.source });
  },
  CheckInsTold(state, { shift, held }, { atMs }) {
    state.told.set(shift, { atMs, count: held });
  },
  RosterLeft(state, { person, unit }, { atMs }) {
    for (const post of postsAhead(state, { person, unit }, atMs))
      post.people = post.people.filter((id) => id !== person);
  },
  SwapAsked(state, { swap }) {
    state.swaps.set(swap.to, swap);
  },
  SwapSettled(state, { to }) {
    state.swaps.delete(to);
  },
};

/** The unit's posts that somebody is to hold and does not yet, in shifts that are not over. */
function postsAhead(
  { shifts, ends, setAside }: DutyState,
  { person, unit }: { readonly person: PersonId; readonly unit: UnitId },
  atMs: EpochMs,
): Post[] {
  return [...shifts].flatMap(([shift, posts]) => {
    const post = posts.get(unit) ?? setAside.get(unit)?.get(shift);
    const stands = post?.people.includes(person) === true && !post.arrived.has(person);
    return post && stands && atMs < (ends.get(shift) ?? Number.POSITIVE_INFINITY) ? [post] : [];
  });
}

export function standsAhead(state: DutyState, who: { person: PersonId; unit: UnitId }, atMs: EpochMs): boolean {
  return postsAhead(state, who, atMs).length > 0;
}

/** A unit stands duty no more; where somebody came, that stays on record. */
export function leaveDuty({ shifts, setAside }: DutyState, unit: UnitId): void {
  const left = new Map(setAside.get(unit));
  for (const [shift, posts] of shifts) {
    const post = posts.get(unit);
    if (!post || post.arrived.size > 0) continue;
    posts.delete(unit);
    // A revised file lays the post out anew before the unit leaves it again: what was set in chat is the better word.
    if (!left.has(shift)) left.set(shift, post);
  }
  if (left.size > 0) setAside.set(unit, left);
}

/** Who was on the roster and came keeps the post, and a shift that is over the roster it was stood with; what is to come is the other's. */
export function succeedDuty({ shifts, ends }: DutyState, from: PersonId, to: PersonId, atMs: EpochMs): void {
  const open = [...shifts].filter(([shift]) => atMs < (ends.get(shift) ?? Number.POSITIVE_INFINITY));
  for (const post of open.flatMap(([, posts]) => [...posts.values()])) {
    if (post.arrived.has(from)) continue;
    post.people = [...new Set(post.people.map((id) => (id === from ? to : id)))];
    for (const [person, instead] of post.standIns) if (instead === from) post.standIns.set(person, to);
  }
}

/** A unit that comes back stands the shifts it stood. */
export function rejoinDuty({ shifts, setAside }: DutyState, unit: UnitId): void {
  for (const [shift, post] of setAside.get(unit) ?? [])
    if (!shifts.get(shift)?.has(unit)) shifts.get(shift)?.set(unit, copyPost(post));
  setAside.delete(unit);
}
