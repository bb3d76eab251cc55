import type { Element, Figure } from './elements.ts';
import type { Findings } from './findings.ts';

/** 今天200份，累计1200份: a daily form wants the first, a campaign form the second. */
export function settleSpans(elements: readonly Element[], isDaily: boolean, findings: Findings): void {
  const figures = elements.filter((element): element is Figure => element.type === 'figure');
  const today = figures.filter((figure) => figure.role === 'today');
  const cumulative = figures.filter((figure) => figure.role === 'cumulative');
  for (const figure of cumulative) {
    if (!isDaily) {
      figure.role = 'value';
      dropNeighbour(figures, figure, today);
    } else if (today.length > 0 || figures.some((other) => other.role === 'value')) figure.role = 'decoy';
    else {
      figure.role = 'value';
      figure.loose = true;
      findings.troubles.push({ kind: 'reference', rows: [], start: figure.start, end: figure.end });
    }
  }
  for (const figure of today) if (figure.role === 'today') figure.role = 'value';
}

/** The figure of today that stands before or after the cumulative one of the same row. */
function dropNeighbour(figures: readonly Figure[], cumulative: Figure, today: readonly Figure[]): void {
  const at = figures.indexOf(cumulative);
  const neighbour = [figures[at - 1], figures[at + 1]].find(
    (figure) =>
      figure !== undefined &&
      ((today.includes(figure) && figure.role === 'today') || figure.change === 'more' || figure.change === 'add'),
  );
  if (neighbour !== undefined) neighbour.role = 'subset';
}
