import { type Element, type Figure, isClauseBreak, type Word } from './elements.ts';

/** Drops what is a question or is put off: neither says anything about figures. */
export interface Sifted {
  readonly elements: Element[];
  readonly asked: boolean;
  readonly postponed: boolean;
  /** The label that a question is about, for the answer. */
  readonly askedRows: readonly number[];
}

export function sift(elements: readonly Element[]): Sifted {
  const kept: Element[] = [];
  let asked = false;
  let postponed = false;
  let askedRows: readonly number[] = [];
  for (const clause of clausesOf(elements)) {
    if (isQuestion(clause)) {
      asked = true;
      const label = clause.find((element) => element.type === 'label');
      if (label?.type === 'label' && askedRows.length === 0) askedRows = label.rows;
      kept.push(...clause.filter(isClauseBreak));
      continue;
    }
    const later = clause.findLastIndex((element) => element.type === 'word' && element.kind === 'later');
    if (later < 0) {
      kept.push(...clause);
      continue;
    }
    postponed = true;
    kept.push(...postpone(clause, later));
  }
  return { elements: kept, asked, postponed, askedRows };
}

export function clausesOf(elements: readonly Element[]): Element[][] {
  const clauses: Element[][] = [];
  let clause: Element[] = [];
  for (const element of elements) {
    clause.push(element);
    if (!isClauseBreak(element)) continue;
    clauses.push(clause);
    clause = [];
  }
  if (clause.length > 0) clauses.push(clause);
  return clauses;
}

function isQuestion(clause: readonly Element[]): boolean {
  const last = clause[clause.length - 1];
  if (last?.type === 'break' && last.char === '?') return true;
  const asking = clause.filter((element): element is Word => element.type === 'word' && element.kind === 'ask');
  if (asking.length === 0) return false;
  const statesFigure = clause.some((element) => element.type === 'figure' && element.number !== null);
  return !statesFigure || asking.some((word) => word.text !== '呢' && word.text !== '多少' && word.text !== '什么');
}

/** 其余明天报 takes 其余 away; 抖音12条还没统计完 makes the 12 unsure. */
function postpone(clause: readonly Element[], later: number): Element[] {
  let from = later;
  while (from > 0 && !isScopeStart(clause[from - 1])) from -= 1;
  const scope = clause[from - 1];
  const owner = scope !== undefined && (scope.type === 'label' || scope.type === 'word') ? from - 1 : from;
  const figures = clause
    .slice(from, later)
    .filter((element): element is Figure => element.type === 'figure' && element.number !== null);
  if (figures.length > 0) {
    for (const figure of figures) figure.loose = true;
    return clause.filter((_, at) => at !== later);
  }
  const labels = clause.slice(0, owner).findLastIndex((element) => element.type === 'figure') + 1;
  const onlyLabels = clause.slice(labels, owner).every((element) => element.type !== 'figure');
  const cut = onlyLabels && scope?.type === 'label' ? labels : owner;
  return [...clause.slice(0, cut), ...behindLater(clause, later)];
}

function isScopeStart(element: Element | undefined): boolean {
  if (element === undefined) return true;
  return element.type === 'label' || (element.type === 'word' && element.kind === 'rest');
}

/** What follows 明天: of 报 it is another matter, of 播3条 a plan. */
function behindLater(clause: readonly Element[], later: number): Element[] {
  const word = clause[later];
  const behind = clause.slice(later + 1);
  const next = behind[0];
  const reports = next?.type === 'word' && /^(?:报|上报|报送|补报|填|填报)/.test(next.text);
  const plans = word?.type === 'word' && /^(?:明|后天)/.test(word.text) && !reports;
  return behind.filter((element) => element.type !== 'figure' || (element.number !== null && !plans));
}
