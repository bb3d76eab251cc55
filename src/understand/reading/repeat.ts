import type { Choice, Doubt, JustSaid } from '../../domain/reading.ts';
import type { IndexedRow } from './label-index.ts';
import { normaliseText } from './plain.ts';

/** Nobody adds the same again so soon without saying so; a message sent twice is. */
const WITHIN_MS = 10 * 60_000;

/** Whether these words were said just now by the same person, mentions and marks apart. */
export function isRepeated(words: string, justSaid: JustSaid | null): boolean {
  return justSaid !== null && justSaid.agoMs <= WITHIN_MS && bare(words) === bare(justSaid.words);
}

function bare(words: string): string {
  return normaliseText(words)
    .replace(/@\S+/g, '')
    .replace(/[\s,。;:!~.]/g, '');
}

/** Again, or the same: what the row would hold, and nothing. */
export function repeatChoices({ row, measures }: IndexedRow, value: number, less: boolean): Choice[] {
  const verb = less ? '减' : '加';
  return [
    { label: `再${verb}一次（成为${value}${measures[0]?.name ?? ''}）`, values: [{ row: row.no, value }] },
    { label: `是同一次，不${verb}`, values: [] },
  ];
}

const AGAIN =
  /^(?:是|对|确实|要|请|嗯)*(?:[再又另还]要?[加减]|[加减]|另外的|又有|新的|两次|分开|第二次|还有一次)|不是[同重]|[没不]有?发?重/;
const SAME =
  /(?<!不是)同一|[不别][用要]?再?[加减]|(?<![没不是]有?发?)重|(?<!不)一样|两遍|手[误滑]|误发|多发|[就只]有?一次/;
/** Numerals that count the times and not the things. */
const TIMES = /[一两12][次遍]|第二|同一|一样/g;
const NUMERAL = /[\d零一二两三四五六七八九十百千万]/;

/** 再加一次, 又有2条; 是同一次, 发重了. A different figure is another matter. */
export function againOrSame(said: string, { kind, choices, evidence }: Doubt): Choice | null {
  if (kind !== 'repeat' || NUMERAL.test(bare(said).replace(bare(evidence.text), '').replace(TIMES, ''))) return null;
  const [again = null, same = null] = choices;
  // 减1次 is no 再加一次.
  if (again && said.includes(again.label.includes('减') ? '加' : '减') && !SAME.test(said)) return null;
  if (SAME.test(said)) return same;
  return AGAIN.test(said) ? again : null;
}
