/** How people check in, ask who is on duty, and change the roster. */
import type { Orders } from '../room.ts';
import { assignDuty, previewAssign } from './assign.ts';
import { cannotCome } from './away.ts';
import { checkIn } from './check-in.ts';
import { mayNotCome, onTheWay, willCome } from './coming.ts';
import type { DutyOrder, DutyShape } from './state.ts';
import { tellDuty, tellOwnArrival, tellUnitDuty } from './status.ts';
import { askSwap, settleSwap } from './swap.ts';
import { absenceFrames, arrivalFrames, doubtfulFrames, promiseFrames, promiseOf } from './there-or-not.ts';

type DutyStatus = Extract<DutyOrder, { name: 'duty-status' }>;

/** 昨晚, 今天白天, 白天; 刚才 and 上一班 are what is told unasked. */
const when = '(?:(?:(?<day>今|明|昨)(?:天|日)?)?(?<part>白天|早上|上午|中午|下午|晚上?)?|刚才|上一班)(?:的)?';
const whoIsMissing =
  '(?:还有)?(?:谁|哪些单位|哪些人|哪几家|几家)(?:还)?(?:没(?:有)?(?:到岗?|来|签到|上岗|在岗)|缺岗|缺勤)';

const whatTime = '(?:几点|什么时候|啥时候|何时)';

function statusAsked({ day = '', part = '' }: Readonly<Record<string, string>>): DutyStatus {
  const asked = days[day] ?? (part === '' ? null : 'today');
  return {
    name: 'duty-status',
    day: asked,
    ...(part !== '' && { part: part.startsWith('晚') ? 'evening' : 'daytime' }),
  };
}

const days: Readonly<Record<string, DutyStatus['day']>> = { 昨: 'yesterday', 今: 'today', 明: 'tomorrow' };

/** What is said of a paper, not of people: handed in, by which way, or that there is none. */
const handedIn =
  /^(?:表|名单)?[：:\s]*(?:(?:已经?|都|也|刚|全部)*(?:上?报|提交|上传|发|交|传|送|邮寄|寄)(?:送|给|到|至|了|出|往|过|完|好|OA|$)|(?:暂?无|没有)$|见附件)|\bOA\b|邮箱|邮件/i;

/** 撤回值班表, 谁没交值班表: what is done with a paper of that name, and no unit. */
const ofPaper =
  /^(?:请|我们?)?(?:撤|收回|取消|退|更新|修改|更正|补|重[新报]|催)|^(?:交|报|发|送|填|上传|提交|报送)$|^(?:还有)?(?:谁|哪|几家)|(?:没有?|未)(?:报|交|发|送|填|提交|报送|上传)$/;

function unitDuty(words: string): Extract<DutyOrder, { name: 'unit-duty' }> | null {
  return /^(?:[今明昨]|我?们?(?:没有?|暂?无|没收到|没看到|没见到)$|现在|目前|这|那|改|换|安排|调整)/.test(words) ||
    ofPaper.test(words)
    ? null
    : { name: 'unit-duty', words };
}

