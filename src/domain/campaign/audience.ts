/** Printed names → units: full and short names, aliases, groups, and what the campaign's file says of its notice's wording. */
import { circles } from '../circles.ts';
import type { DirectoryDefinition } from '../directory/model.ts';
import { type FilePath, type FileProblem, problem } from '../file-problem.ts';
import type { UnitId } from '../model.ts';
import { didYouMean } from '../spelling.ts';
import type { Audience } from './definition.ts';
import type { AudienceWritten } from './fields.ts';

interface Wording {
  readonly expansions: Readonly<Record<string, readonly string[]>>;
  readonly open: readonly string[];
}

export interface AudienceReader {
  /** Every printed name expanded, in order, each unit once. Names that nobody answers to become problems. */
  read(written: AudienceWritten, path: FilePath): { readonly audience: Audience; readonly problems: FileProblem[] };
  /** The one unit of this name, null if there is none or several. */
  unitOf(name: string): UnitId | null;
  /** The problem of a name that `unitOf` does not know. */
  unknown(name: string, path: FilePath): FileProblem;
  /** Names inside the file's own expansions that nobody answers to, and circles: said there, once, and not where they are used. */
  readonly wordingProblems: readonly FileProblem[];
}

interface Expanded {
  readonly units: readonly UnitId[];
  readonly open: readonly string[];
  readonly unknown: readonly string[];
}

export function createAudienceReader(directory: DirectoryDefinition, wording: Wording): AudienceReader {
  const byName = indexNames(directory);
  const expansions = new Map(Object.entries(wording.expansions).map(([name, members]) => [fold(name), members]));
  const open = new Set(wording.open.map(fold));
  const knownNames = [...byName.keys(), ...expansions.keys(), ...open];

  /** `inside` holds the names being expanded, so that a name which contains itself ends. */
  function expand(name: string, inside: readonly string[]): Expanded {
    const key = fold(name);
    const members = expansions.get(key);
    if (members !== undefined && !inside.includes(key))
      return join(members.map((member) => expand(member, [...inside, key])));
    if (open.has(key)) return { units: [], open: [name], unknown: [] };
    const units = byName.get(key);
    if (units !== undefined) return { units, open: [], unknown: [] };
    return { units: [], open: [], unknown: inside.length === 0 ? [name] : [] };
  }

  function isKnown(name: string): boolean {
    return byName.has(fold(name)) || expansions.has(fold(name)) || open.has(fold(name));
  }

  function unknown(name: string, path: FilePath): FileProblem {
    const parts = name.split(/[，、；;,\s]+/).filter((part) => part !== '');
    if (parts.length > 1 && parts.some(isKnown))
      return problem(
        path,
        [sayJoined(name, parts), ...parts.filter((part) => !isKnown(part)).map(sayUnknown)].join('；'),
      );
    return problem(path, sayUnknown(name));
  }

  function sayUnknown(name: string): string {
    const advice = didYouMean(fold(name), knownNames) || '；请改名称，或在通讯录里加上，或写进 expansions、open';
    return `通讯录里没有单位“${name}”${advice}`;
  }

  function unknownMembers(): FileProblem[] {
    return Object.entries(wording.expansions).flatMap(([name, members]) =>
      members.flatMap((member, index) => (isKnown(member) ? [] : [unknown(member, ['expansions', name, index])])),
    );
  }

  /** A name that the directory knows too ends the way: there it means what the directory says. */
  function circularWording(): FileProblem[] {
    const written = new Map(Object.keys(wording.expansions).map((name) => [fold(name), name]));
    const next = (key: string) => (expansions.get(key) ?? []).map(fold).filter((member) => leadsOn(member));
    return circles(expansions.keys(), next).map((way) => {
      const [last = '', first = ''] = way.slice(-2);
      const at = (expansions.get(last) ?? []).findIndex((member) => fold(member) === first);
      return problem(
        ['expansions', written.get(last) ?? last, at],
        sayCircle(way.map((key) => written.get(key) ?? key)),
      );
    });
  }

  function leadsOn(key: string): boolean {
    return expansions.has(key) && !byName.has(key) && !open.has(key);
  }

  return {
    unknown,
    wordingProblems: [...unknownMembers(), ...circularWording()],
    read(written, path) {
      const { names, except } = Array.isArray(written) ? { names: written, except: [] } : written;
      const namesPath = Array.isArray(written) ? path : [...path, 'names'];
      const each = names.map((name) => expand(name, []));
      const left = join(except.map((name) => expand(name, [])));
      const all = join(each);
      return {
        audience: { printed: names, units: all.units.filter((unit) => !left.units.includes(unit)), open: all.open },
        problems: [
          ...each.flatMap((part, index) => part.unknown.map((name) => unknown(name, [...namesPath, index]))),
          ...left.unknown.map((name) => unknown(name, [...path, 'except'])),
        ],
      };
    },
    unitOf(name) {
      const { units } = expand(name, []);
      return units.length === 1 ? (units[0] ?? null) : null;
    },
  };
}

function sayJoined(name: string, parts: readonly string[]): string {
  return `“${name}”是几个名称连在了一起，中间请用半角逗号“,”隔开：${parts.join(', ')}`;
}

function sayCircle(way: readonly string[]): string {
  return way.length === 2
    ? `“${way[0]}”的右边又写了它自己，请改成具体的单位或分组`
    : `叫法绕成了圈：${way.join(' → ')}。请把其中一处改成具体的单位或分组`;
}

function join(parts: readonly Expanded[]): Expanded {
  return {
    units: [...new Set(parts.flatMap((part) => part.units))],
    open: [...new Set(parts.flatMap((part) => part.open))],
    unknown: parts.flatMap((part) => part.unknown),
  };
}

function indexNames(directory: DirectoryDefinition): Map<string, UnitId[]> {
  const byName = new Map<string, UnitId[]>();
  for (const unit of directory.units) {
    const names = [unit.name, unit.shortName, ...unit.aliases, ...unit.groups].map(fold);
    for (const name of new Set(names)) byName.set(name, [...(byName.get(name) ?? []), unit.id]);
  }
  return byName;
}

/** Notices write 市场监管局 and 市场监督管理局 for the same office. */
function fold(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').replaceAll('市场监督管理局', '市场监管局');
}
