/** Materials handed in by word ("总结已报送OA"), as text, or as a file or picture. */
import type { Material } from '../../domain/campaign/definition.ts';
import type { RoomOrder } from '../../domain/campaign/slices.ts';
import { materialNames } from '../../domain/naming.ts';
import type { Expected } from '../../domain/submission/expecting.ts';
import type { LeftAsideFor, MaterialSaid } from '../../domain/submission/shape.ts';
import type { HandIn, MaterialRef } from '../../domain/submission/state.ts';
import { normaliseText } from '../reading/plain.ts';
import { ofWhom } from '../reading/set-aside.ts';
import { isPlainReport, type Stance, stanceOf } from '../stance/stance.ts';

export interface Attachment {
  readonly kind: 'file' | 'image';
  readonly name: string;
}

const handed =
  /已(?:经)?(?:报|发|交|传|送|提交|上传|邮寄)|(?:报送|提交|上传|发送|报|交|发|传)(?:了|过|到|至|完|好)|(?:OA|oa|邮箱|邮件)/;
const notYet = /没|未|不|待|稍后|明天|后天|马上|正在|准备|将|还要|怎么|如何|哪|吗|[?？]|再(?:报|发|交|传)/;
const none = /^(?:暂?无|没有?|没得|不涉及)(.+)$|^(.+?)(?:暂?无|没有|没得|不涉及)$/;
/** 图片已发给小王, 交给我们科长了: some person has it, not the office. */
const toSomebody =
  /(?:发|交|传|送|转|拷|给)(?:给|到)?了?(?:我们?|他们?|她们?|人家|别人|[小老阿][\u4e00-\u9fff]|(?:我们?|本|咱)?(?:单位|局|科|处)?的?(?:同事|领导|办公室|科室|内勤|文书|搭档|徒弟|师傅)|[\u4e00-\u9fff]{0,3}(?:同志|老师|科长|主任|处长|局长|队长|所长|姐|哥|总))[了啦。.!！]*$/;
const clause = /[^，,。；;\n！!]+[，,。；;\n！!]*/g;
const clauseEnd = /[，,。；;\n！!]+$/;
const nameKept = 80;

/** 撤回总结, 图片不算 */
const takenBackWords =
  /^(?:请|麻烦|我们?|要|想|申请|把|将)*(?:撤回|撤销|收回|取消|撤掉|去掉)|(?:撤回|撤销|收回|撤掉|作废|[不别]算数?|不作数)[了吧]*$/;
/** 总结还没有报送, 图片发错了: said of what counts as handed in. */
const notInAfterAll =
  /(?:没有?|未)(?:正式)?(?:(?:报|交|发|送|传|提交|上传)(?!完)|写|弄|做|排|整理|准备|完成)(?!错|全|齐)|(?<!没有?|未|不)(?:报|交|发|传|送|说|弄|搞|写|登)错/;
/** What goes with it: 刚才弄错了, 别算. */
const mistaken =
  /^(?:(?:是|我们?|刚才|刚刚|刚|前面|之前|上面)*(?:弄|搞|说|报|发|写|点|看)?错了?|[先都]?[别不](?:算|作数)数?[了吧]*|不好意思|抱歉|对不起)$/;

interface Option extends MaterialRef {
  readonly definition: Material;
  readonly owed: boolean;
  readonly title: string;
}

function optionsOf(returns: readonly Expected[], wanted: (material: Material) => boolean = () => true): Option[] {
  const options: Option[] = [];
  for (const { returnId, title, materials, owed } of returns)
    for (const definition of materials)
      if (wanted(definition)) {
        const { id: material } = definition;
        options.push({ returnId, material, definition, title, owed: owed.some(({ id }) => id === material) });
      }
  return options;
}

type AskFiles = Extract<RoomOrder, { name: 'ask-files' }>;

export interface MaterialsRead {
  readonly said: readonly MaterialSaid[];
  /** Two returns want one of that name. */
  readonly unsure: readonly AskFiles[];
  /** Reported by mistake; several where two returns want one of that name. */
  readonly takenBack: readonly MaterialRef[];
  /** Said of what is not finished. */
  readonly drafts: readonly string[];
  /** The text without them. */
  readonly rest: string;
}

