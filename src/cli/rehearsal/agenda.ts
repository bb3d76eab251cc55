/** What people mean to do and when; equal instants keep the order in which they were planned. */
import { addDays, dayOf, instantOf, timeOf } from '../../domain/calendar/zone.ts';
import type { EpochMs } from '../../domain/model.ts';

export interface Act {
  readonly atMs: EpochMs;
  run(): Promise<void>;
}

export interface Agenda {
  plan(atMs: EpochMs, run: () => Promise<void>): void;
  nextMs(): EpochMs | null;
  /** Takes the first act off the agenda. */
  take(): Act | undefined;
}

export function createAgenda(): Agenda {
  const acts: Act[] = [];
  return {
    plan(atMs, run) {
      const index = acts.findIndex((act) => act.atMs > atMs);
      acts.splice(index === -1 ? acts.length : index, 0, { atMs, run });
    },
    nextMs: () => acts[0]?.atMs ?? null,
    take: () => acts.shift(),
  };
}

/** Liaisons answer between half past eight and nine in the evening. */
export function atOfficeHours(ms: EpochMs): EpochMs {
  const day = dayOf(ms);
  const time = timeOf(ms);
  const minutes = ms % (30 * 60_000);
  if (time < '08:30') return instantOf(day, '08:30') + minutes;
  return time >= '21:00' ? instantOf(addDays(day, 1), '08:30') + minutes : ms;
}
