import { formatInstant } from '../calendar/zone.ts';
import type { Due, ReturnDefinition } from '../campaign/definition.ts';
import type { Form, FormRow } from '../form.ts';
import type { EpochMs } from '../model.ts';
import type { ReadValue, Refusal, SetAside, SetAsideFor } from '../reading.ts';
import type { Cell, Question, Submission } from '../submission/state.ts';
import { dueText, figure, inQuotes, quoted, quotedFiles, rowName, spokenMeasure } from './wording.ts';

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
  else if (showWords) notes.push(inQuotes(value.evidence.text));
  if (before && before.value !== value.value) notes.push(`原${figure(row, before.value)}`);
  return `${rowName(row)} ${figure(row, value.value)}${notes.length > 0 ? `（${notes.join('，')}）` : ''}`;
}

export function recorded(lines: readonly string[]): string {
  return lines.length === 1 ? `已记：${lines[0]}。` : ['已记：', ...lines.map((line) => `· ${line}`)].join('\n');
}

/** Said again as it stands already. */
export function sameAsRecorded(lines: readonly string[]): string {
  const stand = '与已记录的一致，不用改';
  return lines.length === 1
    ? `${lines[0]}，${stand}。`
    : [`${stand}：`, ...lines.map((line) => `· ${line}`)].join('\n');
}

/** Statistics that the table has no row for. */
export function unread(pieces: readonly string[]): string {
  return `未记：${pieces.map(quoted).join('、')}，表中没有${pieces.length === 1 ? '这一项' : '这些项'}。`;
}

/** Rows a zero for the rest passes over, because something about them is open. */
export function notZeroed(rows: readonly FormRow[]): string {
  return `${rows.map(rowName).join('、')}还没有报准，没有记0。`;
}

/** A row whose figure was said to come later. */
export function uncounted(row: FormRow): string {
  const measure = spokenMeasure(row);
  return `${rowName(row)}还没有统计好，统计好后请报准确数${measure ? `（${measure}）` : ''}。`;
}

/** A figure that was said and is none of this table's. */
export function setAside({ why, evidence }: SetAside): string {
  const said = inQuotes(evidence.text);
  const because: Readonly<Record<SetAsideFor, string>> = {
    forbidden: `好的，${said}没有记。`,
    'not-ours': `${said}不是本单位的数，没有记。`,
    'other-year': `${said}不是今年的数，没有记。`,
    'to-come': `${said}还没有开展，没有记，开展后请再报。`,
    withdrawn: `${said}按您说的撤回，没有记。`,
    asked: `${said}像是在问，还没有记，要记请单独发${said}。`,
    'passed-on': `${said}像是转来的话，没有记。是本单位的数请直接报给我。`,
    supposed: `${said}不像是已经办了的数，没有记。确有的请直接报给我。`,
  };
  return because[why];
}

/** Zeros said for many rows at once, in one line. */
export function zeroed(rows: readonly FormRow[]): string {
  return `第${rows.map((row) => row.no).join('、')}项记为0。`;
}

export function remarked(row: FormRow, text: string): string {
  return `${rowName(row)}的备注已记：${text}。`;
}

export function remarkUnplaced(text: string): string {
  return `备注${inQuotes(text)}没有说明是哪一项，请写成“第几项备注：…”。`;
}

export function refused(row: FormRow, refusal: Refusal): string {
  const why = refusal.kind === 'negative' ? '不能是负数' : '应为整数';
  return `${rowName(row)}${why}，${inQuotes(refusal.evidence.text)}没有记，请核对后再报。`;
}

export function stillMissing(form: Form, missing: readonly number[]): string {
  if (missing.length > 4) return `还缺${missing.length}项：第${missing.join('、')}项。`;
  const names = form.rows.filter((row) => missing.includes(row.no)).map(rowName);
  return `还缺：${names.join('；')}。`;
}

export const continueHint = '发“填报”可以逐项补。';
export const confirmHint = '核对无误请回“确认提交”。';
export const reopenedHint = '原已提交的表已改为草稿，改完请再回“确认提交”，确认前不计入汇总。';
export const nothingNew = '与已记录的一致，不用改。';

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

/** `title` where the unit fills several tables. */
export function tableReady(title: string | null, form: Form, submission: Submission): string {
  return `${title === null ? '' : `《${title}》`}${form.rows.length}项已填齐：\n${tableText(form, submission)}\n${confirmHint}`;
}

export function paused(filled: number, total: number): string {
  return `已暂停，草稿保留（已填${filled}/${total}项）。随时发“填报”接着填。`;
}

export const notFilling = '现在没有在逐项填报，发“填报”开始。';
export const firstRow = '这已经是第一项。';
export const submissionTakenBack =
  '已撤回提交，表改为草稿，填的数都还在。改好后请再回“确认提交”；要撤回最后一次报的内容，请再发一次“撤回”。';
export const noneToUndo = '没有可以撤回的内容。';
export const noneOfYoursToUndo = '您没有可以撤回的内容，同事报的请由本人撤回，或直接报新数。';
export const questionLetGo = '好的，刚才那条没有记，也不再问。';
/** `title` where the unit has several returns; `others` are those it still owes. */
export function allIn(title: string | null, others: readonly string[], late = false): string {
  const left = others.length === 0 ? '' : `另有${others.map((one) => `《${one}》`).join('')}还没有报齐。`;
  return `${title === null ? '' : `《${title}》`}已全部报齐${late ? '（逾期）' : ''}，谢谢。${left}`;
}

