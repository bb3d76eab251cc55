import { type Element, type Figure, isCountable, type Label, type Word } from './elements.ts';
import { fromNumber, shift, toNumber } from './exact.ts';
import type { Findings, Offer } from './findings.ts';
import { fitOf, type Measure } from './measure.ts';
import { changedRow, type Scope } from './scope.ts';

/** Changes to what is recorded that name no new figure (对调, 少打一个0), and those that name only a figure. */
export function readCorrections(elements: readonly Element[], scope: Scope, findings: Findings): Element[] {
  const special = elements.find(
    (element): element is Word => element.type === 'word' && ['swap', 'tenfold', 'tenth'].includes(element.kind),
  );
  if (special?.kind === 'swap' && swapNumbered(special, elements, scope, findings)) return [];
  revive(elements);
  const figures = elements.filter(
    (element): element is Figure =>
      element.type === 'figure' && isCountable(element) && element.number !== null && !isPairOfRows(element),
  );
  if (special !== undefined && (special.kind !== 'swap' || figures.length === 0))
    return readSpecial(special, elements, scope, findings);
  const wrong = elements.find(
    (element): element is Word => element.type === 'word' && (element.kind === 'wrong' || element.kind === 'drop'),
  );
  if (wrong !== undefined && figures.every((figure) => figure.change === 'none'))
    return askCorrection(wrong, elements, findings);
  const changes = figures.filter((figure) => figure.change === 'corrected');
  const labels = elements.filter((element): element is Label => element.type === 'label');
  for (const figure of labels.length > 0 ? [] : changes) changeUnlabelled(figure, elements, scope, findings);
  const summed = figures.some((figure) => figure.total);
  if (labels.length === 0) for (const figure of figures) settlePlus(figure, elements, scope, findings);
  for (const figure of figures) settleAddition(figure, scope, labels, summed, findings);
  return [...elements];
}

function changeUnlabelled(figure: Figure, elements: readonly Element[], scope: Scope, findings: Findings): void {
  if (isMisspelt(elements)) {
    changeRow(figure, undefined, findings);
    return;
  }
  const numbered = rowNumbered(elements, scope);
  const rows = numbered ?? rowsOfOld(elements, scope);
  const offers = rows.map((row) => ({ row, value: saidBy(figure) }));
  if (offers.length > 1) askWhich(figure, offers, findings);
  else if (numbered) changeRow(figure, rows[0], findings);
  else changeMeasured(figure, rows[0], scope, findings);
}

/** 3改成25: row 3, where it is recorded and no value is 3; the rows to ask about where both may be meant. */
function rowNumbered(elements: readonly Element[], { context }: Scope): number[] | undefined {
  const at = elements.findIndex((element) => element.type === 'figure' && element.role === 'old');
  const old = elements[at];
  if (old?.type !== 'figure' || old.number?.plain !== true || old.number.measure !== null) return undefined;
  const number = toNumber(old.number.value);
  if (context.draft[number] === undefined) return undefined;
  const holders = Object.keys(context.draft).filter((no) => context.draft[Number(no)] === number);
  const rows = [...new Set([number, ...holders.map(Number)])].map((no) => no - 1);
  // 把3改成5, 3→5 are said of the value
  const ofValue = elements.some(
    (element) => element.type === 'word' && (/^(?:把|将|→|->|=>)$/.test(element.text) || element.kind === 'not'),
  );
  return rows.length > 1 && ofValue ? undefined : rows;
}

/** 再加2场 is not said of a row that counts 件. */
function changeMeasured(figure: Figure, old: number | undefined, scope: Scope, findings: Findings): void {
  const row = old ?? changedRow(scope);
  const measure = figure.number?.measure ?? null;
  const fitsRow = (position: number) => fitOf(measure, scope.index.rows[position]?.measures ?? []);
  if (row === undefined || old !== undefined || measure === null || fitsRow(row) === 'same') {
    changeRow(figure, row, findings);
    return;
  }
  const recorded = Object.keys(scope.context.draft).map((no) => Number(no) - 1);
  const fitting = (['same', 'alike'] as const)
    .map((wanted) => recorded.filter((other) => fitsRow(other) === wanted))
    .find((rows) => rows.length > 0);
  // 再加2次 is of no row that counts 件
  const [only, another] = fitting ?? [];
  const near = only !== row || !isOccasion(measure) || (scope.index.rows[row]?.measures ?? []).some(isOccasion);
  if (only !== undefined && another === undefined && near) changeRow(figure, only, findings);
  else askWhich(figure, offersFor(figure, [...(fitting ?? []), row], scope), findings);
}

