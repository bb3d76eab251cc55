/** A material that was reported by mistake is owed again; the table stays as it is. */
import { expect, it } from 'vitest';
import { openPublished, reportAll } from '../support/conversation.ts';

async function open() {
  const talk = await openPublished();
  await reportAll(talk, 'putuo-liaison');
  return { talk, type: (text: string) => talk.alone('putuo-liaison', text) };
}

it.each([
  ['撤回总结', '总结'],
  ['总结还没报，刚才弄错了', '总结'],
  ['刚才弄错了，总结还没报', '总结'],
  ['图片发错了，别算', '图片'],
  ['总结没报，刚才说错了', '总结'],
  ['总结还没有报送', '总结'],
  ['总结还没写好，明天报', '总结'],
])('%s', async (words, title) => {
  const { type } = await open();
  expect(await type(words)).toBe(`好的，普陀区局${title}改为未报。\n还差：${title}。`);
  expect(await type('进度')).toContain(`普陀区局统计表已提交，还差${title}。`);
  expect(await type(`${title}已报送OA`)).toContain('已全部报齐，谢谢。');
});

it.each(['总结没报错', '总结没报吗', '总结是不是没报', '总结发错了怎么办', '如果总结发错了', '听说总结还没报'])(
  'leaves it in at “%s”',
  async (words) => {
    const { type } = await open();
    await type(words);
    expect(await type('进度')).toContain('普陀区局已报齐');
  },
);

it('says so where it is not in, and leaves table and figures alone', async () => {
  const talk = await openPublished();
  await talk.alone('putuo-liaison', '公益广告3条，其余为0，确认提交');
  expect(await talk.alone('putuo-liaison', '撤回总结')).toBe('总结还没有报来，不用撤回。');
  expect(await talk.alone('putuo-liaison', '总结还没报')).toMatch(/^好的，先空着。/);
  expect(await talk.alone('putuo-liaison', '进度')).toContain('统计表已提交，还差总结、图片。');
});

it('is reminded of again, and comes back by 撤回', async () => {
  const { talk, type } = await open();
  await type('撤回总结');
  await talk.until('2023-03-20 10:00');
  expect(talk.group().at(-1)?.mentions).toContain('putuo-liaison');
  expect(await type('撤回')).toBe('已撤回上一条：总结恢复为前一次报送的。\n已全部报齐，谢谢。');
});

it('makes room for the right one in the same message', async () => {
  const { talk } = await open();
  const right = { name: '新.jpg', kind: 'image' } as const;
  expect(await talk.send('putuo-liaison', right, '图片发错了，重新发一份')).toContain(
    '图片已收到（新.jpg）。\n已全部报齐',
  );
});
