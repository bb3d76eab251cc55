/** 若干次, 好多份: a figure was meant but none was said. */
import { speaksOfOther } from './bare.ts';
import type { Element, Label } from './elements.ts';
import type { Findings } from './findings.ts';
import type { Scope } from './scope.ts';

const VAGUE =
  /^(?:若干|好几|很多|许多|不少|大量|多[次场件条份]|一些|有些|[有好]?几[个次场条件份篇期项户家]|好多次?|好些|无数|数[次场件条]|一批|一?部分|少量|少许|没多少)$/;

/** The row is asked for the exact figure. */
export function readVague(
  elements: readonly Element[],
  paired: ReadonlySet<Element>,
  scope: Scope,
  findings: Findings,
): void {
  elements.forEach((element, at) => {
    if (element.type !== 'word' || element.kind !== 'about' || !VAGUE.test(element.text)) return;
    const beside = [elements[at - 1], elements[at - 2], elements[at + 1], elements[at + 2]];
    const label = beside.find((other): other is Label => other?.type === 'label' && !paired.has(other));
    const alone = scope.focus !== null && !speaksOfOther(elements) && !elements.some((other) => other.type === 'label');
    if (label === undefined && !alone) return;
    const rows = label?.rows ?? (scope.focus === null ? [] : [scope.focus]);
    findings.troubles.push({ kind: 'approximate', rows, start: element.start, end: element.end });
  });
}
