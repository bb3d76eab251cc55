/** How an organiser sends a notice, and asks who has answered it. */
import { leavingOutBefore, leavingOutBehind } from '../leaving-out.ts';
import type { Frame, Orders } from '../room.ts';
import { chaseNotice, listUnanswered, previewChaseNotice, tellNotices, tellWithdrawing } from './receipts.ts';
import { previewNotice, sendNotice } from './send.ts';
import type { NoticeOrder, NoticeShape } from './state.ts';

type SendNotice = Extract<NoticeOrder, { readonly name: 'send-notice' }>;

/** 通知要求：… heads a text that somebody passes on, and calls nobody. */
const noAddressee = /^(?:的|要求|内容|如下|事项|精神|附件|全文|原文|正文|标题|说|称|指出|明确|发|已|收到)/;

const whom = `(?<whom>${leavingOutBefore}?[^：:，,。；;\\n]{1,80}?${leavingOutBehind}?)`;
const content = '(?:[，,]\\s*内容(?:是|为|如下)?|[：:])[：:，,\\s]*';
const text = '(?<text>\\S[\\s\\S]*)';

function sends(says: RegExp): Frame<SendNotice> {
  return {
    says,
    make: ({ whom = '', text = '' }) => (noAddressee.test(whom) ? null : { name: 'send-notice', whom, text }),
    passesOn: 'text',
    verbatim: true,
  };
}

const number = '(?:第)?(?<no>\\d+)号';
const unanswered = '(?:还)?(?:没有?|未)(?:回复?|回执|签收|收到|回复收到)';

function noOf({ no = '' }: Readonly<Record<string, string>>): number | null {
  return no === '' ? null : Number(no);
}

export const noticeOrders: Orders<NoticeShape> = {
  'send-notice': {
    frames: [
      sends(new RegExp(`^(?:再)?通知(?:一下)?\\s*${whom}\\s*[：:]\\s*${text}$`)),
      sends(new RegExp(`^发[个条份]?(?:一[个条份])?通知(?:给|到)\\s*${whom}\\s*${content}${text}$`)),
      sends(new RegExp(`^[给向]\\s*${whom}\\s*发[个条份]?(?:一[个条份])?通知\\s*${content}${text}$`)),
      sends(/^发[个条份]?(?:一[个条份])?通知[：:]\s*(?<text>\S[\s\S]*)$/),
    ],
    kind: 'act',
    right: 'organiser',
    help: '通知{unit}：…',
    preview: previewNotice,
    obey: sendNotice,
  },
  notices: {
    frames: [
      {
        says: /^(?:通知(?:列表|清单|记录|情况)|(?:已)?发(?:过|了)(?:的|哪些|什么)通知|已发(?:的)?通知|通知发了哪些)$/,
        make: () => ({ name: 'notices', no: null }),
      },
      {
        says: new RegExp(`^(?:查?看)?${number}通知(?:全文|内容)?$`),
        make: (slots) => ({ name: 'notices', no: noOf(slots) }),
      },
    ],
    kind: 'ask',
    right: 'reader',
    help: '通知清单',
    obey: tellNotices,
  },
  'unanswered-notices': {
    frames: [
      {
        says: /^通知(?:的)?(?:回执|签收)(?:情况)?$|^(?:还有)?(?:谁|哪些单位|哪几家|哪家)(?:还)?(?:没有?|未)(?:回复?|签收)(?:的)?通知(?:的)?$|^通知(?:还有)?(?:谁|哪些单位|哪几家)(?:还)?(?:没有?|未)(?:回复?|签收|收到)(?:的)?$/,
        make: () => ({ name: 'unanswered-notices', no: null }),
      },
      {
        says: new RegExp(
          `^(?:还有)?(?:谁|哪些单位|哪几家|哪家)${unanswered}${number}(?:通知)?(?:的)?$|^${number.replace('<no>', '<no2>')}通知(?:的)?(?:回执|签收)(?:情况)?$|^${number.replace('<no>', '<no3>')}通知(?:还有)?(?:谁|哪些单位|哪几家)${unanswered}(?:的)?$`,
        ),
        make: ({ no = '', no2 = '', no3 = '' }) => ({ name: 'unanswered-notices', no: Number(no || no2 || no3) }),
      },
    ],
    kind: 'ask',
    right: 'reader',
    help: '通知回执',
    obey: listUnanswered,
  },
  'chase-notice': {
    frames: [
      {
        says: new RegExp(
          `^(?:再|重新)通知(?:一[下遍次])?(?:${number}(?:通知)?)?(?:里|中)?${unanswered}(?:通知)?(?:的)?(?:单位)?$`,
        ),
        make: (slots) => ({ name: 'chase-notice', no: noOf(slots) }),
        denies: true,
      },
      {
        says: new RegExp(`^(?:催|提醒)(?:一?[下催])?(?:${number})?通知(?:的)?(?:回执|签收)?$`),
        make: (slots) => ({ name: 'chase-notice', no: noOf(slots) }),
      },
      {
        says: new RegExp(
          `^(?:催|提醒)(?:一?[下催])?(?:${number}(?:通知)?)?(?:没有?|未)回(?:复|执)?(?:通知)?(?:的)?(?:单位)?$`,
        ),
        make: (slots) => ({ name: 'chase-notice', no: noOf(slots) }),
        denies: true,
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '再通知没回的',
    preview: previewChaseNotice,
    obey: chaseNotice,
  },
  'withdraw-notice': {
    frames: [
      {
        says: new RegExp(
          `^(?:把|将)?(?:${number}通知|(?:刚才的?|上一条|上一个)?通知)(?:撤回|撤销|撤掉|收回|取消|作废|删掉|删除)(?:了)?$|^(?:撤回|撤销|撤掉|收回|取消|作废|删掉|删除)(?:${number.replace('<no>', '<no2>')}通知|(?:刚才的?|上一条|上一个)?通知)$`,
        ),
        make: ({ no = '', no2 = '' }) => ({ name: 'withdraw-notice', no: noOf({ no: no || no2 }) }),
      },
    ],
    // It is only told how it is done.
    kind: 'ask',
    right: 'organiser',
    help: null,
    obey: tellWithdrawing,
  },
};
