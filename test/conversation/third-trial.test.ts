/** What a third round of users found: doubt is never zeroed or submitted over, and another's word is no figure. */
import { describe, expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';
import { openThreeReturns } from '../support/three-returns.ts';

const says = async (...messages: readonly string[]) => {
  const talk = await openPublished();
  let said = '';
  for (const message of messages) said = await talk.alone('jingan-liaison', message);
  return { talk, said, table: await talk.alone('jingan-liaison', '看表') };
};

describe('a question about one row', () => {
  it.each([
    ['公益广告大概8条', '不对，案件16件', '其余为0，提交'],
    ['公益广告大概8条', '错了，案件6件', '剩下的没有，提交'],
    ['公益广告大概8条', '先不管', '其余为0，提交'],
    ['公益广告大概8条', '都不是', '其他没有，提交'],
    ['公益广告300000条', '不对', '其余为0，提交'],
  ])('stays open, or its row waits: %s / %s / %s', async (...messages) => {
    const { said, table } = await says(...messages);
    expect(said).toContain('第2项 播放公益广告还没有报准，没有记0。');
    expect(said).toContain('还不能提交。');
    expect(table).toContain('2 播放公益广告 未填');
  });

  it('is answered by a figure for that row', async () => {
    const { said } = await says('公益广告大概8条', '不对，公益广告是7条', '其余为0，提交');
    expect(said).toContain('已提交');
  });

  it('holds each of the few rows it may be about', async () => {
    const { table } = await says('8条', '先不管', '其余为0');
    expect(table).toMatch(/2 播放公益广告 未填\n3 抖音小视频参与数 未填\n4 印发各类宣传资料 0册/);
  });
});

describe('a figure without a row', () => {
  it('is asked again behind other figures, until it is said where it belongs', async () => {
    const { talk, said } = await says('公益广告2条', '30', '抖音12条，案件1件');
    expect(said).toContain('“30”没有说明是哪一项');
    expect(await talk.alone('jingan-liaison', '其余为0，提交')).toContain('还不能提交。');
    expect(await talk.alone('jingan-liaison', '宣传资料')).toContain('已记：第4项 印发各类宣传资料 30册');
    expect(await talk.alone('jingan-liaison', '其余为0，提交')).toContain('已提交');
  });

  it('is narrowed by what is said of one of its rows', async () => {
    const { talk, said } = await says('8条', '公益广告9条');
    expect(said).toContain('“8条”是指“抖音小视频参与数 8条”吗？');
    expect(await talk.alone('jingan-liaison', '抖音呢')).not.toContain('已记');
    expect(await talk.alone('jingan-liaison', '是')).toContain('已记：第3项 抖音小视频参与数 8条');
  });

  it('is not put by 抖音呢', async () => {
    const { table } = await says('8条', '抖音呢');
    expect(table).not.toContain('8条');
  });
});

it.each([
  '其余不是0',
  '其他的不是没有',
  '其余不全是0，我再查',
  '剩下的不是没有，是还没统计',
  '其余的不一定为0',
  '公益广告3条，其余不是0',
])('zeroes nothing at %s', async (words) => {
  const { said, table } = await says(words);
  expect(said).toMatch(/好的，“.*”没有记。/);
  expect(table).not.toMatch(/ 0[次条册篇件]/);
});

describe('doubt about a figure that stands', () => {
  it.each([
    '公益广告这个数不准，我再核',
    '3条这个有问题',
    '公益广告还要核实',
    '第2项存疑',
    '好像不是3条',
    '不是3条',
    '公益广告可能报多了',
    '公益广告不是3条',
    '这个数有问题，先别交',
  ])('holds the table: %s', async (words) => {
    const { talk, said } = await says('公益广告3条，其余为0', words, '提交');
    expect(said).toContain('还不能提交。');
    expect(await talk.alone('jingan-liaison', '公益广告5条')).toContain('已记：第2项 播放公益广告 5条');
  });

  it.each(['没播公益广告吧', '公益广告没播吧'])('is no zero: %s', async (words) => {
    const { said, table } = await says('公益广告4条', words);
    expect(said).toContain('第2项 播放公益广告要改成多少？');
    expect(table).toContain('2 播放公益广告 4条');
  });

  it('asks what it should be where a figure that stands is forbidden', async () => {
    const { said } = await says('案件20件', '案件不要记20件');
    expect(said).toContain('第9项 查处侵害消费者权益案件要改成多少？');
  });

  it.each([
    '专题报道7次，对不对我再核一下',
    '专题报道9次，数不一定对，我再核一下',
    '专题报道12次，还要跟宣传科核对一下',
    '专题报道6次，还要跟科里核对',
  ])('records no figure that is still to be checked: %s', async (words) => {
    const { said, table } = await says(words, '其余为0');
    expect(said).toContain('第8项 专题报道还没有报准，没有记0。');
    expect(table).toContain('8 专题报道 未填');
  });

  it('leaves alone what is put right in the same breath', async () => {
    const { table } = await says('公益广告3条', '公益广告不是3条，是5条');
    expect(table).toContain('2 播放公益广告 5条');
  });
});

it.each([
  ['案件要是有20件就好了', '不像是已经办了的数'],
  ['专版要是能有3篇就好了', '不像是已经办了的数'],
  ['本来想报专版4篇，后来没登', '不像是已经办了的数'],
  ['如果没有新的，抖音就按4条', '不像是已经办了的数'],
  ['案件是的话2件', '不像是已经办了的数'],
  ['照去年的报，公益广告9条', '不是今年的数'],
  ['转发：各所注意，公益广告5条、资料2000份请于今天报', '像是转来的话'],
  ['转发区办：各科室请报公益广告5条', '像是转来的话'],
  ['【微信转发】张三：公益广告88条 抖音9条', '像是转来的话'],
  ['小李说：公益广告12条，抖音30条', '像是转来的话'],
  ['以下是黄浦发给我的：公益广告7条', '像是转来的话'],
])('takes no wish, condition or other’s word for a figure: %s', async (words, why) => {
  const { said, table } = await says(words);
  expect(said).toMatch(new RegExp(`^“[^”]+”${why}，没有记。[^\n]*$`));
  expect(table).not.toMatch(/\d[条次件册篇]$/m);
});

describe('beside a figure', () => {
  it.each([
    ['公益广告3条，专版是不是指市级以上媒体？是的话2篇', '已把“专版是不是指市级以上媒体？”转给组织者'],
    ['案件5件（未结案，算不算？），公益广告3条', '算不算'],
    ['收到，公益广告3条，案件那项算到立案还是结案？', '已把“案件那项算到立案还是结案？”转给组织者'],
    ['收到 公益广告3条 请问图片要几张', '已把“图片要几张”转给组织者'],
  ])('a question is passed on: %s', async (words, passed) => {
    const { said, table } = await says(words);
    expect(said).toContain(passed);
    expect(table).toContain('2 播放公益广告 3条');
    expect(table).toContain('6 主流媒体专版 未填');
  });
});

it('takes 减1次 for no 再加一次', async () => {
  const { said } = await says('咨询4次', '咨询再加2次', '咨询再加2次', '减1次');
  expect(said).toContain('第5项 开展咨询、科普 5次（原6次）');
});

it('takes back no figure where it is the submitting that should be', async () => {
  const { said, table } = await says('公益广告3条', '撤销提交');
  expect(said).toBe('统计表还没有提交，直接改就行。');
  expect(table).toContain('2 播放公益广告 3条');
});

it.each([
  ['总结.docx', '图片'],
  ['图片和总结.zip', ''],
])('asks what a file is whose name and words differ, or whose name says two things: %s %s', async (name, words) => {
  const talk = await openPublished();
  const said = await talk.send('jingan-liaison', { name, kind: 'file' }, words);
  expect(said).toContain('这是哪一项材料？');
});

describe('with several tables', () => {
  it('其余为0 is of the table that is talked about, also while all of it is in doubt', async () => {
    const talk = await openThreeReturns();
    for (const words of ['工地12个', '4万']) await talk.alone('nanhu-liaison', words);
    expect(await talk.alone('nanhu-liaison', '其余为0')).toMatch(/^《汛期建设工程排查整治统计表》.*没有记0。/);
    expect(await talk.alone('nanhu-liaison', '提交')).toContain('还不能提交。');
  });

  it('goes on leading through one where a figure of another came in between', async () => {
    const talk = await openThreeReturns();
    for (const words of ['填报 排查整治统计表', '12', '24']) await talk.alone('nanhu-liaison', words);
    expect(await talk.alone('nanhu-liaison', '演练2次')).toMatch(
      /开展应急演练 2次[\s\S]*第3项 完成整改（处）：请回数字/,
    );
    expect(await talk.alone('nanhu-liaison', '20')).toContain('第3项 完成整改 20处');
  });

  it.each([
    ['宣传培训统计表第2项50', '培训从业人员 50人次'],
    ['《宣传培训统计表》第1项改成2', '举办宣传活动 2场'],
    ['宣传表第3项200', '发放宣传资料 200份'],
    ['培训表第2项40', '培训从业人员 40人次'],
    ['排查表第3项20', '完成整改 20处'],
  ])('hears a table by a part of its title: %s', async (words, recorded) => {
    const talk = await openThreeReturns();
    await talk.alone('nanhu-liaison', '工地12个');
    expect(await talk.alone('nanhu-liaison', words)).toContain(recorded);
  });
});

it('shows what waits, and asks nobody to submit over it', async () => {
  const { talk, said } = await says('公益广告3条，其余为0', '抖音这个数不准', '进度');
  expect(said).toContain('第3项 抖音小视频参与数还没有统计好，统计好后请报准确数（条）。');
  expect(said).not.toContain('核对无误');
  const next = await talk.alone('jingan-liaison', '公益广告4条');
  expect(next).toContain('第3项 抖音小视频参与数还没有统计好');
  expect(next).not.toContain('核对无误');
});

it('takes an unlabelled correction for the row in question', async () => {
  const { said } = await says('公益广告3条，抖音12条，其余为0，确认提交', '公益广告大概30条', '其实是31');
  expect(said).toContain('已记：第2项 播放公益广告 31条（原3条）');
});

it('calls no firm figure rough for the rough one behind it', async () => {
  const { said, table } = await says('公益广告播了8条 抖音大概三四十条 案件6件');
  expect(said).toContain('“抖音大概三四十条”是约数');
  expect(table).toMatch(/2 播放公益广告 8条\n3 抖音小视频参与数 未填[\s\S]*案件 6件/);
});

it('does not ask for what the same message does', async () => {
  const { said } = await says('公益广告3条，其余为0，确认提交', '抖音23条，确认提交');
  expect(said).toContain('已提交');
  expect(said).not.toContain('改完请再回');
});

it('corrects the table that is being filled, never another that is in', async () => {
  const talk = await openThreeReturns();
  for (const words of ['工地6个，其余为0', '提交', '宣传3场，培训14人次，资料5000份，演练14次'])
    await talk.alone('nanhu-liaison', words);
  expect(await talk.alone('nanhu-liaison', '不是14是7')).toMatch(
    /“7”是哪一项？\n1. 培训从业人员 7人次\n2. 开展应急演练 7次/,
  );
  expect(await talk.alone('nanhu-liaison', '2')).toContain('《防汛宣传培训统计表》');
});
