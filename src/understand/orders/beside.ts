/** Orders in clauses of their own beside a receipt, a delivery or figures: 收到，到岗，公益广告3条. */
import { type Span, stretchesOf } from '../stance/clause.ts';
import type { Lexicon } from './lexicon.ts';

export interface Beside<O> {
  readonly orders: readonly O[];
  /** The message without them; blanks keep the places of the others. */
  readonly rest: string;
}

interface Heard<O> {
  readonly order: O;
  readonly stretch: Span;
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
  const found: Heard<O>[] = [];
  for (const clause of spokenIn(text)) {
    const order = lexicon.readBeside(text, spoken(text, clause), year);
    if (order === null) continue;
    const last = found.at(-1);
    const both = last && joined(last, { order, stretch: clause });
    if (both) found[found.length - 1] = both;
    else found.push({ order, stretch: clause });
  }
  if (found.length === 0) return nothing;
  return {
    orders: found.map(({ order }) => order),
    rest: found.reduce((left, one) => blanked(left, one.stretch), text),
  };

  /** 请假，不能到岗; 签到 签到: one order in two clauses. Null where each has its own. */
  function joined(last: Heard<O>, next: Heard<O>): Heard<O> | null {
    if (last.order.name !== next.order.name) return null;
    const stretch = { start: last.stretch.start, end: next.stretch.end };
    const same = JSON.stringify(last.order) === JSON.stringify(next.order);
    const order = same ? next.order : lexicon.readBeside(text, stretch, year);
    return order && { order, stretch };
  }
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

const turn = /^(?:不过|但是?|可是|只是|就是|然后|另外|还有|而且|同时)(?=\S{2})/;

/** 不过晚上请假: how one goes over to it is no part of it. */
function spoken(text: string, { start, end }: Span): Span {
  return { start: start + (turn.exec(text.slice(start, end))?.[0].length ?? 0), end };
}

function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}
