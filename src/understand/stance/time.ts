import type { Clause } from './clause.ts';

const number = '(?:\\d+|[一二两三四五六七八九十半几]+)';
const later =
  /明[天早晚日儿个后]|隔[天日]|过年|[年月]底|[年月]末|后天|下(?:个?星期|个?礼拜|周|个?月)|次日|改[天日]|过(?:[一二两三几]|些)[天日]|过?一?会儿?(?=[到就再来给发报交撤提])|过一?[会哈]|等[会下哈]|待会|等一[下会哈]|一会|稍[后晚]|晚[点些](?!名)|回头|随后|近[期日]|[这近]两天|今天之?内|抽空|有空|得空|找时间|择[机日]|适时/g;
/** Hours that are past or to come, as the verb tells. */
const hours = /下午|晚上|今晚|傍晚|夜里|凌晨|半夜|周末|(?:周|星期|礼拜)[一二三四五六日天末]/;
const belongs =
  /^[上下早午]?[午上]?(?:(?:是|由|该|轮到)?我们?(?=值)|的|值班|值守|班次|早班|晚班|夜班|会|任务|安排|天气|活动|谁)/;
/** 改到明天: the day is what the order is about. */
const goal = /(?:(?:改|延|调|推|顺|挪|放宽|提前|换)[^,]{0,6}?|定)(?:到(?!岗|位|场|单位)|[至为成在于])/;

const soon = /马上|立马|立[刻即]|即刻|这就(?!是)|[尽赶]快|赶紧|抓紧|尽[快量]/;
/** 马上催, 立即发布: at once, by the bot. */
const atOnce =
  /(?:马上|立马|立[刻即]|即刻|这就|[尽赶]快|赶紧|抓紧)(?:给我|帮我|再|去)?(?:催|提醒|通知|发布|公布|下发|群发|取消|停|关|开放|改|延|推迟|导|查|看|列|汇总|统计|安排|告诉|把|撤)/;
const coming = new RegExp(
  [
    '快(?:要|到|好|完|写完|弄完|填完)|就[到来]$|还[早远]|即将|将(?=[于要会在]|提交|报送|到岗)|争取|打算|预计|拟[于在]|正[在往打坐开骑走赶]|路上|出发|赶[来过去回]|赶到',
    '(?<!好)准备(?!工作|情况|好|就绪|的)|(?<!工作|活动|[按原])计划(?=[于在明今下周要去]|提交|发布|报|到岗|催)',
    '(?<![机晚开大例协社议学])会(?=按时|准时|尽|到岗|提交|报|交|发|去|来|马上|及时)|(?:一定|保证|肯定)(?=按|准|到|完|报|交|提|会|参加)|还[要得](?=\\d|[一二两三四五六七八九十半]|等)',
    `${number}个?(?:分钟?|小时|钟头|刻钟)(?:左右)?(?:之?[内后]|以[内后])?(?:就|能|可|即可)?(?:到|上|来|回|提|报|发|交)`,
    `${number}[点号日](?:半|钟|整|多|\\d+分?|一刻)?(?:左右|前|之前|以前|准时)?[能可再才会]?(?:催|到(?!\\d)|来|报|交|提交|发|签)`,
    '(?:[日号点]|周[一二三四五六日天]|下班|中午|月底|今[天晚])[之以]?前(?=提|报|交|发|到|上|完|能|会|催)',
  ].join('|'),
);
const happened = /(?<![而得])已(?!在路|在来|经?出发)|[了过](?:[啦哈哦]|$)|刚/;

/** 快交了, 要截止了 */
const aboutTo = /(?:快|(?<![不需必只重主])要)[^,不]{1,5}了$/;

