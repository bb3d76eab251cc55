/** Printed names → units: full and short names, aliases, groups, and what the campaign's file says of its notice's wording. */
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
  /** Names inside the file's own expansions that nobody answers to: said there, once, and not where they are used. */
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
    const advice = didYouMean(fold(name), knownNames) || '；请改名称，或在通讯录里加上，或写进 expansions、open';
    return problem(path, `通讯录里没有单位“${name}”${advice}`);
  }

  return {
    unknown,
    wordingProblems: Object.entries(wording.expansions).flatMap(([name, members]) =>
      members.flatMap((member, index) =>
        isKnown(member) && fold(member) !== fold(name) ? [] : [unknown(member, ['expansions', name, index])],
      ),
    ),
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
