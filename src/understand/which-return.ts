/** Which of a unit's tables the figures of a message are for: each is read for itself, and the readings are compared. */

import type { Form } from '../domain/form.ts';
import { literal } from '../domain/literal.ts';
import type { Evidence, Reading, ReadingContext } from '../domain/reading.ts';
import type { Expected } from '../domain/submission/expecting.ts';
import type { ReturnReading } from '../domain/submission/shape.ts';
import { read } from './reading/read.ts';
import { unreadIn } from './reading/unread.ts';
import { titled } from './titled.ts';

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
  const tables = candidates.flatMap((one) => (one.context ? [{ ...one, context: one.context }] : []));
  const owned = tables.length > 1 ? ownedPieces(words, tables) : [];
  const all = tables.map((one) => readFor({ words: withoutOthers(words, owned, one), quoted }, one));
  // What is talked about comes first among the returns; it may be one without a table.
  const talkedOf = talking && all[0]?.returnId === returns[0]?.returnId ? (all[0] ?? null) : null;
  const each = apart(all, owned) ?? forEveryTable(words, all);
  return each?.map((one) => [one]) ?? [withUnread(words, oneOf(all, talkedOf))];
}

interface Table extends Expected {
  readonly context: ReadingContext;
}

/** A stretch of the words whose figure only one table has a row for. */
interface Owned {
  readonly start: number;
  readonly piece: string;
  readonly by: Table;
}

const mark = /([，,。；;、！!？?\n]|(?<=\d)\s+)/;

type Cut = (words: string, tables: readonly Table[]) => readonly string[];

const atMarks: Cut = (words) => words.split(mark);

/** Behind a figure with its measure, where no mark parts it from the next: 宣传资料2000份整改12处. */
const behindMeasures: Cut = (words, tables) =>
  tables.reduce<readonly string[]>(
    (pieces, { context: { form } }) => pieces.flatMap((piece) => piece.split(behindMeasureOf(form))),
    [words],
  );

const behindMeasure = new WeakMap<Form, RegExp>();

/** Made once for each form: every message of a unit with several tables is cut by it. */
function behindMeasureOf(form: Form): RegExp {
  const known = behindMeasure.get(form);
  if (known) return known;
  const measures = [...new Set(form.rows.map(({ measure }) => measure))].filter(Boolean);
  const made = new RegExp(`(?<=\\d\\s*(?:${measures.map(literal).join('|') || '(?!)'}))`);
  behindMeasure.set(form, made);
  return made;
}

/** Pieces are read each for itself: beside 宣传资料2000份 the 改 of 整改12处 would correct the 2000. */
function ownedPieces(
  words: string,
  tables: readonly Table[],
  [cut, ...finer]: readonly Cut[] = [atMarks, behindMeasures],
  from = 0,
): Owned[] {
  if (!cut) return [];
  let start = from;
  return cut(words, tables).flatMap((piece) => {
    const at = start;
    start += piece.length;
    if (beyondTheRow(piece).length < namedAtLeast) return [];
    const by = ownerOf(piece, tables);
    return by ? [{ start: at, piece, by }] : ownedPieces(piece, tables, finer, at);
  });
}

function ownerOf(piece: string, tables: readonly Table[]): Table | null {
  const sure = tables.map((one) => sureness(piece, one));
  const best = Math.max(...sure);
  const [owner, ...others] = tables.filter((_, index) => sure[index] === best);
  return best > 0 && owner && others.length === 0 ? owner : null;
}

function sureness(piece: string, { context }: Table): number {
  const reading = read(piece, { ...context, expecting: null, question: null }, null);
  if (namesRow({ text: piece, reading })) return 2;
  // 隐患整改6处 is of one of two rows here, and of none in the other table
  return reading.doubts.some(({ kind, rows }) => rows.length > (kind === 'row' ? 1 : 0)) ? 1 : 0;
}

/** Blanks keep the places of the others. */
function withoutOthers(words: string, owned: readonly Owned[], own: Table): string {
  return owned.reduce(
    (left, { start, piece, by }) =>
      by === own ? left : left.slice(0, start) + ' '.repeat(piece.length) + left.slice(start + piece.length),
    words,
  );
}

/**
 * 普法活动3场，检查30户: each table takes its own, and does not ask about the other's. Null where two want the same words. A table
 * of which no row is named takes no part: 其余为0 behind another's rows changes nothing in it.
 */
