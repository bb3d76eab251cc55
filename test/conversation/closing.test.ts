/** A return that is closed, and opened again: everybody hears the same of it, whoever asks and in whatever words. */
import { describe, expect, it } from 'vitest';
import { confirmed, openPublished, reportAll } from '../support/conversation.ts';
import { openThreeReturns } from '../support/three-returns.ts';

const closed = '已停止填报，要补报请联系组织者周文博、吴佳宁';

describe('once it is closed', () => {
  it.each(['什么时候截止', '请问截止了还能报吗', '进度', '我的任务', '几号截止来着', '明天再报'])(
    'nobody is invited to report it at “%s”',
    async (words) => {
      const talk = await openPublished();
      await confirmed(talk, 'organiser', '截止填报');
      const said = await talk.alone('xuhui-liaison', words);
      expect(said).toContain(closed);
      expect(said).not.toMatch(/前报齐|请于/);
    },
  );

  it('the organiser is told how to go on', async () => {
    const talk = await openPublished();
    await confirmed(talk, 'organiser', '截止填报');
    expect(await talk.alone('organiser', '什么时候截止')).toBe(
      '活动总结和统计表：已停止填报，要继续收请发“开放填报”。',
    );
  });

  it('what else is owed keeps its deadline', async () => {
    const talk = await openThreeReturns();
    await talk.alone('organiser', '截止填报 排查整治统计表');
    await talk.alone('organiser', '是');
    expect(await talk.alone('xicheng-liaison', '什么时候截止')).toMatch(
      /排查整治统计表：已停止填报，要补报请联系组织者江若兰。\n宣传培训统计表：“2024年6月5日前”，请于/,
    );
  });
});

it.each(['什么时候截止', '进度', '我的任务'])(
  'nobody is invited to report for a campaign called off at “%s”',
  async (words) => {
    const talk = await openPublished();
    await confirmed(talk, 'organiser', '取消活动');
    const said = await talk.alone('xuhui-liaison', words);
    expect(said).toContain('活动已取消，不用再报');
    expect(said).not.toMatch(/前报齐|请于/);
  },
);

describe('opened again', () => {
  it('it is announced to whom the closing was', async () => {
    const talk = await openPublished();
    await reportAll(talk, 'xuhui-liaison');
    await confirmed(talk, 'organiser', '截止填报');
    const [stop] = talk.group();
    await talk.say('organiser', '开放填报');
    const [news] = talk.group();
    expect(news?.text).toMatch(
      /^【恢复填报】《活动总结和统计表》已重新开放，可以继续报、继续改。未报齐：黄浦区局、长宁区局/,
    );
    expect(news?.text).toMatch(/。请于3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00。$/);
    expect(news?.mentions).toEqual(stop?.mentions);
  });

  it('after the deadline, it is not said that there is time', async () => {
    const talk = await openPublished();
    await talk.until('2023-03-23 09:00');
    await confirmed(talk, 'organiser', '截止填报');
    await talk.say('organiser', '开放填报');
    expect(talk.group().at(-1)?.text).toMatch(/原定3月22日（周三）24:00截止，已过，请尽快报齐。$/);
  });

  it('it is open for all, and not for one', async () => {
    const talk = await openPublished();
    await confirmed(talk, 'organiser', '截止填报');
    talk.group();
    expect(await talk.say('organiser', '开放填报 普陀区局')).toMatch(/^不能只给普陀区局开放，没有办理。/);
    expect(await talk.say('organiser', '给普陀区局单独开放填报')).toMatch(/^不能只给普陀区局开放，没有办理。/);
    expect(talk.group()).toEqual([]);
    expect(await talk.alone('putuo-liaison', '填报')).toContain('已截止');
  });
});

it('a unit that was promised more time is named before it is closed and after', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '普陀区局截止改到3月28日前');
  await talk.until('2023-03-23 09:00');
  const cut = '普陀区局单独延到3月28日（周二）24:00，也一并停止。';
  expect(await talk.say('organiser', '截止填报')).toContain(cut);
  expect(await talk.say('organiser', '是')).toContain(cut);
});

it('a deadline put forward is called so in 差异 and in 汇总进度', async () => {
  const talk = await openPublished();
  await confirmed(talk, 'organiser', '松江区局截止改到3月20日前');
  await talk.say('organiser', '嘉定区局截止改到3月28日前');
  expect(await talk.alone('organiser', '差异')).toMatch(/松江区局《活动总结和统计表》提前到“3月20日前”/);
  expect(await talk.alone('organiser', '差异')).toMatch(/嘉定区局《活动总结和统计表》延到“3月28日前”/);
  expect(await talk.alone('organiser', '汇总进度')).toContain('（1家另有延期，1家另有提前）');
});
