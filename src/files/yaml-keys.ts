/** Keys written twice in one map: a copy to be taken out, or the beginning of an item whose dash is missing. */
import { LineCounter, parseDocument } from 'yaml';
import type { PlacedProblem } from './file-error.ts';

interface Repeated {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** The text with the dashes that were missing, and what is to be said. */
export function repeatedKeys(written: string): { readonly text: string; readonly problems: readonly PlacedProblem[] } {
  let text = written;
  const problems: PlacedProblem[] = [];
  for (let left = repeatedIn(text); left.length > 1; left = repeatedIn(text)) {
    const dashed = withDash(text, left);
    if (dashed === null) break;
    problems.push(dashed.problem);
    text = dashed.text;
  }
  return { text, problems: [...problems, ...repeatedIn(text).map((key) => twice(key, text))] };
}

function repeatedIn(text: string): Repeated[] {
  const lines = new LineCounter();
  const { errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  return errors
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .map(({ pos: [offset] }) => {
      const { line, col } = lines.linePos(offset);
      return { line, column: col, offset };
    });
}

/** Several keys of one map repeated, and none any more once the first of them begins an item. */
function withDash(text: string, repeated: readonly Repeated[]): { text: string; problem: PlacedProblem } | null {
  const [first] = repeated;
  const lines = text.split('\n');
  const line = lines[(first?.line ?? 0) - 1];
  if (first === undefined || line === undefined || !/^ {2,}\w/.test(line)) return null;
  const { line: at, column } = first;
  const indent = ' '.repeat(column - 3);
  const dashed = lines.with(at - 1, `${indent}- ${line.trimStart()}`).join('\n');
  const after = parseDocument(dashed, { prettyErrors: false }).errors;
  if (after.some(({ code }) => code !== 'DUPLICATE_KEY') || after.length > repeated.length - 2) return null;
  const advice = `这里少了“- ”：列表里新的一项要以“- ”开头（前面 ${column - 3} 个空格）`;
  return { text: dashed, problem: { line: at, column, where: '', text: advice } };
}

function twice({ line, column, offset }: Repeated, text: string): PlacedProblem {
  const key = /^"?([^"\s:]+)/.exec(text.slice(offset))?.[1] ?? '';
  const before = lineOfEarlier(text, line, column, key);
  const advice = before === null ? '' : `（前面是第 ${before} 行）`;
  return { line, column, where: '', text: `“${key}”写了两次${advice}，请删去一处，或改成别的` };
}

/** The line above, of the same column, with the same key. */
function lineOfEarlier(text: string, line: number, column: number, key: string): number | null {
  const lines = text.split('\n');
  for (let at = line - 1; at >= 1; at -= 1) {
    const above = lines[at - 1] ?? '';
    const own = above.slice(0, column - 1).replaceAll('-', ' ');
    if (
      own.trim() === '' &&
      above
        .slice(column - 1)
        .replace('"', '')
        .startsWith(key)
    )
      return at;
  }
  return null;
}
