/** Duty as written → shifts with instants and a roster of people. */
import { formatInstant, instantOf } from '../calendar/zone.ts';
import type { AudienceReader } from '../campaign/audience.ts';
import type { DutyDefinition, Finding, ShiftDefinition } from '../campaign/definition.ts';
import type { CampaignClock } from '../campaign/resolve-due.ts';
import type { DirectoryDefinition, Person } from '../directory/model.ts';
import { type FilePath, type FileProblem, problem, repeated } from '../file-problem.ts';
import type { PersonId, UnitId } from '../model.ts';
import { inQuotes } from '../replies/wording.ts';
import { didYouMean } from '../spelling.ts';
import type { DutyWritten, ShiftWritten } from './section.ts';

type Roster = DutyDefinition['roster'];

export interface ResolvedDuty {
  readonly duty: DutyDefinition;
  /** Shifts whose time the notice leaves open. */
  readonly findings: readonly Finding[];
  readonly problems: readonly FileProblem[];
}

export function resolveDuty(
  written: DutyWritten,
  directory: DirectoryDefinition,
  audiences: AudienceReader,
  clock: CampaignClock,
): ResolvedDuty {
  const units = audiences.read(written.units, ['duty', 'units']);
  const placed = written.shifts.flatMap((shift, index) =>
    shift.when === undefined ? [shiftOf(shift, ['duty', 'shifts', index], audiences)] : [],
  );
  const shifts = placed.map(({ shift }) => shift);
  const named = assignmentsOf(written, directory, audiences);
  const { title, phrase, requirement, absentAfterMinutes, escalateAfterMinutes } = written;
  return {
    duty: {
      ...{ title, phrase, requirement, absentAfterMinutes, escalateAfterMinutes },
      audience: units.audience,
      shifts,
      roster: completed(named.roster, written.roster, shifts, units.audience.units, directory),
    },
    findings: written.shifts.flatMap(({ title, when }) =>
      when === undefined
        ? []
        : [
            {
              text: `班次${inQuotes(title)}的时间待定：${when}。`,
              assumption: '时间确定后写进方案文件再启动值守提醒。',
            },
          ],
    ),
    problems: [
      ...units.problems,
      ...placed.flatMap(({ problems }) => problems),
      ...named.problems,
      ...shiftProblems(written, shifts, clock),
      ...minutesProblem(written),
    ],
  };
}

/** The schema has made sure that a shift without `when` has its day and hours. */
function shiftOf(
  { id, title, day = '', from = '', endDay, to = '', setBy, units }: ShiftWritten,
  path: FilePath,
  audiences: AudienceReader,
): { readonly shift: ShiftDefinition; readonly problems: readonly FileProblem[] } {
  const own = units === undefined ? null : audiences.read(units, [...path, 'units']);
  const shift = {
    ...{ id, title, startMs: instantOf(day, from), endMs: instantOf(endDay ?? day, to) },
    ...(setBy === undefined ? {} : { setBy }),
    ...(own === null ? {} : { audience: own.audience }),
  };
  return { shift, problems: own?.problems ?? [] };
}

function shiftProblems(written: DutyWritten, shifts: readonly ShiftDefinition[], clock: CampaignClock): FileProblem[] {
  const placed = shifts.map((shift) => ({
    shift,
    path: ['duty', 'shifts', written.shifts.findIndex(({ id }) => id === shift.id)] as FilePath,
  }));
  const wrongEnds = placed.flatMap(({ shift, path }) => {
    if (shift.endMs <= shift.startMs)
      return [problem([...path, 'to'], '班次结束不晚于开始；跨过半夜的班次请加 endDay（哪天结束）')];
    if (shift.startMs < instantOf(clock.noticeDate, '00:00'))
      return [
        problem([...path, 'day'], `班次 ${formatInstant(shift.startMs)} 早于成文日期 ${clock.noticeDate}，请检查日期`),
      ];
    return [];
  });
  const byStart = [...placed].sort((a, b) => a.shift.startMs - b.shift.startMs);
  const overlaps = byStart.flatMap(({ shift, path }, index) => {
    const before = byStart[index - 1]?.shift;
    return before !== undefined && before.endMs > shift.startMs
      ? [problem(path, `班次${inQuotes(shift.title)}与${inQuotes(before.title)}时间重叠，请错开`)]
      : [];
  });
  const sameIds = repeated(
    written.shifts.map(({ id }, index) => ({ id, index })),
    ({ id }) => id,
    ({ id, index }) => problem(['duty', 'shifts', index, 'id'], `班次编号“${id}”用了两次，请换一个`),
  );
  return [...wrongEnds, ...overlaps, ...sameIds];
}

