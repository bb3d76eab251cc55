/**
 * A state as texts and back. Maps and Sets survive, everything else has to be plain data; large collections are cut into parts, and
 * the source of a figure, which stands in cells, trail and steps alike, is written once. The last part is a digest over
 * whose state it is and all that stands before: what does not match is no snapshot.
 */
import { createHash } from 'node:crypto';
import type { Source } from '../domain/ledger.ts';
import type { Snapshot } from '../ports.ts';

export type SnapshotHead = Omit<Snapshot, 'parts'>;

/** A part is made and written without a pause: of this many characters, some milliseconds, with the sources it is the first to name. */
const partCharacters = 64_000;
/** A collection of more members is cut, if need be. */
const uncut = 100;

const mapTag = '$map';
const setTag = '$set';
const cutTag = '$cut';
const sourceTag = '$source';

type Kind = 'map' | 'set' | 'array';
type Collection = ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | readonly unknown[];

/** How far large collections are looked for. */
interface Where {
  readonly levels: number;
  readonly intoArrays: boolean;
}

/** There is little outside of large collections, and it is looked through. */
const outside: Where = { levels: 8, intoArrays: true };
/** Of their many members each is small, but for what it may hold itself. */
const inside: Where = { levels: 2, intoArrays: false };

interface Part {
  /** New since the part before; numbered through. */
  readonly sources: readonly Source[];
  /** The number of the collection that goes on here; absent in the last part, whose `root` is the state. */
  readonly of?: number;
  readonly kind?: Kind;
  readonly items?: readonly unknown[];
  readonly root?: unknown;
}

/** The parts of a snapshot, each made when it is asked for: between two of them the state must not change. */
export function* writeState(head: SnapshotHead, state: unknown): Generator<string> {
  const digest = createHash('sha256').update(headText(head));
  for (const part of new Writer().parts(state)) {
    digest.update(part).update('\n');
    yield part;
  }
  yield digest.digest('hex');
}

/** The state that was written; throws where anything is in doubt. */
export async function readState<S>({ parts, ...head }: Snapshot): Promise<S> {
  const digest = createHash('sha256').update(headText(head));
  const reader = new Reader();
  let last: string | null = null;
  for await (const part of parts) {
    if (last !== null) {
      digest.update(last).update('\n');
      reader.read(last);
    }
    last = part;
  }
  if (last !== digest.digest('hex')) throw new Error('the digest does not match');
  return reader.root() as S;
}

function headText({ stream, seq, hash, version }: SnapshotHead): string {
  return `${JSON.stringify([stream, seq, hash, version])}\n`;
}

class Writer {
  readonly #numbers = new Map<string, number>();
  /** Of one message's cells all name the same object as long as the process lives: looked up without writing it out. */
  readonly #known = new Map<Source, number>();
  #fresh: Source[] = [];
  #freshCharacters = 0;
  #cuts = 0;

  *parts(state: unknown): Generator<string> {
    const root = yield* this.#walk(state, outside);
    yield this.#part({ root });
  }

  #part(part: Omit<Part, 'sources'>): string {
    return JSON.stringify({ sources: this.#takeSources(), ...part });
  }

  #takeSources(): readonly Source[] {
    const sources = this.#fresh;
    this.#fresh = [];
    this.#freshCharacters = 0;
    return sources;
  }

