import { isRate } from '../../domain/form.ts';
import type { Choice, Doubt } from '../../domain/reading.ts';
import { type Exact, toNumber } from './exact.ts';
import type { Trouble } from './findings.ts';
import type { LabelIndex } from './label-index.ts';
import { convert, fitOf } from './measure.ts';
import { evidenceOf, type Plain } from './plain.ts';

/** What is known about something to be asked. */
export interface Question extends Omit<Trouble, 'kind'> {
  readonly kind: Doubt['kind'];
  /** The values in conflict. */
  readonly values?: readonly number[];
  /** What the row holds so far, where the figure is asked about because of it. */
  readonly recorded?: number;
  /** What to choose from, where it is more than a figure. */
  readonly choices?: readonly Choice[];
}

/** A question with the readings that the person may choose from. */
export function doubtOf(question: Question, plain: Plain, index: LabelIndex): Doubt {
  const rows = question.rows.flatMap((row) => index.rows[row]?.row.no ?? []);
  const choices = question.choices ?? choicesOf(question, index);
  const figures: Record<string, number> = {};
  if (question.stated !== undefined) figures['stated'] = question.stated;
  if (question.partsTotal !== undefined) figures['partsTotal'] = question.partsTotal;
  if (question.value !== undefined) figures['said'] = toNumber(question.value);
  if (question.recorded !== undefined) figures['recorded'] = question.recorded;
  const evidence = evidenceOf(plain, question.start, question.end);
  return { kind: question.kind, rows, evidence, choices, ...(Object.keys(figures).length > 0 ? { figures } : {}) };
}

function choicesOf(question: Question, index: LabelIndex): Choice[] {
  const { kind, rows, value } = question;
  const [first] = rows;
  if (question.offers !== undefined) return question.offers.flatMap((offer) => choice(index, offer.row, offer.value));
  if (kind === 'approximate' || kind === 'absurd' || kind === 'reference' || kind === 'overwrite') return [];
  if (kind === 'conflict') return (question.values ?? []).flatMap((figure) => choice(index, first, figure));
  if (kind === 'sum')
    return [question.stated, question.partsTotal].flatMap((figure) =>
      figure === undefined || rows.length !== 1 ? [] : choice(index, first, figure),
    );
  if (value === undefined || first === undefined) return [];
  if (kind === 'measure') return measureChoices(question, value, first, index);
  if (kind === 'correction') return [];
  return rows.slice(0, 6).flatMap((row) => {
    const indexed = index.rows[row];
    if (indexed === undefined || fitOf(question.measure ?? null, indexed.measures) === 'foreign') return [];
    const figure = question.measure == null ? value : convert(value, question.measure, indexed.measures);
    return figure === null ? [] : choice(index, row, toNumber(figure));
  });
}

/** 280000 in a row of 万元: said in 元, or really in 万元. */
function measureChoices(question: Question, value: Exact, first: number, index: LabelIndex): Choice[] {
  const row = index.rows[first];
  const printed = row?.measures[0];
  if (row === undefined || printed === undefined || printed.power === 0 || question.measure != null) return [];
  const base = printed.name.replace(/^[百千]?[万千百亿]/, '');
  const converted = toNumber({ coef: value.coef, exp: value.exp - printed.power });
  const said = toNumber(value);
  return [
    { label: `${converted}${printed.name}（${said}${base}）`, values: [{ row: row.row.no, value: converted }] },
    { label: `${said}${printed.name}`, values: [{ row: row.row.no, value: said }] },
  ];
}

function choice(index: LabelIndex, row: number | undefined, value: number): Choice[] {
  const indexed = row === undefined ? undefined : index.rows[row];
  if (indexed === undefined || !Number.isFinite(value) || value < 0) return [];
  if (indexed.row.kind === 'integer' && !isRate(indexed.row) && !Number.isInteger(value)) return [];
  const measure = indexed.measures[0]?.name ?? '';
  return [{ label: `${indexed.row.label} ${value}${measure}`, values: [{ row: indexed.row.no, value }] }];
}
