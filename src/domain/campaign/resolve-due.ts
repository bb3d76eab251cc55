/** A deadline as written → its instants, the notice's own words kept beside them. */
import { readDeadlinePhrase } from '../calendar/deadline-phrase.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { type Day, formatInstant, instantOf, isDay, isTimeOfDay, type TimeOfDay } from '../calendar/zone.ts';
import { type FilePath, type FileProblem, problem } from '../file-problem.ts';
import type { EpochMs } from '../model.ts';
import type { Due } from './definition.ts';
import type { DueWritten } from './fields.ts';

export interface CampaignClock {
  /** 成文日期: phrases are read from its midnight. */
  readonly noticeDate: Day;
  readonly closingTime: TimeOfDay;
  readonly calendar: WorkingCalendar;
}

type Resolved = { readonly due: Due; readonly problems: FileProblem[] };

export function resolveDue(written: DueWritten, path: FilePath, clock: CampaignClock): Resolved {
  const { phrase, by, dueAt, lateAfter } =
    typeof written === 'string' ? { phrase: written, by: undefined, dueAt: undefined, lateAfter: undefined } : written;
  const read = readPhrase(by ?? phrase, clock);
  const dueAtMs = dueAt === undefined ? read?.dueAtMs : momentOf(dueAt);
  const lateAfterMs = lateAfter === undefined ? (read?.lateAfterMs ?? dueAtMs) : momentOf(lateAfter);
  if (dueAtMs === undefined || lateAfterMs === undefined) return unreadable(by ?? phrase, path);
  if (dueAtMs === null || lateAfterMs === null)
    return failed(phrase, path, '时刻不存在，请按 2023-03-22 17:30 这样重写');
  const due = { phrase, dueAtMs, lateAfterMs };
  return { due, problems: impossible(due, path, clock) };
}

function readPhrase(phrase: string, { noticeDate, closingTime, calendar }: CampaignClock): Due | null {
  return readDeadlinePhrase(phrase, { referenceMs: instantOf(noticeDate, '00:00'), closingTime, calendar });
}

function momentOf(text: string): EpochMs | null {
  const [day = '', time = ''] = text.split(' ');
  return isDay(day) && isTimeOfDay(time) ? instantOf(day, time) : null;
}

function impossible(due: Due, path: FilePath, clock: CampaignClock): FileProblem[] {
  if (due.lateAfterMs < due.dueAtMs) return [problem(path, 'lateAfter（算迟报）早于 dueAt（应报），请对调或改正')];
  if (due.lateAfterMs > instantOf(clock.noticeDate, '00:00')) return [];
  return [problem(path, `期限 ${formatInstant(due.lateAfterMs)} 早于成文日期 ${clock.noticeDate}，请检查年份和月日`)];
}

function unreadable(phrase: string, path: FilePath): Resolved {
  const advice =
    '可以写 3月22日前、3月22日中午前、3月22日下班前、3月22日17:00前；原文没有日期的，phrase 照抄原文，by 写本局定的期限';
  return failed(phrase, path, `从“${phrase}”读不出期限（没有日期、日期不存在，或离成文日期两年以上）。${advice}`);
}

function failed(phrase: string, path: FilePath, text: string): Resolved {
  return { due: { phrase, dueAtMs: 0, lateAfterMs: 0 }, problems: [problem(path, text)] };
}
