import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

async function open() {
  const talk = await openPublished();
  return { talk, type: (text: string) => talk.alone('xuhui-liaison', text) };
}

it('takes several values in one message at any time, zero for the rest', async () => {
  const { type } = await open();
  expect(await type('公益广告3条，抖音12条，其余为0')).toBe(
    [
      '第1、4、5、6、7、8、9项记为0。',
      '9项已填齐：',
      '1 组织重要新闻发布 0次',
      '2 播放公益广告 3条',
      '3 抖音小视频参与数 12条',
      '4 印发各类宣传资料 0册',
      '5 开展咨询、科普 0次',
      '6 主流媒体专版 0篇',
      '7 开展行政指导 0次',
      '8 专题报道 0次',
      '9 查处侵害消费者权益案件 0件',
      '核对无误请回“确认提交”。',
      '另缺：总结、图片（直接发给我，或回“总结已报送OA”）。',
    ].join('\n'),
  );
});

it('names what is still missing: by number when much is, by name when little is', async () => {
  const { type } = await open();
  expect(await type('公益广告3条')).toBe(
    '已记：第2项 播放公益广告 3条（“公益广告3条”）。\n还缺8项：第1、3、4、5、6、7、8、9项。发“填报”可以逐项补。',
  );
  expect(await type('第1项2，第3项4，第4项100，第5项6，第6项0')).toContain(
    '还缺：第7项 开展行政指导；第8项 专题报道；第9项 查处侵害消费者权益案件。发“填报”可以逐项补。',
  );
});

it('corrects a figure by its number and shows what it was', async () => {
  const { type } = await open();
  await type('公益广告3条，抖音12条');
  expect(await type('第3项改成20')).toMatch(/^已记：第3项 抖音小视频参与数 20条（“第3项改成20”，原12条）。/);
  expect(await type('第3项改成20')).toMatch(/^第3项 抖音小视频参与数 20条.*，与已记录的一致，不用改。/);
});

it('adds to a figure, exactly once although the message is repeated', async () => {
  const { talk, type } = await open();
  await type('公益广告3条');
  const first = await talk.alone('xuhui-liaison', '公益广告再加2条', { messageId: 'more' });
  expect(first).toMatch(/^已记：第2项 播放公益广告 5条（.*原3条）。/);
  expect(await talk.alone('xuhui-liaison', '公益广告再加2条', { messageId: 'more' })).toBe(first);
  expect(await type('进度')).toContain('2 播放公益广告 5条');
});

it('takes back what the last message set, step by step', async () => {
  const { type } = await open();
  await type('公益广告3条');
  await type('公益广告5条，抖音2条');
  expect(await type('撤回')).toBe(
    '已撤回上一条：第2项 播放公益广告恢复为3条；第3项 抖音小视频参与数恢复为未填。\n还缺8项：第1、3、4、5、6、7、8、9项。发“填报”可以逐项补。',
  );
  expect(await type('撤回')).toMatch(/^已撤回上一条：第2项 播放公益广告恢复为未填。/);
  expect(await type('撤回')).toBe('没有可以撤回的内容。');
});

it('empties the draft on request, and even that can be taken back', async () => {
  const { type } = await open();
  await type('公益广告3条，抖音2条');
  expect(await type('清空重填')).toBe('已清空2项草稿，可以重新填。');
  expect(await type('撤回')).toMatch(/^已撤回上一条：第2项 播放公益广告恢复为3条；第3项 抖音小视频参与数恢复为2条。/);
});

it('asks before zeros overwrite figures, and does it on 是', async () => {
  const { type } = await open();
  await type('公益广告3条');
  const question = '前面已经报了数，要全部改为0吗？要改请回“是”，只补没填的请回“其余为0”。';
  expect(await type('全部为0')).toBe(question);
  expect(await type('是')).toMatch(/^第1、2、3、4、5、6、7、8、9项记为0。\n9项已填齐：/);
});

it('keeps the figures when only the rest is zero', async () => {
  const { type } = await open();
  await type('公益广告3条');
  await type('全部为0');
  expect(await type('其余为0')).toMatch(/^第1、3、4、5、6、7、8、9项记为0。\n9项已填齐：/);
  expect(await type('确认提交')).toMatch(/已提交。\n还差：总结、图片。$/);
});

it('takes back its question first, and asks it no more once the figures are taken back as well', async () => {
  const { type } = await open();
  await type('公益广告3条');
  await type('全部为0');
  expect(await type('撤回')).toMatch(/^好的，刚才那条没有记，也不再问。/);
  expect(await type('撤回')).toMatch(/^已撤回上一条：第2项 播放公益广告恢复为未填。/);
  expect(await type('抖音2条')).toBe(
    '已记：第3项 抖音小视频参与数 2条（“抖音2条”）。\n还缺8项：第1、2、4、5、6、7、8、9项。发“填报”可以逐项补。',
  );
});
