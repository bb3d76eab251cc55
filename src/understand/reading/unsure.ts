/** Doubt about a figure, recorded or just said: 公益广告这个数不准; 3条这个有问题; 抖音12条，还要跟宣传科核对. */
import type { ReadingContext } from '../../domain/reading.ts';
import { type Element, isClauseBreak, isNumber, wordsOf } from './elements.ts';
import { toNumber } from './exact.ts';

const CHECK = '(?:核[实对]|复核|查证|再核|核一[下遍])';
const DOUBTS = new RegExp(
  [
    '(?<![标水])不(?:太|大|怎么|一定|够)?准(?![备时许入确则])|数?(?:不太|不大|不一定|好像不|可能不)对',
    '(?<!没)有(?:点|些)?(?:问题|出入|误差|疑问)|存疑|存在疑问|拿不准|吃不准|没把握|对不上',
    `(?:还|再|需|要|得|待|去)(?:需|要|得)?(?:再)?(?:[跟和向找问][\\u4e00-\\u9fff]{1,6}?)?${CHECK}`,
    '(?:可能|好像|似乎|估计|恐怕)(?:是)?(?:报|填|写|数|算|统计)?(?:得)?(?:多|少|错|重复|重)了?$',
  ].join('|'),
);
/** 好像不是3条, 抖音不是0: no other figure instead. */
const DENIES = /(?<!是)不(?:是|止|到)(?=[\d没无])/;
/** Most messages have none of it. */
const SIGN = /[不核疑误]|问题|出入|把握|[多少错重]/;
const INSTEAD = /改[成为]|应该?[是为]|更正|其实是|实际是/;
/** 跟宣传科核对: names whom, not what. */
const WITH_WHOM = new RegExp(`[跟和向找问与][\\u4e00-\\u9fff]{1,8}?${CHECK}`);
const OF_FIGURES = /数|[这那][个条项]|刚才|报的|填的/;

export interface Unsure {
  readonly clauses: readonly (readonly Element[])[];
  /** Positions of the rows that wait for a figure that is sure. */
  readonly rows: readonly number[];
  /** Words that doubt some figure, and it is not known which; empty where there are none. */
  readonly open: readonly Element[];
}

/** The message without what is in doubt, by what is recorded and spoken of last. */
export function withoutUnsure(
  clauses: readonly (readonly Element[])[],
  text: string,
  { draft, last }: Pick<ReadingContext, 'draft' | 'last'>,
): Unsure {
  if (!SIGN.test(text)) return { clauses, rows: [], open: [] };
  const kept = [...clauses];
  const rows: number[] = [];
  const open: Element[] = [];
  for (const [at, clause] of clauses.entries()) {
    const doubt = isDoubtful(clause, at, clauses, text) ? doubtIn(clause, kept.slice(0, at)) : null;
    if (doubt === null) continue;
    rows.push(...doubt.rows);
    if (doubt.rows.length === 0) open.push(...clause.filter((element) => !isClauseBreak(element)));
    for (let gone = doubt.ofBefore ? 0 : at; gone <= at; gone++) kept[gone] = (kept[gone] ?? []).filter(isClauseBreak);
  }
  return { clauses: kept, rows: [...new Set(rows)], open };

  /** `ofBefore`: what was said just before goes with it. */
  function doubtIn(clause: readonly Element[], before: readonly (readonly Element[])[]) {
    const own = rowsOfClause(clause, text, draft);
    if (own) return { rows: own, ofBefore: false };
    const earlier = clause.some(isNumber) ? [] : before.flatMap(rowsSaid);
    if (earlier.length > 0) return { rows: earlier, ofBefore: true };
    if (!OF_FIGURES.test(wordsOf(clause, text))) return null;
    // 这个数有问题: of several nobody knows which.
    return { rows: last.length === 1 ? last.map((no) => no - 1) : [], ofBefore: false };
  }
}

function rowsOfClause(
  clause: readonly Element[],
  text: string,
  draft: ReadingContext['draft'],
): readonly number[] | null {
  const named = WITH_WHOM.test(wordsOf(clause, text)) ? null : rowsNamed(clause);
  return named ?? rowsHolding(clause, draft);
}

function isDoubtful(
  clause: readonly Element[],
  at: number,
  clauses: readonly (readonly Element[])[],
  text: string,
): boolean {
  const words = wordsOf(clause, text);
  const others = clauses.filter((other) => other !== clause);
  if (INSTEAD.test(words) || /[吗么?？]\s*$/.test(words)) return false;
  // 再核了一下公益广告，是5条; 不是3条，是5条
  if (clauses.slice(at + 1).some((later) => later.some(isNumber) && rowsNamed(later) === null)) return false;
  return DOUBTS.test(words) || (DENIES.test(words) && [...others, clause].flat().filter(isNumber).length < 2);
}

/** Rows that the clause names, one by each label; null where it names none. */
function rowsNamed(clause: readonly Element[]): readonly number[] | null {
  const rows = clause.flatMap((element) => (element.type === 'label' && element.rows.length === 1 ? element.rows : []));
  return rows.length === 0 ? null : rows;
}

function rowsSaid(clause: readonly Element[]): readonly number[] {
  return clause.some(isNumber) ? (rowsNamed(clause) ?? []) : [];
}

/** 3条这个有问题: the row that holds the 3. */
function rowsHolding(clause: readonly Element[], draft: ReadingContext['draft']): readonly number[] | null {
  const values = clause.filter(isNumber).map(({ number }) => toNumber(number.value));
  const holding = Object.entries(draft)
    .filter(([, value]) => values.includes(value))
    .map(([no]) => Number(no) - 1);
  return holding.length === 1 ? holding : null;
}
