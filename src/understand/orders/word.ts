/** A plain yes or no, and words that let a question go. */

const yes =
  /^(?:是的?|对的?|好的?|行|可以|同意|确认|确定|没错|嗯|办吧?|发吧?|催吧?|执行|是滴|ok|yes|y)[。.!！~～\s]*$/i;
const no =
  /^(?:不用了?|不要了?|不了|不|不是|不对|否|算了|取消|先不(?:用|要|办|发|催)?|别(?:办|发|催)了?|不(?:办|发|催)了?|no|n)[。.!！~～\s]*$/i;
/** 不行，我今晚没空; 行，我来. */
const refusal =
  /^(?:(?:不行|不可以|不好|不同意|抱歉|对不起|不好意思|换不了)(?:啊|呀|的)?[，,。.!！\s]*)?(?:(?:我|这边)?(?:今天|今晚|明天|那天|当天|晚上)?(?:实在|也|还|正好|刚好)?(?:没空|没时间|没有时间|不方便|来不了|去不了|换不了|走不开|有事|有别的事|要出差|在外地))?[。.!！~～\s]*$/;
const consent =
  /^(?:(?:行|可以|好的?|没问题|同意|ok)(?:的|啊|吧)?[，,。.!！\s]*)?(?:我(?:来|去|值|替|顶)(?:吧|值|替|顶|班)*|没问题)[。.!！~～\s]*$|^(?:可以的|好吧|行吧|行啊|同意(?:的|了)?|没问题)[。.!！~～\s]*$/i;

const dismissal =
  /^(?:(?:这个|那个)?(?:都|两个都|全)?(?:不是|不对)(?:的)?|否|(?:这个|那个)?(?:先|暂)?(?:不管|不用管|放着|放一放|搁着|跳过|不说)(?:了|吧)?|不知道|不清楚|算了|以后再说|回头再说|再说吧?|都没有)[。.!！~～\s]*$/;

const hold =
  /^(?:请|麻烦)?(?:先|再)?(?:等一?等|等一下|等会儿?|等一会儿?|稍等|缓一?缓|放一?放|想一?想|慢着|且慢|别急)(?:一下|吧|再说|看看)?[。.!！~～，,\s]*$|^先别[。.!！\s]*$/;

/** Not now, to an order that was shown. */
function readsHold(text: string): boolean {
  return hold.test(text.trim());
}

function readWord(text: string): 'yes' | 'no' | null {
  const words = text.trim();
  if (yes.test(words) || consent.test(words)) return 'yes';
  return words !== '' && (no.test(words) || refusal.test(words)) ? 'no' : null;
}

export function readsDismissal(text: string): boolean {
  return dismissal.test(text.trim());
}

/** To an order that was shown, also 等一下: a 好 later on must not carry out what was put off. */
export function readWordTo(text: string, awaited: 'proposal' | 'question'): 'yes' | 'no' | null {
  return readWord(text) ?? (awaited === 'proposal' && readsHold(text) ? 'no' : null);
}

const digits = '一二三四五六七八九';

/** The option that an answer names, counted from 0: `2`, `第二个`, or the whole label; null if it names none. */
export function readOption(text: string, labels: readonly string[]): number | null {
  const words = text.trim().replace(/[。.!！\s]+$/, '');
  const named = labels.findIndex((label) => label === words || (words.length >= 2 && label.includes(words)));
  const numbered = /^(?:第|选)?([1-9一二三四五六七八九])(?:号|个|项|张)?$/.exec(words)?.[1];
  if (numbered !== undefined) {
    const option = (/\d/.test(numbered) ? Number(numbered) : digits.indexOf(numbered) + 1) - 1;
    return option < labels.length ? option : null;
  }
  const alone = labels.filter((label) => words.length >= 2 && label.includes(words)).length === 1;
  return named >= 0 && alone ? named : null;
}
