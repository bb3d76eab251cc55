import type { FormRow } from '../../domain/form.ts';
import { normaliseText } from './plain.ts';
import { COLOURLESS_VERBS, SYNONYMS, THIN_WORDS } from './synonyms.ts';

/** One way to name a row. `core` ones name it in full. */
export interface Variant {
  readonly text: string;
  readonly core: boolean;
  /** A core that was cut out of the label: it names the row only where no other row has the same words. */
  readonly derived: boolean;
  /** The synonym that the variant was made with: only pieces that hold it whole are new. */
  readonly synonym: string | null;
}

const VERBS = byLength(COLOURLESS_VERBS);
const THIN = byLength(THIN_WORDS);
const FAMILIES = SYNONYMS.map((line) => line.split(' '));
const LEADING = byLength(
  `${COLOURLESS_VERBS} 各类 各种 重要 大型 线上线下 为消费者 消费者 主流 侵害 侵害消费者权益 的 全市 全县 全区 辖区 本单位 组织开展`,
);
const TRAILING = byLength(
  '情况 数量 金额 次数 总数 参与数 人数 户数 件数 份数 人次 户次 场次 数 次 活动 工作 总金额 平台 个数 家数 起数',
);
const JOINED = /[/、,;]|(?<![参普涉以])(?:和|及|或|与)(?![谐解时格])/;

/** All the names under which people may mean a row: the label, its parts, its core, its synonyms, its aliases. */
export function variantsOf(row: FormRow): readonly Variant[] {
  const found = new Map<string, Variant>();
  const put = (text: string, derived: boolean, synonym: string | null = null) => {
    if (text.length > 0 && !found.has(text)) found.set(text, { text, core: true, derived, synonym });
  };
  const names = [row.label, ...row.aliases].flatMap((name) => readingsOf(normaliseText(name).replace(/\s+/g, '')));
  for (const name of names) put(name, false);
  for (const name of names) for (const part of partsOf(name)) put(part, false);
  for (const name of names) for (const part of partsOf(name)) for (const core of coresOf(part)) put(core, true);
  for (const variant of [...found.values()]) {
    for (const { text, word } of synonymsOf(variant.text)) put(text, variant.derived || variant.text === word, word);
  }
  return [...found.values()];
}

/** 提(警)示 is 提示 and 警示; other brackets are also left out. */
function readingsOf(label: string): string[] {
  const unquoted = label.replace(/["《》「」]/g, '');
  const optional = /^(.*?)([^()])\(([^()])\)([^()].*)$/.exec(unquoted);
  if (optional !== null) {
    const [, before = '', first = '', other = '', after = ''] = optional;
    return [unquoted, `${before}${first}${after}`, `${before}${other}${after}`, `${before}${first}${other}${after}`];
  }
  const bare = unquoted.replace(/\([^()]*\)/g, '');
  return bare === unquoted || bare === '' ? [unquoted] : [unquoted, bare];
}

function partsOf(label: string): string[] {
  const parts = label.split(JOINED).filter((part) => part.length >= 2);
  return parts.length > 1 ? parts : [label];
}

/** 接受咨询情况 → 咨询情况, 咨询: colourless words stripped from both ends as long as two characters stay. */
function coresOf(part: string): string[] {
  const cores: string[] = [];
  let core = part;
  for (;;) {
    const lead = LEADING.find((word) => core.startsWith(word) && core.length - word.length >= 2);
    if (lead === undefined) break;
    core = core.slice(lead.length);
    cores.push(core);
  }
  for (;;) {
    const thin = THIN.find(
      (word) => word !== '其他' && core.startsWith(word) && contentWeight(core.slice(word.length)) >= 2,
    );
    if (thin === undefined) break;
    core = core.slice(thin.length);
    cores.push(core);
  }
  for (;;) {
    const tail = TRAILING.find((word) => core.endsWith(word) && core.length - word.length >= 2);
    if (tail === undefined) break;
    core = core.slice(0, -tail.length);
    cores.push(core);
  }
  return cores.filter((text) => contentWeight(text) >= 0.5);
}

function synonymsOf(text: string): { text: string; word: string }[] {
  const list: { text: string; word: string }[] = [];
  for (const family of FAMILIES) {
    const member = family.filter((word) => text.includes(word)).sort((left, right) => right.length - left.length)[0];
    if (member === undefined) continue;
    for (const other of family) {
      if (other !== member && !text.includes(other)) list.push({ text: text.replace(member, other), word: other });
    }
  }
  return list;
}

const weights = new Map<string, number>();

/** How much a stretch says about which row is meant: a full character 1, a thin one 0.25, a colourless verb's 0.1. */
export function contentWeight(text: string): number {
  const known = weights.get(text);
  if (known !== undefined) return known;
  let weight = 0;
  for (let at = 0; at < text.length; ) {
    const part = partAt(text, at);
    weight += part.weight;
    at += part.length;
  }
  if (weights.size < 50_000) weights.set(text, weight);
  return weight;
}

/** The colourless verb, thin word or single character at `at`. */
function partAt(text: string, at: number): { readonly length: number; readonly weight: number } {
  const verb = VERBS.find((word) => text.startsWith(word, at))?.length ?? 0;
  const thin = THIN.find((word) => text.startsWith(word, at))?.length ?? 0;
  if (verb > 0 && verb >= thin) return { length: verb, weight: 0.1 * verb };
  if (thin > 0) return { length: thin, weight: 0.25 * thin };
  return { length: 1, weight: /[\u4e00-\u9fffa-z]/.test(text[at] ?? '') ? 1 : 0 };
}

function byLength(words: string): string[] {
  return [...new Set(words.split(' '))].sort((left, right) => right.length - left.length);
}
