/** Orders that leave units out, and several orders in one message: each is for whom it names and for nobody else. */
import { describe, expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';
import { openThreeReturns } from '../support/three-returns.ts';

describe('who is left out of a chase', () => {
  it.each([
    '催除黄浦外的区局',
    '催各区局，黄浦除外',
    '催各区局（黄浦除外）',
    '催各区局，不含黄浦',
    '催除了黄浦以外的各区局',
  ])('%s', async (words) => {
    const talk = await openPublished();
    expect(await talk.say('organiser', words)).toContain('将在工作群提醒15家未报齐单位（黄浦区局除外）');
    await talk.say('organiser', '是');
    const [{ mentions = [] } = {}] = talk.group();
    expect(mentions).toContain('xuhui-liaison');
    expect(mentions).not.toContain('huangpu-liaison');
    expect(mentions).not.toContain('airport-liaison');
  });

  it('is left out of everyone, where nobody else is named', async () => {
    const talk = await openPublished();
    expect(await talk.say('organiser', '催办，黄浦、徐汇除外')).toContain(
      '提醒25家未报齐单位（黄浦区局、徐汇区局除外）',
    );
  });

  it('is asked about where it is not known who that is', async () => {
    const talk = await openPublished();
    for (const words of ['催除张三外的区局', '催除了图片都交的单位', '催各区局黄浦除外'])
      expect(await talk.say('organiser', words)).toMatch(/没看懂.*除了谁，没有办/);
    expect(talk.group()).toEqual([]);
  });

  it('is nobody where 除 is part of another word', async () => {
    const talk = await openPublished();
    expect(await talk.say('organiser', '催消除隐患统计表')).not.toContain('除外');
  });
});

describe('who is left out of a deadline, a notice, a release', () => {
  it.each(['除黄浦外，其他区局延期到3月25日', '各区局延期到3月25日，黄浦除外', '各区局（黄浦除外）延期三天'])(
    '%s',
    async (words) => {
      const talk = await openPublished();
      const said = await talk.say('organiser', words);
      expect(said).toMatch(/截止时间：徐汇区局、[^。]*确认请回|截止时间：徐汇区局/);
      expect(said).not.toContain('黄浦区局');
    },
  );

  it('keeps everyone’s deadline where it does not know whom to leave out', async () => {
    const talk = await openPublished();
    for (const words of ['截止改到3月25日，张三除外', '除张三外，其他区局延期到3月25日'])
      expect(await talk.say('organiser', words)).toContain('没看懂');
    expect(await talk.say('organiser', '截止改到3月25日，黄浦除外')).toContain('截止时间：徐汇区局');
    await talk.say('organiser', '是');
    expect(await talk.alone('huangpu-liaison', '什么时候截止')).toContain('3月21日');
    expect(await talk.alone('xuhui-liaison', '什么时候截止')).toContain('3月25日');
  });

  it.each(['通知各区局，不含黄浦：请回收到', '通知除黄浦外的区局：请回收到', '通知各区局（黄浦除外）：请回收到'])(
    '%s',
    async (words) => {
      const talk = await openPublished();
      expect(await talk.say('organiser', words)).toContain('将通知15家');
      await talk.say('organiser', '是');
      expect(await talk.say('organiser', '谁没回1号通知')).not.toContain('黄浦');
    },
  );

  it('releases none but those that are named', async () => {
    const talk = await openPublished();
    expect(await talk.say('organiser', '移出除黄浦外的单位')).toContain('没有认出');
    expect(await talk.say('organiser', '移出各区局，黄浦除外')).toMatch(/^将移出徐汇区局、(?!.*黄浦)/);
  });

  it('sends nothing back to who is left out', async () => {
    const talk = await openPublished();
    for (const id of ['huangpu-liaison', 'xuhui-liaison']) await talk.alone(id, '公益广告3条，其余为0，确认提交');
    expect(await talk.alone('organiser', '退回 黄浦、徐汇，黄浦除外，数字偏大')).toContain('已退回徐汇区局');
    expect(await talk.alone('organiser', '黄浦')).not.toContain('退回');
  });
});

describe('several orders in one message', () => {
  it('each have their own units', async () => {
    const talk = await openPublished();
    const said = await talk.say('organiser', '催徐汇，另外金山延期到3月25日');
    expect(said).toMatch(/^已在工作群提醒徐汇区局。\n金山区局《活动总结和统计表》延到/);
    expect(talk.group().map(({ mentions }) => mentions)).toEqual([['xuhui-liaison']]);
  });

  it('wait for a yes one at a time', async () => {
    const talk = await openPublished();
    const said = await talk.say('organiser', '催办，另外截止改到3月25日');
    expect(said).toMatch(/^将在工作群提醒27家.*\n“截止改到3月25日”还没办，也要先确认/);
    expect(await talk.say('organiser', '是')).toContain('已在工作群提醒27家');
    expect(await talk.alone('xuhui-liaison', '什么时候截止')).toContain('3月21日');
  });

  it('are none where a clause is none', async () => {
    const talk = await openPublished();
    for (const words of ['催徐汇，不要催金山', '催徐汇，另外金山晚点再说', '催徐汇，金山延期到3月25日行吗'])
      await talk.say('organiser', words);
    expect(talk.group()).toEqual([]);
    expect(await talk.alone('jinshan-liaison', '什么时候截止')).toContain('3月21日');
  });

  it('shows what it would do where a part of the words says nothing to it', async () => {
    const talk = await openPublished();
    expect(await talk.say('organiser', '催徐汇，金山的事你看着办')).toMatch(
      /将在工作群提醒徐汇区局、金山区局.*没看懂，不办/,
    );
    expect(talk.group()).toEqual([]);
  });
});

it('binds by the hour those alone who were chased', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '催徐汇');
  expect(await talk.say('organiser', '催徐汇、金山')).toBe('已在工作群提醒金山区局（徐汇区局刚催过，没有再催）。');
  talk.group();
  expect(await talk.say('organiser', '催办')).toContain('提醒25家未报齐单位（徐汇区局、金山区局刚催过，这次不催）');
  await talk.say('organiser', '是');
  expect(talk.group()[0]?.mentions).not.toContain('xuhui-liaison');
  expect(await talk.say('organiser', '催办')).toBe('09:00刚催过，10:00以后可以再催。');
  await talk.until('2023-03-12 10:00');
  expect(await talk.say('organiser', '催办')).toContain('提醒27家');
});

it('chases for another return those who were chased for one', async () => {
  const talk = await openThreeReturns();
  await talk.say('organiser', '催办 排查整治统计表');
  await talk.say('organiser', '是');
  expect(await talk.say('organiser', '催办')).toContain('刚催过，这次不催');
});
