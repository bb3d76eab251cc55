/** Which of a unit's tables the figures of a message are for: each is read for itself, and the readings are compared. */
import type { Evidence, Reading, ReadingContext } from '../domain/reading.ts';
import type { Expected } from '../domain/submission/expecting.ts';
import type { ReturnReading } from '../domain/submission/shape.ts';
import { read } from './reading/read.ts';
import { unreadIn } from './reading/unread.ts';

interface Read extends ReturnReading {
  readonly text: string;
  readonly weight: number;
  /** Rows that the words name. */
  readonly named: number;
  /** Figures said in so many words, and whether the table had been submitted before. */
  readonly stated: number;
  readonly submitted: boolean;
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
  quoted: string | null = null,
): readonly (readonly ReturnReading[])[] {
  const { words, candidates } = titled(text, returns);
  const all = candidates.flatMap((one) => (one.context ? [readFor({ words, quoted }, one, one.context)] : []));
  // What is talked about comes first among the returns; it may be one without a table.
  const talkedOf = talking && all[0]?.returnId === returns[0]?.returnId ? (all[0] ?? null) : null;
  return apart(all)?.map((one) => [one]) ?? [withUnread(words, oneOf(all, talkedOf))];
}

/**
 * 普法活动3场，检查30户: each table takes its own, and does not ask about the other's. Null where two want the same words. A table
 * of which no row is named takes no part: 其余为0 behind another's rows changes nothing in it.
 */
function apart(all: readonly Read[]): readonly ReturnReading[] | null {
  const stating = all.filter(namesRow);
  if (stating.length < 2) return null;
  const others = (one: Read) => stating.filter((other) => other !== one).flatMap(({ reading }) => statedIn(reading));
  const shared = stating.some((one) => statedIn(one.reading).some((evidence) => meets(evidence, others(one))));
  return shared ? null : stating.map((one) => ({ returnId: one.returnId, reading: without(one.reading, others(one)) }));
}

/** Of several tables another may count it. */
function withUnread(words: string, readings: readonly ReturnReading[]): readonly ReturnReading[] {
  const [only] = readings;
  const unread = only && readings.length === 1 ? unreadIn(words, only.reading) : [];
  return only && unread.length > 0 ? [{ ...only, reading: { ...only.reading, unread } }] : readings;
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

function oneOf(all: readonly Read[], talkedOf: Read | null): readonly ReturnReading[] {
  const [first] = all;
  if (!first || all.length === 1) return all.map(plain);
  const best = Math.max(...all.map(({ weight }) => weight));
  const fitting = mostNamed(all.filter(({ weight }) => weight === best));
  const [only] = fitting;
  if (best === 0) return [plain(first)];
  if (only && fitting.length === 1) return [plain(only)];
  // 其余为0, 撤回, 第3项改成5: said about what is talked about. A figure that names a row of two tables is asked about.
  const isTalkedOf = talkedOf !== null && !fitting.some(namesRow) && !startsAnother(talkedOf, fitting);
  const inHand =
    fitting.find((one) => one.inHand) ?? (isTalkedOf ? fitting.find((one) => one === talkedOf) : undefined);
  return inHand ? [plain(inHand)] : fitting.map(plain);
}

/** The table whose title stands in the words, which is no label of a row, if one does; else all of them. */
function titled(
  text: string,
  returns: readonly Expected[],
): { readonly words: string; readonly candidates: readonly Expected[] } {
  const tables = returns.filter(({ context }) => context !== null);
  const named = tables.filter(({ context }) => context && text.includes(context.form.title));
  const title = named[0]?.context?.form.title;
  if (tables.length < 2 || named.length !== 1 || title === undefined) return { words: text, candidates: returns };
  return { words: text.replace(new RegExp(`[《“]?${escaped(title)}[》”]?[:：，,\\s]*`), ''), candidates: named };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Figures by number fit any table; the rows named beside them belong to one. */
function mostNamed(fitting: readonly Read[]): readonly Read[] {
  const most = Math.max(...fitting.map(({ named }) => named));
  return fitting.filter(({ named }) => named === most);
}

/** So many figures are no correction of a table that is in: while another one is open they may be that one's. */
const manyFigures = 3;

function startsAnother(talkedOf: Read, fitting: readonly Read[]): boolean {
  return talkedOf.submitted && talkedOf.stated >= manyFigures && fitting.some(({ submitted }) => !submitted);
}

function readFor(
  { words, quoted }: { readonly words: string; readonly quoted: string | null },
  { returnId, submitted }: Expected,
  context: ReadingContext,
): Read {
  const reading = read(words, context, quoted);
  return {
    text: words,
    returnId,
    reading,
    weight: weightOf(reading),
    named: context.form.rows.filter(({ label }) => words.includes(label)).length,
    stated: statedIn(reading).length,
    submitted,
    inHand: context.expecting !== null || context.question !== null,
  };
}

/** A figure that is sure of its row says more than one that is in doubt. */
function weightOf(reading: Reading): number {
  const { values, doubts, refusals, intent, remarks, uncounted = [] } = reading;
  const stated = statedIn(reading).length;
  const rest = values.length > stated ? 1 : 0;
  const named = doubts.filter(({ rows }) => rows.length > 0).length;
  const commands = intent === 'undo' || intent === 'reset' || intent === 'dismiss' ? 1 : 0;
  return 3 * stated + rest + 2 * refusals.length + named + remarks.length + uncounted.length + commands;
}

/** What a figure is put with besides its row: a number of an item, a digit, and the words of saying and correcting one. */
const besideTheRow = /第?\s*[\d一二三四五六七八九十]+\s*[项行]|改[成为]|[再又加减多少了有报共是为的]|[\d.,，、\s:：]/g;

/** Some figure stands beside words for its row, not beside the number of the item only. */
function namesRow({ text, reading }: Read): boolean {
  return statedIn(reading).some(({ start, end }) => text.slice(start, end).replace(besideTheRow, '').length >= 3);
}

function plain({ returnId, reading }: Read): ReturnReading {
  return { returnId, reading };
}
