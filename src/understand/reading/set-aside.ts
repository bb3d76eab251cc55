import type { SetAsideFor } from '../../domain/reading.ts';
import { type Element, isClauseBreak, isNumber, reports, wordsOf } from './elements.ts';

/** Clauses whose figures are said to be none of this table's. */
export interface Stretch {
  readonly why: SetAsideFor;
  readonly start: number;
  readonly end: number;
}

const FORBIDS =
  '(?:(?<!要)不要|(?<![有不])不用|不必|无需|请勿|切勿|甭|(?<![特分级类区辨识个性派送])别|(?:先|暂)(?:时)?不)';
const WRITES = '(?:改|填|报|记|写|算|录|计|登|加|减|删)';
/** 别填5条, 先别把公益广告改成8条. */
const FORBIDDEN = new RegExp(`${FORBIDS}(?!的|处|人)(?:再|先|急着|帮我|给我)*(?:[把将][^,]{1,16}?)?${WRITES}`);
/** 案件3件先别报; but 3件，不用改 lets it stand. */
const FORBIDDEN_AFTER = new RegExp(
  `${FORBIDS}(?:再|先|急着|帮我|给我)*(?:填|报|记|写|算|录|计|登)(?:了|进去|进来|上|入)?$`,
);
const NOT_OURS =
  /不(?:是|属于?|算)(?:我们|咱们?|俺们?|[我本](?=这边|这里|单位|局|科|处|所|队|站))|(?:是|属于?)(?:给|帮|替)?(?:隔壁|人家|别人|别家|别的|他们|她们|其[他它]|兄弟|外单位|外局|邻)[^,]{0,8}的|^(?:这?是)?(?:隔壁|人家|别人|他们|她们|别的(?:单位|局)|兄弟单位)/;
const TO_COME = /下(?:个?星期|个?礼拜|周|个?月|个?季度)|明[天日早晚年]|后[天年]|来年|改天|过[两几]天/;
const THAT = '(?:[这那]些?|以上|上面|前面|刚才)?(?:几?[条个项]|的|数|报)?(?:都|全)?';
const OF_A_YEAR =
  '(去年|前年|往年|上一?年|明年|来年|后年|(?:20)?\\d\\d年)(?:度)?(?:的)?(?:数[据字]?|情况|活动|照片|图片|总结|材料|文件)?';
const OTHER_YEAR = new RegExp(`${THAT}(?:是|属于?|为)${OF_A_YEAR}(?:了|啊|呀|哦|哈)?$`);
/** What stands for itself and says of which the figures before are: 这是去年的, 是隔壁局办的, 不是我们的. */
const TAG = new RegExp(`^(?:${THAT}(?:(?:是|属于?|为)(?!$)|不(?:是|属于?|算))|不算我们)`);

/** 转发：…, 小李说：…, 以下是黄浦发给我的：…: what follows is another's. */
const PASSED_ON =
  /^\s*(?:[^\u4e00-\u9fff\d]{1,2}(?:微信)?转发[^\u4e00-\u9fff\d]|(?:微信)?转发\s?[^\s:：，,\d]{2,12}[:：]|(?:微信)?转(?:发|自)?[^\s:：，,]{0,8}\s*[:：]|(?!我|咱|本)[\u4e00-\u9fff]{2,6}(?:说|讲|发来|问我?)\s*[:：]|(?:以下|下面)(?:是|为)?[^，,。:：]{0,12}(?:发|转|说|问)[^，,。:：]{0,6}[:：])/;
/** 要是有20件就好了; 本来想报4篇. */
const SUPPOSED =
  /(?:要是|如果|假如|假设|倘若|万一|要能).*(?:就好|该多好|才好)|(?:要是|如果|假如|假设|倘若|万一)[^,]*(?:就|则|那)(?:按|报|填|算|记|是)|但愿|(?:是|有|算|可以|行)的话|^(?:我们?)?(?:本来|原本|原来|原)(?:想|打算|准备|计划)/;
/** 如果没有新的，抖音就按4条: the condition stands before. */
const CONDITION = /^(?:要是|如果|假如|假设|倘若|万一|要不)|的话$/;
const THEN = /就|则|那|按/;
/** 照去年的报，公益广告9条 */
const PRECEDENT =
  /^(?:[就先]?)(?:按|照|参照|按照|沿用)(?:着)?(?:去年|前年|往年|上年|上一年)(?:的)?(?:数|情况|标准)?(?:来)?(?:报|填|写)?$/;
