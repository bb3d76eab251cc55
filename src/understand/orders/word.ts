/** A plain yes or no, and words that let a question go. */
import { letsGo } from '../reading/dismissal.ts';

const firm = '是(?:的|滴)?|对(?:的)?|没错|确认|确定|同意|接受|可以|没意见|办|发|催|执行|就这么?[办样]|yes|y';
const soft = '好(?:的|滴|嘞)?|行|成|中|嗯+|ok(?:ay)?|没问题';
/** 催 and 发 are a yes to what they fit; they may as well be an order of their own: 催, 催办. */
const doing = /[办发催]|执行/;
const tail = '(?:吧|的|啊|呀|哈|啦)?';
const aside = '谢谢|多谢|辛苦|麻烦了?';
const apart = '[,，、。.!！~～\\s]*';
/**
 * A word with what trails behind it, taken whole or not at all: 好的 is also 好 with a trailing 的, so that without this a row of
 * thirty would be read in as many ways as it has subsets before it is found to be no yes.
 */
const whole = (words: string) => `(?=(?<word>(?:${words})${tail}${apart}))\\k<word>`;
const yes = new RegExp(`^(?=(?:${firm}|${soft}))(?:${whole(`${firm}|${soft}|${aside}`)})+$`, 'i');
const onlySoft = new RegExp(`^(?:${whole(`${soft}|${aside}`)})+$`, 'i');
/** A yes before something else: 好的提交, ok，提交吧. */
const opening = new RegExp(
  `^(?<yes>(?:${whole('好的?|好滴|好嘞|行|可以|成|嗯+|ok(?:ay)?|没问题|对的?|是的|同意')})+)(?=\\S)`,
  'i',
);

const no =
  /^(?:(?:好的?|嗯+|行|哦)[,，、\s]+)?(?:不用|不要|不了|不|不是|不对|不行|不可以|不同意|不接受|不愿意?|不需要|不必|没必要|拒绝|免了|作罢|否|算了|取消|(?:暂时|先|暂)不(?:用|要|办|发|催|改|动)?|先?别(?:办|发|催|改|动|弄|通知|执行)|不(?:办|发|催|改|动)|no|n)(?:它|他|了|吧|啊|呀|哈)*[。.!！~～\s]*(?:[,，。!！\s](?<reason>(?:还是|仍|照).{1,20}|[^\d?？]{1,20}))?$/i;
/** Of several offered none; said of figures it would be zero. */
const noneOfThem = /^(?:这?两个)?(?:都没有|都没)[。.!！~～\s]*$/;

const hold =
  /^(?:请|麻烦)?(?:先|再)?(?:等一?等|等一下|等会儿?|等一会儿?|稍等|缓一?缓|放一?放|想一?想|慢着|且慢|别急)(?:一下|吧|再说|看看)?[。.!！~～，,\s]*$|^先别[。.!！\s]*$/;

/** 不明白, 不会填, 不太行: says nothing of what was shown, or nothing that could be taken for a no. */
const noVerb = '(?!明白|清楚|知道|懂|理解|了解|会|填|急|着急|客气|好意思|太|是|能|可|够|一定|应该|该|涉及|适用|清)';
/** 先不取消了, 不移出, 还是算了吧: what was shown is taken back by its own verb, whichever that is. */
const takenBack = new RegExp(
  `^(?:(?:还是|那|就)*算了(?:吧)?[，,、。\\s]*)?(?:(?:还是|那|就|先|暂时|暂|我)*不(?:再)?${noVerb}[\\u4e00-\\u9fff]{1,6}(?:了|吧|啦)+|(?:还是|那|就|先|暂时|暂)+不(?:再)?${noVerb}[\\u4e00-\\u9fff]{1,6}|不(?:再)?${noVerb}[\\u4e00-\\u9fff]{2,4}|还是算了(?:吧|了)*)[。.!！~～\\s]*$`,
);

/** Not now, to an order that was shown. */
function readsHold(text: string): boolean {
  return hold.test(text.trim());
}

export interface Word {
  readonly word: 'yes' | 'no';
  /** Said to any news as well: 好的, 嗯. */
  readonly soft: boolean;
}

const plainNo: Word = { word: 'no', soft: false };

/** Another order than the one that was shown; null where the words are none. */
export type AnotherIn = (words: string) => { readonly vetoed: boolean } | null;

/**
 * To an order that was shown, also 等一下: a 好 later on must not carry out what was put off. A no may give its reason (不行，我没空);
 * 不，截止改到明天 goes on to another order, 不用报了 is one, and 催办 is no yes to 取消活动, as `another` tells.
 */
export function readWordTo(text: string, awaited: 'proposal' | 'question', another: AnotherIn): Word | null {
  const words = text.trim();
  if (yes.test(words)) return doing.test(words) && another(words) ? null : { word: 'yes', soft: onlySoft.test(words) };
  const said = no.exec(words);
  const reason = said?.groups?.['reason'];
  if (said) return reason !== undefined && another(reason) ? null : plainNo;
  if (awaited !== 'proposal') return null;
  return readsHold(words) || (takenBack.test(words) && another(words)?.vetoed !== false) ? plainNo : null;
}

/** `好的，提交吧` as its yes and what follows; null where it begins with none. */
export function affirmationIn(text: string): { readonly yes: string; readonly rest: string } | null {
  const words = text.trim();
  const yesSaid = opening.exec(words)?.groups?.['yes'];
  return yesSaid === undefined ? null : { yes: yesSaid, rest: words.slice(yesSaid.length) };
}

export function readsDismissal(text: string): boolean {
  return letsGo(text) || noneOfThem.test(text.trim());
}
