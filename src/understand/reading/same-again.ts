/** 跟去年的一样, 按昨天报的, 没有变化: figures that are not here. Asked for where nothing is recorded that they could be. */
import type { Element } from './elements.ts';
import type { Findings } from './findings.ts';
import type { Scope } from './scope.ts';

const again =
  /(?:按|照|跟|和|同|沿用|参照)(?:着)?(?:去年|前年|往年|上年|昨天|昨日|上周|上次|上回|上期|上个?月|之前|原来)[^,。;]{0,6}(?:一样|报|填|数|相同|来)|^(?:还是)?(?:同上|照旧|一样)$|(?:没有?|无)(?:什么|任何)?变化|^(?:数据?)?不变$/;

export function readSameAgain(
  text: string,
  elements: readonly Element[],
  { context }: Scope,
  findings: Findings,
): void {
  const match = again.exec(text.trim());
  if (match === null || context.question !== null || Object.keys(context.draft).length > 0) return;
  if (elements.some(({ type }) => type === 'figure')) return;
  const start = text.indexOf(match[0]);
  findings.troubles.push({ kind: 'reference', rows: [], start, end: start + match[0].length });
}
