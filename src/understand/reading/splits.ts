/** Which of the words between two figures of a clause are said of the first, and which of the second. */
import { NO_ROW } from './assignment.ts';
import type { Evidence } from './evidence.ts';
import { optionsOf } from './grounds.ts';
import { isContent, namesItself, namesRow, type Split, spotsIn } from './regions.ts';
import type { Scope } from './scope.ts';

/** For each figure whose words stand behind it. */
const BEHIND = 0.3;
/** For each that is left without words of its own then. */
const UNNAMED = 1.5;
/** What a figure is worth whose row nobody would ask about. */
const CLEAR = 4;
/** Longer clauses are read with the words in front. */
const MANY = 8;
/** Ways to part them that are tried. */
const TRIED = 512;

/** 查了九个小区十四处车棚换电池六组: words and figures of a clause may stand in either order. */
export function splitFor(evidence: Evidence, scope: Scope): Split {
  const scoreOf = (spot: Parameters<typeof optionsOf>[0]) =>
    optionsOf(spot, evidence, scope, () => true)[0]?.score ?? NO_ROW;

  function worth(clause: Parameters<Split>[0], split: readonly number[]): number {
    const spots = spotsIn(clause, () => split);
    const behind = split.filter((own) => own > 0).length;
    const named = spots.map(namesItself);
    const both = split.some((own, order) => own > 0 && spots[order]?.lead.some(namesRow));
    // 未立案3件: what is behind a word of none is not parted from a figure that it alone names
    const denied = spots.some(
      ({ figure }, order) => figure.number === null && (split[order] ?? 0) > 0 && !named[order + 1],
    );
    if (both || denied || !spots.every((spot) => namesItself(spot) || spot.stem !== null))
      return behind > 0 ? Number.NEGATIVE_INFINITY : 0;
    const unnamed = behind > 0 ? spots.filter((spot) => !namesItself(spot)).length : 0;
    return spots.reduce((sum, spot) => sum + Math.max(scoreOf(spot), NO_ROW), -BEHIND * behind - UNNAMED * unnamed);
  }

  return (clause) => {
    const figures = clause.flatMap((element, at) => (element.type === 'figure' ? [at] : []));
    const gaps = figures.slice(0, -1).map((at, order) => {
      const between = clause.slice(at + 1, figures[order + 1]);
      return [0, ...between.flatMap((element, place) => (isContent(element) ? [place + 1] : []))];
    });
    let split: readonly number[] = gaps.map(() => 0);
    // 公益广告3条抖音5条: what has its words in front takes none from behind
    if (spotsIn(clause, () => split).every(({ lead }, order) => order >= gaps.length || lead.some(namesRow)))
      return split;
    let best = worth(clause, split);
    if (figures.length > MANY || best >= figures.length * CLEAR) return split;
    for (const other of splitsOf(gaps)) {
      const score = worth(clause, other);
      if (score > best) [split, best] = [other, score];
    }
    return split;
  };
}

/** Each way to part the words of the gaps, as long as there are not too many. */
function splitsOf(gaps: readonly (readonly number[])[]): readonly number[][] {
  return gaps.reduce<number[][]>(
    (splits, owns) => splits.flatMap((split) => owns.map((own) => [...split, own])).slice(0, TRIED),
    [[]],
  );
}
