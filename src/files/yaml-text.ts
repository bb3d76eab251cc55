/** YAML with positions: where in the text every key and value stands, and syntax errors in words an office can act on. */
import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLParseError,
} from 'yaml';
import type { FilePath } from '../domain/file-problem.ts';
import { FileError, type PlacedProblem } from './file-error.ts';

export interface YamlText {
  readonly data: unknown;
  /** Line and column, from 1, of the value at the path, or of the nearest thing above it that exists. */
  locate(path: FilePath): { readonly line: number; readonly column: number };
  /** As `locate`, of the key instead of its value. */
  locateKey(path: FilePath): { readonly line: number; readonly column: number };
  /** The value's own characters, `1.10`; undefined for lists and maps. */
  sourceOf(path: FilePath): string | undefined;
}

/** Throws a FileError naming every syntax error. */
export function parseYaml(text: string, fileName: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0)
    throw new FileError(
      fileName,
      foremost(document.errors).map((error) => placed(error, text, lines)),
    );
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  return {
    data: document.toJS(),
    locate: (path) => place(offsetOf(walk(document.contents, path), true)),
    locateKey: (path) => place(offsetOf(walk(document.contents, path), false)),
    sourceOf: (path) => {
      const { node, depth } = walk(document.contents, path);
      return depth === path.length && isScalar(node) ? node.source : undefined;
    },
  };
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

function pairOf(items: readonly Pair[], key: string | number): Pair | undefined {
  return items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

/** A list or map under a key is found by its key: its own start may be lines below. */
function offsetOf({ pair, node }: Found, preferValue: boolean): number {
  const byValue = preferValue && isScalar(node) && node.value !== null;
  const anchor = byValue || pair === null ? node : pair.key;
  return (anchor as Node | null)?.range?.[0] ?? 0;
}

/** Tabs upset the parser's reading of all that follows: where there are any, only they are worth saying. */
function foremost(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const tabs = errors.filter((error) => error.code === 'TAB_AS_INDENT');
  return tabs.length > 0 ? tabs : errors;
}

const ADVICE: Partial<Record<YAMLParseError['code'], string>> = {
  DUPLICATE_KEY: '同一项写了两次，请删去一处',
  TAB_AS_INDENT: '行首用了制表符（Tab），请改成空格',
  BAD_INDENT: '缩进不对，同一层的各行要对齐',
  MULTILINE_IMPLICIT_KEY: '这一行不像“键: 值”，多半是少了冒号，或冒号后没有空格',
  IMPOSSIBLE: '看不懂这一段，请检查缩进和引号',
  BLOCK_AS_IMPLICIT_KEY: '同一行里有两个“: ”，请给值加上引号',
  BAD_ALIAS: '以 * 开头的值要加引号',
  MISSING_CHAR: '少了引号、括号或冒号',
  BAD_SCALAR_START: '值以特殊符号开头，请加引号',
};

function placed(error: YAMLParseError, text: string, lines: LineCounter): PlacedProblem {
  const { line, col } = lines.linePos(error.pos[0]);
  const written = text.split('\n')[line - 1] ?? '';
  const advice = /^\s*(?:- )?["\w]+：/.test(written)
    ? '冒号要用英文半角“:”，后面空一格'
    : (ADVICE[error.code] ?? '不合 YAML 的写法');
  return { line, column: col, where: '', text: `${advice}（${withoutContent(error.message)}）` };
}

/** The parser quotes the text it stumbled over, which in a configuration may be a secret. */
function withoutContent(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/:? ?".*"/, '');
}
