/** A store at the other end of a line may take a question and never answer: how long it is waited for. */
import type { LedgerStore, Snapshot } from '../ports.ts';

/** Rejects after so long. The work goes on: only what may be asked again, or heard too late, is left to itself. */
export async function inTime<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The store, each of its answers within so long. An append that is late may yet be stored: asked again it is refused by its keys, as
 * after any failure. Saving a snapshot is not hurried, nobody waits for it.
 */
export function answeringWithin(ms: number, store: LedgerStore): LedgerStore {
  return {
    shared: store.shared,
    append: (entries) => inTime(ms, store.append(entries)),
    read: (...tail) => inTime(ms, store.read(...tail)),
    findCauses: (...causes) => inTime(ms, store.findCauses(...causes)),
    lastSeq: (stream) => inTime(ms, store.lastSeq(stream)),
    streams: () => inTime(ms, store.streams()),
    saveSnapshot: (snapshot) => store.saveSnapshot(snapshot),
    async loadSnapshot(stream) {
      const found = await inTime(ms, store.loadSnapshot(stream));
      return found && { ...found, parts: partsWithin(ms, found.parts) };
    },
  };
}

async function* partsWithin(ms: number, parts: Snapshot['parts']): AsyncGenerator<string> {
  const walk = Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]();
  for (;;) {
    const { value, done } = await inTime(ms, Promise.resolve(walk.next()));
    if (done) return;
    yield value;
  }
}
