import type { Doubt } from '../../domain/reading.ts';
import { normaliseText } from './plain.ts';

const NEITHER =
  '都不是|都不对|都不|不是|不对|否|no|没有一个[是对]|[哪一]个都不[是对]|两个都不[是对]?|全不[是对]|不是这[个些]|不是的|错了';
const PUT_OFF =
  '不管|不用管|别管|不理|放着|放一放|放一下|放放|搁着|搁一搁|空着|留着|这样|不报|不填|不答|不回答|不记|不用记|别记|不写|不说|不确认|不处理';
const SKIPPED = '跳过|略过|过|pass|skip|下一?[项个条题]';
const UNKNOWN =
  '不知道|不清楚|不太清楚|不晓得|不太?确定|不好说|说不[准清好]|没把握|记不[清得]|没数|没底|查不到|没法确定|无法确定';
const DROPPED = '算了|罢了|不用了|不要了|没事|没什么|当我没说|不用问|别问';
const KEPT =
  '(?:还是|维持|保持|保留|按|照|用)+(?:原来|原先|原数|原样|之前|以前|原有)(?:的|那个|数|报的)*|(?:保持|维持)?不变|不改|不用改|不变';
const WHEN =
  '以后|回头|晚点|晚些|稍后|等会儿?|等下|待会儿?|过会儿?|改天|明天|明早|后天|下次|下午|晚上|到时候?|过后|之后';
const LATER = `(?:${WHEN}|核[实对]后?|查清楚?|问清楚?|统计好|弄清楚?)(?:我)?再(?:说|报|回|补|填|看|定|议|答|弄)|再说|待定|待核实?|待查|等等再说`;
const CHECKING =
  '我?(?:再|去|先|要)+(?:核实|核对|核|查|问|看|想|确认|统计)(?:一下|一?[问看想查核]|清楚|下)*(?:再(?:说|报|回|看|填))?|我?(?:问问|查查|核核|看看|想想|问一下|查一下|核一下)';

const BEFORE =
  '(?:这个|这项|这条|这一项|这|那个|那项|那条|那|我们?|也|还|暂时|暂|先|就|都|哎|唉|嗯|哦|噢|对不起|抱歉)*';
const BEHIND = '(?:了|吧|呢|啊|哈|的|它|他|这个|这项|这条|这一项|再说|再报|谢谢|谢了|先)*';
const LEFT = [NEITHER, KEPT, PUT_OFF, SKIPPED, UNKNOWN, DROPPED, LATER, CHECKING].join('|');
const DISMISSAL = new RegExp(`^(?:${BEFORE}(?:${LEFT})${BEHIND}[,。.!~\\s]*){1,3}$`);
/** Of several readings none: but 都没有 without any to choose from is said of the rows. */
const NONE_OF_THEM = /^(?:这?两个)?(?:都没有|都没)(?:的|啊|呢|吧)?$/;

/** Whether words close a question of any kind with nothing said: 算了, 跳过, 还是原来的. */
export function letsGo(text: string): boolean {
  const said = normaliseText(text).trim();
  return said !== '' && DISMISSAL.test(said);
}

const ONLY_NEITHER = new RegExp(`^(?:${BEFORE}(?:${NEITHER})${BEHIND}[,。.!~\\s]*){1,3}$`);

/** 都不是, 不对: none of what was offered. */
export function saysNeither(text: string): boolean {
  const said = normaliseText(text).trim();
  return ONLY_NEITHER.test(said) || NONE_OF_THEM.test(said);
}

/** Whether the words leave the question unanswered for good: 都不是, 先不管, 不知道, 跳过, 算了, 以后再说. */
export function dismisses(said: string, question: Doubt): boolean {
  const bare = said.replace(/[,。.!~\s]+$/, '');
  if (bare === '') return false;
  return DISMISSAL.test(bare) || (question.choices.length > 1 && NONE_OF_THEM.test(bare));
}

const DENIED = new RegExp(`^\\s*(?:${BEFORE}(?:${NEITHER})${BEHIND})[,。;!\\s]+(?=\\S)`);

/** 都不是，是专题报道3次: how far the denial in front of another answer goes; 0 if there is none. */
export function denialEnd(text: string): number {
  return DENIED.exec(text)?.[0].length ?? 0;
}
