/** When a stream's fold is saved, and when what was saved is believed. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StreamId } from '../domain/ledger.ts';
import type { LedgerStore, Log } from '../ports.ts';
import { readState, writeState } from './snapshot.ts';

/** A fold and where it stands in the chain; each is published whole. */
export interface Fold<S> {
  readonly state: S;
  seq: number;
  hash: string;
}

interface SnapshotterOptions<S> {
  readonly stream: StreamId;
  readonly store: () => LedgerStore;
  readonly log: Log;
  readonly version: string;
  /** Entries after which a snapshot is due; more where the state is large. */
  readonly every: number;
  /** What may be saved now; null while something is to be decided or undecided effects may be in it. */
  readonly quiet: () => Fold<S> | null;
}

export interface Snapshotter<S> {
  /** The newest snapshot if it is beyond doubt; else null, and the ledger says it all again. */
  load(): Promise<Fold<S> | null>;
  /** Nothing is to be decided just now. Never rejects. */
  idle(): void;
  /** Saves what has not been saved. */
  stop(): Promise<void>;
}

/** A large state is saved less often, so that writing it costs each message the same little. */
const charactersPerEntry = 1000;
/** What came to nothing is tried again after this, and after twice as long each time, up to the limit. */
const firstPauseMs = 1000;
const longestPauseMs = 600_000;

/** Something was to be decided while a snapshot was taken. */
class Disturbed extends Error {}

/**
 * Nobody waits for a snapshot: it is taken in small steps while nothing else is to be done, and given up as soon as something is. A
 * stream that is never quiet is read from further back at the next start, and loses nothing.
 */
export function createSnapshotter<S>(options: SnapshotterOptions<S>): Snapshotter<S> {
  const { stream, store, log, version, every, quiet } = options;
  let savedSeq = 0;
  let dueAfter = every;
  let saving: Promise<boolean> | null = null;
  let pauseMs = 0;
  let retry: NodeJS.Timeout | undefined;

  /** The steps of one snapshot: over the state on which it began, or not at all. */
  async function* steps(fold: Fold<S>, seq: number, count: (characters: number) => void): AsyncGenerator<string> {
    const walk = writeState({ stream, seq, hash: fold.hash, version }, fold.state);
    for (;;) {
      if (quiet() !== fold || fold.seq !== seq) throw new Disturbed();
      const { value: part, done } = walk.next();
      if (done) return;
      count(part.length);
      yield part;
      await nextTurn();
    }
  }

  /** True if it was saved. */
  async function save(fold: Fold<S>): Promise<boolean> {
    const { seq, hash } = fold;
    let characters = 0;
    const count = (more: number) => {
      characters += more;
    };
    try {
      await store().saveSnapshot({ stream, seq, hash, version, parts: steps(fold, seq, count) });
      savedSeq = seq;
      dueAfter = Math.max(every, characters / charactersPerEntry);
      return true;
    } catch (error) {
      // A start will read more entries; nothing is lost.
      if (error instanceof Disturbed) log.debug({ stream, seq }, 'snapshot put off');
      else log.warn({ stream, err: error }, 'snapshot not saved');
      return false;
    }
  }

  async function saveIfDue(): Promise<void> {
    const fold = quiet();
    if (saving !== null) return;
    // Busy just as it was to be tried again: a later quiet moment comes by itself, after the next decision.
    if (fold === null || fold.seq - savedSeq < dueAfter) return;
    saving = save(fold);
    const saved = await saving;
    saving = null;
    pauseMs = saved ? 0 : Math.min(longestPauseMs, Math.max(firstPauseMs, 2 * pauseMs));
    if (saved) return;
    tryLater();
  }

  function tryLater(): void {
    retry = setTimeout(() => {
      retry = undefined;
      void saveIfDue();
    }, pauseMs);
    retry.unref();
  }

  return {
    async load() {
      const snapshot = await store().loadSnapshot(stream);
      if (snapshot === null) return null;
      const { seq, hash } = snapshot;
      try {
        if (snapshot.version !== version) throw new Error(`it is of version ${snapshot.version}`);
        const [entry] = await store().read(stream, seq - 1, 1);
        if (entry?.seq !== seq || entry.hash !== hash) throw new Error('the ledger has another entry there');
        const state = await readState<S>(snapshot);
        savedSeq = seq;
        return { state, seq, hash };
      } catch (error) {
        log.warn({ stream, seq, err: error }, 'snapshot passed over');
        return null;
      }
    },
    idle() {
      if (retry === undefined) void saveIfDue();
    },
    async stop() {
      clearTimeout(retry);
      await saving;
      const fold = quiet();
      if (fold !== null && fold.seq !== savedSeq) await save(fold);
    },
  };
}
