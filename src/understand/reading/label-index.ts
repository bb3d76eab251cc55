import { isHan } from '../../domain/as-seen.ts';
import { type Form, type FormRow, isRate } from '../../domain/form.ts';
import { contentWeight, type Variant, variantsOf } from './label-variants.ts';
import { wordAt } from './lexicon.ts';
import { type Measure, measureTrie, type RowMeasures, rowMeasures } from './measure.ts';
import { normaliseText } from './plain.ts';
import { soundOf } from './script.ts';
import { emptyTrie, longestMatch, nodeAt, type TrieNode } from './trie.ts';

/** What a stretch of label text stands for: the rows that hold it and those that it names in full. */
export interface LabelPiece {
  readonly rows: number[];
  readonly exactly: number[];
  /** Rows of whose label this is a core cut out by rule. */
  readonly derived: number[];
  readonly weight: number;
  /** The pieces' own characters, to tell a typo from another word. */
  readonly text: string;
  /** How much it says for one of its rows: by its length, its kind of words, and how few rows have it. */
  says: number;
  /** More than a colourless verb or a thin word. */
  readonly full: boolean;
  /** Of one character: where it first stands in the label of each row. */
  readonly places?: ReadonlyMap<number, number>;
}

export interface IndexedRow {
  readonly row: FormRow;
  readonly measures: RowMeasures;
  readonly variants: readonly Variant[];
}

export interface LabelIndex {
  readonly form: Form;
  readonly rows: readonly IndexedRow[];
  readonly pieces: TrieNode<LabelPiece>;
  /** The same by sound: one private character per syllable. */
  readonly sounds: TrieNode<LabelPiece[]>;
  /** 挽损 for 挽回经济损失: first characters of its words, two at a time. */
  readonly abbreviations: ReadonlyMap<string, LabelPiece>;
  /** The rows in whose labels a character stands. */
  readonly chars: ReadonlyMap<number, LabelPiece>;
  readonly measures: TrieNode<Measure>;
  readonly groups: TrieNode<readonly number[]>;
  readonly isDaily: boolean;
  /** Whether some row holds a rate: elsewhere 98% is nobody's figure. */
  readonly holdsRates: boolean;
  /** Positions of the rows under each printed 序号, and the last such number. */
  readonly bySeq: ReadonlyMap<string, readonly number[]>;
  readonly lastSeq: number;
  /** Whether some row counts in 项: then 5项 may be its figure as well as the number of an item. */
  readonly countsItems: boolean;
}

const indices = new WeakMap<Form, LabelIndex>();

export function indexOf(form: Form): LabelIndex {
  const known = indices.get(form);
  if (known !== undefined) return known;
  const index = build(form);
  indices.set(form, index);
  return index;
}

function build(form: Form): LabelIndex {
  const rows = form.rows.map((row) => ({ row, measures: rowMeasures(row), variants: variantsOf(row) }));
  const pieces = emptyTrie<LabelPiece>();
  const sounds = emptyTrie<LabelPiece[]>();
  const abbreviations = new Map<string, LabelPiece>();
  rows.forEach(({ variants }, position) => {
    for (const variant of variants) {
      addPieces(pieces, variant, position);
      addAbbreviations(abbreviations, variant.text, position);
    }
  });
  rows.forEach(({ variants }, position) => {
    for (const variant of variants) if (variant.synonym === null) claimAbbreviation(pieces, variant.text, position);
  });
  walk(pieces, (piece) => {
    settleDerived(piece, rows);
    piece.says = saysOf(piece);
    addSound(sounds, piece);
  });
  return {
    form,
    rows,
    pieces,
    sounds,
    abbreviations,
    chars: charsOf(rows),
    groups: groupTrie(form),
    bySeq: rowsBySeq(form),
    lastSeq: Math.max(0, ...form.rows.map((row) => Number(row.seq ?? 0) || 0)),
    countsItems: rows.some(({ measures }) => measures.some(({ name }) => name.startsWith('项'))),
    measures: measureTrie(rows.map((row) => row.measures)),
    holdsRates: form.rows.some(isRate),
    isDaily: isPeriodic(form),
  };
}

/** 日报表, a column 本周数量: what was done in the period is asked for, not the sum so far. */
function isPeriodic({ title, columns }: Form): boolean {
  return /[日周月旬]报/.test(title) || columns.some((column) => /[当本今每][日周月旬]/.test(column));
}

/** The characters of the labels, by code. */
function charsOf(rows: readonly IndexedRow[]): Map<number, LabelPiece> {
  const places = new Map<string, Map<number, number>>();
  rows.forEach(({ row }, position) => {
    const label = normaliseText(row.label);
    const text = [label, ...row.aliases.map(normaliseText)].join('').replace(/\([^()]*\)|[不未非无]../g, '');
    for (const char of new Set(text)) {
      if (!isHan(char.charCodeAt(0))) continue;
      const known = places.get(char) ?? new Map<number, number>();
      places.set(char, known.set(position, Math.max(0, label.indexOf(char))));
    }
  });
  return new Map(
    [...places].map(([char, at]) => {
      const piece = newPiece(char, [...at.keys()]);
      return [char.charCodeAt(0), { ...piece, places: at, says: saysOf(piece) }];
    }),
  );
}

function newPiece(text: string, rows: number[]): LabelPiece {
  const weight = contentWeight(text);
  return { rows, exactly: [], derived: [], weight, text, says: 0, full: weight / text.length >= FULL };
}

