/** How a table is filled, whom to ask, and what may wait. */
import type { Due, Material } from '../campaign/definition.ts';
import type { Form, FormRow } from '../form.ts';
import { dueText, rowName, spokenMeasure } from './wording.ts';

/** `recorded`: a figure stands in the row that is counted on. `ended`: why nothing is taken any more; null while it is. */
export function laterIsFine(due: Due, recorded: boolean, ended: string | null): string {
  if (ended !== null) return `${ended}。`;
  return `好的，${recorded ? '等您的准确数，报来之前不提交' : '先空着'}。统计好后随时发给我，请于${dueText(due)}。`;
}
export const laterSkip = '要先填别的项请回“跳过”。';
export const welcome = '好的。';
export const stillExpecting = (row: FormRow) => `还等您报${rowName(row)}。`;

export function example(form: Form): string {
  const [first, second] = form.rows;
  const parts = [first, second]
    .filter((row) => row !== undefined)
    .map((row, index) => `${row.label}${(index + 1) * 3}${spokenMeasure(row)}`);
  return `可以这样写：“${parts.join('，')}，其余为0”；或按序号：“1、3　2、6”。`;
}

export function howAnswer(form: Form | null, materials: readonly Material[]): string {
  const titles = materials.map((material) => material.title).join('、');
  const said = titles === '' ? [] : [`${titles}直接发给我，或回“${titles}已报送”。`];
  return [...(form ? [example(form)] : []), ...said].join('\n');
}

export const offerOrganiser = '需要人帮忙请回“找组织者”，我来转告。';
export const unclear = '没看懂这个数。';

export function measureAnswer(row: FormRow): string {
  return row.measure
    ? `${rowName(row)}按“${row.measure}”填，${row.kind === 'integer' ? '填整数' : '可以带小数；直接写元也行，我来换算'}。`
    : `${rowName(row)}填数字即可。`;
}

/** `title` where the unit has several returns. */
export function whereAnswer(title: string | null, to: string, table: boolean, materials: readonly Material[]): string {
  const titles = materials.map((material) => material.title).join('、');
  const parts = [
    ...(table ? [`统计表在这里填，由${to}汇总`] : [`报${to}`]),
    ...(titles === '' ? [] : [`${titles}也可以直接发给我`]),
  ];
  return `${title === null ? '' : `《${title}》`}${parts.join('，')}。`;
}

export function contactAnswer(to: string, organisers: string): string {
  return `由${to}负责${organisers ? `，联系人：${organisers}` : ''}。需要转告请回“找组织者”。`;
}

export const cannotAnswer = '这个我答不准，请回“找组织者”，我来转告。';
