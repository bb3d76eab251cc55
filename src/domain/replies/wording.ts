/** Small turns of phrase that every reply shares. */
import type { QuietHours } from '../calendar/quiet-hours.ts';
import { formatEnd, formatInstant } from '../calendar/zone.ts';
import type { Due } from '../campaign/definition.ts';
import type { DirectoryView } from '../directory/view.ts';
import type { FormRow } from '../form.ts';
import type { UnitId } from '../model.ts';

/** Names in a list before "等". */
const namesShown = 40;

/** `黄浦区局、徐汇区局`; a long list ends in `等120家`. Reads no more of `units` than it shows. */
export function unitList(directory: DirectoryView, units: Iterable<UnitId>, total: number, shown = namesShown): string {
  const names: string[] = [];
  for (const unit of units) {
    if (names.length === shown) return `${names.join('、')}等${total}家`;
    names.push(directory.short(unit));
  }
  return names.join('、');
}

/** `3家（徐汇区局、静安区局、普陀区局）` */
export function countedUnits(directory: DirectoryView, units: readonly UnitId[]): string {
  return `${units.length}家（${unitList(directory, units, units.length)}）`;
}

/**
 * Words that people typed, as the bot passes them on: an @ that would call somebody, by any platform's form, calls nobody.
 * Addresses (`a@b.cn`) stay as they are.
 */
export function quoted(words: string): string {
  return words.replace(/(?<![\w.%+-])@/g, '＠');
}

/** Words between quotation marks; their own become single ones, “‘公益广告’3条”, and half a pair is left out. */
export function inQuotes(words: string): string {
  if (!/[“”"@]/.test(words)) return `“${words.trim()}”`;
  const single = quoted(words.trim()).replace(/[“”"]([^“”"]*)[“”"]/g, '‘$1’');
  return `“${single.replace(/[“”"]/g, '')}”`;
}

/** An exception in the words of an order that names nobody known. */
export function leftOutUnclear(words: string): string {
  return `没看懂${inQuotes(words)}里除了谁，没有办。除外的请写单位简称，或者直接写明要办的单位。`;
}

/** The beginning of somebody's words, on one line. */
export function excerpt(words: string, most = 16): string {
  const line = quoted(words).replace(/\s+/g, ' ');
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

/** `3条`, `35.6万元`; rows printed with two measures (册（份）) are said by the first. */
export function figure(row: FormRow, value: number): string {
  return `${value}${spokenMeasure(row)}`;
}

/** 册（份） is said 册, 提（警）示 stays out of measures; an empty measure says nothing. */
export function spokenMeasure(row: FormRow): string {
  return row.measure.replace(/[（(].*[）)]/, '');
}

/** `第2项 播放公益广告` */
export function rowName(row: FormRow): string {
  return `第${row.no}项 ${row.label}`;
}

/** Both instants of a deadline, with the notice's words where they are wanted. */
export function dueText(due: Due): string {
  if (due.dueAtMs === due.lateAfterMs) return `${formatEnd(due.dueAtMs)}前报齐`;
  return `${formatInstant(due.dueAtMs)}前报齐，最迟${formatEnd(due.lateAfterMs)}`;
}

const peopleNamed = 5;

/** Who of single units was told: null before the plan is out. `unheard`: units with nobody whom a message reaches. */
export function toldUnits(people: readonly string[] | null, unheard: readonly string[]): string {
  if (people === null) return '方案还没有发布，没有通知单位。';
  const who = people.length > peopleNamed ? `各家有关同志（${people.length}人）` : people.join('、');
  const told = people.length === 0 ? '' : `已告知${who}。`;
  return told + (unheard.length === 0 ? '' : `${unheard.join('、')}没有收得到消息的联络员，请您转告。`);
}

/** Units that are to be called in the group and have nobody to be called. */
export function nobodyToMention(names: string): string {
  return names === '' ? '' : `${names}还没有登记联络员，没有@到，请另行告知。`;
}

/** Before it is done. */
export function toTell(people: readonly string[] | null): string {
  if (people === null) return '方案还没有发布，不通知单位。';
  if (people.length === 0) return '没有收得到消息的联络员，请您转告。';
  return `将告知${people.length > peopleNamed ? `各家有关同志（${people.length}人）` : people.join('、')}。`;
}

/** To leaders who are called because their units have no reporter. */
export function leaderNames(units: string): string {
  return `${units}还没有联络员，请单位领导安排一位同志发“绑定 单位全称”，由其办理。`;
}

/** Beside what an organiser has sent nevertheless. */
export function inQuietHours({ from, to }: QuietHours): string {
  return `现在是免打扰时间（${from}—${to}），确认后立即发出。`;
}

/** A share as people say it: `96.3%`; `—` of nothing. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '—';
  const tenths = Math.round((part / whole) * 1000);
  // Never round up to "all" while one is missing.
  const honest = part < whole && tenths === 1000 ? 999 : tenths;
  return `${honest / 10}%`;
}

const filesNamed = 3;

/** `a.docx、b.docx等5个文件`; files of one name are counted: `图片共9个`. */
export function fileNames(names: readonly string[]): string {
  return counted(names, (some) => some.join('、'));
}

/** `“a.docx”“b.docx”等5个文件` */
export function quotedFiles(names: readonly string[]): string {
  return counted(names, (some) => `“${some.join('”“')}”`);
}

function counted(names: readonly string[], write: (some: readonly string[]) => string): string {
  const different = [...new Set(names)];
  const named = write(different.slice(0, filesNamed));
  if (different.length > filesNamed) return `${named}等${names.length}个文件`;
  return names.length > different.length ? `${named}共${names.length}个` : named;
}
