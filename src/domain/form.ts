import type { RowNo } from './model.ts';

/** One row (类别) of a form. */
export interface FormRow {
  readonly no: RowNo;
  /** The printed 序号; several sub-rows may share one, some forms print none. */
  readonly seq: string | null;
  readonly label: string;
  /** 计量单位 as printed, e.g. `册（份）`; empty where the form prints none. */
  readonly measure: string;
  /** `integer` rows count things; `decimal` rows measure them (万元). */
  readonly kind: 'integer' | 'decimal';
  readonly group: string | null;
  /** Further names people use for the row; optional help, never needed. */
  readonly aliases: readonly string[];
}

/** A 统计表 as issued. */
export interface Form {
  readonly id: string;
  readonly title: string;
  readonly headerLines: readonly string[];
  readonly footerLines: readonly string[];
  readonly columns: readonly string[];
  /** Whether the form has a 备注 column. */
  readonly hasRemark: boolean;
  readonly rows: readonly FormRow[];
}

const shareMeasure = /[%％‰]|百分比|百分点|千分比/;
/** 合格率, 占比（%）; 频率计 is a thing, and 效率 or 频率 beside a measure of its own is counted in that. */
const rateLabel = /(?:率|占比|比例|比重)\s*(?:[（(].*)?$/;
const countedRate = /[频效功概]率\s*(?:[（(].*)?$/;

/** Whether the row holds a share: rates of several units are never added up. */
export function isRate({ label, measure }: FormRow): boolean {
  if (shareMeasure.test(measure)) return true;
  return rateLabel.test(label) && (measure.trim() === '' || !countedRate.test(label));
}

/** What is recorded so far: row number → value in the row's own measure. A row without an entry is missing. */
export type Figures = Readonly<Record<RowNo, number>>;

export function rowOf(form: Form, no: RowNo): FormRow | undefined {
  const byPosition = form.rows[no - 1];
  return byPosition?.no === no ? byPosition : form.rows.find((row) => row.no === no);
}

/** Millionths of a measure: the unit in which sums of decimals are exact. */
export function toMicro(value: number): number {
  return Math.round(value * 1e6);
}

export function fromMicro(micro: number): number {
  return micro / 1e6;
}
