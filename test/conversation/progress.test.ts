import { expect, it } from 'vitest';
import { confirmed, openPublished, reportAll } from '../support/conversation.ts';

const nineZeros = (advertising: number, tiktok: number) => [
  '1 组织重要新闻发布 0次',
  `2 播放公益广告 ${advertising}条`,
  `3 抖音小视频参与数 ${tiktok}条`,
  '4 印发各类宣传资料 0册',
  '5 开展咨询、科普 0次',
  '6 主流媒体专版 0篇',
  '7 开展行政指导 0次',
  '8 专题报道 0次',
  '9 查处侵害消费者权益案件 0件',
];

it('sums up receipts, returns, totals and duty for leaders and the organiser', async () => {
  const talk = await openPublished();
  const silent = ['food-sampling-liaison', 'price-antitrust-liaison', 'enforcement-liaison'];
  for (const id of talk.reporters().filter((reporter) => !silent.includes(reporter))) {
    await talk.say(id, '收到');
    await reportAll(talk, id);
  }
  await talk.alone('enforcement-liaison', '公益广告5条');
  await talk.until('2023-03-13 09:30');
  expect(await talk.say('shanghai-leader', '汇总进度')).toBe(
    [
      '【3·15活动进度】截至3月13日（周一）09:30',
      '签收：25/28家，未签收：食品安全抽检监测处、反垄断和价格监督检查办公室、执法总队。',
      '报送：已报齐24/27家，完成率88.9%。填报中1家，未动2家。',
      '未报齐：食品安全抽检监测处、反垄断和价格监督检查办公室、执法总队。',
      '截止：3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00。',
      '合计（按已提交统计表的24家）：',
      ...nineZeros(72, 288),
      '值班：当前没有在值的班次。',
      '下一班：带队值守（3月15日（周三）09:00—17:30），21家单位，均已排人。',
    ].join('\n'),
  );
});

it('counts who is overdue, and who was in time and who not', async () => {
  const talk = await openPublished();
  const [first = '', second = '', ...rest] = talk.reporters();
  for (const id of rest) await reportAll(talk, id);
  await talk.until('2023-03-23 09:00');
  await reportAll(talk, first);
  expect(await talk.alone('organiser', '汇总进度')).toMatch(
    /报送：已报齐26\/27家，完成率96.3%，按时率92.6%。填报中0家，未动1家，逾期1家。\n未报齐：徐汇区局。/,
  );
  await reportAll(talk, second);
  expect(await talk.alone('organiser', '汇总进度')).toMatch(/报送：已报齐27\/27家，完成率100%，按时率92.6%。\n截止：/);
  expect(await talk.alone('organiser', '未报单位')).toBe('各单位都已报齐。');
});

it('does not count as overdue a unit whose own deadline is still to come', async () => {
  const talk = await openPublished();
  await confirmed(talk, 'organiser', '延期 徐汇区局到3月24日前');
  await talk.until('2023-03-23 09:00');
  expect(await talk.alone('organiser', '汇总进度')).toContain('填报中0家，未动27家，逾期26家。');
  await talk.until('2023-03-25 09:00');
  expect(await talk.alone('organiser', '汇总进度')).toContain('填报中0家，未动27家，逾期27家。');
});

it('counts a return no more while it is reopened, neither as in nor as in time', async () => {
  const talk = await openPublished();
  await reportAll(talk, 'xuhui-liaison');
  await talk.alone('xuhui-liaison', '修改');
  expect(await talk.alone('organiser', '汇总进度')).toMatch(/已报齐0\/27家，完成率0%。填报中1家，未动26家。/);
});

it('leaves a return in time that was complete before the deadline and corrected after it', async () => {
  const talk = await openPublished();
  await reportAll(talk, 'xuhui-liaison');
  await talk.until('2023-03-23 09:00');
  await talk.alone('xuhui-liaison', '第2项改成30，确认提交');
  expect(await talk.alone('organiser', '汇总进度')).toMatch(/已报齐1\/27家，完成率3.7%，按时率3.7%/);
});

it('lists who has not delivered by what they owe', async () => {
  const talk = await openPublished();
  const [first = '', second = '', third = '', ...rest] = talk.reporters();
  for (const id of rest) await reportAll(talk, id);
  await talk.alone(first, '总结、图片已报送');
  await talk.alone(second, '其余为0，确认提交');
  await talk.alone(third, '总结、图片已报送');
  expect(await talk.alone('shanghai-leader', '未报单位')).toBe(
    '未报齐3家：\n· 还差统计表：黄浦区局、长宁区局\n· 还差总结、图片：徐汇区局',
  );
});

it('totals one row with its zeros and the largest', async () => {
  const talk = await openPublished();
  await talk.alone('huangpu-liaison', '公益广告8条，其余为0，确认提交');
  await talk.alone('xuhui-liaison', '公益广告12条，其余为0，确认提交');
  await talk.alone('jingan-liaison', '全部为0');
  await talk.alone('jingan-liaison', '确认提交');
  await talk.alone('putuo-liaison', '公益广告100条');
  const total =
    '第2项 播放公益广告合计20条（已提交3/27家，其中1家为0，未提交的不计）。\n较多的：徐汇区局12条、黄浦区局8条。';
  for (const words of ['公益广告汇总', '汇总公益广告', '第2项合计', '公益广告一共多少'])
    expect(await talk.alone('shanghai-leader', words)).toBe(total);
});

it('says which rows there are when none is meant', async () => {
  const talk = await openPublished();
  expect(await talk.alone('shanghai-leader', '投诉汇总')).toBe(
    '没有找到“投诉”这一项。可以查：组织重要新闻发布、播放公益广告、抖音小视频参与数、印发各类宣传资料、开展咨询、科普、主流媒体专版、开展行政指导、专题报道、查处侵害消费者权益案件。',
  );
});

it('gives the organiser the notice’s flaws and how they are read for now', async () => {
  const talk = await openPublished();
  const lines = (await talk.alone('organiser', '审读意见')).split('\n');
  expect(lines[0]).toBe('审读意见（请核对）：');
  expect(lines).toHaveLength(26);
  expect(lines[4]).toBe(
    '4. 执法总队列入主送，但第一至第四部分15项任务中没有一项点到它。暂按：执法总队照样回“收到”、报总结和统计表、参加值守；要不要派任务请市局明确。',
  );
});

it('tells leaders who were told totals that a unit’s figures left them with it, and came back', async () => {
  const talk = await openPublished();
  for (const id of ['huangpu-liaison', 'xuhui-liaison', 'jingan-liaison']) await reportAll(talk, id);
  await talk.alone('shanghai-leader', '汇总进度');
  talk.told('shanghai-leader');
  await confirmed(talk, 'organiser', '移出 黄浦区局、徐汇区局');
  expect(talk.told('shanghai-leader').map(({ text }) => text)).toEqual([
    '【更正】黄浦区局、徐汇区局已移出，数字不再计入汇总：第2项 播放公益广告总数为3条，第3项 抖音小视频参与数总数为12条。',
  ]);
  await confirmed(talk, 'organiser', '加入 黄浦区局');
  expect(talk.told('shanghai-leader').map(({ text }) => text)).toEqual([
    '【更正】黄浦区局重新加入，之前报的数字重新计入汇总：第2项 播放公益广告总数为6条，第3项 抖音小视频参与数总数为24条。',
  ]);
});
