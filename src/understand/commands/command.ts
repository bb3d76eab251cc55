/** Which instruction a message is, if it is one. Whole messages only: a figure beside it makes it a reply, not an order. */
import type { Command } from '../../domain/utterance.ts';

type Rule = readonly [pattern: RegExp, make: (words: string) => Command];

const who = '(?:还有)?(?:谁|哪些单位|哪几家|哪家)(?:还)?(?:没有?|未)';

/** First match wins; patterns see the message trimmed of mentions, courtesies and final punctuation. */
const rules: readonly Rule[] = [
  [/^(?:帮助|help|怎么用|使用说明|功能|菜单|说明|你(?:能|会)(?:做|干)(?:什么|啥))$/i, () => ({ name: 'help' })],
  [/^(?:你好|您好|在吗|在不在|哈喽|hello|hi|早上好|上午好|下午好|晚上好)$/i, () => ({ name: 'greeting' })],
  [/^(?:发布|下发|印发|群发|发)(?:活动)?(?:方案|通知)$/, () => ({ name: 'publish' })],
  [
    /^(?:查?看)?(?:活动)?(?:方案|通知)(?:全文|内容)?$|^(?:我)?(?:还)?没(?:有)?收到(?:方案|通知)?$/,
    () => ({ name: 'plan' }),
  ],
  [/^(?:我(?:们)?(?:单位|局)?|本单位|本局)?的?任务(?:清单|是什么|有哪些)?$/, () => ({ name: 'my-tasks' })],
  [/^我(?:们)?(?:要|该|需要)(?:做|干)(?:什么|啥)$/, () => ({ name: 'my-tasks' })],
  [
    /^(?:查?看)?任务\s*(\d+(?:[.．。、-]\d+)?)(?:全文|内容)?$/,
    (no) => ({ name: 'task', no: no.replace(/[．。、-]/, '.') }),
  ],
  [
    /^(?:什么时候|啥时候|几号|哪天)(?:截止|交|报)|^截止(?:时间|日期)?(?:是)?(?:什么时候|几号|哪天|到几号)?$/,
    () => ({ name: 'deadline' }),
  ],
  [/^(?:找|联系|转)(?:组织者|人工|负责人|联系人)$|^人工$/, () => ({ name: 'ask-organiser' })],
  [/^绑定申请$|^待(?:确认|审核)(?:的)?绑定$/, () => ({ name: 'bindings' })],
  [
    /^(?:确认|同意|通过)绑定(?:申请)?\s*(\d*)\s*号?$/,
    (no) => ({ name: 'settle-binding', no: no ? Number(no) : null, accept: true }),
  ],
  [
    /^(?:拒绝|不同意|驳回)绑定(?:申请)?\s*(\d*)\s*号?$/,
    (no) => ({ name: 'settle-binding', no: no ? Number(no) : null, accept: false }),
  ],
  [/^(?:我要|申请)?绑定(?:单位)?[:：\s]*(.*)$/, (unit) => ({ name: 'bind', unit })],
  [/^继续$|^(?:开始|继续|我要|现在)?(?:填报|填表|填写|报数|上报数据|填数)(?:表格|统计表)?$/, () => ({ name: 'fill' })],
  [/^(?:返回|回到)?(?:上|前)一?(?:项|个|条|题|步)$/, () => ({ name: 'previous' })],
  [/^(?:先)?(?:跳过|略过)(?:这项|这个|此项|本项)?$|^下一?(?:项|个|条|题)$/, () => ({ name: 'skip' })],
  [
    /^(?:先)?(?:暂停|停一?下?|退出)(?:填报)?$|^(?:先)?不填了$|^(?:等会儿?|稍后|待会儿?)再填$/,
    () => ({ name: 'pause' }),
  ],
  [
    /^(?:我(?:们)?(?:单位|局)?的?|本单位的?|填报)?进度(?:怎么样|如何)?(?:了)?$|^(?:我(?:们)?(?:单位|局)?)?还(?:差|缺)(?:什么|啥|哪些|哪几项|多少)(?:没报|没填)?$|^(?:我(?:们)?(?:单位|局)?)还有(?:什么|啥|哪些)没(?:报|填)$|^填到哪(?:了|里了)?$/,
    () => ({ name: 'own-progress' }),
  ],
  [
    /^(?:[确肯]定提交|确认(?:无误)?(?:并)?(?:提交|上报|报送)|提交|无误[,，]?提交|确认无误|没问题[,，]?提交|(?:可以|现在)提交(?:了)?)$/,
    () => ({ name: 'confirm' }),
  ],
  [
    /^(?:我要|申请)?(?:修改|更正|重新填报|重新打开|退回修改|撤回提交|取消提交)(?:统计表|表格|填报)?$/,
    () => ({ name: 'reopen' }),
  ],
  [
    /^(?:安排值班|排班|换班)$|^(?:安排值班|值班安排|排班|换班|值班(?:人员)?(?:改为|改成|换成|调整为|是|为))[:：\s]*(\S.*)$/,
    (words) => ({ name: 'assign-duty', words }),
  ],
  [
    /^(?:今天|今晚|现在|当前|明天)?(?:谁(?:在)?值班|值班(?:情况|安排|表|名单|人员)?|值守(?:情况)?|到岗情况|签到情况)(?:如何|怎么样)?$/,
    () => ({ name: 'duty-status' }),
  ],
  [/^(?:催|提醒)(?:一下|一催)?(?:未)?(?:收到|签收|回执)(?:的)?(?:单位)?$/, () => ({ name: 'chase-receipts' })],
  [
    new RegExp(
      `^${who}(?:收到|签收|回复收到|回执|回复)(?:的)?$|^未(?:签收|回执|收到)(?:的)?(?:单位|名单)?$|^(?:签收|回执|收到)情况$`,
    ),
    () => ({ name: 'who-not-received' }),
  ],
  [
    new RegExp(
      `^${who}(?:报|交|填|填报|报送|提交|上报|报齐|完成)(?:的)?$|^(?:未|没|欠)(?:报|交|填|填报|提交|报送|完成)(?:的)?(?:单位|名单)?(?:有哪些|是哪些)?$`,
    ),
    () => ({ name: 'not-reported' }),
  ],
  [
    /^(?:催办|催报|催一?下(?:(?:没|未)(?:报|交)的(?:单位)?)?|催一催|提醒(?:一下)?(?:未报|没报)(?:的)?(?:单位)?|催(?:未报|没报)(?:的)?(?:单位)?)$/,
    () => ({ name: 'chase' }),
  ],
  [
    /^(?:把)?(?:报送|填报)?的?(?:截止|报送)(?:时间|日期)?(?:改|调整|延长|延期|延|推迟|顺延|提前)(?:到|至|为|成)\s*(.+)$|^(?:延期|推迟|顺延|延长)(?:到|至)\s*(.+)$/,
    (phrase) => ({ name: 'move-deadline', phrase }),
  ],
  [/^(?:截止|停止|关闭|结束)填报(?:.*)$/, () => ({ name: 'close-return' })],
  [/^(?:重新)?(?:开放|打开|恢复)填报(?:.*)$/, () => ({ name: 'open-return' })],
  [/^审读(?:意见|结果)?$|^(?:通知|方案)(?:有什么|有没有)问题$/, () => ({ name: 'findings' })],
  [
    /^谁(?:改|报|填)(?:过|的|了)?[:：\s]*(\S.*)?$|^(\S.*?)(?:是)?谁(?:改|报|填)(?:过|的|了)$|^(\S.*?)的?(?:修改|填报)?(?:记录|历史|来源)$/,
    (words) => ({ name: 'history', words }),
  ],
  [
    /^(?:进度|情况|总体|整体|全市|全区|总的)?(?:汇总|总体情况|整体情况|总体进度|整体进度|进展)(?:一?下)?(?:的)?(?:进度|进展|情况|结果)?(?:怎么样|如何)?(?:了)?$|^(?:目前|现在|当前|全市|全部|各单位)(?:的)?(?:进度|情况|进展)(?:怎么样|如何)?$|^(?:现在|目前)?(?:一共|总共)?(?:报|交)了(?:多少|几)(?:家|个单位)$/,
    () => ({ name: 'progress' }),
  ],
  [
    /^汇总(?:一?下)?\s*([^\s，,。；;][^，,。；;]*)$|^(\S.*?)的?(?:汇总|合计|总数|总计|总量|(?:一共|总共|共)(?:有)?多少[\u4e00-\u9fff]{0,2})$/,
    (words) => ({ name: 'row-total', words }),
  ],
  [
    /^(?:我(?:们)?(?:单位|局)?|本人|本单位)?(?:人员)?(?:都)?(?:已经?)?(?:全部)?(?:到岗|签到|打卡|到位|上岗|在岗|我到了)(?:了|啦)?$/,
    () => ({ name: 'check-in' }),
  ],
  [/^(?!.*(?:未|没|情况|谁|吗|怎么)).{1,14}(?:已经?)?(?:到岗|签到)(?:了|啦)?$/, () => ({ name: 'check-in' })],
];

