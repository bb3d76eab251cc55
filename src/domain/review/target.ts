/** Whom and what an organiser's words are about, and the reason that follows: `黄浦区局 第3项，数字偏大`. */
import type { Unit } from '../directory/model.ts';
import { aFew } from '../few.ts';
import { leftOutAt } from '../leaving-out.ts';
import type { RowNo } from '../model.ts';
import { exceptedAt, groupsIn, materialNames, returnIn, rowCalled, rowsIn, unitsIn } from '../naming.ts';
import type { Situation } from '../situation.ts';
import type { ReturnState } from '../submission/state.ts';
import { returnsIn } from './reviewed.ts';

interface Named {
  readonly everyone: boolean;
  /** Units were named by a group: 各区局. */
  readonly group: boolean;
  readonly units: readonly Unit[];
  /** Left out of them: 各区局，黄浦除外. */
  readonly except: readonly Unit[];
  readonly rows: readonly RowNo[];
  /** Names of materials and returns. */
  readonly parts: readonly string[];
  /** The table was said to be meant. */
  readonly table: boolean;
  /** Rows that no table has, as said. */
  readonly unknown: readonly string[];
  /** Words that leave somebody out of several, and it is not known whom. */
  readonly unclear: string | null;
}

export interface Target extends Named {
  /** What follows the names. */
  readonly reason: string;
}

const nobody: Named = {
  everyone: false,
  group: false,
  units: [],
  except: [],
  rows: [],
  parts: [],
  table: false,
  unknown: [],
  unclear: null,
};

/** Names are read from the front; what is none begins the reason. */
export function readTarget(situation: Situation, said: string): Target {
  const words = said.trim();
  const names = partNames(returnsIn(situation));
  let [named, settled, at, clause] = [nobody, nobody, 0, 0];
  while (at < words.length) {
    const token = tokenAt(situation, words.slice(at), names) ?? unclearAt(words.slice(at), named);
    if (token === null) break;
    named = merge(named, token.named);
    at += token.length;
    if (!token.ends) continue;
    [settled, clause] = [named, at];
  }
  if (at >= words.length || isNobody(settled)) return { ...butFor(named), reason: words.slice(at).trim() };
  return withHint(butFor(settled), named, words.slice(clause).trim());
}

function butFor(named: Named): Named {
  return named.except.length === 0
    ? named
    : { ...named, units: named.units.filter((unit) => !named.except.includes(unit)) };
}

/** 徐汇区局比这少, 第3项不对: names that begin the reason name nobody more, but may say what of it is meant. */
function withHint(settled: Named, named: Named, reason: string): Target {
  const open = settled.rows.length + settled.parts.length === 0;
  const { rows, parts, table, unknown } = named;
  if (!open || (parts.length > 0 && (table || rows.length > 0))) return { ...settled, reason };
  return { ...settled, rows, parts, unknown, reason };
}

interface Token {
  readonly named: Partial<Named>;
  readonly length: number;
  /** It ends a clause. */
  readonly ends?: boolean;
}

/** 各区局，除了奥黄浦: of one unit it is a reason, 除专版外都要核实. */
function unclearAt(text: string, { everyone, units }: Named): Token | null {
  const left = everyone || units.length > 1 ? leftOutAt(text) : null;
  return (
    left && { named: { unclear: text.slice(0, left.length).replace(/[，,\s]+$/, '') }, length: left.length, ends: true }
  );
}

const joins = /^(?:的|和|与|及|、|以及|《|》|还有|[这那][份张])+/;
const ends = /^[\s，,：:；;。]+/;
const tables = /^(?:统计表|报表|表格|表)/;
const all = /^(?:全部|所有|全都|全体|各单位)(?:单位)?/;
const numbered = /^第?\d+(?:\s*[、,，和]\s*第?\d+)*\s*[项行]/;

function tokenAt(situation: Situation, text: string, names: readonly string[]): Token | null {
  const out = exceptedAt(situation.directory, text);
  if (out) return { named: { except: out.units }, length: out.length, ends: true };
  const end = ends.exec(text)?.[0];
  if (end) return { named: {}, length: end.length, ends: true };
  const part = names.find((name) => text.startsWith(name));
  if (part) return { named: { parts: [part] }, length: part.length };
  const row = numbered.exec(text)?.[0];
  if (row) return { named: rowsNamed(situation, row), length: row.length };
  const unit = unitAt(situation, text);
  if (unit) return unit;
  const word = (pattern: RegExp, named: Partial<Named>): Token | null => {
    const found = pattern.exec(text)?.[0];
    return found ? { named, length: found.length } : null;
  };
  return (
    word(all, { everyone: true }) ??
    word(tables, { table: true }) ??
    word(joins, {}) ??
    rowAt(situation, text) ??
    titleAt(situation, text)
  );
}

