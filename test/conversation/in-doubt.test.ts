import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it('leaves a row that was asked about out of 其余为0, and says no word of 已提交', async () => {
  const talk = await openPublished();
  const type = (text: string) => talk.alone('xuhui-liaison', text);
  await type('公益广告3条，专题报道200多次');
  await type('其余为0');
  expect(await type('确认提交')).not.toContain('已提交');
  expect(await type('进度')).toContain('8 专题报道 未填');
});

it('leaves it out whoever was asked', async () => {
  const talk = await openPublished();
  await talk.alone('huangpu-liaison', '专题报道200多次');
  await talk.alone('huangpu-liaison-2', '其余为0');
  expect(await talk.alone('huangpu-liaison-2', '进度')).toContain('8 专题报道 未填');
});

it('keeps the figure and the question at 没有了', async () => {
  const talk = await openPublished();
  const type = (text: string) => talk.alone('xuhui-liaison', text);
  await type('资料5000份');
  await type('资料发了3千多');
  expect(await type('没有了')).toContain('请报第4项');
  expect(await type('进度')).toContain('5000册');
});

it('keeps a recorded figure beside a question about the row', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '抖音15条');
  await talk.alone('xuhui-liaison', '我们局没有抖音账号，这项怎么填');
  expect(await talk.alone('xuhui-liaison', '进度')).toContain('15条');
});

it('takes 是 for a fall that it asked about', async () => {
  const talk = await openPublished();
  const type = (text: string) => talk.alone('xuhui-liaison', text);
  await type('资料3500份');
  expect(await type('第4项改成350')).toBe(
    '第4项 印发各类宣传资料“第4项改成350”比原报的小很多（原报3500册），确认吗？对请回“是”，不对请重报。',
  );
  expect(await type('是')).toContain('350册');
});

it('asks about more than such a row counts before anybody has confirmed a table', async () => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', '公益广告300000条')).toBe(
    '第2项 播放公益广告“公益广告300000条”这个数很大，确认吗？对请回“是”，不对请重报。',
  );
});
