import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { evolveDirectory, initialDirectory } from '../../../src/domain/directory/state.ts';
import { viewDirectory } from '../../../src/domain/directory/view.ts';
import { foreignUnit } from '../../../src/domain/submission/foreign-unit.ts';
import { loadDirectory } from '../../../src/files/campaign-files.ts';

const { definition } = loadDirectory(fileURLToPath(new URL('../../../config/directory.yaml', import.meta.url)));
const state = initialDirectory();
evolveDirectory(state, {
  stream: 'directory',
  seq: 1,
  atMs: 0,
  cause: 'file',
  events: [{ type: 'DirectoryLoaded', definition, fileHash: 'x' }],
  replies: [],
  sends: [],
  hash: '',
});
const view = viewDirectory(state);
const labels = ['播放公益广告', '印发各类宣传资料', '开展咨询、科普', '抖音小视频参与数'];
const foreign = (words: string, own = 'huangpu') => foreignUnit(words, own, view, labels)?.shortName ?? null;

describe('figures said in another unit’s name', () => {
  it.each([
    ['徐汇区局公益广告3条', '徐汇区局'],
    ['徐汇区市场监督管理局：公益广告3条', '徐汇区局'],
    ['代静安区局报：抖音12条', '静安区局'],
    ['填报单位：徐汇区市场监管局\t填报日期：3月19日\n1\t组织重要新闻发布\t次\t1', '徐汇区局'],
    ['徐汇 公益广告3条', '徐汇区局'],
    ['替徐汇报一下 公益广告3条', '徐汇区局'],
    ['替徐汇汇报一下，公益广告3条', '徐汇区局'],
    ['帮徐汇代报公益广告3条', '徐汇区局'],
    ['我帮徐汇区局报公益广告3条', '徐汇区局'],
    ['公益广告3条，替徐汇报的', '徐汇区局'],
    ['给徐汇报公益广告3条', '徐汇区局'],
    ['以静安的名义报公益广告3条', '静安区局'],
    ['徐汇那边报了公益广告3条吧', '徐汇区局'],
    ['徐汇说他们公益广告3条', '徐汇区局'],
    ['听徐汇的同志说公益广告3条', '徐汇区局'],
    ['徐汇让我报公益广告3条', '徐汇区局'],
    ['这是徐汇的数：公益广告3条', '徐汇区局'],
    ['公益广告3条，徐汇的数', '徐汇区局'],
    ['公益广告3条是徐汇他们报的', '徐汇区局'],
    ['领导好，徐汇公益广告3条', '徐汇区局'],
    ['徐汇举办咨询2场', '徐汇区局'],
    ['3月20日，徐汇公益广告3条', '徐汇区局'],
    ['徐汇区公益广告3条', '徐汇区局'],
    ['我是徐汇区局的，公益广告3条', '徐汇区局'],
    ['广告处公益广告3条', '广告监督管理处'],
  ])('%s belongs to %s', (words, unit) => expect(foreign(words)).toBe(unit));

  it('is heard from another side too', () => {
    expect(foreign('黄浦那边报了公益广告3条吧', 'minhang')).toBe('黄浦区局');
  });

  it.each([
    '公益广告3条',
    '黄浦区局公益广告3条',
    '填报单位：黄浦区市场监管局\n1\t组织重要新闻发布\t次\t1',
    '静安寺广场咨询2次',
    '静安寺广场公益广告2条',
    '徐汇滨江咨询2次',
    '在徐汇滨江发放资料300份',
    '在徐汇区举办咨询2次',
    '公益广告3条，其中徐汇滨江大屏1条',
    '与徐汇区局联合开展咨询2次',
    '徐汇区局和我局联合开展咨询2次',
    '为静安寺商圈播放公益广告3条',
    '给长宁路商户发放资料300份',
    '静安讲座说明会2次',
    '杨浦区共青森林公园咨询2次',
    '静安无障碍体验馆咨询2次',
    '替黄浦报一下公益广告3条',
    '黄浦那边报了公益广告3条',
    '黄浦公益广告3条，徐汇滨江咨询2次',
    '市局说公益广告报3条',
    '市局公益广告3条',
    '给市局报公益广告3条',
    '上海市市场监督管理局的统计表：公益广告3条',
    '广告处罚3件',
    '新闻处理3件',
    '3',
    '',
  ])('%s is one’s own', (words) => expect(foreign(words)).toBeNull());

  it('is another office’s after figures of one’s own', () => {
    expect(foreign('今年的专题报道2次，闵行区局公益广告3条', 'putuo')).toBe('闵行区局');
    expect(foreign('咨询2次，静安公园1次', 'putuo')).toBeNull();
  });

  it('is one’s own in a place of the own district', () => {
    expect(foreign('徐汇滨江公益广告3条', 'xuhui')).toBeNull();
    expect(foreign('徐汇公益广告3条', 'xuhui')).toBeNull();
  });

  it.each([
    ['names', '徐汇'.repeat(1500)],
    ['spaces in front of a name', `${' '.repeat(2990)}x徐汇`],
    ['lines and names', '\n\n徐汇'.repeat(750)],
  ])('is found in time among %s', (_, words) => {
    const startedMs = performance.now();
    foreign(words);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});

describe('another unit’s name in any dress', () => {
  it.each([
    '【徐汇区局】公益广告55条',
    '［徐汇区局］公益广告55条',
    '「徐汇区局」公益广告55条',
    '《徐汇区局》公益广告55条',
    '“徐汇区局”公益广告55条',
    '(徐汇)公益广告55条',
    '（徐汇）第2项55条',
    '*徐汇区局* 公益广告55条',
    '#徐汇区局# 公益广告55条',
    '——徐汇区局——公益广告55条',
    '👉徐汇区局公益广告55条',
    '★ 徐汇：公益广告55条',
    '1. 【徐汇】公益广告55条',
    '公益广告55条【徐汇区局】',
    '公益广告55条（徐汇区局）',
    '公益广告55条——徐汇区局',
    '帮徐汇填公益广告55条',
    '帮徐汇填一下，公益广告55条',
    '帮忙给徐汇填：公益广告55条',
    '麻烦帮徐汇记公益广告55条',
    '请帮徐汇区局录入公益广告55条',
    '替徐汇补报公益广告55条',
    '单位：徐汇区局\n公益广告55条',
    '单位:徐汇\n公益广告55条',
    '【单位】徐汇区局\n公益广告55条',
    '单位名称：徐汇区局，公益广告55条',
    '报送单位：徐汇区局\n公益广告55条',
    '徐 汇 区 局 公益广告55条',
    '徐　汇　区　局：公益广告55条',
    '填报单位：徐 汇 区 局\n公益广告55条',
    '帮徐 汇 填公益广告55条',
    '徐匯區局公益广告55条',
    '徐匯區局：公益廣告55條',
    '幫徐匯填公益廣告55條',
    '單位：徐匯區局\n公益廣告55條',
    '徐\u00ad汇区局公益广告55条',
    '徐\u200b汇\ufe0f区局：公益广告55条',
    '徐汇区局　公益广告５５条',
    '徐汇区局公益广告五十五条',
    '徐汇区局的公益广告是55条',
    '徐汇区局 播放 公益广告 55 条',
    '各位领导，徐汇区局公益广告55条',
    '徐汇区局王丽：公益广告55条',
    '这里是徐汇区局，公益广告55条',
  ])('%s', (words) => expect(foreign(words)).toBe('徐汇区局'));

  it.each([
    '【黄浦区局】公益广告55条',
    '單位：黃浦區局\n公益廣告55條',
    '黄 浦 区 局 公益广告55条',
    '单位：黄 浦 区 局\n公益广告55条，徐汇区局联合开展',
    '【徐汇滨江】公益广告55条',
    '公益广告55条（徐汇滨江大屏）',
    '公益广告55条（徐汇区局提供素材）',
    '公益广告55条，（徐汇区局联合）',
    '【公益广告】55条',
    '帮助徐汇区商户维权，公益广告55条',
    '为徐汇区居民播放公益广告55条',
    '单位：黄浦区局\n公益广告55条，徐汇区局联合开展',
    '地点：徐汇区\n咨询2次',
  ])('%s is one’s own', (words) => expect(foreign(words)).toBeNull());
});
