import type { SetAsideFor } from '../../domain/reading.ts';
import { type Element, isClauseBreak } from './elements.ts';

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

/** Without any of these every clause counts: most messages need not be looked at closer. */
const SIGNS = /[不需勿甭别是属隔邻他她下明后年过]|人家|兄弟|改天|其它|外[单局]/;

/** The reason of each clause of a message, null where its figures count. A clause that is only a tag is said of those before it. */
export function setAside(
  clauses: readonly (readonly Element[])[],
  text: string,
  year: number | null,
): (Stretch | null)[] {
  if (!SIGNS.test(text)) return clauses.map(() => null);
  const found = clauses.map((clause) => (hasFigure(clause) ? stretch(clause, reasonIn(clause, text, year)) : null));
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

function stretch(clause: readonly Element[], why: SetAsideFor | null): Stretch | null {
  const said = clause.filter(({ type }) => type === 'label' || type === 'figure');
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

function wordsOf(clause: readonly Element[], text: string): string {
  const words = clause.filter((element) => !isClauseBreak(element));
  return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0).trim();
}

function isNumber(element: Element): boolean {
  return element.type === 'figure' && element.number !== null;
}

function hasFigure(clause: readonly Element[]): boolean {
  return clause.some(isNumber);
}

function saysNothingElse(clause: readonly Element[]): boolean {
  return !clause.some(({ type }) => type === 'label' || type === 'figure');
}
