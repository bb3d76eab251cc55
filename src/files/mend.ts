/** Data checked against a schema, all of it: what is wrong is said and then put right, so that it hides nothing else. */
import { z } from 'zod';
import type { FilePath, FileProblem } from '../domain/file-problem.ts';
import type { PlacedProblem } from './file-error.ts';
import { placeProblems } from './place.ts';
import { accepts, keysAt, schemasAt } from './schema-keys.ts';
import { describeIssue, type FlatIssue, flatIssues, keyMeant } from './schema-problems.ts';
import { isMadeUp, meantBy, replacementOf } from './stand-in.ts';
import { EVERYTHING } from './yaml-repair.ts';
import type { YamlText } from './yaml-text.ts';

export interface Mended<T> {
  /** Null if the file is not even of the right shape. */
  readonly data: T | null;
  readonly problems: readonly PlacedProblem[];
  /** Whether something had to be made up at the path or above it, or for a key below. */
  isMadeUp(path: FilePath): boolean;
  /** Without complaints about what was complained of already, or what nobody wrote because it was made up here. */
  genuine(problems: readonly FileProblem[]): FileProblem[];
}

/** Mending one thing may bring out another, a few times; more often is a circle. */
const mostRounds = 8;

export function mend<S extends z.ZodType>(yaml: YamlText, schema: S): Mended<z.infer<S>> {
  const problems: PlacedProblem[] = [];
  const made: FilePath[] = [];
  const said: FilePath[] = [];
  const root = { data: structuredClone(yaml.data ?? {}) };
  let parsed = z.safeParse(schema, root.data);
  for (let round = 0; !parsed.success && round < mostRounds; round += 1) {
    const issues = flatIssues(parsed.error.issues);
    for (const issue of keysFirst(issues)) mendOne(issue);
    parsed = z.safeParse(schema, root.data);
  }

  function mendOne(issue: FlatIssue): void {
    if (issue.code === 'unrecognized_keys') mendKeys(issue.path, issue.keys);
    else if (issue.code === 'invalid_key') mendKeys(issue.path.slice(0, -1), [String(issue.path.at(-1))]);
    else if (!isMade(issue.path)) mendValue(issue);
  }

  function mendKeys(path: FilePath, keys: readonly string[]): void {
    const holder = valueAt(root.data, path) as Record<string, unknown> | undefined;
    if (holder === undefined) return;
    for (const key of keys) {
      const meant = keyMeant(key, keysAt(schema, path), Object.keys(holder));
      problems.push(...placeProblems(yaml, [{ path: [...path, key], text: meant.text, atKey: true }]));
      const value = meant.value ?? holder[key];
      delete holder[key];
      if (meant.key === null) continue;
      holder[meant.key] = value;
      yaml.rename([...path, key], meant.key);
    }
  }

  function mendValue(issue: FlatIssue): void {
    const { path } = issue;
    const written = valueAt(root.data, path);
    const schemas = schemasAt(schema, path);
    // Put right already, with a key misspelt or with something above.
    if (written !== undefined && schemas.some((inner) => accepts(inner, written))) return;
    const meant = meantBy(written, yaml.sourceOf(path), schemas);
    if (!((written === undefined || written === null) && isLost(path)))
      problems.push(...placeProblems(yaml, [describeIssue(issue, { yaml, written, meant })]));
    said.push(path);
    if (meant === undefined) made.push(path);
    put(root, path, meant ?? replacementOf(written, schemas));
  }

  function isMade(path: FilePath): boolean {
    return made.some((above) => isWithin(path, above));
  }

  function isLost(path: FilePath): boolean {
    return yaml.lost.includes(EVERYTHING) || yaml.lost.includes(String(path[0]));
  }

  return {
    data: parsed.success ? parsed.data : null,
    problems,
    isMadeUp: (path) => isMade(path) || made.some((below) => isWithin(below, path)),
    genuine: (found) =>
      found.filter(
        ({ path, text }) => !isLost(path) && !isMadeUp(text) && !said.some((above) => isWithin(path, above)),
      ),
  };
}

/** Keys misspelt explain what is missing beside them. */
function keysFirst(issues: readonly FlatIssue[]): FlatIssue[] {
  const isKeys = ({ code }: FlatIssue) => code === 'unrecognized_keys';
  return [...issues.filter(isKeys), ...issues.filter((issue) => !isKeys(issue))];
}

function isWithin(path: FilePath, above: FilePath): boolean {
  return above.every((key, at) => path[at] === key);
}

/** Sets the value where there is something to set it in. */
function put(root: { data: unknown }, path: FilePath, value: unknown): void {
  const last = path.at(-1);
  if (last === undefined) {
    root.data = value ?? {};
    return;
  }
  const holder = valueAt(root.data, path.slice(0, -1));
  if (holder !== null && typeof holder === 'object') (holder as Record<string | number, unknown>)[last] = value;
}

function valueAt(data: unknown, path: FilePath): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], data);
}