const longestName = 30;

function unitAt({ directory }: Situation, text: string): Token | null {
  const isGroup = (words: string) => groupsIn(directory, words).found.length > 0;
  // What ends a clause ends a name: the finder would pass over it.
  const clause = text.search(/[\s，,：:；;。]|$/);
  for (let length = Math.min(longestName, clause); length >= 2; length--) {
    const { found, rest } = unitsIn(directory, text.slice(0, length));
    if (found.length > 0 && rest === '')
      return { named: { units: found, group: isGroup(text.slice(0, length)) }, length };
  }
  return null;
}

const title = /^[^\s，,：:；;。]{1,18}(?:表|名单|总结|材料|方案|报告)(?=$|[\s，,：:；;。])/;

/** A return by a part of its title, said as a clause of its own: 值班表 for 值班值守安排表. */
function titleAt(situation: Situation, text: string): Token | null {
  const said = title.exec(text)?.[0] ?? '';
  const returned = tables.test(said) ? undefined : returnIn(returnsIn(situation), said);
  return returned ? { named: { parts: [returned.definition.title] }, length: said.length } : null;
}

const endsRow = /^(?:的?数(?:据|字)?|[那这]?一?项)?(?=$|[\s，,：:；;。、和与及]|偏|不[对实符]|有误|太|虚|漏)/;

/** A row by its name or a part of it, said for itself or judged: 抖音，偏小; 抖音偏小. Of several returns it names the one that has it. */
function rowAt(situation: Situation, text: string): Token | null {
  const returns = returnsIn(situation);
  const clause = text.search(/[\s，,：:；;。]|$/);
  for (let length = Math.min(longestName, clause); length >= 2; length--) {
    const end = endsRow.exec(text.slice(length))?.[0];
    if (end === undefined) continue;
    const found = returns.flatMap(({ definition: { title, form } }) => {
      const row = form === null ? undefined : rowCalled(form, text.slice(0, length));
      return row ? [{ rows: [row.no], parts: returns.length > 1 ? [title] : [] }] : [];
    });
    if (found.length === 1 && found[0]) return { named: found[0], length: length + end.length };
  }
  return null;
}

/** `第3、5项` */
function rowsNamed(situation: Situation, said: string): Partial<Named> {
  const plain = said.replace(/第/g, '').replace(/[,，和]/g, '、');
  const found = returnsIn(situation)
    .flatMap(({ definition }) => (definition.form ? [rowsIn(definition.form, plain).found] : []))
    .find((rows) => rows.length > 0);
  return found ? { rows: found.map(({ no }) => no) } : { unknown: [said] };
}

/** Longest first. */
function partNames(returns: readonly ReturnState[]): string[] {
  const names = returns.flatMap(({ definition }) => [
    definition.title,
    ...(definition.form ? [definition.form.title] : []),
    ...definition.materials.flatMap(materialNames),
  ]);
  return [...new Set(names)].sort((a, b) => b.length - a.length);
}

function merge(one: Named, other: Partial<Named>): Named {
  return {
    everyone: one.everyone || other.everyone === true,
    group: one.group || other.group === true,
    units: [...new Set([...one.units, ...(other.units ?? [])])],
    except: [...one.except, ...(other.except ?? [])],
    rows: [...new Set([...one.rows, ...(other.rows ?? [])])],
    parts: [...one.parts, ...(other.parts ?? [])],
    table: one.table || other.table === true,
    unknown: [...one.unknown, ...(other.unknown ?? [])],
    unclear: one.unclear ?? other.unclear ?? null,
  };
}

/** Who is meant is not said one by one: it is shown before it is done. */
export function isWide({ everyone, group }: Target, units: number): boolean {
  return everyone || group || units > aFew;
}

function isNobody({ everyone, units }: Named): boolean {
  return !everyone && units.length === 0;
}
