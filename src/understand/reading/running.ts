import { claimOf } from './claim.ts';
import { readCorrections } from './corrections.ts';
import { distribute } from './distribution.ts';
import type { Element, Figure, Label } from './elements.ts';
import { ZERO } from './exact.ts';
import type { Findings } from './findings.ts';
import { readLeftovers, readVague } from './leftovers.ts';
import { atomsOf, type Pair, pairUp } from './pairing.ts';
import { readRests } from './rests.ts';
import { assignRoles } from './roles.ts';
import type { Scope } from './scope.ts';
import { settleSpans } from './spans.ts';
import { checkSubsets, settleTotals } from './totals.ts';

/** Reads running text: labels with figures before or after them, lists, totals, changes. */
export function readRunning(sifted: readonly Element[], scope: Scope, findings: Findings): void {
  findings.withdrawn.push(...assignRoles(sifted, scope.index));
  const corrected = readCorrections(sifted, scope, findings);
  const whole = settleTotals(corrected, scope.index, findings);
  settleSpans(whole, scope.index.isDaily, findings);
  const elements = readRests(whole, scope.index, scope.context, findings);
  const run = distribute(elements);
  const free = elements.filter((element) => !run.used.has(element));
  const pairs = checkSubsets(elements, [...run.pairs, ...pairUp(atomsOf(free), scope.index)], findings);
  const paired = new Set<Element>(run.used);
  for (const { label, figure } of pairs) paired.add(label).add(figure);
  for (const pair of pairs) {
    const denied = isDenied(pair, elements, paired);
    findings.claims.push(denied ? { ...claimOf(pair, scope), certain: false } : claimOf(pair, scope));
  }
  for (const { labels, figures } of run.unmatched) askRows(labels, figures, findings);
  readLeftovers(elements, paired, scope, findings);
  readVague(elements, paired, scope, findings);
}

function askRows(labels: readonly Label[], figures: readonly Figure[], findings: Findings): void {
  const figure = figures[0];
  if (figure === undefined) return;
  findings.troubles.push({
    kind: 'row',
    rows: labels.flatMap((label) => label.rows),
    start: labels[0]?.start ?? figure.start,
    end: figure.end,
    value: figure.number?.value ?? ZERO,
    measure: figure.number?.measure ?? null,
  });
}

/** 未整改隐患3处 is not a figure of 整改隐患: the none glued to the label is nobody else's. */
function isDenied(pair: Pair, elements: readonly Element[], spoken: ReadonlySet<Element>): boolean {
  if (pair.figure.number === null || pair.figure.start < pair.label.start) return false;
  const before = elements[elements.indexOf(pair.label) - 1];
  return before?.type === 'figure' && before.number === null && before.end === pair.label.start && !spoken.has(before);
}
