import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

async function open() {
  const talk = await openPublished();
  const type = (text: string) => talk.alone('huangpu-liaison', text);
  const colleague = (text: string) => talk.alone('huangpu-liaison-2', text);
  return { talk, type, colleague };
}

it.each([
  ['撤回，确认提交', '还没有提交，补齐后请再回“确认提交”。'],
  ['清空，确认提交', '还没有提交，补齐后请再回“确认提交”。'],
  ['全部重填：公益广告5条，确认提交', '还没有提交，补齐后请再回“确认提交”。'],
  ['全部重填：公益广告5条，其余为0，确认提交', '请核对，无误请再回一次“确认提交”。'],
])('“%s” shows the table and confirms nothing', async (words, ask) => {
  const { talk, type } = await open();
  await type('公益广告3条，其余为0');
  const reply = await type(words);
  expect(reply).toContain('\n3 抖音小视频参与数 ');
  expect(reply.endsWith(ask)).toBe(true);
  expect(await talk.alone('shanghai-leader', '公益广告汇总')).toContain('已提交0/27家');
});

it('takes back the speaker’s last message, not a colleague’s', async () => {
  const { type, colleague } = await open();
  await type('公益广告3条');
  await colleague('抖音12条');
  expect(await type('撤回')).toMatch(/^已撤回上一条：第2项 播放公益广告恢复为未填。/);
  expect(await type('进度')).toContain('3 抖音小视频参与数 12条');
  expect(await type('撤回')).toBe('您没有可以撤回的内容，同事报的请由本人撤回，或直接报新数。');
});

it('does not take back what a colleague has changed since, and says who', async () => {
  const { type, colleague } = await open();
  await type('公益广告3条');
  await colleague('第2项改成4');
  expect(await type('撤回')).toBe('您上一条报的内容后来由冯启明改过，没有撤回。要改请直接报新数。');
  expect(await type('进度')).toContain('2 播放公益广告 4条');
});

it('takes a material back, and leaves the figures', async () => {
  const { type } = await open();
  await type('公益广告3条，其余为0，确认提交');
  await type('总结已报送OA');
  expect(await type('撤回')).toBe(
    '已撤回上一条：总结恢复为未报。\n另缺：总结、图片（直接发给我，或回“总结已报送OA”）。',
  );
  expect(await type('进度')).toMatch(/：已提交。总结未报，图片未报。/);
});

it('takes figures and a material of one message back together', async () => {
  const { type } = await open();
  await type('总结已报送OA，公益广告3条');
  expect(await type('撤回')).toMatch(/^已撤回上一条：第2项 播放公益广告恢复为未填；总结恢复为未报。\n还缺9项：/);
  expect(await type('撤回')).toBe('没有可以撤回的内容。');
});

it('takes a remark back', async () => {
  const { type } = await open();
  await type('公益广告3条');
  await type('第2项备注：含重播');
  expect(await type('进度')).toContain('2 播放公益广告 3条（含重播）');
  expect(await type('撤回')).toBe('已撤回上一条：第2项 播放公益广告的备注已去掉。');
});

it('changes the speaker’s own last figure at “改成”, not a colleague’s', async () => {
  const { type, colleague } = await open();
  await type('公益广告3条');
  await colleague('抖音12条');
  expect(await type('改成5条')).toMatch(/^已记：第2项 播放公益广告 5条/);
});
