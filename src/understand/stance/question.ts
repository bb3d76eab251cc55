import type { Clause } from './clause.ts';

const either = /(?<!不)([\u4e00-\u9fff]{1,2})[不没]\1/;
const whether = /是否|可否|能否|会否|与否|难道|请问|不(?:知道?|清楚|晓得|确定|记得)(?!了)/;
const what =
  /谁|哪(?!怕)|(?<![十好这那前近头后没百的\d]|过(?=几[天日]))几(?=[\u4e00-\u9fff])(?![乎率])|多[少久长会]|什么|啥|咋|怎么|怎样|如何|何时|何地|为何|干嘛|啷个|几时|点解/;
/** 什么都, 没什么, 无论谁: words of question that ask nothing. */
const asksNothing =
  /(?:没有?|没得|莫得|木有|无论|不管|不论|任)(?:谁|哪|什么|啥|怎么|怎样|如何)|(?:谁|哪[里儿家个]?|什么|啥|怎么样?|咋)[都也]|什么的$/g;
const alternative = /是.+还是|[a-z\u4e00-\u9fff]还是(?:不|没|[^\s要得想先应会催发把请让等按我你]{1,6}$)/;

const softEnd = /[啊呀哈哦噢哇嘞诶欸\s"”」』)]+$/;
const particle =
  /吗$|(?<![什怎这那多要])么$|[了过有没]马$|(?:了|过|没|能.*|可以.*|要.*|有.*|是.*)嘛$|伐$|[了没]啵$|ma$|了莫$|[了咗好]未$/;
const notYet =
  /(?<=[\u4e00-\u9fff].*)(?:(?<![还都也并倒真从个我就]|还是)没|(?<=[了过]|(?<![改换填写])[到报交发填好完催签收齐成定岗送布办])[没木](?:有|得))$/;
const orNot = /(?<![也就都还从绝决偏我才先说可要^])不$/;
const surely = /不会.*吧$|(?:[已了过没不是对]|应该).*吧$/;
/** 撤了吧, 把它发了吧 order; 算了吧 waves aside. */
const orders = /(?:撤|删|取消|关|停|退|结束|算|作废)[^,]{0,4}了吧$|把.*吧$|就.*吧$|^(?:[不没]|好|行|可以)/;
const andYou = /^(?!.*(?:着|还|正|没|未|在|才)).+呢$/;

/** Without the softening at its end: 收到没有啊. */
function ending({ words }: Clause): string {
  return words.replace(softEnd, '');
}

export function isQuestion(clause: Clause): boolean {
  if (clause.mark === '?') return true;
  const words = clause.words.replace(asksNothing, '〇');
  if (either.test(words) || whether.test(words) || what.test(words) || alternative.test(words)) return true;
  return asksAtEnd(ending(clause));
}

function asksAtEnd(end: string): boolean {
  if (particle.test(end) || notYet.test(end) || orNot.test(end) || andYou.test(end)) return true;
  return surely.test(end) && !orders.test(end);
}

/** The words without the 不 and 没 that only ask: 要不要, 到了没. */
export function withoutAsking(words: string): string {
  return words.replace(softEnd, '').replace(either, '$1').replace(notYet, '').replace(orNot, '');
}

const tag =
  /^(?:这样|你看|您看)?(?:行不行|好不好|成不成|可不可以|中不中|[好行成中]吗?[吗不伐吧]|可以[吗不嘛]|可否|如何|怎么样|要得不|[对是]吧|是吗|对吗|对不对|是不是)$/;
const tagged = /[^\s](?:行不行|好不好|成不成|可不可以|中不中|[好行成中](?:[吗不伐嘛])|可以[吗不嘛]|要得不|好吧)$/;

/** 可以吗, 行不行: a clause that only asks about the one before it. */
export function isTag(clause: Clause): boolean {
  return tag.test(ending(clause)) && (clause.mark === '?' || !/^[好行]吧$/.test(ending(clause)));
}

const asksBot = /(?:帮我|帮忙|劳驾|帮下|麻烦|劳烦|烦请|劳驾|拜托|辛苦|方便|[你您](?:们)?(?:能|可以|方便))/;
const may = /^(?!.*(?:我|我们|俺|咱)(?:能|可以|可不|可否)).*?(?:能不能|能否|可否|可不可以|可以|能)(.+)$/;
const softened =
  /一下|[^一]下|一遍|一声|把|[发给写做].{0,4}个|给我|发我|^再?(?:帮|催|提醒|通知|发|查|看|列|导)|([\u4e00-\u9fff])\1/;
const looksUp = /^(?:请|帮我|麻烦|你|再|先|快)*(?:看|查|列|告诉|说|统计(?!表)|汇总|数|问)/;

/** Whether a question asks the bot to do something, rather than to know or to be allowed. */
export function isAskedOf(clause: Clause): boolean {
  const end = ending(clause);
  if (looksUp.test(end) && what.test(end) && clause.mark !== '?') return true;
  if (tagged.test(end) || asksBot.test(end)) return true;
  const asked = may.exec(end)?.[1];
  return asked !== undefined && softened.test(asked) && !/了[吗嘛么]$/.test(end);
}
