/** YAML that does not parse → what to say about it, and the text as it was most likely meant, so that the rest can be checked. */
import { LineCounter, parseDocument } from 'yaml';
import type { PlacedProblem } from './file-error.ts';
import { brackets, indentOf, isBlank, keyColumn, openQuote } from './yaml-line.ts';
import { slipsOf } from './yaml-slips.ts';

export interface RepairedText {
  /** Parses; every line is where it was. */
  readonly text: string;
  readonly problems: readonly PlacedProblem[];
  /** Top-level keys of which something could not be repaired and is left out. */
  readonly lost: readonly string[];
}

/** A change that may be what was meant: lines by index, and what to say where. */
interface Guess {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly changes: ReadonlyMap<number, string>;
  /** It is no good unless the parser gets beyond the line. */
  readonly mustPass?: true;
}

/** After so many the file is of another kind than we read. */
const mostRepairs = 20;
/** After so many lines that cannot be read at all, the rest would be noise. */
const mostUnreadable = 5;
/** How far above the place of an error an open bracket or quotation mark is looked for. */
const reach = 12;

export function repairYaml(written: string): RepairedText {
  const problems: PlacedProblem[] = [];
  const lost: string[] = [];
  let text = written;
  let unreadable = 0;
  for (let repairs = 0; ; repairs += 1) {
    const [error] = faultsIn(text);
    if (error === undefined) break;
    const lines = text.split('\n');
    const guess = repairs < mostRepairs ? bestGuess(lines, error) : null;
    if (guess === null) {
      problems.push({ line: error.line + 1, column: error.column + 1, where: '', text: error.advice });
      unreadable += 1;
      const left = unreadable > mostUnreadable ? NOTHING : withoutPart(lines, error);
      lost.push(...left.lost);
      text = left.text;
    } else {
      problems.push({ line: guess.line + 1, column: guess.column + 1, where: '', text: guess.text });
      text = applied(lines, guess);
    }
  }
  return { text, problems, lost };
}

interface Fault {
  readonly line: number;
  readonly column: number;
  readonly advice: string;
}

