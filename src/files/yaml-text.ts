/** YAML with positions: where in the text every key and value stands, and mistakes of writing in words an office can act on. */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import type { FilePath } from '../domain/file-problem.ts';
import type { PlacedProblem } from './file-error.ts';
import { repeatedKeys } from './yaml-keys.ts';
import { repairYaml } from './yaml-repair.ts';

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface YamlText {
  /** What the text says, slips of the pen put right. */
  readonly data: unknown;
  readonly problems: readonly PlacedProblem[];
  /** Top-level keys of which something could not be read; or EVERYTHING. */
  readonly lost: readonly string[];
  /** Line and column, from 1, of the value at the path, or of the nearest thing above it that exists. */
  locate(path: FilePath): Place;
  /** As `locate`, of the key instead of its value. */
  locateKey(path: FilePath): Place;
  /** The value's own characters, `1.10`; undefined for lists and maps. */
  sourceOf(path: FilePath): string | undefined;
  /** Whether nothing but a comment stands where the value should. */
  isCommented(path: FilePath): boolean;
  /** From now on the key is found under the name it was meant to have. */
  rename(path: FilePath, name: string): void;
}

export function parseYaml(written: string): YamlText {
  const text = written.replaceAll('\r\n', '\n');
  const { document, lines, problems, lost } = parseSound(text) ?? parseRepaired(text);
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const aliases = withoutAliases(document).map((offset) => ({
    ...place(offset),
    where: '',
    text: '以 * 开头的值要加引号',
  }));
  return {
    data: document.toJS(),
    problems: [...problems, ...aliases],
    lost,
    locate: (path) => place(offsetOf(walk(document.contents, path), true)),
    locateKey: (path) => place(offsetOf(walk(document.contents, path), false)),
    sourceOf(path) {
      const { node, depth } = walk(document.contents, path);
      return depth === path.length && isScalar(node) ? node.source : undefined;
    },
    isCommented(path) {
      const { node, depth } = walk(document.contents, path);
      return depth === path.length && isScalar(node) && node.value === null && Boolean(node.comment);
    },
    rename(path, name) {
      const { pair, depth } = walk(document.contents, path);
      if (depth === path.length && isScalar(pair?.key)) pair.key.value = name;
    },
  };
}

interface Parsed extends Pick<YamlText, 'problems' | 'lost'> {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** Nearly always: read once and done. */
function parseSound(text: string): Parsed | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  return document.errors.length > 0 ? null : { document, lines, problems: [], lost: [] };
}

function parseRepaired(written: string): Parsed {
  const { text, problems, lost } = repairYaml(written);
  const keys = repeatedKeys(text);
  const lines = new LineCounter();
  const document = parseDocument(keys.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  return { document, lines, problems: [...problems, ...keys.problems], lost };
}

/** `*某某` is a reference to YAML, a text to its writer; the offsets of those that were taken for texts. */
function withoutAliases(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, (_key, node) => {
    if (!isAlias(node)) return undefined;
    offsets.push(node.range?.[0] ?? 0);
    return document.createNode(`*${node.source}`);
  });
  return offsets;
}

interface Found {
  readonly pair: Pair | null;
  readonly node: unknown;
  readonly depth: number;
}

/** As deep as the path leads. */
function walk(contents: unknown, path: FilePath): Found {
  let found: Found = { pair: null, node: contents, depth: 0 };
  for (const segment of path) {
    const { node } = found;
    const next = isMap(node)
      ? pairOf(node.items, segment)
      : isCollection(node)
        ? node.items[Number(segment)]
        : undefined;
    if (next === undefined) return found;
    const depth = found.depth + 1;
    found = isPair(next) ? { pair: next, node: next.value, depth } : { pair: null, node: next, depth };
  }
  return found;
}

/** Of a key written twice the last counts, as in what the text says. */
function pairOf(items: readonly Pair[], key: string | number): Pair | undefined {
  return items.findLast((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

/** A list or map under a key is found by its key: its own start may be lines below. */
function offsetOf({ pair, node }: Found, preferValue: boolean): number {
  const byValue = preferValue && isScalar(node) && node.value !== null;
  const anchor = byValue || pair === null ? node : pair.key;
  return (anchor as Node | null)?.range?.[0] ?? 0;
}
