/** A journal over an array: what a restart reads is what was recorded, through JSON as in a store. */
import type { Entry } from '../../src/domain/ledger.ts';
import type { Journal } from '../../src/ports.ts';

export interface MemoryJournalOptions<S, E> {
  readonly initial: () => S;
  readonly evolve: (state: S, entry: Entry<E>) => void;
  readonly nowMs: () => number;
  /** Entries of an earlier life, as JSON lines; this life's are added. */
  readonly lines?: string[];
}

export interface MemoryJournal<S, E> extends Journal<S, E> {
  readonly lines: string[];
  /** Called before a cause is stored; throw to lose it. */
  beforeStore: (cause: string) => void;
}

export function openMemoryJournal<S, E>(options: MemoryJournalOptions<S, E>): MemoryJournal<S, E> {
  const { initial, evolve, nowMs, lines = [] } = options;
  const state = initial();
  const byCause = new Map<string, Entry<E>>();
  const accept = (entry: Entry<E>) => {
    evolve(state, entry);
    byCause.set(entry.cause, entry);
  };
  for (const line of lines) accept(JSON.parse(line) as Entry<E>);

  const journal: MemoryJournal<S, E> = {
    lines,
    beforeStore: () => undefined,
    state: () => state,
    async record(cause, decide) {
      await Promise.resolve();
      const known = byCause.get(cause);
      if (known) return known;
      const decision = decide(state, nowMs());
      if (!decision) return null;
      journal.beforeStore(cause);
      const entry = { stream: 'test', seq: lines.length + 1, atMs: nowMs(), cause, ...decision, hash: '' };
      lines.push(JSON.stringify(entry));
      accept(JSON.parse(JSON.stringify(entry)) as Entry<E>);
      return entry;
    },
  };
  return journal;
}
