/** 撤回 within a message: alone it takes back the message before, behind figures those of this one. */
import { clausesOf } from './clauses.ts';
import { type Element, isNumber, reports, rowsOf } from './elements.ts';
import type { Stretch } from './set-aside.ts';

export interface Left {
  readonly elements: readonly Element[];
  /** What was said and taken back in the same breath. */
  readonly withdrawn: readonly Stretch[];
  /** Nothing of this message stands before it, or nothing is reported beside it: what was said before this message is taken back. */
  readonly undoes: boolean;
  /** Clauses that take back a figure said before, by naming it: 撤回抖音的5条. */
  readonly named: readonly (readonly Element[])[];
}

/** 公益广告3条，撤回，公益广告4条: what stands before counts no more; 抖音5条撤回 takes back its own clause alone. */
export function withoutWithdrawn(elements: readonly Element[], text: string): Left {
  if (!elements.some(isTaking)) return { elements, withdrawn: [], named: [], undoes: false };
  const left = takenOut(elements, text);
  return { ...left, undoes: left.undoes || takesBackAlone(left.elements) };
}

/** 撤回刚才那条, and nothing reported beside it. */
function takesBackAlone(elements: readonly Element[]): boolean {
  return clausesOf(elements).some(takesBack) && !elements.some(reports);
}

function takenOut(elements: readonly Element[], text: string): Left {
  const all = clausesOf(elements);
  const named = all.filter(beginsTaking);
  const clauses = all.filter((clause) => !named.includes(clause));
  const last = clauses.findLastIndex((clause) => takesBack(clause) && isOnlyThat(clause, text));
  if (last < 0) return ofNamedRows(clauses, named);
  const kept = clauses.map((clause, at) => (at < last || endsTaken(clause) ? [] : clause));
  const gone = clauses.map((clause, at) => (kept[at]?.length === 0 ? clause.filter(reports) : []));
  const withdrawn = [...stretchOf(gone.slice(0, last).flat()), ...gone.slice(last).flatMap(stretchOf)];
  const undoes = withdrawn.length === 0 && named.length === 0;
  return { elements: kept.filter((_, at) => at !== last).flat(), withdrawn, named, undoes };
}

/** Without a clause for itself: 抖音5条撤回; 公益广告3条，抖音5条，撤回抖音. */
function ofNamedRows(clauses: readonly (readonly Element[])[], named: Left['named']): Left {
  const at = clauses.findLastIndex((clause) => takesBack(clause) && clause.some(isLabel) && !clause.some(isNumber));
  const rows = new Set(rowsOf(clauses[at] ?? []));
  const gone = clauses.filter((clause, index) => endsTaken(clause) || (index < at && isOf(rows, clause)));
  if (gone.length === 0) return { elements: clauses.flat(), withdrawn: [], named, undoes: false };
  const kept = clauses.filter((clause, index) => !gone.includes(clause) && index !== at);
  return {
    elements: kept.flat(),
    withdrawn: gone.flatMap((clause) => stretchOf(clause.filter(reports))),
    named,
    undoes: false,
  };
}

function isOf(rows: ReadonlySet<number>, clause: readonly Element[]): boolean {
  const said = rowsOf(clause);
  return said.length > 0 && clause.some(isNumber) && said.every((row) => rows.has(row));
}

const around =
  /^(?:不好意思|对不起|抱歉|等一?[等下]|哎呀?|哦|啊|我们?|请|麻烦|帮我|把|将|先|都|全部?|刚才|刚刚|上面|前面|以上|[这那](?:些|几?[条个项])?|的|数据?|说|报|发|填|写|弄|错|了|不对|群|吧|一下|[!,，。；;！\s])*$/;

/** Nothing but that it is taken back: 活动取消了 is said of something. */
function isOnlyThat(clause: readonly Element[], text: string): boolean {
  const word = clause.find(isTaking);
  const [first, last] = [clause[0], clause.at(-1)];
  if (!word || !first || !last || clause.some(reports)) return false;
  return around.test(text.slice(first.start, word.start)) && around.test(text.slice(word.end, last.end));
}

function stretchOf(said: readonly Element[]): Stretch[] {
  const [first] = said;
  return first ? [{ why: 'withdrawn', start: first.start, end: said.at(-1)?.end ?? first.end }] : [];
}

/** 抖音5条撤回: the word stands behind all that is said. */
function endsTaken(clause: readonly Element[]): boolean {
  return takesBack(clause) && clause.some(isNumber) && !clause.slice(clause.findIndex(isTaking)).some(reports);
}

/** 撤回抖音的5条: before all that is said. */
function beginsTaking(clause: readonly Element[]): boolean {
  const names = clause.some(isNumber) && clause.some(({ type }) => type === 'label');
  return names && takesBack(clause) && !clause.slice(0, clause.findIndex(isTaking)).some(reports);
}

function isLabel({ type }: Element): boolean {
  return type === 'label';
}

function isTaking(element: Element): boolean {
  return element.type === 'word' && (element.kind === 'undo' || element.kind === 'drop');
}

/** 撤回刚才那条; but a meeting or an alarm that was 取消了 is another matter. */
function takesBack(clause: readonly Element[]): boolean {
  const at = clause.findIndex(isTaking);
  if (at < 0 || clause.slice(0, at).some(isMatter)) return false;
  const before = clause.slice(0, at).findLast((element) => !(element.type === 'word' && MODALS.test(element.text)));
  return before?.type !== 'unknown';
}

/** 不要撤回, 别再撤回. */
const MODALS = /^(?:要|能|会|可以|再|先|给|又)$/;

/** Words of its own, also such as are part of some label but name no row. */
function isMatter(element: Element): boolean {
  if (element.type === 'unknown') return element.end - element.start >= 2;
  return element.type === 'decoy' || (element.type === 'word' && (element.kind === 'place' || element.text === ''));
}
