/** A figure named to be withdrawn, a share said as a fraction, and papers given to a colleague. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

it.each([
  '刚才的200不算',
  '刚才的200作废',
  '200不算了',
  '刚才报的200条不要了',
  '刚才那个200不要了',
  '抖音小视频参与数200作废',
])('takes back what was said last at %s', async (words) => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '抖音200条');
  expect(await talk.alone('xuhui-liaison', words)).toContain('第3项 抖音小视频参与数恢复为未填');
});

it('asks what it should be where more was said, and records nothing', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '抖音200条，公益广告3条');
  expect(await talk.alone('xuhui-liaison', '刚才的200作废')).toBe(
    '“200”记在第3项 抖音小视频参与数，作废后这一项是多少？请直接报数，没有请回“0”；不作废请回“不改”。',
  );
});

it('lets go of the question that the figure is in', async () => {
  const talk = await openPublished();
  await talk.alone('xuhui-liaison', '抖音300000条');
  expect(await talk.alone('xuhui-liaison', '刚才的300000不算')).toMatch(/^好的，没有记，也不再问/);
});

it.each(['图片已发给小王', '总结已经交给我们科长了', '图片发给同事了', '总结已交给李主任了'])(
  'registers nothing at %s',
  async (words) => {
    const talk = await openPublished();
    expect(await talk.alone('xuhui-liaison', words)).not.toContain('已登记');
  },
);

it('registers what went to the office', async () => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', '总结已发邮箱')).toContain('总结已登记');
});

it('takes back what stands before 撤回 in one message, and says so', async () => {
  const talk = await openPublished();
  const said = await talk.alone('xuhui-liaison', '公益广告3条，抖音5条，撤回，公益广告4条');
  expect(said).toContain('第2项 播放公益广告 4条');
  expect(said).toContain('“公益广告3条，抖音5条”按您说的撤回，没有记。');
  const table = await talk.alone('xuhui-liaison', '看表');
  expect(table).toContain('2 播放公益广告 4条');
  expect(table).toContain('3 抖音小视频参与数 未填');
});

it('leaves a row out of the rest that is taken out of it', async () => {
  const talk = await openPublished();
  expect(await talk.alone('xuhui-liaison', '公益广告除外，其余为零')).toBe(
    '第1、3、4、5、6、7、8、9项记为0。\n还缺：第2项 播放公益广告。发“填报”可以逐项补。',
  );
});

it.each([
  ['公益广告3条，抖音5条，写错了，公益广告4条', { 2: '4条', 3: '5条' }, null],
  ['公益广告3条，抖音5条，写错了重新报，公益广告4条', { 2: '4条', 3: '5条' }, null],
  ['抖音5条，写错了，是公益广告5条', { 2: '5条' }, '“抖音5条”按您说的撤回，没有记。'],
  ['公益广告3条，抖音5条，重新填，公益广告4条', { 2: '4条' }, '“公益广告3条，抖音5条”按您说的撤回，没有记。'],
  ['公益广告3条，抖音5条，全部作废，公益广告4条', { 2: '4条' }, '“公益广告3条，抖音5条”按您说的撤回，没有记。'],
])('drops no figure silently at %s', async (words, rows, told) => {
  const talk = await openPublished();
  const said = await talk.alone('xuhui-liaison', words);
  for (const [row, figure] of Object.entries(rows)) expect(said).toMatch(new RegExp(`第${row}项 \\S+ ${figure}`));
  expect(said).toContain(`还缺${9 - Object.keys(rows).length}项`);
  expect(said).not.toContain('表中没有');
  if (told) expect(said).toContain(told);
});
