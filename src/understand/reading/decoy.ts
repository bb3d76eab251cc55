/** Numbers that are no figures. Each pattern is sticky and bounded, so that no text makes it slow. */

const CN = '[零〇一二两三四五六七八九十]';
const DAY = `(?:\\d{1,2}|${CN}{1,3})`;
/** 三点, 三点半, 三点十五, 3点05; but 三点五 is a decimal. */
const CLOCK = `${DAY}点(?:半|整|钟|[一三]刻|\\d{1,2}分|[0-5]\\d(?![\\d万千元公吨亩])|${CN}{1,3}分|[一二三四五]?十[一二三四五六七八九]?分?|(?![\\d零〇一二两三四五六七八九]))`;
const OCCASION = '(?:活动|晚会|期间|当天|当日|那天|那日|前后|前|后|宣传|消费|国际|主题|系列|专项|纪念|维权|节|日)';

/** Numbers that offices answer under. */
const HOTLINES =
  '12315|12345|12358|12365|12331|12369|12348|12320|12388|12389|12380|12377|12321|12366|12333|12329|12328|12350|12305|12312|12318|12301|12393';
const SERVICE = '热线|平台|专线|电话|中心|系统|投诉|举报|咨询|受理|接|工单|服务|转|渠道|市民|政务|共|便民';

const PATTERNS: readonly RegExp[] = [
  `(?:\\d{4}|\\d{2}|[二一][零〇九]${CN}{2})年度?(?:${DAY}月份?)?(?:${DAY}[日号])?`,
  `${DAY}月份?(?:${DAY}[日号]?(?![${'次场条件篇份册期户人个起'}]))?(?:(?:-|~|—|至|到)(?:${DAY}月)?${DAY}[日号])?(?:底|初|中旬|上旬|下旬|中下旬)?`,
  `${DAY}[日号](?:(?:-|~|—|至|到)${DAY}[日号])?`,
  '(?:19|20)\\d{2}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?(?!\\d)',
  '\\d{1,2}\\.\\d{1,2}(?:-|~|—|至|到)\\d{1,2}\\.\\d{1,2}(?![\\d.万元千吨次条]|公[里斤顷])',
  '20\\d{2}[01]\\d[0-3]\\d(?!\\d)',
  '\\d{1,2}·\\d{1,2}',
  `"?\\d{1,2}[.]\\d{1,2}"?(?=${OCCASION})`,
  `"?\\d{2,4}"?(?=${OCCASION}|热线|平台|消防)`,
  `"\\d{1,2}[·.]?\\d{1,2}"`,
  `\\d{1,2}/\\d{1,2}(?=${OCCASION}|\\s|,|$)`,
  `(?:上午|下午|中午|晚上|早上|晚|早|凌晨)(?:${DAY}(?::\\d{2}|点(?:半|整|钟|${DAY}分?)?|时))(?:(?:-|~|—|至|到)${DAY}(?::\\d{2}|点(?:半|整|钟|${DAY}分?)?|时))?`,
  `${CLOCK}(?:(?:-|~|—|至|到)${CLOCK})?`,
  '1[3-9]\\d(?:\\d{8}|\\*{4}\\d{4}|[- ]\\d{4}[- ]\\d{4})(?!\\d)',
  '0\\d{2,3}[- ]?\\d{7,8}(?:-\\d{1,6})?(?!\\d)',
  '[48]00[- ]?\\d{3,4}[- ]?\\d{3,4}(?!\\d)',
  '\\d{17}[\\dx]',
  `(?:12\\d{3}|96\\d{3,4}|95\\d{3}|11[0249]|12[02])(?:热线|平台|专线|电话|中心|系统)?(?=(?:的)?(?:消费者)?(?:${SERVICE}))`,
  `(?:${HOTLINES})(?:(?:消费者)?(?:投诉)?(?:举报)?(?:热线|平台|专线))?(?=${SERVICE}|[^\\d次场条件篇份册期户人个起.元万]|$)`,
  '\\d+(?:号|室|楼|层|弄|号文|号令|栋楼|号楼|单元|网格)',
  `[百千万]分之(?:\\d+(?:\\.\\d+)?|${CN}+(?:点${CN}+)?)`,
  `${DAY}分之${DAY}`,
  `${DAY}(?:中队|大队|支队|分队|分局|片区)`,
  `${CN}{1,2}(?:组|科|所|班|队|片|中心)(?=[\\d])`,
  `${CN}{1,2}[组队片](?=[\\u4e00-\\u9fff]{2,6}\\d)`,
  '\\d+(?:[a-jl-vx-z]|k[a-fh-ln-z]|w[a-z])[a-z0-9]*',
].map((source) => new RegExp(source, 'y'));

