/** What a decision is made from: everything a room may look at, all of it passed in. */
import type { WorkingCalendar } from './calendar/working-days.ts';
import type { CampaignState } from './campaign/state.ts';
import type { Chat, Person } from './directory/model.ts';
import type { DirectoryView } from './directory/view.ts';
import type { Source } from './ledger.ts';
import type { EpochMs, PersonId, UnitId } from './model.ts';
import type { Outcome } from './outcome.ts';
import type { Receipts } from './receipts.ts';

/** What all rooms have to say together; rooms do not know each other, so it is handed to them. */
export interface House {
  /** 汇总进度 for one who may read it. */
  progress(situation: Situation, speaker: Speaker): Outcome;
  /** What a unit owes, over all rooms. */
  owed(situation: Situation, unit: UnitId): readonly string[];
  /** Where one return of a unit stands apart from what it owes. */
  standing(situation: Situation, unit: UnitId, returnId: string): readonly string[];
  /** What units were sent and sign for, newest first. */
  receipts(situation: Situation): readonly Receipts[];
  /** What chat has changed over the files. */
  amended(situation: Situation): readonly string[];
  /** Whether the campaign concerns a unit, through any room. */
  concerns(situation: Situation, unit: UnitId): boolean;
  /** A unit's page. */
  unit(situation: Situation, unit: UnitId): readonly string[];
}

/** How the bot can tell a person something: alone, by a mention in a group, or not at all. */
export type Reach = 'alone' | 'in-group' | 'nowhere';

export interface Surroundings {
  readonly house: House;
  readonly directory: DirectoryView;
  readonly calendar: WorkingCalendar;
  /** 下班时间, `17:30`. */
  readonly closingTime: string;
  /** Groups of the campaign that the bot can push to now. */
  readonly groups: readonly Chat[];
  /** UTF-8 bytes that one message to a group may have. */
  readonly pushBytes: (chat: Chat) => number;
  readonly reach: (person: PersonId) => Reach;
  /** The name people mention the bot by: 督办助手. */
  readonly botName: string;
}

export interface Situation extends Surroundings {
  readonly state: CampaignState;
  readonly nowMs: EpochMs;
}

/** Who said something, where, and by which message. */
export interface Speaker {
  readonly person: Person;
  /** `id` of a group as the directory has it. */
  readonly chat: { readonly kind: 'group'; readonly id: string } | { readonly kind: 'single' };
  /** `platform/messageId` */
  readonly cause: string;
  readonly words: string;
}

/** The campaign's year: deeds of another are not its. */
export function campaignYear({ state }: Pick<Situation, 'state'>): number {
  return Number(state.definition.notice.date.slice(0, 4));
}

/** Units that the campaign concerns through any room. */
export function concernedUnits(situation: Situation): UnitId[] {
  const { directory, house } = situation;
  return [...directory.units()].map(({ id }) => id).filter((unit) => house.concerns(situation, unit));
}

/** A figure's words are kept whole up to this length; nobody needs the rest of a pasted page to find it again. */
const wordsKept = 500;

export function sourceOf({ person, cause, words }: Speaker, atMs: EpochMs): Source {
  return { person: person.id, cause, atMs, words: words.slice(0, wordsKept) };
}