  /** Where something large may be; everything else is packed as it is. */
  *#walk(value: unknown, where: Where): Generator<string, unknown> {
    if (isCollection(value) && sizeOf(value) > uncut) return yield* this.#cut(value);
    if (!holdsLarge(value, where)) return this.#pack(value);
    if (value instanceof Map) {
      const entries: unknown[] = [];
      for (const [key, item] of value) entries.push([key, yield* this.#walk(item, where)]);
      return { [mapTag]: entries };
    }
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const item of value) items.push(yield* this.#walk(item, where));
      return items;
    }
    const packed: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value as object)) packed[key] = yield* this.#walk(item, where);
    return packed;
  }

  *#cut(value: Collection): Generator<string, unknown> {
    this.#cuts += 1;
    const of = this.#cuts;
    const kind: Kind = value instanceof Map ? 'map' : value instanceof Set ? 'set' : 'array';
    let texts: string[] = [];
    let length = 0;
    const flush = (): string => {
      const [sources, items] = [JSON.stringify(this.#takeSources()), texts.join(',')];
      [texts, length] = [[], 0];
      return `{"sources":${sources},"of":${of},"kind":"${kind}","items":[${items}]}`;
    };
    for (const item of value) {
      const text = JSON.stringify(yield* this.#member(kind, item));
      texts.push(text);
      length += text.length;
      if (length + this.#freshCharacters >= partCharacters) yield flush();
    }
    yield flush();
    return { [cutTag]: of };
  }

  *#member(kind: Kind, item: unknown): Generator<string, unknown> {
    if (kind !== 'map') return yield* this.#walk(item, inside);
    const [key, value] = item as [unknown, unknown];
    return [key, yield* this.#walk(value, inside)];
  }

  /** A walk of our own: a replacer is called for every key and takes several times as long. Untouched parts are not copied. */
  #pack(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Map) return { [mapTag]: Array.from(value, ([key, item]) => [key, this.#pack(item)]) };
    if (value instanceof Set) return { [setTag]: [...value] };
    if (Array.isArray(value)) return value.map((item) => this.#pack(item));
    if (isSource(value)) return { [sourceTag]: this.#numberOf(value) };
    const object = value as Record<string, unknown>;
    let packed = object;
    for (const key in object) {
      const item = object[key];
      const kept = this.#pack(item);
      if (kept === item) continue;
      if (packed === object) packed = { ...object };
      packed[key] = kept;
    }
    return packed;
  }

  #numberOf(source: Source): number {
    const known = this.#known.get(source) ?? this.#newNumber(source);
    this.#known.set(source, known);
    return known;
  }

  #newNumber(source: Source): number {
    const { person, cause, atMs, words } = source;
    // The lengths keep apart what the texts alone would not.
    const key = `${atMs}/${person.length}/${cause.length}/${person}${cause}${words}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    this.#fresh.push(source);
    this.#freshCharacters += key.length;
    return number;
  }
}

class Reader {
  readonly #sources: Source[] = [];
  readonly #cuts = new Map<number, Map<unknown, unknown> | Set<unknown> | unknown[]>();
  #root: unknown;
  #ended = false;

  read(text: string): void {
    const { sources, of, kind, items = [], root } = JSON.parse(text) as Part;
    this.#sources.push(...sources);
    if (of === undefined) {
      this.#root = this.#revive(root);
      this.#ended = true;
      return;
    }
    const collection = this.#cuts.get(of) ?? emptyOf(kind);
    this.#cuts.set(of, collection);
    for (const item of items) this.#add(collection, item);
  }

  root(): unknown {
    if (!this.#ended) throw new Error('the end is missing');
    return this.#root;
  }

  #add(collection: Map<unknown, unknown> | Set<unknown> | unknown[], item: unknown): void {
    if (Array.isArray(collection)) collection.push(this.#revive(item));
    else if (collection instanceof Set) collection.add(item);
    else {
      const [key, value] = item as [unknown, unknown];
      collection.set(key, this.#revive(value));
    }
  }

  /** A walk of our own: JSON.parse's reviver takes several times as long on a large campaign. */
  #revive(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) value[i] = this.#revive(value[i]);
      return value;
    }
    const object = value as Record<string, unknown>;
    if (sourceTag in object) return this.#sources[object[sourceTag] as number];
    if (cutTag in object) return this.#cuts.get(object[cutTag] as number);
    if (setTag in object) return new Set(object[setTag] as unknown[]);
    if (mapTag in object) {
      const map = new Map<unknown, unknown>();
      for (const [key, item] of object[mapTag] as [unknown, unknown][]) map.set(key, this.#revive(item));
      return map;
    }
    for (const key in object) object[key] = this.#revive(object[key]);
    return object;
  }
}

function emptyOf(kind: Kind | undefined): Map<unknown, unknown> | Set<unknown> | unknown[] {
  if (kind === 'map') return new Map();
  return kind === 'set' ? new Set() : [];
}

function isCollection(value: unknown): value is Collection {
  return value instanceof Map || value instanceof Set || Array.isArray(value);
}

function sizeOf(value: Collection): number {
  return Array.isArray(value) ? value.length : (value as ReadonlySet<unknown>).size;
}

/** Whether a plain object or something small of many members has a large collection in it. */
function holdsLarge(value: unknown, where: Where, levels = where.levels): boolean {
  if (value === null || typeof value !== 'object' || levels === 0) return false;
  if (value instanceof Set || (Array.isArray(value) && !where.intoArrays)) return false;
  for (const item of value instanceof Map ? value.values() : Object.values(value))
    if (
      isCollection(item) ? sizeOf(item) > uncut || holdsLarge(item, where, levels) : holdsLarge(item, where, levels - 1)
    )
      return true;
  return false;
}

function isSource(value: object): value is Source {
  return (
    'cause' in value && 'words' in value && 'person' in value && 'atMs' in value && Object.keys(value).length === 4
  );
}
