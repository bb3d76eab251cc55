/** Maps and sets that can be written to while what they rest on stays as it is: a state lent for one decision. */

/**
 * Reads through to `base`; writes stay here. Order is the base's, with new keys last. One that is lent again is copied, and is small:
 * however often a state is lent on, a read goes one step down.
 */
export function overlayMap<K, V>(base: ReadonlyMap<K, V>): Map<K, V> {
  return base instanceof OverlayMap ? (base as OverlayMap<K, V>).copy() : new OverlayMap(base);
}

export function overlaySet<T>(base: ReadonlySet<T>): Set<T> {
  return base instanceof OverlaySet ? (base as OverlaySet<T>).copy() : new OverlaySet(base);
}

/** Most of what is lent is only read: what keeps the changes is made with the first of them. */
class OverlayMap<K, V> implements Map<K, V> {
  readonly [Symbol.toStringTag] = 'Map';
  readonly #base: ReadonlyMap<K, V>;
  #written: Map<K, V> | null;
  #gone: Set<K> | null;
  #size: number;

  constructor(base: ReadonlyMap<K, V>, written: Map<K, V> | null = null, gone: Set<K> | null = null, size = base.size) {
    this.#base = base;
    this.#written = written;
    this.#gone = gone;
    this.#size = size;
  }

  copy(): OverlayMap<K, V> {
    return new OverlayMap(
      this.#base,
      this.#written && new Map(this.#written),
      this.#gone && new Set(this.#gone),
      this.#size,
    );
  }

  get size(): number {
    return this.#size;
  }

  has(key: K): boolean {
    return this.#isWritten(key) || (!this.#isGone(key) && this.#base.has(key));
  }

  get(key: K): V | undefined {
    return this.#isWritten(key) || this.#isGone(key) ? this.#written?.get(key) : this.#base.get(key);
  }

  set(key: K, value: V): this {
    if (!this.has(key)) this.#size += 1;
    this.#written ??= new Map();
    this.#written.set(key, value);
    return this;
  }

  delete(key: K): boolean {
    if (!this.has(key)) return false;
    this.#size -= 1;
    this.#written?.delete(key);
    this.#gone ??= new Set();
    this.#gone.add(key);
    return true;
  }

  #isWritten(key: K): boolean {
    return this.#written?.has(key) ?? false;
  }

  #isGone(key: K): boolean {
    return this.#gone?.has(key) ?? false;
  }

  clear(): void {
    for (const key of [...this.keys()]) this.delete(key);
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.#base)
      if (!this.#isGone(key)) yield [key, this.#isWritten(key) ? (this.#written?.get(key) as V) : value];
    for (const [key, value] of this.#written ?? []) if (!this.#base.has(key) || this.#isGone(key)) yield [key, value];
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: Map<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}

class OverlaySet<T> implements Set<T> {
  readonly [Symbol.toStringTag] = 'Set';
  readonly #base: ReadonlySet<T>;
  #added: Set<T> | null;
  #gone: Set<T> | null;

  constructor(base: ReadonlySet<T>, added: Set<T> | null = null, gone: Set<T> | null = null) {
    this.#base = base;
    this.#added = added;
    this.#gone = gone;
  }

  copy(): OverlaySet<T> {
    return new OverlaySet(this.#base, this.#added && new Set(this.#added), this.#gone && new Set(this.#gone));
  }

  get size(): number {
    return this.#base.size - (this.#gone?.size ?? 0) + (this.#added?.size ?? 0);
  }

  has(value: T): boolean {
    return (this.#added?.has(value) ?? false) || (!this.#isGone(value) && this.#base.has(value));
  }

  add(value: T): this {
    if (this.#base.has(value) && !this.#isGone(value)) return this;
    this.#added ??= new Set();
    this.#added.add(value);
    return this;
  }

  delete(value: T): boolean {
    if (this.#added?.delete(value)) return true;
    if (!this.has(value)) return false;
    this.#gone ??= new Set();
    this.#gone.add(value);
    return true;
  }

  #isGone(value: T): boolean {
    return this.#gone?.has(value) ?? false;
  }

  clear(): void {
    for (const value of [...this]) this.delete(value);
  }

  *values(): SetIterator<T> {
    for (const value of this.#base) if (!this.#isGone(value)) yield value;
    if (this.#added) yield* this.#added;
  }

  keys(): SetIterator<T> {
    return this.values();
  }

  *entries(): SetIterator<[T, T]> {
    for (const value of this.values()) yield [value, value];
  }

  [Symbol.iterator](): SetIterator<T> {
    return this.values();
  }

  forEach(visit: (value: T, again: T, set: Set<T>) => void): void {
    for (const value of this.values()) visit(value, value, this);
  }
}
