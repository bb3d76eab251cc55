/** What stands beside figures that were taken and was not: 罚款5万 where no row counts it, 1O with a letter. */
import type { Reading } from '../../domain/reading.ts';
import type { Element } from './elements.ts';
import type { Findings } from './findings.ts';

/** A zero typed as a letter: 1O, O场. */
const lettered = /(?<![a-z\d])(?:\d+o[\do]*|o\d[\do]*|o(?=[场次条份件篇期册户家人个起]))(?![a-z])/gi;

/** The row named right before such a figure is asked for it. */
export function readLettered(text: string, elements: readonly Element[], findings: Findings): void {
  if (!/o/i.test(text)) return;
  for (const { index, 0: said } of text.matchAll(lettered)) {
    const label = elements.findLast(
      (element) => element.type !== 'break' && element.end <= index && element.type !== 'figure',
    );
    if (label?.type !== 'label' || label.rows.length !== 1) continue;
    findings.troubles.push({ kind: 'number', rows: label.rows, start: index, end: index + said.length });
  }
}

const clause = /[^，,。；;！!？?\n]+/g;
/** A thing, how many, of what: nothing but a statistic. */
const statistic = /^\s*[\u4e00-\u9fff]{2,8}\s*\d+(?:\.\d+)?\s*(?:[万千百亿]?(?:元)?|[\u4e00-\u9fff]{1,2})\s*$/;
const thing = /^[\u4e00-\u9fff]{2,}/;
/** Parts of what is counted, other times, plans, places and persons. */
const aside =
  /其中|包括|包含|分别|含有|其[他它余]|剩下|余下|各|共|合计|总计|累计|去年|上年|同期|同比|环比|上月|上周|计划|目标|预计|还差|电话|手机|热线|编号|文号|第|号|[年月日点时]|小时|分钟|楼|室|再|又|加|减|改|错|备注/;

/** Clauses that say a statistic and of which nothing was taken, asked or refused; none where nothing else was recorded. */
export function unreadIn(
  text: string,
  { values, doubts, refusals, remarks, aside: told = [] }: Reading,
): readonly string[] {
  if (!values.some(({ manner }) => manner === 'stated') || /其中|包括|分别/.test(text)) return [];
  const taken = [...values, ...doubts, ...refusals, ...remarks, ...told].map(({ evidence }) => evidence);
  // 公益广告3条，抖音5条，写错了，公益广告4条: the 3 has found its row, and given way there.
  const names = taken.map((evidence) => thing.exec(evidence.text)?.[0] ?? '').filter(Boolean);
  return [...text.matchAll(clause)].flatMap(({ index, 0: words }) => {
    const met = taken.some(({ start, end }) => start < index + words.length && index < end);
    return !met && statistic.test(words) && !aside.test(words) && !names.some((name) => words.includes(name))
      ? [words.trim()]
      : [];
  });
}