const courtesyBefore =
  /^(?:(?:请问|请|麻烦|帮忙|帮我|您好|你好|助手|小助手|那个|嗯|哦|我想|给我)(?:你|您)?[,，、\s]*)+/;
const courtesyAfter = /(?:[,，\s]*(?:谢谢(?:您|你)?|多谢|辛苦了?|麻烦了?|吧|哈|啊|呢|呀|哦|一下|看看))+$/;

/** The message without what does not change what it asks for. */
export function plainWords(text: string): string {
  const words = wordsOf(text);
  const plain = trimEnds(words.replace(courtesyAfter, ''));
  return plain === '' ? words : plain;
}

/** Without mentions' remains, courtesies at the front and final punctuation: "催一下" keeps its end. */
function wordsOf(text: string): string {
  const trimmed = text.replace(/[\u200b-\u200f\ufeff]/g, '').trim();
  const bare = trimEnds(trimmed.replace(courtesyBefore, ''));
  return bare === '' ? trimEnds(trimmed) : bare;
}

function trimEnds(text: string): string {
  return text.replace(/^[\s,，。.!！~～]+|[\s,，。.!！~～?？]+$/g, '');
}

/** Long messages are replies or reports, never orders. */
const longestCommand = 60;

export function readCommand(text: string): Command | null {
  const [plain, words] = [plainWords(text), wordsOf(text)];
  return commandIn(plain) ?? (words === plain ? null : commandIn(words));
}

function commandIn(words: string): Command | null {
  if (words === '' || words.length > longestCommand || words.includes('\n')) return null;
  for (const [pattern, make] of rules) {
    const match = pattern.exec(words);
    if (match) return make((match.slice(1).find((group) => group !== undefined) ?? '').trim());
  }
  return null;
}
