import { formatDay, formatInstant } from '../calendar/zone.ts';
import type { CampaignDefinition, Task } from '../campaign/definition.ts';
import type { ReturnState } from '../submission/state.ts';
import { shiftHours } from './duty.ts';
import { dueText, inQuotes } from './wording.ts';

/** The plan for the group: what is asked and by when first, then who does what. */
export function planText(definition: CampaignDefinition, returns: Iterable<ReturnState>, botName: string): string {
  const { notice, tasks } = definition;
  const lines = [
    `【${definition.title}】`,
    `${notice.issuer}${notice.docNumber ? ` ${notice.docNumber}` : ''}，${formatDay(notice.date)}印发${notice.disclosure ? `（${notice.disclosure}）` : ''}`,
    '',
    ...returnLines([...returns]),
    ...dutyLines(definition),
    `请各单位联络员回复“@${botName} 收到”。发“我的任务”看本单位任务，发“填报”开始报数。`,
  ];
  let section = '';
  lines.push('', `任务共${tasks.length}项（括号内为实施部门）：`);
  for (const task of tasks) {
    if (task.section !== section) lines.push(task.section);
    section = task.section;
    lines.push(`${task.no} ${task.title}（${task.audience.printed.join('、')}）`);
  }
  return lines.join('\n');
}

function returnLines(returns: readonly ReturnState[]): string[] {
  return returns.map(
    ({ definition, due }) =>
      `报送：${partsOf(definition, returns.length > 1)}，“${due.phrase}”报${definition.to}。请于${dueText(due)}，过后计为逾期。`,
  );
}

/** `统计表、总结、图片`, the table by its name where there are several returns; a return of one part is called by its title. */
function partsOf({ form, materials, title }: ReturnState['definition'], several: boolean): string {
  const table = form ? [several ? form.title : '统计表'] : [];
  const parts = [...table, ...materials.map((material) => material.title)];
  return parts.length > 1 ? parts.join('、') : (form?.title ?? title);
}

function dutyLines({ duty }: CampaignDefinition): string[] {
  if (!duty) return [];
  return [
    `值守：${duty.requirement.includes(duty.phrase) ? '' : duty.phrase}${duty.requirement}`,
    ...duty.shifts.map((shift) => `· ${shift.title}：${shiftHours(shift)}`),
  ];
}

export function aboutToPublish(parts: number, groups: number, units: number): string {
  return `将把方案发到${groups > 1 ? `${groups}个` : ''}工作群（共${parts}条消息，@所有人），请${units}家单位签收。`;
}

export interface Published {
  readonly parts: number;
  readonly groups: number;
  /** Units that owe a receipt, the publisher's among them where `own`. */
  readonly units: number;
  readonly own: boolean;
}

export function planPublished({ parts, groups, units, own }: Published): string {
  const where = groups > 1 ? `（${groups}个群）` : '';
  return `方案正在发到工作群${where}，共${parts}条消息，${units}家单位须签收${own ? '，贵单位已算签收' : ''}。`;
}

export function aboutToResend(groups: number, units: number): string {
  return `将把方案全文再发一遍到${groups > 1 ? `${groups}个` : ''}工作群，通知${units}家、@所有人。`;
}

export function planResent(parts: number): string {
  return `方案正在重新发到工作群，共${parts}条消息。`;
}

export function planForLate(campaign: string): string {
  return `【补发方案】贵单位新列入${campaign}，请查收并回复“收到”。`;
}

export function lateInGroup(names: string, botName: string): string {
  return `【新列入】${names}列入本次活动，请发“@${botName} 方案”查看，看过请回复“@${botName} 收到”。`;
}

export function planAlreadyPublished(atMs: number): string {
  return `方案已于${formatInstant(atMs)}发布，未重复发送。要再发一遍请发“重发方案”，催签收请发“催收到”。`;
}

export function planUnderWay(left: number): string {
  return `方案正在发送，还有${left}条没有发到工作群，不用再发；发不出去我会告诉您。`;
}

export const planNotPublished = '方案还没有发布，请组织者先发“发布方案”。';
export const noGroup = '还没有登记可以推送的工作群，请先在通讯录文件中登记后再发布。';

export function receiptTaken(unit: string, received: number, total: number): string {
  return `${unit}已签收（${received}/${total}）。`;
}

export function planStandsAbove(atMs: number): string {
  return `方案已于${formatInstant(atMs)}发在工作群，请往上翻；单独给我发“方案”，我把全文发给您。`;
}

export function receiptStillOwed(unit: string): string {
  return `${unit}还没有签收，看过方案请回“收到”。`;
}

export function nodIsNoReceipt(unit: string, title: string): string {
  return `${unit}还没有签收${title}，看过请回“收到”。`;
}