/** What is to come: 明天到岗, 在路上. */
export function isFuture({ words, head }: Clause): boolean {
  const chases = head.indexOf('催');
  // What somebody is urged to do is in the future by nature: 催徐汇尽快报.
  const said = head === words && chases >= 0 ? words.slice(0, chases + 2) : head;
  const target = goal.exec(said);
  const own = target ? said.slice(0, target.index) : said;
  if (isLater(own)) return true;
  if (aboutTo.test(own)) return true;
  if (soon.test(own) && !atOnce.test(own)) return true;
  if (
    /已(?:经)?(?:在路|在来|出发)|路上|(?<![现存实人])在(?=[提催填写弄整汇走审盖办改印核传批赶])|走.{0,4}流程|过[来去]$|(?:我|要|先|再|就)去(?=提|交|报|发|催|签|填|到岗|撤|改)/.test(
      own,
    )
  )
    return true;
  return !happened.test(own.replace(/快.*了$/, '快到')) ? coming.test(own) || saysHour(own) : /快[要到].*了$/.test(own);
}

function saysHour(words: string): boolean {
  const found = hours.exec(words);
  return found !== null && !belongs.test(words.slice(found.index + found[0].length));
}

/** 明天，…: the clause tells only when. */
export function setsLater({ words }: Clause): boolean {
  return isLater(words) || saysHour(words) || soon.test(words);
}

function isLater(words: string): boolean {
  return [...words.matchAll(later)].some(({ index, 0: time }) => !belongs.test(words.slice(index + time.length)));
}

const already = /(?<![而得])已(?!知)|(?:提交|上报|报送|发布|催|发|报|交|填|签|撤|改|收)过(?!的)/;
const lately =
  /(?:刚刚?|早)(?:才|就)?(?=催|发|报|交|提|填|签|到|撤|改|通知|截)(?!.{1,4}的)|(?:昨[天晚日]|前天|上个?(?:周|星期|礼拜|月)|早上|上午|早就|之前|以前).*了$/;
const acted =
  /^(?!.*(?:把|可以|能|就|该|请|快|要|现在|成我|成你)).*(?:催|提醒|发布|公布|下发|截止|填报|撤|撤回|取消)[完好]?[了啦]$/;

const names = /提交|报|交|发|撤|催|截止|开放|改|填|到岗|签|提醒/;

/** Whether a clause names something that may be ordered or done. */
export function namesAct({ words }: Clause): boolean {
  return names.test(words);
}

/** What has been done is reported and not ordered: 方案已发布. */
export function isDone({ words }: Clause): boolean {
  return already.test(words) || lately.test(words) || acted.test(words);
}

const yearWord = /去年|前年|往年|往届|历年|上一?[年届]|前[几两]年|明年|后年|来年/;
const figures =
  /(?<!\d)((?:19|20)?\d{2})(?=年(?![前后内来以])|年度)|(?<!\d)((?:19|20)\d{2})(?=[-./]\d|总结|工作|方案|活动|材料|版|的)/g;
const characters = /二([〇零○o])([一二三四五六七八九〇零○])([一二三四五六七八九〇零○])(?=年)/g;
const digits = '〇一二三四五六七八九';

export function isOfOtherYear({ words }: Clause, year: number | undefined): boolean {
  if (yearWord.test(words)) return true;
  return year !== undefined && yearsIn(words).some((said) => said !== year);
}

function yearsIn(words: string): readonly number[] {
  const written = [...words.matchAll(figures)].map(([, short, long]) => Number(short ?? long));
  const spelt = [...words.matchAll(characters)].map(([, ...three]) =>
    Number(`2${three.slice(0, 3).map(digit).join('')}`),
  );
  return [...written.map((said) => (said < 100 ? 2000 + said : said)), ...spelt];
}

function digit(char: string): number {
  return Math.max(digits.indexOf(char), 0);
}

/** 去年的总结，…: a clause that only sets the scene for the next. */
export function isScene({ words }: Clause): boolean {
  return words.length <= 10 && !/[了已过是有不没别管]|开会|参加|提交|报|交|发|填|到岗|催/.test(words);
}
