/** What people in a hurry ask, and who may hear it. */
import { describe, expect, it } from 'vitest';
import { openPublished, reportAll } from '../support/conversation.ts';

describe('a leader in a hurry', () => {
  const asked = async (words: string) => {
    const talk = await openPublished();
    await reportAll(talk, 'huangpu-liaison');
    return talk.alone('shanghai-leader', words);
  };

  it.each(['报了几家', '几家报了', '完成率多少', '合计', '现在报得怎么样了', '看一下进度'])(
    '%s: where it stands',
    async (words) => expect(await asked(words)).toContain('已报齐1/27家，完成率3.7%'),
  );

  it.each(['哪些没报', '哪几个区局没交表', '统计表谁没填', '没交的有谁', '还剩哪几家'])('%s: who owes', async (words) =>
    expect(await asked(words)).toMatch(/^未报齐26家：/),
  );

  it.each(['总共多少条广告', '公益广告谁报得最多', '哪个区公益广告最多', '公益广告排名'])('%s: a row', async (words) =>
    expect(await asked(words)).toMatch(/^第2项 播放公益广告合计3条[\s\S]*较多的：黄浦区局3条/),
  );

  it.each(['黄浦', '黄浦区局', '看看黄浦的表', '黄浦呢？', '黄浦怎么样了', '黄浦报了吗'])('%s: a unit', async (words) =>
    expect(await asked(words)).toMatch(/^【黄浦区局】/),
  );

  it.each([
    ['谁报得最多', /^请写明哪一项，例如“组织重要新闻发布排名”/],
    ['看下值守情况', /^当前没有在值的班次/],
    ['黄浦今天谁值班', /^黄浦区局：\n带队值守.*褚安然/],
    ['食品协调处谁值班', /^食品安全协调处本次没有值班安排。$/],
  ])('%s', async (words, said) => expect(await asked(words)).toMatch(said));
});

describe('a liaison', () => {
  it.each([
    ['我们报了吗', /还差统计表、总结、图片/],
    ['我们单位谁值班', /^徐汇区局：\n带队值守.*蒋雨桐/],
    ['我们的表', /^《2023年“3·15”/],
    ['看看黄浦的表', /^没看懂/],
    ['合计', /汇总情况由领导和组织者查看/],
  ])('%s', async (words, said) => {
    const talk = await openPublished();
    expect(await talk.alone('xuhui-liaison', words)).toMatch(said);
  });
});
