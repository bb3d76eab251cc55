import { describe, expect, it } from 'vitest';
import { confirmed, openConversation, openPublished, reportAll } from '../support/conversation.ts';

it('tells everyone of a moved deadline, with the notice’s words and both instants', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '截止改到3月24日前')).toBe(
    '活动总结和统计表的报送时间由“3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00”改为“3月23日（周四）17:30前报齐，最迟3月24日（周五）24:00”，将通知27家，@所有人。确认请回“是”（10分钟内有效），不办请回“不用了”。',
  );
  expect(talk.group()).toEqual([]);
  expect(await talk.say('organiser', '是')).toBe(
    '截止时间已改为：3月23日（周四）17:30前报齐，最迟3月24日（周五）24:00。已在工作群通知，提醒已按新时间重排。',
  );
  expect(talk.group()).toEqual([
    {
      at: '03-12 09:00',
      text: '【截止时间调整】活动总结和统计表的报送时间改为“3月24日前”：请于3月23日（周四）17:30前报齐，最迟3月24日（周五）24:00。（原为3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00）',
      mentions: ['all'],
    },
  ]);
  expect(await talk.alone('xuhui-liaison', '什么时候截止')).toBe(
    '活动总结和统计表：“3月24日前”，请于3月23日（周四）17:30前报齐，最迟3月24日（周五）24:00。',
  );
});

it('plans the ladder anew and sends nothing at the old instants', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-20 11:00');
  await confirmed(talk, 'organiser', '截止改到3月31日前');
  talk.group();
  await talk.until('2023-04-04 12:00');
  expect(talk.group().map(({ at }) => at)).toEqual([
    '03-23 10:00', // 7 days before the 30th; none on the 21st and 22nd
    '03-27 10:00', // 3 days before
    '03-29 10:00', // the day before
    '03-30 10:00',
    '03-30 14:00', // none two hours before: that is too soon after
    '03-31 10:00',
    '04-03 10:00',
    '04-04 10:00',
  ]);
  await talk.until('2023-04-06 12:00');
  expect(talk.told('xuhui-leader').filter(({ text }) => text.startsWith('【逾期提示】'))).toMatchObject([
    { at: '04-04 10:00' },
  ]);
});

it('brings a deadline forward, to the hour', async () => {
  const talk = await openPublished();
  await confirmed(talk, 'organiser', '截止提前到3月17日中午前');
  talk.group();
  await talk.until('2023-03-17 13:00');
  const reminders = talk.group().filter(({ text }) => text.startsWith('【报送提醒】'));
  expect(reminders.map(({ at }) => at)).toEqual(['03-14 10:00', '03-16 10:00', '03-17 10:00']);
  expect(reminders.at(-1)?.text).toContain('请于今天12:00前报齐');
});

it('judges by the new deadline who was in time', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-23 09:00');
  await reportAll(talk, 'xuhui-liaison');
  const onTime = async () => /按时率([\d.]+%)/.exec(await talk.say('shanghai-leader', '汇总进度'))?.[1];
  expect(await onTime()).toBe('0%');
  await confirmed(talk, 'organiser', '截止改到3月24日前');
  expect(await onTime()).toBeUndefined();
  await talk.until('2023-03-25 09:00');
  expect(await onTime()).toBe('3.7%');
});

it.each([
  ['截止改到3月10日前', '3月10日（周五）24:00前报齐——这个时间已经过了，截止时间没有改。'],
  ['截止改到下辈子', '没看懂新的截止时间。请写成“截止改到3月24日前”或“截止改到3月24日17:30前”。'],
  ['截止改到3月22日前', '截止时间本来就是：3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00。'],
])('leaves the deadline alone at “%s”', async (words, reply) => {
  const talk = await openPublished();
  await talk.until('2023-03-12 10:00');
  expect(await talk.say('organiser', words)).toBe(reply);
  expect(talk.group()).toEqual([]);
});

it.each([
  ['长宁延期到3月24日前', '长宁区局', '沈志恒'],
  ['黄浦区局延期至3月24日前', '黄浦区局', '王若溪、冯启明'],
  ['给长宁延期到3月24日前', '长宁区局', '沈志恒'],
  ['同意长宁、黄浦的统计表延到3月24日前', '长宁区局、黄浦区局', '沈志恒、王若溪、冯启明'],
])('extends it for the units named at “%s”', async (words, units, people) => {
  const talk = await openPublished();
  expect(await talk.alone('organiser', words)).toBe(
    `${units}《活动总结和统计表》延到：3月23日（周四）17:30前报齐，最迟3月24日（周五）24:00。已告知${people}。其他单位不变。`,
  );
  expect(talk.group()).toEqual([]);
});

it('shows first what moves it for everyone, and leaves alone what is about something else', async () => {
  const talk = await openPublished();
  expect(await talk.alone('organiser', '统计表延期到3月24日前')).toContain('将通知27家，@所有人。确认请回“是”');
  expect(await talk.alone('organiser', '长宁的稿件延期到3月24日前')).toMatch(
    /^没看懂给谁延期（“长宁的稿件”），截止时间没有改。/,
  );
  for (const words of ['长宁延期到3月24日可以吗', '长宁想延期到3月24日', '听说长宁延期到3月24日'])
    expect(await talk.alone('organiser', words)).toMatch(/^这句我没有当作指令办理/);
  expect(await talk.alone('organiser', '发布会延期到3月24日')).not.toContain('延到');
  expect(await talk.alone('changning-liaison', '长宁延期到3月24日前')).toMatch(/由组织者.*办理/);
});

