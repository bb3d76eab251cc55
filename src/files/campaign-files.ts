/** Reads the files that an office writes: the directory (通讯录) and its campaigns (方案). */
import { createWorkingCalendar, type WorkingCalendar } from '../domain/calendar/working-days.ts';
import type { TimeOfDay } from '../domain/calendar/zone.ts';
import type { CampaignDefinition } from '../domain/campaign/definition.ts';
import { resolveCampaign } from '../domain/campaign/resolve.ts';
import { campaignFile } from '../domain/campaign/schema.ts';
import type { DirectoryDefinition } from '../domain/directory/model.ts';
import { resolveDirectory } from '../domain/directory/resolve.ts';
import { directoryFile } from '../domain/directory/schema.ts';
import { type FileProblem, problem } from '../domain/file-problem.ts';
import { FileError, type FileReport, type PlacedProblem, unplaced } from './file-error.ts';
import { inOrder } from './place.ts';
import { type Checked, checkText, hashOf, readText, sound, type TextFile } from './read-file.ts';
import { isMadeUp } from './stand-in.ts';

export interface ReadOptions {
  /** 下班; 17:30 if left out. */
  readonly closingTime?: TimeOfDay;
  /** The built-in holidays if left out. */
  readonly calendar?: WorkingCalendar;
}

export interface Loaded<T> {
  readonly definition: T;
  /** Of what the file says once everything in it is resolved, hex: another one is to be taken over. */
  readonly sha256: string;
}

export interface OfficePaths {
  readonly directory: string;
  readonly campaigns: readonly string[];
}

export interface LoadedOffice {
  readonly directory: Loaded<DirectoryDefinition>;
  readonly campaigns: readonly Loaded<CampaignDefinition>[];
}

/** All files at once. Throws a FileError with everything that is wrong in any of them. */
export function loadOffice(paths: OfficePaths, options: ReadOptions = {}): LoadedOffice {
  const { directory, campaigns } = checkOffice(paths, options);
  const reports = [directory, ...campaigns];
  if (reports.some(({ problems }) => problems.length > 0)) throw new FileError(reports);
  return { directory: loaded(dataOf(directory)), campaigns: campaigns.map((campaign) => loaded(dataOf(campaign))) };
}

/** What is wrong with the files; empty if and only if they can be used. Where no directory is named, no name is looked up. */
export function reportOffice(
  paths: Omit<OfficePaths, 'directory'> & { readonly directory: string | null },
  options: ReadOptions = {},
): FileReport[] {
  const { directory, campaigns } = checkOffice(paths, options);
  return [directory, ...campaigns].filter(({ problems }) => problems.length > 0);
}

/** Throws a FileError whose message is what the operator sees. */
export function loadDirectory(path: string): Loaded<DirectoryDefinition> {
  return loaded(soundIn(readText(path), checkDirectory));
}

/** Throws a FileError whose message is what the operator sees. */
export function loadCampaign(
  path: string,
  directory: DirectoryDefinition,
  options: ReadOptions = {},
): Loaded<CampaignDefinition> {
  return loaded(soundIn(readText(path), (file) => checkCampaign(file, { directory, isWhole: true }, options)));
}

export function readDirectory(text: string, name: string): DirectoryDefinition {
  return sound(checkDirectory({ text, name }));
}

export function readCampaign(
  text: string,
  name: string,
  directory: DirectoryDefinition,
  options: ReadOptions = {},
): CampaignDefinition {
  return sound(checkCampaign({ text, name }, { directory, isWhole: true }, options));
}

type Report<T> = FileReport & Partial<Pick<Checked<T>, 'data' | 'placed'>>;

function checkOffice(
  paths: Parameters<typeof reportOffice>[0],
  options: ReadOptions,
): { readonly directory: Report<DirectoryDefinition>; readonly campaigns: readonly Report<CampaignDefinition>[] } {
  const text = paths.directory === null ? unplaced('', []) : readText(paths.directory);
  const directory = 'text' in text ? checkDirectory(text) : null;
  const known: KnownDirectory = {
    directory: directory?.data ?? NOBODY,
    isWhole: directory !== null && !directory.isDoubtful('units') && !directory.isDoubtful('groups'),
  };
  const campaigns = paths.campaigns.map((path) => {
    const file = readText(path);
    return 'text' in file ? checkCampaign(file, known, options) : file;
  });
  return { directory: directory ?? (text as FileReport), campaigns: withoutTwins(campaigns) };
}

