/** An order said plainly holds nothing but the order, names and everyday words: the rest is what nobody thought of. */
import { clausesOf, overlaps, type Span } from './clause.ts';

const everyday = new RegExp(
  [
    '@\\S+|(?:督办|小)*助手|机器人|各?位?(?:领导|老师)|[你您]好|早上好|上午好|下午好|晚上好|报告',
    '麻烦[你您]?|劳烦|劳驾|烦请|有劳|辛苦|拜托|帮忙|帮下|帮我|帮|请[你您]?|谢+|多谢|感谢|客气',
    '我要|我(?:们|方)?(?:这边|单位|[局处科所院校])?|本(?:单位|人|[局处科所院校])|咱们?|俺|阿拉|[你您]',
    '没(?:有)?(?:问题|错|意见|异议|毛病)|确认|无误|无异议|(?:已)?(?:核对|检查)过?|同意|批准|好[的滴嘞]?|[行对是嗯哦噢]|ok|可以|要得|那',
    '一切正常|正常|无异常|就(?:这么|这样|按这个|此)?|这样|现在|此刻|今[天晚早日]|刚[才刚]?|昨[天晚日]|已经?|总算|终于|上午|早上|通过|往后|[这那]?[条张份项]|[统报]?计?表',
    '立[即刻]|马上|赶[紧快]|尽快|先|统一|单独|分别|重[点新]|特别|直接|一并|一起|逐个|挨个|全部?|都|也|还|再|又|只',
    '一?[下遍次声轮份]|个|[把将给向对跟和与及、到在往为成至从那这边的地得了吧啊呀哈哦啦喽呗嘛嘞]|通知|单位|[群里]',
  ].join('|'),
  'g',
);

/**
 * What stands beside an order, in its own clauses, and is accounted for neither by its words nor by the names in it nor by everyday words: 必要时 of 必要时[催]{徐汇}.
 * Empty words mean that the order was said plainly; anything else is worth asking back before an act that cannot be undone.
 */
export function unexplained(
  words: string,
  { focus, slots }: { readonly focus: Span; readonly slots: readonly Span[] },
): string {
  const known = [focus, ...slots];
  return clausesOf(words, focus)
    .filter((clause) => overlaps(clause, focus))
    .map((clause) => leftOf(clause.words, clause.start, known))
    .join('');
}

function leftOf(words: string, offset: number, known: readonly Span[]): string {
  const chars = words.split('').map((char, at) => (isWithin(offset + at, known) ? ' ' : char));
  return chars
    .join('')
    .replace(everyday, ' ')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isWithin(at: number, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => at >= start && at < end);
}