it('tells nobody while the plan is not out', async () => {
  const talk = await openConversation();
  expect(await talk.alone('organiser', '截止改到3月24日前')).toContain('方案还没有发布，暂不通知。');
  expect(await talk.alone('organiser', '是')).toBe(
    '截止时间已改为：3月23日（周四）17:30前报齐，最迟3月24日（周五）24:00。提醒已按新时间重排。',
  );
  expect(talk.group()).toEqual([]);
});

it('keeps a later deadline that one unit was promised, and says so', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '徐汇区局截止改到3月28日前');
  expect(await talk.say('organiser', '截止改到3月24日前')).toContain('徐汇区局已单独延期，仍按延期的时间。');
  await talk.say('organiser', '是');
  expect(talk.group().at(-1)?.text).toContain('徐汇区局已单独延期，仍按延期的时间。');
  expect(await talk.alone('xuhui-liaison', '什么时候截止')).toContain('3月28日');
  expect(await talk.alone('huangpu-liaison', '什么时候截止')).toContain('3月24日');
  // Moved beyond it, it is everybody's.
  expect(await confirmed(talk, 'organiser', '截止改到3月31日前')).not.toContain('单独延期');
  expect(await talk.alone('xuhui-liaison', '什么时候截止')).toContain('3月31日');
});

it('calls a deadline that comes earlier no extension', async () => {
  const talk = await openPublished();
  expect(await confirmed(talk, 'organiser', '徐汇区局截止改到3月20日前')).toContain('提前到');
});

it.each(['等一下', '先等等', '稍等', '再想想', '先别'])(
  'lets an order go at “%s”: no later 好 carries it out',
  async (words) => {
    const talk = await openPublished();
    await talk.say('organiser', '截止填报');
    await talk.say('organiser', words);
    await talk.say('organiser', '好的');
    expect(await talk.alone('xuhui-liaison', '公益广告3条')).toContain('已记');
  },
);

describe('so many days', () => {
  it.each([
    ['长宁延期三天', '长宁区局《活动总结和统计表》延到：3月24日（周五）17:30前报齐，最迟3月25日（周六）24:00。'],
    ['延期 长宁 2天', '长宁区局《活动总结和统计表》延到：3月23日（周四）17:30前报齐，最迟3月24日（周五）24:00。'],
    [
      '给长宁区局宽限两个工作日',
      '长宁区局《活动总结和统计表》延到：3月23日（周四）17:30前报齐，最迟3月24日（周五）24:00。',
    ],
    ['同意长宁顺延一周', '长宁区局《活动总结和统计表》延到：3月28日（周二）17:30前报齐，最迟3月29日（周三）24:00。'],
  ])('are counted from the unit’s own deadline at “%s”', async (words, said) => {
    const talk = await openPublished();
    expect(await talk.alone('organiser', words)).toBe(`${said}已告知沈志恒。其他单位不变。`);
    expect(talk.told('changning-liaison').at(-1)?.text).toContain(said.slice(said.indexOf('延到')));
    expect(await talk.alone('xuhui-liaison', '什么时候截止')).toContain('3月21日（周二）17:30前');
  });

  it('are counted from a deadline that was moved before, and keep its hour', async () => {
    const talk = await openPublished();
    await talk.alone('organiser', '长宁延期到3月23日15:00前');
    await talk.alone('organiser', '长宁延期1天');
    expect(await talk.alone('organiser', '是')).toContain('延到：3月24日（周五）15:00前报齐。');
    expect(await talk.alone('changning-liaison', '什么时候截止')).toContain('“3月24日15:00前”');
  });

  it('are shown for several units, each with what comes of it, and do nothing without a yes', async () => {
    const talk = await openPublished();
    await talk.alone('organiser', '长宁延期到3月24日前');
    expect(await talk.alone('organiser', '长宁、徐汇延期3天')).toBe(
      '《活动总结和统计表》的截止时间：长宁区局改为3月24日（周五）17:30前报齐，最迟3月27日（周一）24:00；徐汇区局改为3月24日（周五）17:30前报齐，最迟3月25日（周六）24:00。其他单位不变，将告知沈志恒、卫子航。确认请回“是”（10分钟内有效），不办请回“不用了”。',
    );
    expect(talk.told('xuhui-liaison')).toEqual([]);
    await talk.alone('organiser', '是');
    expect(talk.told('xuhui-liaison').at(-1)?.text).toContain('【延期】贵单位《活动总结和统计表》可延到：3月24日');
  });

  it.each(['各单位延期三天', '各单位延期到3月25日前', '截止时间延三天', '统一延期3天'])(
    'move it for everyone at “%s”, shown first',
    async (words) => {
      const talk = await openPublished();
      expect(await talk.alone('organiser', words)).toContain(
        '24日（周五）17:30前报齐，最迟3月25日（周六）24:00”，将通知27家，@所有人。',
      );
      expect(await talk.alone('xuhui-liaison', '什么时候截止')).toContain('3月21日');
    },
  );

  it.each(['会议推迟三天', '长宁延期三天可以吗', '火星局延期三天'])('move nothing at “%s”', async (words) => {
    const talk = await openPublished();
    await talk.alone('organiser', words);
    await talk.alone('organiser', '是');
    expect(await talk.alone('changning-liaison', '什么时候截止')).toContain('3月21日（周二）17:30前');
    expect(await talk.alone('organiser', '差异')).toBe('群里没有改动，与文件一致。');
  });
});

it.each([
  ['黄浦延期', '延期 黄浦区局 到3月24日前'],
  ['延期 黄浦', '延期 黄浦区局 到3月24日前'],
  ['把黄浦区局延期一下', '延期 黄浦区局 到3月24日前'],
  ['延期', '截止改到3月24日前'],
])('asks until when at %s', async (words, how) => {
  const talk = await openPublished();
  const said = await talk.alone('organiser', words);
  expect(said).toContain('还不知道延到哪天，没有改。');
  expect(said).toContain(how);
});