export function stillOwed(owed: string): string {
  return `还差：${owed}。`;
}

/** In 我的任务; `left` is null where all is in. */
export function owedReturn(definition: ReturnDefinition, due: Due, left: string | null, ended: string | null): string {
  return `须报送：${definition.title}，${left === null ? '已报齐' : `还差${left}，${ended ?? dueText(due)}`}。`;
}

/** On a unit's page. */
export function unitLine(title: string | null, left: string | null, completedAtMs: EpochMs | null): string {
  const what = title === null ? '报送：' : `《${title}》`;
  if (left !== null) return `${what}还差${left}。`;
  return `${what}已报齐${completedAtMs === null ? '' : `（${formatInstant(completedAtMs)}）`}。`;
}

/** In 差异. */
export function closedLine(title: string, atMs: EpochMs): string {
  return `《${title}》已于${formatInstant(atMs)}截止填报。`;
}

export const nothingAsked = '现在没有等您回答的问题。';
export const noSuchOption = '没有这个序号，请回上面列出的序号。';

export function letGo(question: Question): string {
  if (question.kind === 'which-material') return `好的，${quotedFiles(question.names)}没有登记。`;
  if (question.kind === 'which-return') return '好的，没有办理。';
  if (question.kind === 'which-table') return '好的，没有记。请写上表名再报一次。';
  if (question.kind === 'doubt' && question.doubt.kind === 'repeat') return '好的，没有再加。';
  return '好的，没有记，也不再问。有准确数了再报给我。';
}

export function whichTable(words: string, titles: readonly string[]): string {
  const lines = titles.map((title, index) => `${index + 1}. 《${title}》`);
  return [`“${beginning(words)}”是报哪张表的？`, ...lines, '请回序号；都不是请回“都不是”。'].join('\n');
}

const quotedAtMost = 24;

/** Enough of a message to know it again, in one line. */
function beginning(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > quotedAtMost ? `${line.slice(0, quotedAtMost)}…` : line;
}

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

export function cleared(count: number): string {
  return `已清空${count}项草稿，可以重新填。`;
}

export const notSubmitted = '还不能提交。';
export const zeroHint = '确无数据的请回“其余为0”。';

export function confirmed(unit: string, title: string, late: boolean): string {
  return `${unit}《${title}》已提交${late ? '（逾期）' : ''}。`;
}

export function changedLine(row: FormRow, before: number, now: number): string {
  return `${rowName(row)}由${figure(row, before)}改为${figure(row, now)}`;
}

/** To whoever reported it, or submitted the table. */
export function changedByColleague(who: string, title: string, lines: readonly string[], reopened: boolean): string {
  const again = reopened ? '表因此改为草稿，核对无误请由您或同事回“确认提交”。' : '';
  return `${who}改了贵单位《${title}》：${lines.join('；')}。${again}`;
}

export function alsoReady(title: string): string {
  return `《${title}》也已填齐，还没有提交，核对无误请回“提交《${title}》”。`;
}

export function confirmedBefore(atMs: EpochMs, who: string): string {
  return `统计表已由${who}于${formatInstant(atMs)}提交。要改请直接说，例如“第3项改成20”。`;
}

export function reopened(title: string): string {
  return `《${title}》已改为草稿，改完请再回“确认提交”，确认前不计入汇总。`;
}

export const notConfirmedYet = '统计表还没有提交，直接改就行。';

/** `organisers` is null to one who can open it. */
export function returnClosed(organisers: string | null): string {
  if (organisers === null) return '本项报送已截止，不能再改。确需更正请先发“开放填报”。';
  return `本项报送已截止，不能再改。确需更正请联系组织者${organisers}。`;
}

/** A return that others owe, and what the unit owes itself. */
export function notAsked(title: string, own: readonly string[]): string {
  if (own.length === 0) return nothingToReport;
  return `贵单位不用报《${title}》，要报的是${own.map((one) => `《${one}》`).join('')}。`;
}

export const nothingOwed = '贵单位本次没有要报送的内容。';
export const nothingToReport = '贵单位本次没有需要填报的统计表。';

export interface OwnProgress {
  readonly unit: string;
  /** Null where the unit has no other return. */
  readonly title: string | null;
  /** Null where nothing is owed. */
  readonly owed: string | null;
  readonly due: Due;
  /** Why nothing is taken any more; null while it is. */
  readonly ended: string | null;
  readonly submitted: boolean;
}

export function ownProgress({ unit, title, owed, due, ended, submitted }: OwnProgress): string {
  const whose = title === null ? unit : `${unit}《${title}》：`;
  if (owed === null) return `${whose}已报齐，谢谢。`;
  return `${whose}${submitted ? '统计表已提交，' : ''}还差${owed}。${ended ?? `请于${dueText(due)}`}。`;
}

export function ownUnitOnly(own: string, other: string): string {
  return `这条写的是${other}的数，没有记。您只能填报${own}，${other}的请由其联络员来报。`;
}

/** Whom a question was put to, and how anybody of the unit settles it. */
export function colleagueAsked(who: string, question: string): string {
  return `还不能提交，${who}有一问未答：${question}\n请${who}回答，或直接报这一项的准确数，再回“确认提交”。`;
}
