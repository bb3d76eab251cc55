/** Measures as data: which count the same kind of thing, and which are a plain factor of another. */
export type Dimension =
  | 'count'
  | 'firm'
  | 'person'
  | 'money'
  | 'mass'
  | 'length'
  | 'area'
  | 'volume'
  | 'time'
  | 'duration'
  | 'container'
  | 'share'
  | 'vehicle';

export interface MeasureEntry {
  readonly name: string;
  readonly dimension: Dimension;
  /** For physical measures and money: how many base units, as `factor × 10^power`. */
  readonly factor: number;
  readonly power: number;
}

const COUNTS =
  '批 场次 场 次 回 期 条 则 篇 件 件次 起 宗 例 个 项 份 册 本 张 套 部 支 段 版 块 幅 面 处 处次 所 批次 只 头 棵 株 组 届 轮 种 类 款 单 笔 票 封 枚 盏 座 栋 条次 课时 班次 期次 篇次 份次 个次 条目 集 季 首 帖 节 课 堂 站 间 所次 道 扇 口 根 片 眼 尾 羽 把 门 排 路 卷宗 班';
const PHYSICAL: readonly (readonly [names: string, dimension: Dimension, factor: number, power: number])[] = [
  ['万元 万块 万块钱', 'money', 1, 4],
  ['千元', 'money', 1, 3],
  ['百元', 'money', 1, 2],
  ['亿元', 'money', 1, 8],
  ['元 块 块钱 元钱 圆 元人民币 rmb', 'money', 1, 0],
  ['角 毛', 'money', 1, -1],
  ['秒', 'duration', 1, 0],
  ['分钟 min', 'duration', 6, 1],
  ['刻钟', 'duration', 9, 2],
  ['小时 个小时 钟头 个钟头 h hr', 'duration', 36, 2],
  ['千克 公斤 kg', 'mass', 1, 0],
  ['克', 'mass', 1, -3],
  ['斤 市斤', 'mass', 5, -1],
  ['吨 t', 'mass', 1, 3],
  ['公里 千米 km', 'length', 1, 3],
  ['米 m', 'length', 1, 0],
  ['里 里地', 'length', 5, 2],
  ['厘米 cm', 'length', 1, -2],
  // in thirds of a 平方米, of which a 亩 has 2000
  ['平方米 平米 平方 平 m2 ㎡', 'area', 3, 0],
  ['公顷', 'area', 3, 4],
  ['平方公里', 'area', 3, 6],
  ['亩', 'area', 2, 3],
  ['立方米 立方 方 m3', 'volume', 1, 0],
  ['升', 'volume', 1, -3],
  ['毫升', 'volume', 1, -6],
  ['% 个百分点 百分点 百分比', 'share', 1, 0],
  ['‰ 千分点 千分比', 'share', 1, -1],
];
const GROUPS: readonly (readonly [names: string, dimension: Dimension])[] = [
  ['人 人次 名 位 名次 人数 个人 口人', 'person'],
  ['户 户次 家 家次 间次', 'firm'],
  ['辆 辆次 台 台次 艘 艘次 架 车次 台套 部车', 'vehicle'],
  ['天 年 个月 月 周 日 号 点 点钟 岁 时 个工作日 工作日 工时 个工时 分 晚 夜', 'time'],
  ['箱 捆 包 袋 车 盒 打 卷 摞 沓 叠 堆 筐 桶 瓶 大箱 大包 小箱 纸箱 麻袋 扎 整箱 蛇皮袋 罐 板 条烟', 'container'],
];

function entries(): MeasureEntry[] {
  const list: MeasureEntry[] = [];
  const put = (names: string, dimension: Dimension, factor = 1, power = 0) => {
    for (const name of names.split(' ')) list.push({ name, dimension, factor, power });
  };
  put(COUNTS, 'count');
  for (const [names, dimension, factor, power] of PHYSICAL) put(names, dimension, factor, power);
  for (const [names, dimension] of GROUPS) put(names, dimension);
  return list;
}

/** Written otherwise: 五十个人次. */
const ALIASES: readonly (readonly [said: string, name: string])[] = [
  ['个人次', '人次'],
  ['个场次', '场次'],
];

const byName = new Map(entries().map((entry) => [entry.name, entry]));

export const MEASURES: ReadonlyMap<string, MeasureEntry> = new Map([
  ...byName,
  ...ALIASES.flatMap(([said, name]): [string, MeasureEntry][] => {
    const entry = byName.get(name);
    return entry ? [[said, entry]] : [];
  }),
]);

/** Measures that are said for one another of the same thing. */
export const INTERCHANGEABLE: readonly (readonly string[])[] = [
  '场次 场 次 回 期 个 项 届 轮 节 课 堂 班 班次 课时 期次 站 座 批次 档 个次 集'.split(' '),
  '条 则 个 部 支 段 篇 期 次 集 首 条次 条目 帖 版 块 件'.split(' '),
  '件 起 宗 例 个 次 单 笔 票 案 件次 条 项 件数'.split(' '),
  '份 册 本 张 套 个 页 封 件 份次'.split(' '),
  '处 个 所 座 间 条 处次 所次 项 栋 口 面 块 片 组 道'.split(' '),
  '篇 条 版 期 个 份 次 则 篇次 幅 块'.split(' '),
  '批次 批 批次数 件 组 个 份 次'.split(' '),
  '面 条 幅 块 个 张'.split(' '),
  '只 头 个 棵 株 羽 尾'.split(' '),
  '套 台 个 件 把 组'.split(' '),
];
