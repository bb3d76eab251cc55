/** A file's text, and the text checked against a schema as far as it goes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, relative } from 'node:path';
import type { z } from 'zod';
import type { FilePath, FileProblem } from '../domain/file-problem.ts';
import { nearest } from '../domain/spelling.ts';
import { FileError, type FileReport, type PlacedProblem, unplaced } from './file-error.ts';
import { mend } from './mend.ts';
import { inOrder, placeProblems } from './place.ts';
import { keysAt } from './schema-keys.ts';
import { EVERYTHING } from './yaml-repair.ts';
import { parseYaml, type YamlText } from './yaml-text.ts';

/** What a file says, as far as it can be told, and what is wrong with it. */
export interface Checked<T> extends FileReport {
  /** Usable for good only if there are no problems; null if nothing can be made of the file. */
  readonly data: T | null;
  /** Whether something of the part had to be made up or left out. */
  isDoubtful(part: string): boolean;
  /** Something else that is wrong at the path. */
  placed(problem: FileProblem): PlacedProblem[];
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

/** A kind of file. */
export interface FileKind<S extends z.ZodType> {
  /** As the office calls it: `通讯录`. */
  readonly title: string;
  readonly schema: S;
}

/** Checks the writing first, then with `sense` what it says, however much of it is wrong. */
export function checkText<S extends z.ZodType, T>(
  { text, name }: TextFile,
  { title, schema }: FileKind<S>,
  sense: (data: z.infer<S>, doubts: Doubts) => Sense<T>,
): Checked<T> {
  const yaml = parseYaml(text);
  const placed = (problem: FileProblem) => placeProblems(yaml, [problem]);
  const another = notOfKind(yaml, { title, schema });
  if (another !== null) return { ...unplaced(name, [another]), data: null, isDoubtful: () => true, placed };
  const { data, problems, isMadeUp, genuine } = mend(yaml, schema);
  const faults = [...yaml.problems, ...problems];
  const made = data === null ? null : senseOf(() => sense(data, { isMadeUp, lost: yaml.lost }), faults.length > 0);
  return {
    fileName: name,
    problems: inOrder([...faults, ...placeProblems(yaml, genuine(made?.problems ?? []))]),
    placed,
    data: made?.value ?? null,
    isDoubtful: (part) =>
      made === null || yaml.lost.includes(part) || yaml.lost.includes(EVERYTHING) || isMadeUp([part]),
  };
}

/** Why not even its parts are worth a word: nothing is written, or all of it is of some other kind of file. */
function notOfKind({ data, problems }: YamlText, { title, schema }: FileKind<z.ZodType>): string | null {
  if (problems.length > 0) return null;
  if (data === null || data === undefined) return `文件是空的（“#”后面的字不算），请写上内容，或检查是不是写错了文件`;
  if (typeof data !== 'object' || Array.isArray(data)) return null;
  const known = keysAt(schema, []);
  const written = Object.keys(data);
  if (written.some((key) => known.includes(key))) return null;
  const meant = written.filter((key) => nearest(key, known) !== null);
  if (meant.length * 2 > written.length) return null;
  return `这不像${title}：${title}写的是 ${known.slice(0, mostKeys).join('、')} 等，这里一项也没有，请检查是不是写错了文件`;
}

const mostKeys = 4;

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
  const name = nameOf(path);
  const bytes = readBytes(path);
  if (typeof bytes === 'string') return unplaced(name, [bytes]);
  try {
    // Strips a byte order mark; throws on what an editor saved as GBK or UTF-16.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), name };
  } catch {
    return unplaced(name, ['文件不是 UTF-8 编码，请用编辑器“另存为”，编码选 UTF-8']);
  }
}

/** As short as it leads there from where the program runs. */
function nameOf(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere === '' || fromHere.startsWith('..') ? path : fromHere;
}

/** The bytes, or why there are none. */
function readBytes(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EISDIR') return '这是文件夹，要写到文件';
    if (code !== 'ENOENT') return '文件读不出来，请检查权限';
    return `没有这个文件，请检查路径${neighbourOf(path)}`;
  }
}

/** The file that may have been meant. */
function neighbourOf(path: string): string {
  try {
    // What follows the point is alike in all of them and says nothing.
    const files = readdirSync(dirname(path)).filter((name) => isYaml(name) === isYaml(path));
    const meant = nearest(
      stemOf(path),
      files.map((name) => stemOf(name)),
    );
    const name = files.find((file) => stemOf(file) === meant);
    return name === undefined ? '' : `；那里有 ${name}，是不是它？`;
  } catch {
    return `；连 ${dirname(path)} 这个文件夹也没有`;
  }
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

function stemOf(path: string): string {
  return basename(path, extname(path));
}

/** Under which the ledger remembers what was taken over: SHA-256, hex, of what a file says. */
export function hashOf(definition: unknown): string {
  return createHash('sha256').update(JSON.stringify(definition)).digest('hex');
}
