import type { Right } from '../access.ts';

export const noUnit = '还不知道您是哪个单位的。请发“绑定 单位全称”，组织者确认后就可以使用。';

export function unknownSender(botName: string): string {
  return `您好，我是${botName}，通讯录里还没有您。请发“绑定 单位全称”，例如“绑定 黄浦区市场监督管理局”，组织者确认后就可以使用。`;
}

export function unknownChat(account: string): string {
  return `这个群还没有登记到任何活动，请联系组织者在通讯录文件中登记（群号：${account}）。`;
}

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

export const helpReporter = [
  '我可以：',
  '· “收到”：签收方案　“我的任务”：看本单位任务',
  '· “填报”：一项一项填；也可以直接说“公益广告3条，抖音12条，其余为0”',
  '· “第3项改成20”“撤回”：更正　“上一项”“跳过”“暂停”',
  '· “进度”：看还差什么　“确认提交”：填好后提交　“修改”：提交后改',
  '· 总结、图片直接发给我，或说“总结已报送OA”',
  '· “到岗”：值班签到　“值班情况”　“找组织者”',
].join('\n');

export const helpReader = '领导可发：“汇总进度”“未报单位”“谁没收到”“公益广告汇总”“值班情况”“谁改过 黄浦区局第2项”。';
export const helpOrganiser =
  '组织者可发：“发布方案”“催收到”“催办”“截止改到3月24日前”“安排值班 黄浦区局 王丽”“绑定申请”“审读意见”“截止填报”“开放填报”。';

export const notUnderstood = '没看懂这句话。发“帮助”看我能做什么。';
export const greeting = '在的。发“帮助”看我能做什么。';

export function askedOrganiser(organisers: string): string {
  return `已转告组织者${organisers}，会尽快与您联系。`;
}

export function askedOrganiserBefore(organisers: string): string {
  return `刚才已经转告组织者${organisers}，请稍等。`;
}

export const noOrganiser = '通讯录里没有登记组织者，请直接联系发文单位。';

export function personNeedsHelp(unit: string, name: string, words: string): string {
  return `【请协助】${unit}${name}填报时需要帮助${words ? `，最近一句是：“${words}”` : ''}。请联系一下。`;
}

export function bindingAsked(unit: string, no: number): string {
  return `已申请绑定${unit}（申请${no}号），组织者确认后即可使用。`;
}

export function bindingPending(unit: string, no: number): string {
  return `绑定${unit}的申请（${no}号）已经提交，正在等组织者确认。`;
}

export function bindingOtherPending(unit: string, no: number): string {
  return `您绑定${unit}的申请（${no}号）还在等组织者处理，处理后才能申请别的单位；如果申请错了，请联系组织者拒绝这一条。`;
}

const platformNames: Readonly<Record<string, string>> = { wecom: '企业微信', dingtalk: '钉钉', console: '演练网页' };

/** `李明（企业微信账号LiMing，与通讯录中的李明同名，请核实）` */
export function applicant(name: string, account: readonly [string, string] | null, namesake: boolean): string {
  const remarks = [
    ...(account ? [`${platformNames[account[0]] ?? account[0]}账号${account[1]}`] : []),
    ...(namesake ? [`与通讯录中的${name}同名，请核实`] : []),
  ];
  return remarks.length > 0 ? `${name}（${remarks.join('，')}）` : name;
}

export function bindingKnown(unit: string): string {
  return `您已经是${unit}的人员，不用再绑定。`;
}

export function unitUnknown(words: string, near: readonly string[]): string {
  if (words === '') return '请写上单位，例如“绑定 黄浦区市场监督管理局”。';
  return `没有找到“${words}”。${near.length > 0 ? `是不是：${near.join('、')}？` : ''}请发“绑定 单位全称”。`;
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
    '回“确认绑定1”或“拒绝绑定1”（换成编号）。',
  ].join('\n');
}

export function whichBinding(numbers: readonly number[]): string {
  return numbers.length === 0
    ? noBindings
    : `请写明申请编号，例如“确认绑定${numbers[0]}”。待确认：${numbers.map((no) => `${no}号`).join('、')}。`;
}

export function tooLong(length: number, most: number): string {
  return `这条消息有${length}字，太长了，没有记录。请分成几条发（每条不超过${most}字），长材料请作为文件发来。`;
}

export function greetingIn(botName: string): string {
  return `您好，我是${botName}。可以发“我的任务”“填报”“进度”，或发“帮助”看全部用法。`;
}

export const quotationOnly = '引用的内容没有记录。如果是贵单位要报的数，请直接写给我；要做别的事请说明。';
