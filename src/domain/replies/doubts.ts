/** One clear question per doubt. */
import { type Form, type FormRow, rowOf } from '../form.ts';
import type { Choice, Doubt } from '../reading.ts';
import { figure, inQuotes, rowName, spokenMeasure } from './wording.ts';

export const allZero = '全部记为0';

export function askDoubt(form: Form, doubt: Doubt): string {
  // One reading alone stands in the question itself; only a converted measure shows its figure below.
  const shown = doubt.choices.length > 1 || doubt.kind === 'measure' ? doubt.choices : [];
  const choices = shown.map((choice, index) => `${index + 1}. ${distinct(form, choice, shown)}`);
  const tail = choices.length > 1 ? '请回序号，或直接写清楚。' : '';
  return [`${question(form, doubt)}`, ...choices, ...(tail ? [tail] : [])].join('\n');
}

/** Rows may share a name (其他): then its number and group tell them apart. */
function distinct(form: Form, choice: Choice, all: readonly Choice[]): string {
  const [only] = choice.values;
  const row = only && rowOf(form, only.row);
  if (!row || all.filter(({ label }) => label === choice.label).length === 1) return choice.label;
  return `${rowName(row)}${row.group ? `〔${row.group}〕` : ''} ${figure(row, only.value)}`;
}

function question(form: Form, doubt: Doubt): string {
  const said = inQuotes(doubt.evidence.text);
  const row = doubt.rows[0] === undefined ? undefined : rowOf(form, doubt.rows[0]);
  const name = row ? rowName(row) : '';
  switch (doubt.kind) {
    case 'approximate':
      return `${said}是约数，没有记。${row ? exactPlease(row) : '请报准确数。'}`;
    case 'row':
      return rowQuestion(said, doubt);
    case 'conflict':
      return `${name}出现了不同的数（${said}），以哪个为准？`;
    case 'sum':
      return sumQuestion(name, said, doubt);
    case 'measure':
      return measureQuestion(row, said, doubt);
    case 'absurd':
      return `${name}${said}这个数太大了，没有记，请核对后再报。`;
    case 'unusual':
      return unusualQuestion(row, said, doubt);
    case 'repeat':
      return repeatQuestion(row, said, doubt);
    case 'number':
      return `${said}没看清是什么数，请${row ? `重报${name}` : '再写一遍'}。`;
    case 'correction':
      if (row && doubt.figures?.['recorded'] !== undefined)
        return `${said}记在${name}，作废后这一项是多少？请直接报数，没有请回“0”；不作废请回“不改”。`;
      return `${row ? `${name}要改成多少` : '要改哪一项、改成多少'}？请写成“第几项改成几”。`;
    case 'overwrite':
      return '前面已经报了数，要全部改为0吗？要改请回“是”，只补没填的请回“其余为0”。';
    case 'form':
      return `${said}是报哪张表的？`;
    case 'reference':
      return `${said}我这里没有底数，请直接报数字。`;
    default:
      return doubt.kind satisfies never;
  }
}

function exactPlease(row: FormRow): string {
  const measure = spokenMeasure(row);
  return `请报${rowName(row)}的准确数${measure ? `（${measure}）` : ''}。`;
}

function rowQuestion(said: string, { choices: [first, second] }: Doubt): string {
  if (!first) return `${said}没有说明是哪一项，请写上项目名称或序号。`;
  return second ? `${said}是哪一项？` : `${said}是指“${first.label}”吗？对请回“是”，不对请写上项目名称。`;
}

function measureQuestion(row: FormRow | undefined, said: string, doubt: Doubt): string {
  if (doubt.choices.length === 1) return `${said}的计量单位请确认，是下面这个数吗？对请回“是”。`;
  if (!row) return `${said}的计量单位不清楚，请确认。`;
  return `${rowName(row)}的计量单位不清楚（${said}），请确认${row.measure ? `（本项按${row.measure}填）` : ''}。`;
}

function sumQuestion(name: string, said: string, doubt: Doubt): string {
  const stated = doubt.figures?.['stated'];
  const parts = doubt.figures?.['partsTotal'];
  const numbers =
    stated !== undefined && parts !== undefined ? `分项加起来是${parts}，合计写的是${stated}` : `${said}前后对不上`;
  return `${name ? `${name}：` : ''}${numbers}，没有记。请核对后报一个总数。`;
}

function unusualQuestion(row: FormRow | undefined, said: string, doubt: Doubt): string {
  return `${row ? rowName(row) : ''}${said}${row ? comparison(row, doubt) : '这个数很大'}，确认吗？对请回“是”，不对请重报。`;
}

/** Against what the unit has recorded, else against its peers, else against what such a row can count. */
function comparison(row: FormRow, { figures }: Doubt): string {
  const recorded = figures?.['recorded'];
  const fallen = recorded !== undefined && (figures?.['said'] ?? recorded) < recorded;
  if (recorded !== undefined) return `比${fallen ? '原报的小' : '平常大'}很多（原报${figure(row, recorded)}）`;
  const usual = figures?.['usual'];
  return usual === undefined
    ? '这个数很大'
    : `比平常大很多（其他单位一般在${figure(row, Math.round(usual * 10) / 10)}左右）`;
}

function repeatQuestion(row: FormRow | undefined, said: string, { figures }: Doubt): string {
  const recorded = figures?.['recorded'];
  const now = row && recorded !== undefined ? `（${rowName(row)}现在是${figure(row, recorded)}）` : '';
  return `${said}刚才已经报过一次、记上了${now}。这次是？`;
}
