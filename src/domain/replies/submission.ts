import { formatInstant } from '../calendar/zone.ts';
import type { Due, Material } from '../campaign/definition.ts';
import type { Form, FormRow } from '../form.ts';
import type { EpochMs } from '../model.ts';
import type { ReadValue, Refusal } from '../reading.ts';
import type { Cell, HandedIn, Submission } from '../submission/state.ts';
import { dueText, figure, rowName, spokenMeasure } from './wording.ts';

/** The question for one row. */
export function askRow(row: FormRow, current: Cell | undefined): string {
  const measure = spokenMeasure(row);
  const now = current ? `现为${figure(row, current.value)}，要改请回新数` : '请回数字，没有回“无”';
  return `${rowName(row)}${row.group ? `〔${row.group}〕` : ''}${measure ? `（${measure}）` : ''}：${now}。`;
}

export function fillingStarted(title: string, form: Form, filled: number): string {
  const where =
    filled === 0
      ? `共${form.rows.length}项，一次一项，也可以一句话报多项。`
      : `已填${filled}/${form.rows.length}项，接着填。`;
  return `《${title}》${where}可回“上一项”“跳过”“暂停”。`;
}

/** `第2项 播放公益广告 3条（原5条）` */
export function recordedLine(row: FormRow, value: ReadValue, before: Cell | undefined, showWords: boolean): string {
  const notes: string[] = [];
  if (value.convertedFrom) notes.push(`由${value.convertedFrom}换算`);
  else if (showWords) notes.push(`“${value.evidence.text.trim()}”`);
  if (before && before.value !== value.value) notes.push(`原${figure(row, before.value)}`);
  return `${rowName(row)} ${figure(row, value.value)}${notes.length > 0 ? `（${notes.join('，')}）` : ''}`;
}

export function recorded(lines: readonly string[]): string {
  return lines.length === 1 ? `已记：${lines[0]}。` : ['已记：', ...lines.map((line) => `· ${line}`)].join('\n');
}

/** Zeros said for many rows at once, in one line. */
export function zeroed(rows: readonly FormRow[]): string {
  return `第${rows.map((row) => row.no).join('、')}项记为0。`;
}

export function remarked(row: FormRow, text: string): string {
  return `${rowName(row)}的备注已记：${text}。`;
}

export function remarkUnplaced(text: string): string {
  return `备注“${text}”没有说明是哪一项，请写成“第几项备注：…”。`;
}

export function refused(row: FormRow, refusal: Refusal): string {
  const why = refusal.kind === 'negative' ? '不能是负数' : '应为整数';
  return `${rowName(row)}${why}，“${refusal.evidence.text.trim()}”没有记，请核对后再报。`;
}

export function stillMissing(form: Form, missing: readonly number[]): string {
  if (missing.length > 4) return `还缺${missing.length}项：第${missing.join('、')}项。`;
  const names = form.rows.filter((row) => missing.includes(row.no)).map(rowName);
  return `还缺：${names.join('；')}。`;
}

export const continueHint = '发“填报”可以逐项补。';
export const confirmHint = '核对无误请回“确认提交”。';
export const reopenedHint = '原已提交的表已改为草稿，改完请再回“确认提交”，确认前不计入汇总。';
export const sameAsRecorded = '与已记录的一致，不用改。';

/** The table as it stands, one row a line; missing rows say so. */
export function tableText(form: Form, submission: Submission | undefined): string {
  return form.rows
    .map((row) => {
      const cell = submission?.cells.get(row.no);
      const remark = submission?.remarks.get(row.no);
      return `${row.no} ${row.label} ${cell ? figure(row, cell.value) : '未填'}${remark ? `（${remark}）` : ''}`;
    })
    .join('\n');
}

export function tableReady(form: Form, submission: Submission): string {
  return `${form.rows.length}项已填齐：\n${tableText(form, submission)}\n${confirmHint}`;
}

