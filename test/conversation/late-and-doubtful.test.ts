/** People on duty who come late, may not come, say when they come, or ask after their shift. */
import { describe, expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';
import { openThreeReturns } from '../support/three-returns.ts';

async function running() {
  const talk = await openPublished();
  await talk.until('2023-03-15 09:05');
  return talk;
}

describe('whoever is there and says why he is late', () => {
  it.each([
    '到岗（迟到，路上车坏了）',
    '到岗（迟到了几分钟）',
    '到了，刚才堵车',
    '到岗，不好意思，路上堵车',
    '我到岗了，不好意思迟到了',
    '路上堵车，刚到',
    '不好意思迟到了，到岗',
    '路上堵车来晚了，已到岗',
  ])('has arrived at “%s”', async (words) => {
    const talk = await running();
    expect(await talk.alone('drug-leader', words)).toMatch(/^市药监局苗苗青 09:05到岗（带队值守）。/);
  });

  it.each([
    '到岗，还在路上堵着',
    '到岗，预计迟到10分钟',
    '路上堵车，要晚点到岗',
    '到岗要晚点，路上堵',
    '路上堵车，马上到',
  ])('has not at “%s”', async (words) => {
    const talk = await running();
    expect(await talk.alone('drug-leader', words)).toBe('好的，已记在路上，到了请回“到岗”（带队值守）。');
  });
});

describe('a word with an hour', () => {
  it.each(['9点到岗', '九点到岗', '15号上午9点到岗', '9:00到岗'])('“%s” is a promise', async (words) => {
    const talk = await openPublished();
    await talk.until('2023-03-15 08:20');
    expect(await talk.alone('changning-leader', words)).toMatch(/^好的，已记您会到岗。/);
    await talk.until('2023-03-15 09:12');
    expect(talk.group().at(-1)?.text).toContain('长宁区局 韩书瑶（已报会到岗）');
  });

  it.each(['9点已到岗', '9点到岗了'])('“%s” is an arrival', async (words) => {
    const talk = await running();
    expect(await talk.alone('changning-leader', words)).toMatch(/到岗（带队值守）。/);
  });
});

describe('a doubt is no absence', () => {
  it.each([
    '恐怕不能到岗',
    '恐怕到不了',
    '估计到不了岗',
    '大概来不了',
    '多半不能到岗',
    '恐怕得请假',
    '领导派我去北京恐怕不能到岗',
    '路上堵车，恐怕赶不到',
  ])('“%s”', async (words) => {
    const talk = await running();
    expect(await talk.alone('xuhui-leader', words)).toMatch(/^您说带队值守可能到不了，已告知组织者.*暂不记请假。/);
    expect(await talk.alone('organiser', '徐汇谁值班')).not.toContain('已报告不能到岗');
  });

  it.each(['不能到岗', '请假，不能到岗', '请假条已交局办，今晚不来', '今天白天不来了'])(
    '“%s” is one',
    async (words) => {
      const talk = await running();
      expect(await talk.alone('xuhui-leader', words)).toMatch(/^已记：您.*不能到岗/);
    },
  );
});

it.each(['我们9点有别的会，去不了', '明天的会我去不了'])(
  '“%s” of one who stands no shift is shown the way to the organisers',
  async (words) => {
    const talk = await openPublished();
    const said = await talk.alone('putuo-liaison', words);
    expect(said).toContain('没有记录。');
    expect(said).toMatch(/说的不是值班，请发“找组织者：您的话”，我来转告。$/);
  },
);

it.each(['我和许家睿换一下，他上午我晚上', '换班 许家睿 白天'])(
  'at “%s” the other is asked for that shift alone',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('hongkou-leader', words)).toMatch(/^已问许家睿/);
    const [asked] = talk.told('hongkou-liaison');
    expect(asked?.text).toContain('带队值守（3月15日（周三）09:00—17:30）');
    expect(asked?.text).not.toContain('晚会');
  },
);

describe('one’s own shifts', () => {
  it.each(['值班到几点', '我几点下班', '值班到什么时候结束', '几点换岗', '没有值班表', '我没收到值班表'])(
    'are told at “%s”',
    async (words) => {
      const talk = await openPublished();
      expect(await talk.alone('drug-leader', words)).toBe(
        '市药监局：\n带队值守（3月15日（周三）09:00—17:30）：苗苗青。\n“3·15”晚会期间带队值守（3月15日（周三）19:30—22:30）：苗苗青。',
      );
    },
  );

  it('are no deadline of a return', async () => {
    const talk = await openThreeReturns();
    expect(await talk.alone('nanhu-liaison', '值班到几点')).toMatch(
      /^南湖区局：\n强降雨夜间值守（5月29日（周三）20:00—次日08:00）：林溪、夏青。/,
    );
  });
});

describe('who is there in the end', () => {
  it('and came hours after the shift began is told as late', async () => {
    const talk = await openThreeReturns();
    await talk.until('2024-05-30 07:20');
    expect(await talk.alone('jiangkou-liaison', '到岗')).toMatch(
      /^江口县局马骏 07:20到岗（强降雨夜间值守，晚到11小时20分）。/,
    );
    await talk.until('2024-05-30 08:30');
    const night = await talk.alone('organiser', '昨晚谁没到');
    expect(night).toContain('到岗1/6家。');
    expect(night).toContain('晚到一小时以上：江口县局 马骏 次日07:20。');
  });

  it('and in time is not', async () => {
    const talk = await openPublished();
    await talk.until('2023-03-15 09:05');
    await talk.alone('drug-leader', '到岗');
    await talk.until('2023-03-15 18:00');
    expect(await talk.alone('organiser', '值班情况')).not.toContain('晚到');
  });

  it('one of two is told as part of the post', async () => {
    const talk = await openThreeReturns();
    await talk.until('2024-05-29 20:02');
    await talk.alone('nanhu-liaison-2', '到岗');
    expect(await talk.alone('organiser', '值班情况')).toMatch(
      /到岗0\/6家。未到岗：.*南湖区局 林溪.*其中1家到了部分人。/,
    );
  });
});

it('organisers hear of whom they are not told because the unit’s own leaders are', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '安排值班 杨浦区局 吕承志');
  await talk.alone('organiser', '是');
  talk.told('organiser');
  await talk.until('2023-03-15 09:25');
  const hint = talk.told('organiser').find(({ text }) => text.includes('尚未到岗'));
  expect(hint?.text).toMatch(/请马上联系落实。另有杨浦区局 吕承志，已告知本单位领导。$/);
  expect(talk.told('yangpu-leader').at(-1)?.text).toMatch(/尚未到岗：杨浦区局 吕承志。请马上联系落实。$/);
});
