/** 审核: what is sent back, accepted, and waits. */
import { formatInstant } from '../calendar/zone.ts';
import type { Due } from '../campaign/definition.ts';
import type { Back, Review } from '../review/reviewed.ts';
import type { Fit } from '../review/which.ts';
import { owedBy } from '../submission/owed.ts';
import type { ReturnState } from '../submission/state.ts';
import { owedText } from './reminders.ts';
import { dueText, leaderNames } from './wording.ts';

/** `《3·15活动统计表》`: the table where there is one. */
export function titleOf({ definition }: ReturnState): string {
  return `《${definition.form?.title ?? definition.title}》`;
}

/** `《统计表》第3、5项和总结` */
export function partText({ returned, part }: Pick<Fit, 'returned' | 'part'>): string {
  const { rows, materials } = part;
  const titles = materials.map((id) => materialTitle(returned, id)).join('、');
  const table = rows.length > 0 || titles === '' ? [`${titleOf(returned)}${rowsText(rows)}`] : [];
  return [...table, ...(titles === '' ? [] : [titles])].join('和');
}

function rowsText(rows: readonly number[]): string {
  return rows.length > 0 ? `第${rows.join('、')}项` : '';
}

function materialTitle({ definition }: ReturnState, id: string): string {
  return definition.materials.find((material) => material.id === id)?.title ?? id;
}

export const returnWhom = '退回哪个单位的？请写成“退回 单位，原因”，例如“退回 某某局 第3项，数字偏大请核实”。';
export const whyReturn = '请说明退回的原因，我原话转告单位；不退了请回“不退了”。';
export const returningDropped = '好的，没有退回。';
export const nothingToDrop = '现在没有等您补充的退回。要撤销已经退回的，请写上单位，例如“撤销退回 单位简称”。';

const deeds = { returned: '退回', accepted: '审核通过' } as const;

export function undoWhom(undone: keyof typeof deeds): string {
  return `没有可以撤销的${deeds[undone]}。请写成“撤销${undone === 'returned' ? '退回' : '通过'} 单位简称”。`;
}

export function aboutToUndo(undone: keyof typeof deeds, units: string): string {
  return `将撤销${units}的${deeds[undone]}。`;
}

export function undone(undone: keyof typeof deeds, units: string, title: string): string {
  const now = undone === 'returned' ? '原来报的恢复有效，不用重报' : '重新待审核，已报的数不变';
  return `已撤销${units}${title}的${deeds[undone]}，${now}。`;
}

export function undoneNotice(undone: keyof typeof deeds, title: string): string {
  if (undone === 'returned') return `【撤销退回】贵单位${title}的退回已撤销，原来报的仍然有效，不用重报。`;
  return `【撤销通过】贵单位${title}的审核通过已撤销，重新待审核；已报的数不变，暂时不用办什么。`;
}

/** What of a return is undone: its table, or the whole where it has none, and materials. */
export interface UndonePart {
  readonly table: boolean;
  readonly materials: readonly string[];
}

/** `《统计表》和总结` */
export function undoneTitle(of: ReturnState, { table, materials }: UndonePart): string {
  const titles = materials.map((id) => materialTitle(of, id)).join('、');
  return [...(table ? [titleOf(of)] : []), ...(titles === '' ? [] : [titles])].join('和');
}

/** The unit has begun to put it right; or only some of the rows that went back together were named. */
export interface LeftBack {
  readonly why: 'touched' | 'together';
  readonly rows: readonly number[];
}

export function notUndone(unit: string, of: ReturnState, { why, rows }: LeftBack): string {
  const what = `${unit}${titleOf(of)}`;
  if (why === 'touched') return `${what}退回后已经在改，没有撤销，请等其重报。`;
  return `${what}${rows.length === 0 ? '是整表' : `${rowsText(rows)}是一起`}退回的，没有撤销；要撤销请发“撤销退回 ${unit} 统计表”。`;
}

/** `named`: what of it was named, if anything. */
export function nothingUndone(
  undone: keyof typeof deeds,
  unit: string,
  named: { readonly rows: readonly number[]; readonly parts: readonly string[]; readonly table: boolean },
): string {
  const { rows, parts, table } = named;
  const what = rowsText(rows) || parts.join('、') || (table ? '统计表' : '报送');
  return `${unit}现在没有${undone === 'returned' ? '退回未改' : '审核通过'}的${what}，没有撤销。`;
}

/** What is still open, to one who asks what is. */
export const lacking = { reason: whyReturn, return: '请回序号或名称；不退了请回“不退了”。' } as const;