export const noReceiptOwed = '贵单位不用签收。';

/** `other` is null where the words do not tell for whom it was given. */
export function receiptNotYours(own: string, other: string | null): string {
  return `${other ?? '别的单位'}请由本单位联络员签收，没有登记。${own}签收请回“收到”。`;
}

export function signedSoFar(received: number, total: number): string {
  return `已签收${received}/${total}家。`;
}

export function allSigned(total: number): string {
  return `${total}家单位已全部签收，谢谢。`;
}

/** On a unit's page. */
export function unitReceipt(atMs: number | null): string {
  return atMs === null ? '方案未签收。' : `方案已签收（${formatInstant(atMs)}）。`;
}

/** In 汇总进度. */
export function receiptsLine(published: boolean, received: number, total: number, silent: string): string {
  if (!published) return '方案还没有发布。';
  return `签收：${received}/${total}家${silent ? `，未签收：${silent}` : ''}。`;
}

export function receiptKnown(unit: string): string {
  return `${unit}此前已签收，无需重复。`;
}

export function receiptNotNeeded(unit: string): string {
  return `${unit}不在本次签收范围内，谢谢。`;
}

export function silentUnits(names: string, silent: number, total: number): string {
  return silent === 0 ? `${total}家单位已全部签收。` : `未签收${silent}家（共${total}家）：${names}`;
}

export function planTitle(campaign: string): string {
  return `${campaign}方案`;
}

export function noticeKnown(unit: string, no: number): string {
  return `${unit}已签收过${no}号通知，不用再回。`;
}

/** Never sent to that unit, or no notice at all. */
export function notForYou(no: number): string {
  return `没有等贵单位签收的${no}号通知。`;
}

/** What else a unit has not signed for, told to one who has just signed. */
export function stillToSign(titles: readonly string[]): string {
  return titles.length === 0 ? '' : `另有${titles.join('、')}还没签收，看过请再回“收到”。`;
}

/** What is not signed; `names` is null where more than half have not: who has is easier to tell. */
export interface Unsigned {
  readonly title: string;
  readonly names: string | null;
  readonly count: number;
}

export function receiptReminder(unsigned: readonly Unsigned[], botName: string): string {
  const lines = unsigned.map(({ title, names, count }) =>
    names === null ? `${title}，还有${count}家单位未签收。` : `${title}，以下单位还未签收：${names}。`,
  );
  const how = `请联络员回复“@${botName} 收到”`;
  if (lines.length === 1) return `【请签收】${lines[0]}${how}。`;
  return ['【请签收】', ...lines.map((line) => `· ${line}`), `${how}；几项都没签的，请回“@${botName} 全部收到”。`].join(
    '\n',
  );
}

export function aboutToChaseReceipts(units: number, groups: number): string {
  return `将在${groups > 1 ? `${groups}个` : ''}工作群提醒${units}家未签收单位，@各家联络员。`;
}

export function receiptsChased(count: number): string {
  return `已提醒${count}家未签收单位。`;
}

/** `spared`: asked within the hour, and not again; empty where none was. */
export function receiptsChasedOf(names: string, spared: string): string {
  return `已在工作群提醒${names}签收${spared === '' ? '' : `（${spared}刚催过，没有再催）`}。`;
}

export function theyHaveSigned(names: string): string {
  return `${names}没有要签收的，不用催。`;
}

export function chaseReceiptsOfWhom(words: string): string {
  return `没有找到${inQuotes(words)}，没有催。催某家签收请写单位简称，催全部请发“催收到”。`;
}

export const allReceived = '各单位都已签收，不用催。';

/** Of a unit that was taken out of the campaign. */
export function leftCampaign(unit: string): string {
  return `${unit}已移出本次活动，没有要办的任务；有疑问请发“找组织者：您的问题”。`;
}

export function myTasks(unit: string, tasks: readonly Task[], owed: readonly string[]): string {
  const list =
    tasks.length === 0
      ? [`${unit}没有分到具体任务。`]
      : [
          `${unit}共${tasks.length}项任务：`,
          ...tasks.map((task) => `${task.no} ${task.title}`),
          `发“任务${tasks[0]?.no}”（换成编号）看全文。`,
        ];
  return [...list, ...owed].join('\n');
}

export function taskText(task: Task, lead: string | null): string {
  return [
    `${task.no} ${task.title}`,
    task.text,
    `实施部门：${task.audience.printed.join('、')}${lead ? `（建议牵头：${lead}）` : ''}`,
  ].join('\n');
}

export function noSuchTask(no: string, first: string, last: string): string {
  return `没有编号“${no}”的任务，编号从${first}到${last}，例如“任务${first}”。`;
}
