/** 完成了2/3, 办了30% for a row that counts: a share of something, and not the figure that was asked for. */
import type { Element } from './elements.ts';
import type { Findings } from './findings.ts';
import type { Scope } from './scope.ts';

const share = /\d+\/\d+|[\d零〇一二两三四五六七八九十百]+(?:分之|%|成(?![功果立]))|过半|大半|一半/;

/** The exact number is asked for where nothing else was said. */
export function readShare(text: string, elements: readonly Element[], { focus }: Scope, findings: Findings): void {
  const match = share.exec(text);
  if (focus === null || match === null) return;
  if (elements.some(({ type }) => type === 'label')) return;
  findings.troubles.push({ kind: 'number', rows: [focus], start: match.index, end: match.index + match[0].length });
}
