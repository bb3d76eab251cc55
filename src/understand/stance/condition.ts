import type { Clause } from './clause.ts';

const when =
  /如果|如有|如未|假如|假设|要是|若(?=[是无有未没不需能仍还])|倘若|万一|一旦|除非|只要|只有|的话(?![术题])|否则|不然|但凡|到时候?|到时/;
/** 等齐了, 等徐汇报了: somebody else's move comes first. */
const awaits =
  /^(?:先|请|要|得|还是|我|我们|再)*等(?![级于同号等价候地下会哈]|一[下会哈]|我?[\d一二两三四五六七八九十半])/;
const acts =
  '(?:确认|提交|发布|截止|填报|到岗|签到|上报|报送|催办?|撤回|核对|审核|开放|通过|批准|同意|收到|完成|结束|收?齐|填完?|报完?|[发交])';
const before = new RegExp(
  `${acts}(?:[之以]?前|[之以]?后(?![天面来勤续台备期果]))|${acts}的?时(?:候|(?![间限长效段期刻机]))`,
);
const thenAgain = /(?:[了完好后齐过到毕楚时]|一下|看下|对下)再|先.+再(?!.*[遍次]$)/;
const then =
  /(?:没|未|不|报齐|到[了齐]|好了|谁|一[到报交催发收提]).{0,6}就(?=催|扣|截|发|换|撤|提交|报[^了]|签|通知|提醒|延|改|停|公布)/;
const remember = /(?<!我)记得|(?:别|不要|莫|勿)忘|切记|注意(?=核|检|别|按|提|报|填|签)/;

export function isConditional(clause: Clause): boolean {
  const { head } = clause;
  return setsCondition(clause) || before.test(head) || thenAgain.test(head) || then.test(head) || remember.test(head);
}

/** Whether what follows in the sentence hangs on this clause: 要是没报，就催一下. */
export function setsCondition({ head }: Clause): boolean {
  return when.test(head) || awaits.test(head);
}
