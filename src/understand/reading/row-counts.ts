/** How many rows a group or the rest has, said in passing: 灾情三项都是0, 其余两类没有, 媒体这一块都没有. No figure of any row. */
import { clausesOf } from './clauses.ts';
import type { Element } from './elements.ts';
import { isZero } from './zeros.ts';

const count =
  /(?:里|中)?(?:的|那|这)?(?:(?:几|\d{1,2}|[两二三四五六七八九十]{1,3})[项类样块个]|[一整]块|一?部分|一?类)(?:工作|数据|内容)?/y;

/** Left out where the clause says zero of it. */
export function withoutRowCounts(elements: readonly Element[], text: string): Element[] {
  if (!elements.some(isMany)) return [...elements];
  return clausesOf(elements).flatMap((clause) => {
    const at = clause.findIndex(isMany);
    const many = clause[at];
    if (!many) return clause;
    count.lastIndex = many.end;
    if (!count.test(text)) return clause;
    const end = count.lastIndex;
    const left = clause.filter((element) => element.start < many.end || element.start >= end);
    return left.some((element) => element.type === 'figure' && isZero(element)) ? left : clause;
  });
}

function isMany(element: Element): boolean {
  if (element.type === 'word') return element.kind === 'rest';
  return element.type === 'heading' || (element.type === 'label' && element.by === 'group');
}
