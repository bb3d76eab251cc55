import type { LabelIndex } from './label-index.ts';
import type { Scope } from './scope.ts';
import type { TableLine } from './table-lines.ts';

/** Where the heading of a table puts the figures. */
export interface Columns {
  readonly width: number;
  /** Undefined where no heading, or more than one, speaks of this form's figures. */
  readonly value: number | undefined;
  readonly remark: number | undefined;
}

const HEADING =
  /^(?:序号|类别|项目|项目名称|指标|名称|内容|单位|计量单位|数量|备注|完成数|完成情况|实际完成|本期|今年|本年|本月|累计|累计数量?|当日数量?|今日|目标数?|任务数?|计划数?|去年|上年|去年同期|上年同期|同期|合计|完成率)$/;
const OURS = /^(?:数量|完成数|完成情况|实际完成|本期|今年|本年|本月)$/;
const DAILY = /^(?:当日数量?|今日)$/;
const CUMULATIVE = /^(?:累计|累计数量?)$/;
const FURNITURE =
  /^(?:填报|填表|制表|报送|联系|审核|负责|统计(?:时间|日期|人)|电话|日期|单位(?:名称|负责人|[:(])|合计|总计|小计|共计|注:|说明:|附件|传真|手机)/;

export function columnsOf(line: TableLine, index: LabelIndex): Columns | null {
  const names = line.cells.map((cell) => cell.text.replace(/\s+/g, '').replace(/\(.*\)$/, ''));
  const headings = names.filter((name) => HEADING.test(name)).length;
  if (headings < 2 || line.cells.some((cell) => cell.figure !== null)) return null;
  const at = (pattern: RegExp) => names.flatMap((name, position) => (pattern.test(name) ? [position] : []));
  const wanted = index.isDaily ? [...at(DAILY)] : [...at(OURS)];
  const fallback = wanted.length > 0 ? wanted : index.isDaily ? at(OURS) : at(CUMULATIVE);
  const [remark] = at(/^备注$/);
  return { width: line.cells.length, value: fallback.length === 1 ? fallback[0] : undefined, remark };
}

/** The printed label itself, whatever it begins with: 合计出动人员. */
export function namesRow(text: string, index: LabelIndex): boolean {
  const words = text.replace(/\s+/g, '');
  return words !== '' && index.rows.some(({ variants }) => variants[0]?.text === words);
}

/** Title, head, foot and sum lines never give values. */
export function isFurniture(line: TableLine, text: string, scope: Scope): boolean {
  const content = text
    .slice(line.start, line.end)
    .trim()
    .replace(/^[|\s]+/, '');
  const { form } = scope.index;
  if (line.cells.some((cell) => namesRow(cell.text, scope.index))) return false;
  if (FURNITURE.test(content) || /(?:统计表|情况表|汇总表|报表)$/.test(content)) return true;
  return [...form.headerLines, ...form.footerLines].some((head) => head !== '' && content.startsWith(head));
}
