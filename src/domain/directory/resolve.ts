/** From a directory file as written to the directory: references checked, shorthands spelt out. */
import { circles } from '../circles.ts';
import { type FilePath, type FileProblem, problem } from '../file-problem.ts';
import { didYouMean } from '../spelling.ts';
import type { DirectoryDefinition, Unit } from './model.ts';
import type { DirectoryFile } from './schema.ts';

interface Named {
  readonly key: string;
  readonly path: FilePath;
  /** Who has the key, and where: what the writer looks for. */
  readonly what: string;
}

/** Problems are empty if and only if the directory can be used. */
export function resolveDirectory(file: DirectoryFile): {
  readonly directory: DirectoryDefinition;
  readonly problems: readonly FileProblem[];
} {
  const directory = { units: unitsOf(file), people: peopleOf(file), chats: chatsOf(file) };
  const problems = [
    ...repeatedIds(file),
    ...repeatedNames(file),
    ...joinedNames(file),
    ...repeatedAccounts(file, directory),
    ...unknownReferences(file),
    ...circularSuperiors(file),
  ];
  return { directory, problems };
}

function unitsOf(file: DirectoryFile): Unit[] {
  return file.units.map((unit) => {
    const groups = file.groups.filter((group) => group.units.includes(unit.id));
    return { ...unit, groups: groups.flatMap((group) => [group.name, ...group.aliases]) };
  });
}

function peopleOf(file: DirectoryFile): DirectoryDefinition['people'] {
  return file.people.map((person) => ({ ...person, accounts: { console: person.id, ...person.accounts } }));
}

function chatsOf(file: DirectoryFile): DirectoryDefinition['chats'] {
  const everyone = file.people.map((person) => person.id);
  return file.chats.map((chat) => ({ ...chat, members: chat.members === 'all' ? everyone : chat.members }));
}

interface List {
  readonly list: 'units' | 'people' | 'chats';
  readonly ids: readonly string[];
}

/**
 * An id used twice is most often a line copied and not changed: what its line repeats besides is not said again, and the id that
 * nobody has although it is referred to is what one of the two was to be.
 */
function repeatedIds(file: DirectoryFile): FileProblem[] {
  return listsOf(file).flatMap(({ list, ids }) => {
    const wanted = wantedInstead(file, { list, ids });
    const hint = wanted === null ? '' : `；别处写着“${wanted}”，却没有这个编号，是不是它？`;
    return [...copies(ids)].map((index) => {
      const first = ids.indexOf(ids[index] ?? '');
      const text = `编号“${ids[index]}”用了两次（第${first + 1}项“${file[list][first]?.name}”也是），请换一个${hint}`;
      return problem([list, index, 'id'], text);
    });
  });
}