function apart(all: readonly Read[], owned: readonly Owned[]): readonly ReturnReading[] | null {
  const stating = all.filter((one) => namesRow(one) || owned.some(({ by }) => by.returnId === one.returnId));
  if (stating.length < 2) return null;
  const others = (one: Read) => stating.filter((other) => other !== one).flatMap(({ reading }) => statedIn(reading));
  const shared = stating.some((one) => statedIn(one.reading).some((evidence) => meets(evidence, others(one))));
  return shared ? null : stating.map((one) => ({ returnId: one.returnId, reading: without(one.reading, others(one)) }));
}

const everyTable = /(?:(?<two>[两二2]|俩)|(?<three>[三3])|几|所有的?|全部的?|[各每]一?)[张个份]?(?:统计|报)?表/;

/** 两张表其余都为0: what names a row is one table's all the same. */
function forEveryTable(words: string, all: readonly Read[]): readonly ReturnReading[] | null {
  const { two, three } = everyTable.exec(words)?.groups ?? {};
  const number = two ? 2 : three ? 3 : all.length;
  if (!everyTable.test(words) || number !== all.length || all.length < 2 || all.some(namesRow)) return null;
  const said = all.filter(({ weight }) => weight > 0);
  return said.length > 0 ? said.map(plain) : null;
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
  const inTalk = ofTableInTalk(all, talkedOf);
  if (inTalk) return [plain(inTalk)];
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

/** What names no row, of the table in hand: 第1项改成2, also where it is in doubt there and another would take it at once; 其余为0. */
function ofTableInTalk(all: readonly Read[], talkedOf: Read | null): Read | null {
  const talked = all.find((one) => one.inHand) ?? (talkedOf && !startsAnother(talkedOf, all) ? talkedOf : null);
  if (talked && byNumberAlone(all) && fitsRows(talked)) return talked;
  if (!talkedOf || talkedOf.submitted) return null;
  return all.every(saysOnlyRest) || all.every(correctsUnnamed) ? talkedOf : null;
}

/** 其余为0: said of the table that is talked about, also where all of its rows are in doubt. */
function saysOnlyRest({ text, stated, reading: { doubts, refusals, intent } }: Read): boolean {
  return stated + doubts.length + refusals.length === 0 && intent !== 'undo' && restOnly.test(text);
}

/** 不是14是7: of the table that is being filled, whichever other would take it. */
function correctsUnnamed(one: Read): boolean {
  return one.named === 0 && !namesRow(one) && corrects.test(one.text);
}

const corrects = /不是[^，,。]{1,12}是|改[成为]|[写填报说]错|应该?是|其实是|更正/;
const restOnly = /^[\s，,。]*(?:其[他它余]|剩下|余下|别的)[^\d]{0,8}(?:0|零|〇|没有?|无)[^\d]{0,8}$/;

function byNumberAlone(all: readonly Read[]): boolean {
  return (
    all.every((one) => one.named === 0 && !namesRow(one)) &&
    /第?\s*[\d一二三四五六七八九十]+\s*[项行]/.test(all[0]?.text ?? '')
  );
}

/** Every figure has a row there, sure or asked about. */
function fitsRows({ weight, reading: { doubts, refusals } }: Read): boolean {
  return (
    weight > 0 && refusals.length === 0 && doubts.every(({ kind, rows }) => kind !== 'reference' && rows.length > 0)
  );
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
  { returnId, submitted, context }: Table,
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
  const { values, doubts, refusals, intent, remarks, uncounted = [], aside = [] } = reading;
  const stated = statedIn(reading).length;
  const rest = values.length > stated ? 1 : 0;
  const named = doubts.filter(({ rows }) => rows.length > 0).length;
  const commands = intent === 'undo' || intent === 'reset' || intent === 'dismiss' ? 1 : 0;
  return (
    3 * stated + rest + 2 * refusals.length + named + remarks.length + uncounted.length + 2 * aside.length + commands
  );
}

/** What a figure is put with besides its row: a number of an item, a digit, and the words of saying and correcting one. */
const besideTheRow = /第?\s*[\d一二三四五六七八九十]+\s*[项行]|改[成为]|[再又加减多少了有报共是为的]|[\d.,，、\s:：]/g;

const namedAtLeast = 3;

function beyondTheRow(words: string): string {
  return words.replace(besideTheRow, '');
}

/** Some figure stands beside words for its row, not beside the number of the item only. */
function namesRow({ text, reading }: Pick<Read, 'text' | 'reading'>): boolean {
  return statedIn(reading).some(({ start, end }) => beyondTheRow(text.slice(start, end)).length >= namedAtLeast);
}

function plain({ returnId, reading }: Read): ReturnReading {
  return { returnId, reading };
}
