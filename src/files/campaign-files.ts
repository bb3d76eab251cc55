/** Reads the two files that an office writes: the directory (通讯录) and a campaign (方案). */
import { createWorkingCalendar, type WorkingCalendar } from '../domain/calendar/working-days.ts';
import type { TimeOfDay } from '../domain/calendar/zone.ts';
import type { CampaignDefinition } from '../domain/campaign/definition.ts';
import { resolveCampaign } from '../domain/campaign/resolve.ts';
import { campaignFile } from '../domain/campaign/schema.ts';
import type { DirectoryDefinition } from '../domain/directory/model.ts';
import { resolveDirectory } from '../domain/directory/resolve.ts';
import { directoryFile } from '../domain/directory/schema.ts';
import { FileError, type PlacedProblem } from './file-error.ts';
import { checkText, readText, refuse } from './read-file.ts';

export interface ReadOptions {
  /** 下班; 17:30 if left out. */
  readonly closingTime?: TimeOfDay;
  /** The built-in holidays if left out. */
  readonly calendar?: WorkingCalendar;
}

export interface Loaded<T> {
  readonly definition: T;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
}

/** Throws a FileError whose message is what the operator sees. */
export function loadDirectory(path: string): Loaded<DirectoryDefinition> {
  const { text, sha256, name } = readText(path);
  return { definition: readDirectory(text, name), sha256 };
}

/** Throws a FileError whose message is what the operator sees. */
export function loadCampaign(
  path: string,
  directory: DirectoryDefinition,
  options: ReadOptions = {},
): Loaded<CampaignDefinition> {
  const { text, sha256, name } = readText(path);
  return { definition: readCampaign(text, name, directory, options), sha256 };
}

export function readDirectory(text: string, fileName: string): DirectoryDefinition {
  refuseMobileNumbers(text, fileName);
  const { data, yaml } = checkText(text, fileName, directoryFile);
  const { directory, problems } = resolveDirectory(data);
  if (problems.length > 0) refuse(fileName, yaml, problems);
  return directory;
}

export function readCampaign(
  text: string,
  fileName: string,
  directory: DirectoryDefinition,
  { closingTime = '17:30', calendar = createWorkingCalendar() }: ReadOptions = {},
): CampaignDefinition {
  refuseMobileNumbers(text, fileName);
  const { data, yaml } = checkText(text, fileName, campaignFile);
  const { campaign, problems } = resolveCampaign(data, { directory, calendar, closingTime });
  if (problems.length > 0) refuse(fileName, yaml, problems);
  return campaign;
}

const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/;

/** These files are passed around and logged; a mobile number is personal data and does not belong in them. */
function refuseMobileNumbers(text: string, fileName: string): void {
  const problems = text.split('\n').flatMap((line, index): PlacedProblem[] => {
    const match = MOBILE.exec(line);
    if (match === null) return [];
    return [
      {
        line: index + 1,
        column: match.index + 1,
        where: '',
        text: '这里有手机号码，属于个人信息，请删去，改写办公电话',
      },
    ];
  });
  if (problems.length > 0) throw new FileError(fileName, problems);
}
