/** Submissions: what each unit has filled in, in three states per cell, with totals kept as cells change. */
import type { Due, ReturnDefinition } from '../campaign/definition.ts';
import type { Source } from '../ledger.ts';
import type { EpochMs, PersonId, RowNo, UnitId } from '../model.ts';
import type { Doubt, ValueManner } from '../reading.ts';

/** A reported figure. A row without a cell is missing; a cell of 0 is a confirmed zero. */
export interface Cell {
  readonly value: number;
  readonly manner: ValueManner;
  /** The words it was read from. */
  readonly words: string;
  readonly convertedFrom?: string;
  readonly source: Source;
}

export interface HandedIn {
  /** `none`: the unit said that it has none. */
  readonly how: 'file' | 'image' | 'statement' | 'none';
  readonly name: string;
  readonly count: number;
  readonly source: Source;
}

/** What one message of one person changed, as it was before, so that it can be taken back. */
export interface Step {
  readonly cause: string;
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
}

export interface Submission {
  readonly cells: Map<RowNo, Cell>;
  readonly remarks: Map<RowNo, string>;
  readonly materials: Map<string, HandedIn>;
  readonly trail: Change[];
  /** Newest last; a handful is kept. */
  steps: Step[];
  confirmed: Confirmation | null;
  /** When all parts were first in together: what timeliness is judged by. */
  completedAtMs: EpochMs | null;
}

export interface RowTally {
  /** Sum in millionths of the measure, so that 万元 add up exactly. */
  sumMicro: number;
  /** Units whose confirmed return has the row. */
  units: number;
  /** Of these, units that confirmed zero. */
  zeros: number;
}

export interface ReturnState {
  readonly definition: ReturnDefinition;
  due: Due;
  /** How often the deadline was moved; names the ladder's series anew each time. */
  moves: number;
  /** Reminders planned before this instant are void: the deadline was moved, or nobody owed anything until then. */
  remindFromMs: EpochMs;
  closedAtMs: EpochMs | null;
  readonly assigned: Set<UnitId>;
  /** Assigned units whose return is not complete. */
  readonly owing: Set<UnitId>;
  readonly submissions: Map<UnitId, Submission>;
  /** Of units that a revised file no longer assigns: kept, but counted nowhere. */
  readonly setAside: Map<UnitId, Submission>;
  readonly tallies: Map<RowNo, RowTally>;
  /** Complete returns, and those of them that were complete in time. */
  complete: number;
  onTime: number;
}

/** One person's conversation about one return. */
export interface Dialogue {
  readonly returnId: string;
  /** Whether the bot leads through the rows one by one. */
  readonly filling: boolean;
  /** The row asked for; null when none is. */
  readonly expecting: RowNo | null;
  /** Questions not answered yet; the first is the one asked. */
  readonly questions: readonly Doubt[];
  /** Answers in a row that were not understood. */
  readonly failures: number;
  /** The last of these answers. */
  readonly lastWords?: string;
}

export interface ReportedCell {
  readonly row: RowNo;
  readonly value: number;
  readonly manner: ValueManner;
  readonly words: string;
  readonly convertedFrom?: string;
}

export type SubmissionEvent =
  | {
      readonly type: 'CellsReported';
      readonly returnId: string;
      readonly unit: UnitId;
      readonly source: Source;
      readonly cells: readonly ReportedCell[];
    }
  | {
      readonly type: 'RemarkMade';
      readonly returnId: string;
      readonly unit: UnitId;
      readonly row: RowNo;
      readonly text: string;
      readonly source: Source;
    }
  | {
      readonly type: 'StepUndone';
      readonly returnId: string;
      readonly unit: UnitId;
      /** Cause of the step that is taken back; without one the newest that set figures. */
      readonly step?: string;
      readonly source: Source;
    }
  | { readonly type: 'DraftCleared'; readonly returnId: string; readonly unit: UnitId; readonly source: Source }
  | {
      readonly type: 'MaterialHandedIn';
      readonly returnId: string;
      readonly unit: UnitId;
      readonly material: string;
      readonly how: HandedIn['how'];
      readonly name: string;
      readonly source: Source;
    }
  | { readonly type: 'SubmissionConfirmed'; readonly returnId: string; readonly unit: UnitId; readonly source: Source }
  | { readonly type: 'SubmissionReopened'; readonly returnId: string; readonly unit: UnitId; readonly source: Source }
  | { readonly type: 'DeadlineMoved'; readonly returnId: string; readonly due: Due; readonly by: PersonId }
  | { readonly type: 'ReturnClosed'; readonly returnId: string; readonly by: PersonId }
  | { readonly type: 'ReturnOpened'; readonly returnId: string; readonly by: PersonId }
  | { readonly type: 'OrganiserAsked'; readonly person: PersonId }
  | { readonly type: 'DialogueMoved'; readonly person: PersonId; readonly dialogue: Dialogue | null };
