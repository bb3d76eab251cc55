/** How deadlines are asked for and moved, and how an organiser chases, pauses and resumes. */
import { spanPattern } from '../calendar/span.ts';
import { leavingOutBefore, leavingOutBehind } from '../leaving-out.ts';
import { answer } from '../outcome.ts';
import * as say from '../replies/reminders.ts';
import type { Orders } from '../room.ts';
import { chaseReturns, previewChase } from './chase.ts';
import { moveDeadline, previewMove, tellDeadlines } from './deadlines.ts';
import type { RemindersShape } from './state.ts';

/** Something counted: what was done, not whom to urge. */
const counts = /\d\s*[百千万亿]?[次件户份条人场起册篇个元批名]/;

/** What is put off and is no return: 发布会推迟到25日. */
const otherAffairs = /(?:活动|会议?|检查|培训|行动|工作|晚会|节目|值班|值守)$/;

const granted = '(?:同意|准许|准予|允许|批准)?(?:把|将|给|让)?';
const whom = `(?<whom>${leavingOutBefore}?[^\\d，,。；;：:\\n]{2,40}?)`;
/** 各区局延期三天，黄浦除外 */
const but = `(?<but>${leavingOutBehind})?`;

function putOff(whom: string, span: string) {
  return otherAffairs.test(whom) ? null : ({ name: 'move-deadline', phrase: whom, whom, span } as const);
}

