/** What an operator sees at boot when files have to be changed: every place at once. */

export interface PlacedProblem {
  /** From 1; 0 for the file as a whole. */
  readonly line: number;
  readonly column: number;
  /** `sections 第1项 / tasks 第2项 / units`; empty for the file as a whole. */
  readonly where: string;
  readonly text: string;
}

/** What is wrong with one file. */
export interface FileReport {
  readonly fileName: string;
  readonly problems: readonly PlacedProblem[];
  /** How it is written altogether, after what is wrong. */
  readonly usage?: string;
}

/** What is wrong where there are no lines: with a file as a whole, or with words that stand in none. */
export function unplaced(fileName: string, texts: readonly string[], usage?: string): FileReport {
  const problems = texts.map((text) => ({ line: 0, column: 0, where: '', text }));
  return { fileName, problems, ...(usage === undefined ? {} : { usage }) };
}

export class FileError extends Error {
  override readonly name = 'FileError';
  readonly reports: readonly FileReport[];

  /** Reports without problems are left out. */
  constructor(reports: readonly FileReport[]) {
    const broken = reports.filter(({ problems }) => problems.length > 0);
    super(broken.map(textOf).join('\n'));
    this.reports = broken;
  }
}

function textOf({ fileName, problems, usage }: FileReport): string {
  const title = `${fileName} 有 ${problems.length} 处要改，改好后重新启动：`;
  return [title, ...linesOf(problems), ...(usage === undefined ? [] : [usage])].join('\n');
}

/** A key misspelt in every one of six thousand lines is told by the first of them. */
const mostAlike = 10;

function linesOf(problems: readonly PlacedProblem[]): string[] {
  const counts = new Map<string, number>();
  const shown = problems.filter(({ text }) => {
    counts.set(text, (counts.get(text) ?? 0) + 1);
    return (counts.get(text) ?? 0) <= mostAlike;
  });
  const left = [...counts].filter(([, count]) => count > mostAlike);
  return [...shown.map(lineOf), ...left.map(([text, count]) => `  同样的还有 ${count - mostAlike} 处：${text}`)];
}

function lineOf({ line, column, where, text }: PlacedProblem): string {
  return line === 0 ? `  ${text}` : `  第 ${line} 行第 ${column} 列${where === '' ? '' : `（${where}）`}：${text}`;
}
