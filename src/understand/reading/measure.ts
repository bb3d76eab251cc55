import type { FormRow } from '../../domain/form.ts';
import { divide, type Exact, shift, times } from './exact.ts';
import { type Dimension, INTERCHANGEABLE, MEASURES } from './measures.ts';
import { normaliseText } from './plain.ts';
import { emptyTrie, longestMatch, nodeAt, type TrieNode } from './trie.ts';

export interface Measure {
  readonly name: string;
  readonly dimension: Dimension;
  readonly factor: number;
  readonly power: number;
}

/** A row's printed measure: `册（份）` names two, `万元` is 元 with a power of ten. Empty where none is printed. */
export type RowMeasures = readonly Measure[];

export type Fit = 'same' | 'alike' | 'loose' | 'foreign';

const PREFIXES: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };
const PREFIXED = /^(百万|千万|[十百千万亿])(.+)$/;

export function parseMeasure(name: string): Measure {
  const known = MEASURES.get(name);
  if (known !== undefined) return known;
  const prefixed = PREFIXED.exec(name);
  const base = prefixed === null ? undefined : MEASURES.get(prefixed[2] ?? '');
  const power = PREFIXES[prefixed?.[1] ?? ''];
  if (base !== undefined && power !== undefined) return { ...base, name, power: base.power + power };
  const singular = name.endsWith('次') ? MEASURES.get(name.slice(0, -1)) : undefined;
  return singular === undefined ? { name, dimension: 'count', factor: 1, power: 0 } : { ...singular, name };
}

export function rowMeasures(row: FormRow): RowMeasures {
  return normaliseText(row.measure)
    .split(/[()/、,\s或]+/)
    .filter((name) => name !== '')
    .map(parseMeasure);
}

export function measureTrie(rows: readonly RowMeasures[]): TrieNode<Measure> {
  const root = emptyTrie<Measure>();
  for (const [name, entry] of MEASURES) nodeAt(root, name).value = entry;
  for (const measure of rows.flat()) nodeAt(root, measure.name).value = measure;
  return root;
}

export function measureAt(
  root: TrieNode<Measure>,
  text: string,
  start: number,
): { value: Measure; end: number } | null {
  return longestMatch(root, text, start);
}

/** How well a said measure goes with a row; `foreign` can never be this row's figure. */
export function fitOf(said: Measure | null, row: RowMeasures): Fit {
  if (said === null || row.length === 0) return 'loose';
  let best: Fit = 'foreign';
  for (const printed of row) {
    const fit = fitOne(said, printed);
    if (fit === 'same') return fit;
    if (fit === 'alike' || (fit === 'loose' && best === 'foreign')) best = fit;
  }
  return best;
}

function fitOne(said: Measure, printed: Measure): Fit {
  if (said.name === printed.name) return 'same';
  if (isScaled(said) || isScaled(printed)) return said.dimension === printed.dimension ? 'same' : 'foreign';
  if (said.dimension === 'container' || printed.dimension === 'container') return 'foreign';
  if (isAlike(said, printed)) return 'alike';
  return said.dimension === 'count' && printed.dimension === 'count' ? 'loose' : 'foreign';
}

function isAlike(said: Measure, printed: Measure): boolean {
  if (said.dimension === printed.dimension && said.dimension !== 'count') return true;
  if (said.name === '个') return true;
  if (((familiesByName.get(said.name) ?? 0) & (familiesByName.get(printed.name) ?? 0)) !== 0) return true;
  return said.name === `${printed.name}次` || printed.name === `${said.name}次`;
}

/** The families of interchangeable measures that a name belongs to, one bit each. */
const familiesByName = new Map<string, number>();
INTERCHANGEABLE.forEach((family, at) => {
  for (const name of family) familiesByName.set(name, (familiesByName.get(name) ?? 0) | (1 << at));
});

const SCALED: ReadonlySet<Dimension> = new Set<Dimension>([
  'money',
  'mass',
  'length',
  'area',
  'volume',
  'duration',
  'share',
]);

/** Measures that are parts of one another by a plain factor, money and shares apart. */
export function isPhysical(measure: Measure): boolean {
  return measure.dimension !== 'money' && measure.dimension !== 'share' && isScaled(measure);
}

function isScaled(measure: Measure): boolean {
  return SCALED.has(measure.dimension);
}

/** `value` said in `said`, in the row's first measure; null where no plain factor leads there. */
export function convert(value: Exact, said: Measure, row: RowMeasures): Exact | null {
  const printed = row.find((measure) => measure.dimension === said.dimension) ?? row[0];
  if (printed === undefined) return value;
  const shifted = shift(value, said.power - printed.power);
  if (said.factor === printed.factor || !isScaled(said)) return shifted;
  if (!Number.isInteger(said.factor) || !Number.isInteger(printed.factor)) return null;
  return divide(times(shifted, said.factor), printed.factor);
}

/** Whether the row counts in tens of thousands, so that a figure said with 万 is already meant in the base measure. */
export function countsInWan(row: RowMeasures): boolean {
  const first = row[0];
  if (first === undefined) return false;
  return /^[百千]?[万亿]/.test(first.name) && first.power >= 4;
}

export function wanToRow(value: Exact, row: RowMeasures): Exact {
  return shift(value, -(row[0]?.power ?? 0));
}

export function isAbsurd(value: number, row: RowMeasures, saidMeasure: boolean): boolean {
  const measure = row[0];
  if (!Number.isFinite(value)) return true;
  if (measure?.dimension === 'money')
    return value * 10 ** (measure.power - 4) >= (saidMeasure ? 100_000 : 1_000) && (saidMeasure || measure.power >= 4);
  if (measure !== undefined && measure.power >= 4 && !saidMeasure && value >= 1_000) return true;
  return Math.abs(value) >= (measure === undefined ? 10_000_000 : limitOf(measure));
}

/** Far beyond what any office does; big enough never to disturb a real one. */
function limitOf(measure: Measure): number {
  if (['场次', '场', '次', '期', '篇', '回', '届'].includes(measure.name)) return 100_000;
  if (['件', '条', '起', '部', '个', '批次', '项', '例', '则'].includes(measure.name)) return 1_000_000;
  return 100_000_000;
}
