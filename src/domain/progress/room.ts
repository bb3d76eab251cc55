/** 进度与汇总: what leaders ask. */
import { noSection, type Orders, type Room } from '../room.ts';
import { correctionsOf } from './corrections.ts';
import { tellHistory } from './history.ts';
import { lendProgress, type ProgressShape, progressFolds } from './state.ts';
import { tellFindings, tellNotReported, tellProgress, tellRowTotal, tellUnit } from './tell.ts';

const who = '(?:还有)?(?:谁|哪些单位|哪几家|哪家)(?:还)?(?:没有?|未)';

const orders: Orders<ProgressShape> = {
  progress: {
    frames: [
      {
        says: /^(?:进度|情况|总体|整体|全市|全区|总的)?(?:汇总|总体情况|整体情况|总体进度|整体进度|进展)(?:一?下)?(?:的)?(?:进度|进展|情况|结果)?(?:怎么样|如何)?(?:了)?$|^(?:目前|现在|当前|全市|全部|各单位)(?:的)?(?:进度|情况|进展)(?:怎么样|如何)?$|^(?:现在|目前)?(?:一共|总共)?(?:报|交)了(?:多少|几)(?:家|个单位)(?:了)?$|^(?:现在|目前|总的?)?(?:完成率|报送率|及时率|按时率)(?:是)?(?:多少|怎么样|如何)?$|^(?:总)?(?:合计|总数|总计)(?:是)?(?:多少)?$/,
        make: () => ({ name: 'progress' }),
      },
    ],
    kind: 'ask',
    right: 'reader',
    help: '汇总进度',
    obey: tellProgress,
  },
  'not-reported': {
    frames: [
      {
        says: new RegExp(
          `^${who}(?:报|交|填|填报|报送|提交|上报|报齐|完成)(?:的)?$|^(?:还有)?哪些(?:还)?(?:没有?|未)(?:报|交|填|报送|提交|上报|报齐)(?:的)?$|^(?:未|没|欠)(?:报|交|填|填报|提交|报送|完成)(?:的)?(?:单位|名单)?(?:有哪些|是哪些)?$`,
        ),
        make: () => ({ name: 'not-reported' }),
      },
    ],
    kind: 'ask',
    right: 'reader',
    help: '未报单位',
    obey: tellNotReported,
  },
  'unit-page': {
    frames: [
      {
        says: /^(?<words>\S{2,20}?)(?:的)?(?:报了(?:什么|多少|哪些)|报了没有?|报了吗|报送情况|明细)$/,
        make: ({ words = '' }) => (/^我|^本(?:局|单位)$/.test(words) ? null : { name: 'unit-page', words }),
        loose: true,
      },
      {
        says: /^(?:查?看一?看?|看下|看一下|查一?下?)\s*(?<words>[\u4e00-\u9fff]{2,20}?)(?:的)?(?:统计表|报表|表|情况|数据)$/,
        make: ({ words = '' }) => (/^我|^本(?:局|单位)$/.test(words) ? null : { name: 'unit-page', words }),
        loose: true,
      },
    ],
    kind: 'ask',
    right: 'anyone',
    help: '{unit}明细',
    helpFor: 'reader',
    obey: (situation, speaker, { words }) => tellUnit(situation, speaker, words),
  },
  'row-total': {
    frames: [
      {
        says: /^汇总(?:一?下)?\s*(?<words>[^\s，,。；;][^，,。；;]*)$/,
        make: ({ words = '' }) => ({ name: 'row-total', words }),
        loose: true,
      },
      {
        says: /^(?:一共|总共|共)(?:有|报了|是)?(?:多少|几)[条次份册篇件场期个户家人]?(?<words>[\u4e00-\u9fff]{2,12})$/,
        make: ({ words = '' }) => ({ name: 'row-total', words }),
        loose: true,
      },
      {
        says: /^(?<words>\S.*?)的?(?:汇总|合计|总数|总计|总量|(?:一共|总共|共)(?:有)?多少[\u4e00-\u9fff]{0,2})$/,
        make: ({ words = '' }) => ({ name: 'row-total', words }),
        loose: true,
      },
    ],
    kind: 'ask',
    right: 'reader',
    help: '{row}汇总',
    obey: (situation, speaker, { words }) => tellRowTotal(situation, speaker, words),
  },
  history: {
    frames: [
      {
        says: /^谁(?:改|报|填)(?:过|的|了)?[:：\s]*(?<words>\S.*)?$/,
        make: ({ words = '' }) => ({ name: 'history', words }),
        loose: true,
      },
      {
        says: /^(?<words>\S.*?)(?:是)?谁(?:改|报|填)(?:过|的|了)$/,
        make: ({ words = '' }) => ({ name: 'history', words }),
        loose: true,
      },
      {
        says: /^(?<words>\S.*?)的?(?:修改|填报)?(?:记录|历史|来源)$/,
        make: ({ words = '' }) => ({ name: 'history', words }),
        loose: true,
      },
    ],
    kind: 'ask',
    right: 'anyone',
    help: '谁改过 {unit}第1项',
    helpFor: 'reader',
    obey: (situation, speaker, { words }) => tellHistory(situation, speaker, words),
  },
  findings: {
    frames: [{ says: /^审读(?:意见|结果)?$|^(?:通知|方案)(?:有什么|有没有)问题$/, make: () => ({ name: 'findings' }) }],
    kind: 'ask',
    right: 'organiser',
    help: '审读意见',
    obey: tellFindings,
  },
};

export const progress: Room<'progress'> = {
  orders,
  events: progressFolds,
  initial: () => ({ toldAtMs: new Map() }),
  lend: lendProgress,
  section: noSection,
  renew: {},
  reacts: correctionsOf,
};
