/** Units, people, rows, returns, shifts and materials as people call them: the one finder for all of them. */
import { closedUp } from './as-seen.ts';
import type { Material, ShiftDefinition } from './campaign/definition.ts';
import type { Person, Unit } from './directory/model.ts';
import type { NameIndex } from './directory/names.ts';
import type { DirectoryView } from './directory/view.ts';
import type { Form, FormRow } from './form.ts';
import { leftOutAt, leftOutOf } from './leaving-out.ts';
import type { MaterialRef, ReturnState } from './submission/state.ts';

/** What was found in the words, in their order, and the words without it. */
export interface Found<T> {
  readonly found: readonly T[];
  readonly rest: string;
}

/** Units that words mean, those left out by them not among them. */
export interface UnitsFound extends Found<Unit> {
  /** Left out in so many words: 除黄浦外. */
  readonly except: readonly Unit[];
  /** Everyone else is meant: 除黄浦外都. Nobody is found then. */
  readonly others: boolean;
  /** Somebody is left out, and it is not known who: nobody is found, and nothing may be done by these words. */
  readonly unclear: boolean;
}

/** Units named anywhere in the words, by name, short name, alias or a group's name; each once. */
export function unitsIn(directory: DirectoryView, words: string): UnitsFound {
  const left = leftOutOf(words);
  if (left === null) return { ...unitsCalled(directory, words), except: [], others: false, unclear: false };
  const named = left.names.map((name) => oneKind(directory, name));
  if (named.includes(null)) return { found: [], rest: words, except: [], others: false, unclear: true };
  return butFor(
    directory,
    left.words,
    named.flatMap((units) => units ?? []),
  );
}

/** Words about the names and about the rest: 其他区局, 的各单位. */
const aroundNames = /其[他它余]|剩下|所有|全部|各|这|那|[几两三]家|单位|大家|[的都也等、，,\s]/g;
/** What calls the others, at the beginning of what is left. */
const restWords = /^(?:其[他它余]|剩下|所有|全部|各|的|都|也|单位|大家|[、，,\s])+/;

/** The units that words name and nothing else, a group or single ones; null for 各区局黄浦, which may be either. */
function oneKind(directory: DirectoryView, words: string): readonly Unit[] | null {
  const { found, rest } = unitsCalled(directory, words);
  const { found: groups, rest: single } = groupsIn(directory, words);
  const mixed = groups.length > 0 && single.replace(aroundNames, '') !== '';
  return found.length > 0 && rest.replace(aroundNames, '') === '' && !mixed ? found : null;
}

function butFor(directory: DirectoryView, words: string, except: readonly Unit[]): UnitsFound {
  const called = unitsCalled(directory, words);
  const base = called.found.length > 0 ? called : groupOfOthers(directory, called.rest.replace(restWords, ''));
  const rest = base.rest.replace(restWords, '');
  const found = base.found.filter((unit) => !except.includes(unit));
  return { found, rest, except, others: base.found.length === 0, unclear: false };
}

/** Units that the words begin by leaving out, and how much of them does; null where they do not, or leave out something else. */
export function exceptedAt(directory: DirectoryView, words: string): { units: readonly Unit[]; length: number } | null {
  const left = leftOutAt(words);
  const units = left && oneKind(directory, left.name);
  return left && units && { units, length: left.length };
}

const longestGroup = 12;

/** 其他区局 is what 各区局 is without those left out. */
function groupOfOthers(directory: DirectoryView, words: string): Found<Unit> {
  for (let length = Math.min(longestGroup, words.length); length >= 2; length--) {
    const found = directory.unitsOfGroup(`各${words.slice(0, length)}`);
    if (found.length > 0) return { found, rest: words.slice(length) };
  }
  return { found: [], rest: words };
}

function unitsCalled(directory: DirectoryView, words: string): Found<Unit> {
  return collected(words, directory.unitNames, (name) => {
    const named = directory.unitsNamed(name);
    return named.length > 0 ? named : directory.unitsOfGroup(name);
  });
}

