/** What an operator sees at boot when files have to be changed: every place at once. */

export interface PlacedProblem {
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

function textOf({ fileName, problems }: FileReport): string {
  return [`${fileName} 有 ${problems.length} 处要改，改好后重新启动：`, ...problems.map(lineOf)].join('\n');
}

function lineOf({ line, column, where, text }: PlacedProblem): string {
  return `  第 ${line} 行第 ${column} 列${where === '' ? '' : `（${where}）`}：${text}`;
}
