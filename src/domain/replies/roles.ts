import type { Right } from '../access.ts';
import { excerpt, inQuotes } from './wording.ts';

export const noUnit = '还不知道您是哪个单位的。请发“绑定 单位全称”，组织者确认后就可以使用。';

export function unknownSender(botName: string): string {
  return `您好，我是${botName}，通讯录里还没有您。请发“绑定 单位全称”，组织者确认后就可以使用。`;
}

export function unknownChat(account: string): string {
  return `这个群还没有登记到任何活动，请联系组织者在通讯录文件中登记（群号：${account}）。`;
}

/** The ledger cannot be written to. It is not said that nothing was stored: a store may fail after it wrote. */
export const notRecorded = '系统故障，暂时不能登记，这条没能确认记上。请过几分钟再发一次；着急的话，请直接联系组织者。';

export const noCampaign = '现在没有正在开展的活动。';

/** Why someone may not, and who can. */
export function notAllowed(right: Right, organisers: string): string {
  switch (right) {
    case 'reporter':
      return '填报由各单位联络员办理，请联络员来发。';
    case 'reader':
      return '汇总情况由领导和组织者查看。发“进度”可以看本单位的情况。';
    case 'organiser':
      return `这项操作由组织者${organisers ? `（${organisers}）` : ''}办理。`;
    case 'anyone':
      return '这项操作暂时不能办理。';
    default:
      return right satisfies never;
  }
}

const audiences = { reporter: '可以发', reader: '领导可发', organiser: '组织者可发' } as const;

/** One line for each kind of person: what they may say. */
export function helpOf(audience: keyof typeof audiences, orders: readonly string[]): string {
  return `${audiences[audience]}：${orders.map((order) => `“${order}”`).join('')}。`;
}

/** Names of this campaign that stand in the examples. */
export interface ExampleNames {
  readonly unit: string;
  readonly person: string;
  readonly row: string;
  readonly task: string;
  /** Empty where nothing but figures is owed. */
  readonly material: string;
}

export function filled(line: string, names: ExampleNames): string {
  return line.replace(/\{(unit|person|row|task|material)\}/g, (_, key: keyof ExampleNames) => names[key]);
}

export function helpEnd(organisers: string): string {
  return `报错了发“撤回”或“第3项改成20”；有疑问发“找组织者：您的问题”${organisers ? `（组织者：${organisers}）` : ''}。`;
}

const asksYes = '确认请回“是”';

/** What was shown and is not done yet, after something else was said. */
export function stillToConfirm(shown: string): string {
  const [what = ''] = shown.split(asksYes);
  return `刚才的还没办：${what}要办请回“是”，不办请回“不用了”。`;
}

const shownOfIt = 60;

/** What was shown and was overtaken by another order before it was confirmed. */
export function notDone(shown: string): string {
  const [what = ''] = shown.split(/[。\n]/);
  return `前面等您确认的${inQuotes(excerpt(what, shownOfIt))}没有办，还要办请重新发。`;
}

/** To a yes that was said to something else than it would do by now. */
export function changedSince(shown: string): string {
  return `给您看过之后有变动，还没有办。请再看一遍：${shown}`;
}

/** What waits for a yes before it is done. */
export function confirmFirst(preview: string): string {
  return `${preview}${asksYes}（10分钟内有效），不办请回“不用了”。`;
}

/** The second of two orders in one message that both have to be confirmed. */
export function oneToConfirm(words: string): string {
  return `${inQuotes(words)}还没办，也要先确认，请办完上一件再发。`;
}

export const nothingToConfirm = '现在没有等您确认的事项。';
export const proposalLapsed = '刚才那项已过10分钟的确认时间，没有办理。要办请重新发一遍。';
export const proposalLetGo = '好的，没有办理。';

export function notAnOrder(help: string | null): string {
  return help === null ? '这句我没有当作指令办理。' : `这句我没有当作指令办理。要办请直接发“${help}”。`;
}

/** To organisers, whose words are like an order's. */
export function notUnderstoodBut(like: string): string {
  return `没看懂这句话，没有办。可以这样发：“${like}”；发“帮助”看全部用法。`;
}

