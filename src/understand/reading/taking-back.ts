/** 撤回 and 重新报 alone take back what was said last; amid figures, those that the same message said before it. */
import { clausesOf } from './clauses.ts';
import type { Element } from './elements.ts';

export interface TakenBack {
  /** What of the message goes on counting. */
  readonly elements: readonly Element[];
  /** Where the figures stand that the message itself took back. */
  readonly stretches: readonly { readonly start: number; readonly end: number }[];
  /** What was said before this message is taken back. */
  readonly undoes: boolean;
}

export function takenBack(elements: readonly Element[], text: string): TakenBack {
  const nothing = { elements, stretches: [], undoes: false };
  const clauses = clausesOf(elements).flatMap(spaced);
  if (!clauses.some(takesBack)) return nothing;
  const reset = clauses.every((clause) => !takesBack(clause) || clause.some(isReset));
  if (!elements.some(isReport)) return { ...nothing, undoes: !reset };
  const at = clauses.findLastIndex((clause) => takesBack(clause) && isOnlyThat(clause, text));
  if (at < 0) return ofNamedRows(clauses, elements);
  const stretches = stretchOf(clauses.slice(0, at).flat());
  if (stretches.length === 0 && reset) return nothing;
  return { elements: clauses.slice(at + 1).flat(), stretches, undoes: stretches.length === 0 };
}

/** 3条公益广告 撤回 4条公益广告: a space parts it as well. */
function spaced(clause: readonly Element[]): readonly (readonly Element[])[] {
  if (!clause.some(isTaking)) return [clause];
  const pieces: Element[][] = [[]];
  for (const element of clause) {
    pieces.at(-1)?.push(element);
    if (element.type === 'break' && element.char === ' ') pieces.push([]);
  }
  return pieces;
}

/** 公益广告3条，抖音5条，撤回抖音: what was said of that row. */
function ofNamedRows(clauses: readonly (readonly Element[])[], elements: readonly Element[]): TakenBack {
  const at = clauses.findLastIndex((clause) => takesBack(clause) && !clause.some(isReset) && !clause.some(isFigure));
  const named = new Set(rowsOf(clauses[at] ?? []));
  const gone = clauses.slice(0, Math.max(0, at)).filter((clause) => {
    const rows = rowsOf(clause);
    return rows.length > 0 && clause.some(isFigure) && rows.every((row) => named.has(row));
  });
  if (gone.length === 0) return { elements, stretches: [], undoes: false };
  const left = clauses.filter((clause, index) => index !== at && !gone.includes(clause));
  return { elements: left.flat(), stretches: stretchOf(gone.flat()), undoes: false };
}

function rowsOf(clause: readonly Element[]): readonly number[] {
  return clause.flatMap((element) => (element.type === 'label' ? [...element.rows] : []));
}

function stretchOf(clause: readonly Element[]): { start: number; end: number }[] {
  const said = clause.filter(isReport);
  const [first] = said;
  return first ? [{ start: first.start, end: said.at(-1)?.end ?? first.end }] : [];
}

function isReport({ type }: Element): boolean {
  return type === 'label' || type === 'figure';
}

function isFigure({ type }: Element): boolean {
  return type === 'figure';
}

const around =
  /^(?:不好意思|对不起|抱歉|等一?[等下]|哎呀?|哦|啊|我们?|请|麻烦|帮我|把|将|先|都|全部?|刚才|刚刚|上面|前面|以上|[这那](?:些|几?[条个项])?|的|数据?|说|报|发|填|写|弄|错|了|不对|群|吧|一下|[!,。;\s])*$/;

/** Nothing but that it is taken back: 活动取消 is said of something. */
function isOnlyThat(clause: readonly Element[], text: string): boolean {
  const word = clause.find(isTaking);
  const [first, last] = [clause[0], clause.at(-1)];
  if (!word || !first || !last || clause.some(isReport)) return false;
  return around.test(text.slice(first.start, word.start)) && around.test(text.slice(word.end, last.end));
}

function isTaking(element: Element): boolean {
  return isReset(element) || (element.type === 'word' && (element.kind === 'undo' || element.kind === 'drop'));
}

function isReset(element: Element): boolean {
  return element.type === 'word' && element.kind === 'reset';
}

/** 撤回刚才那条; but a meeting or an alarm that was 取消了 is another matter. */
function takesBack(clause: readonly Element[]): boolean {
  const at = clause.findIndex(isTaking);
  if (at < 0 || clause.slice(0, at).some(isMatter)) return false;
  return clause[at - 1]?.type !== 'unknown';
}

/** Words of its own, also such as are part of some label but name no row. */
function isMatter(element: Element): boolean {
  if (element.type === 'unknown') return element.end - element.start >= 2;
  return element.type === 'decoy' || (element.type === 'word' && (element.kind === 'place' || element.text === ''));
}
