/** All figures of a message with all their rows together: the best whole reading, and what each of its parts is worth. */
import type { Option } from './grounds.ts';

/** What a whole reading takes a figure for; `margin` is how much worse the best reading is in which it is not that. */
export interface Assigned {
  /** Null: no row's. */
  readonly option: Option | null;
  readonly margin: number;
}

/** A figure and the rows it may be of. */
export interface Candidate {
  /** What it is worth to be no row's. */
  readonly none: number;
  readonly options: readonly Option[];
  /** Stands directly behind the figure before it. */
  readonly follows: boolean;
}

/** To be no row's. */
export const NO_ROW = 0.9;
/** Whole readings kept while the figures are gone through. */
const WIDTH = 16;
/** A figure directly behind another may be of the next row: 宣讲6场430人次. */
const NEXT = 0.7;
/** Rows are mostly gone through in the form's order. */
const ORDER = 0.2;
/** Longer messages are solved one figure after the other, the likeliest first. */
const EXACTLY = 12;
/** Rows looked at for each figure. */
const OPTIONS = 6;

interface Whole {
  readonly score: number;
  readonly taken: readonly (Option | null)[];
}

interface Barred {
  readonly at: number;
  readonly row: number | null;
}

/**
 * Each row is given to one figure at most. The margin of a figure is found by solving again
 * without its row.
 */
export function assign(figures: readonly Candidate[]): Assigned[] {
  if (figures.length > EXACTLY) return assignMany(figures);
  const best = bestOf(figures, null);
  return figures.map((_, at) => {
    const option = best.taken[at] ?? null;
    const without = bestOf(figures, { at, row: option?.row ?? null });
    return { option, margin: best.score - without.score };
  });
}

function following(option: Option): Option {
  return {
    ...option,
    full: true,
    score: option.score + NEXT,
    grounds: [...option.grounds, { rule: 'next', weight: NEXT }],
  };
}

function bestOf(figures: readonly Candidate[], barred: Barred | null): Whole {
  let beam: Whole[] = [{ score: 0, taken: [] }];
  for (const [at, figure] of figures.entries()) {
    const mayBe = (row: number | null) => barred === null || barred.at !== at || barred.row !== row;
    const wider = beam.flatMap((whole) => continuations(whole, figure, mayBe));
    beam = wider.sort((one, other) => other.score - one.score).slice(0, WIDTH);
  }
  return beam[0] ?? { score: Number.NEGATIVE_INFINITY, taken: [] };
}

/** The reading so far with all that its next figure may be. */
function continuations(
  { score, taken }: Whole,
  { options, none, follows }: Candidate,
  mayBe: (row: number | null) => boolean,
): Whole[] {
  const before = taken.at(-1)?.row;
  const found: Whole[] = mayBe(null) ? [{ score: score + none, taken: [...taken, null] }] : [];
  for (const one of options.slice(0, OPTIONS)) {
    if (!mayBe(one.row) || taken.some((other) => other?.row === one.row)) continue;
    const isNext = before !== undefined && one.row === before + 1;
    const option = isNext && follows ? following(one) : one;
    found.push({ score: score + option.score + (isNext ? ORDER : 0), taken: [...taken, option] });
  }
  return found;
}

/** A figure gives up its row for the best that is left, or to whom it helps most. */
function assignMany(figures: readonly Candidate[]): Assigned[] {
  const taken = takenByWorth(figures);
  const owner = new Map([...taken].map(([at, { row }]) => [row, at]));
  const worth = (at: number) => taken.get(at)?.score ?? figures[at]?.none ?? 0;
  /** How much a figure without its row would gain by each row. */
  const gains = new Map<number, number>();
  for (const [at, { options }] of figures.entries())
    for (const { row, score } of options)
      if (owner.get(row) !== at) gains.set(row, Math.max(gains.get(row) ?? 0, score - worth(at)));
  return figures.map(({ options, none }, at) => {
    const option = taken.get(at) ?? null;
    const others = options.filter(({ row }) => row !== option?.row && !owner.has(row)).map(({ score }) => score);
    const other = Math.max(option === null ? Number.NEGATIVE_INFINITY : none, ...others);
    return { option, margin: worth(at) - other - (option === null ? 0 : (gains.get(option.row) ?? 0)) };
  });
}

function takenByWorth(figures: readonly Candidate[]): Map<number, Option> {
  const all = figures.flatMap(({ options, none }, at) =>
    options.slice(0, OPTIONS).flatMap((option) => (option.score > none ? [{ at, option }] : [])),
  );
  const taken = new Map<number, Option>();
  const rows = new Set<number>();
  for (const { at, option } of all.sort((one, other) => other.option.score - one.option.score)) {
    if (taken.has(at) || rows.has(option.row)) continue;
    taken.set(at, option);
    rows.add(option.row);
  }
  return taken;
}
