import { readBare } from './bare.ts';
import { claimOf, type Pair } from './claim.ts';
import { readCorrections } from './corrections.ts';
import { saysRow, settleTogether } from './decision.ts';
import { distribute } from './distribution.ts';
import { type Element, type Figure, isCountable, type Label } from './elements.ts';
import { ZERO } from './exact.ts';
import type { Findings } from './findings.ts';
import { readRests } from './rests.ts';
import { assignRoles } from './roles.ts';
import type { Scope } from './scope.ts';
import { readSharedZeros } from './shared-zeros.ts';
import { settleSpans } from './spans.ts';
import { readTogether } from './together.ts';
import { checkSubsets } from './totals.ts';
import { readVague } from './vague.ts';

/** Reads running text: labels with figures before or after them, lists, totals, changes. */
export function readRunning(sifted: readonly Element[], text: string, scope: Scope, findings: Findings): void {
  findings.withdrawn.push(
    ...assignRoles(sifted, scope.index, (date) => isOfOtherYear(text.slice(date.start, date.end), scope)),
  );
  const corrected = readCorrections(sifted, scope, findings);
  settleSpans(corrected, scope.index.isDaily, findings);
  const elements = readRests(corrected, scope.index, scope.context, findings);
  const zeros = readSharedZeros(elements, text, scope, findings);
  const run = distribute(elements.filter((element) => !zeros.has(element)));
  const used = new Set([...run.used, ...zeros]);
  const labelled = elements.some((element) => element.type === 'label');
  const taken = new Set([
    ...run.pairs.flatMap(({ label }) => label.rows),
    ...findings.claims.flatMap(({ rows }) => rows),
  ]);
  const { outcomes, aside } = readTogether(elements, used, taken, text, scope, findings);
  const named = labelled || outcomes.some(saysRow);
  const pairs = checkSubsets(elements, run.pairs, findings);
  const paired = new Set<Element>(run.used);
  for (const { label, figure } of pairs) paired.add(label).add(figure);
  for (const pair of pairs) {
    const denied = isDenied(pair, elements, paired);
    findings.claims.push(denied ? { ...claimOf(pair, scope), certain: false } : claimOf(pair, scope));
  }
  for (const { labels, figures } of run.unmatched) askRows(labels, figures, findings);
  if (named) settleTogether(outcomes, elements, scope, findings);
  else
    readUnnamed(
      elements.filter((element) => !aside.has(element)),
      paired,
      scope,
      findings,
    );
  readVague(elements, paired, scope, findings);
}

/** 2022年, 2022-03-15 where the figures are of 2023. */
function isOfOtherYear(date: string, { year }: Scope): boolean {
  const said = /^(20\d\d)(?:年|[-/.])/.exec(date)?.[1];
  return said !== undefined && year !== null && Number(said) !== year;
}

/** No row is named: the answer to the prompt, or bare numbers. */
function readUnnamed(
  elements: readonly Element[],
  paired: ReadonlySet<Element>,
  scope: Scope,
  findings: Findings,
): void {
  const figures = elements.filter(
    (element): element is Figure => element.type === 'figure' && isCountable(element) && !paired.has(element),
  );
  if (figures.length > 0 && !findings.troubles.some(({ kind }) => kind === 'sum'))
    readBare(figures, elements, scope, findings);
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
