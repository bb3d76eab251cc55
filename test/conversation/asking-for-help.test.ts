/** 收到 that is none, and calls for a person. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it.each(['我们没有收到文件', '方案怎么没收到', '怎么没看到通知啊', '没收到', '文件在哪里'])(
  'takes %s for a complaint, and does not post the plan once more in the group',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.say('xuhui-liaison', words)).toMatch(/^方案已于3月12日（周日）09:00发在工作群，请往上翻/);
    expect(await talk.alone('xuhui-liaison', words)).toMatch(/^【2023年“3·15”国际消费者权益日系列活动】/);
    expect(await talk.alone('organiser', '徐汇明细')).toContain('方案未签收');
  },
);

it.each(['替王科收到', '我代王科收到'])('signs for nobody at %s', async (words) => {
  const talk = await openPublished();
  expect(await talk.say('xuhui-liaison', words)).toBe(
    '别的单位请由本单位联络员签收，没有登记。徐汇区局签收请回“收到”。',
  );
  expect(await talk.alone('organiser', '徐汇明细')).toContain('方案未签收');
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

it.each(['找人工客服', '转人工', '人工', '叫真人', '找管理员', '联系周文博', '找周文博', '联系一下吴佳宁老师'])(
  'calls the organisers at %s, and lists the call',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('pudong-liaison', words)).toBe('已转告组织者周文博、吴佳宁，有答复我马上告诉您。');
    expect(await talk.alone('organiser', '待答问题')).toContain('1号 陶婉清：请求协助，没有写明事由');
    expect(await talk.alone('organiser', '答复1号：我打给您')).toContain('已转给陶婉清');
    expect(await talk.alone('organiser', '待答问题')).toBe('没有待答的问题。');
  },
);

it('does not call the organisers for somebody else', async () => {
  const talk = await openPublished();
  expect(await talk.alone('pudong-liaison', '联系王科')).toMatch(/^我只能转告组织者（周文博、吴佳宁）/);
  expect(talk.told('organiser')).toEqual([]);
});

it.each(['听不懂', '看不懂', '不会用', '没看明白'])('shows the help at %s', async (words) => {
  const talk = await openPublished();
  expect(await talk.alone('pudong-liaison', words)).toContain('有疑问发“找组织者：您的问题”');
});

it('passes a long answer on in as many messages as the platform takes, and nothing of it is lost', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '找组织者：图片要不要原图');
  const answer = `${'每张图片都要写明时间、地点和内容。'.repeat(120)}最后一句`;
  await talk.alone('organiser', `答复1号：${answer}`);
  const parts = talk.told('xuhui-liaison').map(({ text }) => text);
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(2048);
  expect(parts.join('')).toContain(`${answer}（周文博）`);
});
