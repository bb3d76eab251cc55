/** The one list of rooms. Whatever concerns all of them (the fold, orders, help, instants, 汇总进度) goes through it. */
import type { z } from 'zod';
import { broadcast } from './broadcast/room.ts';
import { join } from './bundle.ts';
import type { CampaignDefinition, Finding } from './campaign/definition.ts';
import type { CampaignEvent, RoomName, RoomOrder, Sections, Slices } from './campaign/slices.ts';
import type { CampaignState } from './campaign/state.ts';
import { isStructural } from './campaign/structural.ts';
import { conduct } from './conduct/room.ts';
import { delivery } from './delivery/room.ts';
import type { Person } from './directory/model.ts';
import { duty } from './duty/room.ts';
import type { FileProblem } from './file-problem.ts';
import { inquiry } from './inquiry/room.ts';
import type { Purpose, Send } from './ledger.ts';
import type { EpochMs, UnitId } from './model.ts';
import { notice } from './notice/room.ts';
import { progress } from './progress/room.ts';
import { reminders } from './reminders/room.ts';
import { review } from './review/room.ts';
import type { Around, Aside, Course, Head, OpenQuestion, OrderSpec, Room, Section } from './room.ts';
import type { Series } from './series.ts';
import type { Situation, Speaker } from './situation.ts';
import { submission } from './submission/room.ts';

export const rooms: { readonly [N in RoomName]: Room<N> } = {
  delivery,
  conduct,
  broadcast,
  submission,
  review,
  reminders,
  duty,
  progress,
  notice,
  inquiry,
};

/** A room as seen by what treats all alike: the name ties it to its slice. */
export interface AnyRoom
  extends Omit<
    Room,
    'events' | 'orders' | 'renew' | 'section' | 'lend' | 'initial' | 'concerns' | 'joins' | 'leaves' | 'succeeds'
  > {
  readonly orders: Readonly<Record<string, OrderSpec<RoomOrder>>>;
  readonly events: Readonly<Record<string, (slice: object, event: CampaignEvent, head: Head) => void>>;
  readonly renew: Readonly<Record<string, (situation: Situation, send: Send, purpose: Purpose) => Send | null>>;
  readonly section: Section;
  initial(): object;
  lend(slice: object, events: readonly CampaignEvent[]): object;
  concerns?(slice: object, unit: UnitId): boolean;
  joins?(slice: object, unit: UnitId, head: Head): void;
  leaves?(slice: object, unit: UnitId, head: Head): void;
  succeeds?(slice: object, from: string, to: string, head: Head): void;
}

const list = Object.entries(rooms) as unknown as readonly (readonly [RoomName, AnyRoom])[];
const byEvent = indexBy(({ events }) => events);
const byOrder = indexBy(({ orders }) => orders);
const byPurpose = indexBy(({ renew }) => renew);

/** Which room each key belongs to. Two rooms with one name would take each other's: that is a mistake of ours, found at start. */
function indexBy(keysOf: (room: AnyRoom) => object): ReadonlyMap<string, readonly [RoomName, AnyRoom]> {
  const index = new Map<string, readonly [RoomName, AnyRoom]>();
  for (const entry of list)
    for (const key of Object.keys(keysOf(entry[1]))) {
      if (index.has(key)) throw new Error(`rooms ${index.get(key)?.[0]} and ${entry[0]} both have ${key}`);
      index.set(key, entry);
    }
  return index;
}

/** A snapshot that was taken without one of these lacks its slice. */
export const roomNames: readonly RoomName[] = list.map(([name]) => name);

export function eachRoom(visit: (name: RoomName, room: AnyRoom) => void): void {
  for (const [name, room] of list) visit(name, room);
}

export function initialSlices(): Slices {
  return Object.fromEntries(list.map(([name, room]) => [name, room.initial()])) as unknown as Slices;
}

/** False if the event belongs to no room. */
export function foldInRoom(slices: Slices, event: CampaignEvent, head: Head): boolean {
  const [name, room] = byEvent.get(event.type) ?? [];
  if (!name || !room) return false;
  room.events[event.type]?.(slices[name], event, head);
  return true;
}

/** The slices that these events touch, lent: they may be folded on, and the state stays as it is. */
export function lendSlices(state: CampaignState, events: readonly CampaignEvent[]): Partial<Slices> {
  const lent: Record<string, object> = {};
  for (const [name, room] of touchedBy(events)) lent[name] = room.lend(state[name], events);
  return lent as Partial<Slices>;
}

function touchedBy(events: readonly CampaignEvent[]): Iterable<readonly [RoomName, AnyRoom]> {
  const touched = new Set<readonly [RoomName, AnyRoom]>();
  for (const event of events) {
    if (isStructural(event)) return list;
    const room = byEvent.get(event.type);
    if (room) touched.add(room);
  }
  return touched;
}

export function specOf(order: RoomOrder): OrderSpec<RoomOrder> {
  const spec = byOrder.get(order.name)?.[1].orders[order.name];
  if (!spec) throw new Error(`no room obeys ${order.name}`);
  return spec;
}

/** Every order of every room, in the rooms' order. */
export function allOrders(): readonly (readonly [string, OrderSpec<RoomOrder>])[] {
  return list.flatMap(([, room]) => Object.entries(room.orders));
}

