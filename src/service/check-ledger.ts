/** A stream from end to end: the chain of its hashes, and whether its snapshot is what its entries say. */
import { isDeepStrictEqual } from 'node:util';
import type { Entry, StreamId } from '../domain/ledger.ts';
import type { LedgerStore, Snapshot } from '../ports.ts';
import { type ChainFault, genesisHash, verifyChain } from './seal.ts';
import { readState, writeState } from './snapshot.ts';

/** How a stream's entries become its state. */
export interface StreamFold {
  readonly version: string;
  readonly initial: (first: Entry) => unknown;
  readonly evolve: (state: never, entry: never) => void;
}

export interface Verdict {
  /** Entries up to the first fault. */
  readonly entries: number;
  readonly hash: string;
  readonly fault: ChainFault | null;
  /** `other`: of another version, or of a stream that nobody here can fold; a start passes it over. */
  readonly snapshot: 'none' | 'good' | 'bad' | 'other';
}

const page = 2_000;

/** Reads all of it. Throws where an entry cannot be read at all. */
export async function checkStream(store: LedgerStore, stream: StreamId, fold: StreamFold | null): Promise<Verdict> {
  const snapshot = await store.loadSnapshot(stream);
  const again = snapshot && fold && snapshot.version === fold.version ? refold(snapshot, fold) : null;
  let [hash, seq] = [genesisHash, 0];
  for (;;) {
    const entries = await store.read(stream, seq, page);
    const fault = verifyChain(entries, hash, seq);
    if (fault) return { entries: fault.seq - 1, hash, fault, snapshot: 'other' };
    for (const entry of entries) {
      [hash, seq] = [entry.hash, entry.seq];
      again?.take(entry);
    }
    if (entries.length < page) break;
  }
  // The chain alone cannot show that its end was cut off; a snapshot that is further than the entries does.
  const fault = snapshot !== null && snapshot.seq > seq ? ({ seq: seq + 1, fault: 'gap' } as const) : null;
  return { entries: seq, hash, fault, snapshot: await outcomeOf(snapshot, again) };
}

async function outcomeOf(snapshot: Snapshot | null, again: Refold | null): Promise<Verdict['snapshot']> {
  if (snapshot === null) return 'none';
  if (again === null) return 'other';
  return (await again.agrees()) ? 'good' : 'bad';
}

interface Refold {
  take(entry: Entry): void;
  agrees(): Promise<boolean>;
}

/** Folds a stream up to its snapshot once more. */
function refold(snapshot: Snapshot, { initial, evolve }: StreamFold): Refold {
  let [state, hash]: [unknown, string] = [null, ''];
  return {
    take(entry) {
      if (entry.seq > snapshot.seq) return;
      if (entry.seq === 1) state = initial(entry);
      evolve(state as never, entry as never);
      hash = entry.hash;
    },
    agrees: async () => hash === snapshot.hash && isState(snapshot, state),
  };
}

/** As both are after writing and reading: texts would differ where a key came earlier in one of them. */
async function isState(snapshot: Snapshot, state: unknown): Promise<boolean> {
  try {
    const again = { ...snapshot, parts: writeState(snapshot, state) };
    return isDeepStrictEqual(await readState(snapshot), await readState(again));
  } catch {
    return false;
  }
}