/** Where one id is used twice: the id that others refer to most and nobody has. */
function wantedInstead(file: DirectoryFile, { list, ids }: List): string | null {
  if (copies(ids).size !== 1) return null;
  const counts = new Map<string, number>();
  for (const { key } of referencesTo(file, list)) if (!ids.includes(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

function listsOf(file: DirectoryFile): List[] {
  return (['units', 'people', 'chats'] as const).map((list) => ({ list, ids: file[list].map(({ id }) => id) }));
}

/** Positions of ids that an earlier item has. */
function copies(ids: readonly string[]): Set<number> {
  const seen = new Set<string>();
  return new Set(
    ids.flatMap((id, index) => {
      if (seen.has(id)) return [index];
      seen.add(id);
      return [];
    }),
  );
}

/** A name that two units answer to binds people to the wrong one. Of two that collide all names are said at once. */
function repeatedNames(file: DirectoryFile): FileProblem[] {
  const copied = copies(file.units.map(({ id }) => id));
  const ofUnits = file.units.flatMap((unit, index): Named[] =>
    copied.has(index)
      ? []
      : [...new Set([unit.name, unit.shortName, ...unit.aliases])].map((key) => ({
          ...{ key, path: ['units', index] },
          what: `单位“${unit.name}”（units 第${index + 1}项）`,
        })),
  );
  const ofGroups = file.groups.flatMap((group, index): Named[] =>
    [...new Set([group.name, ...group.aliases])].map((key) => ({
      ...{ key, path: ['groups', index] },
      what: `分组“${group.name}”（groups 第${index + 1}项）`,
    })),
  );
  const pairs = new Map<string, Clash[]>();
  for (const clash of clashes([...ofUnits, ...ofGroups])) {
    const key = `${clash.first.what} ${clash.second.what}`;
    pairs.set(key, [...(pairs.get(key) ?? []), clash]);
  }
  return [...pairs.values()].flatMap((pair) => {
    const names = pair.map(({ second }) => `“${second.key}”`).join('、');
    return pair
      .slice(0, 1)
      .map(({ first, second }) => problem(second.path, `${names}也是${first.what}的名称，两处只能留一处`));
  });
}

/** 顿号 may be part of an office's name; a full-width comma between two is a slip. */
function joinedNames(file: DirectoryFile): FileProblem[] {
  return (['units', 'groups'] as const).flatMap((list) =>
    file[list].flatMap(({ aliases }, index) =>
      aliases.flatMap((alias, at) =>
        /[，；]/.test(alias)
          ? [
              problem(
                [list, index, 'aliases', at],
                `“${alias}”是几个名称连在了一起，中间请用半角逗号“,”隔开：${alias.split(/[，；]/).join(', ')}`,
              ),
            ]
          : [],
      ),
    ),
  );
}

function repeatedAccounts(file: DirectoryFile, directory: DirectoryDefinition): FileProblem[] {
  const copied = {
    people: copies(file.people.map(({ id }) => id)),
    chats: copies(file.chats.map(({ id }) => id)),
  };
  const ofPeople = directory.people.flatMap((person, index): Named[] =>
    copied.people.has(index)
      ? []
      : Object.entries(person.accounts).map(([platform, account]) => ({
          ...{ key: `${platform} ${account}`, path: ['people', index, 'accounts'] },
          what: `${person.name}（people 第${index + 1}项）`,
        })),
  );
  const ofChats = directory.chats.flatMap((chat, index): Named[] =>
    copied.chats.has(index)
      ? []
      : [
          {
            ...{ key: `${chat.platform} ${chat.account}`, path: ['chats', index, 'account'] },
            what: `“${chat.name}”（chats 第${index + 1}项）`,
          },
        ],
  );
  return [
    ...clashes(ofPeople).map(({ first, second }) =>
      problem(second.path, `账号“${second.key}”已经是${first.what}的，请改掉一处`),
    ),
    ...clashes(ofChats).map(({ first, second }) =>
      problem(second.path, `群“${second.key}”已经登记为${first.what}，请改掉一处`),
    ),
  ];
}

interface Clash {
  readonly first: Named;
  readonly second: Named;
}

/** Every item whose key an earlier one has, with that one. */
function clashes(items: readonly Named[]): Clash[] {
  const firsts = new Map<string, Named>();
  return items.flatMap((second) => {
    const first = firsts.get(second.key);
    if (first === undefined) firsts.set(second.key, second);
    return first === undefined ? [] : [{ first, second }];
  });
}

/** A place where something of a list is named by its id. */
interface Reference {
  readonly key: string;
  readonly path: FilePath;
}

/** Every place where the file names something of a list by its id. */
function referencesTo(file: DirectoryFile, list: List['list']): Reference[] {
  if (list === 'chats') return [];
  if (list === 'people')
    return file.chats.flatMap(({ members }, index) =>
      members === 'all' ? [] : members.map((key, at) => ({ key, path: ['chats', index, 'members', at] })),
    );
  return [
    ...file.units.flatMap(({ parent }, index) => one(parent, ['units', index, 'parent'])),
    ...file.groups.flatMap(({ units }, index) =>
      units.map((key, at) => ({ key, path: ['groups', index, 'units', at] })),
    ),
    ...file.people.flatMap(({ unit }, index) => one(unit, ['people', index, 'unit'])),
  ];
}

function one(key: string | null, path: FilePath): Reference[] {
  return key === null ? [] : [{ key, path }];
}

function unknownReferences(file: DirectoryFile): FileProblem[] {
  return listsOf(file).flatMap(({ list, ids }) => {
    const known = new Set(ids);
    const saidAtCopy = wantedInstead(file, { list, ids });
    const unknown = referencesTo(file, list).filter(({ key }) => !known.has(key) && key !== saidAtCopy);
    const kind = list === 'units' ? '单位' : '人员';
    const named = idsByName(file, list);
    return unknown.map(({ key, path }) => {
      const id = named.get(key);
      const text = `没有编号为“${key}”的${kind}${id === undefined ? didYouMean(key, known) : `，这里要写它的编号 ${id}`}`;
      return { ...problem(path, text), missingIn: list };
    });
  });
}

/** A name written where the id belongs. */
function idsByName(file: DirectoryFile, list: List['list']): ReadonlyMap<string, string> {
  if (list !== 'units') return new Map(file[list].map(({ id, name }) => [name, id]));
  return new Map(
    file.units.flatMap(({ id, name, shortName, aliases }) => [name, shortName, ...aliases].map((each) => [each, id])),
  );
}

/** Units that are their own superiors, over however many steps. */
function circularSuperiors(file: DirectoryFile): FileProblem[] {
  const units = new Map(file.units.map((unit) => [unit.id, unit]));
  const parentOf = (id: string) => {
    const parent = units.get(id)?.parent ?? null;
    return parent === null ? [] : [parent];
  };
  return circles(units.keys(), parentOf).map((way) => {
    const index = file.units.findIndex(({ id }) => id === way.at(-2));
    const names = way.map((id) => units.get(id)?.shortName ?? id);
    const text =
      way.length === 2 ? `“${names[0]}”的上级写成了它自己` : `上级绕成了圈：${names.join(' → ')}，请改其中一个 parent`;
    return problem(['units', index, 'parent'], text);
  });
}