/** Faults of the writing, in order; keys written twice are none, since the rest can be read. */
function faultsIn(text: string): Fault[] {
  const counter = new LineCounter();
  const { errors } = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: false });
  return errors
    .map(({ pos, code }) => {
      const { line, col } = counter.linePos(pos[0]);
      return { line: line - 1, column: col - 1, advice: ADVICE[code] ?? DEFAULT_ADVICE };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

const DEFAULT_ADVICE =
  '从这里起读不懂：请对照样例，检查这一行和上一行的冒号（半角，后面空一格）、逗号、引号、括号和行首空格';

const ADVICE: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: '行首用了制表符（Tab），请改成空格',
  BAD_INDENT: '行首空格的个数不对，同一层的各行要对齐',
  BAD_ALIAS: '以 * 开头的值要加引号',
  BAD_SCALAR_START: '值以特殊符号开头，请加引号',
};

/** The guess after which the parser gets furthest; null if none gets it beyond the fault. */
function bestGuess(lines: readonly string[], fault: Fault): Guess | null {
  let best: { readonly guess: Guess; readonly next: number; readonly left: number } | null = null;
  for (const guess of guesses(lines, fault.line)) {
    const faults = faultsIn(applied(lines, guess));
    const next = faults[0]?.line ?? Number.POSITIVE_INFINITY;
    if (next === Number.POSITIVE_INFINITY) return guess;
    if (!gotOn(guess, fault, faults[0])) continue;
    if (best === null || next > best.next || (next === best.next && faults.length < best.left))
      best = { guess, next, left: faults.length };
  }
  return best?.guess ?? null;
}

/** Several slips may stand in one line. */
function gotOn({ mustPass }: Guess, fault: Fault, next: Fault | undefined): boolean {
  if (next === undefined || next.line > fault.line) return true;
  return next.line === fault.line && next.column > fault.column && mustPass !== true;
}

function applied(lines: readonly string[], { changes }: Guess): string {
  return lines.map((line, index) => changes.get(index) ?? line).join('\n');
}

function guesses(lines: readonly string[], at: number): Guess[] {
  const above = previousLine(lines, at);
  const near = [at, above, ...openAbove(lines, above)].filter((index) => index >= 0);
  return [
    ...[...new Set(near)].flatMap((index) => slipsAt(lines, index)),
    ...[at, nextLine(lines, at), above].flatMap((index) => otherIndents(lines, index)),
    ...brokenLine(lines, at),
  ];
}

function slipsAt(lines: readonly string[], index: number): Guess[] {
  return slipsOf(lines[index] ?? '').map(({ column, text, meant }) => ({
    line: index,
    column,
    text,
    changes: new Map([[index, meant]]),
  }));
}

/** What stands open is noticed only where it should have ended. */
function openAbove(lines: readonly string[], from: number): number[] {
  const found: number[] = [];
  for (let index = from; index >= 0 && index > from - reach; index -= 1) {
    const line = lines[index] ?? '';
    if (openQuote(line) !== null || brackets(line).unclosed.length > 0) found.push(index);
  }
  return found;
}

/** The same line aligned with a line above or below it. */
function otherIndents(lines: readonly string[], index: number): Guess[] {
  const line = lines[index];
  if (line === undefined || isBlank(line)) return [];
  const own = indentOf(line);
  const isItem = /^ *- /.test(line);
  const models = [...linesAbove(lines, index), nextLine(lines, index)].flatMap((model) => {
    const other = lines[model];
    if (other === undefined) return [];
    return (/^ *- /.test(other) && isItem ? [indentOf(other)] : [keyColumn(other)]).map((indent) => ({
      model,
      indent,
    }));
  });
  // The nearest is the likeliest: a finger slips by a space or two.
  models.sort((a, b) => Math.abs(a.indent - own) - Math.abs(b.indent - own));
  const tried = new Set([own]);
  return models.flatMap(({ model, indent }) => {
    if (tried.has(indent)) return [];
    tried.add(indent);
    const text = `行首空格不对：这一行前面应有 ${indent} 个空格，现在是 ${own} 个（与第 ${model + 1} 行对齐）`;
    const changes = new Map([[index, ' '.repeat(indent) + line.trimStart()]]);
    return [{ line: index, column: own, text, changes, mustPass: true }];
  });
}

/** A line that is no key and no item: the text of the line above, broken in two. */
function brokenLine(lines: readonly string[], index: number): Guess[] {
  const line = (lines[index] ?? '').trim();
  const above = previousLine(lines, index);
  if (line === '' || above < 0 || /^- |^["\w]+:/.test(line)) return [];
  const joined = new Map([
    [above, `${(lines[above] ?? '').trimEnd()}${line}`],
    [index, ''],
  ]);
  const text = '这一行不像“键: 值”：多半是上一行的文字断了行，请接到上一行末尾，写成一行';
  return [{ line: index, column: indentOf(lines[index] ?? ''), text, changes: joined }];
}

function linesAbove(lines: readonly string[], index: number): number[] {
  const above: number[] = [];
  for (let at = previousLine(lines, index); at >= 0 && above.length < reach; at = previousLine(lines, at))
    above.push(at);
  return above;
}

function previousLine(lines: readonly string[], index: number): number {
  let at = index - 1;
  while (at >= 0 && isBlank(lines[at])) at -= 1;
  return at;
}

function nextLine(lines: readonly string[], index: number): number {
  let at = index + 1;
  while (at < lines.length && isBlank(lines[at])) at += 1;
  return at;
}

/** The text without what cannot be read: the line, else the top-level part in which it stands, else everything. */
function withoutPart(lines: readonly string[], fault: Fault): { readonly text: string; readonly lost: string[] } {
  const { line: at } = fault;
  const isTop = (index: number) => /^["\w\u4e00-\u9fff]+ *[:：]/.test(lines[index] ?? '');
  let from = at;
  while (from > 0 && !isTop(from)) from -= 1;
  let to = at + 1;
  while (to < lines.length && !isTop(to)) to += 1;
  const key = /^"?(\w+)/.exec(lines[from] ?? '')?.[1];
  const without = (first: number, end: number) =>
    lines.map((line, index) => (index >= first && index < end ? '' : line)).join('\n');
  const tries = [without(at, at + 1), without(previousLine(lines, at), at + 1), without(from, to)];
  const text = tries.find((candidate) => (faultsIn(candidate)[0]?.line ?? Number.POSITIVE_INFINITY) > at);
  return text === undefined ? NOTHING : { text, lost: key === undefined ? [] : [key] };
}

/** Among the keys that are lost: all of them. */
export const EVERYTHING = '*';

const NOTHING = { text: '', lost: [EVERYTHING] };
