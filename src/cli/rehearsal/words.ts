/** How people type figures: many ways to say the same table. */
import { type Form, type FormRow, isRate } from '../../domain/form.ts';
import { spokenMeasure } from '../../domain/replies/wording.ts';
import type { Chance } from './chance.ts';

export type Figures = ReadonlyMap<number, number>;

/** Plausible figures for one unit: many of what is printed, few of what is held, some rows zero. */
export function inventFigures(form: Form, chance: Chance): Figures {
  return new Map(form.rows.map((row) => [row.no, inventFigure(row, chance)]));
}

function inventFigure(row: FormRow, chance: Chance): number {
  if (isRate(row)) return chance.between(880, 1000) / 10;
  if (row.kind === 'decimal') return chance.between(5, 400) / 10;
  if (/[册份]/.test(row.measure)) return chance.between(3, 60) * 100;
  return chance.happens(0.3) ? 0 : chance.between(1, 24);
}

/** `播放公益广告3条` */
export function labelled(row: FormRow, value: number): string {
  return `${row.label}${value}${spokenMeasure(row)}`;
}

const remarks = ['含下属单位', '数据截至今天', '与上报口径一致'];

/** The whole table in one of the ways people send it. */
export function wholeTable(form: Form, figures: Figures, chance: Chance): string {
  const value = (row: FormRow) => figures.get(row.no) ?? 0;
  const style = chance.between(1, 4);
  if (style === 1) {
    const said = form.rows.filter((row) => value(row) !== 0).map((row) => labelled(row, value(row)));
    return said.length === form.rows.length ? said.join('，') : `${[...said, '其余为0'].join('，')}`;
  }
  if (style === 2) return form.rows.map((row) => `${row.no}、${value(row)}`).join(' ');
  if (style === 3) return form.rows.map((row) => `${row.no}. ${labelled(row, value(row))}`).join('\n');
  return pasted(form, value, form.hasRemark ? chance : null);
}

/** As it stands in the office's own sheet; now and then with a remark where the table has room for one. */
function pasted(form: Form, value: (row: FormRow) => number, remarking: Chance | null): string {
  const head = `序号\t类别\t单位\t数量${remarking ? '\t备注' : ''}`;
  const lines = form.rows.map((row) => {
    const remark = remarking ? `\t${remarking.happens(0.2) ? remarking.pick(remarks) : ''}` : '';
    return `${row.no}\t${row.label}\t${row.measure}\t${value(row)}${remark}`;
  });
  return [head, ...lines].join('\n');
}

/** The plainest way, for when the first was not understood. */
export function plainTable(form: Form, figures: Figures): string {
  return form.rows.map((row) => `第${row.no}项${figures.get(row.no) ?? 0}`).join('，');
}

/** One answer to one question. */
export function singleAnswer(row: FormRow, value: number, chance: Chance): string {
  if (value === 0) return chance.pick(['无', '没有', '0']);
  return chance.pick([String(value), `${value}${spokenMeasure(row)}`]);
}
