/** 电视台、电台、报刊都没上: one word of none for each row that is named before it. */
import { claimOfFigure } from './claim.ts';
import { clausesOf } from './clauses.ts';
import { wordsOf } from './decision.ts';
import type { Element, Figure, Label } from './elements.ts';
import { type Evidence, evidenceIn } from './evidence.ts';
import type { Findings } from './findings.ts';
import { optionsOf } from './grounds.ts';
import type { Scope } from './scope.ts';

/** A word of none and the labels that it is said of. */
interface SharedZero {
  readonly zero: Figure;
  readonly labels: readonly Label[];
}

function sharedZerosIn(elements: readonly Element[]): SharedZero[] {
  if (!elements.some((element) => element.type === 'figure' && element.number === null)) return [];
  return clausesOf(elements).flatMap((clause) => {
    const figures = clause.filter((element): element is Figure => element.type === 'figure');
    const [zero] = figures;
    if (!zero || figures.length !== 1 || zero.number !== null || zero.role !== 'value') return [];
    const before = clause.slice(0, clause.indexOf(zero));
    const labels = before.filter((element): element is Label => element.type === 'label' && element.by === 'name');
    const both = before.some(
      (element) => element.type === 'word' && (element.kind === 'both' || element.kind === 'all'),
    );
    return both && labels.length > 1 ? [{ zero, labels }] : [];
  });
}

/** At least so much has to be said for each of the rows. */
const NAMED = 1;
/** Two rows that the same word names: 报刊 of 报刊开设专栏 and 报刊发表文章. */
const ALIKE = 0.3;

/** A zero for each row that the labels name; the words used are spoken for. */
export function readSharedZeros(
  elements: readonly Element[],
  text: string,
  scope: Scope,
  findings: Findings,
): ReadonlySet<Element> {
  const used = new Set<Element>();
  for (const { zero, labels } of sharedZerosIn(elements)) {
    const evidence = evidenceIn(text, scope.index, elements);
    const rows = labels.map((label) => rowsNamed(label, zero, evidence, scope));
    if (rows.some((named) => named.length === 0)) continue;
    for (const row of new Set(rows.flat()))
      findings.claims.push({ ...claimOfFigure(zero), rows: [row], named: null, byItem: false });
    for (const element of [zero, ...labels]) used.add(element);
  }
  return used;
}

function rowsNamed(label: Label, zero: Figure, evidence: Evidence, scope: Scope): number[] {
  const lead = [{ start: label.start, end: label.end, elements: [label] }];
  const trail = { start: zero.start, end: zero.start, elements: [] };
  const spot = { figure: zero, lead, trail, stem: null, before: null, stemGap: 0, follows: false, sentence: 0 };
  const [best, ...others] = optionsOf(spot, evidence, scope, () => true);
  if (!best || wordsOf(best) < NAMED) return [];
  return [best, ...others.filter(({ score }) => score > best.score - ALIKE)].map(({ row }) => row);
}
