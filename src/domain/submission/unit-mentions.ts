/** Where a text names units of the directory. */
import type { Unit } from '../directory/model.ts';
import type { DirectoryView } from '../directory/view.ts';

export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly units: readonly Unit[];
}

/** The longest names, in the order of the text: 黄浦区局 is no mention of 黄浦. */
export function mentionsIn(words: string, view: DirectoryView): readonly Mention[] {
  const all = [...namesOf(view)].flatMap((name) => placesOf(name, words, view));
  const longest = all.filter((one) => !all.some((other) => other !== one && holds(other, one)));
  return longest.sort((left, right) => left.start - right.start);
}

function namesOf(view: DirectoryView): Set<string> {
  return new Set([...view.units()].flatMap((unit) => [unit.name, unit.shortName, ...unit.aliases]));
}

function placesOf(name: string, words: string, view: DirectoryView): Mention[] {
  const found: Mention[] = [];
  for (let at = words.indexOf(name); at >= 0 && name.length >= 2; at = words.indexOf(name, at + name.length))
    found.push({ start: at, end: at + name.length, name, units: view.unitsNamed(name) });
  return found;
}

function holds(other: Mention, one: Mention): boolean {
  return other.start <= one.start && other.end >= one.end && other.name.length > one.name.length;
}
