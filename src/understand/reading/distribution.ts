import { clausesOf } from './clauses.ts';
import type { Element, Figure, Label } from './elements.ts';
import { isCountable, type Pair } from './pairing.ts';
import { isZero } from './rests.ts';

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
  /** What stands between the last label and the first figure. */
  bridge: boolean;
  tight: boolean;
  comma: boolean;
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
  const { labels, figures } = run;
  const first = figures[0];
  if (first === undefined || labels.length === 0) return 'none';
  const each = run.words.has('each');
  if (run.led && !each && !run.words.has('respectively') && figures.length === 1 && !isZero(first)) return 'none';
  const respectively = run.words.has('respectively');
  if (figures.length === 1) {
    const shared = each || run.words.has('both') || isZero(first);
    if (labels.length === 1)
      return labels[0]?.by !== 'name' && (each || run.words.has('both')) ? spread(labels, first) : 'none';
    if (shared && (each || run.words.has('both') || !run.comma)) return spread(labels, first);
    return run.comma ? 'none' : respectively ? null : joined(run);
  }
  if (labels.length === 1) {
    const group = labels[0];
    return respectively || group?.by === 'group' || group?.by === 'item'
      ? spreadInOrder(group as Label, figures)
      : 'none';
  }
  if (labels.length !== figures.length) return respectively || labels.length > 1 ? null : 'none';
  if (!respectively && run.tight) return null;
  return labels.map((label, at) => ({ label, figure: figures[at] as Figure }));
}

/** 公益广告、抖音12条 could be a joint figure; with nothing between the labels the last one is meant or a modifier. */
function joined(_run: Run): null {
  return null;
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
  let lastLabelEnd = -1;
  const close = () => {
    if (run.labels.length > 0 && run.figures.length > 0) runs.push(run);
    run = emptyRun();
  };
  let previous: Element | undefined;
  for (const element of elements) {
    if (element.type === 'label') {
      if (run.figures.length > 0) close();
      if (run.labels.length === 0) run.led = previous?.type === 'figure' && previous.end === element.start;
      run.labels.push(element);
      lastLabelEnd = element.end;
      run.bridge = false;
    } else if (element.type === 'figure' && isCountable(element)) {
      if (run.labels.length === 0) continue;
      if (run.figures.length === 0) run.tight = lastLabelEnd === element.start;
      run.figures.push(element);
    } else if (element.type === 'word') run.words.add(element.kind);
    else if (element.type === 'break') {
      if (/[。;!]/.test(element.char)) close();
      else if (element.char === ',' && run.figures.length === 0 && run.labels.length > 0) run.comma = true;
    }
    previous = element;
  }
  close();
  return runs;
}

function emptyRun(): Run {
  return { labels: [], figures: [], words: new Set(), bridge: false, tight: false, comma: false, led: false };
}

/** 没有公益广告和抖音: one word of none before several labels and nothing else in the clause. */
function leadingZeros(elements: readonly Element[]): { zero: Figure; labels: Label[] }[] {
  return clausesOf(elements).flatMap((clause) => {
    const figures = clause.filter((element): element is Figure => element.type === 'figure');
    const labels = clause.filter((element): element is Label => element.type === 'label');
    const [zero] = figures;
    if (zero === undefined || figures.length !== 1 || zero.number !== null || labels.length < 2) return [];
    return labels.every((label) => label.start >= zero.end) ? [{ zero, labels }] : [];
  });
}
