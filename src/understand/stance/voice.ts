/** Who speaks, of whom, and to whom. */
import { type Clause, type Span, tellsAt } from './clause.ts';

const hearsay =
  /听说|听.{1,4}[说讲]|据.{0,6}[说悉称讲]|说好的?|提示(?=已|提|成|报|截)|显示(?=已|提|成|报|截)|传闻|在传|说是|都说|有人.{0,4}[说讲]|的意[思见](?:是|$)|意思是|[上里中](?:写|说|讲|显示|规定)/;
const notSaying = '(?![明法一下清好定辞教话服句声起谎实座课义评说讲得])';
const says = new RegExp(`([a-z\\u4e00-\\u9fff]+?)(?:说|讲)${notSaying}`);
/** Those whose saying is no report of another: myself, the bot, and whoever is to be told. */
const ownSaying =
  /^(?:[跟和给对向与]|按|照)|(?<![跟和给回对向])我$|(?:我们|你们?|您|再|总的来|一般来|别|不|没|小|好|细|咱|俺)$/;
const tellsMe = /^(?!请|麻烦|帮|你|快).+告诉我(?![几谁哪什怎多下一])/;
const answers =
  /(?<![请没未回统名简全职声])(?:反馈|反映|来电|表示|回复|对方称|称)(?=已|称|说|["“:]|他|没|到岗|总结|收到了)/;
const superior =
  /^(?!按|照|根据|依|经|遵|谁|没|不|别|麻烦|请|帮|能|可以|快|先|再|也|就|我|你|通知|提醒)[\u4e00-\u9fff]{1,8}?(?:让|叫(?!停|做)|要求|批示|指示|要我|催(?=我|咱|提交)|通知(?=我|提交|发布|到岗)|托(?=我|他|她))/;
const forwarded = /^转发?.{0,4}:|^[\u4e00-\u9fff]{2,4}:\s*我/;

/** Another's words, which reach on to the clauses behind. */
export function quotesAnother({ words }: Clause): boolean {
  if (hearsay.test(words) || tellsMe.test(words) || answers.test(words) || forwarded.test(words)) return true;
  const subject = says.exec(words)?.[1];
  return superior.test(words) || (subject !== undefined && !ownSaying.test(subject));
}

const goesOn = new RegExp(`^[说讲]${notSaying}`);

/** 刚问了，说到岗了: who said it stands in the clause before. */
export function goesOnQuoting({ words }: Clause): boolean {
  return goesOn.test(words);
}

/** 王科说，…: nothing of what was said stands in the clause itself. */
export function opensQuotation({ words }: Clause): boolean {
  return /(?<![再来])(?:说|讲|表示|称)[::]?$/.test(words);
}

export function isOwn({ words }: Clause): boolean {
  return /^(?:我|本[局单人所]|俺|咱|阿拉)/.test(words);
}

/** …，领导说的: the source is named afterwards. */
export function namesSource({ words }: Clause): boolean {
  return /^(?:这?是)?[^我你]{1,6}[说讲]的$/.test(words);
}

const other =
  /^(?:刚才|今天|昨天|现在|刚刚?)?(?:他们?|她们?|人家|别人|对方|伊拉?(?=[讲到来已报发])|隔壁|(?:别的|其[他它余]|兄弟)(?=.*(?:已|了$))|我(?:们)?(?:同事|领导|科长|搭档|对班|徒弟|师傅))/;
const overThere = /那边的?人?(?:已|都|也|刚|早|说|到|报|交|发|提|签|没|未|在|还)/;
const actsFor =
  /替(?![换代])|代(?=[我他她签为]|[\u4e00-\u9fff]{2,6}?(?:签|到岗|报|填|提交|交)|为)|顶.{1,6}班|由(?!于|此)[\u4e00-\u9fff]{1,8}?(?:报送|提交|上报|发布|到岗)|(?<=^[\u4e00-\u9fff]{2,4})帮(?=打卡|签|报|填|提交|交)|[帮给](?!我|忙|助)[\u4e00-\u9fff]{1,6}?(?:到岗|签个?到|打卡|报|填|提交|值班|确认)/;
const doneForMe = /^(?!麻烦|能|可以|请|你|您|再|快|先|谢谢|辛苦)[^帮]{1,6}帮我.*了$/;

/** What another person did or does, or what is done in another's name. */
export function isOfAnother(clause: Clause): boolean {
  const { words } = clause;
  if (tellsAt(clause) >= 0) return false;
  return other.test(words) || overThere.test(words) || actsFor.test(words) || doneForMe.test(words);
}

const quoted = /[“「『"]([^”」』"]+)[”」』"]/g;
const speech = /已|[了过]$|到岗|签到|收到|提交|报送|截止|发布|撤回/;

/** Whether the words asked about are somebody's between quotation marks; a title is none. */
export function isQuoted(text: string, focus: Span | undefined): boolean {
  return [...text.matchAll(quoted)].some(({ index, 0: whole, 1: inside }) =>
    focus ? focus.start > index && focus.end < index + whole.length : speech.test(inside ?? ''),
  );
}

const people =
  '(?:各(?![项种类条个])[\\u4e00-\\u9fff]{0,3}?(?:单位|局|科室?|处室?|部门|位|区|组|所|院|校|站|队|厂|店|街道?|镇|村|联络员)|大家|(?<![我咱他她它])[\\u4e00-\\u9fff]{0,2}(?<![我咱他她它])们|诸位|全体|所有|@所有人|@all)';
const late = '(?:[没未][\\u4e00-\\u9fff]{1,4}的?(?:单位|同志|人员)?)';
const asked = new RegExp(
  `(?:请|望|盼|要求|麻烦|辛苦|拜托|劳烦|希望)(?:${people}|${late}|值班|联络员|[\\u4e00-\\u9fff]{0,4}同志|他|她|小[\\u4e00-\\u9fff])`,
);
const called =
  /(?:请|麻烦|劳烦)(?!确认|尽快|按时|及时)(?!.*[把将给对帮再催发改看查])[\u4e00-\u9fff]{2,8}?(?:提交|到岗|签到|报送|签收|[报交]一下)/;
const answering =
  /收到的?(?:请|后请|麻烦|烦请|均?需|都|务必)?(?:及时)?(?:回(?!复了)|扣|接龙|签收)|(?:到岗|报送|提交|签到|完成|收到|看到)[后的]?请/;
const bidding = '(?:请(?!假)|注意|回复|速|麻烦|尽快|抓紧|赶[紧快]|务必|记得|快)';
const bidden = new RegExp(
  `^(?:通知[::]|提醒[::]|@\\S+\\s)?\\s*(?:${people}(?!好).*(?:提交|报|交|签|到岗|回|填|发|接龙)(?!.*(?:情况|名单|进度|汇总|统计|表)$)|(?:还?${late}|(?!我)[^把将]{1,6}的(?:同志|同事|人员?|单位)?)${bidding})`,
);
const politely =
  /[请望](?:按时|及时|准时|于|在|务必|尽快|抓紧|认真|相互|互相|回复|签到|签收|到岗|接龙|确认收到)|收到.{0,4}请|扣[1一]|速(?=到岗|报|交|签|回)|务必|必须|你.{0,3}(?=到岗|签到|打卡|值班|签收)|(?<![没未已有谁])回复?[个一]?收到/;
/** 没交的今天交: those who owe are told; 没交的催一下 tells the bot. */
const topic = /^还?[没未][\u4e00-\u9fff]{1,4}的.*(?:提交|报|交|签|到岗|回)/;
const calls = new RegExp(`^(?:@\\S+\\s+)?${people}(?:同志|同事|单位|联络员|朋友|成员|队员|人员)?(?:请?注意)?:?$`);
const made = /^(?:请|快)?[让叫](?!我|咱|停|好|做|什么)/;

/** 同志们，…: people are called, and what follows is for them, unless one reports to them. */
export function callsPeople({ words }: Clause): boolean {
  return calls.test(words) && !/好$|领导|老师/.test(words);
}

/** Told to people, not to the bot. */
export function isToOthers(clause: Clause, focus: Span | undefined): boolean {
  // 通知各单位提交: asked about 提交, it is the others who are to do it.
  if (tellsAt(clause) >= 0) return focus !== undefined && focus.start >= clause.start + clause.head.length;
  const { words } = clause;
  if (/催|提醒/.test(words) || /已|了$/.test(words)) return false;
  return (
    asked.test(words) ||
    called.test(words) ||
    topic.test(words) ||
    answering.test(words) ||
    bidden.test(words) ||
    politely.test(words) ||
    made.test(words)
  );
}

const wish =
  /(?<![思理设])想(?![法象起看到](?!岗)|[查知了问要好])|希望|但愿|恨不得|巴不得|最好|应该|应当|(?<!应)该(?![项表单局条区任活材])|建议|要不(?![要是然])|不如|不妨|觉得|认为|以为|感觉|估计|可能(?!性)|也许|或许|大概|恐怕|好像|似乎|貌似|说不定|八成|考虑|本来|原本|早知道|差点|寻思|琢磨|就好了|多好|盼|觉着|印象|像是|看样子|理论上|按道理|宁[可愿]|看来|愿意|我猜|怕是|我记得|我看(?=[可该还就行得要])|倾向|得了$|大约|没准|求(?=延|别|催)|干脆|按理|理应|本该/;

/** A wish, an opinion or a guess. */
export function isWished({ head }: Clause): boolean {
  return wish.test(head);
}
