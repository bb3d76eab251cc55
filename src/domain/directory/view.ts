/** Questions one asks a directory; indices are built once per change of it. */
import { nameSeen, unitNameSeen } from '../as-seen.ts';
import type { ChatId, PersonId, Role, UnitId } from '../model.ts';
import type { Chat, Person, Unit } from './model.ts';
import { indexNames, type NameIndex } from './names.ts';
import type { DirectoryState, Removal } from './state.ts';

export interface Succession extends Pick<Removal, 'no' | 'atMs'> {
  readonly from: PersonId;
  readonly to: PersonId;
}

/** Somebody of a unit no more, by a word in chat. */
export interface Departure {
  readonly person: PersonId;
  readonly unit: UnitId;
}

export interface DirectoryView {
  unit(id: UnitId): Unit | undefined;
  person(id: PersonId): Person | undefined;
  /** Somebody who was taken off in chat. */
  left(id: PersonId): Person | undefined;
  /** Everyone of exactly this name who was taken off in chat. */
  leftNamed(name: string): readonly Person[];
  chat(id: ChatId): Chat | undefined;
  personByAccount(platform: string, account: string): Person | undefined;
  chatByAccount(platform: string, account: string): Chat | undefined;
  /** People of a unit holding a role, in the directory's order. */
  peopleOf(unit: UnitId, role: Role): readonly Person[];
  /** Whom to mention for some units: their reporters; for a unit without any, its leaders. */
  contactsOf(units: readonly UnitId[]): readonly PersonId[];
  organisers(): readonly Person[];
  chats(): Iterable<Chat>;
  people(): Iterable<Person>;
  units(): Iterable<Unit>;
  /** Units whose name, short name or alias is this text as it is seen. */
  unitsNamed(text: string): readonly Unit[];
  /** Everything that units and their groups are called. */
  readonly unitNames: NameIndex;
  readonly personNames: NameIndex;
  /** Units of the group of this name (各区局), or of the only one that ends like it (各处室 for 机关处室); none if there is no such group. */
  unitsOfGroup(name: string): readonly Unit[];
  /** Everyone of a unit. */
  membersOf(unit: UnitId): readonly Person[];
  /** The same, and behind them who was of the unit when taken off. */
  membersEverOf(unit: UnitId): readonly Person[];
  /** Everyone of this name, as people see and say names. */
  peopleNamed(name: string): readonly Person[];
  /** What a person is called, also one who left; the id only of one nobody ever knew. */
  name(id: PersonId): string;
  /** Who takes over from people that were taken off. */
  successions(): Iterable<Succession>;
  /** Who went, with nobody to take over. */
  departures(): Iterable<Departure>;
  /** Who was bound or taken off in chat, otherwise than the file has it. */
  amended(): { readonly bound: readonly Person[]; readonly removed: readonly Removal[] };
  /** The person of this name in a unit, if exactly one. */
  personNamed(name: string, unit: UnitId): Person | undefined;
  /** Short name of a unit, its id if it left the directory. */
  short(id: UnitId): string;
}

