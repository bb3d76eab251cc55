/** Messages that say several things: none of them is lost, and none is done that was not said. */
import { describe, expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';
import { openThreeReturns } from '../support/three-returns.ts';

const onDuty = async () => {
  const talk = await openPublished();
  await talk.until('2023-03-15 09:02');
  return talk;
};

describe('beside an absence', () => {
  it('a receipt and figures count, and the absence is of the shift that is said', async () => {
    const talk = await openPublished();
    expect(await talk.alone('xuhui-leader', '收到，15号晚上请假')).toMatch(
      /徐汇区局已签收.*\n已记：您“3·15”晚会期间带队值守不能到岗/,
    );
    expect(talk.told('organiser').at(-1)?.text).toContain('原话：“15号晚上请假”');
    const said = await talk.alone('xuhui-liaison', '15号晚上请假，公益广告3条');
    expect(said).toContain('第2项 播放公益广告 3条');
  });

  it('a check-in counts, for the shift that runs', async () => {
    const talk = await onDuty();
    const said = await talk.alone('xuhui-leader', '到岗，晚会那班请假');
    expect(said).toMatch(/09:02到岗（带队值守）。\n已记：您“3·15”晚会期间带队值守不能到岗/);
  });
});

describe('an absence', () => {
  it.each([
    ['xuhui-liaison', '15号我请假不能到岗', '3月15日（周三）没有您值守的班次，没有记录。'],
    ['xuhui-liaison', '请假，不能到岗', '没有您值守的班次，没有记录。'],
    ['xuhui-liaison', '收到，15号晚上请假，公益广告3条', '3月15日（周三）没有您值守的班次，没有记录。'],
    ['xuhui-leader', '16号不能到岗', '3月16日（周四）没有您值守的班次，没有记录。'],
    ['xuhui-leader', '年会那班请假', '没有找到您说的班次，没有记录。'],
    ['xuhui-liaison', '韩局15号请假不能到岗', '没有为别人记请假，请本人来报'],
    ['xuhui-liaison', '蒋雨桐15号不能到岗', '没有为别人记请假，请本人来报'],
    ['xuhui-leader', '15号请假？', '还没有记请假。'],
    ['xuhui-leader', '15号上午来不了', '已记：您带队值守不能到岗'],
  ])('is the speaker’s own: %s says “%s”', async (person, words, answer) => {
    const talk = await openPublished();
    expect(await talk.alone(person, words)).toContain(answer);
    expect(talk.told('organiser').filter(({ text }) => text.includes('缺岗'))).toHaveLength(
      answer.startsWith('已记') ? 1 : 0,
    );
  });
});

describe('a check-in', () => {
  it.each([
    '收到，到岗，公益广告3条',
    '没有请假，已到岗',
    '已到岗，不好意思来不及早报',
    '已就位',
    '在岗在位',
    '已在岗',
    '来了',
    '到岗，一切正常',
    '到岗 收到',
    '到岗了哈，路上堵来晚了',
    '刚到',
  ])('is heard in “%s”', async (words) => {
    const talk = await onDuty();
    const said = await talk.alone('xuhui-leader', words);
    expect(said).toContain('09:02到岗（带队值守）');
    expect(said).not.toMatch(/先空着|没看懂/);
  });

  it.each([
    '收到，到岗吗，公益广告3条',
    '王科说，到岗了，公益广告3条',
    '要是到岗，公益广告3条',
    '还没到岗，收到',
    '明天到岗，收到',
    '人员到位，措施到位，公益广告3条',
    '韩局到岗，收到',
    '来了吗',
    '客人来了',
  ])('is not heard in “%s”', async (words) => {
    const talk = await onDuty();
    expect(await talk.alone('xuhui-leader', words)).not.toMatch(/\d\d:\d\d到岗/);
  });

  it('is not read out of 来了 where nobody awaits one', async () => {
    const talk = await openPublished();
    expect(await talk.alone('xuhui-leader', '来了')).not.toContain('到岗（');
    await talk.until('2023-03-15 09:02');
    expect(await talk.alone('xuhui-liaison', '来了')).not.toContain('到岗（');
  });
});

const tableAfter = async (...words: readonly string[]) => {
  const talk = await openPublished();
  for (const one of words) await talk.alone('xuhui-liaison', one);
  return talk.alone('xuhui-liaison', '看表');
};

describe('撤回 amid figures', () => {
  it('takes back what the message said before, and says so', async () => {
    const talk = await openPublished();
    const said = await talk.alone('xuhui-liaison', '公益广告3条，抖音5条，撤回，公益广告4条');
    expect(said).toContain('第2项 播放公益广告 4条');
    expect(said).toContain('“公益广告3条，抖音5条”按您说的撤回，没有记。');
    expect(await talk.alone('xuhui-liaison', '看表')).toContain('3 抖音小视频参与数 未填');
  });

  it('takes back the message before, where this one said nothing yet', async () => {
    const table = await tableAfter('公益广告3条，抖音5条', '撤回，公益广告4条');
    expect(table).toContain('2 播放公益广告 4条');
    expect(table).toContain('3 抖音小视频参与数 未填');
  });

  it('takes back the row that it names', async () => {
    const table = await tableAfter('公益广告3条，抖音5条，撤回抖音');
    expect(table).toContain('2 播放公益广告 3条');
    expect(table).toContain('3 抖音小视频参与数 未填');
  });

  it.each(['公益广告3条，发错了撤回', '公益广告3条，刚才的不算', '3条公益广告 撤回'])(
    'leaves nothing of “%s”',
    async (words) => {
      expect(await tableAfter(words)).toContain('2 播放公益广告 未填');
    },
  );

  it.each(['公益广告3条，活动取消了', '公益广告3条，不要撤回', '公益广告3条，怎么撤回？'])(
    'is not meant by “%s”',
    async (words) => {
      expect(await tableAfter(words)).toContain('2 播放公益广告 3条');
    },
  );

  it('of one figure by its value asks what the row holds then, and takes the answer', async () => {
    const talk = await openPublished();
    await talk.alone('xuhui-liaison', '公益广告200条，抖音5条');
    expect(await talk.alone('xuhui-liaison', '刚才的200作废')).toContain('作废后这一项是多少？');
    expect(await talk.alone('xuhui-liaison', '0')).toContain('播放公益广告 0条');
  });
});

it.each([
  '公益广告除外，其余为零',
  '第2项除外，其余为0',
  '其余为0，第2项除外',
  '除了公益广告都是0',
  '公益广告以外都是0',
])('leaves the row that is excepted as it is: %s', async (words) => {
  const table = await tableAfter(words);
  expect(table).toContain('2 播放公益广告 未填');
  expect(table).toContain('3 抖音小视频参与数 0条');
  expect(await tableAfter('公益广告7条', words)).toContain('2 播放公益广告 7条');
});

describe('a question beside a delivery', () => {
  it.each(['图片要几张，总结已报OA', '总结已报OA，图片要几张', '收到，总结已报OA，图片要几张'])(
    'goes to the organisers: %s',
    async (words) => {
      const talk = await openPublished();
      expect(await talk.alone('xuhui-liaison', words)).toContain('总结已登记');
      expect(talk.told('organiser').at(-1)?.text).toContain('问：“图片要几张”');
    },
  );

  it('is answered where the bot knows', async () => {
    const talk = await openPublished();
    expect(await talk.alone('xuhui-liaison', '总结已报OA，什么时候截止')).toContain('最迟3月22日');
  });

  it.each(['总结已报OA，收到了吗', '总结已报OA，谢谢'])('is none in “%s”', async (words) => {
    const talk = await openPublished();
    await talk.alone('xuhui-liaison', words);
    expect(talk.told('organiser')).toEqual([]);
  });
});

it('reads numbered rows beside 其余为0 by their numbers, though as many as the table has rows', async () => {
  const talk = await openThreeReturns();
  await talk.alone('beishan-liaison', '1、21 2、11，其余为0');
  await talk.alone('beishan-liaison', '2');
  expect(await talk.alone('beishan-liaison', '看表')).toMatch(/1 .*21场\n2 .*11人次\n3 .*0份\n4 .*0次/);
});

it('an order and words to be passed on, with all that stands in them', async () => {
  const talk = await openPublished();
  const said = await talk.alone(
    'organiser',
    '黄浦延期到3月24日，另外通知徐汇：明天10点开会，请带材料，别迟到，谢谢大家',
  );
  expect(said).toContain('黄浦区局《活动总结和统计表》延到：3月24日');
  expect(said).toContain('已通知徐汇区局（1号通知）');
  expect(JSON.stringify([talk.told('xuhui-liaison'), talk.group()])).toContain(
    '明天10点开会，请带材料，别迟到，谢谢大家',
  );
});
