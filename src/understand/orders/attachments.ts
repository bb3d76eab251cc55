/** What a file or a picture is: by its name, the words beside it, or its kind. */
import type { RoomOrder } from '../../domain/campaign/slices.ts';
import type { Expected } from '../../domain/submission/expecting.ts';
import type { LeftAsideFor, MaterialSaid } from '../../domain/submission/shape.ts';
import { normaliseText } from '../reading/plain.ts';
import { ofWhom } from '../reading/set-aside.ts';
import { isPlainReport, stanceOf } from '../stance/stance.ts';
import { type AskFiles, clause, namedIn, type Option, optionsOf, ref } from './material-options.ts';

export interface Attachment {
  readonly kind: 'file' | 'image';
  readonly name: string;
}

const theTable = /统计表|报表/;
/** The table itself, which is reported in words, unless it is called as a material is: 值班表.xlsx. */
const spreadsheet = /\.(?:xlsx?|et|csv)$/i;
/** 去年那份不算: said of one that is not here. */
const ofAnotherPaper = /年(?:度|的)?那/;
const forwarded = /转发.{0,6}(?:看|参考|学习|了解)/;
const forbidden = /(?:不要|不用|别|不)(?:算|登记|记|收|计入)/;
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
  const said = placed.flatMap((one) => (one.kind === 'said' ? [one.said] : []));
  const [only] = attachments;
  const besides = only && attachments.length === 1 ? insideToo(only, words, options, said) : [];
  return {
    said: [...said, ...besides],
    asked: askedTogether(placed.flatMap((one) => (one.kind === 'asked' ? [one.asked] : []))),
    aside: reasons.map((why) => ({
      name: 'leave-aside',
      names: aside.filter((one) => one.why === why).map(({ name }) => name),
      why,
    })),
  };
}

const archive = /\.(?:zip|rar|7z|tar|gz)$/i;
/** 图片也在文档里, 总结和图片都在里面 */
const inside =
  /在(?:这个?|该|同一个?)?(?:文档|文件|附件|压缩包|材料|资料|总结|word|pdf|包)?(?:里|中|内|上)(?:面|边|头)?|(?:合|放|打包|排|做|附)(?:在|到|成)(?:一起|一个|里面|一块)|[都也均]在里|打包|一并|包含|含有|包括/i;

/** What words say is in the one file besides: it is handed in with it, whatever files that material comes in otherwise. */
function insideToo(
  { kind, name }: Attachment,
  words: string,
  options: readonly Option[],
  said: readonly MaterialSaid[],
): MaterialSaid[] {
  if (said.length === 0) return [];
  const clauses = (words.match(clause) ?? []).filter(
    (part) => (archive.test(name) || inside.test(part)) && isPlainReport(stanceOf(part)),
  );
  return namedIn(clauses.join(''), options).flatMap(([option, ...others]) => {
    const known = said.some(({ returnId, material }) => returnId === option?.returnId && material === option.material);
    return option && others.length === 0 && !known ? [{ ...ref(option), how: kind, name }] : [];
  });
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