const NOBODY: DirectoryDefinition = { units: [], people: [], chats: [] };

function dataOf<T>({ data, ...report }: Report<T>): T {
  if (data === null || data === undefined) throw new FileError([report]);
  return data;
}

function soundIn<T>(file: TextFile | FileReport, check: (file: TextFile) => Checked<T>): T {
  if ('text' in file) return sound(check(file));
  throw new FileError([file]);
}

function loaded<T>(definition: T): Loaded<T> {
  return { definition, sha256: hashOf(definition) };
}

function checkDirectory(file: TextFile): Checked<DirectoryDefinition> {
  const checked = checkText(file, { title: '通讯录', schema: directoryFile }, (data, { lost }) => {
    const { directory, problems } = resolveDirectory(data);
    const gaps = (['units', 'people'] as const).filter(
      (list) => lost.includes(list) || data[list].some(({ id }) => isMadeUp(id)),
    );
    return { value: directory, problems: problems.filter(({ missingIn }) => !gaps.some((gap) => gap === missingIn)) };
  });
  return withMobileNumbers(file, checked);
}

interface KnownDirectory {
  readonly directory: DirectoryDefinition;
  /** False where names or people may be missing because of mistakes said already. */
  readonly isWhole: boolean;
}

function checkCampaign(
  file: TextFile,
  { directory, isWhole }: KnownDirectory,
  { closingTime = '17:30', calendar = createWorkingCalendar() }: ReadOptions,
): Checked<CampaignDefinition> {
  const checked = checkText(file, { title: '方案', schema: campaignFile }, (data, doubts) => {
    const { campaign, problems } = resolveCampaign(data, { directory, calendar, closingTime });
    const dateless = doubts.isMadeUp(['notice', 'date']);
    const nameless = !isWhole || doubts.lost.includes('open') || doubts.lost.includes('expansions');
    return {
      value: campaign,
      problems: problems.filter(
        (found) => !(nameless && needsDirectory(found)) && !(dateless && needsNoticeDate(found)),
      ),
    };
  });
  return withMobileNumbers(file, checked);
}

/** Complaints that may come from a gap in the directory: names and people it does not know. */
function needsDirectory({ text }: FileProblem): boolean {
  return text.includes('通讯录');
}

/** Deadlines and shifts are read from the date of the notice. */
function needsNoticeDate({ path }: FileProblem): boolean {
  return path[0] === 'returns' ? path.includes('due') : path.includes('shifts');
}

/** Two files of one campaign would write into one ledger. */
function withoutTwins(campaigns: readonly Report<CampaignDefinition>[]): Report<CampaignDefinition>[] {
  const firsts = new Map<string, string>();
  return campaigns.map((campaign) => {
    const { data, fileName, problems, placed } = campaign;
    const first = data ? firsts.get(data.id) : undefined;
    if (data && first === undefined) firsts.set(data.id, fileName);
    if (data === undefined || data === null || first === undefined || placed === undefined) return campaign;
    if (first === fileName) return unplaced(fileName, ['同一个方案文件列了两次，请删去一处']);
    const text = `编号“${data.id}”在 ${first} 里已经用了，两项活动要用两个编号`;
    return { ...campaign, problems: inOrder([...problems, ...placed(problem(['id'], text))]) };
  });
}

const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/;

/** These files are passed around and logged; a mobile number is personal data and does not belong in them. */
function withMobileNumbers<T>({ text }: TextFile, checked: Checked<T>): Checked<T> {
  const numbers = text.split('\n').flatMap((line, index): PlacedProblem[] => {
    const match = MOBILE.exec(line);
    if (match === null) return [];
    const advice = '这里有手机号码，属于个人信息，请删去，改写办公电话';
    return [{ line: index + 1, column: match.index + 1, where: '', text: advice }];
  });
  return numbers.length === 0 ? checked : { ...checked, problems: inOrder([...checked.problems, ...numbers]) };
}
