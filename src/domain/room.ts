/** The contract of a room: everything that a capability is, said in one place. Imports no room. */
import type { z } from 'zod';
import type { Right } from './access.ts';
import type { AudienceReader } from './campaign/audience.ts';
import type { Finding } from './campaign/definition.ts';
import type { CampaignClock } from './campaign/resolve-due.ts';
import type { CampaignEvent, RoomName, RoomOrder, Rooms } from './campaign/slices.ts';
import type { DirectoryDefinition, Person } from './directory/model.ts';
import type { FileProblem } from './file-problem.ts';
import type { Send } from './ledger.ts';
import type { EpochMs, PersonId, UnitId } from './model.ts';
import type { Outcome } from './outcome.ts';
import type { Receipts } from './receipts.ts';
import type { Series } from './series.ts';
import type { Situation, Speaker } from './situation.ts';

/** The types a room brings with it; `campaign/slices.ts` lists them. */
export interface Shape {
  readonly order: { readonly name: string };
  readonly event: { readonly type: string };
  readonly slice: object;
  /** The keys it has in a campaign's definition. */
  readonly section: object;
  readonly purpose: { readonly kind: string };
}

/** Where an event stands: when it was entered, and what made the entry. */
export interface Head {
  readonly atMs: EpochMs;
  readonly cause: string;
}

/** Slots of a frame: named groups of its pattern, absent ones as empty text. */
export type Slots = Readonly<Record<string, string>>;

/** One way of giving an order in words. */
export interface Frame<O> {
  /** The whole message, without mention, courtesies and final punctuation. Slots are named groups. */
  readonly says: RegExp;
  /** Null where the slots turn out to be something else. */
  make(slots: Slots): O | null;
  /** Tried only where no frame of any room that is not loose fits: `…汇总`. */
  readonly loose?: boolean;
  /** Also heard in a clause of its own beside a receipt, a delivery or figures: 收到，到岗，公益广告3条. */
  readonly beside?: boolean;
  /** Its own words deny, and are meant so: 暂停活动, 不用报了. */
  readonly denies?: boolean;
  /** Its own words speak of another, and are meant so: 我替王丽到岗. */
  readonly forAnother?: boolean;
  /** The slot whose words are only passed on, at the end: a reason, an answer. They may ask, deny or wish; the order is what stands before. */
  readonly passesOn?: string;
  /** What is passed on is another's message: as it was typed, courtesies and punctuation included, and however long. */
  readonly verbatim?: boolean;
}

/**
 * `ask` changes nothing, so it may be said in any way; `act` must be said as an order: a question, a negation, a wish, another's
 * word carry nothing out; `report` states what has been done, by the speaker.
 */
export type OrderKind = 'ask' | 'act' | 'report';

export type HelpAudience = 'reporter' | 'reader' | 'organiser';

/** One thing people can have done, in a stream whose decisions are made from `At` and recorded as `E`. */
export interface OrderSpec<O, At = Situation, E = CampaignEvent> {
  readonly frames: readonly Frame<O>[];
  readonly kind: OrderKind;
  readonly right: Right;
  /** How it is said, for the help: `截止改到3月24日前`; null for what needs no help. */
  readonly help: string | null;
  /** Further ways of saying it that nobody would guess from the first: `催{unit}`. */
  readonly helpAlso?: readonly string[];
  /** To whom the help shows it; by default whoever has the right. */
  readonly helpFor?: HelpAudience | readonly HelpAudience[];
  /**
   * What is about to happen, where it cannot be undone or reaches everyone: `将通知27家、@所有人`. Said before it is done, which waits
   * for a yes; null where it may be done at once. `unsure`: the words leave in doubt whether it is meant, so it is shown however few it reaches.
   */
  preview?(at: At, speaker: Speaker, order: O, unsure: boolean): string | null;
  /** Whoever says yes says it to what was shown: where that is so no more, it is shown anew. */
  readonly asShown?: boolean;
  /** May be given while the campaign is held and takes nothing else: it is what sets it going again. */
  readonly lifts?: boolean;
  obey(at: At, speaker: Speaker, order: O): Outcome<E>;
}

export type Orders<R extends Shape> = {
  readonly [T in R['order']['name']]: OrderSpec<Extract<R['order'], { readonly name: T }>>;
};

/** Folds one event into the slice, in place. */
export type Folds<R extends Shape> = {
  readonly [T in R['event']['type']]: (
    slice: R['slice'],
    event: Extract<R['event'], { readonly type: T }>,
    head: Head,
  ) => void;
};

export type Renewals<R extends Shape> = {
  /** The message as it should go out now; null if it is true no more. */
  readonly [K in R['purpose']['kind']]: (
    situation: Situation,
    send: Send,
    purpose: Extract<R['purpose'], { readonly kind: K }>,
  ) => Send | null;
};

/** What a section is resolved with. */
export interface Around {
  readonly audiences: AudienceReader;
  readonly clock: CampaignClock;
  readonly directory: DirectoryDefinition;
}

export interface ResolvedSection<S> {
  readonly section: S;
  readonly findings?: readonly Finding[];
  readonly problems: readonly FileProblem[];
}

