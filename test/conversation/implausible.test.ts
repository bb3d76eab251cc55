/** Figures that no such row counts, words taken back, and words said twice. */
import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

async function open() {
  const talk = await openPublished();
  return (text: string) => talk.alone('xuhui-liaison', text);
}

it.each([
  ['公益广告300000条', '2 播放公益广告', '300000条'],
  ['案件五十万件', '9 查处侵害消费者权益案件', '500000件'],
  ['新闻发布2万次', '1 组织重要新闻发布', '20000次'],
])('asks about “%s” before anybody has submitted, and takes 是', async (words, row, value) => {
  const type = await open();
  expect(await type(words)).toMatch(/这个数很大，确认吗？对请回“是”，不对请重报。$/);
  expect(await type('进度')).not.toContain(`${row} ${value}`);
  expect(await type('是')).toMatch(new RegExp(`^已记：第${row.replace(' ', '项 ')} ${value}。`));
});

it.each(['第4项改成350', '资料350份', '资料更正为350'])('asks about a fall to a tenth: “%s”', async (words) => {
  const type = await open();
  await type('资料3500份');
  expect(await type(words)).toMatch(/比原报的小很多（原报3500册），确认吗？/);
  expect(await type('不是')).toMatch(/^好的，没有记，也不再问。/);
  expect(await type('进度')).toContain('4 印发各类宣传资料 3500册');
});

it.each(['刚才那个不算', '撤回', '刚才那条作废'])(
  'lets go at “%s” what was asked about last, and no earlier figure',
  async (words) => {
    const type = await open();
    await type('公益广告3条');
    await type('专题报道200多次');
    expect(await type(words)).toMatch(/^好的，刚才那条没有记，也不再问。\n还缺8项/);
    expect(await type('进度')).toContain('2 播放公益广告 3条');
  },
);

it('lets a refused figure go in the same way', async () => {
  const type = await open();
  await type('公益广告3条');
  await type('抖音-3条');
  expect(await type('刚才那个不算')).toMatch(/^好的，刚才那条没有记，也不再问。/);
  expect(await type('进度')).toContain('2 播放公益广告 3条');
});

it('asks whether the same addition is another one', async () => {
  const type = await open();
  await type('公益广告3条');
  expect(await type('公益广告再加2条')).toContain('5条');
  expect(await type('公益广告再加2条')).toBe(
    [
      '“公益广告再加2条”刚才已经报过一次、记上了（第2项 播放公益广告现在是5条）。这次是？',
      '1. 再加一次（成为7条）',
      '2. 是同一次，不加',
      '请回序号，或直接写清楚。',
    ].join('\n'),
  );
  expect(await type('进度')).toContain('2 播放公益广告 5条');
});

it.each([
  ['再加一次', '7条'],
  ['1', '7条'],
  ['是同一次', '5条'],
  ['发重了', '5条'],
])('takes “%s” for the answer', async (words, value) => {
  const type = await open();
  for (const text of ['公益广告3条', '公益广告再加2条', '公益广告再加2条', words]) await type(text);
  expect(await type('进度')).toContain(`2 播放公益广告 ${value}`);
});

it('takes the same addition later for another one', async () => {
  const talk = await openPublished();
  for (const text of ['公益广告3条', '公益广告再加2条']) await talk.alone('xuhui-liaison', text);
  await talk.until('2023-03-12 10:00');
  expect(await talk.alone('xuhui-liaison', '公益广告再加2条')).toContain('7条');
});
