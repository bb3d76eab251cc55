/** What stands beside or behind 确认提交, and what only a space parts, is heard: nothing swallows anything. */
import { describe, expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';
import { openThreeReturns } from '../support/three-returns.ts';

async function tableFull() {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '公益广告3条，其余为0');
  return (words: string) => talk.alone('xuhui-liaison', words);
}

describe('the table is submitted', () => {
  it.each([
    ['确认提交，图片晚点发', '好的，图片等您。', '还差：总结、图片。'],
    ['确认提交，总结和图片明天再发', '好的，总结、图片等您。', '还差：总结、图片。'],
    ['确认提交。图片稍后补上', '好的，图片等您。', '还差：总结、图片。'],
    ['先提交，图片明天补', '好的，图片等您。', '还差：总结、图片。'],
    ['确认提交，图片还没弄好', '好的，图片等您。', '还差：总结、图片。'],
    ['确认提交，总结过几天再发', '好的，总结等您。', '还差：总结、图片。'],
    ['确认提交 图片晚点发', '好的，图片等您。', '还差：总结、图片。'],
    ['确认提交，总结已发', '总结已登记', '还差：图片。'],
    ['确认提交，总结已报送OA', '总结已登记', '还差：图片。'],
    ['确认提交，总结发您邮箱了，图片没有', '图片记为没有', '已全部报齐'],
    ['确认提交 总结已报送OA 图片已报送OA', '图片已登记', '已全部报齐'],
    ['确认提交，公益广告4条', '第2项 播放公益广告 4条', '还差：总结、图片。'],
  ])('at %s', async (words, said, open) => {
    const reply = await (await tableFull())(words);
    expect(reply).toContain('统计表》已提交。');
    expect(reply).toContain(said);
    expect(reply).toContain(open);
    expect(reply).not.toContain('统计好后');
    expect(reply).not.toContain('没看懂');
  });

  it.each(['确认提交，总结已报送OA', '确认提交，总结已发'])('in a campaign of several returns at %s', async (words) => {
    const talk = await openThreeReturns();
    await talk.alone('gas-liaison', '培训20人次，其余为0');
    const reply = await talk.alone('gas-liaison', words);
    expect(reply).toContain('《防汛宣传培训统计表》已提交。');
    expect(reply).toContain('总结已登记');
  });
});

it.each([
  '确认提交，行吗',
  '确认提交，等图片弄好再说',
  '确认提交吗，图片明天发',
  '确认提交，图片明天发行吗',
  '先不提交，图片明天发',
])('nothing is submitted at %s', async (words) => {
  const say = await tableFull();
  expect(await say(words)).not.toContain('已提交');
  expect(await say('进度')).toContain('统计表待回“确认提交”');
});

describe('a space parts a message as a comma does', () => {
  it('hears materials behind the submission', async () => {
    const talk = await openPublished();
    const said = await talk.alone('xuhui-liaison', '公益广告3条 其余0 确认提交 总结已报送OA 图片已报送OA');
    expect(said).toContain('已全部报齐');
  });

  it.each([
    ['公益广告3条 总结已报送OA', ['总结已登记', '第2项 播放公益广告 3条']],
    ['其余0 总结已报送OA', ['总结已登记', '第1、2、3、4、5、6、7、8、9项记为0']],
    ['总结已报送OA 图片没有', ['总结已登记', '图片记为没有']],
    ['总结已报送OA 公益广告6条', ['总结已登记', '第2项 播放公益广告 6条']],
    ['总结 已报送OA', ['总结已登记']],
    ['总结已经报送 OA', ['总结已登记']],
    ['公益广告3条 总结明天交', ['第2项 播放公益广告 3条', '好的，总结等您。']],
    ['公益广告5条 图片要几张？', ['第2项 播放公益广告 5条', '已把“图片要几张？”转给组织者']],
    ['公益广告5条 几号截止？', ['第2项 播放公益广告 5条', '请于3月21日']],
    ['公益广告5条，抖音3条 资料多少算多？', ['第3项 抖音小视频参与数 3条', '“资料多少算多？”转给组织者']],
    ['咨询4场 科普讲座算不算咨询', ['第5项 开展咨询、科普 4次', '“科普讲座算不算咨询”转给组织者']],
    ['公益广告5条 收到 图片要几张？', ['已签收', '第2项 播放公益广告 5条', '转给组织者']],
  ])('at %s', async (words, all) => {
    const talk = await openPublished();
    const said = await talk.alone('putuo-liaison', words);
    for (const one of all) expect(said).toContain(one);
    expect(said).not.toMatch(/是约数|没看懂/);
  });

  it('names a figure of a table that is not owed', async () => {
    const talk = await openThreeReturns();
    const said = await talk.alone('gas-liaison', '隐患5处 培训20人次');
    expect(said).toContain('第2项 培训从业人员 20人次');
    expect(said).toContain('未记：隐患5处，表中没有这一项。');
  });

  it('registers nothing that is asked about, or handed to somebody else', async () => {
    const talk = await openPublished();
    expect(await talk.alone('xuhui-liaison', '总结已报送OA 了吗')).not.toContain('已登记');
    expect(await talk.alone('xuhui-liaison', '总结已发 给小王了')).not.toContain('已登记');
  });
});

it.each(['总结过几天再发', '总结过两天再发', '培训20人次，总结过几天再发'])(
  'waits for what comes in some days at %s',
  async (words) => {
    const talk = await openThreeReturns();
    const said = await talk.alone('beishan-liaison', words);
    expect(said).toMatch(/总结等您|先空着/);
    expect(said).not.toMatch(/转给组织者|没看懂/);
  },
);

it('passes on a question beside a figure that ends in no mark', async () => {
  const talk = await openPublished();
  const said = await talk.alone('jingan-liaison', '公益广告4条，转发的抖音算不算');
  expect(said).toContain('第2项 播放公益广告 4条');
  expect(said).toContain('已把“转发的抖音算不算”转给组织者');
});

it.each(['图片要几张啊', '图片要几张', '请问图片要几张'])('answers %s as it was answered before', async (words) => {
  const talk = await openPublished();
  await talk.alone('jingan-liaison', '找组织者：图片要几张');
  await talk.alone('organiser', '答复1号：每项两张');
  expect(await talk.alone('xuhui-liaison', words)).toContain('组织者答复：每项两张');
});

it.each([
  ['资料包.rar', '总结和图片都在里面'],
  ['总结.docx', '总结，图片也在文档里'],
])('registers all that %s is said to hold', async (name, words) => {
  const talk = await openPublished();
  const said = await talk.send('jingan-liaison', { kind: 'file', name }, words);
  expect(said).toContain(`总结已收到（${name}）`);
  expect(said).toContain(`图片已收到（${name}）`);
});

it('passes on what is asked beside an arrival', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-15 08:50');
  const said = await talk.alone('lingang-leader', '到岗，另外问一下图片要多少张');
  expect(said).toContain('到岗');
  expect(said).toContain('已把“图片要多少张”转给组织者');
});
