/** What the submission room brings into a campaign. */
import type { Due, ReturnDefinition } from '../campaign/definition.ts';
import type { Source } from '../ledger.ts';
import type { PersonId, RowNo, UnitId } from '../model.ts';
import type { Doubt, Reading, SetAsideFor, ValueManner } from '../reading.ts';
import type { Dialogue, HandIn, MaterialRef, Question, SubmissionState } from './state.ts';

/** A part handed in, by file, picture or word. `options`: what it may be, where nobody said which. */
export interface MaterialSaid extends MaterialRef {
  readonly how: HandIn;
  readonly name: string;
}

/** Why a file is not registered. */
export type LeftAsideFor = 'draft' | 'unreadable' | Extract<SetAsideFor, 'forbidden' | 'not-ours' | 'other-year'>;

export type SubmissionOrder =
  | { readonly name: 'fill'; readonly words: string }
  | { readonly name: 'previous' }
  | { readonly name: 'skip' }
  | { readonly name: 'pause' }
  | { readonly name: 'own-progress' }
  | { readonly name: 'show-table'; readonly words: string }
  | { readonly name: 'confirm'; readonly words: string }
  | { readonly name: 'reopen'; readonly words: string }
  | { readonly name: 'close-return'; readonly words: string }
  | { readonly name: 'open-return'; readonly words: string }
  /** Figures, corrections, answers: read against each return that the unit has. `submits`: the message goes on to submit the table. */
  | { readonly name: 'report'; readonly readings: readonly ReturnReading[]; readonly submits?: boolean }
  | { readonly name: 'hand-in'; readonly said: readonly MaterialSaid[] }
  /** 总结还没报，刚才弄错了: what counts as handed in is not. */
  | { readonly name: 'take-back-materials'; readonly materials: readonly MaterialRef[] }
  /** 图片晚点发, said beside something else: nothing is in yet. */
  | { readonly name: 'await-materials'; readonly materials: readonly MaterialRef[] }
  /** Files nobody said the kind of. */
  | {
      readonly name: 'ask-files';
      readonly how: HandIn;
      readonly names: readonly string[];
      readonly options: readonly MaterialRef[];
    }
  | { readonly name: 'leave-aside'; readonly names: readonly string[]; readonly why: LeftAsideFor }
  /** The answer to a question with numbered options, null for none of them. */
  /** Null: the question is let go; `neither` as none of what it offers. */
  /** `also`: one of several that are chosen; the others stay to be. */
  | { readonly name: 'choose'; readonly option: number | null; readonly neither?: true; readonly also?: true };

export interface ReturnReading {
  readonly returnId: string;
  readonly reading: Reading;
}

export interface ReportedCell {
  readonly row: RowNo;
  readonly value: number;
  readonly manner: ValueManner;
  readonly words: string;
  readonly convertedFrom?: string;
}

interface OfUnit {
  readonly returnId: string;
  readonly unit: UnitId;
  readonly source: Source;
}

/** Events about one unit's submission. */
export type UnitEvent =
  | ({ readonly type: 'CellsReported'; readonly cells: readonly ReportedCell[] } & OfUnit)
  | ({ readonly type: 'RemarkMade'; readonly row: RowNo; readonly text: string } & OfUnit)
  /** `step`: cause of the step that is taken back; without one the newest that set figures. */
  | ({ readonly type: 'StepUndone'; readonly step?: string } & OfUnit)
  | ({ readonly type: 'DraftCleared' } & OfUnit)
  | ({
      readonly type: 'MaterialHandedIn';
      readonly material: string;
      readonly how: HandIn;
      readonly name: string;
    } & OfUnit)
  /** It was reported by mistake, and is owed again. */
  | ({ readonly type: 'MaterialTakenBack'; readonly material: string } & OfUnit)
  | ({ readonly type: 'SubmissionConfirmed' } & OfUnit)
  | ({ readonly type: 'SubmissionReopened' } & OfUnit)
  | ({
      readonly type: 'SubmissionReturned';
      readonly reason: string;
      /** Rows and materials meant; both empty for the whole. */
      readonly rows: readonly RowNo[];
      readonly materials: readonly string[];
    } & OfUnit)
  | ({ readonly type: 'SubmissionAccepted' } & OfUnit)
  /** What was sent back stands as it stood before: the table, and these materials. Older entries say neither and mean all. */
  | ({ readonly type: 'SendingBackUndone'; readonly table?: boolean; readonly materials?: readonly string[] } & OfUnit)
  | ({ readonly type: 'AcceptanceUndone' } & OfUnit);

/** Events about a return as a whole, or one unit's deadline. */
export type ReturnEvent =
  | { readonly type: 'DeadlineMoved'; readonly returnId: string; readonly due: Due; readonly by: PersonId }
  | {
      readonly type: 'DeadlineExtended';
      readonly returnId: string;
      readonly unit: UnitId;
      readonly due: Due;
      readonly by: PersonId;
    }
  | { readonly type: 'ReturnClosed'; readonly returnId: string; readonly by: PersonId }
  | { readonly type: 'ReturnOpened'; readonly returnId: string; readonly by: PersonId };

/** A dialogue as older entries have it: bare doubts for questions. */
export interface DialogueEntered extends Omit<Dialogue, 'questions'> {
  readonly questions: readonly (Question | Doubt)[];
  /** In older entries, what `QuestionLeft` says now. */
  readonly lastWords?: string;
}

export type SubmissionEvent =
  | UnitEvent
  | ReturnEvent
  | { readonly type: 'DialogueMoved'; readonly person: PersonId; readonly dialogue: DialogueEntered | null };

export interface SubmissionSection {
  readonly returns: readonly ReturnDefinition[];
}

export interface SubmissionShape {
  readonly order: SubmissionOrder;
  readonly event: SubmissionEvent;
  readonly slice: SubmissionState;
  readonly section: SubmissionSection;
  readonly purpose: never;
}