export const remindersOrders: Orders<RemindersShape> = {
  'reminders-standing': {
    frames: [
      {
        says: /^(?:现在)?(?:自动)?(?:报送)?(?:提醒|催办)(?:现在)?(?:是)?(?:停|暂停|关|恢复|开)(?:着|掉)?了?(?:吗|没有?|么|的吗)$|^(?:现在)?还(?:会)?(?:自动)?(?:提醒|催)(?:吗|么|不)$/,
        make: () => ({ name: 'reminders-standing' }),
      },
    ],
    kind: 'ask',
    right: 'reader',
    help: null,
    obey: ({ state: { reminders } }) =>
      answer(reminders.paused ? say.pausedAlready(reminders.paused.atMs) : say.notPaused),
  },
  deadline: {
    frames: [
      {
        says: /^(?:什么时候|啥时候|几号|哪天)(?:前)?(?:截止|交|报)(?:填报|报送)?(?:来着|啊|呢)?$|^(?:填报|报送)?截止(?:填报|报送)?(?:的)?(?:时间|日期)?(?:是)?(?:什么时候|啥时候|几号|哪天|到几号|到什么时候)?$|^还(?:有|剩)(?:几|多少)天(?:截止)?$|^截止填报了(?:吗|没有?)$/,
        make: () => ({ name: 'deadline' }),
      },
    ],
    kind: 'ask',
    right: 'anyone',
    help: '什么时候截止',
    obey: tellDeadlines,
  },
  chase: {
    frames: [
      {
        says: /^(?:催|催催|催办|催报|催一?下(?:(?:没|未)(?:报|交)的(?:单位)?)?|催一催|提醒(?:一下)?(?:未报|没报)(?:的)?(?:单位)?|催(?:未报|没报)(?:的)?(?:单位)?)$/,
        make: () => ({ name: 'chase', words: '' }),
      },
      {
        says: /^(?:(?:单独|再)?(?:催办|催报|催一?[下催遍]|催催|再催|催|督促|提醒)(?:一?[下遍催])?)[:：\s]*(?<words>\S.{1,40}?)(?:那边)?(?:尽快|抓紧|赶紧)?(?:报送?|交|填)?$/,
        // 提醒告诫5次 is a figure.
        make: ({ words = '' }) => (counts.test(words) ? null : { name: 'chase', words }),
        loose: true,
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '催办',
    helpAlso: ['催{unit}', '催{material}'],
    preview: (situation, _speaker, { words }) => previewChase(situation, words),
    obey: (situation, speaker, { words }) => chaseReturns(situation, speaker, words),
  },
  'move-deadline': {
    frames: [
      {
        says: /^(?<phrase>(?:把)?\S{0,20}?的?(?:截止|报送)(?:时间|日期)?(?:往后|统一)?(?:改|调整?|延长|延期|延|推迟|推|顺延|提前)(?:到|至|为|成)\s*.+)$/,
        make: ({ phrase = '' }) => ({ name: 'move-deadline', phrase }),
      },
      {
        says: /^(?:统一)?(?:延期|推迟|顺延|延长)(?<phrase>[:：\s]*\S{0,30}?\s*(?:到|至)\s*.+)$/,
        make: ({ phrase = '' }) => ({ name: 'move-deadline', phrase }),
      },
      {
        says: new RegExp(
          `^${granted}${whom}(?:延期|延长|推迟|顺延|宽限|延)(?<when>(?:到|至)[^，,。；;（\\(\\n]{2,24})${but}$`,
        ),
        make: ({ whom = '', when = '', but: left = '' }) =>
          otherAffairs.test(whom) ? null : { name: 'move-deadline', phrase: whom + left + when, whom: whom + left },
        loose: true,
      },
      {
        says: new RegExp(
          `^(?:统一)?(?:延期|推迟|顺延|延长|宽限)[:：\\s]*(?<whom>${leavingOutBefore}?[^\\d，,。；;：:\\n]{0,40}?)[\\s，,]*(?<span>${spanPattern})${but}$`,
        ),
        make: ({ whom = '', span = '', but: left = '' }) => putOff(whom + left, span),
      },
      {
        says: new RegExp(`^${granted}${whom}(?:往后)?(?:延期|延长|推迟|顺延|宽限|延|推)(?<span>${spanPattern})${but}$`),
        make: ({ whom = '', span = '', but: left = '' }) => putOff(whom + left, span),
        loose: true,
      },
      {
        // Without the day: it is asked for.
        says: new RegExp(
          `^${granted}${whom}(?:延期|延长|推迟|顺延|宽限|延)(?:一下|[几两]天|些(?:时间|天))?$|^(?:统一)?(?:延期|推迟|顺延|宽限)(?:一下|[几两]天)?(?:[:：\\s]*(?<whose>[^\\d，,。；;：:\\n]{2,40}?))?$`,
        ),
        make: ({ whom = '', whose = '' }) =>
          otherAffairs.test(whom + whose) ? null : { name: 'move-deadline', phrase: whom + whose, whom: whom + whose },
        loose: true,
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '截止改到3月24日前',
    helpAlso: ['{unit}延期到3月24日'],
    preview: (situation, _speaker, order) => previewMove(situation, order),
    asShown: true,
    obey: (situation, speaker, order) => moveDeadline(situation, speaker, order),
  },
  'pause-reminders': {
    frames: [
      {
        says: /^(?:先)?(?:暂停|停止|停|关闭|关掉)(?:发)?(?:自动)?(?:提醒|催办)$/,
        make: () => ({ name: 'pause-reminders' }),
      },
      {
        says: /^(?:先)?(?:不要|别|不用)再?(?:自动)?(?:提醒|催办?)了?$/,
        make: () => ({ name: 'pause-reminders', loosely: true }),
      },
    ],
    // Said as a negation, and meant so.
    kind: 'ask',
    right: 'organiser',
    help: '暂停提醒',
    obey: ({ state, nowMs }, speaker, { loosely }) => {
      if (state.reminders.paused) return answer(say.pausedAlready(state.reminders.paused.atMs));
      if (loosely) return answer(say.pauseAll);
      return answer(say.remindersPaused(nowMs), { events: [{ type: 'RemindersPaused', by: speaker.person.id }] });
    },
  },
  'resume-reminders': {
    frames: [
      {
        says: /^(?:恢复|继续|重新?开启|打开|开启)(?:发)?(?:自动)?(?:提醒|催办)$/,
        make: () => ({ name: 'resume-reminders' }),
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '恢复提醒',
    obey: ({ state }, speaker) =>
      state.reminders.paused
        ? answer(say.remindersResumed, { events: [{ type: 'RemindersResumed', by: speaker.person.id }] })
        : answer(say.notPaused),
  },
};
