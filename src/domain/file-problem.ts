/** Something in a file that its writer has to change, placed by the path of keys and positions that leads to it. */
export interface FileProblem {
  readonly path: FilePath;
  /** What is wrong and what to write instead, in Chinese, without the place. */
  readonly text: string;
  /** The list of the file in which something was looked for and not found: if the list has a gap, that explains it. */
  readonly missingIn?: string;
}

export type FilePath = readonly (string | number)[];

export function problem(path: FilePath, text: string): FileProblem {
  return { path, text };
}

/** One problem for each item whose key an earlier item has. */
export function repeated<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  say: (item: T, key: string) => FileProblem,
): FileProblem[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    if (seen.has(key)) return [say(item, key)];
    seen.add(key);
    return [];
  });
}