function isOccasion(measure: Measure): boolean {
  return /[次场回期]/.test(measure.name);
}

/** What each row would hold after the change. */
function offersFor(figure: Figure, rows: readonly number[], { context }: Scope): Offer[] {
  return [...new Set(rows)].slice(0, 6).map((row) => {
    const before = figure.change === 'corrected' ? 0 : (context.draft[row + 1] ?? 0);
    return { row, value: figure.change === 'less' ? before - saidBy(figure) : before + saidBy(figure) };
  });
}

function saidBy(figure: Figure): number {
  return figure.number === null ? 0 : toNumber(figure.number.value);
}

function askWhich(figure: Figure, offers: readonly Offer[], findings: Findings): void {
  const { start, end } = figure;
  const { value = fromNumber(0), measure = null } = figure.number ?? {};
  findings.troubles.push({ kind: 'row', rows: offers.map(({ row }) => row), start, end, value, measure, offers });
  figure.role = 'decoy';
}

/** 第7乡改成8, 第7号改成8: the number names something, and not the row last set. */
function isMisspelt(elements: readonly Element[]): boolean {
  return elements.some((element, at) => {
    const next = elements[at + 1];
    if (element.type === 'decoy') return next?.type === 'word' && next.kind === 'fix';
    if (element.type !== 'figure' || element.role === 'value' || element.number?.measure != null) return false;
    return [elements[at - 1], next].some(
      (other) =>
        (other?.type === 'unknown' || (other?.type === 'word' && other.kind === 'place')) &&
        (other.end === element.start || other.start === element.end),
    );
  });
}

/** 12改成15: the rows that hold the 12, or the one of them that was spoken of last; none where no old figure is said. */
function rowsOfOld(elements: readonly Element[], scope: Scope): readonly number[] {
  const old = elements.find(
    (element): element is Figure => element.type === 'figure' && element.role === 'old' && element.number !== null,
  );
  if (old?.number == null) return [];
  const value = toNumber(old.number.value);
  const holders = Object.entries(scope.context.draft).filter(([, recorded]) => recorded === value);
  const recent = holders.filter(([no]) => scope.context.last.includes(Number(no)));
  return (recent.length === 1 ? recent : holders).map(([no]) => Number(no) - 1);
}

function settleAddition(
  figure: Figure,
  scope: Scope,
  labels: readonly Label[],
  summed: boolean,
  findings: Findings,
): void {
  if (figure.change === 'and' && scope.focus !== null) figure.change = 'none';
  if (figure.change === 'none' || figure.change === 'corrected' || labels.length > 0 || summed) return;
  changeMeasured(figure, undefined, scope, findings);
}

/** +5 while a row is asked for: its figure, or an addition to the one before? */
function settlePlus(figure: Figure, elements: readonly Element[], scope: Scope, findings: Findings): void {
  if (scope.focus === null || figure.change !== 'add') return;
  const before = elements.findLast((element) => element.type !== 'break' && element.end <= figure.start);
  if (before?.type !== 'word' || before.text !== '+') return;
  const changed = changedRow(scope);
  if (changed === undefined || scope.context.draft[changed + 1] === undefined) figure.change = 'none';
  else if (changed !== scope.focus) askWhich(figure, offersFor(figure, [scope.focus, changed], scope), findings);
}

/** The figure is said of this row; asked about where it is not known which row is meant. */
function changeRow(figure: Figure, row: number | undefined, findings: Findings): void {
  if (row === undefined)
    findings.troubles.push({
      kind: 'correction',
      rows: [],
      start: figure.start,
      end: figure.end,
      value: figure.number?.value ?? fromNumber(0),
      measure: figure.number?.measure ?? null,
    });
  else pushClaim(findings, row, figure);
  figure.role = 'decoy';
}

function pushClaim(findings: Findings, row: number, figure: Figure): void {
  if (figure.number === null) return;
  const change = figure.change === 'none' || figure.change === 'corrected' ? 'set' : figure.change;
  findings.claims.push({
    rows: [row],
    certain: !figure.loose,
    value: figure.number.value,
    measure: figure.number.measure,
    carriesWan: figure.number.carriesWan,
    manner: 'corrected',
    change,
    start: figure.start,
    end: figure.end,
    named: null,
    byItem: false,
  });
}

