import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

const title = '《2023年“3·15”国际消费者权益日系列活动统计表》';

async function open() {
  const talk = await openPublished();
  return { talk, type: (text: string) => talk.alone('xuhui-liaison', text) };
}

it('refuses to confirm a table with missing rows and names them', async () => {
  const { type } = await open();
  expect(await type('确认提交')).toBe(
    '还不能提交。\n还缺9项：第1、2、3、4、5、6、7、8、9项。确无数据的请回“其余为0”。',
  );
  await type('第1项1，第2项2，第3项3，第4项4，第5项5，第6项6，第7项7');
  expect(await type('确认提交')).toBe(
    '还不能提交。\n还缺：第8项 专题报道；第9项 查处侵害消费者权益案件。确无数据的请回“其余为0”。',
  );
});

it('counts only what is confirmed', async () => {
  const { talk, type } = await open();
  await type('公益广告3条，其余为0');
  expect(await talk.alone('shanghai-leader', '公益广告汇总')).toBe('第2项 播放公益广告还没有单位提交（0/27家）。');
  expect(await type('确认提交')).toBe(`徐汇区局${title}已提交。\n还差：总结、图片。`);
  expect(await talk.alone('shanghai-leader', '公益广告汇总')).toBe(
    '第2项 播放公益广告合计3条（已提交1/27家，未提交的不计）。\n较多的：徐汇区局3条。',
  );
});

it('takes values and confirmation in one message, unless something is missing', async () => {
  const { type } = await open();
  expect(await type('公益广告3条，确认提交')).toBe(
    '已记：第2项 播放公益广告 3条（“公益广告3条”）。\n还不能提交。\n还缺8项：第1、3、4、5、6、7、8、9项。确无数据的请回“其余为0”。',
  );
  expect(await type('抖音12条，其余为0，确认提交。')).toBe(
    `已记：第3项 抖音小视频参与数 12条（“抖音12条”）。\n第1、4、5、6、7、8、9项记为0。\n徐汇区局${title}已提交。\n还差：总结、图片。`,
  );
});

it('takes 确认 as an answer to a question first, as confirmation otherwise', async () => {
  const { type } = await open();
  await type('公益广告3条，其余为0');
  expect(await type('确认')).toBe(`徐汇区局${title}已提交。\n还差：总结、图片。`);
});

it('says who confirmed when it is confirmed again', async () => {
  const { talk, type } = await open();
  await type('公益广告3条，其余为0，确认提交');
  await talk.until('2023-03-13 09:00');
  expect(await type('确认提交')).toBe(
    '统计表已由卫子航于3月12日（周日）09:00提交。要改请直接说，例如“第3项改成20”。\n还差：总结、图片。',
  );
});

it('reopens with a correction, which does not count before it is confirmed', async () => {
  const { talk, type } = await open();
  await type('公益广告3条，其余为0，确认提交');
  const reply = await type('第2项改成30');
  expect(reply.split('\n').slice(0, 2)).toEqual([
    '已记：第2项 播放公益广告 30条（“第2项改成30”，原3条）。',
    '原已提交的表已改为草稿，改完请再回“确认提交”，确认前不计入汇总。',
  ]);
  expect(await talk.alone('shanghai-leader', '公益广告汇总')).toContain('还没有单位提交（0/27家）');
  await type('确认提交');
  expect(await talk.alone('shanghai-leader', '公益广告汇总')).toContain('合计30条（已提交1/27家');
});

it('reopens on request, and leaves a table alone that was never confirmed', async () => {
  const { type } = await open();
  expect(await type('修改')).toBe('统计表还没有提交，直接改就行。');
  await type('公益广告3条，其余为0，确认提交');
  expect(await type('修改')).toMatch(/已改为草稿，改完请再回“确认提交”，确认前不计入汇总。\n1 组织重要新闻发布 0次/);
});

it('changes nothing once the organiser has closed, and again when it is reopened', async () => {
  const { talk, type } = await open();
  await type('公益广告3条');
  expect(await talk.say('organiser', '截止填报')).toBe(
    '《活动总结和统计表》将停止填报，各单位不能再报、再改。27家均未报齐。将在工作群告知未报齐的单位。确认请回“是”（10分钟内有效），不办请回“不用了”。',
  );
  expect(await type('抖音4条')).toMatch(/^已记：/);
  expect(await talk.say('organiser', '是')).toBe(
    '《活动总结和统计表》已截止填报（已报齐0/27家），各单位不能再改。重新开放请发“开放填报”。',
  );
  const closed = '本项报送已截止，不能再改。确需更正请联系组织者周文博、吴佳宁。';
  for (const words of ['填报', '第1项3', '撤回', '清空重填', '确认提交', '其余为0，确认提交', '总结已报送OA'])
    expect(await type(words)).toBe(closed);
  expect(await type('进度')).toContain('2 播放公益广告 3条');
  expect(await talk.say('organiser', '截止填报')).toBe('填报本来就已截止。');
  expect(await talk.say('organiser', '开放填报')).toBe(
    '《活动总结和统计表》已重新开放填报。已在工作群告知未报齐的单位。',
  );
  expect(await type('其余为0，确认提交')).toMatch(/已提交。\n还差：总结、图片。$/);
});

it('never submits over an open question, however often it is told to, and submits once it is answered or let go', async () => {
  const { type } = await open();
  await type('公益广告3条，其余为0');
  await type('公益广告改成大约300');
  const held = '还不能提交。\n“公益广告改成大约300”是约数，没有记。请报第2项 播放公益广告的准确数（条）。';
  for (const again of ['确认提交', '确认提交', '确认无误，提交']) expect(await type(again)).toBe(held);
  expect(await type('先不管')).toMatch(/^好的，没有记，也不再问。/);
  expect(await type('确认提交')).toBe(`徐汇区局${title}已提交。\n还差：总结、图片。`);
});

it('marks a late confirmation as late', async () => {
  const { talk, type } = await open();
  await talk.until('2023-03-23 00:00');
  expect(await type('公益广告3条，其余为0，确认提交')).toContain(`徐汇区局${title}已提交（逾期）。`);
});
