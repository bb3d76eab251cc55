import type { Entry } from '../../src/domain/ledger.ts';
import type { SendTry, Snapshot, Store } from '../../src/ports.ts';

/** Where a store's data stand. `open` may be called again: another connection to the same data. */
interface Place {
  open(): Promise<Store>;
  remove(): Promise<void>;
}

export type MakePlace = () => Promise<Place>;

export const AT_MS = Date.UTC(2023, 2, 12, 1, 0);

export function entryOf(stream: string, seq: number, cause: string, words = '收到'): Entry {
  return {
    stream,
    seq,
    atMs: AT_MS + seq,
    cause,
    events: [{ kind: 'Heard', words }],
    replies: [{ text: words }],
    sends: [],
    hash: seq.toString(16).padStart(64, '0'),
  };
}

/** Entries `from`…`to` of a stream, each with a cause of its own. */
export function entriesOf(stream: string, from: number, to: number): Entry[] {
  return Array.from({ length: to - from + 1 }, (_, index) => entryOf(stream, from + index, `message/${from + index}`));
}

/** The entry of one cause, if there is one. */
export async function findCause(store: Store, stream: string, cause: string): Promise<Entry | null> {
  return (await store.findCauses(stream, [cause]))[0] ?? null;
}

/** A stream's snapshot as a value that can be compared. */
export async function snapshotIn(store: Store, stream: string): Promise<Snapshot | null> {
  const snapshot = await store.loadSnapshot(stream);
  if (snapshot === null) return null;
  const parts: string[] = [];
  for await (const part of snapshot.parts) parts.push(part);
  return { ...snapshot, parts };
}

export function tryOf(key: string, number: number, owner: string, endsAtMs = AT_MS, unsure = 0): SendTry {
  return { key, number, owner, endsAtMs, unsure };
}

/** The whole stream, read in pages as a start does. */
export async function readAll(store: Store, stream: string, page = 1_000): Promise<Entry[]> {
  const all: Entry[] = [];
  for (;;) {
    const found = await store.read(stream, all.length, page);
    all.push(...found);
    if (found.length < page) return all;
  }
}

/** A place per test, with every connection closed and the data gone behind it. */
export function createBench(makePlace: MakePlace) {
  const opened: Store[] = [];
  let place: Place | null = null;

  return {
    async open(): Promise<Store> {
      place ??= await makePlace();
      const store = await place.open();
      opened.push(store);
      return store;
    },
    async clear(): Promise<void> {
      await Promise.all(opened.splice(0).map((store) => store.close()));
      await place?.remove();
      place = null;
    },
  };
}

export type Bench = ReturnType<typeof createBench>;
