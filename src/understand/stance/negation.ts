import { type Clause, wordAt } from './clause.ts';
import { withoutAsking } from './question.ts';

/** What holds a 不, 没 or 别 and denies nothing. */
const deniesNothing = new RegExp(
  [
    '(?:没有?|没得|莫得|木有|木得|么得|米有|冇|无)(?:什么|啥|任何)?(?:问题|意见|异议|错|事[儿情]?|关系|毛病|异常|情况|变化|遗漏|差错|突发|出入|误)',
    '没(?:什么|啥)(?:好|要|可)?[改补说]?的?|没准|别(?:客气|急(?!着)|见怪|介意|担心)|(?<=[淹沉出埋吞])没|没收(?![到着悉齐])',
    '差不多|不好意思|对不起|了不起|不错|不含|不动产|不锈钢|不得不|不得已|不能不|不会不|不可不',
    '不[仅但光只止断时久妨如论料然愧少良法多明足一等]|不同(?!意)|不当(?!班|值)|^不对(?:不对)?$|要不(?!要)|未成年|不管(?=怎|谁|什么|哪|如何|是|多)|不过(?![去来])|不小心|不[晚早迟]|不要紧|不客气|不用?谢|不急(?![着于])',
    '说不定|恨不得|巴不得|怪不得|免不了|少不了|大不了|不到(?=[\\d一二两三四五六七八九十半])',
    '(?:别|不要|莫|勿)忘|不(?:合格|正当|行就)',
  ].join('|'),
  'g',
);
/** 刚才那条不算 takes back what was said; it denies no act. */
const takesBack = /(?:刚|刚才|上一?[条个次]|[那这前]一?[条个次]|上面的?).*?(?:不算|别算|不要|不作数)了?$/;
/** 没报的, 未签收单位, 谁没报: they say whom, not whether. */
const whom =
  /(?:谁|哪[\u4e00-\u9fff]{0,4}|几[家个位人][\u4e00-\u9fff]{0,2})(?:还)?(?:没有?|未|不)|(?:还)?(?:没有?|未|木有|冇|不)(?![是能要用必])[^的]{1,6}的|未[\u4e00-\u9fff]{1,4}(?:单位|人员|名单|情况)/g;

const plainly =
  /没(?!有?了$)|没有|无[法需须从权力人暇]|毋[需须]|尚?未(?![来必央])|木有|冇|唔|甭|勿|休要|禁止|严禁|拒绝|反对|忘(?!年)|算了|缓一缓|来不及|用不着|暂停|难以|没得|^无(?:总结|材料|图片|照片|报表|统计表)|[无没]\S{1,3}可[报填交]|失败|缺勤|旷工|错过|并非|(?:请|病|事|年|休|产)假(?![条单人名情申的])|调休|未成功|出错|报错|被退|打回|免(?=[报催交签填])|少(?=[催发])|(?<![紧短])缺$/;
const cannot = /[\u4e00-\u9fff]不(?:了|上|到|出|下|完|成|及|动|着|去|来|过|住|开|起|赢|通)/;

export function isNegated({ head }: Clause): boolean {
  if (takesBack.test(head)) return false;
  const words = withoutAsking(head).replace(whom, '〇').replace(deniesNothing, '〇');
  return plainly.test(words) || cannot.test(words) || hasNot(words) || forbids(words);
}

const longDenials = /^不(?:[能会要用必想准许得该敢肯愿再让给予是了应需]|可(?!抗)|同意|参加|打算|知道|清楚|确定)/;

/** A long word that begins with 不 is a thing (不定期, 不可抗力); a short one denies unless it is known not to. */
function hasNot(words: string): boolean {
  return [...words.matchAll(/不/g)].some(({ index }) => {
    const { word, start } = wordAt(words, index);
    if (start < index) return word.endsWith('不');
    return word.length <= 2 || longDenials.test(word);
  });
}

function forbids(words: string): boolean {
  return [...words.matchAll(/[别莫]/g)].some(({ index }) => {
    const { word, start } = wordAt(words, index);
    return (
      (start === index || /^(?:[可先都也就还更请]|千万)别/.test(word)) &&
      !/^(?:别[的人处家样墅]|莫[名非])/.test(words.slice(index))
    );
  });
}
