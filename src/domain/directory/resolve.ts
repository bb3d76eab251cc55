/** From a directory file as written to the directory: references checked, shorthands spelt out. */
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
    ...repeatedAccounts(directory),
    ...unknownReferences(file),
    ...circles(file),
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

function repeatedIds(file: DirectoryFile): FileProblem[] {
  return (['units', 'people', 'chats'] as const).flatMap((list) =>
    refuseRepeated(
      file[list].map(({ id }, index) => ({ key: id, path: [list, index, 'id'] })),
      (id) => `编号“${id}”用了两次，请换一个`,
    ),
  );
}

/** A name that two units answer to binds people to the wrong one. */
function repeatedNames(file: DirectoryFile): FileProblem[] {
  const ofUnits = file.units.flatMap((unit, index) =>
    [...new Set([unit.name, unit.shortName, ...unit.aliases])].map((key) => ({ key, path: ['units', index] })),
  );
  const ofGroups = file.groups.flatMap((group, index) =>
    [...new Set([group.name, ...group.aliases])].map((key) => ({ key, path: ['groups', index] })),
  );
  return refuseRepeated([...ofUnits, ...ofGroups], (name) => `名称“${name}”前面已经有单位或分组在用，两处只能留一处`);
}

function repeatedAccounts(directory: DirectoryDefinition): FileProblem[] {
  const ofPeople = directory.people.flatMap((person, index) =>
    Object.entries(person.accounts).map(([platform, account]) => ({
      key: `${platform} ${account}`,
      path: ['people', index, 'accounts'],
    })),
  );
  const ofChats = directory.chats.map((chat, index) => ({
    key: `${chat.platform} ${chat.account}`,
    path: ['chats', index, 'account'],
  }));
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

function unknownReferences(file: DirectoryFile): FileProblem[] {
  const units = new Set(file.units.map((unit) => unit.id));
  const people = new Set(file.people.map((person) => person.id));
  const unit = (id: string | null, path: FilePath) => unknown(id, path, units, '单位');
  return [
    ...file.units.flatMap(({ parent }, index) => unit(parent, ['units', index, 'parent'])),
    ...file.groups.flatMap((group, index) => group.units.flatMap((id, at) => unit(id, ['groups', index, 'units', at]))),
    ...file.people.flatMap((person, index) => unit(person.unit, ['people', index, 'unit'])),
    ...file.chats.flatMap(({ members }, index) =>
      members === 'all'
        ? []
        : members.flatMap((id, at) => unknown(id, ['chats', index, 'members', at], people, '人员')),
    ),
  ];
}

function unknown(id: string | null, path: FilePath, known: ReadonlySet<string>, kind: string): FileProblem[] {
  if (id === null || known.has(id)) return [];
  return [problem(path, `没有编号为“${id}”的${kind}${didYouMean(id, known)}`)];
}

/** A unit that is its own superior, over however many steps. */
function circles(file: DirectoryFile): FileProblem[] {
  const parents = new Map(file.units.map((unit) => [unit.id, unit.parent]));
  return file.units.flatMap((unit, index) => {
    const above = new Set<string>();
    for (let id = unit.parent; id !== null && !above.has(id); id = parents.get(id) ?? null) above.add(id);
    return above.has(unit.id) ? [problem(['units', index, 'parent'], `“${unit.name}”成了自己的上级，请改 parent`)] : [];
  });
}
