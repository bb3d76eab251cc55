/** A text checked against a schema: the data, or one FileError with every place that has to be changed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { z } from 'zod';
import type { FilePath, FileProblem } from '../domain/file-problem.ts';
import { FileError, type PlacedProblem } from './file-error.ts';
import { describeIssues } from './schema-problems.ts';
import { parseYaml, type YamlText } from './yaml-text.ts';

export interface CheckedText<T> {
  readonly data: T;
  readonly yaml: YamlText;
}

export function checkText<S extends z.ZodType>(text: string, fileName: string, schema: S): CheckedText<z.infer<S>> {
  const yaml = parseYaml(text, fileName);
  const parsed = schema.safeParse(yaml.data ?? {});
  if (parsed.success) return { data: parsed.data, yaml };
  refuse(fileName, yaml, describeIssues(parsed.error, schema, yaml));
}

/** Throws them all, in the order of their lines. */
export function refuse(
  fileName: string,
  yaml: YamlText,
  problems: readonly (FileProblem & { readonly atKey?: boolean })[],
): never {
  const placed = problems.map(({ path, text, atKey }): PlacedProblem => {
    const place = atKey === true ? yaml.locateKey(path) : yaml.locate(path);
    return { ...place, where: describePath(path), text };
  });
  throw new FileError(
    fileName,
    placed.sort((a, b) => a.line - b.line || a.column - b.column),
  );
}

/** The file's text, its SHA-256 in hex under which the ledger remembers it, and its name as the operator knows it. */
export function readText(path: string): { readonly text: string; readonly sha256: string; readonly name: string } {
  const fromHere = relative(process.cwd(), path);
  const name = fromHere.startsWith('..') ? path : fromHere;
  const bytes = readBytes(path, name);
  try {
    // Strips a byte order mark; throws on what an editor saved as GBK or UTF-16.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, sha256: createHash('sha256').update(bytes).digest('hex'), name };
  } catch {
    throw whole(name, '文件不是 UTF-8 编码，请用编辑器“另存为”，编码选 UTF-8');
  }
}

function readBytes(path: string, name: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw whole(name, missing ? '没有这个文件，请检查路径' : '文件读不出来，请检查权限，以及它是不是文件夹');
  }
}

function whole(name: string, text: string): FileError {
  return new FileError(name, [{ line: 1, column: 1, where: '', text }]);
}

/** `sections 第1项 / tasks 第2项 / units` */
function describePath(path: FilePath): string {
  return path
    .map((key) => (typeof key === 'number' ? ` 第${key + 1}项` : ` / ${key}`))
    .join('')
    .replace(/^ \/ /, '')
    .trim();
}
