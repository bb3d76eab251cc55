/** What people say around the orders: acknowledgements, complaints, calls for a person. */
import { describe, expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it('an order that was shown is told to wait still after something else was said', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '催办');
  for (const words of ['今天天气怎么样', '汇总进度', '帮助']) {
    expect(await talk.alone('organiser', words)).toMatch(
      /\n刚才的还没办：将在工作群提醒27家未报齐单位.*要办请回“是”，不办请回“不用了”。$/,
    );
  }
  expect(await talk.alone('organiser', '好')).toMatch(/^刚才的还没办：/);
  expect(await talk.alone('organiser', '好')).toBe('已在工作群提醒27家未报齐单位。');
  expect(await talk.alone('organiser', '今天天气怎么样')).not.toContain('还没办');
});

describe('around 收到', () => {
  it.each(['代奉贤收到', '替奉贤区局收到', '帮奉贤收到'])('another unit’s is refused: %s', async (words) => {
    const talk = await openPublished();
    expect(await talk.say('xuhui-liaison', words)).toBe(
      '奉贤区局请由本单位联络员签收，没有登记。徐汇区局签收请回“收到”。',
    );
  });

  it.each(['我们没有收到文件', '还没收到方案', '没收到啊'])(
    'who has not seen the plan is shown where it is: %s',
    async (words) => {
      const talk = await openPublished();
      expect(await talk.say('xuhui-liaison', words)).toBe(
        '方案已于3月12日（周日）09:00发在工作群，请往上翻；单独给我发“方案”，我把全文发给您。',
      );
      expect(await talk.alone('xuhui-liaison', words)).toMatch(/^【2023年/);
      expect(talk.group()).toEqual([]);
    },
  );

  it('asked whether it was given is a question', async () => {
    const talk = await openPublished();
    expect(await talk.say('xuhui-liaison', '收到了没有啊')).toBe('徐汇区局还没有签收，看过方案请回“收到”。');
    expect(await talk.say('organiser', '大家收到了吗')).toContain('未签收27');
  });

  it('a question beside it is passed on, or answered', async () => {
    const talk = await openPublished();
    expect(await talk.say('xuhui-liaison', '收到，另外请问图片要原图吗')).toMatch(
      /徐汇区局已签收.*\n已把“图片要原图吗”转给组织者/,
    );
    expect(await talk.say('changning-liaison', '收到，什么时候截止？')).toContain('3月21日');
    expect(await talk.alone('organiser', '待答问题')).toContain('：图片要原图吗');
    expect(await talk.alone('changning-liaison', '方案')).not.toBe('');
  });

  it.each(['收到，马上办', '收到，谢谢', '收到！辛苦了'])('courtesies beside it are none: %s', async (words) => {
    const talk = await openPublished();
    expect(await talk.say('xuhui-liaison', words)).not.toContain('转给');
  });
});

describe('a call for a person', () => {
  it.each(['找组织者', '找人工客服', '联系周文博', '转人工'])('%s takes along what was not answered', async (words) => {
    const talk = await openPublished();
    await talk.alone('xuhui-liaison', '图片要原图还是压缩的');
    expect(await talk.alone('xuhui-liaison', words)).toBe(
      '已把“图片要原图还是压缩的”转给组织者周文博、吴佳宁，有答复我马上告诉您。',
    );
  });

  it('is on the organiser’s list also where it says nothing else', async () => {
    const talk = await openPublished();
    await talk.alone('xuhui-liaison', '找组织者');
    expect(await talk.alone('organiser', '待答问题')).toContain('1号 卫子航：请求协助，没有写明事由');
  });

  it('for somebody who is no organiser says who can be reached', async () => {
    const talk = await openPublished();
    expect(await talk.alone('xuhui-liaison', '联系蒋雨桐')).toBe(
      '我只能转告组织者（周文博、吴佳宁），请发“找组织者：您的问题”。',
    );
  });
});

it.each([
  ['完成率多少', /报送：已报齐0\/27家/],
  ['哪些没报', /^未报齐27家/],
  ['总共多少条广告', /第2项 播放公益广告/],
  ['看看黄浦的表', /^【黄浦区局】/],
  ['合计', /进度】/],
])('a leader in a hurry: %s', async (words, answer) => {
  const talk = await openPublished();
  expect(await talk.alone('shanghai-leader', words)).toMatch(answer);
});

it.each([
  ['我们报了吗', /还差统计表、总结、图片/],
  ['我们单位谁值班', /^徐汇区局：/],
])('a liaison about the own unit: %s', async (words, answer) => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', words)).toMatch(answer);
});
