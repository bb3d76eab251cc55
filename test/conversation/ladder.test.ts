import { expect, it } from 'vitest';
import { type Conversation, confirmed, openConversation, openPublished, reportAll } from '../support/conversation.ts';

const reminders = (talk: Conversation) => talk.group().filter(({ text }) => text.startsWith('【报送提醒】'));

it('reminds at the instants of the ladder from 12 March to 7 April, over weekends and the holiday of 5 April', async () => {
  const talk = await openPublished();
  await talk.until('2023-04-07 18:00');
  expect(reminders(talk).map(({ at }) => at)).toEqual([
    '03-14 10:00', // 7 days before
    '03-17 10:00', // 3 days before is a Saturday
    '03-20 10:00', // the day before
    '03-21 10:00', // the day itself
    '03-21 14:00', // none 2 hours before: that is too soon after
    '03-22 10:00', // every working day after
    '03-23 10:00',
    '03-24 10:00',
    '03-27 10:00',
    '03-28 10:00',
    '03-29 10:00',
    '03-30 10:00',
    '03-31 10:00',
    '04-03 10:00',
    '04-04 10:00',
    '04-06 10:00',
    '04-07 10:00',
  ]);
});

it('says how much time is left, then that it is late', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-28 12:00');
  const heads = reminders(talk).map(({ text }) => text.split('\n')[0]);
  expect(heads).toEqual([
    '【报送提醒】3·15活动统计表和材料，请于3月21日（周二）17:30前报齐（还有7天）。27家均未报齐。',
    '【报送提醒】3·15活动统计表和材料，请于3月21日（周二）17:30前报齐（还有4天）。27家均未报齐。',
    '【报送提醒】3·15活动统计表和材料，请于3月21日（周二）17:30前报齐（还有1天）。27家均未报齐。',
    '【报送提醒】3·15活动统计表和材料，请于今天17:30前报齐。27家均未报齐。',
    '【报送提醒】3·15活动统计表和材料，请于今天17:30前报齐。27家均未报齐。',
    '【报送提醒】3·15活动统计表和材料，最迟今天24:00，过后计为逾期。27家均未报齐。',
    '【报送提醒】3·15活动统计表和材料，已逾期1天（3月22日（周三）24:00截止）。27家均未报齐。',
    '【报送提醒】3·15活动统计表和材料，已逾期2天（3月22日（周三）24:00截止）。27家均未报齐。',
    '【报送提醒】3·15活动统计表和材料，已逾期5天（3月22日（周三）24:00截止）。27家均未报齐。',
    '【报送提醒】3·15活动统计表和材料，已逾期6天（3月22日（周三）24:00截止）。27家均未报齐。',
  ]);
});

it('sends one message that mentions those who owe and says exactly what each owes', async () => {
  const talk = await openPublished();
  const done = talk.reporters().filter((id) => !/^(xuhui|jingan|putuo)-/.test(id));
  for (const id of done) await reportAll(talk, id);
  await talk.alone('xuhui-liaison', '公益广告3条，抖音12条');
  await talk.alone('jingan-liaison', '全部为0');
  await talk.alone('jingan-liaison', '总结已报送OA');
  await talk.until('2023-03-14 10:00');

  expect(reminders(talk)).toEqual([
    {
      at: '03-14 10:00',
      text: [
        '【报送提醒】3·15活动统计表和材料，请于3月21日（周二）17:30前报齐（还有7天）。还差：',
        '· 统计表第1、4、5、6、7、8、9项、总结、图片：徐汇区局',
        '· 统计表待回“确认提交”、图片：静安区局',
        '· 统计表、总结、图片：普陀区局',
        '请点开与督办助手的单聊发“填报”，材料也在单聊里发。',
      ].join('\n'),
      mentions: ['xuhui-liaison', 'jingan-liaison', 'putuo-liaison'],
    },
  ]);
});

it('is silent when nobody owes, and takes the ladder up again with whoever reopens', async () => {
  const talk = await openPublished();
  for (const id of talk.reporters()) await reportAll(talk, id);
  await talk.until('2023-03-20 12:00');
  expect(reminders(talk)).toEqual([]);
  await talk.alone('xuhui-liaison', '修改');
  await talk.until('2023-03-21 12:00');
  expect(reminders(talk).map(({ at, mentions }) => [at, mentions])).toEqual([['03-21 10:00', ['xuhui-liaison']]]);
});

it('tells the leader of a late unit, alone and once, on the second working day', async () => {
  const talk = await openPublished();
  await reportAll(talk, 'xuhui-liaison');
  await talk.alone('huangpu-liaison', '其余为0，确认提交');
  await talk.until('2023-04-07 18:00');

  const late = (person: string) => talk.told(person).filter(({ text }) => text.startsWith('【逾期提示】'));
  expect(late('huangpu-leader')).toEqual([
    {
      at: '03-24 10:00',
      text: '【逾期提示】3·15活动统计表和材料已于3月22日（周三）24:00截止，贵单位尚未报齐，请督促。\n· 黄浦区局：还差总结、图片',
      mentions: [],
    },
  ]);
  expect(late('xuhui-leader')).toEqual([]);
  expect(late('shanghai-leader')).toEqual([]);
});

it('keeps quiet hours: what would fall into them comes just before', async () => {
  const talk = await openPublished();
  await confirmed(talk, 'organiser', '截止改到3月21日23:00前');
  talk.group();
  await talk.until('2023-03-22 09:00');
  expect(
    reminders(talk)
      .map(({ at }) => at)
      .filter((at) => at.startsWith('03-2')),
  ).toEqual(['03-20 10:00', '03-21 10:00', '03-21 14:00', '03-21 19:59']);
});

it('reminds the units once before it tells leaders, where the plan goes out after the deadline', async () => {
  const talk = await openConversation();
  await talk.until('2023-03-27 15:00');
  await talk.say('organiser', '确认发布方案');
  talk.group();
  await talk.until('2023-03-28 10:00');
  expect(talk.group().filter(({ text }) => text.includes('【报送提醒】'))).toHaveLength(1);
  expect(talk.told('xuhui-leader')).toEqual([]);
  await talk.until('2023-03-29 10:00');
  expect(talk.told('xuhui-leader').map(({ at, text }) => [at, text.slice(0, 6)])).toEqual([
    ['03-29 10:00', '【逾期提示】'],
  ]);
  await talk.until('2023-04-07 10:00');
  expect(talk.told('xuhui-leader')).toEqual([]);
});

it('tells the leaders of a unit with a later deadline of its own when that has passed, once', async () => {
  const talk = await openPublished();
  await talk.say('organiser', '长宁延期到3月28日前');
  await talk.until('2023-03-27 18:00');
  expect(talk.told('changning-leader')).toEqual([]);
  await talk.until('2023-04-07 10:00');
  expect(talk.told('changning-leader').map(({ at, text }) => [at, text.slice(0, 18)])).toEqual([
    ['03-30 10:00', '【逾期提示】3·15活动统计表和材料'],
  ]);
});

it('does not tell leaders a second time because reminders were paused and resumed', async () => {
  const talk = await openPublished();
  await talk.until('2023-03-24 12:00');
  expect(talk.told('xuhui-leader')).toHaveLength(1);
  await talk.say('organiser', '暂停提醒');
  await talk.until('2023-03-27 12:00');
  await talk.say('organiser', '恢复提醒');
  await talk.until('2023-04-04 12:00');
  expect(talk.told('xuhui-leader')).toEqual([]);
});
