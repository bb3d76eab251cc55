/** Who and which chats the console shows: the directory's console accounts and groups, and a single chat with the bot for everyone. */
import type { Person } from '../../domain/directory/model.ts';
import type { DirectoryView } from '../../domain/directory/view.ts';
import type { ChatId, PersonId, Role } from '../../domain/model.ts';

export type ConsoleDirectory = Pick<
  DirectoryView,
  'unit' | 'person' | 'personByAccount' | 'people' | 'chat' | 'chats' | 'left' | 'amended'
>;

export interface ConsolePerson {
  readonly id: PersonId;
  readonly name: string;
  /** Full name; empty for someone not bound to a unit yet. */
  readonly unit: string;
  readonly roles: readonly Role[];
}

export interface ConsoleChat {
  readonly id: ChatId;
  readonly name: string;
  readonly kind: 'group' | 'single';
  /** The group's id on the platform; a single chat's own id. */
  readonly account: string;
  readonly members: readonly PersonId[];
}

const singlePrefix = 'single:';

export function singleChatId(person: PersonId): ChatId {
  return `${singlePrefix}${person}`;
}

/** The person if they have a console account. */
export function findPerson(directory: ConsoleDirectory, id: PersonId): Person | null {
  const person = directory.person(id);
  return person && accountOf(person) !== undefined ? person : null;
}

/** Whose account it is: somebody's here, else of one who was taken off. */
export function holderOf(directory: ConsoleDirectory, account: string): Person | null {
  const left = () => directory.amended().removed.map(({ person }) => person);
  return directory.personByAccount('console', account) ?? left().find((one) => accountOf(one) === account) ?? null;
}

export function accountOf(person: Person): string | undefined {
  return Object.hasOwn(person.accounts, 'console') ? person.accounts['console'] : undefined;
}

export function listPeople(directory: ConsoleDirectory): ConsolePerson[] {
  return consolePeople(directory).map(({ id, name, unit, roles }) => ({
    id,
    name,
    unit: unit === null ? '' : (directory.unit(unit)?.name ?? ''),
    roles,
  }));
}

export function listChats(directory: ConsoleDirectory, botName: string): ConsoleChat[] {
  const groups = [...directory.chats()].filter(({ platform }) => platform === 'console').map(({ id }) => id);
  const singles = consolePeople(directory).map(({ id }) => singleChatId(id));
  return [...groups, ...singles].flatMap((id) => findChat(directory, botName, id) ?? []);
}

export function findChat(directory: ConsoleDirectory, botName: string, id: ChatId): ConsoleChat | null {
  const chat = directory.chat(id);
  if (chat?.platform === 'console') {
    const members = chat.members.filter((member) => findPerson(directory, member) !== null);
    return { id, name: chat.name, kind: 'group', account: chat.account, members };
  }
  if (!id.startsWith(singlePrefix)) return null;
  const holder = id.slice(singlePrefix.length);
  // Who was taken off is told so there.
  const person = findPerson(directory, holder) ?? directory.left(holder);
  return person ? { id, name: `${person.name}与${botName}`, kind: 'single', account: id, members: [person.id] } : null;
}

function consolePeople(directory: ConsoleDirectory): Person[] {
  return [...directory.people()].filter((person) => accountOf(person) !== undefined);
}
