import { isRate } from '../../domain/form.ts';
import type { IndexedRow } from './label-index.ts';

/**
 * The most that one office plausibly counts in one campaign, by the kind of thing: a figure above is asked about once and
 * taken if it is confirmed. Generous: a tenth of each is already rare in the statistics of a whole district, so that a
 * real figure is hardly ever asked about, while a zero too many, or 元 in a row of 万元, meets the eye. The first kind that
 * fits the label and the measure counts; what fits none (trees, tons, acres) has only the limits of `isAbsurd`.
 */
const CEILINGS: readonly (readonly [kind: string, label: RegExp, measure: RegExp, most: number])[] = [
  ['money in 元', /./, /^元$/, 100_000_000],
  ['money', /./, /^万元$/, 10_000],
  ['money in 亿元', /./, /^亿元$/, 10],
  [
    'press conferences, meetings',
    /发布会|新闻发布|会议|座谈|通报会|交流会|培训|调度会|约谈会|推进会/,
    /^(?:场次|场|次|期|个|届)$/,
    1_000,
  ],
  ['broadcasts', /播放|播出|广告|广播|宣传片|滚动/, /^(?:条|次|条次|部|则|个)$/, 100_000],
  ['videos, posts', /视频|直播|新媒体|微信|公众号|推文|微博|图文|提示|警示/, /^(?:条|次|部|则|个|篇|期|集)$/, 20_000],
  ['articles, reports', /报道|专版|专栏|文章|稿|刊发|媒体|报刊|专题|节目/, /^(?:篇|条|次|期|份|版|个|则)$/, 10_000],
  ['copies', /./, /^(?:册|份|张|本|页|套|封)$/, 2_000_000],
  ['cases', /案件|案|立案|查处|处罚|移送/, /^(?:件|起|宗|例|个)$/, 10_000],
  [
    'enquiries, complaints',
    /咨询|投诉|举报|诉求|纠纷|来电|来访|接待|工单/,
    /^(?:件|起|次|人次|个|条|例|批次)$/,
    200_000,
  ],
  ['people', /./, /^(?:人次|人|名|位)$/, 5_000_000],
  ['firms, households', /./, /^(?:户次|户|家次|家)$/, 300_000],
  ['events', /./, /^(?:场次|场|届|班|课时|堂|节)$/, 3_000],
  ['occasions', /./, /^(?:次|期|回|批次)$/, 20_000],
  ['pieces', /./, /^(?:件|条|起|个|部|例|则|项|处|篇)$/, 100_000],
];

/** A share of the whole, and how far one goes that may exceed it. */
const WHOLE = 100;
const BEYOND = 1_000;
const mayExceed = /完成|增长|增幅|达成|同比|环比|执行/;

/** The most that this row plausibly holds; infinite where nothing is known of its kind. */
export function ceilingOf({ row, measures }: IndexedRow): number {
  const measure = measures[0]?.name ?? '';
  const fits = CEILINGS.find(([, label, of]) => label.test(row.label) && of.test(measure));
  if (!isRate(row)) return fits?.[3] ?? Number.POSITIVE_INFINITY;
  return mayExceed.test(row.label) ? BEYOND : WHOLE;
}