export const notUnderstood = '没看懂这句话。发“帮助”看我能做什么。';
/** To leaders and organisers, whose words have a figure in them. */
export const notUnderstoodFigures = '没看懂这句话。各单位的数由本单位联络员报；发“帮助”看您能让我办什么。';
export const greeting = '在的。发“帮助”看我能做什么。';

export function bindingAsked(unit: string, no: number): string {
  return `已申请绑定${unit}（申请${no}号），组织者确认后即可使用。`;
}

export function bindingPending(unit: string, no: number): string {
  return `绑定${unit}的申请（${no}号）已经提交，正在等组织者确认。`;
}

export function bindingOtherPending(unit: string, no: number): string {
  return `您绑定${unit}的申请（${no}号）还在等组织者处理，处理后才能申请别的单位；申请错了请先发“撤回绑定申请”。`;
}

const platformNames: Readonly<Record<string, string>> = { wecom: '企业微信', dingtalk: '钉钉', console: '演练网页' };

/** `李明（企业微信账号LiMing，与通讯录中的李明同名，请核实）` */
export function applicant(name: string, account: readonly [string, string] | null, namesake: string | null): string {
  const remarks = [
    ...(account ? [`${platformNames[account[0]] ?? account[0]}账号${account[1]}`] : []),
    ...(namesake === null ? [] : [`与通讯录中的${namesake}同名，请核实`]),
  ];
  return remarks.length > 0 ? `${name}（${remarks.join('，')}）` : name;
}

export function bindingKnown(unit: string): string {
  return `您已经是${unit}的人员，不用再绑定。`;
}

export function unitUnknown(words: string, near: readonly string[]): string {
  if (words === '') return '请写上单位，发“绑定 单位全称”。';
  return `没有找到“${words}”。${near.length > 0 ? `是不是：${near.join('、')}？` : ''}请发“绑定 单位全称”。`;
}

export function organiserBinds(unit: string): string {
  return `您是组织者，我没有改动您的单位。要登记别人请发“绑定 ${unit} 姓名”。`;
}

export function bindingToConfirm(no: number, name: string, unit: string): string {
  return `【绑定申请${no}号】${name}申请代表${unit}填报。同意请回“确认绑定${no}”，不同意请回“拒绝绑定${no}”。`;
}

export function bindingSettled(accept: boolean, name: string, unit: string): string {
  return accept ? `已确认：${name}为${unit}联络员。` : `已拒绝${name}绑定${unit}的申请。`;
}

export function bindingResult(accept: boolean, unit: string): string {
  return accept
    ? `绑定已确认，您可以代表${unit}填报了。发“我的任务”看看要做什么。`
    : `绑定${unit}的申请没有通过，如有疑问请联系组织者。`;
}

export const noBindings = '没有待确认的绑定申请。';

export function bindingList(lines: readonly { no: number; name: string; unit: string }[]): string {
  return [
    '待确认的绑定申请：',
    ...lines.map(({ no, name, unit }) => `${no}号 ${name} → ${unit}`),
    `请带编号回复，例如“确认绑定${lines[0]?.no}”“拒绝绑定${lines[0]?.no}”。`,
  ].join('\n');
}

/** Of numbers that wait no more. */
export function notWaiting(unknown: readonly number[], waiting: readonly number[]): string {
  if (waiting.length === 0) return noBindings;
  return `${numbered(unknown)}没有在等确认（可能已经办过，或本人撤回了）。待确认：${numbered(waiting)}。`;
}

function numbered(numbers: readonly number[]): string {
  return numbers.map((no) => `${no}号`).join('、');
}

export const noOwnBinding = '您没有等待确认的绑定申请。';

export function bindingWithdrawn(unit: string, no: number): string {
  return `已撤回绑定${unit}的申请（${no}号）。要绑定别的单位请发“绑定 单位全称”。`;
}

export function tooLong(length: number, most: number): string {
  return `这条消息有${length}字，太长了，没有记录。请分成几条发（每条不超过${most}字），长材料请作为文件发来。`;
}

export function greetingIn(botName: string): string {
  return `您好，我是${botName}。可以发“我的任务”“填报”“进度”，或发“帮助”看全部用法。`;
}

export const quotationOnly = '引用的内容没有记录。如果是贵单位要报的数，请直接写给我；要做别的事请说明。';
