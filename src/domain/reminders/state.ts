import type { ReminderRules } from '../campaign/definition.ts';
import type { EpochMs, PersonId, UnitId } from '../model.ts';
import { overlayMap } from '../overlay.ts';
import type { Folds } from '../room.ts';
import type { ReturnPart } from '../submission/owed.ts';

export type RemindersOrder =
  | { readonly name: 'deadline' }
  | { readonly name: 'chase'; readonly words: string }
  /**
   * `whom`: said where a unit or a return has to be named, or the words are about something else. `span`: by how long, in words,
   * where no day is named.
   */
  | { readonly name: 'move-deadline'; readonly phrase: string; readonly whom?: string; readonly span?: string }
  /** `loosely`: in words that may speak of one unit alone, 别催了. */
  | { readonly name: 'pause-reminders'; readonly loosely?: true }
  | { readonly name: 'reminders-standing' }
  | { readonly name: 'resume-reminders' };

export type RemindersEvent =
  /** The organiser had those who owe reminded at once; without `units`, as older entries have it, everyone. */
  | {
      readonly type: 'ReturnsChased';
      readonly by: PersonId;
      readonly units?: readonly UnitId[];
      /** What alone they were chased for, by `partKey`; absent where it was all, and in older entries. */
      readonly parts?: readonly string[];
    }
  /** The group was reminded of these returns. */
  | { readonly type: 'Reminded'; readonly returns: readonly string[] }
  | { readonly type: 'RemindersPaused'; readonly by: PersonId }
  | { readonly type: 'RemindersResumed'; readonly by: PersonId };

/** A return and those of its units that a message is for. */
export interface Reminded {
  readonly returnId: string;
  readonly units: readonly UnitId[];
  /** What alone it is about, where a part was named: the table, some of the materials. */
  readonly part?: ReturnPart;
  /** For a step of the ladder: how often the deadline had been moved; once it moves again the step is void. */
  readonly moves?: number;
}

export type RemindersPurpose =
  /** As older entries have it: one return a message. */
  | ({ readonly kind: 'remind-return' } & Reminded)
  | { readonly kind: 'remind-returns'; readonly returns: readonly Reminded[] }
  | { readonly kind: 'escalate-return'; readonly returnId: string; readonly units: readonly UnitId[] };

export interface RemindersState {
  /** When everyone who owes was last chased by the organiser, as older entries have it. */
  chasedAtMs: EpochMs | null;
  /** When a unit was last chased by the organiser. */
  readonly chasedUnits: Map<UnitId, EpochMs>;
  /** When a unit was last chased for a part, by `partKey` and unit. */
  readonly chasedParts: Map<string, EpochMs>;
  /** When the group was last reminded of a return, by the ladder or the organiser. */
  readonly remindedAtMs: Map<string, EpochMs>;
  paused: { readonly atMs: EpochMs; readonly by: PersonId } | null;
  /** Steps before this instant were passed over while reminders were paused. */
  resumedAtMs: EpochMs;
}

export interface RemindersSection {
  readonly reminders: ReminderRules;
}

export interface RemindersShape {
  readonly order: RemindersOrder;
  readonly event: RemindersEvent;
  readonly slice: RemindersState;
  readonly section: RemindersSection;
  readonly purpose: RemindersPurpose;
}

export function initialReminders(): RemindersState {
  return {
    chasedAtMs: null,
    chasedUnits: new Map(),
    chasedParts: new Map(),
    remindedAtMs: new Map(),
    paused: null,
    resumedAtMs: 0,
  };
}

export function lendReminders(state: RemindersState): RemindersState {
  const { chasedUnits, chasedParts, remindedAtMs } = state;
  return {
    ...state,
    chasedUnits: overlayMap(chasedUnits),
    chasedParts: overlayMap(chasedParts),
    remindedAtMs: overlayMap(remindedAtMs),
  };
}

/** A return, or a part of it, that units are chased for. */
export function partKey({ returnId, part }: Pick<Reminded, 'returnId' | 'part'>): string {
  return [returnId, ...(part?.table ? ['table'] : []), ...(part?.materials ?? [])].join('/');
}

export function partOfUnit(key: string, unit: UnitId): string {
  return `${key}@${unit}`;
}

export const remindersFolds: Folds<RemindersShape> = {
  ReturnsChased(state, { units, parts = [] }, { atMs }) {
    for (const key of parts) for (const unit of units ?? []) state.chasedParts.set(partOfUnit(key, unit), atMs);
    if (units === undefined) state.chasedAtMs = atMs;
    for (const unit of units ?? []) state.chasedUnits.set(unit, atMs);
  },
  Reminded(state, { returns }, { atMs }) {
    for (const id of returns) state.remindedAtMs.set(id, atMs);
  },
  RemindersPaused(state, { by }, { atMs }) {
    state.paused = { atMs, by };
  },
  RemindersResumed(state, _event, { atMs }) {
    state.paused = null;
    state.resumedAtMs = atMs;
  },
};
