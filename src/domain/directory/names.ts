import { unitNameSeen } from '../as-seen.ts';

/** Names that may be looked for in a text, however many there are and however alike they begin. */
export interface NameIndex {
  /** The longest name that stands in the text at this place; null if none does. Text and name are as seen and closed up. */
  at(text: string, place: number): string | null;
}

export function indexNames(all: Iterable<string>): NameIndex {
  const names = new Set<string>();
  const lengths = new Map<string, Set<number>>();
  for (const written of all) {
    const name = unitNameSeen(written);
    const [first] = name;
    if (first === undefined || name.length < 2) continue;
    names.add(name);
    lengths.set(first, (lengths.get(first) ?? new Set()).add(name.length));
  }
  const longestFirst = new Map([...lengths].map(([first, known]) => [first, [...known].sort((a, b) => b - a)]));
  return {
    at(text, place) {
      for (const length of longestFirst.get(text[place] ?? '') ?? []) {
        const candidate = text.slice(place, place + length);
        if (candidate.length === length && names.has(candidate)) return candidate;
      }
      return null;
    },
  };
}
