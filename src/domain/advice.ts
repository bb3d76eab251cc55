/** How words that were no order might be said as one: the help's own lines, with the units that the words name. */
import { may } from './access.ts';
import { exampleNames } from './core-orders.ts';
import { groupsIn, unitMentions } from './naming.ts';
import { filled } from './replies/roles.ts';
import type { OrderSpec } from './room.ts';
import { allOrders } from './rooms.ts';
import type { Situation, Speaker } from './situation.ts';

type Helped = Pick<OrderSpec<unknown>, 'help' | 'helpAlso'>;

/** How the order is given plainly; never for more units than were named. Null where that cannot be said. */
export function plainlySaid(at: Situation, speaker: Speaker, spec: Helped): string | null {
  const unit = namedIn(at, speaker.words);
  const lines = linesOf(spec);
  const line = unit === null ? lines[0] : lines.find((one) => one.includes('{unit}'));
  return line === undefined ? null : withNames(at, speaker, line, unit);
}

/** The order whose help shares most with the words; null where nothing is shared. */
export function likeOrder(at: Situation, speaker: Speaker): string | null {
  const { person, words } = speaker;
  const unit = namedIn(at, words);
  const said = pairsOf(words);
  const [best] = allOrders()
    .filter(([, spec]) => doesSomething(spec) && may(person, spec.right))
    .flatMap(([, spec]) => linesOf(spec))
    .filter((line) => unit === null || line.includes('{unit}'))
    .map((line) => ({ line, shared: shared(said, line) }))
    .sort((a, b) => b.shared - a.shared);
  return best && best.shared > 0 ? withNames(at, speaker, best.line, unit) : null;
}

function doesSomething({ kind, frames }: Pick<OrderSpec<unknown>, 'kind' | 'frames'>): boolean {
  return kind === 'act' || frames.some(({ passesOn }) => passesOn !== undefined);
}

function linesOf({ help, helpAlso = [] }: Helped): string[] {
  return help === null ? [] : [help, ...helpAlso];
}

function withNames(at: Situation, speaker: Speaker, line: string, unit: string | null): string {
  const names = exampleNames(at, speaker);
  return filled(line, unit === null ? names : { ...names, unit });
}

/** `徐汇区局、长宁区局`, `各区局`: what the words name, as they name a group; null where they name nobody. */
function namedIn({ directory }: Situation, words: string): string | null {
  const groups = groupsIn(directory, words).found;
  const units = unitMentions(directory, words).flatMap((mention) => mention.units.map(({ shortName }) => shortName));
  const names = [...new Set([...groups, ...units])];
  return names.length > 0 ? names.join('、') : null;
}

/** Pairs of characters, any figure for one: 3月 of 3月24日 is that of 12月. */
function pairsOf(words: string): ReadonlySet<string> {
  const even = words.replace(/\{\w+\}|第?\d+[项行]/g, ' ').replace(/\d+/g, '#');
  return new Set([...even].map((_, at) => even.slice(at, at + 2)).filter((pair) => /^[#\u4e00-\u9fff]{2}$/.test(pair)));
}

function shared(said: ReadonlySet<string>, line: string): number {
  return [...pairsOf(line)].filter((pair) => said.has(pair)).length;
}
