/** A file's text, and the text checked against a schema as far as it goes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { z } from 'zod';
import type { FilePath, FileProblem } from '../domain/file-problem.ts';
import { FileError, type FileReport, type PlacedProblem } from './file-error.ts';
import { mend } from './mend.ts';
import { inOrder, placeProblems } from './place.ts';
import { EVERYTHING } from './yaml-repair.ts';
import { parseYaml } from './yaml-text.ts';

/** What a file says, as far as it can be told, and what is wrong with it. */
export interface Checked<T> extends FileReport {
  /** Usable for good only if there are no problems; null if nothing can be made of the file. */
  readonly data: T | null;
  /** Whether something of the part had to be made up or left out. */
  isDoubtful(part: string): boolean;
}

/** How far what is to be made sense of was really written. */
export interface Doubts {
  isMadeUp(path: FilePath): boolean;
  /** Top-level keys of which something could not be read. */
  readonly lost: readonly string[];
}

export interface Sense<T> {
  readonly value: T;
  readonly problems: readonly FileProblem[];
}

/** Checks the writing first, then with `sense` what it says, however much of it is wrong. */
export function checkText<S extends z.ZodType, T>(
  { text, name }: TextFile,
  schema: S,
  sense: (data: z.infer<S>, doubts: Doubts) => Sense<T>,
): Checked<T> {
  const yaml = parseYaml(text);
  const { data, problems, isMadeUp, genuine } = mend(yaml, schema);
  const faults = [...yaml.problems, ...problems];
  const made = data === null ? null : senseOf(() => sense(data, { isMadeUp, lost: yaml.lost }), faults.length > 0);
  const placed = [...faults, ...placeProblems(yaml, genuine(made?.problems ?? []))];
  return {
    fileName: name,
    problems: inOrder(placed),
    data: made?.value ?? null,
    isDoubtful: (part) =>
      made === null || yaml.lost.includes(part) || yaml.lost.includes(EVERYTHING) || isMadeUp([part]),
  };
}

/** What was made up may be something that nobody foresaw: then only what is wrong already is said. */
function senseOf<T>(make: () => Sense<T>, isMended: boolean): Sense<T> | null {
  try {
    return make();
  } catch (error) {
    if (!isMended) throw error;
    return null;
  }
}

/** The data of a file in which nothing is wrong; else throws with everything that is. */
export function sound<T>(checked: Checked<T>): T {
  if (checked.problems.length > 0 || checked.data === null) throw new FileError([checked]);
  return checked.data;
}

export interface TextFile {
  readonly text: string;
  /** As the operator knows it. */
  readonly name: string;
}

/** The file's text; or, of a file that cannot be read, the report. */
export function readText(path: string): TextFile | FileReport {
  const fromHere = relative(process.cwd(), path);
  const name = fromHere.startsWith('..') ? path : fromHere;
  const bytes = readBytes(path);
  if (typeof bytes === 'string') return whole(name, bytes);
  try {
    // Strips a byte order mark; throws on what an editor saved as GBK or UTF-16.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), name };
  } catch {
    return whole(name, '文件不是 UTF-8 编码，请用编辑器“另存为”，编码选 UTF-8');
  }
}

/** The bytes, or why there are none. */
function readBytes(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    return missing ? '没有这个文件，请检查路径' : '文件读不出来，请检查权限，以及它是不是文件夹';
  }
}

function whole(fileName: string, text: string): FileReport {
  return { fileName, problems: [{ line: 1, column: 1, where: '', text } satisfies PlacedProblem] };
}

/** Under which the ledger remembers what was taken over: SHA-256, hex, of what a file says. */
export function hashOf(definition: unknown): string {
  return createHash('sha256').update(JSON.stringify(definition)).digest('hex');
}
