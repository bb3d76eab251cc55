/** Parts of one row, figures that are denied, and what stands beside a figure: what is asked, and what is recorded. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';
import { openThreeReturns } from '../support/three-returns.ts';

it.each([
  ['张堰所公益广告2条，朱泾所3条', '1. 播放公益广告 5条'],
  ['公益广告：商圈2条，车站2条', '1. 播放公益广告 4条'],
])('asks about parts with their sum first: %s', async (words, sum) => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', words)).toContain(sum);
});

it.each([
  ['案件3件，还有1件在办', '第9项 查处侵害消费者权益案件 3件'],
  ['咨询没有4场，就2场', '第5项 开展咨询、科普 2次'],
  ['抖音8案件7发布0', '第9项 查处侵害消费者权益案件 7件'],
  ['街镇\t公益广告\t资料\n友谊路\t2\t300\n吴淞\t4\t500\n合计\t6\t800', '第4项 印发各类宣传资料 800册'],
  ['播放公益广告\t3\t含地铁\n印发各类宣传资料\t2000\t折页', '第4项 印发各类宣传资料 2000册'],
])('records what is said: %s', async (words, recorded) => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', words)).toContain(recorded);
});

it('asks for the sum of a table with a line a place', async () => {
  const talk = await openPublished();
  const said = await talk.alone('xuhui-liaison', '街镇\t公益广告\t资料\n友谊路\t2\t300\n吴淞\t4\t500');
  expect(said).not.toContain('已记');
  expect(said).toContain('播放公益广告 6条');
});

it('takes what each place has for no figure of them all', async () => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', '资料每个街道200份，10个街道')).not.toContain('已记');
});

it.each([
  ['手册400册、折页400份', '1. 印发各类宣传资料 800册'],
  ['13日公益广告2条，14日公益广告2条', '1. 播放公益广告 4条'],
])('asks about equal parts too: %s', async (words, sum) => {
  const talk = await openPublished();
  const said = await talk.alone('xuhui-liaison', words);
  expect(said).not.toContain('已记');
  expect(said).toContain(sum);
});

it.each(['#接龙\n收到请接龙\n\n1. 甲同志\n2. 乙同志', '受理咨询和投诉71件', '翻印《致消费者的一封信》2500份'])(
  'records nothing of %s',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('xuhui-liaison', words)).not.toContain('已记');
  },
);

it('records the figure beside one of another thing', async () => {
  const talk = await openPublished();
  const said = await talk.alone('xuhui-liaison', '普法3场，资料印了一千二，挽回1.5万');
  expect(said).toContain('第4项 印发各类宣传资料 1200册');
  expect(said).not.toContain('15000');
});

it('reads what was found and what was put right in one breath', async () => {
  const talk = await openThreeReturns();
  const said = await talk.alone('dongcheng-liaison', '工地12个，隐患发现35处，整改了33处，整改率94%');
  expect(said).toContain('发现安全隐患 35处');
  expect(said).toContain('完成整改 33处');
});