export const dutyOrders: Orders<DutyShape> = {
  'check-in': {
    frames: [
      {
        // 替王若溪签到 may be said for somebody who is there: only who came himself says 到岗.
        says: /^(?:我(?:来|今天|今晚|现在)?|本人)?(?:已经?)?(?:替|代替|代|顶替|顶)(?<instead>[^\s，,。；;我]{2,10}?)(?:同志)?(?:来)?(?:已经?)?(?:到岗|上岗|值班|值守|在岗|顶班|顶岗)(?:了|啦)?$/,
        make: ({ instead = '' }) => ({ name: 'check-in', who: '', instead }),
        forAnother: true,
      },
      {
        // 已到岗（代窦局）
        says: /^(?:我|本人)?(?:已经?)?(?:到岗|上岗|在岗)(?:了)?[（(，,\s]+(?:我)?(?:是)?(?:来)?(?:替|代替|代|顶替|顶)(?<instead>[^\s，,。；;我（）()]{2,10}?)(?:同志)?(?:值班|值守|的班?|来的)?[）)]?$/,
        make: ({ instead = '' }) => ({ name: 'check-in', who: '', instead }),
        forAnother: true,
      },
      ...arrivalFrames,
    ],
    kind: 'report',
    right: 'anyone',
    help: '到岗',
    obey: checkIn,
  },
  'may-not-come': {
    frames: doubtfulFrames,
    // Said as a wish or of what is to come, and meant so.
    kind: 'ask',
    right: 'anyone',
    help: null,
    obey: (situation, speaker, { words }) => mayNotCome(situation, speaker, words),
  },
  'will-come': {
    frames: [...promiseFrames, promiseOf],
    // Said of what is to come, and meant so.
    kind: 'ask',
    right: 'anyone',
    help: null,
    obey: willCome,
  },
  'cannot-come': {
    frames: absenceFrames,
    // Said as a negation, and meant so.
    kind: 'ask',
    right: 'anyone',
    help: null,
    obey: cannotCome,
  },
  'on-the-way': {
    frames: [
      {
        says: /^(?!.*(?:吗|没|谁|几点|收到|总结|材料|图片|表|邮|到岗[了啦]|已经?(?:到|在)|在岗|[刚才]到))(?<words>.{0,14}(?:马上|即将|快|晚点|晚一会儿?|稍后|\d+\s*分钟|路上|正往|赶).{0,14})$/,
        make: ({ words = '' }) => (/到|赶|路上/.test(words) ? { name: 'on-the-way', words } : null),
      },
    ],
    // Said of what is to come, and meant so.
    kind: 'ask',
    right: 'anyone',
    help: null,
    obey: (situation, speaker, { words }) => onTheWay(situation, speaker, words),
  },
  'duty-status': {
    frames: [
      {
        says: new RegExp(
          `^${when}(?:现在|当前)?(?:是)?(?:谁(?:在)?(?:值班|值守)|(?:值班|值守)(?:情况|安排|表|名单|人员)?|到岗情况|签到情况|在岗情况)(?:如何|怎么样)?$`,
        ),
        make: statusAsked,
      },
      {
        says: new RegExp(`^${when}(?:值班|值守)?(?:的)?(?:都)?(?:到岗?了?|到齐)(?:吗|没有?|了没有?)$`),
        make: statusAsked,
      },
      {
        says: new RegExp(
          `^${when}(?:值班|值守)?(?:的)?(?:${whoIsMissing}(?:的)?|没(?:有)?(?:到岗|签到)的(?:有|是)?(?:谁|哪些)(?:单位)?)$`,
        ),
        make: statusAsked,
      },
      {
        says: /^(?:我(?:们)?)?(?:几点|什么时候|啥时候|何时)(?:要|该)?(?:到岗|值班|值守|签到|上岗)$/,
        make: () => ({ name: 'duty-status', day: null }),
      },
    ],
    kind: 'ask',
    right: 'anyone',
    help: '值班情况',
    helpFor: ['reporter', 'reader'],
    obey: (situation, _speaker, { day, part }) => tellDuty(situation, day, part),
  },
  'own-arrival': {
    frames: [
      {
        says: /^(?:帮我?(?:看|查)(?:一下|下)?)?我(?:是不是|算不算)?(?:已经?)?(?:算)?(?:到岗?|签到|签上|记上)(?:过)?(?:了)?(?:吗|没有?|了没有?)$/,
        make: () => ({ name: 'own-arrival' }),
      },
    ],
    kind: 'ask',
    right: 'anyone',
    help: null,
    obey: tellOwnArrival,
  },
  'unit-duty': {
    frames: [
      {
        says: /^(?<words>[^\d，,。；;]{2,16}?)(?:今天|明天|昨天|今晚|明晚|现在)?(?:是|有)?谁(?:在)?(?:值班|值守|带班|带队)$|^(?:今天|明天|昨天|今晚|明晚|现在)?谁(?:在)?(?<place>[^\d，,。；;]{2,16}?)(?:值班|值守)$|^(?<whose>[^\d，,。；;]{2,16}?)的?(?:值班(?:情况|安排|人员|表)|到岗情况)$/,
        make: ({ words = '', place = '', whose = '' }) => unitDuty(words || place || whose),
        loose: true,
      },
      {
        // 值班到几点, 我几点下班: one's own.
        says: new RegExp(
          `^(?:我(?:们)?(?:单位|局)?)?(?:今天|今晚|明天|明晚)?的?(?:(?:值班|值守|值|班)(?:要|得)?(?:值|上)?(?:到|至)${whatTime}(?:结束|下班|为止)?|${whatTime}(?:可以|能|才能)?(?:下班|下岗|交班|换岗|值完班?)|(?:值班|值守)(?:时间)?(?:是)?(?:从?几点到几点|什么时间|${whatTime}(?:开始|结束)?))$`,
        ),
        make: () => ({ name: 'unit-duty', words: '我' }),
      },
    ],
    kind: 'ask',
    right: 'anyone',
    help: null,
    obey: (situation, speaker, { words }) => tellUnitDuty(situation, speaker, words),
  },
  'assign-duty': {
    frames: [
      {
        says: /^(?:安排值班|排班)$|^(?:安排值班|值班安排|排班|值班(?:人员)?(?:改为|改成|换成|调整为|是|为))[:：\s]*(?<words>\S.*)$/,
        // 值班安排已报送OA hands in a paper of that name.
        make: ({ words = '' }) => (handedIn.test(words) ? null : { name: 'assign-duty', words }),
      },
    ],
    kind: 'act',
    right: 'anyone',
    help: '安排值班 {unit} {person}',
    helpFor: 'organiser',
    preview: (situation, speaker, { words }) => previewAssign(situation, speaker, words),
    asShown: true,
    obey: (situation, speaker, { words }) => assignDuty(situation, speaker, words),
  },
  'swap-duty': {
    frames: [
      { says: /^(?:换班|调班|替班)[:：\s]*(?<words>.*)$/, make: ({ words = '' }) => ({ name: 'swap-duty', words }) },
      {
        says: /^(?<words>\S{2,12}?)(?:来)?(?:替|代|帮)我(?:到岗|值班|值守|顶班|签到|的班)?$/,
        make: ({ words = '' }) => ({ name: 'swap-duty', words }),
      },
      {
        // 换冯启明来值, to 请问谁来替.
        says: /^(?:换|改|让|由|叫|请|安排)(?:成|为|由)?(?!大家|各|他|她|你|我|所有|全)(?<words>[\u4e00-\u9fff]{2,8}?)(?:同志)?(?:来|去)?(?:替班?|代班?|顶班?|顶岗|值|值班|值守|到岗)(?:一下|吧)?$/,
        make: ({ words = '' }) => ({ name: 'swap-duty', words }),
      },
      {
        says: /^(?:我)?(?:和|跟|与)(?<words>\S{2,12}?)(?:换|调)(?:个|一下)?班$/,
        make: ({ words = '' }) => ({ name: 'swap-duty', words }),
      },
      {
        // 我和冯启明换一下，他上午我晚上: what the other takes over is asked of him.
        says: /^(?:我)?(?:和|跟|与)(?<words>\S{2,12}?)(?:换|调)(?:个|一下|一换)?(?:班)?[，,。\s]+(?:由)?(?:他|她)(?:来|值)?(?<his>[^我他她，,\s]{1,8})[，,\s]*我(?:来|值)?[^我他她，,\s]{1,8}$/,
        make: ({ words = '', his = '' }) => ({ name: 'swap-duty', words: `${words} ${his}` }),
      },
    ],
    // It only asks the other: his word is what changes the roster.
    kind: 'ask',
    right: 'anyone',
    help: '换班 姓名',
    helpFor: 'reporter',
    obey: (situation, speaker, { words }) => askSwap(situation, speaker, words),
  },
  'settle-swap': {
    frames: [
      { says: /^(?:同意|可以|接受)(?:换班|替班|调班)$/, make: () => ({ name: 'settle-swap', accept: true }) },
      { says: /^(?:不同意|不接受|拒绝|不能)(?:换班|替班|调班)$/, make: () => ({ name: 'settle-swap', accept: false }) },
    ],
    kind: 'ask',
    right: 'anyone',
    help: null,
    obey: (situation, speaker, { accept }) => settleSwap(situation, speaker, accept),
  },
};
