import { literal } from '../../domain/literal.ts';
import { materialNames } from '../../domain/naming.ts';
import type { Expected } from '../../domain/submission/expecting.ts';
import type { MaterialSaid } from '../../domain/submission/shape.ts';
import type { HandIn, MaterialRef } from '../../domain/submission/state.ts';
import { isPlainReport, type Stance, stanceOf } from '../stance/stance.ts';
import { type AskFiles, clause, grouped, isNamed, namedIn, type Option, optionsOf, ref } from './material-options.ts';

const handed =
  /已(?:经)?(?:报|发|交|传|送|提交|上传|邮寄)|(?:报送|提交|上传|发送|报|交|发|传)(?:了|过|到|至|完|好)|(?:OA|oa|邮箱|邮件)/;
const notYet = /没|未|不|待|稍后|明天|后天|马上|正在|准备|将|还要|怎么|如何|哪|吗|[?？]|再(?:报|发|交|传)/;
const none = /^(?:暂?无|没有?|没得|不涉及)(.+)$|^(.+?)(?:暂?无|没有|没得|不涉及)$/;
/** 图片已发给小王, 交给我们科长了: some person has it, not the office. */
const toSomebody =
  /(?:发|交|传|送|转|拷|给)(?:给|到)?了?(?:我们?|他们?|她们?|人家|别人|[小老阿][\u4e00-\u9fff]|(?:我们?|本|咱)?(?:单位|局|科|处)?的?(?:同事|领导|办公室|科室|内勤|文书|搭档|徒弟|师傅)|[\u4e00-\u9fff]{0,3}(?:同志|老师|科长|主任|处长|局长|队长|所长|姐|哥|总))[了啦。.!！]*$/;
const unfinished = /初稿|草稿|讨论稿|征求意见|一半|一部分|大部分/;
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
  /^(?:(?:是|我们?|刚才|刚|前面|之前|上面)*(?:弄|搞|说|报|发|写|点|看)?错了?|[先都]?[别不](?:算|作数)数?[了吧]*|不好意思|抱歉|对不起)$/;

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

export interface MaterialsAwaited {
  readonly awaited: readonly MaterialRef[];
  /** The text without them. */
  readonly rest: string;
}

/**
 * 图片晚点发, 总结还没写: materials that are said to come, beside something else that is said. `alone`: nothing else was; then it
 * says when the return comes.
 */
export function readAwaited(text: string, returns: readonly Expected[], alone: boolean): MaterialsAwaited {
  const options = optionsOf(returns, (material) => isNamed(material, text));
  if (options.length === 0) return { awaited: [], rest: text };
  const parts = (text.match(clause) ?? []).map((part) => {
    const words = part.replace(clauseEnd, '').trim();
    return { part, words, later: laterIn(text, words, options) };
  });
  const others = parts.filter(({ later }) => later.length === 0);
  if (others.length === parts.length || (alone && others.every(({ words }) => words === '')))
    return { awaited: [], rest: text };
  return {
    awaited: parts.flatMap(({ later }) => later.map(ref)),
    rest: others.map(({ part }) => part).join(''),
  };
}

function laterIn(text: string, words: string, options: readonly Option[]): readonly Option[] {
  const named = namedIn(words, options).flatMap(([first]) => first ?? []);
  if (named.length === 0 || counted.test(words) || none.test(words) || toSomebody.test(words)) return [];
  const { future, negated, ...said } = stanceIn(text, words, undefined);
  const comes = future || (negated && notInAfterAll.test(words));
  // 明天再发: whatever comes first, it comes.
  return comes && isPlainReport({ ...said, future: false, negated: false, conditional: false }) ? named : [];
}

function stanceIn(text: string, words: string, year: number | undefined) {
  const start = Math.max(0, text.indexOf(words));
  return stanceOf(text, { focus: { start, end: start + words.length }, ...(year === undefined ? {} : { year }) });
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
  if (new RegExp(`^${literal(name)}\\s*[:：\\n]\\s*\\S[\\s\\S]{9,}`).test(text)) return true;
  const anew = new RegExp(
    `^${again}${literal(name)}\\s*[:：\\n]\\s*\\S[\\s\\S]{7,}|^(?:更新|修改|更正)${literal(name)}[，,]\\S[\\s\\S]{7,}`,
  );
  return anew.test(text) && isPlainReport(stanceOf(text));
}

interface Handed {
  /** Whom it may be for: one, or several of one name. */
  readonly names: readonly Option[];
  readonly how: HandIn;
}

const counted = /\d+\s*(?!张|幅|份材料)[条次份册篇件场期]/;

function readClause(words: string, options: readonly Option[], plain: () => boolean): Handed[] {
  const named = namedIn(words, options);
  if (named.length === 0 || counted.test(words)) return [];
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
