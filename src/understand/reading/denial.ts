import type { Element, Label, Word } from './elements.ts';

/** None said of another word: no zero. */
export interface Denial {
  /** The row it was said of; null where none was named. */
  readonly label: Label | null;
  /** Nothing but a change is denied, so that what stands goes on standing. */
  readonly unchanged: boolean;
  readonly start: number;
  readonly end: number;
}

/** None alone; 没有开展 names the row's own deed, whatever thing stands behind it. */
const BARE = /^(?:暂时|目前|至今|根本|压根|暂|尚)?(?:没有?|木有|冇|未有?|无)$/;
/** Said of the row itself: 没有啊, 没有这项工作. */
const OF_THE_ROW = /^(?:[哈噢哦呀啊呢吧滴哎诶额嘞啦咯哇]+$|[这此该])/;
/** 没有办结: the deed is another than 没有办. */
const ENDS_OTHERWISE = /^[结成妥掉]/;
const UNCHANGED = /变|增|新|漏|补|遗|出入|调整|更|改|别的|其[他它余]|错/;
const CHANGES: ReadonlySet<Word['kind']> = new Set(['add', 'more', 'less', 'fix', 'wrong', 'swap', 'same']);
const BEGINS: ReadonlySet<Word['kind']> = new Set(['is', 'now', 'both', 'all']);

/** 没有变, 没有结案的, 图片没有别的了: 没有 zeroes a row where it is all that is said of it. */
export function withoutDenials(clause: readonly Element[], text: string, denials: Denial[]): readonly Element[] {
  const at = clause.findIndex((element) => element.type === 'figure' && element.number === null);
  const none = clause[at];
  if (none === undefined) return clause;
  const isBare = BARE.test(text.slice(none.start, none.end));
  if (!isBare && !ENDS_OTHERWISE.test(text.slice(none.end))) return clause;
  const behind = stretchBehind(clause, at);
  const before = clause.slice(0, at);
  if (!behind.some((element) => denies(element, text) || (isRest(element) && before.some(isSubject)))) return clause;
  const end = behind.at(-1)?.end ?? none.end;
  const label = before.findLast((element): element is Label => element.type === 'label') ?? null;
  const unchanged = label !== null || UNCHANGED.test(text.slice(none.end, end));
  denials.push({ label, unchanged, start: label?.start ?? none.start, end });
  return [...before, ...clause.slice(at + 1 + behind.length)];
}

/** What one breath says behind it; 没有其他的都报了 begins anew. */
function stretchBehind(clause: readonly Element[], at: number): readonly Element[] {
  const behind = clause.slice(at + 1);
  const end = behind.findIndex(
    (element) =>
      element.type === 'label' || element.type === 'break' || (element.type === 'word' && BEGINS.has(element.kind)),
  );
  const stretch = end < 0 ? behind : behind.slice(0, end);
  const rest = stretch.findIndex(isRest);
  const next = behind[end];
  const subject = rest >= 0 && next?.type === 'word';
  return subject ? stretch.slice(0, rest) : stretch;
}

function denies(element: Element, text: string): boolean {
  if (element.type === 'word') return CHANGES.has(element.kind);
  return element.type === 'unknown' && !OF_THE_ROW.test(text.slice(element.start, element.end));
}

export function isRest(element: Element): boolean {
  return element.type === 'word' && element.kind === 'rest';
}

/** A thing that has nothing more: of 没有别的了 alone nobody is the subject, and the rest is none. */
function isSubject(element: Element): boolean {
  return (
    element.type === 'label' || element.type === 'unknown' || (element.type === 'word' && element.kind === 'place')
  );
}
