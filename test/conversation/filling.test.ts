import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

const title = '《2023年“3·15”国际消费者权益日系列活动统计表》';

/** One person's single chat, as a function: what they type → what they read. */
async function open() {
  const talk = await openPublished();
  return { talk, type: (text: string) => talk.alone('xuhui-liaison', text) };
}

it('leads through the table row by row, with what was understood and what comes next', async () => {
  const { type } = await open();
  expect(await type('填报')).toBe(
    `${title}共9项，一次一项，也可以一句话报多项。可回“上一项”“跳过”“暂停”。\n第1项 组织重要新闻发布（次）：请回数字，没有回“无”。`,
  );
  expect(await type('3')).toBe(
    '已记：第1项 组织重要新闻发布 3次。\n还缺8项。第2项 播放公益广告（条）：请回数字，没有回“无”。',
  );
  expect(await type('无')).toBe(
    '已记：第2项 播放公益广告 0条。\n还缺7项。第3项 抖音小视频参与数（条）：请回数字，没有回“无”。',
  );
  expect(await type('十二条')).toBe(
    '已记：第3项 抖音小视频参与数 12条。\n还缺6项。第4项 印发各类宣传资料（册）：请回数字，没有回“无”。',
  );
});

it('goes back and forth, and comes back to a row that was skipped', async () => {
  const { type } = await open();
  await type('填报');
  expect(await type('跳过')).toBe('第2项 播放公益广告（条）：请回数字，没有回“无”。');
  expect(await type('5')).toMatch(/^已记：第2项 播放公益广告 5条。\n还缺8项。第3项/);
  expect(await type('上一项')).toBe('第2项 播放公益广告（条）：现为5条，要改请回新数。');
  expect(await type('6')).toMatch(/^已记：第2项 播放公益广告 6条（原5条）。\n还缺8项。第3项/);
  expect(await type('上一项')).toMatch(/^第2项/);
  expect(await type('上一项')).toMatch(/^第1项/);
  expect(await type('上一项')).toMatch(/^这已经是第一项。第1项/);
  for (const skip of ['跳过', '下一项', '跳过', '跳过', '跳过', '跳过']) await type(skip);
  expect(await type('跳过')).toMatch(/^第9项/);
  expect(await type('2')).toMatch(/还缺7项。第1项 组织重要新闻发布/);
});

it('pauses, tells how far one is, and goes on where one was', async () => {
  const { talk, type } = await open();
  await type('填报');
  await type('3');
  expect(await type('暂停')).toBe('已暂停，草稿保留（已填1/9项）。随时发“填报”接着填。');
  await talk.until('2023-03-16 09:00');
  expect(await type('进度')).toBe(
    [
      `徐汇区局还差统计表第2、3、4、5、6、7、8、9项、总结、图片。请于3月21日（周二）17:30前报齐，最迟3月22日（周三）24:00。`,
      '1 组织重要新闻发布 3次',
      '2 播放公益广告 未填',
      '3 抖音小视频参与数 未填',
      '4 印发各类宣传资料 未填',
      '5 开展咨询、科普 未填',
      '6 主流媒体专版 未填',
      '7 开展行政指导 未填',
      '8 专题报道 未填',
      '9 查处侵害消费者权益案件 未填',
    ].join('\n'),
  );
  expect(await type('填报')).toBe(
    `${title}已填1/9项，接着填。可回“上一项”“跳过”“暂停”。\n第2项 播放公益广告（条）：请回数字，没有回“无”。`,
  );
});

it.each(['上一项', '跳过', '暂停'])('says how to begin when nobody is being led and “%s” is said', async (word) => {
  const { type } = await open();
  expect(await type(word)).toBe('现在没有在逐项填报，发“填报”开始。');
});

