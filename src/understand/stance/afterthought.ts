/**
 * Words at the end of what is to be passed on that speak to the one who passes it on: 算了先不发, 我再想想, 这样写行不行.
 * 先别发材料 is told to the others: what is taken back is the passing on, and has no object of its own.
 */

/** `taken-back`: the words say so. `unsure`: they may as well be meant for the others. */
export type Afterthought = 'taken-back' | 'unsure';

const particles = '(?:了|吧|啊|呀|哈|呢|先)*';
const deed = '(?:退回?|打回|驳回|发(?:出去?|送)?|通知)';

const wavesAside = new RegExp(
  `^(?:还是|那就?|要不|唉|哎|呃|嗯)*算了(?:吧|了)?(?:${particles}|(?:还是|先|暂时?|就|我)*(?:不|别|不要|不用)\\S{0,6})$`,
);
const putsOff = new RegExp(
  `^(?:还是|那|就|先|暂时?|我|今天)*(?:不|别|不要|不用|甭)(?:再|急着)?${deed}(?:[他它她]们?)?${particles}$`,
);
const thinks =
  /^(?:还是|先)?(?:[等待容让])我|^我们?(?:(?:还|再|先|得|要|去|需)+(?:想|考虑|看|问|请示|核|确认|琢磨|斟酌|定|改|商量|研究)|想想|想一想|问问|看看|请示)(?!.*[过了]$)|^再?(?:想想|想一想|考虑(?:一下|考虑)|看看再说|商量商量)$|给我(?:先)?(?:看|过目)(?:一下|看|一眼)?$/;
const later = new RegExp(
  `^(?:先)?(?:(?:回头|以后|改天|明天|晚点|晚些|过会儿?|等会儿?|待会儿?)再(?:说|看|定|议|${deed})|再(?:说|议|等等)|等一?等|等一下|缓一?缓|放一?放|慢着|且慢)${particles}$`,
);
const asks =
  /^(?:[你您](?:看|觉得)|[这那](?:样|么|个)?|(?:写|说|发|退|办|讲|改|通知)|的话|还是)*(?:要不要|该不该|行不行|好不好|成不成|对不对|能不能|可不可以|可行不|合不合适|妥不妥|需不需要|用不用|(?:[行好成对]|可以|合适|妥当?|需要)[吗么嘛]|怎么样|如何)(?:退|发|办|写|说|通知)?[了呢啊呀回]*$/;

const ends = /[\s,，。；;！!？?…~～]+/;
/** Behind the words for the bot hardly more than this is said. */
const fewClauses = 3;

/** How the end of what is passed on unsays the passing on; null where all of it is for the others. A reason is not put off for their sake. */
export function afterthoughtIn(passedOn: string, isReason: boolean): Afterthought | null {
  const last = clausesOf(passedOn).slice(-fewClauses);
  const says = (...ways: readonly RegExp[]) => last.some((clause) => ways.some((way) => way.test(clause)));
  if (says(wavesAside)) return 'taken-back';
  if (says(putsOff, thinks, later)) return isReason ? 'taken-back' : 'unsure';
  return says(asks) ? 'unsure' : null;
}

/** 移出质量发展处，还是算了 */
export function endsTakenBack(order: string): boolean {
  const clauses = clausesOf(order);
  return clauses.length > 1 && wavesAside.test(clauses.at(-1) ?? '');
}

function clausesOf(words: string): readonly string[] {
  return words.split(ends).filter((clause) => clause !== '');
}
