/** Token buckets: how soon a destination may get its next message. */
import { MINUTE_MS } from '../domain/calendar/zone.ts';
import type { EpochMs } from '../domain/model.ts';
import type { Clock } from '../ports.ts';

export interface Buckets {
  /** The instant from which one more message fits into any minute's allowance. */
  freeAtMs(destination: string, perMinute: number): EpochMs;
  take(destination: string): void;
}

/** Counts what went out in the last minute: the platforms' limits are over any sixty seconds, not on average. */
export function createBuckets(clock: Clock): Buckets {
  const taken = new Map<string, EpochMs[]>();
  return {
    freeAtMs(destination, perMinute) {
      const nowMs = clock.nowMs();
      const recent = (taken.get(destination) ?? []).filter((atMs) => atMs > nowMs - MINUTE_MS && atMs <= nowMs);
      taken.set(destination, recent);
      return recent.length < perMinute ? nowMs : (recent[recent.length - perMinute] as EpochMs) + MINUTE_MS;
    },
    take(destination) {
      taken.set(destination, [...(taken.get(destination) ?? []), clock.nowMs()]);
    },
  };
}