it('takes other rows in the middle and keeps the place', async () => {
  const { type } = await open();
  await type('填报');
  expect(await type('公益广告8条，抖音12条')).toBe(
    [
      '已记：',
      '· 第2项 播放公益广告 8条（“公益广告8条”）',
      '· 第3项 抖音小视频参与数 12条（“抖音12条”）',
      '还缺7项。第1项 组织重要新闻发布（次）：请回数字，没有回“无”。',
    ].join('\n'),
  );
  expect(await type('2')).toMatch(/^已记：第1项 组织重要新闻发布 2次。\n还缺6项。第4项/);
});

it('is not thrown off by a reminder, a receipt or a question in the middle', async () => {
  const { talk, type } = await open();
  await type('填报');
  await type('3');
  await talk.until('2023-03-14 10:00');
  expect(await type('收到')).toBe('徐汇区局已签收（2/28）。');
  expect(await type('什么时候截止')).toContain('请于3月21日（周二）17:30前报齐');
  expect(await type('谢谢')).toBe('好的。还等您报第2项 播放公益广告。');
  expect(await type('4')).toMatch(/^已记：第2项 播放公益广告 4条。/);
});

it('shows the whole table for confirmation when the last row is in, and shows the whole table on request', async () => {
  const { type } = await open();
  await type('填报');
  for (const value of ['1', '2', '3', '4', '5', '6', '7', '8']) await type(value);
  const rows = [
    '1 组织重要新闻发布 1次',
    '2 播放公益广告 2条',
    '3 抖音小视频参与数 3条',
    '4 印发各类宣传资料 4册',
    '5 开展咨询、科普 5次',
    '6 主流媒体专版 6篇',
    '7 开展行政指导 7次',
    '8 专题报道 8次',
    '9 查处侵害消费者权益案件 9件',
  ];
  expect(await type('9')).toBe(
    ['9项已填齐：', ...rows, '核对无误请回“确认提交”。', '另缺：总结、图片（直接发给我，或回“总结已报送OA”）。'].join(
      '\n',
    ),
  );
  expect(await type('看表')).toBe([title, ...rows].join('\n'));
});

it('refuses fractions and negative numbers in words, and keeps asking for the row', async () => {
  const { type } = await open();
  await type('填报');
  expect(await type('-3')).toBe('第1项 组织重要新闻发布不能是负数，“-3”没有记，请核对后再报。');
  expect(await type('1.5')).toMatch(/^第1项 组织重要新闻发布应为整数，“1.5”没有记，请核对后再报。/);
  expect(await type('公益广告2.5条，抖音4条')).toMatch(
    /^已记：第3项 抖音小视频参与数 4条（“抖音4条”）。\n第2项 播放公益广告应为整数，“公益广告2.5条”没有记/,
  );
});

it('gives an example after two failed tries and offers a person after three', async () => {
  const { talk, type } = await open();
  const example = '可以这样写：“组织重要新闻发布3次，播放公益广告6条，其余为0”；或按序号：“1、3　2、6”。';
  const again = '没看懂这个数。第1项 组织重要新闻发布（次）：请回数字，没有回“无”。';
  await type('填报');
  expect(await type('那个那个')).toBe(again);
  expect(await type('嘟嘟嘟')).toBe(`${again}\n${example}`);
  expect(await type('嘟嘟嘟')).toBe(`${again}\n需要人帮忙请回“找组织者”，我来转告。`);
  expect(await type('找组织者')).toBe('已把“嘟嘟嘟”转给组织者周文博、吴佳宁，有答复我马上告诉您。');
  expect(talk.told('organiser').map(({ text }) => text)).toEqual([
    '【请协助】徐汇区局卫子航问：“嘟嘟嘟”。可回“答复1号：…”，我转给本人。',
  ]);
  expect(await type('找组织者')).toBe('刚才已经转告组织者周文博、吴佳宁，请稍等。要补充问题请发“找组织者：您的问题”。');
  expect(talk.told('organiser')).toEqual([]);
  expect(await type('3')).toMatch(/^已记：第1项 组织重要新闻发布 3次。\n还缺8项。第2项/);
});
