/** Ways that lead back to where they began, each once: `[a, b, a]`, begun at the first of its names in the order given. */
export function circles(names: Iterable<string>, next: (name: string) => readonly string[]): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  function follow(name: string, way: readonly string[]): void {
    const since = way.indexOf(name);
    if (since >= 0) {
      found.push([...way.slice(since), name]);
      return;
    }
    if (done.has(name)) return;
    for (const following of next(name)) follow(following, [...way, name]);
    done.add(name);
  }
  for (const name of names) follow(name, []);
  return found;
}
