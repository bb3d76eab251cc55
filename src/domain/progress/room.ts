/** 进度与汇总: what leaders ask. */
import { namesNobody } from '../function-words.ts';
import { noSection, type Orders, type Room } from '../room.ts';
import { correctionsOf } from './corrections.ts';
import { tellHistory } from './history.ts';
import { lendProgress, type ProgressOrder, type ProgressShape, progressFolds } from './state.ts';
import {
  meantByName,
  tellExport,
  tellFindings,
  tellNotReported,
  tellProgress,
  tellRowTotal,
  tellUnit,
} from './tell.ts';

const whom = '(?:谁|哪(?:些|几个?|个)?(?:家|区|区局|单位|局)?)';
const who = `(?:还有?)?(?:${whom}|(?:多少|几)(?:家|个单位))(?:还)?(?:没有?|未)`;
const handIn = '(?:报|交|填|填报|报送|提交|上报|报齐|发|上传)(?:上来)?';
const paper = '(?:统计表|报表|表|材料|数据|数)';

/** 可以提交了吗 names no unit: it is about one's own. */
function unitPage(words: string): Extract<ProgressOrder, { readonly name: 'unit-page' }> | null {
  if (namesNobody(words)) return { name: 'unit-page', words: '' };
  return /^(?:我|咱|本(?:局|单位)$)/.test(words) ? null : { name: 'unit-page', words };
}

const orders: Orders<ProgressShape> = {
  progress: {
    frames: [
      {
        says: /^(?:进度|情况|总体|整体|全市|全区|总的)?(?:汇总|总体情况|整体情况|总体进度|整体进度|进展)(?:一?下)?(?:的)?(?:进度|进展|情况|结果)?(?:怎么样|如何)?(?:了)?$|^(?:目前|现在|当前|全市|全部|各单位)(?:的)?(?:进度|情况|进展)(?:怎么样|如何)?$|^(?:现在|目前|当前|到现在)?(?:是)?(?:什么|啥)(?:情况|进度|进展)(?:了)?$|^(?:现在|目前)怎么样(?:了)?$|^(?:现在|目前|到现在)?(?:一共|总共)?(?:报|交)(?:上来)?(?:了)?(?:多少|几)(?:家|个单位)(?:了)?$|^(?:现在|目前)?(?:有)?(?:多少|几)(?:家|个单位)(?:已经?)?(?:报|交)(?:上来)?(?:了)?$|^(?:现在|目前|大家)?(?:报|交|填)得怎么样(?:了)?$|^(?:总体|全市|目前|现在)?(?:的)?(?:完成率|报送率|上报率|按时率|完成情况)(?:是)?(?:多少|怎么样|如何)?(?:了)?$|^(?:全市)?(?:合计|总计|总数|汇总数据?|全部数据)(?:是多少|多少)?$/,
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
          `^${paper}?(?:我看看)?${who}(?:报|交|填|填报|报送|提交|上报|报齐|完成)(?:上来)?(?:的)?${paper}?$|^还(?:剩|差|缺)${whom}$|^(?:没|未)(?:报|交|填)的(?:有|是)?${whom}?$|^(?:未|没|欠)(?:报|交|填|填报|提交|报送|完成)(?:的)?(?:单位|名单)?(?:有哪些|是哪些)?$`,
        ),
        make: () => ({ name: 'not-reported' }),
      },
      {
        says: new RegExp(`^${who}${handIn}(?:的)?(?<words>\\S{2,20})$`),
        make: ({ words = '' }) => ({ name: 'not-reported', words }),
        loose: true,
      },
      {
        says: new RegExp(
          `^(?<words>\\S{2,20}?)(?:的)?(?:还有?)?(?:${whom}|几家)(?:还)?(?:没有?|未)${handIn}(?:的)?$|^(?<other>\\S{2,20}?)(?:一共|已经?)?(?:报|交)(?:上来)?(?:了)?(?:几|多少)家(?:了)?$|^(?:几|多少)家(?:已经?)?(?:报|交)(?:上来)?了(?<third>\\S{2,20})$`,
        ),
        make: ({ words = '', other = '', third = '' }) => ({ name: 'not-reported', words: words || other || third }),
        loose: true,
      },
    ],
    kind: 'ask',
    right: 'reader',
    help: '未报单位',
    obey: (situation, _speaker, { words }) => tellNotReported(situation, words),
  },
  export: {
    frames: [
      {
        says: /^(?:把|将)?(?:统计|汇总|总|全部)?(?:表格?|数据)(?:都)?(?:发|传|导|给)(?:出来)?(?:给|一份给)?我(?:一[份下])?(?:看看)?$|^(?:发|传|给)我(?:一[份个张])?(?:统计|汇总|总)?(?:表格?|excel)$|^(?:能(?:不能|否)?|可以|怎么|如何)?(?:导出|下载|打印)(?:一[份下个])?(?:统计|汇总)?(?:成)?(?:表格?|数据|excel|word|文件|电子版|汇总)*(?:吗)?$/i,
        make: () => ({ name: 'export' }),
      },
    ],
    kind: 'ask',
    right: 'anyone',
    help: null,
    obey: tellExport,
  },
  'unit-page': {
    frames: [
      {
        says: /^(?<words>\S{2,20}?)(?:的)?(?:(?:报|交)了(?:什么|多少|哪些)|(?:报|交|提交)了(?:没有?|吗)|报齐了?(?:没有?|吗)|报送情况|明细)$/,
        make: ({ words = '' }) => unitPage(words),
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
        says: /^(?:现在|目前)?(?:全市|一共|总共|共|合计)+(?:有|报了|发了|做了|播了)?多少(?:[条次份册场篇件家个户起期项](?![\u4e00-\u9fff]?$))?(?<words>\S[^，,。；;]+)$/,
        make: ({ words = '' }) => ({ name: 'row-total', words }),
        loose: true,
      },
      {
        says: new RegExp(
          `^${whom}(?<before>\\S{2,12}?)?(?:的)?(?:报|填|交|做|播|发)?(?:得|的)?(?:数)?最(?:多|少|高|低)(?:的)?$|^(?<words>\\S{2,20}?)(?:的)?(?:排名|排行|${whom}(?:的)?(?:报|填|交|做|播|发)?(?:得|的)?(?:数)?最(?:多|少|高|低)(?:的)?)$`,
        ),
        make: ({ words = '', before = '' }) => ({
          name: 'row-total',
          words: words || before.replace(/[报填交得的]+$/, ''),
        }),
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
  initial: () => ({ toldAtMs: new Map(), toldRows: new Map() }),
  lend: lendProgress,
  section: noSection,
  renew: {},
  reacts: correctionsOf,
  guesses: meantByName,
};
