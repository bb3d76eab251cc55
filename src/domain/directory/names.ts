/** Names that may be looked for in a text, the longer first, by their first character. */
export type NameIndex = ReadonlyMap<string, readonly string[]>;

export function indexNames(names: Iterable<string>): NameIndex {
  const index = new Map<string, string[]>();
  for (const name of names) {
    const first = name[0];
    if (first === undefined || name.length < 2) continue;
    const known = index.get(first);
    if (known) known.push(name);
    else index.set(first, [name]);
  }
  for (const known of index.values()) known.sort((a, b) => b.length - a.length);
  return index;
}
