/** What people on duty say of their shifts besides 到岗 and 请假: promises, doubts, several shifts at once. */
import { describe, expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';
import { openThreeReturns } from '../support/three-returns.ts';

async function morning() {
  const talk = await openPublished();
  await talk.until('2023-03-15 08:20');
  return talk;
}

describe('a promise', () => {
  it.each([
    '准时到岗',
    '按时到岗',
    '收到，准时到岗',
    '好的，准时到岗',
    '会准时到岗的',
    '我一定准时到岗',
    '9点准时到岗',
    '我能到岗',
    '明天到岗',
    '徐汇准时到岗',
    '我们局准时到岗',
  ])('“%s” is no arrival', async (words) => {
    const talk = await morning();
    await talk.alone('xuhui-leader', words);
    await talk.until('2023-03-15 09:12');
    expect(talk.group().at(-1)?.text).toMatch(/^【未到岗】.*徐汇区局 蒋雨桐/);
  });

  it('is shown beside who is not there', async () => {
    const talk = await morning();
    expect(await talk.say('xuhui-leader', '好的，准时到岗')).toBe(
      '好的，已记您会到岗。到岗后请回“到岗”，才算签到（带队值守，3月15日（周三）09:00—17:30）。',
    );
    await talk.until('2023-03-15 09:12');
    expect(talk.group().at(-1)?.text).toContain('徐汇区局 蒋雨桐（已报会到岗）');
  });

  it('takes an absence back, and who heard of that hears of it', async () => {
    const talk = await morning();
    await talk.alone('xuhui-leader', '两班都请假');
    talk.told('organiser');
    expect(await talk.alone('xuhui-leader', '改主意了，我能到岗')).toContain('原报的请假取消，已告知组织者周文博');
    expect(talk.told('organiser').map(({ text }) => text)).toEqual([
      '【值班提示】徐汇区局蒋雨桐原报不能到岗，现能到岗：带队值守（3月15日（周三）09:00—17:30）、“3·15”晚会期间带队值守（3月15日（周三）19:30—22:30）。',
    ]);
    expect(await talk.alone('organiser', '徐汇谁值班')).not.toContain('已报告不能到岗');
  });

  it('said as a request to others is none', async () => {
    const talk = await morning();
    expect(await talk.say('xuhui-leader', '请准时到岗')).not.toContain('已记');
  });
});

describe('an absence', () => {
  const both = '已记：您带队值守、“3·15”晚会期间带队值守不能到岗';
  it.each([
    ['今天请假', both],
    ['今天家里有急事，去不了值班', both],
    ['两班都请假', both],
    ['全天请假', both],
    ['今天两个班我都来不了', both],
    ['晚会请假', '已记：您“3·15”晚会期间带队值守不能到岗'],
    ['3·15晚会请假', '已记：您“3·15”晚会期间带队值守不能到岗'],
    ['带队值守请假', '已记：您带队值守不能到岗'],
    ['今天上午请假', '已记：您带队值守不能到岗'],
    ['请假，晚会也来不了', both],
    ['孩子病了，晚会也来不了', '已记：您“3·15”晚会期间带队值守不能到岗'],
  ])('“%s” is of the shifts that are said', async (words, answer) => {
    const talk = await morning();
    expect(await talk.alone('xuhui-leader', words)).toContain(`${answer}，`);
    expect(talk.told('organiser').filter(({ text }) => text.includes('【缺岗提示】'))).toHaveLength(1);
  });

  it('said twice is of what was not said before', async () => {
    const talk = await morning();
    await talk.alone('xuhui-leader', '请假');
    expect(await talk.alone('xuhui-leader', '两班都请假')).toContain('已记：您“3·15”晚会期间带队值守不能到岗');
  });

  it('shows where a unit’s duty is asked about', async () => {
    const talk = await morning();
    await talk.alone('huangpu-leader', '今天请假');
    expect(await talk.alone('organiser', '黄浦谁值班')).toContain('褚安然（已报告不能到岗）');
  });

  it.each(['我可能到不了，尽量到岗', '今天可能来不了', '不一定能到岗', '尽量到岗'])(
    'that is not sure (%s) is passed on as such',
    async (words) => {
      const talk = await morning();
      expect(await talk.alone('xuhui-leader', words)).toMatch(/^您说带队值守可能到不了，已告知组织者.*暂不记请假/);
      expect(talk.told('organiser').at(-1)?.text).toContain(`原话：“${words}”。还没有请假`);
      expect(await talk.alone('organiser', '徐汇谁值班')).not.toContain('不能到岗');
    },
  );
});

describe('two statements in one message', () => {
  it.each(['我到岗了，不过晚上请假', '上午到岗，晚会请假', '已到岗，但是晚会那班请假'])(
    'both count: %s',
    async (words) => {
      const talk = await morning();
      const said = await talk.alone('xuhui-leader', words);
      expect(said).toContain('08:20到岗（带队值守）');
      expect(said).toContain('已记：您“3·15”晚会期间带队值守不能到岗');
    },
  );

  it.each(['今晚的到岗，明天的请假', '今晚到岗，明天白天请假'])('both count, over midnight: %s', async (words) => {
    const talk = await openThreeReturns();
    await talk.until('2024-05-29 19:30');
    const said = await talk.alone('beishan-liaison', words);
    expect(said).toContain('19:30到岗（强降雨夜间值守）');
    expect(said).toContain('已记：您强降雨日间值守不能到岗');
  });

  it('the same twice is one', async () => {
    const talk = await morning();
    expect(await talk.alone('xuhui-leader', '签到 签到')).toBe('徐汇区局蒋雨桐 08:20到岗（带队值守）。');
  });
});

describe('a check-in', () => {
  it('is for the shift that follows, of who is there already', async () => {
    const talk = await openThreeReturns();
    await talk.until('2024-05-29 19:30');
    await talk.alone('nanhu-liaison', '到岗');
    await talk.until('2024-05-30 07:20');
    expect(await talk.alone('nanhu-liaison', '到岗')).toContain('07:20到岗（强降雨日间值守）');
    expect(await talk.alone('nanhu-liaison', '到岗')).toContain('无需重复');
  });

  it.each(['日间值守到岗', '白天班到岗', '日间值守已到岗'])('is for the shift that is named: %s', async (words) => {
    const talk = await openThreeReturns();
    await talk.until('2024-05-30 07:30');
    const said = await talk.alone('dongcheng-liaison', words);
    expect(said).toContain('07:30到岗（强降雨日间值守）');
    expect(said).toContain('您强降雨夜间值守还没有签到');
  });

  it('for a shift that is not open yet is a promise', async () => {
    const talk = await morning();
    expect(await talk.alone('xuhui-leader', '晚会那班我到岗')).toContain(
      '到岗后请回“到岗”，才算签到（“3·15”晚会期间带队值守',
    );
    await talk.until('2023-03-15 19:00');
    expect(await talk.alone('xuhui-leader', '晚会那班我到岗')).toContain('19:00到岗（“3·15”晚会期间带队值守）');
  });

  it.each(['今天我值班，已到岗', '来了', '已在单位', '我在岗位上了'])('may be said as %s', async (words) => {
    const talk = await morning();
    expect(await talk.alone('xuhui-leader', words)).toContain('08:20到岗（带队值守）');
  });

  it('names in brackets for whom', async () => {
    const talk = await morning();
    expect(await talk.alone('qingpu-liaison', '已到岗（代窦局）')).toContain('水清扬替窦文静 08:20到岗');
  });

  it.each(['王班到岗了', '韩局到岗', '人员值守到岗', '韩局准时到岗'])('is everyone’s own: %s', async (words) => {
    const talk = await morning();
    expect(await talk.alone('xuhui-leader', words)).toContain('到岗请本人来报');
  });

  it('is told to who asks for his own', async () => {
    const talk = await morning();
    expect(await talk.alone('xuhui-leader', '我到了吗？')).toContain('您还没有签到（带队值守');
    await talk.alone('xuhui-leader', '到岗');
    expect(await talk.alone('xuhui-leader', '我到了吗？')).toBe('蒋雨桐已于08:20签到（带队值守）。');
  });
});

it('notes on the way whom a colleague calls so', async () => {
  const talk = await morning();
  expect(await talk.alone('songjiang-liaison', '柏局在路上，马上到岗')).toContain('已记柏雪晴在路上');
  await talk.until('2023-03-15 09:12');
  expect(talk.group().at(-1)?.text).toContain('柏雪晴（在路上）');
});

it('tells a leader who has not come in the evening', async () => {
  const talk = await morning();
  await talk.until('2023-03-15 19:45');
  expect(await talk.alone('shanghai-leader', '晚上谁没来')).toMatch(/^“3·15”晚会期间带队值守.*未到岗：/);
});
