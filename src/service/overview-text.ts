/** The overview as one block for the operator's eyes. */
import { formatDay, formatEnd, formatInstant } from '../domain/calendar/zone.ts';
import { inQuotes } from '../domain/replies/wording.ts';
import type { CampaignOverview, Gap, Overview, Silence } from './overview.ts';

/** How much there is to see to; none of it keeps a start from going through. */
export function gapsIn({ campaigns, strays }: Overview): number {
  return campaigns.reduce((count, { gaps }) => count + gaps.length, strays.length);
}

export function overviewText(overview: Overview): string {
  const { campaigns, strays } = overview;
  const gaps = gapsIn(overview);
  return [
    '──────── 督办助手：启动情况 ────────',
    ...campaigns.flatMap(linesOf),
    ...strays.map((stray) => `  ！${sayStray(stray)}`),
    gaps === 0 ? '没有发现缺项。' : `有 ${gaps} 处要留意（标“！”的），不影响启动。`,
  ].join('\n');
}

/** The same matters one by one, for a log. */
export function gapTexts({ campaigns, strays }: Overview): string[] {
  return [
    ...campaigns.flatMap(({ title, gaps }) => gaps.map((gap) => `【${title}】${sayGap(gap)}`)),
    ...strays.map(sayStray),
  ];
}

function sayStray({ group, campaign }: Overview['strays'][number]): string {
  return `群${inQuotes(group)}指向的活动 ${campaign} 没有启动，群里的话不会处理：请改通讯录里的 campaign`;
}

function linesOf({ id, title, units, people, groups, returns, shifts, gaps }: CampaignOverview): string[] {
  return [
    `【${title}】${id}：单位${units}家，人员${people}人，群${groups.length}个${groups.length === 0 ? '' : `（${groups.join('、')}）`}`,
    ...returns.map(
      ({ title, units, phrase, dueAtMs }) =>
        `  报送${inQuotes(title)}：${units}家，${phrase}（提醒到${formatInstant(dueAtMs)}）`,
    ),
    ...shifts.map(
      ({ title, units, startMs, endMs }) =>
        `  值班${inQuotes(title)}：${units}家，${formatInstant(startMs)}至${formatEnd(endMs)}`,
    ),
    ...gaps.map((gap) => `  ！${sayGap(gap)}`),
  ];
}

function sayGap(gap: Gap): string {
  switch (gap.kind) {
    case 'no-organiser':
      return '没有组织者：没有人能发布方案、催办、确认绑定。请在通讯录里给负责的人写 roles: [organiser]';
    case 'no-liaison':
      return `${listed(gap.units)}没有联络员：提醒没有人可点名，表也没有人能填。请在通讯录里补上，或让联络员在群里说“绑定 单位全称”`;
    case 'unknown-organisers':
      return `组织者${gap.people.join('、')}都没有登记账号：他们说话机器人认不出，没有人能发布方案、催办。请在通讯录 accounts 里补上`;
    case 'unknown-liaisons':
      return `${listed(gap.units)}的联络员没有登记账号：提醒点不到人，他们说话也认不出。请在通讯录 accounts 里补上`;
    case 'no-group':
      return '通讯录里没有这项活动的群：方案和提醒发不出去。请在 chats 里登记一个群，campaign 写这项活动的编号';
    case 'silent-group':
      return `群${inQuotes(gap.group)}${saySilence(gap.why)}`;
    case 'heartbeat-for-all':
      return `报平安会发到工作群${inQuotes(gap.group)}，人人都看见：请在组织者和管理员的小群里另加一个群机器人，heartbeat.push 写它的名字`;
    case 'nobody-meant':
      return `${gap.what}没有对应到任何单位：写到的名称都在 open 里`;
    case 'day-off':
      return `报送${inQuotes(gap.what)}的期限${inQuotes(gap.phrase)}碰到休息日${formatDay(gap.day)}，提醒到${formatInstant(gap.dueAtMs)}`;
    case 'nobody-on-duty':
      return `班次${inQuotes(gap.shift)}还没有人：${listed(gap.units)}。请写进 assignments，或在群里说“安排值班”`;
  }
}

function saySilence(why: Silence): string {
  switch (why.kind) {
    case 'no-push':
      return '没有写 push：机器人在这里只能回话，方案和提醒发不出去';
    case 'not-connected':
      return `所在的平台 ${why.platform} 没有接入：收不到话，也发不出去`;
    case 'unknown-push':
      return `的 push 写的是“${why.push}”，配置文件 wecom.webhooks 里没有这个名字${why.known.length === 0 ? '（一个也没有配）' : `（有 ${why.known.join('、')}）`}：方案和提醒发不出去`;
    case 'nobody':
      return '里没有一个人在通讯录里登记了这个平台的账号：发出去也点不到任何人';
  }
}

const mostNames = 12;

function listed(units: readonly string[]): string {
  const shown = units.slice(0, mostNames).join('、');
  return units.length > mostNames ? `${shown}等${units.length}家` : shown;
}