export function whichToReturn(titles: readonly string[]): string {
  return ['退回哪一项？', ...titles.map((title, index) => `${index + 1}. ${title}`), lacking.return].join('\n');
}

export function noSuchRow(said: readonly string[]): string {
  return `统计表里没有${said.join('、')}，没有退回，请核对项号。`;
}

export function aboutToReturn(units: string, part: string, reason: string): string {
  return `将退回${units}已报的${part}，原因：${withoutStop(reason)}。逐家通知联络员，改好重报前按未报齐提醒。`;
}

export function returned(units: string, part: string, reason: string): string {
  return `已退回${units}${part}，原因：${withoutStop(reason)}。`;
}

function withoutStop(text: string): string {
  return text.replace(/[。.！!，,；;\s]+$/, '');
}

export const owedUntilPutRight = '改好重报前按未报齐提醒。';

export const returnedButClosed = '这项报送已停止填报，单位现在改不了，请再发“开放填报”。';

/** Why a unit's return does not go back. */
export function notReturned(unit: string, review: Review, of: ReturnState): string {
  const what = `${unit}${titleOf(of)}`;
  if (review.kind === 'returned') return `${what}已经退回过（${backReasons(review.backs, of)}），还没有重报。`;
  return `${what}还没有提交，不用退回。`;
}

export function partNotIn(unit: string, parts: readonly string[]): string {
  return `${unit}的${parts.join('、')}还没有报来，不用退回。`;
}

/** Of a group, of which some were concerned. */
export function othersLeft(units: number): string {
  return units === 0 ? '' : `其余${units}家没有可办的。`;
}

/** Of many units, which are not gone through one by one. */
export function noneOfThem(units: number): string {
  return `这${units}家都没有可以退回的：还没有提交，或者已经退回、还没有重报。`;
}

export const nobodySubmitted = '还没有单位提交，没有可以退回的。';

export function owesNothing(unit: string): string {
  return `${unit}本次没有要报送的内容。`;
}

/** `第3项：数字偏大；总结：内容不全` */
export function backReasons(backs: readonly Back[], of: ReturnState): string {
  return backs
    .map(({ material, rows, reason }) => {
      const what = material === null ? rowsText(rows) : materialTitle(of, material);
      return `${what === '' ? '' : `${what}：`}${withoutStop(reason)}`;
    })
    .join('；');
}

export interface ReturnedLine {
  readonly name: string;
  readonly returned: ReturnState;
  readonly backs: readonly Back[];
  /** Null where it has passed. */
  readonly due: Due | null;
  readonly wasInTime: boolean;
}

/** To people of one unit. `withoutReporter`: the unit, where it is the leader who is told and has it done. */
export function returnedAlone(lines: readonly ReturnedLine[], withoutReporter: string): string {
  return lines
    .map(({ returned: of, backs, due, wasInTime }) => {
      const heads = backs.map((back) => `贵单位${backText(back, of)}已退回，原因：${withoutStop(back.reason)}。`);
      const until = due === null ? '请尽快改好。' : `请于${dueText(due)}。`;
      const counts = wasInTime ? '原来按时报的，改后仍算按时。' : '';
      const how = withoutReporter === '' ? whatToDo(backs, of) : leaderNames(withoutReporter);
      return [`【退回】${heads.join('')}`, `${how}${until}${counts}`].join('\n');
    })
    .join('\n');
}

function backText({ material, rows }: Back, of: ReturnState): string {
  return material === null ? `${titleOf(of)}${rowsText(rows)}` : materialTitle(of, material);
}

function whatToDo(backs: readonly Back[], of: ReturnState): string {
  const table = of.definition.form !== null && backs.some(({ material }) => material === null);
  const materials = backs.flatMap(({ material }) => (material === null ? [] : [materialTitle(of, material)]));
  const whole = of.definition.form === null && materials.length === 0 ? [titleOf(of)] : materials;
  return [
    ...(table ? ['请核对后直接报新数，再回“确认提交”；核对无误的直接回“确认提交”。'] : []),
    ...(whole.length > 0 ? [`请改好后把${whole.join('、')}重新发给我。`] : []),
  ].join('');
}

/** In a group, where they cannot be told alone. */
export function returnedInGroup(lines: readonly ReturnedLine[], botName: string, withoutReporter: string): string {
  return [
    '【退回】以下单位的报送已退回，请改好后重报：',
    ...lines.map(({ name, returned: of, backs }) => `· ${name}${titleOf(of)}（${backReasons(backs, of)}）`),
    `请点开与${botName}的单聊办理，发“进度”看详情。`,
    ...(withoutReporter === '' ? [] : [leaderNames(withoutReporter)]),
  ].join('\n');
}

