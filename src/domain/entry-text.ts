/** An entry as text. What it did and said is both hashed and stored: it is written out once for the two. */
import type { Decision, Entry } from './ledger.ts';

/** JSON of each part. */
interface Written {
  readonly events: string;
  readonly replies: string;
  readonly sends: string;
}

const kept = new WeakMap<Entry, Written>();

/** The text that an entry's hash is over: the JSON of its fields in this fixed order. For an entry about to be stored. */
export function textToSeal(previousHash: string, entry: Entry): string {
  const written = writeOut(entry);
  kept.set(entry, written);
  return sealedText(previousHash, entry, written);
}

/** The same text of an entry that was read. */
export function textToVerify(previousHash: string, entry: Entry): string {
  return sealedText(previousHash, entry, writeOut(entry));
}

/** The JSON of an entry, as stores keep it. */
export function textToStore(entry: Entry): string {
  const { stream, seq, atMs, cause, hash } = entry;
  const { events, replies, sends } = kept.get(entry) ?? writeOut(entry);
  const head = JSON.stringify({ stream, seq, atMs, cause }).slice(0, -1);
  return `${head},"events":${events},"replies":${replies},"sends":${sends},"hash":${JSON.stringify(hash)}}`;
}

function sealedText(
  previousHash: string,
  { stream, seq, atMs, cause }: Entry,
  { events, replies, sends }: Written,
): string {
  const head = JSON.stringify([previousHash, stream, seq, atMs, cause]).slice(0, -1);
  return `${head},${events},${replies},${sends}]`;
}

function writeOut({ events, replies, sends }: Decision<unknown>): Written {
  return { events: json(events), replies: json(replies), sends: json(sends) };
}

/** Of an entry that was damaged on disk something may be missing; its hash must come out wrong, not the reader. */
function json(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}
