/** The parts of one message are decided on the same state, and its answer agrees with the next. */
import { expect, it } from 'vitest';
import { openPublished, reportAll } from '../support/conversation.ts';

async function open() {
  const talk = await openPublished();
  return { talk, type: (text: string) => talk.alone('xuhui-liaison', text) };
}

it.each([
  '公益广告3条，其余为0，总结已报送OA，图片已报送OA，确认提交',
  '总结、图片已报送OA，公益广告3条，其余为0，确认提交',
  '收到，公益广告3条，其余为0，总结已报送OA，没有图片，确认提交',
])('says at the end what is true then: “%s”', async (words) => {
  const { type } = await open();
  const reply = await type(words);
  expect(reply).toMatch(/已提交。\n已全部报齐，谢谢。$/);
  expect(reply).not.toContain('还差');
  expect(await type('进度')).toMatch(/^徐汇区局已报齐，谢谢。/);
});

it('says what is missing where the message does not hold all', async () => {
  const { type } = await open();
  expect(await type('总结已报送OA，公益广告3条，确认提交')).toBe(
    [
      '徐汇区局总结已登记。',
      '已记：第2项 播放公益广告 3条（“公益广告3条”）。',
      '还不能提交。',
      '还缺8项：第1、3、4、5、6、7、8、9项。确无数据的请回“其余为0”。',
    ].join('\n'),
  );
});

it('does not put an open question under answers it has nothing to do with', async () => {
  const { type } = await open();
  await type('公益广告约10条');
  for (const words of [
    '几号前交',
    '报到哪里',
    '收到',
    '抖音3条',
    '怎么填',
    '资料100份',
    '谢谢',
    '我的任务',
    '值班情况',
    '任务1.1',
  ])
    expect(await type(words)).not.toContain('约数');
  expect(await type('进度')).toContain('“公益广告约10条”是约数');
});

it.each(['1', '第一个', '播放公益广告'])('leaves nothing of a question that “%s” has answered', async (answer) => {
  const { type } = await open();
  await type('3条');
  expect(await type(answer)).toMatch(/^已记：第2项 播放公益广告 3条/);
  expect(await type('几号前交')).toBe(
    '活动总结和统计表：“2023年3月22日前”，请于3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00。',
  );
});

it('counts alike wherever it counts', async () => {
  const { talk } = await open();
  for (const id of talk.reporters().slice(0, 3)) await reportAll(talk, id);
  for (const id of talk.reporters().slice(3, 7)) await talk.alone(id, '其余为0，确认提交');
  const progress = await talk.say('shanghai-leader', '汇总进度');
  expect(progress).toContain('报送：已报齐3/27家，完成率11.1%。填报中4家，未动20家。');
  expect(progress).not.toContain('按时率');
  expect(progress).toContain('合计（按已提交统计表的7家）：');
  expect(await talk.say('shanghai-leader', '公益广告汇总')).toContain('已提交7/27家');
  expect(progress).toContain('签收：8/28家');
  expect(await talk.say('shanghai-leader', '谁没收到')).toMatch(/^未签收20家（共28家）/);
});

it('shows on a unit’s page what its own people see', async () => {
  const { talk, type } = await open();
  await type('收到');
  await type('公益广告3条，抖音12条');
  const page = await talk.say('shanghai-leader', '徐汇明细');
  expect(page).toMatch(/^【徐汇区局】/);
  expect(page).toContain('还差统计表第1、4、5、6、7、8、9项、总结、图片');
  expect(await type('进度')).toContain('还差统计表第1、4、5、6、7、8、9项、总结、图片');
});

it('calls nobody late who was in time and corrects later', async () => {
  const { talk, type } = await open();
  await reportAll(talk, 'xuhui-liaison');
  await talk.until('2023-03-23 09:00');
  await type('第2项改成5');
  expect(await type('确认提交')).toBe(
    '徐汇区局《2023年“3·15”国际消费者权益日系列活动统计表》已提交。\n已全部报齐，谢谢。',
  );
  expect(await talk.say('shanghai-leader', '汇总进度')).toMatch(/按时率3.7%/);
});
