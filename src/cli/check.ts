/** `duban check [--campaign …] [--directory …]`: what a start would say of the configuration and its files, without a start. */
import { type Config, connectedBy, readConfig } from '../config.ts';
import { createWorkingCalendar } from '../domain/calendar/working-days.ts';
import { loadOffice } from '../files/campaign-files.ts';
import { type Overview, overviewOf } from '../service/overview.ts';
import { overviewText } from '../service/overview-text.ts';

/** 0: a start would go through. Rejects with all mistakes of all files, each in its place. */
export async function check(args: readonly string[]): Promise<number> {
  console.log(overviewText(checked(readConfig(process.env, args))));
  return 0;
}

/** What a start would say at its begin. Throws a FileError with all mistakes of all files. */
export function checked(config: Config): Overview {
  const calendar = createWorkingCalendar(config.calendar);
  const { directory, campaigns } = loadOffice(config, { closingTime: config.closingTime, calendar });
  return overviewOf({
    directory: directory.definition,
    campaigns: campaigns.map(({ definition }) => definition),
    calendar,
    connected: connectedBy(config),
    heartbeat: config.heartbeat?.push,
  });
}