function minutesProblem({ absentAfterMinutes, escalateAfterMinutes }: DutyWritten): FileProblem[] {
  if (escalateAfterMinutes > absentAfterMinutes) return [];
  return [
    problem(['duty', 'escalateAfterMinutes'], '告知领导要晚于点名：escalateAfterMinutes 应大于 absentAfterMinutes'),
  ];
}

/** Named people first; where nobody is named, those whom the default says. */
function completed(
  named: Roster,
  rule: DutyWritten['roster'],
  shifts: readonly ShiftDefinition[],
  units: readonly UnitId[],
  directory: DirectoryDefinition,
): Roster {
  if (rule === 'empty') return named;
  const role = rule === 'reporters' ? 'reporter' : 'leader';
  const defaults = shifts.flatMap((shift) =>
    (shift.audience?.units ?? units)
      .filter((unit) => !named.some((entry) => entry.shift === shift.id && entry.unit === unit))
      .map((unit) => ({ shift: shift.id, unit, people: peopleOf(directory, unit, role) })),
  );
  return [...named, ...defaults.filter((entry) => entry.people.length > 0)];
}

function peopleOf(directory: DirectoryDefinition, unit: UnitId, role: 'reporter' | 'leader'): PersonId[] {
  return directory.people
    .filter((person) => person.unit === unit && person.roles.includes(role))
    .map((person) => person.id);
}

function assignmentsOf(
  written: DutyWritten,
  directory: DirectoryDefinition,
  audiences: AudienceReader,
): { readonly roster: Roster; readonly problems: FileProblem[] } {
  const shiftIds = written.shifts.map(({ id }) => id);
  const problems: FileProblem[] = [];
  const roster = written.assignments.map((entry, index) => {
    const path = ['duty', 'assignments', index];
    const unit = audiences.unitOf(entry.unit);
    if (unit === null) problems.push(audiences.unknown(entry.unit, [...path, 'unit']));
    if (!shiftIds.includes(entry.shift))
      problems.push(
        problem([...path, 'shift'], `没有编号为“${entry.shift}”的班次${didYouMean(entry.shift, shiftIds)}`),
      );
    const people = entry.people.map((name, at) => personOf(name, unit, directory, [...path, 'people', at]));
    problems.push(...people.flatMap((found) => found.problems));
    return { shift: entry.shift, unit: unit ?? '', people: people.map((found) => found.id) };
  });
  return { roster, problems };
}

/** By id, or by a name that only one person has. */
function personOf(name: string, unit: UnitId | null, directory: DirectoryDefinition, path: FilePath) {
  const found = directory.people.filter((person) => person.id === name || person.name === name);
  const [person] = found;
  if (person === undefined || found.length > 1) {
    const known = directory.people.flatMap((someone) => [someone.id, someone.name]);
    const text =
      found.length > 1
        ? `有 ${found.length} 个人叫“${name}”，请写人员编号`
        : `通讯录里没有“${name}”${didYouMean(name, known)}`;
    return { id: name, problems: [problem(path, text)] };
  }
  return { id: person.id, problems: elsewhere(person, unit, path) };
}

function elsewhere(person: Person, unit: UnitId | null, path: FilePath): FileProblem[] {
  if (unit === null || person.unit === unit) return [];
  return [problem(path, `“${person.name}”不是这个单位的人，请在通讯录里改单位，或换人`)];
}
