import type { Pair } from './claim.ts';
import { clausesOf } from './clauses.ts';
import { type Element, type Figure, isCountable, type Label } from './elements.ts';
import { isZero } from './zeros.ts';

/** Labels and figures in runs: 公益广告、抖音分别3条、12条; 电视、广播各1期; 投诉、咨询都没有. */
export interface Distribution {
  readonly pairs: Pair[];
  /** Labels and figures that are spoken for, also where they are only asked about. */
  readonly used: ReadonlySet<Element>;
  /** Runs that could not be matched one to one. */
  readonly unmatched: readonly { readonly labels: readonly Label[]; readonly figures: readonly Figure[] }[];
}

interface Run {
  readonly labels: Label[];
  readonly figures: Figure[];
  readonly words: Set<string>;
  /** Nothing stands between the last label and the first figure. */
  tight: boolean;
  comma: boolean;
  /** The labels stand in a list: 公益广告、抖音, 电视和广播. */
  listed: boolean;
  /** A figure stands directly before the first label. */
  led: boolean;
}

export function distribute(elements: readonly Element[]): Distribution {
  const pairs: Pair[] = [];
  const used = new Set<Element>();
  const unmatched: { labels: Label[]; figures: Figure[] }[] = [];
  for (const { zero, labels } of leadingZeros(elements)) {
    for (const element of [zero, ...labels]) used.add(element);
    pairs.push(...spread(labels, zero));
  }
  for (const run of runsOf(elements.filter((element) => !used.has(element)))) {
    const matched = matchRun(run);
    if (matched === 'none') continue;
    for (const element of [...run.labels, ...run.figures]) used.add(element);
    if (matched === null) unmatched.push({ labels: run.labels, figures: run.figures });
    else pairs.push(...matched);
  }
  return { pairs, used, unmatched };
}

/** Null: the run is no clear list; `none`: it is no run at all and ordinary pairing decides. */
function matchRun(run: Run): Pair[] | null | 'none' {
  const { labels, figures, words } = run;
  const [first] = figures;
  const [only] = labels;
  if (first === undefined || only === undefined) return 'none';
  if (figures.length === 1) return matchOne(run, only, first);
  const respectively = words.has('respectively');
  if (labels.length > 1 && !run.listed && !respectively) return 'none';
  if (labels.length === 1) return respectively || only.by !== 'name' ? spreadInOrder(only, figures) : 'none';
  if (labels.length !== figures.length || (!respectively && run.tight)) return null;
  return labels.map((label, at) => ({ label, figure: figures[at] as Figure }));
}

/** One figure behind one label or several: 各1期, 都没有. 公益广告、抖音12条 could be a joint figure: not for us to say. */
function matchOne(run: Run, only: Label, figure: Figure): Pair[] | null | 'none' {
  const { labels, words, comma, led } = run;
  const shared = words.has('each') || words.has('both');
  const respectively = words.has('respectively');
  if (led && !words.has('each') && !respectively && !isZero(figure)) return 'none';
  if (labels.length === 1) return only.by !== 'name' && shared ? spread(labels, figure) : 'none';
  if (shared || (isZero(figure) && !comma)) return spread(labels, figure);
  return comma || !run.listed || !areDifferent(labels) ? 'none' : null;
}

function spread(labels: readonly Label[], figure: Figure): Pair[] {
  return labels.flatMap((label) =>
    label.by === 'group' || label.by === 'item'
      ? label.rows.map((row) => ({ label: { ...label, rows: [row] }, figure }))
      : [{ label, figure }],
  );
}

/** 6、1/0/1/2/11: exactly as many figures as the group has rows. */
function spreadInOrder(label: Label, figures: readonly Figure[]): Pair[] | null | 'none' {
  if (label.rows.length !== figures.length) return label.by === 'group' ? null : 'none';
  return figures.map((figure, at) => ({ label: { ...label, rows: label.rows.slice(at, at + 1) }, figure }));
}

/** Maximal stretches of labels followed by figures, within a sentence. */
function runsOf(elements: readonly Element[]): Run[] {
  const runs: Run[] = [];
  let run = emptyRun();
  let previous: Element | undefined;
  for (const element of elements) {
    if (endsRun(element, run)) {
      runs.push(run);
      run = emptyRun();
    }
    grow(run, element, previous);
    previous = element;
  }
  runs.push(run);
  return runs.filter(({ labels, figures }) => labels.length > 0 && figures.length > 0);
}

function endsRun(element: Element, run: Run): boolean {
  if (element.type === 'label') return run.figures.length > 0;
  return element.type === 'break' && /[。;!]/.test(element.char);
}

function grow(run: Run, element: Element, previous: Element | undefined): void {
  if (element.type === 'label') {
    if (run.labels.length === 0) run.led = previous?.type === 'figure' && previous.end === element.start;
    else run.listed &&= isJoined(previous);
    run.labels.push(element);
  } else if (element.type === 'figure' && isCountable(element) && run.labels.length > 0) {
    if (run.figures.length === 0) run.tight = run.labels.at(-1)?.end === element.start;
    run.figures.push(element);
  } else if (element.type === 'word') run.words.add(element.kind);
  else if (element.type === 'break' && element.char === ',' && run.figures.length === 0)
    run.comma ||= run.labels.length > 0;
}

/** 联合消防、市场监管部门检查企业26家 lists no rows. */
function areDifferent(labels: readonly Label[]): boolean {
  const rows = labels.flatMap((label) => label.rows);
  return (
    labels.every(({ certain, rows: [, more] }) => certain && more === undefined) && new Set(rows).size === labels.length
  );
}

/** 、 or 和 stands before the next label of a list. */
function isJoined(before: Element | undefined): boolean {
  if (before?.type === 'break') return /[、/]/.test(before.char);
  return before?.type === 'word' && /^(?:和|与|及|以及|跟|还有)$/.test(before.text);
}

/** 没搞抖音 says a row of its own; of 没有抖音的通知 something else is wanting. */
function isAllSaid(clause: readonly Element[], [label]: readonly Label[]): boolean {
  if (label === undefined || label.by !== 'name' || !label.certain || label.trailing) return false;
  return clause.every(
    (element) => element.type !== 'unknown' && !(element.type === 'word' && !/^(?:filler|verb)$/.test(element.kind)),
  );
}

function emptyRun(): Run {
  return { labels: [], figures: [], words: new Set(), tight: false, comma: false, listed: true, led: false };
}

/** 没有公益广告和抖音, 没搞抖音: one word of none before its labels and nothing else in the clause. */
function leadingZeros(elements: readonly Element[]): { zero: Figure; labels: Label[] }[] {
  if (!elements.some((element) => element.type === 'figure' && element.number === null)) return [];
  return clausesOf(elements).flatMap((clause) => {
    const figures = clause.filter((element): element is Figure => element.type === 'figure');
    const labels = clause.filter((element): element is Label => element.type === 'label');
    const [zero] = figures;
    if (zero === undefined || figures.length !== 1 || zero.number !== null || zero.role !== 'value') return [];
    const leads = labels.every((label) => label.start >= zero.end);
    const one = labels.length === 1 && labels[0]?.rows.length === 1 && isAllSaid(clause, labels);
    return leads && (labels.length > 1 || one) ? [{ zero, labels }] : [];
  });
}