const TIME = /\d{1,2}:[0-5]\d(?::\d{2})?(?!\d)(?:(?:-|~|—+|至|到)\d{1,2}:\d{2})?/y;
const KEEPS_MEASURE = /(?:km|kg|m2|m3|m|t|h|hr|min)(?![a-z0-9])/y;
const PREFIXED: readonly (readonly [openers: string, pattern: RegExp])[] = [
  ['《', /《[^》\n]{1,40}》第[\d零一二三四五六七八九十百]{1,5}条(?:第[\d一二三四五六七八九十]{1,3}[款项])*/y],
  ['法例', /[法例]第[\d零一二三四五六七八九十百]{1,5}条(?:第[\d一二三四五六七八九十]{1,3}[款项])*/y],
  [
    '按根依遵',
    /(?:按照?|根据|依据|依照|遵照)[^,。;:\n]{0,30}?(?:要求|部署|安排|通知|精神|方案|计划)(?:要求|精神|部署)?/y,
  ],
  ['宣咨主纪权维服体', /(?:宣传|咨询|主题|纪念|权益|维权|服务|体验){1,3}[日周月](?![期刊报末])(?:活动)?/y],
  [
    '我咱',
    /(?:我们|咱们?|我[局所队站])(?:一共|就)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个|名|位)?(?:人|同事|同志)(?=在|跑|忙|值|去|正|轮|都|一起|加班)/y,
  ],
  ['附图', /(?:附件|附表|图表)\s?[\d一二三四五]{1,2}/y],
  ['周星礼', /(?:周|星期|礼拜)[一二三四五六日天](?:[至到][周]?[一二三四五六日天])?/y],
  ['hw', /(?:https?:\/\/|www\.)[^\s\u4e00-\u9fff]{1,300}/y],
  ['abcdefghijklmnopqrstuvwxyz', /[a-z]+[-_]?\d+[a-z0-9]*/y],
  ['电手致拨热q微', /(?:电话|手机号?|致电|拨打|热线|qq|微信号?)[:是为号]{0,2}\s?[\d-]{3,18}/y],
  ['〔[(', /[〔[(]\d{4}[〕\])]第?\d*号?/y],
  [
    '第',
    /第(?:\d{1,4}|[零〇一二两三四五六七八九十百]{1,4})(?:次|期|届|批|季度|号|轮|场|周|天|名|季|阶段|部分|章|家|类|版|例|代|位|[\u4e00-\u9fff]{0,4}(?:小组|中队|大队|支队|分队|片区|网格)|中学|小学|医院|幼儿园|人民)/y,
  ],
  [
    '上下中早晚凌',
    /(?:上午|下午|中午|晚上|早上|凌晨|晚|早)(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?::\d{2}|点(?:半|整|钟|(?:\d{1,2}|[一二三四五六七八九十]{1,3})分?)?|时)(?:(?:-|~|—|至|到)(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?::\d{2}|点(?:半|整|钟)?|时))?/y,
  ],
  ['3三', /[3三][·.]?[1一][5五](?=活动|晚会|期间|当天|前后|宣传|消费|国际|主题|系列|维权)/y],
  ['"', /"\d{1,4}[·.]?\d{0,4}"/y],
  ['分', /分(?:\d{1,3}|[两二三四五六七八九十]{1,2})(?:次|批|组|队|路|片|头|别)/y],
  ['百千万', /(?:百|千|万)分之(?:\d+(?:\.\d+)?|[零〇一二三四五六七八九十点]+)/y],
];

const ANY_NUMBER = new RegExp(PATTERNS.map((pattern) => `(?:${pattern.source})`).join('|'), 'y');
const prefixedByOpener = new Map<string, RegExp[]>();
for (const [openers, pattern] of PREFIXED) {
  for (const opener of openers) prefixedByOpener.set(opener, [...(prefixedByOpener.get(opener) ?? []), pattern]);
}

/** Characters one of which must follow a short number for it to be a date, a time, a hotline or the like. */
const TELLING = new Set([
  ...`年月日号点时:/.-~—·"'室楼层弄栋分至到〕])*中大支片组科所班队${OCCASION}${SERVICE}的${'abcdefghijklmnopqrstuvwxyz'}`,
]);
const RUN = /"?(?:\d+|[零〇一二两三四五六七八九十]+)/y;

/** End of the decoy that begins at `start`, or -1. `clockTimes` is off where `1:12` is a list. */
export function decoyEnd(text: string, start: number, beginsNumber: boolean, clockTimes: boolean): number {
  for (const pattern of prefixedByOpener.get(text[start] ?? '') ?? []) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  // 放一放, 等一等
  if (text[start] === '一' && start > 0 && text[start + 1] === text[start - 1]) return start + 2;
  if (!beginsNumber || !isSuspect(text, start)) return -1;
  if (clockTimes) {
    TIME.lastIndex = start;
    if (TIME.test(text)) return TIME.lastIndex;
  }
  ANY_NUMBER.lastIndex = start;
  return ANY_NUMBER.test(text) && !endsInMeasure(text, start) ? ANY_NUMBER.lastIndex : -1;
}

/** Most numbers stand before a measure and need no closer look. */
function isSuspect(text: string, start: number): boolean {
  RUN.lastIndex = start;
  if (!RUN.test(text)) return true;
  const end = RUN.lastIndex;
  return (
    end - start >= 5 || TELLING.has(text[end] ?? '') || (text[end] === ' ' && end - start >= 3) || end === text.length
  );
}

/** 12km is a length although letters follow the digits. */
function endsInMeasure(text: string, start: number): boolean {
  let at = start;
  while (at < text.length && /[\d.]/.test(text[at] ?? '')) at++;
  KEEPS_MEASURE.lastIndex = at;
  return KEEPS_MEASURE.test(text);
}

export function opensDecoy(char: string): boolean {
  return prefixedByOpener.has(char);
}
