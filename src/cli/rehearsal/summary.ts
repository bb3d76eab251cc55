/** What a rehearsal showed, counted from the chat alone: the bot's own figures are not asked, they are checked. */
import type { CampaignDefinition, ReturnDefinition } from '../../domain/campaign/definition.ts';
import type { DirectoryView } from '../../domain/directory/view.ts';
import { fromMicro, isRate, toMicro } from '../../domain/form.ts';
import { literal } from '../../domain/literal.ts';
import { percent } from '../../domain/replies/wording.ts';
import { type Affair, affairsOf, type Known } from './known.ts';
import { type Messages, meter } from './meter.ts';
import { partAbout } from './news.ts';
import type { Heard } from './stage.ts';

export interface ReturnOutcome {
  readonly id: string;
  readonly title: string;
  readonly units: number;
  readonly complete: number;
  readonly onTime: number;
  readonly completeness: number;
  readonly timeliness: number;
  readonly wrongTotals: readonly number[];
}

export interface Summary {
  readonly campaign: string;
  readonly seed: number;
  readonly units: number;
  readonly receipts: number;
  /** Units with all of their returns in, and those in time with all. */
  readonly complete: number;
  readonly onTime: number;
  /** 0 to 1. */
  readonly completeness: number;
  readonly timeliness: number;
  /** Over all returns and receipts. */
  readonly remindersToUnitsOwingNothing: number;
  /** Rows whose total in the last 汇总进度 is not the sum of what the units meant to say; of the first table. */
  readonly wrongTotals: readonly number[];
  readonly messages: Messages;
  readonly returns: readonly ReturnOutcome[];
  /** Whatever the bot said that is not as the simulated people know it. */
  readonly contradictions: readonly string[];
}

export interface Observed {
  readonly definition: CampaignDefinition;
  readonly seed: number;
  readonly known: Known;
  readonly spoken: readonly Heard[];
  readonly remindersToUnitsOwingNothing: number;
  readonly contradictions: readonly string[];
  readonly lastProgress: string;
}

export function summarise(observed: Observed): Summary {
  const { definition, seed, known, spoken } = observed;
  const returns = definition.returns.map((returned) => outcomeOf(observed, returned));
  const units = [...new Set(known.affairs.map(({ unit }) => unit))];
  const all = (unit: string, holds: (affair: Affair) => boolean) =>
    known.affairs.filter((affair) => affair.unit === unit).every(holds);
  const complete = units.filter((unit) => all(unit, ({ inAtMs }) => inAtMs !== null)).length;
  const onTime = units.filter((unit) => all(unit, inTime)).length;
  return {
    campaign: definition.id,
    seed,
    units: units.length,
    receipts: units.filter((unit) => known.signed.has(unit)).length,
    complete,
    onTime,
    completeness: share(complete, units.length),
    timeliness: share(onTime, units.length),
    remindersToUnitsOwingNothing: observed.remindersToUnitsOwingNothing,
    wrongTotals: returns[definition.returns.findIndex(({ form }) => form !== null)]?.wrongTotals ?? [],
    messages: meter(spoken),
    returns,
    contradictions: observed.contradictions,
  };
}

function inTime({ inAtMs, returned }: Affair): boolean {
  return inAtMs !== null && inAtMs < returned.due.lateAfterMs;
}

function outcomeOf({ definition, known, lastProgress }: Observed, returned: ReturnDefinition): ReturnOutcome {
  const affairs = affairsOf(known, returned);
  const complete = affairs.filter(({ inAtMs }) => inAtMs !== null);
  const onTime = complete.filter(inTime).length;
  return {
    id: returned.id,
    title: returned.title,
    units: affairs.length,
    complete: complete.length,
    onTime,
    completeness: share(complete.length, affairs.length),
    timeliness: share(onTime, affairs.length),
    wrongTotals: wrongTotals(partAbout(definition, returned, lastProgress), returned, affairs),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;
}

/** Against what the units meant, whatever they typed. Rates have no total. */
function wrongTotals(text: string, { form }: ReturnDefinition, affairs: readonly Affair[]): number[] {
  const counted = affairs.filter(({ submitted }) => submitted);
  return (form?.rows ?? [])
    .filter((row) => {
      if (isRate(row)) return false;
      const meant = fromMicro(counted.reduce((sum, { figures }) => sum + toMicro(figures.get(row.no) ?? 0), 0));
      const said = new RegExp(`^${row.no} ${literal(row.label)} (-?[\\d.]+)`, 'm').exec(text)?.[1];
      return Number(said) !== meant;
    })
    .map((row) => row.no);
}

export function summaryText(summary: Summary, view: DirectoryView): string {
  const { messages, returns } = summary;
  const wrong = returns.flatMap((one) =>
    one.wrongTotals.map((no) => `${returns.length > 1 ? `${one.title}第` : ''}${no}`),
  );
  return [
    '──────── 演练小结 ────────',
    `方案 ${summary.campaign}，种子 ${summary.seed}，报送单位${summary.units}家`,
    `签收：${summary.receipts}/${summary.units}　完成率：${percent(summary.complete, summary.units)}　按时率：${percent(summary.onTime, summary.units)}`,
    ...(returns.length > 1 ? returns.map(returnLine) : []),
    `提醒了已无欠项的单位：${summary.remindersToUnitsOwingNothing}次（应为0）`,
    `合计与各单位所报不符的项目：${wrong.length === 0 ? '无' : wrong.join('、')}`,
    ...contradictionLines(summary.contradictions),
    ...Object.keys(messages.groups).flatMap((chat) => groupLines(messages, chat)),
    peopleLine(messages, view),
  ].join('\n');
}

function returnLine({ title, complete, units, onTime }: ReturnOutcome): string {
  return `· ${title}：报齐${complete}/${units}家　完成率：${percent(complete, units)}　按时率：${percent(onTime, units)}`;
}

function contradictionLines(contradictions: readonly string[]): string[] {
  const count = contradictions.length === 0 ? '无' : `${contradictions.length}处`;
  return [`前后不一致的话：${count}（应为无）`, ...contradictions.map((one) => `· ${one}`)];
}

function groupLines({ groups, groupsPerDay, groupsByKind }: Messages, chat: string): string[] {
  const days = Object.entries(groupsPerDay[chat] ?? {});
  const perDay = days.map(([day, count]) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日${count}`).join('、');
  const kinds = Object.entries(groupsByKind[chat] ?? {}).sort(([, a], [, b]) => b - a);
  return [
    `机器人在群里（${chat}）共${groups[chat]}条消息`,
    `· 按天：${perDay}`,
    `· 按类：${kinds.map(([kind, count]) => `${kind}${count}`).join('、')}`,
  ];
}

function peopleLine(
  { people, meanPerPerson, mostPerPerson, mostPerPersonADay }: Messages,
  view: DirectoryView,
): string {
  const busiest = Object.entries(people)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 5);
  const names = busiest.map(([person, count]) => `${view.person(person)?.name ?? person} ${count}条`).join('、');
  return `每人收到（单聊或点名）：平均${meanPerPerson}条，最多${mostPerPerson}条（${names}），一天最多${mostPerPersonADay}条`;
}