/** What clauses hand in, and the text without them. `year` is the campaign's: last year's 总结 is none of its. */
export function readMaterials(text: string, returns: readonly Expected[], year?: number): MaterialsRead {
  const options = optionsOf(returns, (material) => isNamed(material, text));
  if (options.length === 0) return { said: [], unsure: [], takenBack: [], drafts: [], rest: text };
  const whole = asText(text, options);
  if (whole) return { said: [whole], unsure: [], takenBack: [], drafts: [], rest: '' };
  const parts = clausesOf(text, options).map((part) => {
    const words = part.replace(clauseEnd, '').trim();
    const stance = () => stanceIn(text, words, year);
    const back = backIn(words, options, stance);
    const found = back.length > 0 ? [] : readClause(words, options, () => isPlainReport(stance()));
    return { part, words, back, found, isDraft: found.length > 0 && isDraft(text, words) };
  });
  const drafts = parts.flatMap(({ found, isDraft: draft }) =>
    draft ? found.flatMap(({ names: [only] }) => only?.definition.title ?? []) : [],
  );
  const takenBack = parts.flatMap(({ back }) => back.map(ref));
  const handedIn = parts.flatMap(({ words, found, isDraft: draft }) =>
    draft ? [] : found.map((one) => ({ ...one, name: words.slice(0, nameKept) })),
  );
  const left = parts.filter(
    ({ words, back, found }) => back.length + found.length === 0 && !(takenBack.length > 0 && mistaken.test(words)),
  );
  return {
    said: handedIn.flatMap(({ names: [only, ...others], how, name }) =>
      only && others.length === 0 ? [{ ...ref(only), how, name }] : [],
    ),
    unsure: handedIn.flatMap(({ names, how, name }) =>
      names.length > 1 ? [{ name: 'ask-files', how, names: [name], options: names.map(ref) }] : [],
    ),
    takenBack,
    drafts,
    rest: left.length === parts.length ? text : left.map(({ part }) => part).join(''),
  };
}

const madeReady =
  /(?:写|弄|做|改|排|整理|准备|填|修改|调整|完善|更新|盖章?)(?:好|完|齐)了?$|(?:改|更新|修改|调整|完善)了$/;

/** 值班表改好了，已重新报OA: what is sent is what was spoken of right before. */
function clausesOf(text: string, options: readonly Option[]): string[] {
  const named = (words: string) => options.some(({ definition }) => isNamed(definition, words));
  const all: string[] = [];
  for (const part of text.match(clause) ?? []) {
    const before = all.at(-1) ?? '';
    const words = before.replace(clauseEnd, '').trim();
    const goesOn = madeReady.test(words) && handed.test(part) && named(words) && !handed.test(words) && !named(part);
    if (goesOn) all.pop();
    all.push(goesOn ? before + part : part);
  }
  return all;
}

/** 总结初稿已报OA; 总结发OA了，是初稿; 图片发了一半. */
function isDraft(text: string, words: string): boolean {
  const behind = text.slice(text.indexOf(words) + words.length).split(/[。；;\n]/, 1)[0] ?? '';
  return unfinished.test(words) || /^[，,\s]*(?:这?还?是|算)(?:个)?(?:初稿|草稿|讨论稿|征求意见稿)/.test(behind);
}

/** Materials that the words take back: those that are in, where some are. */
function backIn(words: string, options: readonly Option[], stance: () => Stance): readonly Option[] {
  const orders = takenBackWords.test(words);
  if (!orders && !notInAfterAll.test(words)) return [];
  const named = grouped(options.filter(({ definition }) => isNamed(definition, words)));
  const meant = [...named.values()].flatMap((group) => {
    const titled = group.filter(({ title }) => words.includes(title));
    const all = titled.length > 0 ? titled : group;
    const handed = all.filter(({ owed }) => !owed);
    return handed.length > 0 || !orders ? handed : all;
  });
  // 还没报 is a negation, 明天再报 beside it is for later: both say that it is not in.
  return meant.length > 0 && isPlainReport({ ...stance(), negated: false, future: false }) ? meant : [];
}

function stanceIn(text: string, words: string, year: number | undefined) {
  const start = Math.max(0, text.indexOf(words));
  return stanceOf(text, { focus: { start, end: start + words.length }, ...(year === undefined ? {} : { year }) });
}

function ref({ returnId, material }: MaterialRef): MaterialRef {
  return { returnId, material };
}