/** 1 a character for words with a meaning of their own that one row alone has. */
function saysOf({ text, weight, rows }: LabelPiece): number {
  return (text.length * (0.25 + (0.75 * weight) / text.length)) / Math.sqrt(rows.length);
}

const FULL = 0.6;

function rowsBySeq(form: Form): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  form.rows.forEach(({ seq }, position) => {
    if (seq !== null) rows.set(seq, [...(rows.get(seq) ?? []), position]);
  });
  return rows;
}

/** Group headings, whole and by their last two characters: 维权会议, 会议. */
function groupTrie(form: Form): TrieNode<readonly number[]> {
  const members = new Map<string, number[]>();
  form.rows.forEach((row, position) => {
    if (row.group === null) return;
    const name = normaliseText(row.group).replace(/\s+/g, '');
    members.set(name, [...(members.get(name) ?? []), position]);
  });
  const root = emptyTrie<readonly number[]>();
  for (const [name, positions] of members) {
    nodeAt(root, name).value = positions;
    if (name.length >= 4) nodeAt(root, name.slice(-2)).value ??= positions;
  }
  return root;
}

function addPieces(root: TrieNode<LabelPiece>, variant: Variant, position: number): void {
  const { text, core, synonym } = variant;
  for (let start = 0; start < text.length; start++) {
    // 合格 is no part of 不合格
    if (/[不未非无]/.test(text[start - 1] ?? '')) continue;
    for (let end = start + 2; end <= text.length; end++) {
      const stretch = text.slice(start, end);
      if (synonym !== null && !stretch.includes(synonym)) continue;
      const whole = core && start === 0 && end === text.length;
      addPiece(nodeAt(root, stretch), stretch, position, whole, variant.derived);
    }
  }
}

function addPiece(node: TrieNode<LabelPiece>, text: string, position: number, whole: boolean, derived: boolean): void {
  if (!whole && (/^[一二三四五六七八九十两百千万0-9.]+.?$/.test(text) || /[()]/.test(text))) return;
  if (!isHan(text.charCodeAt(0)) && !/^[a-z0-9"(]/.test(text)) return;
  node.value ??= newPiece(text, []);
  const piece = node.value;
  if (!piece.rows.includes(position)) piece.rows.push(position);
  if (whole && !derived && !piece.exactly.includes(position)) piece.exactly.push(position);
  if (whole && derived && !piece.derived.includes(position)) piece.derived.push(position);
}

/** A cut-out core names its row in full if no other row holds the same words; so does what ends in one: 接受投诉. */
function settleDerived(piece: LabelPiece, rows: readonly IndexedRow[]): void {
  const [only] = piece.rows;
  if (piece.exactly.length > 0 || piece.rows.length !== 1 || only === undefined) return;
  const named =
    rows[only]?.variants.some(
      ({ text }) => text.length >= 2 && piece.text.endsWith(text) && (text.length >= 4 || !piece.text.includes('其他')),
    ) ?? false;
  if (named || piece.derived.length > 0) piece.exactly.push(only);
}

/** 快检 is 快速检测 where that is one row and 快检阳性 another. */
function claimAbbreviation(root: TrieNode<LabelPiece>, text: string, position: number): void {
  if (text.length !== 4) return;
  const short = `${text[0]}${text[2]}`;
  if (!isHan(short.charCodeAt(0)) || !isHan(short.charCodeAt(1)) || wordAt(short, 0)?.end === 2) return;
  const hit = longestMatch(root, short, 0);
  if (hit === null) {
    nodeAt(root, short).value = { ...newPiece(short, [position]), weight: 2 };
    return;
  }
  if (hit.value.exactly.length > 0 || hit.value.rows.includes(position)) return;
  hit.value.rows.push(position);
  hit.value.exactly.push(position);
}

function addAbbreviations(map: Map<string, LabelPiece>, text: string, position: number): void {
  for (let first = 0; first < text.length; first++) {
    for (let second = first + 2; second < text.length; second++) {
      const short = `${text[first]}${text[second]}`;
      if (!isHan(short.charCodeAt(0)) || !isHan(short.charCodeAt(1))) continue;
      const piece = map.get(short) ?? { ...newPiece(short, []), weight: 2 };
      if (!piece.rows.includes(position)) piece.rows.push(position);
      map.set(short, piece);
    }
  }
}

function walk(node: TrieNode<LabelPiece>, visit: (piece: LabelPiece) => void): void {
  if (node.value !== undefined) visit(node.value);
  for (const next of node.next.values()) walk(next, visit);
}

const soundCodes = new Map<string, number>();

/** A stable small number per syllable; 0 for what has no sound. */
export function soundCode(code: number): number {
  const sound = soundOf(code);
  if (sound === '') return 0;
  const known = soundCodes.get(sound);
  if (known !== undefined) return known;
  soundCodes.set(sound, soundCodes.size + 1);
  return soundCodes.size;
}

function addSound(root: TrieNode<LabelPiece[]>, piece: LabelPiece): void {
  if (piece.weight < 1 && piece.text.length < 4) return;
  const codes = [...piece.text].map((char) => soundCode(char.charCodeAt(0)));
  if (codes.includes(0)) return;
  const node = nodeAt(root, String.fromCharCode(...codes));
  node.value = [...(node.value ?? []), piece];
}
