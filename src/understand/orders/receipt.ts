/** 收到: a receipt, unless it counts something ("收到投诉12件"), asks ("谁没收到") or tells others ("收到请回复"). */

const who = '(?:我局|我们?单位|本单位|本局|我们|[\\u4e00-\\u9fff]{2,12}(?:局|处|总队|分局|中心|办|所|队|科))';
/** 知道了 is said to any news; with what will be done about it, it is a receipt. */
const noted =
  '(?:知道|明白|了解)了?(?=[,，、\\s]*(?:我们?|我局|本单位)?(?:马上|立即|立刻|尽快|抓紧|一定|这就|按要求|按通知(?:要求)?)(?:就|去|组织|认真|抓)*(?:办|安排|落实|部署|布置|执行|传达|转发))';
const word = `(?:收到|收悉|知悉|已阅|签收|敬悉|${noted})`;
const before = '(?:(?:好的?|嗯|ok|各位|遵照执行|照办|明白|了解|领导)[,，、。!！\\s]*)*';
const after =
  '(?=$|[,，。.!！~～;；、\\s\\[【】\\]（(]|谢谢|马上|立即|一定|辛苦|请(?:各位|领导)?放心|收到|[\\u{1F300}-\\u{1FAFF}\\u{2600}-\\u{27BF}])';

/** 代奉贤收到: whose receipt it is, is seen where it is taken. */
const forAnother = '(?:我?[代替帮][\\u4e00-\\u9fff]{2,12}?)';
const receipt = new RegExp(
  `^[【\\[]?${before}(?:${who}|${forAnother}|回复)?[,，:：\\s]*(?:已|均已|全部|都|都已)?${word}(?:通知|方案|文件|来文|此件)?(?:了|啦|哦|噢)?${after}`,
  'iu',
);
/** Told to others, or passed on: nobody's own receipt. */
const toOthers =
  /收到(?:的)?(?:单位|同志|人)?请(?!(?:各位|领导)?放心)|请(?:各|大家|务必|及时|尽快)?.{0,6}(?:收到|签收)|收到(?:吗|没|了没|了吗|[?？])/;
const forwarded = /^(?:这是一条引用|[“「『"].{0,12}[:：])/;

/** `ownNames`: of the sender and his unit, which may stand before it: 长宁局 沈志恒 收到. */
export function readReceipt(text: string, ownNames: readonly string[] = []): boolean {
  const words = text.trim();
  if (toOthers.test(words) || forwarded.test(words)) return false;
  if (receipt.test(words) || receipt.test(unsigned(words, ownNames))) return true;
  return afterFigure.test(words);
}

const alone = '(?:收到|收悉|知悉|已阅)(?:了|啦)?';
/** 公益广告5条，收到: a clause of its own. */
const afterFigure = new RegExp(`\\d[^，,。；;！!\\n]*[，,。；;！!\\n]\\s*${alone}(?=\\s*(?:$|[，,。；;！!\\n]))`);
const isAlone = new RegExp(`^${alone}$`);

export function isReceiptClause(clause: string): boolean {
  return isAlone.test(clause);
}

const longestFirst = (one: string, other: string) => other.length - one.length;

/** Without the names that the sender put before it. */
function unsigned(words: string, ownNames: readonly string[]): string {
  const own = [...ownNames].sort(longestFirst).find((name) => words.startsWith(name));
  return own === undefined ? words : unsigned(words.slice(own.length).replace(/^[,，:：\s]+/, ''), ownNames);
}