/** `总结：3·15期间，我局…`: the material itself, where it may be handed in as text; 重新报送值班表：张三 13点… likewise. */
function asText(text: string, options: readonly Option[]): MaterialSaid | null {
  const found = options.find(
    ({ definition }) =>
      definition.accepts.includes('text') && materialNames(definition).some((name) => isTextOf(name, text.trim())),
  );
  return found ? { ...ref(found), how: 'text', name: text.trim().slice(0, nameKept) } : null;
}

const again = '(?:重新|补充?|再次?|更新|修改|更正)(?:报送?|提交|上报|交|发|填报)?(?:一下)?';

function isTextOf(name: string, text: string): boolean {
  // Every message comes by here, and patterns are made for names that stand in it.
  if (!text.includes(name)) return false;
  if (new RegExp(`^${escaped(name)}\\s*[:：\\n]\\s*\\S[\\s\\S]{9,}`).test(text)) return true;
  const anew = new RegExp(
    `^${again}${escaped(name)}\\s*[:：\\n]\\s*\\S[\\s\\S]{7,}|^(?:更新|修改|更正)${escaped(name)}[，,]\\S[\\s\\S]{7,}`,
  );
  return anew.test(text) && isPlainReport(stanceOf(text));
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

interface Handed {
  /** Whom it may be for: one, or several of one name. */
  readonly names: readonly Option[];
  readonly how: HandIn;
}

function readClause(words: string, options: readonly Option[], plain: () => boolean): Handed[] {
  const named = namedIn(words, options);
  if (named.length === 0 || /\d+\s*(?!张|幅|份材料)[条次份册篇件场期]/.test(words)) return [];
  const without = none.exec(words);
  if (without) {
    const rest = (without[1] ?? without[2] ?? '').trim();
    return named
      .filter((group) => group.some(({ definition }) => materialNames(definition).includes(rest)))
      .map((names) => ({ names, how: 'none' }));
  }
  return handed.test(words) && !notYet.test(words) && !toSomebody.test(words) && plain()
    ? named.map((names) => ({ names, how: 'statement' }))
    : [];
}

/** Materials that the words name, those of one title together: which return's is meant is said, owed, or asked. */
function namedIn(words: string, options: readonly Option[]): (readonly Option[])[] {
  const named = options.filter(({ definition }) => isNamed(definition, words));
  return [...grouped(named).values()].map((group) => narrowed(words, group));
}

function isNamed(definition: Material, words: string): boolean {
  return materialNames(definition).some((name) => words.includes(name));
}

function grouped(options: readonly Option[]): Map<string, Option[]> {
  const byTitle = new Map<string, Option[]>();
  for (const option of options)
    byTitle.set(option.definition.title, [...(byTitle.get(option.definition.title) ?? []), option]);
  return byTitle;
}

function narrowed(words: string, group: readonly Option[]): readonly Option[] {
  const said = group.filter(({ title }) => words.includes(title));
  if (said.length > 0) return said;
  const owed = group.filter(({ owed: still }) => still);
  return owed.length > 0 ? owed : group;
}

const theTable = /统计表|报表/;
/** The table itself, which is reported in words, unless it is called as a material is: 值班表.xlsx. */
const spreadsheet = /\.(?:xlsx?|et|csv)$/i;
/** 去年那份不算: said of one that is not here. */
const ofAnotherPaper = /年(?:度|的)?那/;
const forwarded = /转发.{0,6}(?:看|参考|学习|了解)/;
const forbidden = /(?:不要|不用|别|不)(?:算|登记|记|收|计入)/;
const unfinished = /初稿|草稿|讨论稿|征求意见|一半|一部分|大部分/;
const draft = /初稿|草稿|征求意见|先别算|先不算|不算数|供参考|先看看|样张|模板|范本/;

export interface AttachmentsPlaced {
  readonly said: readonly MaterialSaid[];
  readonly asked: readonly AskFiles[];
  readonly aside: readonly Extract<RoomOrder, { name: 'leave-aside' }>[];
}

const nonePlaced: AttachmentsPlaced = { said: [], asked: [], aside: [] };

/** What attachments are: by their name or the words beside them; a picture by its kind. The rest is asked about. */
export function placeAttachments(
  attachments: readonly Attachment[],
  words: string,
  returns: readonly Expected[],
  year?: number,
): AttachmentsPlaced {
  if (attachments.length === 0) return nonePlaced;
  const options = optionsOf(returns);
  const placed = attachments.map((attachment) => place(attachment, words, options, year));
  const aside = placed.flatMap((one) => (one.kind === 'aside' ? [one] : []));
  const reasons = [...new Set(aside.map(({ why }) => why))];
  return {
    said: placed.flatMap((one) => (one.kind === 'said' ? [one.said] : [])),
    asked: askedTogether(placed.flatMap((one) => (one.kind === 'asked' ? [one.asked] : []))),
    aside: reasons.map((why) => ({
      name: 'leave-aside',
      names: aside.filter((one) => one.why === why).map(({ name }) => name),
      why,
    })),
  };
}

/** One question for all that may be the same things: two hundred pictures in one message are asked about once. */
function askedTogether(asked: readonly AskFiles[]): AskFiles[] {
  const alike = new Map<string, AskFiles>();
  for (const one of asked) {
    const key = JSON.stringify([one.how, one.options]);
    const before = alike.get(key);
    alike.set(key, before ? { ...before, names: [...before.names, ...one.names] } : one);
  }
  return [...alike.values()];
}

type Placed =
  | { readonly kind: 'said'; readonly said: MaterialSaid }
  | { readonly kind: 'asked'; readonly asked: AskFiles }
  | { readonly kind: 'aside'; readonly name: string; readonly why: LeftAsideFor };

/** Why its name, or the words beside it, say that it is none of what is collected. */
function whyAside(name: string, words: string, year: number | undefined): LeftAsideFor | null {
  const said = (words.match(clause) ?? [])
    .map((part) => normaliseText(part).replace(/[,。;!\n]+$/, ''))
    .filter((part) => !ofAnotherPaper.test(part));
  const whose = said.map((part) => ofWhom(part, year ?? null)).find((why) => why !== null);
  if (whose === 'not-ours' || forwarded.test(words)) return 'not-ours';
  const ofOtherYear = [name, ...said].some((text) => stanceOf(text, year === undefined ? {} : { year }).otherYear);
  if (whose !== undefined || ofOtherYear) return 'other-year';
  if (draft.test(name) || draft.test(words)) return 'draft';
  if (said.some((part) => forbidden.test(part))) return 'forbidden';
  return theTable.test(name) || /这是.{0,4}(?:统计表|报表)/.test(words) ? 'unreadable' : null;
}

function place(
  { kind, name }: Attachment,
  words: string,
  options: readonly Option[],
  year: number | undefined,
): Placed {
  const fitting = options.filter(({ definition }) => definition.accepts.includes(kind));
  const why = whyAside(name, words, year) ?? (fitting.length === 0 ? 'unreadable' : null);
  if (why) return { kind: 'aside', name, why };
  const plain = words === '' || isPlainReport(stanceOf(words));
  const byName = namedIn(name, fitting);
  const byWords = plain ? namedIn(words, fitting) : [];
  if (disagree(byName, byWords)) return asking([...byName, ...byWords].flat());
  const named = [...byName, ...byWords][0] ?? [];
  if (named.length === 0 && spreadsheet.test(name)) return { kind: 'aside', name, why: 'unreadable' };
  const likely = named.length > 0 ? named : byKind(kind, words, fitting);
  const [only] = likely;
  if (only && likely.length === 1) return { kind: 'said', said: { ...ref(only), how: kind, name } };
  return asking(likely.length > 0 ? likely : fitting);

  function asking(among: readonly Option[]): Placed {
    const asked: AskFiles = { name: 'ask-files', how: kind, names: [name], options: [...new Set(among)].map(ref) };
    return { kind: 'asked', asked };
  }
}

/** 总结.docx with the words 值班表; 值班表和总结.zip: it is one of them, or both. */
function disagree(byName: readonly (readonly Option[])[], byWords: readonly (readonly Option[])[]): boolean {
  const [own, ...others] = byName.map(([option]) => option);
  if (others.length > 0) return true;
  return own !== undefined && byWords.length > 0 && !byWords.some((group) => group.includes(own));
}

/** 这是请假条: something the words name and no material is. */
const saysWhatElse = /(?:这[张个份]?|此)(?:就)?[是为]|(?:假条|证明|名单|值班表)$/;

/** A picture without a word is what pictures are wanted for; a file may be anything. */
function byKind(kind: Attachment['kind'], words: string, fitting: readonly Option[]): readonly Option[] {
  if (kind !== 'image' || saysWhatElse.test(words) || !(words === '' || isPlainReport(stanceOf(words)))) return [];
  const owed = fitting.filter(({ owed: still }) => still);
  return owed.length > 0 ? owed : fitting;
}
