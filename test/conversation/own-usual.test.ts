import { expect, it } from 'vitest';
import { openPublished } from '../support/conversation.ts';

async function open() {
  const talk = await openPublished();
  return (text: string) => talk.alone('xuhui-liaison', text);
}

it.each([
  ['公益广告1200条', '公益广告1200条'],
  ['第2项改成1200', '第2项改成1200'],
])('asks about ten times the unit’s own figure: “%s”', async (words, said) => {
  const type = await open();
  await type('公益广告12条');
  expect(await type(words)).toBe(
    `第2项 播放公益广告“${said}”比平常大很多（原报12条），确认吗？对请回“是”，不对请重报。`,
  );
  expect(await type('进度')).toContain('2 播放公益广告 12条');
  expect(await type('是')).toMatch(/^已记：第2项 播放公益广告 1200条/);
});

it('asks about the sum where a figure is added', async () => {
  const type = await open();
  await type('公益广告12条');
  expect(await type('公益广告再加1200条')).toContain('比平常大很多（原报12条）');
  expect(await type('是')).toMatch(/^已记：第2项 播放公益广告 1212条/);
});

it('takes a small figure of one’s own for no measure of the next', async () => {
  const type = await open();
  await type('公益广告3条');
  expect(await type('公益广告改成300条')).toMatch(/^已记：第2项 播放公益广告 300条/);
});
