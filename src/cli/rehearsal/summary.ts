/** What a rehearsal showed, counted from the chat alone: the bot's own figures are not asked, they are checked. */
import type { CampaignDefinition } from '../../domain/campaign/definition.ts';
import type { DirectoryView } from '../../domain/directory/view.ts';
import { fromMicro, toMicro } from '../../domain/form.ts';
import { percent } from '../../domain/replies/wording.ts';
import type { Liaison } from './liaison.ts';
import type { TableReturn } from './simulate.ts';
import type { Heard } from './stage.ts';

export interface Summary {
  readonly campaign: string;
  readonly seed: number;
  readonly units: number;
  readonly receipts: number;
  readonly complete: number;
  readonly onTime: number;
  /** 0 to 1. */
  readonly completeness: number;
  readonly timeliness: number;
  readonly remindersToUnitsOwingNothing: number;
  /** Rows whose total in the last 汇总进度 is not the sum of what the units meant to say. */
  readonly wrongTotals: readonly number[];
  readonly messages: {
    readonly groups: Readonly<Record<string, number>>;
    /** Messages of the bot that a person got alone or by name. */
    readonly people: Readonly<Record<string, number>>;
    readonly mostPerPerson: number;
    readonly meanPerPerson: number;
  };
}

export interface Observed {
  readonly definition: CampaignDefinition;
  readonly returned: TableReturn;
  readonly seed: number;
  readonly liaisons: readonly Liaison[];
  readonly spoken: readonly Heard[];
  readonly remindersToUnitsOwingNothing: number;
  readonly lastProgress: string;
}

export function summarise(observed: Observed): Summary {
  const { definition, returned, seed, liaisons, spoken } = observed;
  const complete = liaisons.filter((liaison) => liaison.deliveredAtMs() !== null);
  const onTime = complete.filter((liaison) => (liaison.deliveredAtMs() ?? 0) < returned.due.lateAfterMs);
  const people = perPerson(spoken);
  const counts = Object.values(people);
  return {
    campaign: definition.id,
    seed,
    units: liaisons.length,
    receipts: liaisons.filter((liaison) => liaison.hasSigned()).length,
    complete: complete.length,
    onTime: onTime.length,
    completeness: share(complete.length, liaisons.length),
    timeliness: share(onTime.length, liaisons.length),
    remindersToUnitsOwingNothing: observed.remindersToUnitsOwingNothing,
    wrongTotals: wrongTotals(observed, complete),
    messages: {
      groups: perGroup(spoken),
      people,
      mostPerPerson: Math.max(0, ...counts),
      meanPerPerson: Math.round((counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length)) * 10) / 10,
    },
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;
}

function perGroup(spoken: readonly Heard[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { chat } of spoken) if (!chat.startsWith('single:')) counts[chat] = (counts[chat] ?? 0) + 1;
  return counts;
}

function perPerson(spoken: readonly Heard[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { chat, message } of spoken) {
    const reached = chat.startsWith('single:')
      ? [chat.slice('single:'.length)]
      : message.mentions.filter((person) => person !== 'all');
    for (const person of reached) counts[person] = (counts[person] ?? 0) + 1;
  }
  return counts;
}

function wrongTotals({ returned, lastProgress }: Observed, complete: readonly Liaison[]): number[] {
  return returned.form.rows
    .filter((row) => {
      const meant = fromMicro(complete.reduce((sum, { figures }) => sum + toMicro(figures.get(row.no) ?? 0), 0));
      const said = new RegExp(`^${row.no} .*?(\\d+(?:\\.\\d+)?)[^\\d]*$`, 'm').exec(lastProgress)?.[1];
      return Number(said) !== meant;
    })
    .map((row) => row.no);
}

export function summaryText(summary: Summary, view: DirectoryView): string {
  const { messages } = summary;
  const busiest = Object.entries(messages.people)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 5);
  const names = busiest.map(([person, count]) => `${view.person(person)?.name ?? person} ${count}条`).join('、');
  return [
    '──────── 演练小结 ────────',
    `方案 ${summary.campaign}，种子 ${summary.seed}，报送单位${summary.units}家`,
    `签收：${summary.receipts}/${summary.units}　完成率：${percent(summary.complete, summary.units)}　按时率：${percent(summary.onTime, summary.units)}`,
    `提醒了已无欠项的单位：${summary.remindersToUnitsOwingNothing}次（应为0）`,
    `合计与各单位所报不符的项目：${summary.wrongTotals.length === 0 ? '无' : summary.wrongTotals.join('、')}`,
    ...Object.entries(messages.groups).map(([chat, count]) => `机器人在群里（${chat}）共${count}条消息`),
    `每人收到（单聊或点名）：平均${messages.meanPerPerson}条，最多${messages.mostPerPerson}条（${names}）`,
  ].join('\n');
}
