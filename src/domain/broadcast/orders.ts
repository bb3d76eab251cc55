/** How people ask for the plan, sign for it, and have it sent. */
import type { Orders } from '../room.ts';
import { chaseReceipts, previewChaseReceipts } from './chase.ts';
import {
  findPlan,
  listSilent,
  previewPublish,
  previewResend,
  publishPlan,
  resendPlan,
  showPlan,
  showTask,
  showTasks,
  tellReceipt,
} from './decide.ts';
import { takeReceipt } from './receipts.ts';
import type { BroadcastShape } from './state.ts';

const who = '(?:还有)?(?:谁|哪些单位|哪几家|哪家)(?:还)?(?:没有?|未)';

const urges = '(?:单独|再)?(?:催办|催一?[下遍]|催催|催一催|催|督促|提醒)(?:一下|一遍)?';

const us = '(?:我(?:们)?(?:单位|局|这里|这边|这儿)?|本(?:单位|局))?';
const paper = '(?:活动)?(?:方案|通知|文件|消息)';
/** 我们没有收到文件, 方案还没收到, 怎么没看到通知. */
const missed = `(?:${us}(?:怎么|为什么|为啥)?(?:都|还|也|一直|并)*(?:没有?|未)(?:有)?(?:收到|看到|见到|接到)(?:过)?(?:任何|你们?的?|这个|那个)?${paper}?|${us}${paper}(?:${us})(?:怎么|为什么)?(?:都|还|也|一直)*(?:没有?|未)(?:收到|看到|见到|接到)(?:过)?|${paper}(?:在|发)(?:哪|到哪)(?:里|儿)?(?:了)?)(?:了)?`;

export const broadcastOrders: Orders<BroadcastShape> = {
  publish: {
    frames: [{ says: /^(?:发布|下发|印发|群发|发)(?:活动)?(?:方案|通知)$/, make: () => ({ name: 'publish' }) }],
    kind: 'act',
    right: 'organiser',
    help: '发布方案',
    preview: previewPublish,
    obey: publishPlan,
  },
  'resend-plan': {
    frames: [
      {
        says: /^(?:重新?|再|补)(?:发布?|下发)(?:一[遍次下])?(?:活动)?(?:方案|通知)$/,
        make: () => ({ name: 'resend-plan' }),
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '重发方案',
    preview: previewResend,
    obey: resendPlan,
  },
  plan: {
    frames: [
      {
        says: /^(?:查?看)?(?:活动)?(?:方案|通知)(?:全文|内容)?$/,
        make: () => ({ name: 'plan' }),
      },
    ],
    kind: 'ask',
    right: 'anyone',
    help: '方案',
    obey: showPlan,
  },
  'plan-missing': {
    frames: [{ says: new RegExp(`^${missed}$`), make: () => ({ name: 'plan-missing' }) }],
    // Said as a negation or a question, and meant as a complaint.
    kind: 'ask',
    right: 'anyone',
    help: null,
    obey: findPlan,
  },
  'receipt-status': {
    frames: [
      {
        says: /^(?:我们?|我局|我单位|本单位|本局|大家|各单位|你们)?(?:都)?(?:收到|签收)(?:了)?(?:没有?|吗|没)(?:啊|呀)?$/,
        make: () => ({ name: 'receipt-status' }),
      },
    ],
    kind: 'ask',
    right: 'anyone',
    help: null,
    obey: tellReceipt,
  },
  // Said in so many ways that it has a reader of its own; here the plain word, and what names a notice.
  receipt: {
    frames: [
      {
        says: /^(?:我局|我们|本单位)?(?:已)?(?:收到|收悉|知悉|签收)(?:了)?(?:第)?\d+号(?:通知)?(?:了)?$|^收到$|^(?:第)?\d+号(?:通知)?[，,\s]*(?:我局|我们|本单位)?(?:已)?(?:收到|收悉|知悉|签收)(?:了)?$/,
        make: () => ({ name: 'receipt' }),
      },
    ],
    kind: 'report',
    right: 'anyone',
    help: '收到',
    helpFor: 'reporter',
    obey: takeReceipt,
  },
  'my-tasks': {
    frames: [
      {
        says: /^(?:我(?:们)?(?:单位|局)?|本单位|本局)?的?任务(?:清单|是什么|有哪些)?$/,
        make: () => ({ name: 'my-tasks' }),
      },
      {
        says: /^我(?:们)?(?:单位|局)?(?:要|该|需要)(?:做|干|报|交)(?:什么|啥|哪些)$/,
        make: () => ({ name: 'my-tasks' }),
      },
    ],
    kind: 'ask',
    right: 'anyone',
    help: '我的任务',
    obey: showTasks,
  },
  task: {
    frames: [
      {
        says: /^(?:查?看)?任务\s*(?<no>\d+(?:[.．。、-]\d+)?)(?:全文|内容)?$/,
        make: ({ no = '' }) => ({ name: 'task', no: no.replace(/[．。、-]/, '.') }),
      },
    ],
    kind: 'ask',
    right: 'anyone',
    help: '任务{task}',
    obey: (situation, _speaker, { no }) => showTask(situation, no),
  },
  'who-not-received': {
    frames: [
      {
        says: new RegExp(
          `^${who}(?:收到|签收|回复收到|回执|回复)(?:的)?$|^未(?:签收|回执|收到)(?:的)?(?:单位|名单)?$|^(?:签收|回执|收到)情况$`,
        ),
        make: () => ({ name: 'who-not-received' }),
      },
    ],
    kind: 'ask',
    right: 'reader',
    help: '谁没收到',
    obey: listSilent,
  },
  'chase-receipts': {
    frames: [
      {
        says: /^(?:催|提醒)(?:一下|一催)?(?:未)?(?:收到|签收|回执)(?:的)?(?:单位)?$/,
        make: () => ({ name: 'chase-receipts' }),
      },
      {
        // 催通知 has orders of its own.
        says: new RegExp(
          `^${urges}[:：\\s]*(?!.*(?:通知|\\d))(?<words>[^。；;：:\\n]{1,40}?)(?:那边|这边)?的?(?:联络员)?(?:尽快|抓紧|赶紧|快点?|及时)?(?:回复?|反馈|确认)?[“"]?(?:收到|签收|回执)[”"]?(?:的|一下)?(?:单位)?$`,
        ),
        make: ({ words = '' }) => ({ name: 'chase-receipts', words }),
        denies: true,
      },
      {
        says: new RegExp(
          `^${urges}(?:未|没)?(?:收到|签收|回执)[：:\\s，,]+(?!.*(?:通知|\\d))(?<words>[^。；;\\n]{2,40})$`,
        ),
        make: ({ words = '' }) => ({ name: 'chase-receipts', words }),
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '催收到',
    helpAlso: ['催{unit}收到'],
    preview: (situation, _speaker, { words = '' }) => previewChaseReceipts(situation, words),
    obey: (situation, speaker, { words = '' }) => chaseReceipts(situation, speaker, words),
  },
};
