/** What each room brings into a campaign: types only, a line a room. One that is named here and missing in `rooms.ts` does not compile. */
import type { EpochMs, PersonId, UnitId } from '../model.ts';
import type { OrderProposed, OrderSettled, QuestionPassedOver, QuestionPutAgain } from '../proposal.ts';
import type { CampaignCore } from './definition.ts';

export interface Rooms {
  readonly delivery: import('../delivery/state.ts').DeliveryShape;
  readonly conduct: import('../conduct/state.ts').ConductShape;
  readonly broadcast: import('../broadcast/state.ts').BroadcastShape;
  readonly submission: import('../submission/shape.ts').SubmissionShape;
  readonly reminders: import('../reminders/state.ts').RemindersShape;
  readonly duty: import('../duty/state.ts').DutyShape;
  readonly progress: import('../progress/state.ts').ProgressShape;
  readonly notice: import('../notice/state.ts').NoticeShape;
  readonly inquiry: import('../inquiry/state.ts').InquiryShape;
  readonly review: import('../review/state.ts').ReviewShape;
}

export type RoomName = keyof Rooms;
export type Slices = { readonly [N in RoomName]: Rooms[N]['slice'] };
type RoomEvent = Rooms[RoomName]['event'];
export type RoomOrder = Rooms[RoomName]['order'];
export type RoomPurpose = Rooms[RoomName]['purpose'];

type Together<T> = (T extends unknown ? (member: T) => void : never) extends (all: infer All) => void ? All : never;
/** What the campaign's file says about all rooms. */
export type Sections = Together<Rooms[RoomName]['section']>;

/** What a campaign's opening or a revised file says. */
export interface CampaignOpened {
  readonly type: 'CampaignOpened';
  /** As it was entered: sections of rooms that came later are absent. */
  readonly definition: CampaignCore & Partial<Sections>;
  readonly fileHash: string;
}

/** A planned instant was decided; `missed` are earlier ones of the series that it stands for. */
export interface SlotFired {
  readonly type: 'SlotFired';
  readonly series: string;
  readonly atMs: EpochMs;
  readonly missed: number;
}

/** The campaign amended in chat: the file stays the base. */
export interface UnitJoined {
  readonly type: 'UnitJoined';
  readonly unit: UnitId;
  readonly by: PersonId;
}

export interface UnitLeft {
  readonly type: 'UnitLeft';
  readonly unit: UnitId;
  readonly by: PersonId;
}

/** A person was taken off and another takes over what is open; the directory decided it. */
export interface PersonSucceeded {
  readonly type: 'PersonSucceeded';
  readonly from: PersonId;
  readonly to: PersonId;
  /** The number of the removal that it follows from; absent in older entries. */
  readonly removal?: number;
}

export type CoreEvent =
  | CampaignOpened
  | SlotFired
  | OrderProposed<RoomOrder>
  | OrderSettled
  | QuestionPassedOver
  | QuestionPutAgain
  | UnitJoined
  | UnitLeft
  | PersonSucceeded;

/** Every event a campaign's ledger can hold. */
export type CampaignEvent = CoreEvent | RoomEvent;
