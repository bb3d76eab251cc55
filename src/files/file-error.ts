/** What an operator sees at boot when a file has to be changed: every place at once. */

export interface PlacedProblem {
  readonly line: number;
  readonly column: number;
  /** `sections 第1项 / tasks 第2项 / units`; empty for the file as a whole. */
  readonly where: string;
  readonly text: string;
}

export class FileError extends Error {
  override readonly name = 'FileError';
  readonly fileName: string;
  readonly problems: readonly PlacedProblem[];

  constructor(fileName: string, problems: readonly PlacedProblem[]) {
    super([`${fileName} 有 ${problems.length} 处要改，改好后重新启动：`, ...problems.map(lineOf)].join('\n'));
    this.fileName = fileName;
    this.problems = problems;
  }
}

function lineOf({ line, column, where, text }: PlacedProblem): string {
  return `  第 ${line} 行第 ${column} 列${where === '' ? '' : `（${where}）`}：${text}`;
}