function readSpecial(word: Word, elements: readonly Element[], scope: Scope, findings: Findings): Element[] {
  const named = elements.flatMap((element) => (element.type === 'label' ? [element.rows] : []));
  const rows = named.every((candidates) => candidates.length === 1) ? named.flat() : [];
  if (word.kind === 'swap') readSwap(word, rows, scope, findings);
  else readTenfold(word, rows, scope, findings);
  return [];
}

function readSwap(word: Word, named: readonly number[], scope: Scope, findings: Findings): void {
  const { draft, last } = scope.context;
  const recorded = Object.keys(draft).map(Number);
  const candidates =
    named.length > 0 ? named.map((row) => row + 1) : last.length === 2 ? last : recorded.length === 2 ? recorded : [];
  const [one, other] = candidates;
  const first = draft[one ?? -1];
  const second = draft[other ?? -1];
  if (
    candidates.length !== 2 ||
    one === undefined ||
    other === undefined ||
    first === undefined ||
    second === undefined
  ) {
    findings.troubles.push({
      kind: 'correction',
      rows: candidates.map((no) => no - 1),
      start: word.start,
      end: word.end,
    });
    return;
  }
  pushFigure(findings, one - 1, second, word);
  pushFigure(findings, other - 1, first, word);
}

/** 2和3反了: the numbers of two rows that are recorded, and of no figure. */
function swapNumbered(word: Word, elements: readonly Element[], scope: Scope, findings: Findings): boolean {
  const { draft } = scope.context;
  const numbers = elements.flatMap((element) =>
    element.type === 'figure' && element.number?.plain === true && element.number.measure === null
      ? [toNumber(element.number.value)]
      : [],
  );
  const others = elements.some((element) => element.type === 'label' || element.type === 'unknown');
  const recorded = numbers.every((number) => draft[number] !== undefined && !Object.values(draft).includes(number));
  if (numbers.length !== 2 || others || !recorded) return false;
  readSwap(
    word,
    numbers.map((number) => number - 1),
    scope,
    findings,
  );
  return true;
}

function readTenfold(word: Word, named: readonly number[], scope: Scope, findings: Findings): void {
  const row = named.length === 1 ? named[0] : named.length === 0 ? changedRow(scope) : undefined;
  const recorded = row === undefined ? undefined : scope.context.draft[row + 1];
  if (row === undefined || recorded === undefined) {
    findings.troubles.push({ kind: 'correction', rows: named, start: word.start, end: word.end });
    return;
  }
  pushFigure(findings, row, toNumber(shift(fromNumber(recorded), word.kind === 'tenfold' ? 1 : -1)), word);
}

function pushFigure(findings: Findings, row: number, value: number, word: Word): void {
  findings.claims.push({
    rows: [row],
    certain: true,
    value: fromNumber(value),
    measure: null,
    carriesWan: false,
    manner: 'corrected',
    change: 'set',
    start: word.start,
    end: word.end,
    named: null,
    byItem: false,
    explained: true,
  });
}

/** 公益广告写错了 and nothing else: what should it be? */
function askCorrection(word: Word, elements: readonly Element[], findings: Findings): Element[] {
  const labels = elements.filter((element): element is Label => element.type === 'label');
  const about = labels.findLast((label) => label.end <= word.start) ?? labels[0];
  findings.troubles.push({ kind: 'correction', rows: about?.rows ?? [], start: word.start, end: word.end });
  return elements.filter((element) => element !== about && element !== word);
}

/** 21（更正）: the word stands behind the new figure. */
function revive(elements: readonly Element[]): void {
  const figures = elements.filter((element): element is Figure => element.type === 'figure');
  const [only] = figures;
  if (figures.length !== 1 || only?.role !== 'old') return;
  if (!elements.some((element) => element.type === 'word' && element.kind === 'fix')) return;
  only.role = 'value';
  only.change = 'corrected';
}

/** 两个填反了: the 2 counts the rows. */
function isPairOfRows(figure: Figure): boolean {
  return figure.number?.measure?.name === '个' && toNumber(figure.number.value) === 2;
}
