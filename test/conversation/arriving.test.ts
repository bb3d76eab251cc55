/** What is said about a shift and is no arrival. */
import { expect, it } from 'vitest';
import { foodFiles } from '../support/campaign-files.ts';
import { openPublished } from '../support/conversation.ts';

const nobody = '到岗0/21家';

async function open() {
  const talk = await openPublished();
  await talk.until('2023-03-15 09:05');
  talk.group();
  return { talk, say: (text: string) => talk.say('xuhui-leader', text) };
}

it.each([
  '明天到岗',
  '几点到岗',
  '要不要到岗',
  '还没到岗',
  '应该到岗了',
  '准备到岗',
  '请大家按时到岗',
  '到岗了吗',
  '如果到岗晚了怎么办',
  '今晚到岗',
])('takes “%s” for no arrival', async (words) => {
  const { talk, say } = await open();
  expect(await say(words)).not.toMatch(/已到岗|\d\d:\d\d到岗/);
  expect(await talk.alone('shanghai-leader', '值班情况')).toContain(nobody);
  expect(talk.told('organiser')).toEqual([]);
});

it.each([
  '请假，不能到岗',
  '身体不适，请病假，不能值班',
  '来不了',
  '请假',
  '请假，孩子发烧',
  '生病了来不了',
  '值不了班了',
])('takes “%s” for an absence that the organisers hear at once', async (words) => {
  const { talk, say } = await open();
  expect(await say(words)).toBe(
    '已记：您带队值守不能到岗，已告知组织者周文博、吴佳宁。请问谁来替？请回“换班 姓名”，本人同意后即生效。\n“3·15”晚会期间带队值守仍由您值守；也不能到岗的，请再回“两班都请假”。',
  );
  expect(talk.told('organiser').map(({ text }) => text)).toEqual([
    `【缺岗提示】徐汇区局蒋雨桐报告不能到岗：带队值守（3月15日（周三）09:00—17:30）。原话：“${words}”。请尽快安排人员。`,
  ]);
  const status = await talk.alone('shanghai-leader', '值班情况');
  expect(status).toContain(nobody);
  expect(status).toContain('徐汇区局 蒋雨桐（已报告不能到岗）');
});

it('tells the unit’s leader too, where it is not the leader who cannot come', async () => {
  const talk = await openPublished({ config: await foodFiles() });
  await talk.until('2023-03-15 19:30');
  expect(await talk.alone('xuhui-liaison', '临时有事，今晚不能到岗')).toContain(
    '已告知本单位领导和组织者周文博、吴佳宁。',
  );
  expect(talk.told('xuhui-leader').at(-1)?.text).toMatch(/^【缺岗提示】徐汇区局卫子航报告不能到岗：夜间值守/);
});

it.each(['明天请假来不了', '明天请假', '我明天去不了，家里有事', '15号请假'])(
  'takes “%s” the day before for an absence from that day’s shifts',
  async (words) => {
    const talk = await openPublished();
    await talk.until('2023-03-14 10:00');
    expect(await talk.alone('xuhui-leader', words)).toMatch(
      /^已记：您带队值守、“3·15”晚会期间带队值守不能到岗，已告知组织者/,
    );
    expect(talk.told('organiser').at(-1)?.text).toMatch(
      /^【缺岗提示】徐汇区局蒋雨桐报告不能到岗：带队值守（3月15日.*“3·15”晚会期间带队值守（3月15日/,
    );
  },
);

it('says how the one who is named may stand in', async () => {
  const { say } = await open();
  expect(await say('我请假，由卫子航替')).toMatch(/由卫子航替班的，请回“换班 卫子航”，本人同意后即生效。$/m);
});

it.each([
  ['xuhui-leader', '今天请假', '3月14日（周二）没有您值守的班次，没有记录。您的下一班：带队值守，'],
  ['xuhui-leader', '后天请假', '3月16日（周四）没有您值守的班次，没有记录。'],
  ['xuhui-liaison', '明天请假', '3月15日（周三）没有您值守的班次，没有记录。'],
])('says to %s at “%s” that there is no shift of his that day', async (person, words, answer) => {
  const talk = await openPublished();
  await talk.until('2023-03-14 10:00');
  talk.told('organiser');
  expect(await talk.alone(person, words)).toContain(answer);
  expect(talk.told('organiser')).toEqual([]);
});

it.each(['小王来不了', '会计请假，没人提交', '可以请假吗', '请假条怎么写', '总结明天来不了', '昨天请假了'])(
  'takes “%s” for no absence',
  async (words) => {
    const { talk, say } = await open();
    await say(words);
    expect(talk.told('organiser').filter(({ text }) => text.includes('缺岗'))).toEqual([]);
  },
);

it('takes 今晚 for tonight’s shift and not for the next', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-15 08:30');
  expect(await talk.alone('xuhui-leader', '今晚值班去不了，家里有事')).toMatch(
    /^已记：您“3·15”晚会期间带队值守不能到岗/,
  );
});

it.each(['堵车 马上到', '在路上了，十分钟到', '快到了', '正在赶来'])('notes “%s” as on the way', async (words) => {
  const { talk, say } = await open();
  expect(await say(words)).toBe('好的，已记在路上，到了请回“到岗”（带队值守）。');
  expect(await talk.alone('shanghai-leader', '值班情况')).toContain('徐汇区局 蒋雨桐（在路上）');
  await say('到岗');
  expect(await talk.alone('shanghai-leader', '值班情况')).toContain('到岗1/21家');
});

it.each(['收到，马上落实', '马上办', '总结马上到'])('takes “%s” for no word of somebody on the way', async (words) => {
  const { say } = await open();
  expect(await say(words)).not.toContain('在路上');
});

it('takes 卫子航替我到岗 for a request to him, and leaves the roster until he agrees', async () => {
  const { talk, say } = await open();
  expect(await say('卫子航替我到岗')).toBe('已问卫子航，同意后即调整值班表并告知您；同意前值班表不变。');
  expect(await talk.alone('shanghai-leader', '值班情况')).toContain('徐汇区局 蒋雨桐');
  expect(talk.told('xuhui-liaison').map(({ text }) => text)).toEqual([
    '【换班】蒋雨桐请您替班：带队值守（3月15日（周三）09:00—17:30）、“3·15”晚会期间带队值守（3月15日（周三）19:30—22:30）。同意请回“同意换班”，不同意请回“不同意换班”。',
  ]);
});

it.each(['蒋雨桐到岗', '黄浦到岗', '昨晚已到岗'])('does not check in a colleague for “%s”', async (words) => {
  const { talk } = await open();
  expect(await talk.say('xuhui-liaison', words)).not.toMatch(/已到岗（|\d\d:\d\d到岗/);
  expect(await talk.alone('shanghai-leader', '值班情况')).toContain(nobody);
});
