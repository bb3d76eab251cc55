/** The configuration file of the production profile: every key checked, secrets only from the environment. */
import { createWorkingCalendar } from '../domain/calendar/working-days.ts';
import { reportOffice } from './campaign-files.ts';
import { configSchema } from './config-schema.ts';
import { type ConfigFile, resolveConfig, type Surroundings } from './config-values.ts';
import { FileError, type FileReport } from './file-error.ts';
import { type Checked, checkText, readText } from './read-file.ts';

/** Throws a FileError with everything that is wrong, in this file, in those it names, and besides. */
export function loadConfigFile(path: string, around: Surroundings, besides: readonly FileReport[] = []): ConfigFile {
  const file = readText(path);
  if (!('text' in file)) throw new FileError([...besides, file]);
  const checked = checkText(file, { title: '配置文件', schema: configSchema }, (written) =>
    resolveConfig(written, path, around),
  );
  const { data } = checked;
  const isWrong = [checked, ...besides].some(({ problems }) => problems.length > 0);
  if (isWrong || data === null) throw new FileError([...besides, checked, ...reportNamed(checked)]);
  return data;
}

/** The files are checked although the configuration is wrong, as far as it says which they are. */
function reportNamed({ data, isDoubtful }: Checked<ConfigFile>): FileReport[] {
  if (data === null) return [];
  const { closingTime, calendar, campaigns, directory } = data;
  const options = {
    ...(isDoubtful('closingTime') ? {} : { closingTime }),
    ...(isDoubtful('calendar') ? {} : { calendar: createWorkingCalendar(calendar) }),
  };
  const named = {
    directory: isDoubtful('directory') ? null : directory,
    campaigns: isDoubtful('campaigns') ? [] : campaigns,
  };
  // Those that cannot be read are told where they are named.
  const unread = new Set(
    [directory, ...campaigns].map(readText).flatMap((file) => ('text' in file ? [] : file.fileName)),
  );
  return reportOffice(named, options).filter(({ fileName }) => !unread.has(fileName));
}