export function materialsMissing(materials: readonly Material[]): string {
  const [first] = materials;
  if (!first) return '';
  return `另缺：${materials.map((material) => material.title).join('、')}（直接发给我，或回“${first.title}已报送OA”）。`;
}

export function paused(filled: number, total: number): string {
  return `已暂停，草稿保留（已填${filled}/${total}项）。随时发“填报”接着填。`;
}

export const notFilling = '现在没有在逐项填报，发“填报”开始。';
export const firstRow = '这已经是第一项。';
export const submissionTakenBack =
  '已撤回提交，表改为草稿，填的数都还在。改好后请再回“确认提交”；要撤回最后一次填的数，请再发一次“撤回”。';
export const noneToUndo = '没有可以撤回的内容。';
export const noneOfYoursToUndo = '您没有可以撤回的内容，同事报的请由本人撤回，或直接报新数。';
export const confirmAfterLook = '请核对，无误请再回一次“确认提交”。';
export const confirmAfterFilling = '还没有提交，补齐后请再回“确认提交”。';

export function changedSince(who: string): string {
  return `您上一条报的内容后来由${who}改过，没有撤回。要改请直接报新数。`;
}

export function undone(lines: readonly string[]): string {
  return `已撤回上一条：${lines.join('；')}。`;
}

export function restored(row: FormRow, cell: Cell | null): string {
  return `${rowName(row)}恢复为${cell ? figure(row, cell.value) : '未填'}`;
}

export function remarkRestored(row: FormRow, text: string | null): string {
  return `${rowName(row)}的备注${text === null ? '已去掉' : `恢复为“${text}”`}`;
}

export function materialRestored(material: Material, before: HandedIn | null): string {
  return `${material.title}恢复为${before ? '前一次报送的' : '未报'}`;
}

export function cleared(count: number): string {
  return `已清空${count}项草稿，可以重新填。`;
}

export function cannotConfirm(missing: string): string {
  return `还不能提交。${missing}确无数据的请回“其余为0”。`;
}

export const confirmAnyway = '不用改的话，请再回一次“确认提交”。';

export function confirmed(unit: string, title: string, late: boolean, materials: readonly Material[]): string {
  const rest =
    materials.length === 0 ? '已全部报齐，谢谢。' : `还差：${materials.map((material) => material.title).join('、')}。`;
  return `${unit}《${title}》已提交${late ? '（逾期）' : ''}。${rest}`;
}

export function confirmedBefore(atMs: EpochMs, who: string): string {
  return `统计表已由${who}于${formatInstant(atMs)}提交。要改请直接说，例如“第3项改成20”。`;
}

export function reopened(title: string): string {
  return `《${title}》已改为草稿，改完请再回“确认提交”，确认前不计入汇总。`;
}

export const notConfirmedYet = '统计表还没有提交，直接改就行。';

export function returnClosed(organisers: string): string {
  return `本项报送已截止，不能再改。确需更正请联系组织者${organisers}。`;
}

export const nothingToReport = '贵单位本次没有需要填报的统计表。';

export function materialTaken(
  unit: string,
  material: Material,
  handed: Pick<HandedIn, 'how' | 'name'>,
  rest: string,
): string {
  const how = handed.how === 'none' ? '记为没有' : handed.how === 'statement' ? '已登记' : `已收到（${handed.name}）`;
  return `${unit}${material.title}${how}。${rest}`;
}

export function fileLeftAside(names: readonly string[], materials: readonly Material[]): string {
  const asked = materials.find(({ accepts }) => accepts.includes('file') && accepts.includes('statement'))?.title;
  const otherwise = asked ? `如果它是${asked}，请回“${asked}已报送”。` : '';
  return `“${names.join('”“')}”没有登记：文件里的数我读不出来，请把数直接发给我，或发“填报”逐项报。${otherwise}`;
}