/** 其余不是0, 其余的不一定为0. */
const NOT_ZERO =
  /(?:其[他它余]|剩下|余下|别的|另外的)[^,]{0,4}?(?:不(?!涉及)(?:全|都|一定|完全|应该?|见得|能|会)?(?:是|为|等于|填|记)?|未必|并非)[^,]{0,3}(?:0|没|无)/;

/** Without any of these every clause counts: most messages need not be looked at closer. */
const SIGNS = /[不需勿甭别是属隔邻他她下明后年过转说讲发如果要假原本愿问]|人家|兄弟|改天|其它|外[单局]/;

/** The reason of each clause of a message, null where its figures count. A clause that is only a tag is said of those before it. */
export function setAside(
  clauses: readonly (readonly Element[])[],
  text: string,
  year: number | null,
): (Stretch | null)[] {
  if (!SIGNS.test(text)) return clauses.map(() => null);
  const found: (Stretch | null)[] = [];
  for (const [at, clause] of clauses.entries()) {
    const [words, before] = [wordsOf(clause, text), wordsOf(clauses[at - 1] ?? [], text)];
    const why = hasFigure(clause) ? (reasonAround(words, before, text) ?? reasonIn(clause, text, year)) : null;
    if (NOT_ZERO.test(words)) found.push(spanOf(clause));
    else found.push(stretch(clause, why ?? (cameToNothing(words, found.at(-1)) ? 'supposed' : null)));
  }
  clauses.forEach((clause, at) => {
    const words = wordsOf(clause, text);
    const why = saysNothingElse(clause) && TAG.test(words) ? ofWhom(words, year) : null;
    for (let before = at - 1; why !== null && before >= 0; before--) {
      const earlier = clauses[before] ?? [];
      if (hasFigure(earlier)) found[before] ??= stretch(earlier, why);
    }
  });
  return found;
}

/** 本来想报4篇，后来没登: no zero of its own. */
function cameToNothing(words: string, before: Stretch | null | undefined): boolean {
  return before?.why === 'supposed' && /^(?:但|可是?|不过)?(?:后来|结果|最后|最终).*(?:没|未|取消|黄了)/.test(words);
}

/** All of a clause that says no zero. */
function spanOf(clause: readonly Element[]): Stretch | null {
  const said = clause.filter((element) => !isClauseBreak(element));
  const [first] = said;
  return first ? { why: 'forbidden', start: first.start, end: said.at(-1)?.end ?? first.end } : null;
}

/** What the words around a figure make of it. */
function reasonAround(words: string, before: string, text: string): SetAsideFor | null {
  if (PASSED_ON.test(text)) return 'passed-on';
  if (PRECEDENT.test(before)) return 'other-year';
  return SUPPOSED.test(words) || (CONDITION.test(before) && THEN.test(words)) ? 'supposed' : null;
}

function stretch(clause: readonly Element[], why: SetAsideFor | null): Stretch | null {
  const said = clause.filter(reports);
  const [first] = said;
  return why && first ? { why, start: first.start, end: said.at(-1)?.end ?? first.end } : null;
}

function reasonIn(clause: readonly Element[], text: string, year: number | null): SetAsideFor | null {
  const words = wordsOf(clause, text);
  const figure = clause.find(isNumber);
  const before = text.slice(clause[0]?.start ?? 0, figure?.start ?? 0);
  if (FORBIDDEN.test(before) || FORBIDDEN_AFTER.test(words)) return 'forbidden';
  return TO_COME.test(before) ? 'to-come' : ofWhom(words, year);
}

/** Whose a clause says its matter is, where it is not the unit's own or of another year. */
export function ofWhom(words: string, year: number | null): 'not-ours' | 'other-year' | null {
  if (NOT_OURS.test(words)) return 'not-ours';
  const said = OTHER_YEAR.exec(words)?.[1];
  return said === undefined || (/\d/.test(said) && isYear(said, year)) ? null : 'other-year';
}

function isYear(said: string, year: number | null): boolean {
  return year === null || Number(/\d+/.exec(said)) % 100 === year % 100;
}

function hasFigure(clause: readonly Element[]): boolean {
  return clause.some(isNumber);
}

function saysNothingElse(clause: readonly Element[]): boolean {
  return !clause.some(reports);
}
