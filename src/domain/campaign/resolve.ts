/** From a campaign file as written to the campaign: names to units through the directory, phrases to instants. */
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { dayOf, type TimeOfDay } from '../calendar/zone.ts';
import type { DirectoryDefinition } from '../directory/model.ts';
import { type FilePath, type FileProblem, problem, repeated } from '../file-problem.ts';
import type { Form } from '../form.ts';
import { type AudienceReader, createAudienceReader } from './audience.ts';
import type { CampaignDefinition, Finding, ReturnDefinition, Task } from './definition.ts';
import { type CampaignClock, resolveDue } from './resolve-due.ts';
import { resolveDuty } from './resolve-duty.ts';
import { resolveForm } from './resolve-form.ts';
import type { CampaignFile, ReturnWritten } from './schema.ts';

export interface CampaignSurroundings {
  readonly directory: DirectoryDefinition;
  readonly calendar: WorkingCalendar;
  /** 下班 */
  readonly closingTime: TimeOfDay;
}

interface Resolved<T> {
  readonly value: T;
  readonly problems: readonly FileProblem[];
}

/** Problems are empty if and only if the campaign can be run. */
export function resolveCampaign(
  file: CampaignFile,
  { directory, calendar, closingTime }: CampaignSurroundings,
): { readonly campaign: CampaignDefinition; readonly problems: readonly FileProblem[] } {
  const audiences = createAudienceReader(directory, file);
  const clock = { noticeDate: file.notice.date, closingTime, calendar };
  const addressees = audiences.read(file.addressees, ['addressees']);
  const tasks = resolveTasks(file, audiences);
  const returns = file.returns.map((written, index) => resolveReturn(written, ['returns', index], audiences, clock));
  const duty = file.duty === null ? null : resolveDuty(file.duty, directory, audiences, clock);
  const { id, title, shortTitle, notice, reminders } = file;
  const campaign: CampaignDefinition = {
    ...{ id, title, shortTitle, notice, reminders },
    addressees: addressees.audience,
    tasks: tasks.value,
    returns: returns.map((returned) => returned.value),
    duty: duty?.duty ?? null,
    findings: [...file.findings, ...(duty?.findings ?? [])],
  };
  const problems = [
    ...audiences.wordingProblems,
    ...addressees.problems,
    ...tasks.problems,
    ...returns.flatMap((returned) => returned.problems),
    ...sameIds(file.returns, 'returns', '报送'),
    ...(duty?.problems ?? []),
  ];
  return { campaign: { ...campaign, findings: [...campaign.findings, ...unknownYears(campaign, calendar)] }, problems };
}

function resolveTasks(file: CampaignFile, audiences: AudienceReader): Resolved<Task[]> {
  const placed = file.sections.flatMap((section, at) =>
    section.tasks.map((task, index) => ({ task, section: section.heading, path: ['sections', at, 'tasks', index] })),
  );
  const problems: FileProblem[] = repeated(
    placed,
    ({ task }) => task.no,
    ({ task, path }) => problem([...path, 'no'], `任务编号“${task.no}”用了两次`),
  );
  const value = placed.map(({ task, section, path }): Task => {
    const { audience, problems: unknown } = audiences.read(task.units, [...path, 'units']);
    problems.push(...unknown);
    const lead = audiences.unitOf(task.lead ?? audience.printed[0] ?? '');
    if (task.lead !== undefined && lead === null) problems.push(audiences.unknown(task.lead, [...path, 'lead']));
    return { no: task.no, section, title: task.title, text: task.text, audience, lead };
  });
  return { value, problems };
}

function resolveReturn(
  written: ReturnWritten,
  path: FilePath,
  audiences: AudienceReader,
  clock: CampaignClock,
): Resolved<ReturnDefinition> {
  const from = audiences.read(written.from, [...path, 'from']);
  const due = resolveDue(written.due, [...path, 'due'], clock);
  const form = written.form === undefined ? null : resolveForm(written.form, written.id, [...path, 'form']);
  const { id, title, materials, to } = written;
  return {
    value: { id, title, materials, to, from: from.audience, due: due.due, form: form?.form ?? emptyForm(id, title) },
    problems: [
      ...from.problems,
      ...due.problems,
      ...(form?.problems ?? []),
      ...sameIds(materials, [...path, 'materials'], '材料'),
      ...(form === null && materials.length === 0
        ? [problem(path, '报送里既没有统计表（form），也没有材料（materials）')]
        : []),
    ],
  };
}

/** A return of materials only, such as a duty list: a table without rows is complete from the start. */
function emptyForm(id: string, title: string): Form {
  return { id, title, headerLines: [], footerLines: [], columns: [], hasRemark: false, rows: [] };
}

function sameIds(items: readonly { readonly id: string }[], list: FilePath | string, kind: string): FileProblem[] {
  const path = typeof list === 'string' ? [list] : list;
  return repeated(
    items.map(({ id }, index) => ({ id, index })),
    ({ id }) => id,
    ({ id, index }) => problem([...path, index, 'id'], `${kind}编号“${id}”用了两次，请换一个`),
  );
}

/** Said once per campaign and year: there Monday to Friday stands in for the holiday calendar. */
function unknownYears(campaign: CampaignDefinition, calendar: WorkingCalendar): Finding[] {
  const days = [
    campaign.notice.date,
    ...campaign.returns.flatMap(({ due }) => [dayOf(due.dueAtMs), dayOf(due.lateAfterMs)]),
    ...(campaign.duty?.shifts ?? []).map((shift) => dayOf(shift.startMs)),
  ];
  const years = new Set(days.filter((day) => !calendar.isKnown(day)).map((day) => day.slice(0, 4)));
  return [...years].sort().map((year) => ({
    text: `${year}年的放假和调休安排不在日历里。`,
    assumption: '暂按周一至周五为工作日推算；放假通知公布后写入配置的 calendar（holidays、workdays）。',
  }));
}
