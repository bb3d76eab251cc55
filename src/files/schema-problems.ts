/** Schema issues → sentences for the office that wrote the file. */
import type { z } from 'zod';
import type { FilePath, FileProblem } from '../domain/file-problem.ts';
import { didYouMean, nearest } from '../domain/spelling.ts';
import { WIDE_COLON } from './yaml-slips.ts';
import type { YamlText } from './yaml-text.ts';

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

/** One thing wrong at one path; of a union, what is wrong with the branch that was meant. */
export interface FlatIssue {
  readonly code: Issue['code'];
  readonly path: Path;
  readonly message: string;
  /** What a wrong type should have been. */
  readonly expected: string;
  /** Keys that nobody knows. */
  readonly keys: readonly string[];
}

export function flatIssues(issues: readonly Issue[], above: Path = []): FlatIssue[] {
  return issues.flatMap((issue): FlatIssue[] => {
    const path: Path = [...above, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
    const branch = issue.code === 'invalid_union' ? branchOf(issue) : undefined;
    if (branch !== undefined) return flatIssues(branch, path);
    return [
      {
        ...{ code: issue.code, path, message: issue.message },
        expected: issue.code === 'invalid_type' ? issue.expected : '',
        keys: issue.code === 'unrecognized_keys' ? issue.keys : [],
      },
    ];
  });
}

/** The branch the writer meant: one that has nothing against the value as a whole, only against what is inside. */
function branchOf(issue: Extract<Issue, { code: 'invalid_union' }>): readonly Issue[] | undefined {
  const outright = ['invalid_type', 'invalid_value'];
  return issue.errors.find((branch) => branch.every(({ code, path }) => !outright.includes(code) || path.length > 0));
}

export interface MeantKey {
  readonly text: string;
  /** The key that was meant and is not there yet; null if it cannot be told. */
  readonly key: string | null;
  /** A value that was written into the key: `shortName:县局`. */
  readonly value?: string;
}

/** What an unknown key was to be. */
export function keyMeant(key: string, known: readonly string[], present: readonly string[]): MeantKey {
  const absent = known.filter((name) => !present.includes(name));
  const [, name = '', colon, value = ''] = /^(\w+)([:：])(.*)$/s.exec(key) ?? [];
  if (known.includes(name))
    return {
      text: colon === '：' ? WIDE_COLON : `冒号后面少了一个空格，请写成 ${name}: ${value}`,
      key: absent.includes(name) ? name : null,
      value: value.trim(),
    };
  const bare = key.replace(/^[｛［【]\s*/, '');
  if (bare !== key && known.includes(bare))
    return { text: `括号“${key[0]}”是全角的，请改成半角的“{”，末尾的也改`, key: absent.includes(bare) ? bare : null };
  const advice = didYouMean(key, known) || `；这里可以写 ${known.join('、')}`;
  return { text: `没有“${key}”这一项${advice}`, key: nearest(key, absent) };
}

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（每项一行，以“- ”开头）',
  object: '一组“键: 值”（每项一行，往里缩进）',
  record: '一组“键: 值”（每项一行，往里缩进）',
};

export interface Written {
  readonly yaml: YamlText;
  readonly written: unknown;
  /** As the schema would have taken it; undefined if that cannot be told. */
  readonly meant: unknown;
}

export function describeIssue(issue: FlatIssue, { yaml, written, meant }: Written): FileProblem {
  const { path } = issue;
  return { path, text: textOf(issue, { yaml, written, meant }) };
}

function textOf({ code, path, message, expected }: FlatIssue, { yaml, written, meant }: Written): string {
  const advice = slipIn(written, meant) ?? joinedIn(written, path);
  if (code !== 'invalid_type') return message + advice;
  if (written === undefined) return `缺少“${path.at(-1) ?? ''}”，请补上`;
  const kind = KINDS[expected];
  if (kind === undefined) return message + advice;
  if (written === null)
    return `冒号后面是空的，这里要写${kind}${yaml.isCommented(path) ? '（“#”后面的字算注释；要写“#”，请给整个值加引号）' : ''}`;
  const source = yaml.sourceOf(path);
  if (source === undefined) return `这里要写${kind}，现在写成了${Array.isArray(written) ? '列表' : '一组“键: 值”'}`;
  // Not repeated: where a group of settings belongs, a secret may have been written.
  if (expected === 'object' || expected === 'record')
    return `这里要写${kind}，现在只写了一个值${slipIn(written, meant) ?? unparted(written)}`;
  return expected === 'string'
    ? `这里要写文字，请加引号写成 "${source}"`
    : `这里要写${kind}，现在是“${source}”${advice}`;
}

/** What is to be written instead, where only the writing is at fault. */
function slipIn(written: unknown, meant: unknown): string | null {
  if (typeof written !== 'string' || meant === undefined) return null;
  if (Array.isArray(meant)) return `；请写成 [${meant.join(', ')}]`;
  if (typeof meant === 'object') return `；${WIDE_COLON}`;
  if (typeof meant === 'number') return `；请去掉引号，写成 ${meant}`;
  const isWide = /[\uff01-\uff5e\u3000“”‘’]/.test(written);
  return `；${isWide ? '这里有全角符号，' : ''}请写成 ${String(meant)}`;
}

/** `键：值` all in one: to YAML a text like any other. */
function unparted(written: unknown): string {
  return typeof written === 'string' && /^[A-Za-z]\w*\s*：/.test(written) ? `；${WIDE_COLON}` : '';
}

/** Items of a list held together by another comma than YAML's. */
function joinedIn(written: unknown, path: FilePath): string {
  const comma =
    typeof written === 'string' && typeof path.at(-1) === 'number' ? /[，、；;]/.exec(written)?.[0] : undefined;
  if (comma === undefined) return '';
  return `；这里的“${comma}”${comma === '，' ? '是全角逗号' : '不能隔开两项'}，请改成半角逗号“,”`;
}
