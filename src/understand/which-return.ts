/** Which of a unit's tables the figures of a message are for: each is read for itself, and the readings are compared. */
import type { Evidence, Reading, ReadingContext } from '../domain/reading.ts';
import type { Expected } from '../domain/submission/expecting.ts';
import type { ReturnReading } from '../domain/submission/shape.ts';
import { read } from './reading/read.ts';

interface Read extends ReturnReading {
  readonly weight: number;
  /** The table is in the middle of being filled or asked about. */
  readonly inHand: boolean;
}

/**
 * The reports of a message: one where one table fits, with several readings where two fit alike and none where there is no table;
 * where parts of it belong to different tables, one for each of them.
 */
export function reportsFor(
  text: string,
  returns: readonly Expected[],
  talking: boolean,
): readonly (readonly ReturnReading[])[] {
  const all = readEach(text, returns);
  return apart(all)?.map((one) => [one]) ?? [oneOf(all, talking)];
}

function readEach(text: string, returns: readonly Expected[]): Read[] {
  return returns.flatMap(({ returnId, context }) => (context ? [readFor(text, returnId, context)] : []));
}

/** 普法活动3场，检查30户: each table takes its own, and does not ask about the other's. Null where two want the same words. */
function apart(all: readonly Read[]): readonly ReturnReading[] | null {
  const stating = all.filter(({ reading }) => statedIn(reading).length > 0);
  if (stating.length < 2) return null;
  const others = (one: Read) => stating.filter((other) => other !== one).flatMap(({ reading }) => statedIn(reading));
  const shared = stating.some((one) => statedIn(one.reading).some((evidence) => meets(evidence, others(one))));
  return shared ? null : stating.map((one) => ({ returnId: one.returnId, reading: without(one.reading, others(one)) }));
}

function statedIn({ values }: Reading): Evidence[] {
  return values.filter(({ manner }) => manner !== 'rest').map(({ evidence }) => evidence);
}

function meets({ start, end }: Evidence, spans: readonly Evidence[]): boolean {
  return spans.some((span) => start < span.end && span.start < end);
}

function without(reading: Reading, taken: readonly Evidence[]): Reading {
  const doubts = reading.doubts.filter(({ evidence }) => !meets(evidence, taken));
  const refusals = reading.refusals.filter(({ evidence }) => !meets(evidence, taken));
  const quiet = doubts.length + refusals.length === 0;
  const asked = reading.intent === 'clarify' || reading.intent === 'reject';
  return { ...reading, doubts, refusals, intent: quiet && asked ? 'fill' : reading.intent };
}

function oneOf(all: readonly Read[], talking: boolean): readonly ReturnReading[] {
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
