import type { ReadingContext } from '../../domain/reading.ts';
import { ceilingOf } from './ceilings.ts';
import type { IndexedRow } from './label-index.ts';

/** Below this a row may fall to anything without a question. */
const FALLS_FROM = 50;
const FACTOR = 10;

/** What a figure is unusual against: what the unit has recorded, or nothing in particular. */
export interface Unusual {
  readonly recorded?: number;
}

/**
 * Ten times the usual figure, or a tenth of the recorded one; where nothing is usual yet, more than such a row plausibly
 * counts. Null where the figure may be taken, also because it repeats, in other words, the one that was asked about.
 */
export function unusual(value: number, words: string, row: IndexedRow, context: ReadingContext): Unusual | null {
  const { no } = row.row;
  if (confirms(value, words, no, context)) return null;
  const recorded = context.draft[no];
  if (recorded !== undefined && recorded >= FALLS_FROM && value * FACTOR <= recorded) return { recorded };
  const usual = context.usual[no] ?? 0;
  if (usual > 0) return value >= usual * FACTOR ? {} : null;
  const precedented = recorded !== undefined && value < recorded * FACTOR;
  return !precedented && value > ceilingOf(row) ? {} : null;
}

/** 就是300000 to the question whether 公益广告300000条 is right; the same message once more confirms nothing. */
function confirms(value: number, words: string, no: number, { question }: ReadingContext): boolean {
  // 刚才的200作废: the figure is given up, so that another is no fall.
  if (question?.kind === 'correction' && question.figures?.['recorded'] !== undefined && question.rows.includes(no))
    return true;
  if (question?.kind !== 'unusual' || question.evidence.text === words) return false;
  return question.choices.some(({ values }) => values.some((one) => one.row === no && one.value === value));
}
