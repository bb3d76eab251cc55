/** From a directory file as written to the directory: references checked, shorthands spelt out. */
import { circles } from '../circles.ts';
import { type FilePath, type FileProblem, problem, repeated } from '../file-problem.ts';
import { didYouMean } from '../spelling.ts';
import type { DirectoryDefinition, Unit } from './model.ts';
import type { DirectoryFile } from './schema.ts';

interface Named {
  readonly key: string;
  readonly path: FilePath;
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
    return [...copies(ids)].map((index) =>
      problem([list, index, 'id'], `编号“${ids[index]}”用了两次，请换一个${hint}`),
    );
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

/** A name that two units answer to binds people to the wrong one. One name is said per unit or group. */
function repeatedNames(file: DirectoryFile): FileProblem[] {
  const copied = copies(file.units.map(({ id }) => id));
  const ofUnits = file.units.flatMap((unit, index) =>
    copied.has(index)
      ? []
      : [...new Set([unit.name, unit.shortName, ...unit.aliases])].map((key) => ({ key, path: ['units', index] })),
  );
  const ofGroups = file.groups.flatMap((group, index) =>
    [...new Set([group.name, ...group.aliases])].map((key) => ({ key, path: ['groups', index] })),
  );
  const problems = refuseRepeated(
    [...ofUnits, ...ofGroups],
    (name) => `名称“${name}”前面已经有单位或分组在用，两处只能留一处`,
  );
  return problems.filter(
    ({ path }, index) => problems.findIndex((other) => other.path.join() === path.join()) === index,
  );
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
  const ofPeople = directory.people.flatMap((person, index) =>
    copied.people.has(index)
      ? []
      : Object.entries(person.accounts).map(([platform, account]) => ({
          key: `${platform} ${account}`,
          path: ['people', index, 'accounts'],
        })),
  );
  const ofChats = directory.chats.flatMap((chat, index) =>
    copied.chats.has(index) ? [] : [{ key: `${chat.platform} ${chat.account}`, path: ['chats', index, 'account'] }],
  );
  return [
    ...refuseRepeated(ofPeople, (account) => `账号“${account}”已经是另一个人的`),
    ...refuseRepeated(ofChats, (account) => `群“${account}”已经登记过`),
  ];
}

function refuseRepeated(items: readonly Named[], say: (key: string) => string): FileProblem[] {
  return repeated(
    items,
    (item) => item.key,
    (item, key) => problem(item.path, say(key)),
  );
}

/** Every place where the file names something of a list by its id. */
function referencesTo(file: DirectoryFile, list: List['list']): Named[] {
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

function one(key: string | null, path: FilePath): Named[] {
  return key === null ? [] : [{ key, path }];
}

function unknownReferences(file: DirectoryFile): FileProblem[] {
  return listsOf(file).flatMap(({ list, ids }) => {
    const known = new Set(ids);
    const saidAtCopy = wantedInstead(file, { list, ids });
    const unknown = referencesTo(file, list).filter(({ key }) => !known.has(key) && key !== saidAtCopy);
    const kind = list === 'units' ? '单位' : '人员';
    return unknown.map(({ key, path }) => ({
      ...problem(path, `没有编号为“${key}”的${kind}${didYouMean(key, known)}`),
      missingIn: list,
    }));
  });
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