/** What the campaign's file may say about a room, and what becomes of it. */
export interface Section<S extends object = object, Slice = object> {
  /** Keys of the campaign file, each with its schema. */
  readonly keys: z.ZodRawShape;
  resolve(written: unknown, around: Around): ResolvedSection<S>;
  /** What a definition means that was entered before the room existed. */
  readonly absent: S;
  /** Takes over a definition, the first or a revised one, in place: what people did stays. */
  open(slice: Slice, section: S, head: Head): void;
  /** Why a revised section cannot be taken over: what would be lost; null if nothing would. */
  protects?(slice: Slice, revised: S): string | null;
  /** Days the section names, `2023-03-22`, whose place in the calendar has to be known. */
  days?(section: S): readonly string[];
}

/** A question that stands open for a person. */
export interface OpenQuestion {
  /** As it was put. */
  readonly text: string;
  /** What a plain yes or no to it does. */
  readonly yes?: RoomOrder;
  readonly no?: RoomOrder;
  /** Its own ways of answering, which no order is meant by while it stands open: 我没空 to 换班. */
  hears?(words: string): RoomOrder | null;
  /** What other words to it do, where they are no order and report nothing: a reason, a name. Null where they are no answer. */
  reads?(words: string): RoomOrder | null;
}

/** What keeps the whole campaign from running: while it holds, nothing goes out by itself. */
export interface Hold {
  /** Nor does what follows from people's doings, but words among the organisers and to whoever speaks. */
  readonly silent: boolean;
  /** Said to whoever reports or orders something; null where that is taken as ever. */
  readonly refusal: ((to: Person) => string) | null;
}

/** How far the campaign runs, and since when: what was planned before that instant is void. */
export interface Course {
  readonly sinceMs: EpochMs;
  readonly hold: Hold | null;
}

/** What somebody is to hear with his next answer, whatever he asked; and that he has heard it. */
export interface Aside {
  readonly said: readonly string[];
  readonly events: readonly CampaignEvent[];
}

/** What a room has to say where several speak: each a list of lines, none where it has nothing. */
export interface Tells {
  /** In 汇总进度. */
  progress?(situation: Situation, reader: Person | null): readonly string[];
  /** In 我的任务: what the unit owes. */
  owed?(situation: Situation, unit: UnitId): readonly string[];
  /** Where one return of a unit stands apart from what it owes: after an answer about it, and in 进度. */
  standing?(situation: Situation, unit: UnitId, returnId: string): readonly string[];
  /** On a unit's page (单位明细). */
  unit?(situation: Situation, unit: UnitId): readonly string[];
  /** What chat has changed over the files (差异). */
  amended?(situation: Situation): readonly string[];
}

export interface Room<N extends RoomName = RoomName> {
  readonly orders: Orders<Rooms[N]>;
  readonly events: Folds<Rooms[N]>;
  initial(): Rooms[N]['slice'];
  /**
   * A slice that may be folded on without touching the one given; copies only what these events touch. They are all events of a
   * decision, those of other rooms among them.
   */
  lend(slice: Rooms[N]['slice'], events: readonly CampaignEvent[]): Rooms[N]['slice'];
  readonly section: Section<Rooms[N]['section'], Rooms[N]['slice']>;
  readonly renew: Renewals<Rooms[N]>;
  /** Whether the campaign runs, as far as this room has a say in it. */
  course?(situation: Situation): Course;
  /** What units were sent through this room and sign for. */
  receipts?(situation: Situation): readonly Receipts[];
  /** The instants it has planned. */
  series?(situation: Situation): readonly Series[];
  /** Whether the campaign concerns a unit through this room. */
  concerns?(slice: Rooms[N]['slice'], unit: UnitId): boolean;
  /** What this person has been asked and not answered yet. */
  expects?(situation: Situation, person: Person): OpenQuestion | null;
  /** A unit joins the campaign or leaves it by an organiser's word; in place. */
  joins?(slice: Rooms[N]['slice'], unit: UnitId, head: Head): void;
  leaves?(slice: Rooms[N]['slice'], unit: UnitId, head: Head): void;
  /** What is open with one person goes to another; in place. */
  succeeds?(slice: Rooms[N]['slice'], from: PersonId, to: PersonId, head: Head): void;
  /** The order meant by words that no frame fits and only the situation tells: a unit's bare name. */
  guesses?(situation: Situation, speaker: Speaker, words: string): RoomOrder | null;
  /** Messages that follow from what happened in any room. */
  reacts?(before: Situation, after: Situation, events: readonly CampaignEvent[]): readonly Send[];
  /** What this person is to hear with the next answer; null where there is nothing. */
  aside?(situation: Situation, speaker: Speaker): Aside | null;
  readonly tells?: Tells;
}

interface SectionOf<K extends z.ZodRawShape, S extends object, Slice>
  extends Omit<Section<S, Slice>, 'keys' | 'resolve'> {
  readonly keys: K;
  resolve(written: z.infer<z.ZodObject<K>>, around: Around): ResolvedSection<S>;
}

/** Ties what `resolve` takes to what the keys say. */
export function section<K extends z.ZodRawShape, S extends object, Slice>(
  it: SectionOf<K, S, Slice>,
): Section<S, Slice> {
  return it as unknown as Section<S, Slice>;
}

/** A room that the campaign's file says nothing about. */
export const noSection: Section<object, object> = {
  keys: {},
  resolve: () => ({ section: {}, problems: [] }),
  absent: {},
  open: () => undefined,
};
