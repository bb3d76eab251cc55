/** From a campaign file as written to the campaign: names to units through the directory, phrases to instants. */
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { TimeOfDay } from '../calendar/zone.ts';
import type { DirectoryDefinition } from '../directory/model.ts';
import type { FileProblem } from '../file-problem.ts';
import { resolveSections, sectionDays } from '../rooms.ts';
import { createAudienceReader } from './audience.ts';
import type { CampaignDefinition, Finding } from './definition.ts';
import type { CampaignFile } from './schema.ts';

export interface CampaignSurroundings {
  readonly directory: DirectoryDefinition;
  readonly calendar: WorkingCalendar;
  /** 下班 */
  readonly closingTime: TimeOfDay;
}

/** Problems are empty if and only if the campaign can be run. */
export function resolveCampaign(
  file: CampaignFile,
  { directory, calendar, closingTime }: CampaignSurroundings,
): { readonly campaign: CampaignDefinition; readonly problems: readonly FileProblem[] } {
  const audiences = createAudienceReader(directory, file);
  const clock = { noticeDate: file.notice.date, closingTime, calendar };
  const { sections, findings, problems } = resolveSections(file, { audiences, clock, directory });
  const { id, title, shortTitle, notice } = file;
  const campaign: CampaignDefinition = { id, title, shortTitle, notice, ...sections, findings: [] };
  return {
    campaign: { ...campaign, findings: [...file.findings, ...findings, ...unknownYears(campaign, calendar)] },
    problems: [...audiences.wordingProblems, ...problems],
  };
}

/** Said once per campaign and year: there Monday to Friday stands in for the holiday calendar. */
function unknownYears(campaign: CampaignDefinition, calendar: WorkingCalendar): Finding[] {
  const days = [campaign.notice.date, ...sectionDays(campaign)];
  const years = new Set(days.filter((day) => !calendar.isKnown(day)).map((day) => day.slice(0, 4)));
  return [...years].sort().map((year) => ({
    text: `${year}年的放假和调休安排不在日历里。`,
    assumption: '暂按周一至周五为工作日推算；放假通知公布后写入配置的 calendar（holidays、workdays）。',
  }));
}