export function viewDirectory(state: DirectoryState): DirectoryView {
  const byAccount = new Map<string, Person>();
  const byUnit = new Map<UnitId, Person[]>();
  const leftByUnit = whoLeft(state);
  const chatByAccount = new Map<string, Chat>();
  const organisers: Person[] = [];
  for (const person of state.people.values()) {
    for (const [platform, account] of Object.entries(person.accounts)) byAccount.set(`${platform}\n${account}`, person);
    if (person.unit !== null) append(byUnit, person.unit, person);
    if (person.roles.includes('organiser')) organisers.push(person);
  }
  for (const chat of state.chats.values()) chatByAccount.set(`${chat.platform}\n${chat.account}`, chat);

  let indexed: Named | undefined;
  const named = () => (indexed ??= indexNamed(state));
  const peopleOf = (unit: UnitId, role: Role) =>
    (byUnit.get(unit) ?? []).filter((person) => person.roles.includes(role));

  return {
    unit: (id) => state.units.get(id),
    person: (id) => state.people.get(id),
    left: (id) => state.removed.get(id)?.person,
    leftNamed: (name) =>
      [...state.removed.values()].flatMap(({ person }) => (person.name === name.trim() ? [person] : [])),
    chat: (id) => state.chats.get(id),
    personByAccount: (platform, account) => byAccount.get(`${platform}\n${account}`),
    chatByAccount: (platform, account) => chatByAccount.get(`${platform}\n${account}`),
    peopleOf,
    contactsOf: (units) =>
      units.flatMap((unit) => {
        const reporters = peopleOf(unit, 'reporter');
        return (reporters.length > 0 ? reporters : peopleOf(unit, 'leader')).map((person) => person.id);
      }),
    organisers: () => organisers,
    chats: () => state.chats.values(),
    people: () => state.people.values(),
    units: () => state.units.values(),
    unitsNamed: (text) => named().units.get(unitNameSeen(text)) ?? [],
    get unitNames() {
      return named().unitNames;
    },
    get personNames() {
      return named().personNames;
    },
    unitsOfGroup: (name) => named().groups.get(unitNameSeen(name)) ?? [],
    membersOf: (unit) => byUnit.get(unit) ?? [],
    membersEverOf: (unit) => [...(byUnit.get(unit) ?? []), ...(leftByUnit.get(unit) ?? [])],
    peopleNamed: (name) => named().people.get(nameSeen(name)) ?? [],
    name: (id) => nameOf(state, id),
    *successions() {
      for (const [from, { successor: to, no, atMs }] of state.removed) if (to !== null) yield { from, to, no, atMs };
    },
    *departures() {
      for (const [person, { successor, person: was }] of state.removed)
        if (successor === null && was.unit !== null) yield { person, unit: was.unit };
      for (const person of state.bound.keys()) {
        const unit = state.filed.get(person)?.unit ?? null;
        const now = state.people.get(person);
        if (unit !== null && now && now.unit !== unit) yield { person, unit };
      }
    },
    amended: () => ({
      bound: [...state.bound.keys()].flatMap((id) => {
        const person = state.people.get(id);
        return person && person.unit !== state.filed.get(id)?.unit ? [person] : [];
      }),
      removed: [...state.removed.values()],
    }),
    personNamed(name, unit) {
      const found = (byUnit.get(unit) ?? []).filter((person) => person.name === name);
      return found.length === 1 ? found[0] : undefined;
    },
    short: (id) => state.units.get(id)?.shortName ?? id,
  };
}

/** Names as people see them, with what bears them. */
interface Named extends Pick<DirectoryView, 'unitNames' | 'personNames'> {
  readonly units: ReadonlyMap<string, readonly Unit[]>;
  readonly groups: ReadonlyMap<string, readonly Unit[]>;
  readonly people: ReadonlyMap<string, readonly Person[]>;
}

/** Left to the first name in a message: a start, or a binding that follows another, needs none of it. */
function indexNamed({ people: everyone, units: all }: DirectoryState): Named {
  const units = new Map<string, Unit[]>();
  const groups = new Map<string, Unit[]>();
  const people = new Map<string, Person[]>();
  for (const person of everyone.values()) append(people, nameSeen(person.name), person);
  for (const unit of all.values()) {
    const names = [unit.name, unit.shortName, ...unit.aliases];
    for (const name of new Set(names.map(unitNameSeen))) append(units, name, unit);
    for (const name of new Set(unit.groups.map(unitNameSeen))) append(groups, name, unit);
  }
  callGroups(groups);
  return {
    units,
    groups,
    people,
    unitNames: indexNames([...units.keys(), ...groups.keys()]),
    personNames: indexNames([...everyone.values()].map(({ name }) => name)),
  };
}

function whoLeft({ people, removed, former }: DirectoryState): Map<UnitId, Person[]> {
  const left = new Map(former);
  for (const [id, { person }] of removed) left.set(id, person);
  const byUnit = new Map<UnitId, Person[]>();
  for (const [id, person] of left) if (person.unit !== null && !people.has(id)) append(byUnit, person.unit, person);
  return byUnit;
}

/** 各处室 also means 市局机关处室, where no other group ends like it; aliases of one group have the same members. */
function callGroups(byGroup: Map<string, Unit[]>): void {
  const called = new Map<string, Unit[] | null>();
  for (const [name, members] of byGroup)
    for (let at = 0; at <= name.length - 2; at++) {
      const call = `各${name.slice(at)}`;
      // Said of everyone, whatever group ends like it.
      if (call === '各单位') continue;
      const known = called.get(call);
      called.set(call, known === undefined || (known !== null && sameUnits(known, members)) ? members : null);
    }
  for (const [call, members] of called) if (members !== null && !byGroup.has(call)) byGroup.set(call, members);
}

function sameUnits(a: readonly Unit[], b: readonly Unit[]): boolean {
  return a.length === b.length && a.every((unit, at) => b[at] === unit);
}

/** A stranger's id is made of platform and account: the account is what people know. */
function nameOf({ people, removed, former }: DirectoryState, id: PersonId): string {
  const known = people.get(id) ?? removed.get(id)?.person ?? former.get(id);
  return known?.name ?? id.replace(/^[a-z]+:/, '');
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