/** Words that call a whole group of units. */
export function groupsIn(directory: DirectoryView, words: string): Found<string> {
  return collected(words, directory.unitNames, (name) =>
    directory.unitsNamed(name).length === 0 && directory.unitsOfGroup(name).length > 0 ? [name] : [],
  );
}

/** People named anywhere in the words; of one unit, where it is given. Several of one name are all found. */
export function peopleIn(directory: DirectoryView, words: string, unit?: string): Found<Person> {
  return collected(words, directory.personNames, (name) =>
    directory.peopleNamed(name).filter((person) => unit === undefined || person.unit === unit),
  );
}

/** Where a text names units. */
export interface UnitMention {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly units: readonly Unit[];
}

/** The longest names, in the order of the text: 黄浦区局 is no mention of 黄浦. */
export function unitMentions(directory: DirectoryView, words: string): readonly UnitMention[] {
  return places(words, directory.unitNames).flatMap((place) => {
    const units = directory.unitsNamed(place.name);
    return units.length > 0 ? [{ units, ...place }] : [];
  });
}

/** What joined the names (和、与) to each other and to the rest goes with them. */
function withoutJoiners(rest: string): string {
  return rest.replace(/^[\s、，,和与及：:]+|[\s、，,和与及：:]+$/g, '');
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Left to right, the longest name at each place, none inside another; names are looked for as they are seen, spaced out or not. */
function places(words: string, index: NameIndex): Place[] {
  const { text, starts, ends } = closedUp(words);
  const found: Place[] = [];
  for (let at = 0; at < text.length; at++) {
    const name = index.at(text, at);
    if (name === null) continue;
    const last = at + name.length - 1;
    found.push({ start: starts[at] ?? 0, end: ends[last] ?? words.length, name });
    at = last;
  }
  return found;
}

function collected<T>(words: string, index: NameIndex, named: (name: string) => readonly T[]): Found<T> {
  const found = new Set<T>();
  let rest = '';
  let at = 0;
  for (const { start, end, name } of places(words, index)) {
    const ones = named(name);
    if (ones.length === 0) continue;
    for (const one of ones) found.add(one);
    rest += words.slice(at, start);
    at = end;
  }
  rest += words.slice(at);
  return { found: [...found], rest: withoutJoiners(rest) };
}

/** The return that words name: by its title, its table's, or the longest part of either that no other return has. */
export function returnIn(returns: Iterable<ReturnState>, words: string): ReturnState | undefined {
  const all = [...returns];
  const text = words.replace(/[\s《》“”"]/g, '');
  if (text === '') return undefined;
  const titles = (returned: ReturnState) =>
    [returned.definition.title, returned.definition.form?.title ?? ''].map((title) =>
      title.replace(/[\s《》“”"]/g, ''),
    );
  const whole = all.filter((returned) => titles(returned).some((title) => title !== '' && text.includes(title)));
  if (whole.length === 1) return whole[0];
  return bestBy(whole.length > 1 ? whole : all, (returned) =>
    Math.max(...titles(returned).map((title) => longestShared(title, text))),
  );
}

/** The row that words mean: by number (第2项), by label or alias, else the only one that shares at least two characters in a row. */
export function rowIn(form: Form, words: string): FormRow | undefined {
  const text = words.replace(/[\s的]/g, '');
  const numbered = /^第?(\d+)[项行]?$/.exec(text);
  if (numbered) return form.rows.find((row) => row.no === Number(numbered[1]));
  const named = form.rows.filter((row) =>
    [row.label, ...row.aliases].some((name) => name.includes(text) || text.includes(name)),
  );
  if (named.length === 1) return named[0];
  return bestBy(named.length > 0 ? named : form.rows, (row) => longestShared(row.label, text));
}

/** The row that is called so: by its label, an alias, or a part of one that no other row has (抖音 of 抖音小视频参与数). */
export function rowCalled({ rows }: Form, words: string): FormRow | undefined {
  const called = (fits: (name: string) => boolean) => rows.filter((row) => [row.label, ...row.aliases].some(fits));
  const exact = called((name) => name === words);
  const found = exact.length > 0 ? exact : called((name) => name.includes(words));
  return found.length === 1 ? found[0] : undefined;
}

/** Every row that words name by number: `第3项、第5项`, `3、5项`. */
export function rowsIn(form: Form, words: string): Found<FormRow> {
  const found: FormRow[] = [];
  const rest = words.replace(/第?\s*(\d+(?:[\s、,，和]+\d+)*[\s、,，和]*)[项行]/g, (match, numbers: string) => {
    const rows = (numbers.match(/\d+/g) ?? []).flatMap((no) => form.rows.find((row) => row.no === Number(no)) ?? []);
    found.push(...rows);
    return rows.length > 0 ? '' : match;
  });
  return { found, rest: withoutJoiners(rest) };
}

export function shiftsIn(shifts: readonly ShiftDefinition[], words: string): ShiftDefinition[] {
  const text = words.trim();
  return text.length < 2 ? [] : shifts.filter(({ title }) => title.includes(text) || text.includes(title));
}

/** Materials that words name, over all returns. */
export function materialsIn(
  returns: Iterable<ReturnState>,
  words: string,
): (MaterialRef & { readonly title: string })[] {
  return [...returns].flatMap(({ definition }) =>
    definition.materials
      .filter((material) => materialNames(material).some((name) => words.includes(name)))
      .map(({ id, title }) => ({ returnId: definition.id, material: id, title })),
  );
}

export function materialNames({ title, aliases }: Material): readonly string[] {
  return [title, ...aliases];
}

const digits = '一二三四五六七八九';
const numbered = /^(?:就?是|选|要|报)?第?([1-9一二三四五六七八九])[号个项张份]?(?:的|吧|啊)?$/;
/** What may stand around the name of an option: 这是…, 是…的, 就…吧. */
const around = '[这那它我们的是就个份张应该为指选要报吧啊呀哈呢项，,\\s]';
const ends = new RegExp(`^${around}+|${around}+$`, 'g');
/** What makes something else of a name: 不是总结, 总结和图片, 总结3份. */
const otherwise = /[不没未非别无吗么？?哪谁已\d]/;

/** The option that an answer names, counted from 0: `2`, `第二个`, the label or a part of it, in a short sentence too; null if it names none. */
export function optionIn(labels: readonly string[], said: string): number | null {
  const words = said.trim().replace(/[。.!！\s《》“”]+/g, '');
  const number = numbered.exec(words)?.[1];
  if (number !== undefined) {
    const option = /\d/.test(number) ? Number(number) - 1 : digits.indexOf(number);
    return option < labels.length ? option : null;
  }
  const whole = labels.indexOf(words);
  if (whole >= 0) return whole;
  if (otherwise.test(words)) return null;
  const bare = words.replace(ends, '');
  const fits = (label: string) =>
    [words, bare].some((name) => name.length >= 2 && label.includes(name)) ||
    (words.includes(label) && words.replace(label, '').replace(ends, '') === '');
  const fitting = labels.flatMap((label, at) => (fits(label) ? [at] : []));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** The only one that scores best, if it scores at all (two characters in a row say something, one says nothing). */
function bestBy<T>(items: readonly T[], score: (item: T) => number): T | undefined {
  const scored = items.map((item) => ({ item, score: score(item) }));
  const best = Math.max(0, ...scored.map((one) => one.score));
  const winners = scored.filter((one) => one.score === best);
  return best >= 2 && winners.length === 1 ? winners[0]?.item : undefined;
}

/** Length of the longest run of characters that both texts contain. */
function longestShared(a: string, b: string): number {
  let longest = 0;
  for (let start = 0; start < b.length; start++)
    while (start + longest < b.length && a.includes(b.slice(start, start + longest + 1))) longest += 1;
  return longest;
}
