/** A stream of numbers for tests of the host: each entry adds its events, and the state remembers their order. */
import type { Entry } from '../../src/domain/ledger.ts';
import type { LedgerStore, Log } from '../../src/ports.ts';
import { type Host, openHost } from '../../src/service/host.ts';
import { createRecordingLog } from '../support/recording-log.ts';

export interface Tally {
  sum: number;
  readonly seen: number[];
}

export type CountingHost = Host<Tally, number>;

export function evolveTally(state: Tally, entry: Entry<number>): void {
  for (const number of entry.events) {
    state.sum += number;
    state.seen.push(number);
  }
}

export function openCounting(
  store: LedgerStore,
  more: {
    version?: string;
    snapshotEvery?: number;
    log?: Log;
    lend?: (state: Tally, entry: Entry<number>) => Tally;
  } = {},
) {
  return openHost<Tally, number>({
    stream: 'numbers',
    store,
    clock: { nowMs: () => 1_678_582_800_000 },
    log: createRecordingLog(),
    initial: () => ({ sum: 0, seen: [] }),
    evolve: evolveTally,
    version: 'numbers-1',
    ...more,
  });
}

/** Records one number; the answer tells the sum it was decided on. */
export function add(host: CountingHost, number: number, cause = `message/${number}`): Promise<Entry<number> | null> {
  return host.record(cause, (state) => ({ events: [number], replies: [{ text: `${state.sum}` }], sends: [] }));
}

export async function allEntries(store: LedgerStore): Promise<Entry[]> {
  return store.read('numbers', 0, 100_000);
}