export function ownProgress(
  unit: string,
  title: string,
  due: Due,
  form: Form,
  submission: Submission | undefined,
  materials: string,
  complete: boolean,
): string {
  const filled = submission?.cells.size ?? 0;
  const state = submission?.confirmed ? '已提交' : filled === 0 ? '未填' : `草稿，已填${filled}/${form.rows.length}项`;
  const table = filled === 0 ? '' : `\n${tableText(form, submission)}`;
  const rest = complete ? '已全部报齐，谢谢。' : `请于${dueText(due)}。`;
  return `${unit}《${title}》：${state}。${materials === '' ? '' : `${materials}。`}\n${rest}${table}`;
}

export function materialStates(materials: readonly Material[], submission: Submission | undefined): string {
  return materials
    .map((material) => {
      const handed = submission?.materials.get(material.id);
      return `${material.title}${handed ? (handed.how === 'none' ? '无' : '已报') : '未报'}`;
    })
    .join('，');
}

export const laterIsFine = (due: Due) => `好的，先空着。统计好后随时发给我，请于${dueText(due)}。`;
export const laterSkip = '要先填别的项请回“跳过”。';
export const welcome = '好的。';
export const stillExpecting = (row: FormRow) => `还等您报${rowName(row)}。`;

export function example(form: Form): string {
  const [first, second] = form.rows;
  const parts = [first, second]
    .filter((row) => row !== undefined)
    .map((row, index) => `${row.label}${(index + 1) * 3}${spokenMeasure(row)}`);
  return `可以这样写：“${parts.join('，')}，其余为0”；或按序号：“1、3　2、6”。`;
}

export function howAnswer(form: Form, materials: readonly Material[]): string {
  const titles = materials.map((material) => material.title).join('、');
  return titles === '' ? example(form) : `${example(form)}\n${titles}直接发给我，或回“${titles}已报送”。`;
}

export const offerOrganiser = '需要人帮忙请回“找组织者”，我来转告。';
export const neitherTaken = '好的，没有记。请写上项目名称和数再报一次。';
export const unclear = '没看懂这个数。';

export function measureAnswer(row: FormRow): string {
  return row.measure
    ? `${rowName(row)}按“${row.measure}”填，${row.kind === 'integer' ? '填整数' : '可以带小数；直接写元也行，我来换算'}。`
    : `${rowName(row)}填数字即可。`;
}

export function whereAnswer(to: string, materials: readonly Material[]): string {
  const rest =
    materials.length > 0 ? `，${materials.map((material) => material.title).join('、')}也可以直接发给我` : '';
  return `统计表在这里填，由${to}汇总${rest}。`;
}

export function contactAnswer(to: string, organisers: string): string {
  return `由${to}负责${organisers ? `，联系人：${organisers}` : ''}。需要转告请回“找组织者”。`;
}

export const cannotAnswer = '这个我答不准，请回“找组织者”，我来转告。';

export function closedNow(title: string, submitted: number, total: number): string {
  return `《${title}》已截止填报（已报齐${submitted}/${total}家），各单位不能再改。重新开放请发“开放填报”。`;
}

export function openedNow(title: string): string {
  return `《${title}》已重新开放填报。`;
}

export const closedAlready = '填报本来就已截止。';
export const openAlready = '填报本来就是开放的。';

export function ownUnitOnly(own: string, other: string): string {
  return `这条写的是${other}的数，没有记。您只能填报${own}，${other}的请由其联络员来报。`;
}

export function ownMaterialsOnly(own: string, other: string): string {
  return `这条写的是${other}的材料，没有登记。您只能报送${own}的材料，${other}的请由其联络员来报。`;
}

/** Whom a question was put to, and how anybody of the unit settles it. */
export function colleagueAsked(who: string, question: string): string {
  return `还不能提交，${who}有一问未答：${question}\n请${who}回答，或直接报这一项的准确数，再回“确认提交”。`;
}