export const noAcceptance = '本次活动不设审核，提交了就算报齐。发现问题可以发“退回 单位，原因”。';
export const acceptWhom = '通过哪个单位的？请写成“通过 单位简称”，或发“待审核”看名单。';
export const acceptWhole = '审核按整项办理，没有办。请写成“通过 单位简称”；有问题的请发“退回 单位，原因”。';
export const nobodyWaits = '没有待审核的报送。';

export function whichToAccept(titles: readonly string[]): string {
  const names = [...new Set(titles)];
  return `通过哪一项？${names.join('、')}。请写上名称，例如“通过 单位简称 ${names[0] ?? ''}”。`;
}

export function aboutToAccept(lines: readonly { readonly title: string; readonly units: string }[]): string {
  return `将审核通过${lines.map(({ title, units }) => `${title}${units}`).join('、')}。`;
}

export function accepted(units: string, title: string): string {
  return `审核通过：${units}${title}。`;
}

export function acceptedAlone(title: string): string {
  return `【审核通过】贵单位${title}已审核通过，谢谢。`;
}

/** Why a unit's return is not accepted now. */
export function notAccepted(short: string, review: Review, of: ReturnState, unit: string): string {
  const what = `${short}${titleOf(of)}`;
  switch (review.kind) {
    case 'none':
      return `${what}还没有提交，不能通过。`;
    case 'incomplete':
      return `${what}还差${owedText(owedBy(of, unit))}，报齐后再审核。`;
    case 'returned':
      return `${what}已退回（${backReasons(review.backs, of)}），等单位重报后再审核。`;
    case 'accepted':
      return `${what}已于${formatInstant(review.atMs)}通过，无需重复。`;
    case 'waiting':
      return `${what}待审核。`;
    default:
      return review satisfies never;
  }
}

export function countLine(
  title: string | null,
  counts: { readonly accepted: number; readonly waiting: number; readonly returned: number },
): string {
  const parts = [`已通过${counts.accepted}家`, `待审核${counts.waiting}家`, `退回${counts.returned}家`];
  return `审核${title ?? ''}：${parts.join('，')}。`;
}

export function backLine(title: string | null, units: number): string {
  return `退回未改${title ?? ''}：${units}家。`;
}

export function waitingLine(title: string | null, total: number, units: string): string {
  return `待审核${title ?? ''}${total}家：${units}。`;
}

const backsShown = 20;

export function backList(title: string | null, units: readonly string[]): string {
  const shown = units.slice(0, backsShown).join('、');
  const rest = units.length > backsShown ? `等${units.length}家` : '';
  return `退回未改${title ?? ''}${units.length}家：${shown}${rest}。`;
}

/** Beside what is owed; a table sent back is owed, and said there with its reason. `title` where several are spoken of. */
export function standing(review: Review, of: ReturnState, required: boolean, title: string | null): string[] {
  if (review.kind === 'returned') {
    const unsaid = review.backs.filter(({ material }) => material !== null || of.definition.form === null);
    return unsaid.map((back) => `${backText(back, of)}已退回：${withoutStop(back.reason)}。`);
  }
  const how = required ? standingWord(review) : null;
  return how === null ? [] : [`审核${title ?? ''}：${how}。`];
}

function standingWord(review: Review): string | null {
  if (review.kind === 'waiting') return '待审核';
  if (review.kind === 'accepted') return `${formatInstant(review.atMs)}已通过`;
  return review.kind === 'incomplete' ? '报齐后由组织者审核' : null;
}

/** `title`: with the unit before it, where it is not the asker's own. */
export function unitLine(title: string, review: Review, of: ReturnState, required: boolean): string {
  if (review.kind === 'returned') return `${title}已退回（${backReasons(review.backs, of)}）。`;
  if (review.kind === 'none') return `${title}还没有提交。`;
  if (!required) return `${title}已提交，本次活动不设审核。`;
  if (review.kind === 'accepted') return `${title}已于${formatInstant(review.atMs)}审核通过。`;
  return review.kind === 'waiting' ? `${title}待审核。` : `${title}还没有报齐，报齐后审核。`;
}

export const unitUnknown = '没有认出是哪个单位，请写单位简称或全称。';
export const ownUnitOnly = '只能查本单位的审核情况。';
