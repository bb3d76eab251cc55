/** A reporter writes for his own unit only: a figure said in another unit's name must not land in his own table. */
import { seenText } from '../as-seen.ts';
import type { ReturnDefinition } from '../campaign/definition.ts';
import type { Unit } from '../directory/model.ts';
import type { DirectoryView } from '../directory/view.ts';
import type { UnitId } from '../model.ts';
import { type UnitMention, unitMentions } from '../naming.ts';

/** Brackets, stars, rules and pictures dress a name up and say nothing: 【徐汇区局】, *徐汇*, ——徐汇. */
const ornaments = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{So}"'*#_|~]|[-—–=]{2,}/gu;
/** 填报单位：…; 单位：… where a line begins with it. */
const header =
  /(?:填报|报送|上报)(?:单位|部门|区局)\s*[:\t|]?\s*([^\s:|,。]{2,30})|(?:^|\n)[\s\p{P}\p{S}]*(?:我|本)?(?:单位|部门|区局)(?:名称)?\s*[:\s]\s*([^\s:|,。]{2,30})/u;

const labels = new WeakMap<ReturnDefinition, readonly string[]>();

/** What a return's rows and materials are called; collected once per definition. */
export function labelsOf(definition: ReturnDefinition): readonly string[] {
  const known = labels.get(definition);
  if (known) return known;
  const { form, materials } = definition;
  const fresh = [
    ...(form?.rows ?? []).flatMap(({ label, aliases }) => [label, ...aliases]),
    ...materials.flatMap(({ title, aliases }) => [title, ...aliases]),
  ];
  labels.set(definition, fresh);
  return fresh;
}

/**
 * The other unit in whose name the words are said: named at the beginning, after 填报单位, or as the one who reports
 * (替徐汇报, 徐汇那边报了, 徐汇的数). Null if there is none, or if it is one's own unit or one above it.
 */
export function foreignUnit(
  said: string,
  own: UnitId,
  view: DirectoryView,
  labels: readonly string[] = [],
): Unit | null {
  const words = seenText(said).replace(ornaments, ' ');
  const [, form = '', line = ''] = header.exec(words) ?? [];
  const headed = view.unitsNamed(form || line);
  const speaking = headed.length > 0 ? headed : speaker(words, view, labels);
  const house = withSuperiors(own, view);
  return speaking.some(({ id }) => house.has(id)) ? null : (speaking[0] ?? null);
}

/** The first unit that the words are said for. */
function speaker(words: string, view: DirectoryView, labels: readonly string[]): readonly Unit[] {
  const found = unitMentions(view, words).find(
    (mention) => begins(mention, words, labels) || isSpokenFor(mention, words) || speaks(mention, words),
  );
  return found?.units ?? [];
}

function withSuperiors(own: UnitId, view: DirectoryView): ReadonlySet<UnitId> {
  const house = new Set<UnitId>();
  for (let id: UnitId | null = own; id !== null && !house.has(id); id = view.unit(id)?.parent ?? null) house.add(id);
  return house;
}

/** More than any of these patterns looks at in front of a name. */
const nearby = 30;
const numbered = /(?:^|\n)[ \t]*[(（]?\d{1,3}[ \t]*[.．、)）][ \t]*/g;
const lead =
  /(?:^|[\s，,。；;！!：:])[@＠]?\s*(?:我们?|这里|这边|这)?(?:是|再|来|先)?(?:代|替|帮|为|以|给)?(?:填报|汇报|填|报)?(?:一下|下)?\s*$/;
const figure = /\d(?![\d月日号年点:：/.·-])|[一二两三四五六七八九十百千]+(?:次|条|件|份|册|场|篇|期)|没有/;
const whereabouts = /(?:地点|地址|场所|位置|范围|区域|来源)\s*[:：]\s*$/;
const together = /^[^，,。；;！!\n]{0,20}(?:我局|我们局|我区|我们区|我单位|本局|和我们|与我们)/;

/**
 * Named where a clause begins: 徐汇公益广告3条; 领导好，徐汇：公益广告3条. After a figure only an office is, with what it did:
 * 专题报道2次，徐汇区局公益广告3条; 咨询2次，静安公园1次 tells where.
 */
function begins({ start, end, name }: UnitMention, words: string, labels: readonly string[]): boolean {
  const before = words.slice(0, start).replace(numbered, '\n');
  const behind = words.slice(end);
  const near = before.slice(-nearby);
  if (!lead.test(near) || whereabouts.test(near) || together.test(behind)) return false;
  if (figure.test(before)) return !mayBePlace(name) && endsName(behind, labels);
  return mayBePlace(name) ? endsName(behind, labels) : !/^[罚理置于在分长]/.test(behind) || !name.endsWith('处');
}

/** 静安, 静安区: as often the place as the office. */
function mayBePlace(name: string): boolean {
  return name.length <= 2 || /[区县市镇乡]$/.test(name);
}

const reports =
  /^(?:那边|那里|那儿|他们|这边|今天|今日|昨天|昨日|本周|本次|目前|(?:一?共|共计|累计)(?=[\d一二两三四五六七八九十])|开展|举办|组织|播放|印发|发放|接受|受理|查处|完成|上报|填报|汇报|报(?![社刊纸道业])|没有|无(?![障人偿锡]))/;

/** 徐汇，公益广告3条; 徐汇公益广告3条; 徐汇第2项3条; 徐汇举办咨询2场; but not 静安寺广场咨询2次. */
function endsName(rest: string, labels: readonly string[]): boolean {
  const piece = rest.slice(0, 2);
  return (
    /^(?:$|[\s:：，,、的]|第?\d)/.test(rest) ||
    reports.test(rest) ||
    (piece.length === 2 && labels.some((label) => label.includes(piece)))
  );
}

const onBehalf = /(?:替|代表?|帮(?:忙|着)?(?:给|替)?|为|以|给|受)(?:一下|下|他们|咱们?|我们)?\s*$/;
const done =
  /^\s*(?:区局|局|他们|那边|的同[志事])?(?:的)?(?:代|再|也|先|来|补|单独|一并|一起)*(?:报(?![社刊纸道])|填|汇报|上报|登记|记(?![者得])|录|交|说一?下|名义|委托|之?托)/;

/** 替徐汇报一下, 帮徐汇代报, 给徐汇填, 以徐汇的名义. */
function isSpokenFor({ start, end }: UnitMention, words: string): boolean {
  return onBehalf.test(words.slice(Math.max(0, start - nearby), start)) && done.test(words.slice(end));
}

const says =
  /^\s*(?:那边|那里|那儿|那头|他们|她们|的?联络员|的?同[志事]|的人)?\s*(?:说(?!明|法)|讲(?![座课解述])|反馈(?!会)|报(?:了|的|来|过来)|来电(?:说|报)|告诉|[让叫托请要]我)/;
const owns = /^\s*(?:那边|那里|那儿|他们|她们)?的(?:数(?!场|次|十|百)|统计|报表|表(?!彰|演)|情况)/;

/** 徐汇那边报了, 徐汇说他们, 徐汇的数. */
function speaks({ end }: UnitMention, words: string): boolean {
  const behind = words.slice(end);
  return says.test(behind) || owns.test(behind);
}
