/** 收到 that is none, questions beside a receipt, and calls for a person. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

const planIsOut = '方案已于3月12日（周日）09:00发在工作群。要看全文，请单独给我发“方案”。';

it.each(['我们没有收到文件', '还没收到方案', '方案怎么没收到', '怎么没看到通知啊', '没收到', '文件在哪里'])(
  'takes %s for a complaint, and does not post the plan once more in the group',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.say('xuhui-liaison', words)).toBe(planIsOut);
    expect(await talk.alone('xuhui-liaison', words)).toMatch(/^【2023年“3·15”国际消费者权益日系列活动】/);
    expect(await talk.alone('organiser', '徐汇明细')).toContain('方案未签收');
  },
);

it.each([
  ['代奉贤收到', '奉贤区局请由本单位联络员签收，没有登记。徐汇区局签收请回“收到”。'],
  ['替王科收到', '别的单位请由本单位联络员签收，没有登记。徐汇区局签收请回“收到”。'],
])('signs for nobody at %s', async (words, said) => {
  const talk = await openPublished();
  expect(await talk.say('xuhui-liaison', words)).toBe(said);
  expect(await talk.alone('organiser', '徐汇明细')).toContain('方案未签收');
});

it('tells who asks 收到了没有 what has come in', async () => {
  const talk = await openPublished();
  expect(await talk.say('xuhui-liaison', '收到了没有啊')).toContain('还差统计表、总结、图片');
});

it('hears the question beside a receipt, and passes it on at a mere 找组织者', async () => {
  const talk = await openPublished();
  expect(await talk.say('xuhui-liaison', '收到，另外请问图片要原图吗')).toBe(
    '徐汇区局已签收（2/28）。\n这个我答不准，请回“找组织者”，我来转告。',
  );
  expect(await talk.say('xuhui-liaison', '找组织者')).toBe(
    '已把“收到，另外请问图片要原图吗”转给组织者周文博、吴佳宁，有答复我马上告诉您。',
  );
  expect(talk.told('organiser').at(-1)?.text).toContain('图片要原图吗');
});

it.each(['图片能不能用手机拍', '咕咕嘎嘎'])('carries along what it could not answer: %s', async (words) => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', words);
  expect(await talk.alone('xuhui-liaison', '找组织者')).toContain(`已把“${words}”转给`);
});

it('forgets what was left open half an hour ago', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '图片能不能用手机拍');
  await talk.until('2023-03-12 09:40');
  expect(await talk.alone('xuhui-liaison', '找组织者')).toMatch(/^已转告组织者/);
});

it.each(['找人工客服', '转人工', '人工', '联系周文博', '找周文博', '联系一下吴佳宁老师'])(
  'calls the organisers at %s, and lists the call',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('pudong-liaison', words)).toBe('已转告组织者周文博、吴佳宁，有答复我马上告诉您。');
    expect(await talk.alone('organiser', '待答问题')).toContain('1号 陶婉清：（没写问题，请联系本人）');
    expect(await talk.alone('organiser', '答复1号：我打给您')).toContain('已转给陶婉清');
    expect(await talk.alone('organiser', '待答问题')).toBe('没有待答的问题。');
  },
);

it('does not call the organisers for somebody else', async () => {
  const talk = await openPublished();
  expect(await talk.alone('pudong-liaison', '联系王科')).toBe(
    '我能转告的是组织者周文博、吴佳宁，请发“找组织者：您的问题”。',
  );
  expect(talk.told('organiser')).toEqual([]);
});

it.each(['听不懂', '看不懂', '不会用', '没看明白'])('shows the help at %s', async (words) => {
  const talk = await openPublished();
  expect(await talk.alone('pudong-liaison', words)).toContain('有疑问发“找组织者：您的问题”');
});
