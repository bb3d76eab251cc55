/** The same said again is not done again, what changes is told to whoever was told before, and words are passed on as they were said. */
import { describe, expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

describe('a deadline', () => {
  it('that is everyone’s already is not announced again, though one unit has a later one', async () => {
    const talk = await openPublished();
    await talk.alone('organiser', '延期 徐汇区局 到3月27日');
    await talk.alone('organiser', '截止改到3月24日前，确认');
    talk.group();
    expect(await talk.alone('organiser', '截止改到3月24日前，确认')).toContain('本来就是');
    expect(talk.group()).toEqual([]);
  });

  it('put off by some days twice is shown the second time', async () => {
    const talk = await openPublished();
    expect(await talk.alone('organiser', '长宁延期三天')).toContain('延到');
    expect(await talk.alone('organiser', '长宁延期三天')).toMatch(/改为.*确认请回“是”/);
  });

  it('is shown before it comes sooner', async () => {
    const talk = await openPublished();
    await talk.alone('organiser', '延期 静安区局 到3月28日');
    expect(await talk.alone('organiser', '静安延期到3月20日')).toMatch(/改为.*确认请回“是”/);
    expect(await talk.alone('organiser', '是')).toContain('提前到');
  });

  it('is not put off for a unit that can hand in nothing any more', async () => {
    const talk = await openPublished();
    await talk.alone('organiser', '确认截止填报');
    expect(await talk.alone('organiser', '延期 徐汇区局 到3月27日')).toContain('请先发“开放填报”');
    expect(
      talk
        .told('xuhui-liaison')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('27日');
  });

  it.each([
    ['截止改到大后天前', '“3月15日前”'],
    ['截止改到后天', '“3月14日”'],
    ['截止改到下周五下班前', '“3月17日17:30前”'],
  ])('named by a day that is another one tomorrow is kept with its date: %s', async (order, phrase) => {
    const talk = await openPublished();
    await talk.alone('organiser', order);
    await talk.alone('organiser', '是');
    expect(await talk.alone('xuhui-liaison', '什么时候截止')).toContain(phrase);
  });
});

it('urges a unit by name once in a while', async () => {
  const talk = await openPublished();
  talk.group();
  expect(await talk.alone('organiser', '催闵行')).toContain('已在工作群提醒');
  expect(await talk.alone('organiser', '催一下闵行')).toMatch(/^闵行区局09:00刚催过，10:00以后可以再催/);
  expect(talk.group()).toHaveLength(1);
});

it('reminds those without a receipt once in a while', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '催收到');
  await talk.alone('organiser', '是');
  talk.group();
  expect(await talk.alone('organiser', '催收到')).toContain('刚催过');
  expect(talk.group()).toEqual([]);
});

it('tells a leader of every later correction of a total', async () => {
  const talk = await openPublished();
  const correct = async (value: number) => {
    for (const words of ['修改', `公益广告改成${value}条`, '确认提交']) await talk.alone('xuhui-liaison', words);
  };
  await talk.alone('xuhui-liaison', '公益广告3条，其余为0，确认提交');
  await talk.alone('shanghai-leader', '公益广告一共多少');
  for (const value of [6, 8, 10]) {
    await correct(value);
    expect(
      talk
        .told('shanghai-leader')
        .map(({ text }) => text)
        .join(),
    ).toContain(`总数为${value}条`);
  }
});

describe('an answer of the organiser’s', () => {
  it('is passed on in its own words', async () => {
    const talk = await openPublished();
    await talk.alone('xuhui-liaison', '找组织者：图片横版还是竖版');
    await talk.alone('organiser', '答复1号：还是都用横版吧');
    expect(talk.told('xuhui-liaison').at(-1)?.text).toContain('：还是都用横版吧（周文博）');
  });

  it('goes before what the bot says by itself to the same words, and its change reaches whoever was given it', async () => {
    const talk = await openPublished();
    await talk.alone('xuhui-liaison', '找组织者：图片怎么报');
    await talk.alone('organiser', '答复1号：发在工作群里');
    expect(await talk.alone('changning-liaison', '图片怎么报')).toContain('组织者答复：发在工作群里');
    talk.told('xuhui-liaison');
    await talk.alone('organiser', '答复1号：更正，发邮箱');
    for (const person of ['xuhui-liaison', 'changning-liaison'])
      expect(talk.told(person).at(-1)?.text).toContain('以这次为准：发邮箱');
  });

  it('is told plainly once it was corrected, and the newest of several is the one that stands', async () => {
    const talk = await openPublished();
    await talk.alone('xuhui-liaison', '找组织者：图片横版还是竖版');
    await talk.alone('organiser', '答复1号：横版');
    await talk.alone('organiser', '答复1号：刚才说错了，竖版');
    expect(talk.told('xuhui-liaison').at(-1)?.text).toContain('【组织者更正答复】“图片横版还是竖版”：以这次为准：竖版');
    expect(await talk.alone('changning-liaison', '找组织者：图片横版还是竖版')).toContain('组织者答复：竖版\n');
  });

  it('keeps a no that the answer begins with', async () => {
    const talk = await openPublished();
    await talk.alone('xuhui-liaison', '找组织者：总结不用盖章吧');
    await talk.alone('organiser', '答复1号：不对，要盖章');
    expect(talk.told('xuhui-liaison').at(-1)?.text).toContain('：不对，要盖章（');
  });
});
