/** Two tables and a roster: each return stands on its own. */
import { expect, it } from 'vitest';
import { foodFiles } from '../support/campaign-files.ts';
import { openPublished } from '../support/conversation.ts';

async function open() {
  const talk = await openPublished({ config: await foodFiles() });
  return { talk, type: (text: string) => talk.alone('xuhui-liaison', text) };
}

it('fills the table that is named, and asks for no other’s rows meanwhile', async () => {
  const { type } = await open();
  expect(await type('填报 执法情况统计表')).toMatch(/^《执法情况统计表》共3项.*\n第1项 检查经营主体（户次）/);
  expect(await type('30')).toMatch(
    /^《执法情况统计表》已记：第1项 检查经营主体 30户次。\n还缺2项。第2项 立案查处（件）/,
  );
  await type('5');
  expect(await type('1.2万')).toContain('第3项 为消费者挽回经济损失 1.2万元');
  expect(await type('确认提交')).toBe(
    '徐汇区局《执法情况统计表》已提交。\n《执法情况统计表》已全部报齐，谢谢。另有《宣传教育情况统计表》《值班安排》还没有报齐。',
  );
  expect(await type('填报')).toMatch(/^《宣传教育情况统计表》共6项/);
});

it.each(['普法活动3场，检查30户', '检查30户，普法活动3场', '普法活动3场\n检查经营主体30户次'])(
  'writes each part of “%s” into its own table',
  async (words) => {
    const { type } = await open();
    const reply = await type(words);
    expect(reply).toContain('《宣传教育情况统计表》已记：第1项 组织普法活动 3场次');
    expect(reply).toContain('《执法情况统计表》已记：第1项 检查经营主体 30户次');
    expect(reply).toContain('《执法情况统计表》还缺：第2项 立案查处；第3项 为消费者挽回经济损失。');
    expect(reply).toContain('《宣传教育情况统计表》还缺5项：第2、3、4、5、6项。');
  },
);

it.each(['都不是', '先不管'])(
  'lets the question which row is meant go at “%s”, and does not put it again',
  async (words) => {
    const { type } = await open();
    await type('5件');
    expect(await type(words)).toMatch(/^好的，没有记/);
    expect(await type('检查30户')).not.toContain('5件');
    expect(await type('进度')).not.toContain('5件');
  },
);

it('demands no table where only a roster is owed, and does not hold up or hide the tables', async () => {
  const { talk, type } = await open();
  expect(await talk.send('xuhui-liaison', { name: '值班表.docx', kind: 'file' })).toBe(
    '徐汇区局值班表已收到（值班表.docx）。\n《值班安排》已全部报齐，谢谢。另有《宣传教育情况统计表》《执法情况统计表》还没有报齐。',
  );
  expect(await type('进度')).toMatch(
    /^徐汇区局《值班安排》：已报齐，谢谢。\n徐汇区局《宣传教育情况统计表》：还差统计表。/,
  );
  expect(await type('填报')).toMatch(/^《宣传教育情况统计表》/);
  expect(await talk.alone('organiser', '催办 徐汇区局 值班表')).toBe('徐汇区局已报齐，不用催。');
  expect(talk.group()).toEqual([]);
});

it('takes back what was handed in for the return without a table', async () => {
  const { type } = await open();
  await type('值班表已报OA');
  expect(await type('撤回')).toMatch(/^已撤回上一条：值班表恢复为未报。/);
});

it('reminds of a roster alone without asking anybody to fill in a table', async () => {
  const { talk } = await open();
  await talk.until('2023-03-15 12:00');
  const [reminder] = talk.group().filter(({ at }) => at === '03-15 10:00');
  expect(reminder?.text).toBe(
    '【报送提醒】值班安排，请于3月16日（周四）17:30前报齐（还有1天）。16家均未报齐。\n请点开与督办助手的单聊，把值班表发过来。',
  );
});

it('makes one reminder of returns that are due together', async () => {
  const { talk } = await open();
  await talk.alone('xuhui-liaison', '值班表已报OA');
  await talk.until('2023-03-23 12:00');
  const [reminder, ...more] = talk.group().filter(({ at }) => at === '03-23 10:00');
  expect(more).toEqual([]);
  expect(reminder?.text).toMatch(
    /宣传教育情况，请于今天17:30前报齐。16家均未报齐。\n执法情况，请于今天17:30前报齐。16家均未报齐。/,
  );
});

it('opens again by its name the table that is meant', async () => {
  const { type } = await open();
  await type('检查30户，立案2件，挽回损失3200元，确认提交');
  await type('填报');
  expect(await type('修改 执法情况统计表')).toMatch(/^《执法情况统计表》已改为草稿/);
});

it('tells rows of one name apart, in questions and in totals', async () => {
  const { talk, type } = await open();
  expect(await type('其他2')).toBe(
    '“其他2”是哪一项？\n1. 第4项 其他〔宣传教育〕 2\n2. 第6项 其他〔维权会议〕 2\n请回序号，或直接写清楚。',
  );
  expect(await type('2')).toContain('第6项 其他 2');
  expect(await talk.alone('shanghai-leader', '其他汇总')).toMatch(
    /^第4项 其他还没有单位提交.*\n第6项 其他还没有单位提交/,
  );
});

it('speaks no words of another campaign', async () => {
  const { talk, type } = await open();
  const said = [
    await type('帮助'),
    await type('怎么填'),
    await type('我的任务'),
    await talk.alone('organiser', '帮助'),
  ];
  await talk.until('2023-03-27 12:00');
  for (const text of [...said, ...talk.group().map((message) => message.text)])
    expect(text).not.toMatch(/公益广告|抖音|总结|图片|3·15|任务1\.1/);
  expect(said[0]).toContain('“值班表已报送OA”');
});