const steering = list.flatMap(([, { course }]) => course ?? []);

/** How far the campaign runs, over all rooms: it runs only if none holds it. */
export function courseOf(situation: Situation): Course {
  const all = steering.map((course) => course(situation));
  const holds = all.map(({ hold }) => hold).filter((hold) => hold !== null);
  return {
    sinceMs: Math.max(0, ...all.map(({ sinceMs }) => sinceMs)),
    hold:
      holds.length === 0
        ? null
        : {
            silent: holds.some(({ silent }) => silent),
            refusal: holds.find(({ refusal }) => refusal !== null)?.refusal ?? null,
          },
  };
}

/** The message decided at that instant as it should go out now; null if it is true no more. */
export function renewSend(situation: Situation, send: Send, decidedAtMs: EpochMs): Send | null {
  const { purpose } = send;
  if (purpose.kind === 'notice') return send;
  if (purpose.kind === 'bundle') {
    const left = purpose.parts.flatMap((part) => renewSend(situation, part, decidedAtMs) ?? []);
    return left.length === 0 ? null : join(left);
  }
  const { hold, sinceMs } = courseOf(situation);
  if (hold && decidedAtMs < sinceMs) return null;
  const renew = byPurpose.get(purpose.kind)?.[1].renew[purpose.kind];
  return renew ? renew(situation, send, purpose) : send;
}

/** The planned instants of a campaign that runs; none that lies before it ran. While it is held only what sets it going again. */
export function seriesOf(situation: Situation): Series[] {
  const { hold, sinceMs } = courseOf(situation);
  return list
    .flatMap(([, room]) => room.series?.(situation) ?? [])
    .filter(({ lifts = false }) => hold === null || lifts)
    .map((series) => ({ ...series, fromMs: Math.max(series.fromMs, sinceMs) }));
}

/** The question that stands open for a person in some room, the first of several. */
export function expected(situation: Situation, person: Person): OpenQuestion | null {
  return allExpected(situation, person)[0] ?? null;
}

const expecting = list.flatMap(([, { expects }]) => expects ?? []);
/** A message asks several times, each time of one situation and one person. */
const openIn = new WeakMap<Situation, { readonly person: Person; readonly questions: readonly OpenQuestion[] }>();

function allExpected(situation: Situation, person: Person): readonly OpenQuestion[] {
  const known = openIn.get(situation);
  if (known?.person === person) return known.questions;
  const questions: OpenQuestion[] = [];
  for (const expects of expecting) {
    const question = expects(situation, person);
    if (question) questions.push(question);
  }
  openIn.set(situation, { person, questions });
  return questions;
}

/** What words do that answer one of the open questions in a way of its own. */
export function heard(situation: Situation, person: Person, words: string): RoomOrder | null {
  for (const { hears } of allExpected(situation, person)) {
    const order = hears?.(words) ?? null;
    if (order) return order;
  }
  return null;
}

/** What words may mean that are no order by their form, as the first room has it that knows. */
export function guessed(situation: Situation, speaker: Speaker, words: string): RoomOrder | null {
  for (const [, room] of list) {
    const order = room.guesses?.(situation, speaker, words) ?? null;
    if (order) return order;
  }
  return null;
}

const reacting = list.flatMap(([, { reacts }]) => reacts ?? []);

export function reactionsTo(before: Situation, after: Situation, events: readonly CampaignEvent[]): Send[] {
  if (events.length === 0) return [];
  const sends: Send[] = [];
  for (const reacts of reacting) sends.push(...reacts(before, after, events));
  return sends;
}

const asiding = list.flatMap(([, { aside }]) => aside ?? []);

/** What this person is to hear with whatever is answered. */
export function asidesFor(situation: Situation, speaker: Speaker): Aside[] {
  return asiding.map((aside) => aside(situation, speaker)).filter((aside) => aside !== null);
}

export function concernsUnit(state: CampaignState, unit: UnitId): boolean {
  return list.some(([name, room]) => room.concerns?.(state[name], unit));
}

export function absentSections(): Sections {
  return Object.assign({}, ...list.map(([, room]) => room.section.absent)) as Sections;
}

/** Keys of a campaign file, over all rooms. */
export function sectionKeys(): z.ZodRawShape {
  return Object.assign({}, ...list.map(([, room]) => room.section.keys)) as z.ZodRawShape;
}

/** Each room's part of a campaign file, resolved. */
export function resolveSections(
  written: unknown,
  around: Around,
): { readonly sections: Sections; readonly findings: readonly Finding[]; readonly problems: readonly FileProblem[] } {
  const resolved = list.map(([, room]) => room.section.resolve(written, around));
  return {
    sections: Object.assign({}, ...resolved.map(({ section }) => section)) as Sections,
    findings: resolved.flatMap(({ findings = [] }) => findings),
    problems: resolved.flatMap(({ problems }) => problems),
  };
}

/** Days that the sections name. */
export function sectionDays(sections: Sections): readonly string[] {
  return list.flatMap(([, room]) => room.section.days?.(sections) ?? []);
}

/** What a revised definition would lose, in a sentence; null if nothing. */
export function protectedFrom(state: CampaignState, revised: CampaignDefinition): string | null {
  for (const [name, room] of list) {
    const lost = room.section.protects?.(state[name], revised);
    if (lost) return lost;
  }
  return null;
}
