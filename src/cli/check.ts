/** `duban check [--campaign …] [--directory …]`: what a start would say of the configuration and its files, without a start. */
import { type Config, readConfig } from '../config.ts';
import { createWorkingCalendar } from '../domain/calendar/working-days.ts';
import { loadOffice } from '../files/campaign-files.ts';
import { overviewOf } from '../service/overview.ts';
import { overviewText } from '../service/overview-text.ts';

/** 0: a start would go through. Rejects with all mistakes of all files, each in its place. */
export async function check(args: readonly string[]): Promise<number> {
  console.log(checked(readConfig(process.env, args)));
  return 0;
}

/** The summary that a start prints. Throws a FileError with all mistakes of all files. */
export function checked(config: Config): string {
  const calendar = createWorkingCalendar(config.calendar);
  const { directory, campaigns } = loadOffice(config, { closingTime: config.closingTime, calendar });
  const connected = new Map<string, readonly string[] | null>();
  if (config.wecom) connected.set('wecom', Object.keys(config.wecom.webhooks));
  if (config.console) connected.set('console', null);
  return overviewText(
    overviewOf({
      directory: directory.definition,
      campaigns: campaigns.map(({ definition }) => definition),
      calendar,
      connected,
    }),
  );
}
