/** Submissions: what each unit has filled in, in three states per cell, with totals kept as cells change. */
import type { Due, ReturnDefinition } from '../campaign/definition.ts';
import type { RoomOrder } from '../campaign/slices.ts';
import type { Source } from '../ledger.ts';
import type { EpochMs, PersonId, RowNo, UnitId } from '../model.ts';
import type { Doubt, Reading, Refusal, ValueManner } from '../reading.ts';

/** A reported figure. A row without a cell is missing; a cell of 0 is a confirmed zero. */
export interface Cell {
  readonly value: number;
  readonly manner: ValueManner;
  /** The words it was read from. */
  readonly words: string;
  readonly convertedFrom?: string;
  readonly source: Source;
}

/** How a part other than the table was handed in. `none`: the unit said that it has none. */
export type HandIn = 'file' | 'image' | 'statement' | 'text' | 'none';

export interface HandedIn {
  readonly how: HandIn;
  readonly name: string;
  readonly count: number;
  readonly source: Source;
}

/** What one message of one person changed, as it was before, so that it can be taken back. */
export interface Step {
  readonly cause: string;
  /** Counts the unit's steps over all its returns: which of them came last. */
  readonly no: number;
  readonly person: PersonId;
  readonly cells: readonly (readonly [RowNo, Cell | null])[];
  readonly remarks: readonly (readonly [RowNo, string | null])[];
  readonly materials: readonly (readonly [string, HandedIn | null])[];
}

/** One change of one cell: the history a leader asks for. */
export interface Change {
  readonly row: RowNo;
  /** Null where the figure was taken back. */
  readonly value: number | null;
  readonly words: string;
  readonly source: Source;
}

export interface Confirmation {
  readonly atMs: EpochMs;
  readonly person: PersonId;
  /** Cause of the unit's newest step then, in whichever return; absent where nothing had been said. */
  readonly after?: string;
}

/** Why a submission, or a part of it, was sent back (退回). */
export interface SentBack {
  readonly atMs: EpochMs;
  readonly by: PersonId;
  readonly reason: string;
  /** The rows meant; empty for the whole. */
  readonly rows: readonly RowNo[];
  /** Cause of the newest step then: as long as it is the newest, the unit has done nothing about it. */
  readonly after?: string;
}

/** A table, or a whole return, that was sent back, and what counted until then. */
export interface TableSentBack extends SentBack {
  readonly before: Status;
}

/** A material that was sent back, and what was handed in. */
export interface MaterialSentBack extends SentBack {
  readonly handed: HandedIn | null;
}

/** Where a submission stands. Only what is submitted or accepted counts in totals. */
export type Status =
  | { readonly kind: 'draft' }
  | ({ readonly kind: 'submitted' } & Confirmation)
  | ({ readonly kind: 'returned' } & TableSentBack)
  | { readonly kind: 'accepted'; readonly atMs: EpochMs; readonly by: PersonId; readonly submitted: Confirmation };

/** What counted in the totals from when until when; the newest is not here, it stands in the cells. */
export interface Version {
  readonly submitted: Confirmation;
  readonly untilMs: EpochMs;
  readonly figures: ReadonlyMap<RowNo, number>;
}

export interface Submission {
  readonly cells: Map<RowNo, Cell>;
  readonly remarks: Map<RowNo, string>;
  readonly materials: Map<string, HandedIn>;
  /** Materials sent back and not handed in again. */
  readonly refused: Map<string, MaterialSentBack>;
  readonly trail: Change[];
  /** Newest last; a handful is kept. */
  steps: Step[];
  status: Status;
  /** Newest last; a handful is kept. */
  versions: readonly Version[];
  /** When all parts were first in together: what timeliness is judged by. */
  completedAtMs: EpochMs | null;
}

export interface RowTally {
  /** Sum in millionths of the measure, so that 万元 add up exactly. */
  sumMicro: number;
  /** Units whose submitted table has the row. */
  units: number;
  /** Of these, units that confirmed zero. */
  zeros: number;
}

/** `returned`: the table or some material was sent back and is not in again. */
export type Stage = 'waiting' | 'accepted' | 'returned';

