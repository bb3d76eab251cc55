import type { Figure, Label } from './elements.ts';
import { ZERO } from './exact.ts';
import type { Claim } from './findings.ts';
import type { LabelIndex } from './label-index.ts';
import { fitOf } from './measure.ts';
import type { Scope } from './scope.ts';

/** A figure and the label that it is said of. */
export interface Pair {
  readonly label: Label;
  readonly figure: Figure;
}

/** What a label and its figure claim. */
export function claimOf(pair: Pair, scope: Scope): Claim {
  const { label, figure } = pair;
  const certain = label.certain && !(label.trailing && figure.start >= label.end && !figure.total);
  const said = claimOfFigure(figure);
  return {
    rows: narrow(label, figure, scope),
    certain: certain && !figure.loose,
    exactly: !figure.loose,
    value: said.value,
    measure: said.measure,
    carriesWan: said.carriesWan,
    manner: said.manner,
    change: said.change,
    start: Math.min(label.start, figure.start),
    end: Math.max(label.end, figure.end),
    named: label.by === 'name' ? { start: label.start, end: label.end } : null,
    byItem: label.by === 'item',
    besides: label.trailing && !certain && !figure.loose,
  };
}

/** 险情3处 right after the prompt for one of two such rows, or said to correct one of them. */
function narrow(label: Label, figure: Figure, scope: Scope): readonly number[] {
  const rows = narrowByMeasure(label, figure, scope.index);
  if (rows.length < 2 || label.by !== 'name') return rows;
  const { last } = scope.context;
  const meant = figure.change === 'corrected' && last.length === 1 ? (last[0] ?? 0) - 1 : scope.focus;
  return meant !== null && rows.includes(meant) ? [meant] : rows;
}

/** Of several rows that the words fit, the measure may leave one. */
function narrowByMeasure(label: Label, figure: Figure, index: LabelIndex): readonly number[] {
  const measure = figure.number?.measure ?? null;
  if (label.rows.length < 2 || measure === null || label.by === 'group') return label.rows;
  const fits = label.rows.map((row) => ({ row, fit: fitOf(measure, index.rows[row]?.measures ?? []) }));
  const same = fits.filter(({ fit }) => fit === 'same').map(({ row }) => row);
  if (same.length === 1) return same;
  const possible = fits.filter(({ fit }) => fit !== 'foreign').map(({ row }) => row);
  return possible.length > 0 ? possible : label.rows;
}

export function claimOfFigure(figure: Figure): Omit<Claim, 'rows' | 'named' | 'byItem'> {
  const { number, change } = figure;
  return {
    certain: !figure.loose,
    value: number?.value ?? ZERO,
    measure: number?.measure ?? null,
    carriesWan: number?.carriesWan ?? false,
    manner: change === 'corrected' ? 'corrected' : number === null ? 'none' : 'stated',
    change: change === 'none' || change === 'corrected' ? 'set' : change,
    start: figure.start,
    end: figure.end,
  };
}
