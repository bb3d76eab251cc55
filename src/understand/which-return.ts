/** Which of a unit's tables the figures of a message are for: each is read for itself, and the readings are compared. */
import type { Reading, ReadingContext } from '../domain/reading.ts';
import type { Expected } from '../domain/submission/expecting.ts';
import type { ReturnReading } from '../domain/submission/shape.ts';
import { read } from './reading/read.ts';

interface Read extends ReturnReading {
  readonly weight: number;
  /** The table is in the middle of being filled or asked about. */
  readonly inHand: boolean;
}

/** One reading where one table fits, several where two fit alike; none where there is no table. */
export function readForReturns(text: string, returns: readonly Expected[], talking: boolean): readonly ReturnReading[] {
  const all = returns.flatMap(({ returnId, context }) => (context ? [readFor(text, returnId, context)] : []));
  const [first] = all;
  if (!first || all.length === 1) return all.map(plain);
  const best = Math.max(...all.map(({ weight }) => weight));
  const fitting = all.filter(({ weight }) => weight === best);
  const [only] = fitting;
  if (best === 0) return [plain(first)];
  if (only && fitting.length === 1) return [plain(only)];
  // 其余为0, 撤回: said about what is talked about. A figure that names a row of two tables is asked about.
  const namesRows = fitting.some(({ reading }) => reading.values.some(({ manner }) => manner !== 'rest'));
  const talkedAbout = talking && !namesRows ? fitting.find((one) => one === first) : undefined;
  const inHand = fitting.find((one) => one.inHand) ?? talkedAbout;
  return inHand ? [plain(inHand)] : fitting.map(plain);
}

function readFor(text: string, returnId: string, context: ReadingContext): Read {
  const reading = read(text, context);
  return {
    returnId,
    reading,
    weight: weightOf(reading),
    inHand: context.expecting !== null || context.question !== null,
  };
}

/** A figure that is sure of its row says more than one that is in doubt. */
function weightOf({ values, doubts, refusals, intent, remarks }: Reading): number {
  const stated = values.filter(({ manner }) => manner !== 'rest').length;
  const rest = values.length > stated ? 1 : 0;
  const named = doubts.filter(({ rows }) => rows.length > 0).length;
  const commands = intent === 'undo' || intent === 'reset' || intent === 'dismiss' ? 1 : 0;
  return 3 * stated + rest + 2 * refusals.length + named + remarks.length + commands;
}

function plain({ returnId, reading }: Read): ReturnReading {
  return { returnId, reading };
}
