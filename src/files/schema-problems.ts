/** Schema issues → sentences for the office that wrote the file. */
import type { z } from 'zod';
import { type FileProblem, problem } from '../domain/file-problem.ts';
import { didYouMean } from '../domain/spelling.ts';
import { keysAt } from './schema-keys.ts';
import type { YamlText } from './yaml-text.ts';

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

/** An unknown key is placed at the key, everything else at the value. */
export interface SchemaProblem extends FileProblem {
  readonly atKey: boolean;
}

export function describeIssues(error: z.ZodError, schema: z.ZodType, yaml: YamlText): SchemaProblem[] {
  return error.issues.flatMap((issue) => describe(issue, [], schema, yaml));
}

function describe(issue: Issue, above: Path, schema: z.ZodType, yaml: YamlText): SchemaProblem[] {
  const path: Path = [...above, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, schema));
    case 'invalid_type':
      return [wrongType(issue.expected, issue.message, path, yaml)];
    case 'invalid_union':
      return branchOf(issue)?.flatMap((inner) => describe(inner, path, schema, yaml)) ?? [at(path, issue.message)];
    case 'invalid_key':
      return [at(path, `没有“${path.at(-1)}”这一项`)];
    default:
      return [at(path, issue.message)];
  }
}

function at(path: Path, text: string): SchemaProblem {
  return { ...problem(path, text), atKey: false };
}

function unknownKey(key: string, path: Path, schema: z.ZodType): SchemaProblem {
  const known = keysAt(schema, path);
  const advice = didYouMean(key, known) || `；这里可以写 ${known.join('、')}`;
  return { ...problem([...path, key], `没有“${key}”这一项${advice}`), atKey: true };
}

/** The branch the writer meant: one that has nothing against the value as a whole, only against what is inside. */
function branchOf(issue: Extract<Issue, { code: 'invalid_union' }>): readonly Issue[] | undefined {
  const outright = ['invalid_type', 'invalid_value'];
  return issue.errors.find((branch) => branch.every(({ code, path }) => !outright.includes(code) || path.length > 0));
}

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（每项一行，以“- ”开头）',
  object: '一组“键: 值”',
  record: '一组“键: 值”',
};

function wrongType(expected: string, message: string, path: Path, yaml: YamlText): SchemaProblem {
  const written = valueAt(yaml.data, path);
  if (written === undefined) return at(path, `缺少“${path.at(-1) ?? ''}”，请补上`);
  const kind = KINDS[expected];
  if (kind === undefined) return at(path, message);
  const source = yaml.sourceOf(path);
  if (written === null) return at(path, `冒号后面是空的，这里要写${kind}`);
  if (source === undefined)
    return at(path, `这里要写${kind}，现在写成了${Array.isArray(written) ? '列表' : '一组“键: 值”'}`);
  return at(
    path,
    expected === 'string' ? `这里要写文字，请加引号写成 "${source}"` : `这里要写${kind}，现在是“${source}”`,
  );
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], data);
}