export interface ReturnState {
  readonly definition: ReturnDefinition;
  due: Due;
  /** Units with a deadline of their own. */
  readonly extensions: Map<UnitId, Due>;
  /** How often the deadline was moved. */
  moves: number;
  /** Reminders planned before this instant are void: the deadline was moved, or nobody owed anything until then. */
  remindFromMs: EpochMs;
  closedAtMs: EpochMs | null;
  readonly assigned: Set<UnitId>;
  /** Assigned units whose return is not complete. */
  readonly owing: Set<UnitId>;
  readonly submissions: Map<UnitId, Submission>;
  /** Units by where what they handed in stands with the organisers; none where there is nothing whole to look at. */
  readonly stages: Readonly<Record<Stage, Set<UnitId>>>;
  /** Of units that owe it no more: kept, but counted nowhere. */
  readonly setAside: Map<UnitId, Submission>;
  readonly tallies: Map<RowNo, RowTally>;
  /** Complete returns. */
  complete: number;
  /** Those that were complete in time, whether or not they are being corrected since. */
  onTime: number;
  /** Of these, those that are: owed again, and not late. */
  correcting: number;
}

/** A part of a return other than its table. */
export interface MaterialRef {
  readonly returnId: string;
  readonly material: string;
}

/** Something asked back about what was said. Each has an answer that closes it. */
export type Question =
  | { readonly kind: 'doubt'; readonly returnId: string; readonly doubt: Doubt }
  /** A figure that the row cannot hold: the row waits for another. */
  | { readonly kind: 'refused'; readonly returnId: string; readonly refusal: Refusal }
  /** Nothing is asked: the row waits for the figure that is still being counted. Such stand behind all that are asked. */
  | { readonly kind: 'uncounted'; readonly returnId: string; readonly row: RowNo }
  /** The figures fit several tables. */
  | {
      readonly kind: 'which-table';
      readonly words: string;
      readonly options: readonly { readonly returnId: string; readonly reading: Reading }[];
    }
  /** What a file is, or which return's 总结 is meant. */
  | {
      readonly kind: 'which-material';
      readonly how: HandIn;
      readonly names: readonly string[];
      readonly options: readonly MaterialRef[];
    }
  /** Which return an order is about that does not say so. */
  | {
      readonly kind: 'which-return';
      readonly order: OfReturn;
      readonly options: readonly string[];
      readonly atMs: EpochMs;
    };

/** Orders about one return, which their words name. */
export type OfReturn = Extract<
  RoomOrder,
  {
    readonly name:
      | 'fill'
      | 'show-table'
      | 'confirm'
      | 'reopen'
      | 'close-return'
      | 'open-return'
      | 'move-deadline'
      | 'take-back-materials';
  }
>;

/** One person's conversation about the returns of the unit. */
export interface Dialogue {
  /** The return talked about last. */
  readonly returnId: string;
  /** Whether the bot leads through the rows one by one. */
  readonly filling: boolean;
  /** The row asked for; null when none is. */
  readonly expecting: RowNo | null;
  /** Questions not answered yet; the first is the one asked. */
  readonly questions: readonly Question[];
  /** Answers in a row that were not understood. */
  readonly failures: number;
  /** Cause of the message that brought the questions up: what 撤回 takes back if it was the last. */
  readonly askedBy?: string;
  /** Number of the unit's newest step then; absent in older entries. */
  readonly askedAfter?: number;
  /** The last message that added to a figure, so that the same words again are asked about. */
  readonly added?: { readonly words: string; readonly atMs: EpochMs };
}

export interface SubmissionState {
  readonly returns: Map<string, ReturnState>;
  /** Who is in the middle of what, by person. */
  readonly dialogues: Map<PersonId, Dialogue>;
}

/** Whether the figures count in totals. */
export function counts({ status }: Submission): boolean {
  return status.kind === 'submitted' || status.kind === 'accepted';
}

/** Who stands by the figures and since when; null where nobody does now. */
export function submittedBy({ status }: Submission): Confirmation | null {
  if (status.kind === 'submitted') return status;
  return status.kind === 'accepted' ? status.submitted : null;
}
