import { expect, it } from 'vitest';
import { confirmed, openPublished, reportAll } from '../support/conversation.ts';

it('chases those who owe at once, at most once an hour', async () => {
  const talk = await openPublished();
  for (const id of talk.reporters().slice(2)) await reportAll(talk, id);

  expect(await talk.say('organiser', '催办')).toBe(
    '将在工作群提醒2家未报齐单位，@各家联络员。确认请回“是”（10分钟内有效），不办请回“不用了”。',
  );
  expect(talk.group()).toEqual([]);
  expect(await talk.say('organiser', '是')).toBe('已在工作群提醒2家未报齐单位。');
  expect(talk.group().map(({ mentions }) => mentions)).toEqual([
    ['huangpu-liaison', 'huangpu-liaison-2', 'xuhui-liaison'],
  ]);
  await talk.until('2023-03-12 09:59');
  expect(await talk.say('organiser-2', '催办')).toBe('09:00刚催过，10:00以后可以再催。');
  expect(talk.group()).toEqual([]);
  await talk.until('2023-03-12 10:00');
  expect(await confirmed(talk, 'organiser-2', '催一下')).toBe('已在工作群提醒2家未报齐单位。');
  expect(talk.group()).toHaveLength(1);
});

it('has nobody to chase when all are in', async () => {
  const talk = await openPublished();
  for (const id of talk.reporters()) await reportAll(talk, id);
  expect(await talk.say('organiser', '催办')).toBe('各单位都已报齐，不用催。');
  expect(talk.group()).toEqual([]);
});

it('does not chase for a return that is closed, and says why', async () => {
  const talk = await openPublished();
  await confirmed(talk, 'organiser', '截止填报');
  expect(await talk.say('organiser', '催办')).toBe('填报已经截止，没有催。要继续收请先发“开放填报”。');
  await talk.until('2023-03-22 12:00');
  expect(talk.group().filter(({ text }) => text.startsWith('【报送提醒】'))).toEqual([]);
});

it('shows a chase that reaches as good as everyone before it does it, whatever is named in it', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '催图片')).toContain('将在工作群提醒27家未报图片的单位');
  expect(talk.group()).toEqual([]);
  expect(await talk.say('organiser', '是')).toBe('已在工作群提醒27家未报图片的单位。');
  expect(talk.group()).toHaveLength(1);
  // The same again is one too many.
  expect(await talk.say('organiser', '催办')).toContain('刚催过');
});

it('chases a few at once', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '催徐汇')).toContain('徐汇区局');
  expect(talk.group()).toHaveLength(1);
});

it.each([
  ['催图片', '图片', '把图片发过来。'],
  ['催图片和总结', '总结、图片', '把总结、图片发过来。'],
  ['催统计表', '统计表', '发“填报”。'],
  ['催活动总结和统计表', '统计表和材料', '发“填报”，材料也在单聊里发。'],
])('speaks of nothing but what is named at “%s”', async (words, what, how) => {
  const talk = await openPublished();
  await confirmed(talk, 'organiser', words);
  const [{ text } = { text: '' }] = talk.group();
  expect(text).toBe(
    `【报送提醒】3·15活动${what}，请于3月21日（周二）17:30前报齐（还有9天）。27家均未报齐。\n请点开与督办助手的单聊${how.startsWith('把') ? '，' : ''}${how}`,
  );
});

it('names of a few units only the part that was asked for, and leaves the ladder to remind of the rest', async () => {
  const talk = await openPublished();
  expect(await talk.say('organiser', '催徐汇图片')).toBe('已在工作群提醒徐汇区局。');
  expect(talk.group().map(({ text }) => text)).toEqual([
    expect.stringMatching(
      /^【报送提醒】3·15活动图片，.*还差：\n· 图片：徐汇区局\n请点开与督办助手的单聊，把图片发过来。$/,
    ),
  ]);
  await talk.until('2023-03-14 09:30');
  await confirmed(talk, 'organiser', '催图片');
  talk.group();
  await talk.until('2023-03-14 10:00');
  expect(talk.group().map(({ text }) => text.split('，')[0])).toEqual(['【报送提醒】3·15活动统计表和材料']);
});

it('tells each its own deadline where some have a later one', async () => {
  const talk = await openPublished();
  await talk.alone('organiser', '各区局延期到3月30日');
  await talk.alone('organiser', '是');
  await talk.until('2023-03-21 15:40');
  talk.group();
  await talk.alone('organiser', '催办');
  await talk.alone('organiser', '是');
  const [{ text = '' } = {}] = talk.group();
  expect(text).toMatch(/请于今天17:30前报齐。还差：\n· 统计表、总结、图片：临港新片区局、.*投诉举报中心\n/);
  expect(text).toContain('请于3月30日（周四）17:30前报齐（还有9天）。16家还未报齐。');
});

it('asks the leader it calls for want of a liaison to have it done', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '确认移除人员 长宁区局 沈志恒');
  talk.group();
  const asked = '长宁区局还没有联络员，请单位领导安排一位同志发“绑定 单位全称”，由其办理。';
  await talk.say('organiser', '催长宁');
  const [alone] = talk.group();
  expect(alone?.mentions).toEqual(['changning-leader']);
  expect(alone?.text).toContain(asked);
  expect(alone?.text).not.toContain('填报”');
  await talk.until('2023-03-12 10:00');
  await talk.say('organiser', '催长宁、黄浦');
  const [both] = talk.group();
  expect(both?.text).toContain('请点开与督办助手的单聊发“填报”');
  expect(both?.text).toContain(asked);
});
