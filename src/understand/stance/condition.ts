import type { Clause } from './clause.ts';

const when =
  /如果|如有|如未|假如|假设|要是|若(?=[是无有未没不需能仍还])|倘若|万一|一旦|除非|只要|只有|的话(?![术题])|否则|不然|但凡|到时|(?:必要|需要)时|[视看]情况|酌情|到期|每个?[天日周月年次早晚]|定期|自动|到.+还[没未不]/;
/** 等齐了, 等徐汇报了: somebody else's move comes first. */
const awaits =
  /^(?:先|请|要|得|还是|我|我们|再)*(?:待(?![会遇办])|等(?![级于同号等价候地下会哈]|一[下会哈]|我?[\d一二两三四五六七八九十半]+个?[分小天]))/;
const acts =
  '(?:确认|提交|发布|截止|填报|到岗|签到|上报|报送|催办?|撤回|核对|审核|开放|通过|批准|同意|收到|完成|结束|收?齐|填完?|报完?|[发交])';
const before = new RegExp(
  `${acts}(?:[之以]?前|[之以]?后(?![天面来勤续台备期果]))|${acts}的?时(?:候|(?![间限长效段期刻机]))`,
);
/** 提交完发我, 晚饭后提交: what comes first in time comes first in deed. */
const afterwards =
  /(?:(?<![最然今随此先背午前落滞往])后|(?<!没)[吃弄写填做开忙核改看批查盖]完.{0,4}?|齐了)(?:[会再就])?(?=提|交|报|发|到岗|催|截|签|撤|改|关)(?!.*了$)/;
/** 核对完再提交; but 方案再发一遍, 截止再延两天 say "again". */
const inTurn = /(?:[了完好齐过到毕楚时遍]|(?<!最)后|一[下次]|看下|对下)再|先.+再(?!.*[遍次]$)/;
const onlyThen =
  /^(?!.*(?:一[遍次下份个轮圈波]|[发给]我|[发催改看说]下|([催看查改])\1|[延推]|改[到成为])).*?([\u4e00-\u9fff]{2,})再(?!也)/;
const again = /(?:^|[请先都别用要能可以烦你我我们帮忙@\s]|可以|麻烦|帮忙)$/;
/** 下雨就延期, 报齐了才截止; but 现在就发, 昨天就报了. */
const then = /^(.*?)(?:就(?![位绪地近])|才)(?:能|可以|会)?(?=[\u4e00-\u9fff])(?![这是行好按让那]|可以$|已)/;
const noCondition =
  /^(?:.*(?:昨[天晚日]|前天|上周).*|.*(?:现在|今天|昨天|前天|昨晚|早上|上午|上周|礼拜|早|刚|那|那么|直接|马上|这|先|我|我们|你|们|没错|无误|问题)|@?\S*\s)?$/;
const remember =
  /[了后时].{0,3}(?:说一声|告诉我?|跟我说|通知我|[喊叫]我|吱)|(?<!我)记得|(?:别|不要|莫|勿)忘|切记|注意(?=核|检|别|按|提|报|填|签)/;

export function isConditional(clause: Clause): boolean {
  const { head } = clause;
  if (setsCondition(clause) || before.test(head) || remember.test(head)) return true;
  return afterwards.test(head) || inTurn.test(head) || waitsItsTurn(head) || hangsTogether(head);
}

function waitsItsTurn(head: string): boolean {
  const first = onlyThen.exec(head)?.[2];
  return first !== undefined && !again.test(first);
}

function hangsTogether(head: string): boolean {
  const first = then.exec(head)?.[1];
  return first !== undefined && !noCondition.test(first);
}

/** Whether what follows in the sentence hangs on this clause: 要是没报，就催一下. */
export function setsCondition({ head }: Clause): boolean {
  return when.test(head) || awaits.test(head);
}
