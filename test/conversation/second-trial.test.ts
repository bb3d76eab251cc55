/** What a second trial by others brought up: each is one example of a way of speaking. */
import { describe, expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';
import { openThreeReturns } from '../support/three-returns.ts';

describe('an order that was shown', () => {
  it.each([
    ['取消活动', '先不取消了'],
    ['取消活动', '不取消'],
    ['截止填报', '先不截止'],
    ['移出 崇明区局', '不移出了'],
    ['各区局延期到3月24日', '算了先不延'],
    ['取消活动', '还是算了吧'],
  ])('%s is dropped by %s, and no courtesy carries it out', async (order, words) => {
    const talk = await openPublished();
    await talk.alone('organiser', order);
    expect(await talk.alone('organiser', words)).toContain('没有办');
    talk.group();
    for (const courtesy of ['好的', '嗯', '是']) await talk.alone('organiser', courtesy);
    expect(talk.group()).toEqual([]);
  });
});

describe('on duty', () => {
  it.each(['不请假，已到岗', '没请假，在岗', '到岗到岗'])('“%s” is an arrival', async (words) => {
    const talk = await openPublished();
    await talk.until('2023-03-15 09:02');
    expect(await talk.alone('xuhui-leader', words)).toContain('到岗（带队值守）');
    expect(talk.told('organiser')).toEqual([]);
  });

  it.each(['我不请假了，到岗了', '到岗了，韩局请假', '我们局没有人请假，都到岗了', '请假的事取消，我已到岗'])(
    '“%s” is no absence of the speaker’s',
    async (words) => {
      const talk = await openPublished();
      await talk.until('2023-03-15 09:02');
      expect(await talk.alone('xuhui-leader', words)).not.toContain('不能到岗');
      expect(talk.told('organiser')).toEqual([]);
    },
  );
});

describe('in the table', () => {
  it.each(['公益广告先放一放', '公益广告等一等', '公益广告先缓一缓', '公益广告核一核再报'])(
    '“%s” is no figure',
    async (words) => {
      const talk = await openPublished();
      await talk.alone('xuhui-liaison', '公益广告20条');
      await talk.alone('xuhui-liaison', words);
      expect(await talk.alone('xuhui-liaison', '看表')).toContain('播放公益广告 20条');
    },
  );

  it.each(['案件一件没有', '案件一件没办'])('“%s” is none', async (words) => {
    const talk = await openPublished();
    await talk.alone('xuhui-liaison', words);
    expect(await talk.alone('xuhui-liaison', '看表')).toContain('查处侵害消费者权益案件 0件');
  });

  it.each([
    '公益广告4条，其余为0，确认提交，总结、图片都报OA了',
    '总结图片报OA了，其余为0，公益广告5条，确认提交，谢谢',
    '公益广告4条，确认提交，其余为0',
  ])('确认提交 counts wherever it stands: %s', async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('xuhui-liaison', words)).toContain('已提交');
  });
});

it.each(['总结初稿已报OA', '总结（征求意见稿）发OA了', '总结发OA了，是初稿，定稿后再发', '图片发了一半到OA'])(
  'takes a draft for no delivery: %s',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('xuhui-liaison', words)).toContain('按初稿对待，没有登记');
    expect(await talk.alone('xuhui-liaison', '进度')).toMatch(/还差统计表、总结、图片/);
  },
);

it.each([
  '公益广告待宣传处提供，其余为0，确认提交',
  '公益广告由宣传科统计，资料3000份，其余都是0，确认提交',
  '公益广告暂缺，其余为0，确认提交',
])('neither zeroes nor submits over a row that another office has: %s', async (words) => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', words)).not.toContain('已提交');
  expect(await talk.alone('xuhui-liaison', '看表')).not.toMatch(/播放公益广告 \d/);
});

it('passes no answer on to somebody who asked something else', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '找组织者：总结要盖章吗');
  await talk.alone('changning-liaison', '找组织者：照片要原图吗');
  expect(await talk.alone('organiser', '答复1号：要盖章；答复2号：不用原图')).toContain('一次只能答复一条');
  expect(talk.told('xuhui-liaison')).toEqual([]);
});

it.each([
  '重新报送值班表：张三 13点到20点',
  '补报值班表：李四 8点到20点，王五20点到8点',
  '更新值班表，29日夜班改为张三',
])('reads no figure in the names of a roster: %s', async (words) => {
  const talk = await openThreeReturns();
  await talk.alone('beishan-liaison', '培训10人次');
  expect(await talk.alone('beishan-liaison', words)).toContain('北山区局值班表已登记');
  expect(await talk.alone('beishan-liaison', '看表')).toContain('10人次');
});

it.each(['更新值班表，明天下午三点前报给您', '补报值班表：领导还没签字，明天报'])(
  'takes no promise of a roster for the roster: %s',
  async (words) => {
    const talk = await openThreeReturns();
    expect(await talk.alone('beishan-liaison', words)).not.toContain('已登记');
  },
);
