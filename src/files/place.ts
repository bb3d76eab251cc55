/** Problems by path → problems by line and column. */
import type { FilePath, FileProblem } from '../domain/file-problem.ts';
import type { PlacedProblem } from './file-error.ts';
import type { YamlText } from './yaml-text.ts';

export function placeProblems(
  yaml: YamlText,
  problems: readonly (FileProblem & { readonly atKey?: boolean })[],
): PlacedProblem[] {
  return problems.map(({ path, text, atKey }) => {
    const place = atKey === true ? yaml.locateKey(path) : yaml.locate(path);
    return { ...place, where: describePath(path), text };
  });
}

/** In the order of the lines, each once. */
export function inOrder(problems: readonly PlacedProblem[]): PlacedProblem[] {
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  const keyOf = ({ line, column, text }: PlacedProblem) => `${line} ${column} ${text}`;
  return [...new Map(sorted.map((placed) => [keyOf(placed), placed])).values()];
}

/** `sections 第1项 / tasks 第2项 / units` */
function describePath(path: FilePath): string {
  return path
    .map((key) => (typeof key === 'number' ? ` 第${key + 1}项` : ` / ${key}`))
    .join('')
    .replace(/^ \/ /, '')
    .trim();
}
