/** How people fill, hand in, confirm and look up their returns, and how an organiser closes one. */
import { may } from '../access.ts';
import { returnIn } from '../naming.ts';
import type { Orders } from '../room.ts';
import type { Situation, Speaker } from '../situation.ts';
import { choose } from './choose.ts';
import { closeReturn, openForSome, openReturn, previewClose } from './close.ts';
import { confirmSubmission, reopenSubmission } from './confirm.ts';
import { pauseFilling, previousRow, showTable, skipRow, startFilling, tellOwnProgress } from './converse.ts';
import { nextMissing, returnsOf } from './desk.ts';
import { askFiles, awaitMaterials, handIn, leaveAside, takeBackMaterials } from './materials.ts';
import { report } from './report.ts';
import type { SubmissionShape } from './shape.ts';
import { atTable, isReady, oneReturn } from './which.ts';

export const submissionOrders: Orders<SubmissionShape> = {
  fill: {
    frames: [
      {
        says: /^继续$|^(?:开始|继续|我要|现在)?(?:填报|填表|填写|报数|上报数据|填数)(?:表格|统计表)?$/,
        make: () => ({ name: 'fill', words: '' }),
      },
      {
        says: /^(?:填报|填写|填)\s*(?<words>《?\S{2,}(?:表|》))$/,
        make: ({ words = '' }) => ({ name: 'fill', words }),
      },
      {
        // A table by its place in some list, which every person has another of: no figure, and asked about by name.
        says: /^(?:我要|开始|继续|接着|先)?(?:填报|填写|改填|填|换成?)?(?<words>第[一二三四五六七八九十\d]+张(?:统计)?表?)$|^(?:我要|开始|继续|接着|先)?(?:填报|填写|改填|填|换成?)(?<other>[下另]一张(?:统计)?表?)$/,
        make: ({ words = '', other = '' }) => ({ name: 'fill', words: words || other }),
      },
    ],
    kind: 'ask',
    right: 'reporter',
    help: '填报',
    obey: (situation, speaker, order) =>
      atTable(situation, speaker, order, startFilling, (desk) => nextMissing(desk.form, filledIn(desk), null) !== null),
  },
  previous: {
    frames: [{ says: /^(?:返回|回到)?(?:上|前)一?(?:项|个|条|题|步)$/, make: () => ({ name: 'previous' }) }],
    kind: 'ask',
    right: 'reporter',
    help: null,
    obey: (situation, speaker, order) => atTable(situation, speaker, order, previousRow),
  },
  skip: {
    frames: [
      {
        says: /^(?:先)?(?:跳过|略过)(?:这项|这个|此项|本项)?$|^下一?(?:项|个|条|题)$/,
        make: () => ({ name: 'skip' }),
      },
    ],
    kind: 'ask',
    right: 'reporter',
    help: null,
    obey: (situation, speaker, order) => atTable(situation, speaker, order, skipRow),
  },
  pause: {
    frames: [
      {
        says: /^(?:先)?(?:暂停|停一?下?|退出)(?:填报)?$|^(?:先)?不填了$|^(?:等会儿?|稍后|待会儿?)再填$/,
        make: () => ({ name: 'pause' }),
      },
    ],
    // Said as a negation or for later, and meant now.
    kind: 'ask',
    right: 'reporter',
    help: null,
    obey: (situation, speaker, order) => atTable(situation, speaker, order, pauseFilling),
  },
  'own-progress': {
    frames: [
      {
        says: /^(?:我(?:们)?(?:单位|局)?的?|本单位的?|填报)?进度(?:怎么样|如何)?(?:了)?$|^(?:我(?:们)?(?:单位|局)?)?还(?:差|缺)(?:什么|啥|哪些|哪几项|多少)(?:没报|没填)?$|^(?:我(?:们)?(?:单位|局)?)?还有(?:什么|啥|哪些)没(?:报|填)$|^(?:现在)?填到哪(?:了|里了|儿了)?$|^我(?:们)?(?:单位|局)?报了(?:多少|什么|哪些)$|^还有什么问题$|^(?:我|我们|咱们|本)(?:单位|局)?(?:的)?(?:统计表|表|数|总结|图片)?(?:都)?(?:报|交|提交|填|报送)(?:上|好|完|齐)?(?:了)?(?:吗|没有?)$/,
        make: () => ({ name: 'own-progress' }),
      },
      {
        // Whether anything has to be handed in: it is told what.
        says: /^(?:那|那么)?(?:我(?:们)?|咱们?|本)?(?:单位|局|这边|这里)?(?:是不是|是否|还|就|都|今年|这次)*(?:要不要|用不用|需不需要|不?(?:需要|用|要|必)|得)(?:再)?(?:上报|报送|填报|报|交|填)(?:了|数|表)?(?:是?吗|么|吧|呢|不)$|^(?:那|那么)?(?:我(?:们)?|咱们?|本)?(?:单位|局|这边|这里)?(?:还|今年|这次)?(?:要不要|用不用|需不需要|是不是要|是否要|是否需要)(?:再)?(?:上报|报送|报|交|填)(?:数|表)?$/,
        make: () => ({ name: 'own-progress' }),
      },
    ],
    kind: 'ask',
    right: 'anyone',
    help: '进度',
    obey: ownProgress,
  },
  'show-table': {
    frames: [
      {
        says: /^(?:查?看|显示|核对)(?:一下)?(?:全)?(?:表|统计表|草稿)(?:全文|全部)?$|^(?:查?看(?:一?下|看)?)?(?:我(?:们)?|本)(?:单位|局)?的?(?:统计表|表|草稿)$/,
        make: () => ({ name: 'show-table', words: '' }),
      },
    ],
    kind: 'ask',
    right: 'reporter',
    help: '看表',
    obey: (situation, speaker, order) => atTable(situation, speaker, order, showTable),
  },
  confirm: {
    frames: [
      {
        says: /^(?:那?就?(?:[确肯]定提交|确认(?:无误)?[,，]?(?:并)?(?:提交|上报|报送)|提交|无误[,，]?提交|确认无误|没(?:问题|错)[,，]?提交|(?:可以|现在)提交(?:了)?|先(?:确认)?提交|提交统计表)(?:吧|了吧)?)$/,
        make: () => ({ name: 'confirm', words: '' }),
      },
      {
        says: /^(?:确认)?(?:提交|上报)\s*(?<words>《?\S{3,}(?:表|》))$/,
        make: ({ words = '' }) => ({ name: 'confirm', words }),
      },
    ],
    kind: 'act',
    right: 'reporter',
    help: '确认提交',
    obey: (situation, speaker, order) => atTable(situation, speaker, order, confirmSubmission, isReady),
  },
  reopen: {
    frames: [
      {
        says: /^(?:我要|申请)?(?:修改|更正|重新填报|重新打开|退回修改|撤回提交|撤销提交|收回提交|取消提交)(?:统计表|表格|填报)?$/,
        make: () => ({ name: 'reopen', words: '' }),
      },
      {
        says: /^(?:我要|申请)?(?:修改|更正|重新填报)\s*(?<words>《?\S{3,}(?:表|》))$/,
        make: ({ words = '' }) => ({ name: 'reopen', words }),
      },
    ],
    kind: 'act',
    right: 'reporter',
    help: '修改',
    obey: (situation, speaker, order) => atTable(situation, speaker, order, reopenSubmission),
  },
  'close-return': {
    frames: [
      {
        says: /^(?:截止|停止|关闭|结束)填报(?<words>[\s：:]*《?\S{2,}(?:表|总结|材料|》))?$/,
        make: ({ words = '' }) => ({ name: 'close-return', words }),
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '截止填报',
    preview(situation, _speaker, { words }) {
      const all = [...situation.state.submission.returns.values()];
      const returned = all.length === 1 ? all[0] : returnIn(all, words);
      return returned ? previewClose(situation, returned) : null;
    },
    obey: (situation, speaker, order) =>
      oneReturn(situation, speaker, order, (returned) => closeReturn(situation, speaker, returned)),
  },
  'open-return': {
    frames: [
      {
        says: /^(?:重新)?(?:开放|打开|恢复)填报(?<words>[\s：:]*《?\S{2,}(?:表|总结|材料|》))?$/,
        make: ({ words = '' }) => ({ name: 'open-return', words }),
      },
      {
        // For one unit: whether it is one is seen where it is obeyed.
        says: /^(?:重新)?(?:(?:给|为|对)(?<whom>[^\s，,。；;]{2,20}?)(?:单独)?(?:开放|打开|恢复)填报|(?:开放|打开|恢复)填报[\s：:]+(?<words>[^，,。；;]{2,20}))$/,
        make: ({ whom = '', words = '' }) => ({ name: 'open-return', words: whom || words }),
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '开放填报',
    obey: (situation, speaker, order) =>
      openForSome(situation, order.words) ??
      oneReturn(situation, speaker, order, (returned) => openReturn(situation, speaker, returned)),
  },
  // The rest is read out of replies, not given as an order.
  report: {
    frames: [],
    kind: 'report',
    // A question is anybody's to ask; figures are refused to all but reporters.
    right: 'anyone',
    help: null,
    obey: report,
  },
  'hand-in': {
    frames: [],
    kind: 'report',
    right: 'reporter',
    help: '{material}已报送OA',
    obey: (situation, speaker, { said }) => handIn(situation, speaker, said),
  },
  'take-back-materials': {
    frames: [],
    kind: 'report',
    right: 'reporter',
    help: null,
    obey: takeBackMaterials,
  },
  'await-materials': { frames: [], kind: 'report', right: 'reporter', help: null, obey: awaitMaterials },
  'ask-files': { frames: [], kind: 'report', right: 'reporter', help: null, obey: askFiles },
  'leave-aside': { frames: [], kind: 'report', right: 'reporter', help: null, obey: leaveAside },
  choose: {
    frames: [],
    kind: 'report',
    right: 'anyone',
    help: null,
    obey: choose,
  },
};

function filledIn({ submission }: { submission: { cells: ReadonlyMap<number, unknown> } }): Set<number> {
  return new Set(submission.cells.keys());
}

/** A leader who owes nothing means the campaign's. */
function ownProgress(situation: Situation, speaker: Speaker) {
  const owes = returnsOf(situation.state.submission, speaker.person).length > 0;
  return owes || !may(speaker.person, 'reader')
    ? tellOwnProgress(situation, speaker)
    : situation.house.progress(situation, speaker);
}
