/** Orders in clauses of their own beside a receipt, a delivery or figures: 收到，到岗，公益广告3条. */
import { type Span, stretchesOf } from '../stance/clause.ts';
import type { Lexicon } from './lexicon.ts';

export interface Beside<O> {
  readonly orders: readonly O[];
  /** The message without them; blanks keep the places of the others. */
  readonly rest: string;
}

/** Longer messages are reports of many clauses, in which nobody checks in. */
const longest = 200;
/** Where no such mark stands there is one clause; most figures come alone, and are not taken apart to see it. */
const parts = /[\s,.，．。；;！!？?…]/;

export function takeBeside<O extends { readonly name: string }>(
  text: string,
  lexicon: Lexicon<O>,
  year: number,
): Beside<O> {
  const nothing = { orders: [], rest: text };
  if (text.length > longest || !parts.test(text)) return nothing;
  const found: { readonly order: O; readonly stretch: Span }[] = [];
  for (const clause of spokenIn(text)) {
    const order = lexicon.readBeside(text, clause, year);
    if (order === null) continue;
    const last = found.at(-1);
    // 请假，不能到岗: one order in two clauses.
    const joined = last?.order.name === order.name ? { start: last.stretch.start, end: clause.end } : null;
    const both = joined && lexicon.readBeside(text, joined, year);
    if (joined && both) found[found.length - 1] = { order: both, stretch: joined };
    else found.push({ order, stretch: clause });
  }
  if (found.length === 0) return nothing;
  return {
    orders: found.map(({ order }) => order),
    rest: found.reduce((left, one) => blanked(left, one.stretch), text),
  };
}

/** Clauses, also such as only a space parts; none where there is one alone. */
function spokenIn(text: string): readonly Span[] {
  const stretches = stretchesOf(text).flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\S+/g)].map(({ index, 0: words }) => ({
      start: start + index,
      end: start + index + words.length,
    })),
  );
  return stretches.length > 1 ? stretches : [];
}

function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}
